"""Planning ahead: the coverage view and proposals. Each is loaded when it is first opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from smcal.words import _
from smcal_ui.tasks import Tasks

if TYPE_CHECKING:
    from smcal_ui.coverage.dialog import CoverageDialog
    from smcal_ui.main_window import MainWindow


class PlanningCommands(QObject):
    """Opens both over a window, and shows there what came of them."""

    def __init__(self, window: "MainWindow", tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self.coverage_view: CoverageDialog | None = None

    def coverage(self) -> None:
        """The coverage view: one a window, which stays open beside it."""
        from smcal_ui.coverage.dialog import CoverageDialog

        window = self._window
        window.inspector.save()
        if self.coverage_view is None:
            view = CoverageDialog(window.desk, self._page_id(), window)
            view.jumpRequested.connect(self._on_jump)
            view.madePost.connect(self._on_made)
            view.undoRequested.connect(window.undo)
            view.redoRequested.connect(window.redo)
            self.coverage_view = view
        self.coverage_view.renew()
        self.coverage_view.show()
        self.coverage_view.raise_()
        self.coverage_view.activateWindow()

    def propose(self, page_id: str | None = None) -> None:
        """Plan my week, of a page or of the one in focus: afterwards the first week that got something is shown."""
        from smcal_ui.proposal.dialog import ProposalDialog
        from smcal_ui.proposal.words import done

        window = self._window
        window.inspector.save()
        dialog = ProposalDialog(window.desk, self._tasks, page_id or self._page_id(), window.week.week, window)
        dialog.exec()
        days = [item.post.date for item in dialog.taken if item.post.date is not None]
        if days:
            window.show_week(min(days))
            window.saying.say(done(dialog.taken), link=_("Take it back: Ctrl+Z"), follow=window.undo)

    def close(self) -> None:
        """The window closes, and its view with it."""
        if self.coverage_view is not None:
            self.coverage_view.close()

    def _page_id(self) -> str | None:
        cell = self._window.view.focused_cell()
        return cell[0] if cell else None

    @Slot(str)
    def _on_made(self, post_id: str) -> None:
        """The keyboard stays in the view, where the next gap may be."""
        self._window.week.refresh()
        self._window.open_post(post_id)

    @Slot(str)
    def _on_jump(self, post_id: str) -> None:
        self._window.open_post(post_id)
        self._window.activateWindow()
