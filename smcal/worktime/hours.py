"""Working hours per weekday."""

import datetime as dt

import msgspec

from smcal.errors import WrongUse
from smcal.words import _

Span = tuple[dt.time, dt.time]


class Hours(msgspec.Struct, frozen=True):
    """Opening and closing of seven weekdays, Monday first; None where that weekday is not worked."""

    days: tuple[Span | None, ...]

    def __post_init__(self) -> None:
        if len(self.days) != 7:
            raise WrongUse(_("Working hours name seven weekdays, Monday first."))
        for opens, closes in filter(None, self.days):
            if opens >= closes:
                raise WrongUse(
                    _("Working hours from {opens} to {closes} make no sense: opening comes before closing.").format(
                        opens=opens.strftime("%H:%M"), closes=closes.strftime("%H:%M")
                    )
                )

    @classmethod
    def default(cls) -> "Hours":
        """Monday to Friday, 09:00 to 18:00."""
        return cls.weekdays(dt.time(9), dt.time(18))

    @classmethod
    def weekdays(cls, opens: dt.time, closes: dt.time) -> "Hours":
        """The same hours from Monday to Friday."""
        return cls(((opens, closes),) * 5 + (None, None))

    def on(self, weekday: int) -> Span | None:
        """The hours of a weekday (Monday is 0)."""
        return self.days[weekday]

    def near(self, weekday: int) -> Span | None:
        """The hours of a weekday, or where it is not worked those of the last worked one before it."""
        return next((span for back in range(7) if (span := self.days[weekday - back])), None)
