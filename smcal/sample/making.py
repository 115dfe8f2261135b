"""Make the sample library: a workspace that looks as if four branches had worked in it for weeks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import (
    CURATOR,
    Attachment,
    DayNote,
    Decision,
    Media,
    Page,
    Period,
    Person,
    Post,
    Role,
    State,
    Submission,
    Verdict,
    new_id,
)
from smcal.model.period import week_of
from smcal.planning.setup import NewBranch, NewPage, add_branch, set_hours
from smcal.planning.submit import Handover, hand_over
from smcal.regulation import load_pack
from smcal.sample.content import Sample, SampleBranch, SamplePost, hours_from, sample_of
from smcal.sample.pictures import picture
from smcal.sample.plan import Placed, placed_posts
from smcal.store import Settings, Work, Workspace
from smcal.words import N_, _
from smcal.worktime import Hours, Worktime
from smcal.worktime.zone import to_instant, to_local

Report = Callable[[str], None]


def make_sample(
    path: Path, regulation: str = "spb-cbs", at: dt.datetime | None = None, report: Report = lambda _line: None
) -> Workspace:
    """Make the sample library of a regulation as a new workspace, around an instant (now), and open it.

    `report` is told in a few words what is being done. Raises WrongUse where there is no sample, AlreadyThere.
    """
    sample, pack = sample_of(regulation), load_pack(regulation)
    at = at or dt.datetime.now(dt.UTC)
    settings = Settings(
        library=sample.library,
        regulation=pack.id,
        country=pack.country or "RU",
        zone=pack.zone or "Europe/Moscow",
        language=pack.language,
    )
    workspace = Workspace.create(path, settings)
    report(_("Branches, pages and people"))
    with workspace.work(N_("Make the sample library"), None, at) as work:
        places = _Places(work, sample)
    report(_("Posts and pictures"))
    with workspace.work(N_("Fill the sample library"), None, at) as work:
        _Filling(workspace, work, places, at).fill(sample)
    return workspace


class _Places:
    """Stores branches, pages and people; remembers them by their keys in the sample."""

    def __init__(self, work: Work, sample: Sample) -> None:
        self.pages: dict[str, Page] = {}
        self.people: dict[str, Person] = {}
        self.coordinators: dict[str, Person] = {}  # by page
        for person in sample.person:
            self.people[person.key] = work.put(Person(id=new_id(), name=person.name, role=person.role))
        set_hours(work, CURATOR, Hours.default())
        for position, branch in enumerate(sample.branch):
            self._add(work, branch, position)

    @property
    def curator(self) -> Person:
        return next(p for p in self.people.values() if p.role is Role.CURATOR)

    def _add(self, work: Work, branch: SampleBranch, position: int) -> None:
        pages = tuple(NewPage(page.network, page.title, page.link) for page in branch.pages)
        stored = add_branch(work, NewBranch(branch.name, pages, hours_from(branch.hours)), position)
        head = work.put(Person(id=new_id(), name=branch.head, role=Role.HEAD, branch_id=stored.id))
        coordinator = work.put(Person(id=new_id(), name=branch.coordinator, role=Role.COORDINATOR, branch_id=stored.id))
        work.put(msgspec.structs.replace(stored, head_id=head.id))
        there = [page for page in work.read.pages() if page.branch_id == stored.id]
        for made, page in zip(branch.pages, there, strict=True):
            full = msgspec.structs.replace(
                page, coordinator_id=coordinator.id, approval_day=made.day, has_collection=made.collection
            )
            self.pages[made.key] = work.put(full)
            self.coordinators[full.id] = coordinator


class _Filling:
    """Puts posts, their pictures, submissions and verdicts, as far as each week has come by now."""

    def __init__(self, workspace: Workspace, work: Work, places: _Places, at: dt.datetime) -> None:
        self._work, self._places, self._at = work, places, at
        self._zone = ZoneInfo(workspace.settings().zone)
        self._now = to_local(at, self._zone)
        self._worktime: Worktime = workspace.worktime()
        self._pack = workspace.pack()
        self._store = workspace.media
        self._media: dict[str, Media] = {}
        self._numbers = 0

    def fill(self, sample: Sample) -> None:
        """Store everything that has a day or waits for one."""
        plans: dict[tuple[str, dt.date], list[Post]] = defaultdict(list)
        for placed in placed_posts(sample, self._now.date()):
            post = self._post(placed)
            self._work.put(post)
            self._picture(post, placed.post)
            if post.first_submitted is not None and post.page_id is not None:
                plans[post.page_id, week_of(placed.date).first].append(post)
        for (page_id, monday), posts in sorted(plans.items(), key=lambda plan: (plan[0][1], plan[0][0])):
            self._hand_in(page_id, week_of(monday), posts)
        for idea in sample.idea:
            page = self._places.pages[idea.page].id if idea.page else None
            self._work.put(Post(id=new_id(), page_id=page, title=idea.title, topic=idea.topic, state=State.IDEA))
        monday = week_of(self._now.date()).first
        for note in sample.note:
            date = monday + dt.timedelta(7 * note.week + note.day)
            self._work.put(DayNote(id=new_id(), date=date, text=note.text))

    def _post(self, placed: Placed) -> Post:
        made, page = placed.post, self._places.pages[placed.page]
        state = self._state(placed)
        topic = self._pack.topic(made.topic)
        handed_in = None if state is State.DRAFT else self._handed_in(placed)
        return Post(
            id=new_id(),
            page_id=page.id,
            date=placed.date,
            time=placed.time,
            title=made.title,
            text=made.text,
            state=state,
            topic=made.topic,
            direction=made.direction or (topic.direction if topic else None),
            urgent=made.urgent,
            urgent_reason=made.urgent_reason,
            partner=made.partner,
            pr_consent=made.pr_consent,
            borrowed=made.borrowed,
            artwork=made.artwork,
            deferred=state is State.SCHEDULED,
            link=f"{page.link}/{placed.date:%m%d}-{placed.time:%H%M}" if state is State.PUBLISHED else "",
            first_submitted=handed_in,
        )

    def _state(self, placed: Placed) -> State:
        """The past is published, the near future agreed, the next days are with the curator, the rest is drafted."""
        if dt.datetime.combine(placed.date, placed.time) <= self._now:
            return State.PUBLISHED
        if placed.post.late or self._handed_in(placed) > self._at:
            return State.DRAFT
        if placed.week <= 0:
            return State.SCHEDULED if placed.page.endswith("vk") else State.APPROVED
        return State.CHANGES_REQUESTED if placed.date.weekday() == 3 else State.SUBMITTED

    def _handed_in(self, placed: Placed) -> dt.datetime:
        """Two hours before the window closes; an urgent post the day before."""
        if placed.post.urgent:
            return to_instant(dt.datetime.combine(placed.date - dt.timedelta(1), dt.time(10, 0)), self._zone)
        return to_instant(self._worktime.submit_by(placed.date) - dt.timedelta(hours=2), self._zone)

    def _picture(self, post: Post, made: SamplePost) -> None:
        if not made.picture:
            return
        if made.picture not in self._media:
            self._media[made.picture] = self._store.add(picture(made.picture), f"{made.picture}.png")
            self._work.put(self._media[made.picture])
        self._work.put(
            Attachment(
                id=new_id(),
                post_id=post.id,
                media_id=self._media[made.picture].id,
                alt=made.alt,
                borrowed=made.picture_borrowed,
            )
        )

    def _hand_in(self, page_id: str, week: Period, posts: list[Post]) -> None:
        at = max(post.first_submitted for post in posts if post.first_submitted)
        self._numbers += 1
        effective = self._worktime.effective(to_local(at, self._zone))
        person_id = self._places.coordinators[page_id].id
        handover = Handover(page_id, week, self._numbers, 1, at, effective, person_id, self._pack)
        submission = hand_over(self._work, posts, handover)
        for post in posts:
            self._answer(post, submission)

    def _answer(self, post: Post, submission: Submission) -> None:
        if post.state is State.SUBMITTED:
            return
        changes = post.state is State.CHANGES_REQUESTED
        self._work.put(
            Verdict(
                id=new_id(),
                post_id=post.id,
                submission_id=submission.id,
                decision=Decision.CHANGES if changes else Decision.APPROVED,
                comment="Добавьте, пожалуйста, время начала и телефон для записи." if changes else "",
                person_id=self._places.curator.id,
                at=min(submission.at + dt.timedelta(hours=20), self._at),
            )
        )
