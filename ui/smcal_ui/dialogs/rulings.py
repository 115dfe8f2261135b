"""Overrides as people read them: what is not kept, why, who decided, by which edition, and whether it still holds."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from smcal.model import KeptPack, Override, Post
from smcal.planning.override import override, withdraw
from smcal.regulation import Finding, clause_text, message
from smcal.words import N_, _, begun_small, inside, spoken, words
from smcal_ui.dates import LocaleDates
from smcal_ui.desk import Desk
from smcal_ui.dialogs.posts_table import day_text, local, page_names
from smcal_ui.dialogs.signing import who_withdraws
from smcal_ui.widgets.table import Column, ValueTable


class Ruling(NamedTuple):
    """An override with the names that stand behind its identifiers."""

    made: Override
    post: Post | None
    page: str
    person: str
    withdrawn_by: str
    edition: str


def rulings(desk: Desk, overrides: Iterable[Override]) -> list[Ruling]:
    """Overrides with their names, in their order."""
    with desk.read() as reader:
        people = {person.id: person.name for person in reader.people(archived=True)}
        kept = {pack.id: pack for pack in reader.kept_packs()}
        found = [(made, reader.post(made.post_id) if made.post_id else None) for made in overrides]
    pages, in_force = page_names(desk), desk.workspace.pack().id
    return [
        Ruling(
            made,
            post,
            pages.get(made.page_id, "–"),
            people.get(made.person_id, "–"),
            people.get(made.withdrawn_by or "", ""),
            _edition(kept.get(made.pack_id), in_force),
        )
        for made, post in found
    ]


class RulingTable(ValueTable):
    """Rulings as lines; with `pages` each names its page."""

    def __init__(self, desk: Desk, *, pages: bool = False, parent: QWidget | None = None) -> None:
        self._desk = desk
        columns = (
            *([Column(_("Page"), lambda ruling: ruling.page, widest=130)] if pages else []),
            Column(_("Clause"), lambda ruling: clause_text(ruling.made.clause, spoken()), widest=80),
            Column(_("What is not kept"), self._what, wide=True),
            Column(_("Reason"), lambda ruling: ruling.made.reason, widest=140),
            Column(_("Decided by"), self._who, widest=150),
            Column(_("Edition"), lambda ruling: ruling.edition, widest=92),
        )
        super().__init__(_("Departures from the regulation"), columns, _tint, parent, wrap=True)

    def _what(self, ruling: Ruling) -> str:
        language = self._desk.workspace.settings().language
        clause = clause_text(ruling.made.clause, words(language))
        text = ruling.made.message.removesuffix(f" ({clause}).")
        if ruling.post is None:
            return text
        title = ruling.post.title or _("Untitled post")
        return _("“{title}”, {day}: {sentence}").format(
            title=inside(title), day=day_text(self._desk, ruling.post), sentence=begun_small(text, language)
        )

    def _who(self, ruling: Ruling) -> str:
        made, moment = ruling.made, self._desk.dates.moment
        text = f"{ruling.person}, {moment(local(self._desk, made.at))}"
        if made.withdrawn is None:
            return text
        gone = _("withdrawn by {person}, {moment}")
        return f"{text}; {gone.format(person=ruling.withdrawn_by, moment=moment(local(self._desk, made.withdrawn)))}"


def rule(desk: Desk, findings: Sequence[Finding], person_id: str | None, reason: str) -> bool:
    """Override findings in one step; False where that was refused, which the desk has said."""
    text = desk.workspace.pack_text()
    kept = desk.do(
        N_("Override a finding"),
        lambda work: [
            override(
                work,
                finding,
                reason=reason,
                person_id=person_id,
                message=in_words_of_the_library(desk, finding),
                pack_text=text,
            )
            for finding in findings
        ],
    )
    return kept is not None


def take_back(desk: Desk, ruling: Ruling, parent: QWidget | None = None) -> bool:
    """Withdraw an override in the name of who works here, or of whoever is named.

    False where nobody was, or where it was refused, which the desk has said.
    """
    person_id = who_withdraws(desk, ruling.made.message, parent)
    if person_id is None:
        return False
    return desk.do(N_("Withdraw an override"), lambda work: withdraw(work, ruling.made.id, person_id)) is not None


def in_words_of_the_library(desk: Desk, finding: Finding) -> str:
    """A finding in the language of the workspace: its documents and its history speak that."""
    language = desk.workspace.settings().language
    return message(finding, words(language), LocaleDates(language))


def _edition(pack: KeptPack | None, in_force: str) -> str:
    if pack is None:
        return "–"
    return str(pack.version) if pack.regulation == in_force else f"{pack.regulation}, {pack.version}"


def _tint(ruling: object) -> str:
    return "faint" if isinstance(ruling, Ruling) and ruling.made.withdrawn is not None else ""
