"""The first workspace file: branches, pages, people, posts, files, submissions, verdicts, calendar and history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "branch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("head_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["head_id"], ["person.id"], name="fk_branch_head_id_person", ondelete="RESTRICT", use_alter=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_branch"),
    )
    op.create_index("ix_branch_head_id", "branch", ["head_id"], unique=False)
    op.create_table(
        "change_set",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_change_set"),
        sa.UniqueConstraint("id", name="uq_change_set_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "holiday_year",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("subdivision", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("library_version", sa.Text(), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("country", "subdivision", "year", "language", name="pk_holiday_year"),
    )
    op.create_table(
        "media",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('picture', 'video', 'sound', 'document')", name="ck_media_kind_is_known"),
        sa.CheckConstraint("length(id) = 64", name="ck_media_id_is_a_hash"),
        sa.PrimaryKeyConstraint("id", name="pk_media"),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
    )
    op.create_table(
        "working_hours",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Text(), nullable=True),
        sa.Column("closes", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(opens IS NULL) = (closes IS NULL) AND opens < closes", name="ck_working_hours_opens_before_closing"
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="ck_working_hours_weekday_of_a_week"),
        sa.PrimaryKeyConstraint("id", name="pk_working_hours"),
    )
    op.create_table(
        "calendar_change",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.Text(), nullable=True),
        sa.CheckConstraint("length(date) = 10", name="ck_calendar_change_date_is_a_day"),
        sa.CheckConstraint("kind IN ('free', 'working', 'shortened')", name="ck_calendar_change_kind_is_known"),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.id"], name="fk_calendar_change_branch_id_branch", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_change"),
    )
    op.create_index("ix_calendar_change_branch_id", "calendar_change", ["branch_id"], unique=False)
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["seq"], ["change_set.seq"], name="fk_change_seq_change_set", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    op.create_index("ix_change_post_id", "change", ["post_id"], unique=False)
    op.create_index("ix_change_seq", "change", ["seq"], unique=False)
    op.create_table(
        "day_note",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.Text(), nullable=True),
        sa.CheckConstraint("length(date) = 10", name="ck_day_note_date_is_a_day"),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_day_note_branch_id_branch", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_day_note"),
    )
    op.create_index("ix_day_note_branch_id", "day_note", ["branch_id"], unique=False)
    op.create_index("ix_day_note_date", "day_note", ["date"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.Text(), nullable=True),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.CheckConstraint("archived IN (0, 1)", name="ck_person_archived_is_yes_or_no"),
        sa.CheckConstraint(
            "role IN ('coordinator', 'curator', 'administrator', 'designer', 'head', 'pr')",
            name="ck_person_role_is_known",
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_person_branch_id_branch", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_branch_id", "person", ["branch_id"], unique=False)
    op.create_table(
        "page",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.Text(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("coordinator_id", sa.Text(), nullable=True),
        sa.Column("approval_day", sa.Text(), nullable=False),
        sa.Column("has_collection", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.CheckConstraint("archived IN (0, 1)", name="ck_page_archived_is_yes_or_no"),
        sa.CheckConstraint("has_collection IN (0, 1)", name="ck_page_has_collection_is_yes_or_no"),
        sa.CheckConstraint(
            "network IN ('vk', 'telegram', 'facebook', 'instagram', 'tiktok', 'youtube', 'website', 'app', 'other')",
            name="ck_page_network_is_known",
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_page_branch_id_branch", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["coordinator_id"], ["person.id"], name="fk_page_coordinator_id_person", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_page"),
    )
    op.create_index("ix_page_branch_id", "page", ["branch_id"], unique=False)
    op.create_index("ix_page_coordinator_id", "page", ["coordinator_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("topic", sa.Integer(), nullable=True),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("direction_consent", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("urgent_reason", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=False),
        sa.Column("pr_consent", sa.Boolean(), nullable=False),
        sa.Column("borrowed", sa.Boolean(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("artwork", sa.Text(), nullable=False),
        sa.Column("deferred", sa.Boolean(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("first_submitted", sa.Text(), nullable=True),
        sa.Column("binned", sa.Text(), nullable=True),
        sa.CheckConstraint("borrowed IN (0, 1)", name="ck_post_borrowed_is_yes_or_no"),
        sa.CheckConstraint("length(date) = 10", name="ck_post_date_is_a_day"),
        sa.CheckConstraint("deferred IN (0, 1)", name="ck_post_deferred_is_yes_or_no"),
        sa.CheckConstraint("pr_consent IN (0, 1)", name="ck_post_pr_consent_is_yes_or_no"),
        sa.CheckConstraint("urgent IN (0, 1)", name="ck_post_urgent_is_yes_or_no"),
        sa.CheckConstraint("artwork IN ('none', 'ordered', 'arrived')", name="ck_post_artwork_is_known"),
        sa.CheckConstraint(
            "state IN ('idea', 'draft', 'submitted', 'changes-requested', 'approved', "
            "'scheduled', 'published', 'rejected', 'on-hold', 'cancelled', 'removed')",
            name="ck_post_state_is_known",
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_post_page_id_page", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
    )
    op.create_index("ix_post_date_page_id", "post", ["date", "page_id"], unique=False)
    op.create_index("ix_post_in_bin", "post", ["binned"], unique=False, sqlite_where=sa.text("binned IS NOT NULL"))
    op.create_index(
        "ix_post_in_tray",
        "post",
        ["id"],
        unique=False,
        sqlite_where=sa.text("binned IS NULL AND (date IS NULL OR page_id IS NULL)"),
    )
    op.create_index("ix_post_page_id_date", "post", ["page_id", "date"], unique=False)
    op.create_table(
        "submission",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page_id", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("effective", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("regulation", sa.Text(), nullable=False),
        sa.Column("regulation_version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.CheckConstraint("length(first) = 10", name="ck_submission_first_is_a_day"),
        sa.CheckConstraint("length(last) = 10", name="ck_submission_last_is_a_day"),
        sa.CheckConstraint("first <= last", name="ck_submission_first_before_last"),
        sa.CheckConstraint("version >= 1", name="ck_submission_version_from_one"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_submission_page_id_page", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_submission_person_id_person", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_submission"),
    )
    op.create_index("ix_submission_page_id", "submission", ["page_id"], unique=False)
    op.create_index("ix_submission_person_id", "submission", ["person_id"], unique=False)
    op.create_table(
        "post_search",
        sa.Column("post_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_post_search_post_id_post", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("post_id", name="pk_post_search"),
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=False),
        sa.Column("media_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.Column("borrowed", sa.Boolean(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint("borrowed IN (0, 1)", name="ck_attachment_borrowed_is_yes_or_no"),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name="fk_attachment_media_id_media", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_attachment_post_id_post", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_media_id", "attachment", ["media_id"], unique=False)
    op.create_index("ix_attachment_post_id", "attachment", ["post_id"], unique=False)
    op.create_table(
        "submitted_post",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("submission_id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_submitted_post_post_id_post", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name="fk_submitted_post_submission_id_submission", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_submitted_post"),
    )
    op.create_index("ix_submitted_post_post_id", "submitted_post", ["post_id"], unique=False)
    op.create_index(
        "uq_submitted_post_submission_id_post_id", "submitted_post", ["submission_id", "post_id"], unique=True
    )
    op.create_table(
        "verdict",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=False),
        sa.Column("submission_id", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("decision IN ('approved', 'changes', 'rejected')", name="ck_verdict_decision_is_known"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_verdict_person_id_person", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name="fk_verdict_post_id_post", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name="fk_verdict_submission_id_submission", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_verdict"),
    )
    op.create_index("ix_verdict_person_id", "verdict", ["person_id"], unique=False)
    op.create_index("ix_verdict_post_id", "verdict", ["post_id"], unique=False)
    op.create_index("ix_verdict_submission_id", "verdict", ["submission_id"], unique=False)
