"""What the window offers under the regulation in force: nothing that makes no sense there."""

from typing import TYPE_CHECKING

from smcal.words import _

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow


def fit(window: "MainWindow") -> None:
    """Where nothing is handed in there is the plan document alone; where there are no topics, no view of them."""
    pack, actions = window.desk.workspace.pack(), window.actions_by_name
    hands_in = pack.submission is not None
    actions["file.submit"].setText(_("&Hand in to the curator…") if hands_in else _("Plan &document…"))
    window.head.name_submit(hands_in)
    window.today.due.setVisible(hands_in)
    actions["go.due"].setVisible(hands_in)
    actions["library.plans"].setVisible(hands_in or _ever_handed_in(window))
    answer = actions["post.answer"]
    answer.setVisible(hands_in or answer.isEnabled())  # what was handed in all the same can be answered
    actions["view.coverage"].setVisible(bool(pack.topics))


def _ever_handed_in(window: "MainWindow") -> bool:
    with window.desk.read() as reader:
        return reader.last_plan_number() > 0
