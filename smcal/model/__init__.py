"""The values that smcal works with: frozen, flat, one per stored row, and free of behaviour that needs a store."""

from smcal.model.calendar import CURATOR, CalendarChange, ChangeKind, DayNote, NoteKind, WorkingHours
from smcal.model.facts import Facts
from smcal.model.ids import new_id
from smcal.model.media import Attachment, Media, MediaKind
from smcal.model.people import Person, Role
from smcal.model.period import Period
from smcal.model.places import Branch, Network, Page
from smcal.model.plan import Plan
from smcal.model.post import COUNTED_STATES, FIXED_STATES, OTHER_DIRECTION, Artwork, Post, State
from smcal.model.review import Decision, Submission, SubmittedPost, Verdict
from smcal.model.ruling import Confirmation, KeptPack, Override, Removal
from smcal.model.setting import Setting

__all__ = [
    "COUNTED_STATES",
    "CURATOR",
    "FIXED_STATES",
    "OTHER_DIRECTION",
    "Artwork",
    "Attachment",
    "Branch",
    "CalendarChange",
    "ChangeKind",
    "Confirmation",
    "DayNote",
    "Decision",
    "Facts",
    "KeptPack",
    "Media",
    "MediaKind",
    "Network",
    "NoteKind",
    "Override",
    "Page",
    "Period",
    "Person",
    "Plan",
    "Post",
    "Removal",
    "Role",
    "Setting",
    "State",
    "Submission",
    "SubmittedPost",
    "Verdict",
    "WorkingHours",
    "new_id",
]
