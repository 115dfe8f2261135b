"""What the regulation says about a post, each finding below the field it is about."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from smcal.regulation import Finding
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.post.finding_banner import FindingBanner
from smcal_ui.post.places import anchor_of
from smcal_ui.widgets.link_banner import LinkBanner

AFTER_FILES = "media"


class PostFindings(QObject):
    """Puts banners into a form. Of a post that is only begun one line says how many there are; it opens."""

    fixRequested = Signal(str, object)  # name of the field, attachment id or None
    whyRequested = Signal(object, QRect)  # tuple[Finding], where on the screen
    fixesRequested = Signal(object, QRect)
    openRequested = Signal()  # show them although the post is only begun
    linked = Signal(object)  # tuple of QWidget: links that are new in the form

    def __init__(self, desk: Desk, put_below: Callable[[str, QWidget], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._put_below = desk, put_below
        self._banners: dict[str, list[FindingBanner]] = {}  # by the field they stand below
        self._shown: list[FindingBanner] = []
        self.count = LinkBanner()
        self.count.setObjectName("finding")
        self.count.followed.connect(self.openRequested)
        put_below(AFTER_FILES, self.count)

    def show_findings(self, findings: Sequence[Finding], *, quiet: bool) -> None:
        """Tell them, or with `quiet` only how many they are."""
        told = [] if quiet else findings
        free = {anchor: iter(list(banners)) for anchor, banners in self._banners.items()}
        self._shown = []
        for finding in told:
            banner = next(free.get(anchor_of(finding), iter(())), None) or self._make(anchor_of(finding))
            banner.show_finding(finding, self._desk)
            self._shown.append(banner)
        for banner in (banner for left in free.values() for banner in left):
            banner.show_finding(None, self._desk)
        n = len(findings) if quiet else 0
        text = ngettext("{n} thing still to do", "{n} things still to do", n).format(n=n)
        self.count.say(text if n else "", "plain", _("Show"))

    def first_link(self, others: Iterable[LinkBanner] = ()) -> QWidget | None:
        """The first link that mends something, or leads to what does."""
        told = (*self._shown, self.count, *others)
        return next((banner.link for banner in told if banner.text and not banner.link.isHidden()), None)

    def texts(self) -> list[str]:
        """Everything that is said."""
        return [banner.text for banner in (*self._shown, self.count) if banner.text]

    def first(self) -> QWidget | None:
        """The first link of what is told, be it only to why."""
        told = next(iter(self._shown), None)
        return None if told is None else told.aside if told.link.isHidden() else told.link

    @property
    def shown(self) -> int:
        """How many findings are told one by one."""
        return len(self._shown)

    def links(self) -> tuple[QWidget, ...]:
        """Every link, of what is told and of what was."""
        made = [banner for banners in self._banners.values() for banner in banners]
        return tuple(link for banner in (self.count, *made) for link in (banner.link, banner.aside))

    def _make(self, anchor: str) -> FindingBanner:
        banner = FindingBanner()
        banner.fixRequested.connect(self.fixRequested)
        banner.whyRequested.connect(self.whyRequested)
        banner.fixesRequested.connect(self.fixesRequested)
        self._put_below(anchor, banner)
        self._banners.setdefault(anchor, []).append(banner)
        self.linked.emit((banner.link, banner.aside))
        return banner
