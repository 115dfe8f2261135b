"""The tables of a workspace file: one per kind of value, the history, and a cache of holidays.

Nothing is deleted by a cascade: what goes, goes by a change set, so that it can come back.
"""

from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.sql.schema import SchemaItem

from smcal.model import Artwork, ChangeKind, Decision, MediaKind, Network, NoteKind, Role, State

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _words(name: str, *, null: bool = False, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, index=index)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_yes_or_no"), nullable=False)


def _to(name: str, table: str, *, null: bool = False, index: bool = True) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{table}.id", ondelete="RESTRICT"), nullable=null, index=index)


def _day(name: str, *, null: bool = False, index: bool = False) -> Column[str]:
    """An ISO date."""
    proper = CheckConstraint(f"length({name}) = 10", name=f"{name}_is_a_day")
    return Column(name, Text, proper, nullable=null, index=index)


def _one_of(name: str, words: type[StrEnum]) -> SchemaItem:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{name} IN ({listed})", name=f"{name}_is_known")


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, Column("id", Text, primary_key=True), *items)


branch = _table(
    "branch",
    _words("name"),
    _number("position"),
    Column(
        "head_id", Text, ForeignKey("person.id", ondelete="RESTRICT", use_alter=True), index=True
    ),  # people have branches
)

person = _table(
    "person",
    _words("name"),
    _words("role"),
    _to("branch_id", "branch", null=True),
    _flag("archived"),
    _day("since", null=True),
    _flag("trained"),
    _flag("two_factor"),
    _one_of("role", Role),
)

page = _table(
    "page",
    _to("branch_id", "branch"),
    _words("network"),
    _words("title"),
    _words("link"),
    _to("coordinator_id", "person", null=True),
    _words("approval_day"),
    _flag("has_collection"),
    _number("position"),
    _flag("archived"),
    _words("owner_id", null=True),  # no key: added to a table in use, and people are put away, never taken out
    _words("administrator_ids"),  # JSON
    _one_of("network", Network),
)

post = _table(
    "post",
    _to("page_id", "page", null=True, index=False),
    _day("date", null=True),
    _words("time", null=True),
    _words("title"),
    _words("text"),
    _words("state"),
    _number("topic", null=True),
    _words("direction", null=True),
    _words("direction_consent"),
    _flag("urgent"),
    _words("urgent_reason"),
    _words("partner"),
    _flag("pr_consent"),
    _flag("borrowed"),
    _words("author"),
    _words("source"),
    _words("artwork"),
    _flag("deferred"),
    _words("link"),
    _words("note"),
    _words("first_submitted", null=True),
    _words("binned", null=True),
    _words("event_id", null=True),  # no key: when the note goes, the post announces nothing any more
    _flag("personal_data"),
    _words("data_consent"),
    _words("mistake"),
    _flag("corrected"),
    _day("in_time_from", null=True),
    _one_of("state", State),
    _one_of("artwork", Artwork),
    Index("ix_post_date_page_id", "date", "page_id"),
    Index("ix_post_page_id_date", "page_id", "date"),
    Index("ix_post_in_tray", "id", sqlite_where=text("binned IS NULL AND (date IS NULL OR page_id IS NULL)")),
    Index("ix_post_in_bin", "binned", sqlite_where=text("binned IS NOT NULL")),
)

post_search = Table(  # apart from `post`, whose rows then lie close together
    "post_search",
    metadata,
    Column("post_id", Text, ForeignKey("post.id", ondelete="RESTRICT"), primary_key=True),
    _words("words"),  # title and text as searching sees them
)

media = _table(
    "media",
    _words("name"),
    _words("kind"),
    _words("suffix"),
    _number("size"),
    _number("width"),
    _number("height"),
    CheckConstraint("length(id) = 64", name="id_is_a_hash"),
    _one_of("kind", MediaKind),
)

attachment = _table(
    "attachment",
    _to("post_id", "post"),
    _to("media_id", "media"),
    _number("position"),
    _words("alt"),
    _flag("borrowed"),
    _words("author"),
    _words("source"),
)

submission = _table(
    "submission",
    _to("page_id", "page"),
    _day("first"),
    _day("last"),
    _number("number"),
    _number("version"),
    _words("at"),
    _words("effective"),
    _to("person_id", "person", null=True),
    _words("regulation"),
    _number("regulation_version"),
    _words("digest"),
    _words("pack_id", null=True),  # no key: added to a table in use, and kept packs are never taken out
    CheckConstraint("first <= last", name="first_before_last"),
    CheckConstraint("version >= 1", name="version_from_one"),
)

submitted_post = _table(
    "submitted_post",
    _to("submission_id", "submission", index=False),
    _to("post_id", "post"),
    _number("position"),
    _words("snapshot"),
    Index("uq_submitted_post_submission_id_post_id", "submission_id", "post_id", unique=True),
)

verdict = _table(
    "verdict",
    _to("post_id", "post"),
    _to("submission_id", "submission", null=True),
    _words("decision"),
    _words("comment"),
    _to("person_id", "person", null=True),
    _words("at"),
    _one_of("decision", Decision),
)

day_note = _table(
    "day_note",
    _day("date", index=True),
    _words("text"),
    _to("branch_id", "branch", null=True),
    Column("kind", Text, _one_of("kind", NoteKind), nullable=False),
)

calendar_change = _table(
    "calendar_change",
    _day("date"),
    _words("kind"),
    _words("reason"),
    _to("branch_id", "branch", null=True),
    _one_of("kind", ChangeKind),
)

working_hours = _table(
    "working_hours",
    _words("owner"),  # "curator" or a branch: no key, the curator is no row
    _number("weekday"),
    _words("opens", null=True),
    _words("closes", null=True),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_of_a_week"),
    CheckConstraint("(opens IS NULL) = (closes IS NULL) AND opens < closes", name="opens_before_closing"),
)

setting = _table("setting", _words("value"))

kept_pack = _table(
    "kept_pack",
    _words("regulation"),
    _number("version"),
    _words("toml"),
    _words("at"),
    CheckConstraint("length(id) = 64", name="id_is_a_hash"),
)

override = _table(
    "override",
    _words("subject", index=True),
    _words("rule"),
    _words("clause"),
    _words("message"),
    _to("page_id", "page"),
    _to("post_id", "post", null=True),
    _words("reason"),
    _to("person_id", "person"),
    _words("at"),
    _to("pack_id", "kept_pack"),
    _words("withdrawn", null=True),
    _to("withdrawn_by", "person", null=True),
)

confirmation = _table(
    "confirmation",
    _to("page_id", "page"),
    _words("item"),
    _day("monday"),
    _words("seen"),
    _to("person_id", "person", null=True),
    _words("at"),
    _to("pack_id", "kept_pack", null=True),
)

removal = _table(
    "removal",
    _to("post_id", "post"),
    _words("ground"),
    _words("edit_tried"),
    _words("agreed_coordinator"),
    _words("agreed_head"),
    _words("note"),
    _to("person_id", "person", null=True),
    _words("at"),
    _to("pack_id", "kept_pack", null=True),
)

change_set = Table(
    "change_set",
    metadata,
    Column(
        "seq", Integer, primary_key=True, autoincrement=True
    ),  # the order of history: clocks are set back, this is not
    Column("id", Text, nullable=False, unique=True),
    _words("at"),
    _words("person_id", null=True),  # no key: history outlives the people in it
    _words("label"),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, ForeignKey("change_set.seq", ondelete="RESTRICT"), nullable=False, index=True),
    _words("area"),
    _words("item_id"),
    _words("post_id", null=True, index=True),  # the post whose story this belongs to
    _words("before", null=True),  # JSON: the fields that differ, all of them when the value was added or removed
    _words("after", null=True),
)

holiday_year = Table(
    "holiday_year",
    metadata,
    Column("country", Text, primary_key=True),
    Column("subdivision", Text, primary_key=True),  # "" for the whole country
    Column("year", Integer, primary_key=True),
    Column("language", Text, primary_key=True),  # of the names of the days
    _words("library_version"),
    _words("days"),  # HolidayYear as JSON
)

meta = Table("meta", metadata, Column("key", Text, primary_key=True), _words("value"))
