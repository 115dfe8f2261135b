"""What stands beside the matrix: the cell in words, partners' share, and the mix of directions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.layout.coverage import CoverageBoard, Mix, Share
from smcal.model import OTHER_DIRECTION
from smcal.regulation import Pack, clause_text
from smcal.words import _, spoken
from smcal_ui.coverage.bars import Bar, Bars
from smcal_ui.coverage.grid import Cell
from smcal_ui.coverage.words import Teller, month, stretch_title
from smcal_ui.dates import LocaleDates
from smcal_ui.widgets.labels import PlainLabel

WIDTH = 264
SHOWN = 3
"""Posts of a cell that are listed."""


class Beside(QWidget):
    """Tells about the cell in hand, and shows shares and directions of the whole stretch."""

    def __init__(self, dates: LocaleDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self.setFixedWidth(WIDTH)
        self.topic = PlainLabel(role="strong", wrap=True)
        self.where = PlainLabel(role="quiet", wrap=True)
        self.lines = PlainLabel(wrap=True)
        self.partners = PlainLabel(role="strong", wrap=True)
        self.limit = PlainLabel(role="caption", wrap=True)
        self.shares = Bars()
        self.directions = PlainLabel(_("Directions"), role="strong")
        self.mix = Bars()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        cell = QWidget()
        cell.setMinimumHeight(132)  # so that the bars stay put from cell to cell
        told = QVBoxLayout(cell)
        told.setContentsMargins(0, 0, 0, 8)
        told.setSpacing(4)
        for label in (self.topic, self.where, self.lines):
            told.addWidget(label)
        told.addStretch()
        self._cell = cell
        column.addWidget(cell)
        for widget in (self.partners, self.limit, self.shares):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.directions)
        column.addWidget(self.mix)
        column.addStretch()

    def tell(self, board: CoverageBoard, teller: Teller, cell: Cell) -> None:
        """Say what a cell holds and how its topic stands."""
        posts = board.posts_in(*cell)
        lines = [teller.post(post) for post in posts[:SHOWN]]
        if len(posts) > SHOWN:
            lines.append(_("and {n} more").format(n=len(posts) - SHOWN))
        lines += teller.standing(cell)
        self.topic.setText(teller.heading(cell))
        self.where.setText(teller.days(cell.column))
        self.lines.setText("\n".join(lines))

    def show_board(self, board: CoverageBoard, pack: Pack) -> None:
        """Show the shares and the mix, as far as the regulation knows them."""
        self._cell.setVisible(bool(board.rows))
        partners = pack.partners
        for widget in (self.partners, self.limit, self.shares):
            widget.setVisible(partners is not None)
        if partners is not None:
            percent = round(100 * partners.share)
            clause = clause_text(partners.clause, spoken())
            self.partners.setText(_("Partners"))
            self.limit.setText(_("not more than {percent}% of posts, {clause}").format(percent=percent, clause=clause))
            self.shares.show_bars([_share_bar(share, partners.share, self._dates) for share in board.shares])
        most = max((mix.count for mix in board.mix), default=0)
        for widget in (self.directions, self.mix):
            widget.setVisible(bool(board.mix))
        self.mix.show_bars([_mix_bar(mix, pack, most) for mix in board.mix])


def _share_bar(share: Share, limit: float, dates: LocaleDates) -> Bar:
    quarter = share.stretch.first.month != share.stretch.last.month
    label = stretch_title(share.stretch, dates) if quarter else month(share.stretch, dates)
    figure = _("{count} of {all}").format(count=share.theirs, all=share.all) if share.all else _("no posts")
    if share.too_many:
        figure = _("{figure}: too many").format(figure=figure)
    full = share.theirs / share.all if share.all else 0.0
    return Bar(label, figure, full, limit, "bad" if share.too_many else "ok")


def _mix_bar(mix: Mix, pack: Pack, most: int) -> Bar:
    found = next((d for d in pack.directions if d.id == mix.direction), None)
    if found is not None:
        label = found.title.within(spoken().language)
    elif mix.direction is None:
        label = _("none chosen")
    else:
        label = _("outside the list") if mix.direction == OTHER_DIRECTION else mix.direction
    return Bar(label, str(mix.count), mix.count / most if most else 0.0)
