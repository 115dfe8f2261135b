"""The regulation in a window: whose it is above, its chapters, what it would change in the plan below."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from smcal.errors import SmcalError
from smcal.regulation import Finding, load_pack
from smcal.words import _, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.rules.changes import chapter_of_change
from smcal_ui.rules.chapters import all_chapters
from smcal_ui.rules.contents import Contents
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.faults import chapter_of, where, wrong
from smcal_ui.rules.files import ask_for_file, ask_where, save
from smcal_ui.rules.head import Head
from smcal_ui.rules.hours import HoursChapter
from smcal_ui.rules.impact_line import ImpactLine
from smcal_ui.rules.impact_list import ImpactDialog, day_of
from smcal_ui.rules.in_force import as_written, back_to_original, in_force, put_in_force
from smcal_ui.rules.past import PastChapter
from smcal_ui.rules.questions import agrees_to_lose, agrees_to_original
from smcal_ui.rules.taking import copy_shown, take_file, take_version
from smcal_ui.rules.versions import Version
from smcal_ui.rules.wording import CHAPTERS, HOURS, PAST, RULES
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.buttons import button

SIZE = (1000, 640)  # pixels, the first time
CHAPTER = "regulation/chapter"  # where the last one is remembered


class RegulationDialog(Dialog):
    """Changes are a draft until they are put in force, which is one step of the plan's own undo.

    Until then Ctrl+Z and Ctrl+Y work on the draft, and closing asks.
    """

    jumpRequested = Signal(str)  # id of a post
    pageRequested = Signal(str, object)  # page id, date
    said = Signal(str)  # what is in force now

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(_("Regulation"), parent, size=SIZE)
        self._desk = desk
        self.draft = Draft(in_force(desk), self)
        self.head = Head(desk, self.draft)
        self.contents = Contents(all_chapters(desk, self.draft), self._last_chapter())
        self.impact = ImpactLine(desk, tasks, self.draft)
        self.save_as = button(_("&Save as a file…"))
        self.take = button(_("&Take from a file…"))
        self.go_back = button(_("Back to the o&riginal…"))
        self.put = self._build()
        self._connect()
        self._show()
        self.contents.nav.setFocus()

    # what is done

    @Slot()
    def copy(self) -> None:
        """Make a copy of the regulation shown, to be changed."""
        self._try(lambda: copy_shown(self._desk, self.draft, self))

    @Slot()
    def put_in_force(self) -> None:
        """The draft holds from now on; where something is wrong with it, that is pointed out instead."""
        if self.draft.flaws:
            self._point_out()
        elif self._hours.trouble:
            self.contents.open(HOURS)
        elif self.draft.touched:
            self._close_with(put_in_force(self._desk, self.draft))

    @Slot()
    def to_original(self) -> None:
        """Leave the library's own regulation for the one that it was made from, once that is agreed."""
        original = load_pack(self._desk.workspace.settings().regulation)
        if agrees_to_original(original, self.draft, self):
            self._close_with(back_to_original(self._desk))

    @Slot()
    def save_file(self) -> None:
        """Write the draft to a file that the person chooses."""
        path = ask_where(self, self.draft.pack.title.within(spoken().language))
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the draft to a file."""
        self._try(lambda: save(path, as_written(self.draft, self.draft.pack)))

    @Slot()
    def take_file(self) -> None:
        """Take a regulation from a file that the person chooses."""
        path = ask_for_file(self)
        if path is not None:
            self.take_from(path)

    def take_from(self, path: Path) -> None:
        """Take a regulation from a file into the draft; a broken one is told, and the draft stays."""
        self._try(lambda: take_file(self._desk, self.draft, path, self))

    @Slot()
    def undo(self) -> None:
        """Take the last change of the draft back, and show where it was."""
        self._step(self.draft.undo)

    @Slot()
    def redo(self) -> None:
        """Do the last undone change again, and show where it is."""
        self._step(self.draft.redo)

    def reject(self) -> None:
        """Close; what is not in force is asked about."""
        if agrees_to_lose(self.draft, self):
            super().reject()

    def done(self, result: int) -> None:
        """However it is closed, it opens again at the same chapter."""
        memory = self._sizes()
        if memory is not None:
            memory.setValue(CHAPTER, self.contents.shown)
        super().done(result)

    def sizeHint(self) -> QSize:
        """The chapters are as long as they like: they roll."""
        return super().sizeHint().boundedTo(QSize(*SIZE) + QSize(0, 20))

    # how it is done

    def _last_chapter(self) -> str:
        memory = self._sizes()
        kept = memory.value(CHAPTER) if memory is not None else None
        return kept if isinstance(kept, str) and kept in CHAPTERS else RULES

    def _try(self, action: Callable[[], str | None]) -> None:
        """Say what came of it, or what went wrong."""
        self.hush()
        try:
            told = action()
        except SmcalError as error:
            self.complain(str(error))
        else:
            self.notice.say(told or "", "ok")

    def _step(self, step: Callable[[], None]) -> None:
        before = self.draft.state
        step()
        after = self.draft.state
        chapter = HOURS if before.hours != after.hours else chapter_of_change(before.pack, after.pack)
        if chapter is not None:
            self.contents.open(chapter)

    def _close_with(self, told: str | None) -> None:
        """Something else holds now; where nothing does, the desk has said why."""
        if told is not None:
            self.said.emit(told)
            self.draft.begin(in_force(self._desk))
            self.accept()

    def _point_out(self) -> None:
        """Go to the first thing that is wrong."""
        first = self.draft.flaws[0]
        name = chapter_of(first)
        self.contents.open(name)
        self.contents.chapters[name].go_to(first)
        self.complain(f"{where(first, self.draft.pack)}: {wrong(first, self.draft.pack)}")

    @property
    def _hours(self) -> HoursChapter:
        chapter = self.contents.chapters[HOURS]
        assert isinstance(chapter, HoursChapter)
        return chapter

    # how it looks

    def _build(self) -> QPushButton:
        """Put everything in its place; returns the button that puts the draft in force."""
        self.body.addWidget(self.head)
        self.body.addWidget(self.contents, 1)
        self.body.addWidget(self.impact)
        for pressed in (self.save_as, self.take, self.go_back):
            self.footer.addWidget(pressed)
        self.add_buttons(_("&Put in force"), _("&Close"))
        assert self.primary is not None
        for pressed in (self.save_as, self.take, self.go_back, self.primary):
            pressed.setAutoDefault(False)  # Enter is for the fields: nothing comes in force by a slip
            pressed.setDefault(False)
        self.primary.clicked.disconnect()
        return self.primary

    def _connect(self) -> None:
        self.put.clicked.connect(self.put_in_force)
        self.save_as.clicked.connect(self.save_file)
        self.take.clicked.connect(self.take_file)
        self.go_back.clicked.connect(self.to_original)
        self.head.copyRequested.connect(self.copy)
        self.head.undoRequested.connect(self.undo)
        self.head.redoRequested.connect(self.redo)
        self.impact.followed.connect(self._on_impact)
        self.impact.failed.connect(self.complain)
        self.draft.changed.connect(self._show)
        for chapter in self.contents.chapters.values():
            chapter.copyWanted.connect(self._on_copy_wanted)
        past = self.contents.chapters[PAST]
        assert isinstance(past, PastChapter)
        past.takeRequested.connect(self._on_version)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.redo)
        self.listen(self._desk)

    @Slot()
    def _show(self) -> None:
        draft = self.draft
        self.hush()
        self.head.show_draft()
        self.contents.show_draft(draft.flaws)
        self.impact.show_draft()
        self.go_back.setVisible(self._desk.workspace.settings().pack is not None)
        self.put.setEnabled(draft.touched and not draft.flaws)

    # what parts of it ask for

    @Slot()
    def _on_copy_wanted(self) -> None:
        text = _("What ships with smcal stays as it is. Press “{button}”: the copy is yours to change.")
        self.notice.say(text.format(button=self.head.make_own.text().replace("&", "")))

    @Slot(object)
    def _on_version(self, version: Version) -> None:
        take_version(self.draft, version)

    @Slot()
    def _on_impact(self) -> None:
        if self.draft.flaws:
            self._point_out()
        elif self.impact.impact:
            dialog = ImpactDialog(self._desk, self.impact.impact, self)
            dialog.jumpRequested.connect(self._on_jump)
            dialog.exec()

    @Slot(object)
    def _on_jump(self, finding: Finding) -> None:
        if not agrees_to_lose(self.draft, self):
            return
        self.draft.begin(in_force(self._desk))
        super().reject()
        if finding.post_id is not None:
            self.jumpRequested.emit(finding.post_id)
        else:
            self.pageRequested.emit(finding.page_id, day_of(finding, self._desk.today))
