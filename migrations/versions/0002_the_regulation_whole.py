"""What the whole regulation asks for: kept packs, overrides, checklists, removals, events, and who may keep a page.

Columns are added in plain SQL: SQLite does that in place, with the checks, and a rebuilt table would lose them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FLAG = "BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT ck_{table}_{name}_is_yes_or_no CHECK ({name} IN (0, 1))"
TEXT = "TEXT NOT NULL DEFAULT ''"
COLUMNS = (
    ("post", "event_id", "TEXT"),
    ("post", "personal_data", FLAG),
    ("post", "data_consent", TEXT),
    ("post", "mistake", TEXT),
    ("post", "corrected", FLAG),
    ("post", "in_time_from", "TEXT CONSTRAINT ck_post_in_time_from_is_a_day CHECK (length(in_time_from) = 10)"),
    ("page", "owner_id", "TEXT"),
    ("page", "administrator_ids", "TEXT NOT NULL DEFAULT '[]'"),
    ("person", "since", "TEXT CONSTRAINT ck_person_since_is_a_day CHECK (length(since) = 10)"),
    ("person", "trained", FLAG),
    ("person", "two_factor", FLAG),
    ("submission", "pack_id", "TEXT"),
    (
        "day_note",
        "kind",
        "TEXT NOT NULL DEFAULT 'note' CONSTRAINT ck_day_note_kind_is_known "
        "CHECK (kind IN ('note', 'city-event', 'service-change'))",
    ),
)


def upgrade() -> None:
    for table, name, kind in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind.format(table=table, name=name)}")
    op.create_table(
        "kept_pack",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("regulation", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("toml", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("length(id) = 64", name="ck_kept_pack_id_is_a_hash"),
        sa.PrimaryKeyConstraint("id", name="pk_kept_pack"),
    )
    op.create_table(
        "override",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("pack_id", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["kept_pack.id"], name="fk_override_pack_id_kept_pack", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_override_page_id_page", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_override_person_id_person", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_override_post_id_post", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"], ["person.id"], name="fk_override_withdrawn_by_person", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_override"),
    )
    op.create_index("ix_override_pack_id", "override", ["pack_id"], unique=False)
    op.create_index("ix_override_page_id", "override", ["page_id"], unique=False)
    op.create_index("ix_override_person_id", "override", ["person_id"], unique=False)
    op.create_index("ix_override_post_id", "override", ["post_id"], unique=False)
    op.create_index("ix_override_subject", "override", ["subject"], unique=False)
    op.create_index("ix_override_withdrawn_by", "override", ["withdrawn_by"], unique=False)
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("monday", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("pack_id", sa.Text(), nullable=True),
        sa.CheckConstraint("length(monday) = 10", name="ck_confirmation_monday_is_a_day"),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["kept_pack.id"], name="fk_confirmation_pack_id_kept_pack", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_confirmation_page_id_page", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_confirmation_person_id_person", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
    )
    op.create_index("ix_confirmation_page_id", "confirmation", ["page_id"], unique=False)
    op.create_index("ix_confirmation_pack_id", "confirmation", ["pack_id"], unique=False)
    op.create_index("ix_confirmation_person_id", "confirmation", ["person_id"], unique=False)
    op.create_table(
        "removal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("edit_tried", sa.Text(), nullable=False),
        sa.Column("agreed_coordinator", sa.Text(), nullable=False),
        sa.Column("agreed_head", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("pack_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["kept_pack.id"], name="fk_removal_pack_id_kept_pack", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_removal_person_id_person", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_removal_post_id_post", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_removal"),
    )
    op.create_index("ix_removal_pack_id", "removal", ["pack_id"], unique=False)
    op.create_index("ix_removal_person_id", "removal", ["person_id"], unique=False)
    op.create_index("ix_removal_post_id", "removal", ["post_id"], unique=False)
