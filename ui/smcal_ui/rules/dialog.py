"""The regulation in a window: chapters at the left, one of them at the right, what it would change below."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from smcal.errors import SmcalError
from smcal.model import CURATOR
from smcal.planning.rules import Impact, numbered, own_id, use_hours, use_pack, use_shipped
from smcal.regulation import Finding, Pack, load_pack, pack_ids, pack_text, read_pack
from smcal.regulation.load import lint_pack
from smcal.regulation.own import declared, own_copy
from smcal.regulation.write import pack_toml
from smcal.store import Work
from smcal.store.calendars import hours_of
from smcal.words import N_, _, ngettext, spoken
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.question import ask
from smcal_ui.rules.about import AboutChapter
from smcal_ui.rules.chapter import Chapter, rolling
from smcal_ui.rules.draft import Draft, State
from smcal_ui.rules.figures import FiguresChapter
from smcal_ui.rules.files import FaultsDialog, ask_for_file, ask_where, save
from smcal_ui.rules.hours import HoursChapter
from smcal_ui.rules.impact import ImpactDialog, ImpactWatch, impact_words
from smcal_ui.rules.lists import checklist, directions, grounds, topics
from smcal_ui.rules.name import ask_name
from smcal_ui.rules.past import PastChapter, Version
from smcal_ui.rules.rule_table import RulesChapter
from smcal_ui.rules.wording import (
    ABOUT,
    CHAPTERS,
    CHECKLIST,
    DIRECTIONS,
    FIGURES,
    GROUNDS,
    HOURS,
    PAST,
    RULES,
    TOPICS,
    base,
    chapter_of,
    edition,
    where,
    wrong,
)
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel

NAV, ROW = 208, 32  # pixels: width of the list of chapters, height of its lines
ROLLING = (ABOUT, FIGURES, HOURS)  # the others are tables, which roll themselves


class RegulationDialog(Dialog):
    """Changes are a draft until they are put in force, which is one step of the plan's own undo.

    Until then Ctrl+Z and Ctrl+Y work on the draft, and closing asks.
    """

    jumpRequested = Signal(str)  # id of a post
    pageRequested = Signal(str, object)  # page id, date
    said = Signal(str)  # what is in force now

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(_("Regulation"), parent, size=(1000, 640))
        self._desk = desk
        self.draft = Draft(_in_force(desk))
        self.draft.setParent(self)
        self._impact: Impact | None = None
        self.watch = ImpactWatch(desk, tasks, self.draft, self)
        self.chapters = _chapters(desk, self.draft)
        self.nav, self.stack = QListWidget(), QStackedWidget()
        self.state = PlainLabel(role="quiet", wrap=True)
        self.make_own = button(_("Make it your &own and change it…"))
        self.impact = button("", flat=True)
        self.impact.setProperty("link", True)
        self.calm = PlainLabel(role="quiet")
        self.save_as = button(_("&Save as a file…"))
        self.take = button(_("&Take from a file…"))
        self.go_back = button(_("Back to the o&riginal…"))
        self._build()
        self._connect()
        self._show()
        self.nav.setFocus()

    # what is done

    @Slot()
    def copy(self) -> None:
        """Make a copy of the regulation shown, to be changed."""
        pack = self.draft.pack
        library, title = self._desk.workspace.settings().library, pack.title.within(pack.language)
        name = ask_name(f"{title}: {library}" if library else title, self)
        if name:
            self._take_own(pack, name)

    @Slot()
    def put_in_force(self) -> None:
        """The draft holds from now on; hours alone make no new version."""
        if not self.draft.touched or self.draft.flaws or self._hours_chapter.trouble:
            self._point_out()
            return
        pack = self._numbered() if self.draft.new_pack else None
        shipped = pack is not None and not self.draft.own
        text = "" if pack is None or shipped else self._text(pack)
        hours = self.draft.hours if self.draft.new_hours else None

        def put(work: Work) -> bool:
            if shipped:
                use_shipped(work)
            elif text:
                use_pack(work, text)
            if hours is not None:
                use_hours(work, hours)
            return True

        label = N_("Put a regulation in force") if pack is not None else N_("Change the curator's working hours")
        if self._desk.do(label, put) is not None:
            self._done(pack)

    @Slot()
    def to_original(self) -> None:
        """Leave the library's own regulation for the one that it was made from."""
        original = self._desk.workspace.settings().regulation
        title = edition(load_pack(original))
        text = _("{title} will hold again. Yours stays among the versions, and Ctrl+Z brings it back.")
        if self.draft.touched:
            text += " " + _("What is not in force yet will be lost.")
        go, stay = _("Back to the original"), _("Keep ours")
        if not ask(_("Back to the original?"), text.format(title=title), go=go, stay=stay, parent=self):
            return

        def put(work: Work) -> bool:
            use_shipped(work)
            return True

        if self._desk.do(N_("Back to the original regulation"), put) is not None:
            self._done(self._desk.workspace.pack())

    @Slot()
    def save_file(self) -> None:
        """Write the draft to a file that the person chooses."""
        pack = self.draft.pack
        path = ask_where(self, pack.title.within(spoken().language))
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the draft to a file."""
        shipped = not self.draft.own and self.draft.pack.id in pack_ids()
        try:
            save(path, pack_text(self.draft.pack.id) if shipped else self._text(self.draft.pack))
        except SmcalError as error:
            self.complain(str(error))
            return
        self.notice.say(_("Saved: {path}").format(path=path), "ok")

    @Slot()
    def take_file(self) -> None:
        """Take a regulation from a file that the person chooses."""
        path = ask_for_file(self)
        if path is not None:
            self.take_from(path)

    def take_from(self, path: Path) -> None:
        """Take a regulation from a file into the draft; a broken one is told, and the draft stays."""
        self.hush()
        try:
            faults = lint_pack(path)
            raw = path.read_bytes() if not faults else b""
            pack = read_pack(raw, str(path)) if raw else None
        except (SmcalError, OSError) as error:
            stays = _("The regulation in use stays as it is.")
            self.complain(f"{error} {stays}")
            return
        if pack is None:
            FaultsDialog(path, faults, self).exec()
            return
        if pack.id in pack_ids() and pack != load_pack(pack.id):
            name = ask_name(pack.title.within(pack.language), self)
            if name:
                self._take_own(pack, name)
            return
        own = pack.id not in pack_ids()
        self.draft.take(self._state(pack, own, raw.decode("utf-8-sig").replace("\r\n", "\n") if own else ""))
        told = _("{edition} was taken from the file. It is not in force yet: look at it first.")
        self.notice.say(told.format(edition=edition(pack)), "ok")

    def reject(self) -> None:
        """Close; what is not in force is asked about."""
        if self._may_leave():
            super().reject()

    # inside

    @property
    def _hours_chapter(self) -> HoursChapter:
        chapter = self.chapters[HOURS]
        assert isinstance(chapter, HoursChapter)
        return chapter

    def _state(self, pack: Pack, own: bool, text: str = "") -> State:
        return State(pack, self.draft.hours, own, text)

    def _take_own(self, pack: Pack, name: str) -> None:
        with self._desk.read() as reader:
            kept = reader.kept_packs()
        try:
            copy = own_copy(pack, own_id(pack, kept), name)
        except SmcalError as error:
            self.complain(str(error))
            return
        self.draft.take(self._state(copy, own=True))

    def _numbered(self) -> Pack:
        with self._desk.read() as reader:
            kept = reader.kept_packs()
        return numbered(self.draft.pack, kept) if self.draft.own else self.draft.pack

    def _text(self, pack: Pack) -> str:
        """The file it came from, word for word, where it says the same."""
        return self.draft.text if self.draft.text and pack == self.draft.pack else pack_toml(declared(pack))

    def _done(self, pack: Pack | None) -> None:
        if pack is None:
            self.said.emit(_("The curator's working hours are changed."))
        else:
            self.said.emit(_("In force now: {edition}").format(edition=edition(pack)))
        self.draft.begin(_in_force(self._desk))
        self.accept()

    def _may_leave(self) -> bool:
        return not self.draft.touched or ask(
            _("Close without putting it in force?"),
            _("What you changed is not in force yet, and would be lost."),
            go=_("&Lose the changes"),
            stay=_("&Go on changing"),
            parent=self,
        )

    # showing

    def _build(self) -> None:
        self.nav.setAccessibleName(_("Chapters"))
        self.nav.setFixedWidth(NAV)
        for name, chapter in self.chapters.items():
            self.nav.addItem(_(CHAPTERS[name]))
            self.nav.item(self.nav.count() - 1).setSizeHint(QSize(0, ROW))
            self.stack.addWidget(rolling(chapter) if name in ROLLING else chapter)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.state, 1)
        head.addWidget(self.make_own)
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(self.nav)
        beside.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.calm)
        below.addWidget(self.impact)
        below.addStretch()
        self.body.addLayout(head)
        self.body.addLayout(beside, 1)
        self.body.addLayout(below)
        for pressed in (self.save_as, self.take, self.go_back):
            self.footer.addWidget(pressed)
        self.add_buttons(_("&Put in force"), _("&Close"))
        assert self.primary is not None
        for pressed in (self.make_own, self.impact, self.save_as, self.take, self.go_back, self.primary):
            pressed.setAutoDefault(False)  # Enter is for the fields: nothing comes in force by a slip
            pressed.setDefault(False)
        self.primary.clicked.disconnect()

    def _connect(self) -> None:
        assert self.primary is not None
        self.primary.clicked.connect(self.put_in_force)
        self.make_own.clicked.connect(self.copy)
        self.save_as.clicked.connect(self.save_file)
        self.take.clicked.connect(self.take_file)
        self.go_back.clicked.connect(self.to_original)
        self.impact.clicked.connect(self._on_impact)
        self.nav.currentRowChanged.connect(self._on_chapter)
        self.draft.changed.connect(self._show)
        self.watch.told.connect(self._on_told)
        self.watch.failed.connect(self.complain)
        past = self.chapters[PAST]
        assert isinstance(past, PastChapter)
        past.takeRequested.connect(self._on_version)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.draft.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.draft.redo)
        self.listen(self._desk)
        self.nav.setCurrentRow(list(self.chapters).index(RULES))

    @Slot()
    def _show(self) -> None:
        draft = self.draft
        self.hush()
        for chapter in self.chapters.values():
            chapter.reload()
        if self.isVisible():  # shorter words do not move the chapters up
            self.state.setMinimumHeight(self.state.height())
        self.state.setText(self._state_words())
        self.make_own.setVisible(not draft.own)
        self.go_back.setVisible(self._desk.workspace.settings().pack is not None)
        assert self.primary is not None
        self.primary.setEnabled(draft.touched and not draft.flaws)
        for row, name in enumerate(self.chapters):
            count = sum(chapter_of(complaint) == name for complaint in draft.flaws)
            self.nav.item(row).setText(f"{_(CHAPTERS[name])} ({count})" if count else _(CHAPTERS[name]))
        self._show_impact()

    def _state_words(self) -> str:
        draft = self.draft
        if not draft.own:
            text = _("{edition}. It ships with smcal and cannot be changed; make a copy of your own to change it.")
            return text.format(edition=edition(draft.pack))
        if draft.new_pack:
            text = _("{edition}: a draft, not in force yet.")
            return text.format(edition=edition(self._numbered()))
        made_from = base(draft.pack)
        text = _("{edition}: in force. It was made from {base}.") if made_from else _("{edition}: in force.")
        return text.format(edition=edition(draft.pack), base=made_from)

    def _show_impact(self) -> None:
        """A link where there is something to go to, else quiet words."""
        draft, impact = self.draft, self._impact
        if not draft.touched:
            impact = self._impact = None
        link = bool(draft.flaws or (draft.touched and impact))
        (self.impact if link else self.calm).setText(self._impact_words())
        self.impact.setVisible(link)
        self.calm.setVisible(not link)

    def _impact_words(self) -> str:
        draft = self.draft
        if draft.flaws:
            n = len(draft.flaws)
            text = ngettext("{n} thing must be mended first: {place}", "{n} things must be mended first: {place}", n)
            return text.format(n=n, place=where(draft.flaws[0], draft.pack))
        if not draft.touched:
            return _("Change something, and it says here what that changes in the plan.")
        return _("Counting what changes in the plan…") if self._impact is None else impact_words(self._impact)

    @Slot(object)
    def _on_told(self, impact: Impact) -> None:
        self._impact = impact
        self._show_impact()

    @Slot()
    def _on_impact(self) -> None:
        if self.draft.flaws:
            self._point_out()
        elif self._impact:
            dialog = ImpactDialog(self._desk, self._impact, self)
            dialog.jumpRequested.connect(self._on_jump)
            dialog.exec()

    def _point_out(self) -> None:
        """Go to the first thing that is wrong."""
        if not self.draft.flaws:
            if self._hours_chapter.trouble:
                self.nav.setCurrentRow(list(self.chapters).index(HOURS))
            return
        first = self.draft.flaws[0]
        name = chapter_of(first)
        self.nav.setCurrentRow(list(self.chapters).index(name))
        self.chapters[name].go_to(first)
        self.complain(f"{where(first, self.draft.pack)}: {wrong(first, self.draft.pack)}")

    @Slot(object)
    def _on_jump(self, finding: Finding) -> None:
        if not self._may_leave():
            return
        self.draft.begin(_in_force(self._desk))
        super().reject()
        if finding.post_id is not None:
            self.jumpRequested.emit(finding.post_id)
        else:
            self.pageRequested.emit(finding.page_id, _day_of(finding, self._desk.today))

    @Slot(object)
    def _on_version(self, version: Version) -> None:
        own = version.pack.id not in pack_ids()
        self.draft.take(self._state(version.pack, own))

    @Slot(int)
    def _on_chapter(self, row: int) -> None:
        self.stack.setCurrentIndex(row)

    def sizeHint(self) -> QSize:
        """The chapters are as long as they like: they roll."""
        return super().sizeHint().boundedTo(QSize(1000, 660))


def _chapters(desk: Desk, draft: Draft) -> dict[str, Chapter]:
    return {
        ABOUT: AboutChapter(desk, draft),
        RULES: RulesChapter(desk, draft),
        FIGURES: FiguresChapter(desk, draft),
        TOPICS: topics(desk, draft),
        DIRECTIONS: directions(desk, draft),
        CHECKLIST: checklist(desk, draft),
        GROUNDS: grounds(desk, draft),
        HOURS: HoursChapter(desk, draft),
        PAST: PastChapter(desk, draft),
    }


def _in_force(desk: Desk) -> State:
    with desk.read() as reader:
        rows = reader.working_hours(CURATOR)
    hours = hours_of(rows) if rows else Hours.default()
    return State(desk.workspace.pack(), hours, desk.workspace.settings().pack is not None)


def _day_of(finding: Finding, today: dt.date) -> dt.date:
    first: dt.date = finding.args.get("first") or finding.date or today
    last: dt.date = finding.args.get("last") or first
    return max(first, min(today, last))
