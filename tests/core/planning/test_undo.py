"""Undo is tested by a machine: whatever was done, the walk to the start and back ends where it began."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from smcal.model import Period
from smcal.planning import edit, move
from smcal.planning.book import PlanBook
from smcal.planning.refusal import Refused
from smcal.planning.undo import UndoStack
from smcal.store import Settings, Workspace

from .conftest import LATER, NOW, TODAY, Library

DAYS = st.integers(0, 120).map(lambda n: TODAY + dt.timedelta(n)) | st.none()
YEAR = Period(dt.date(2026, 7, 1), dt.date(2027, 6, 30))


class Planning(RuleBasedStateMachine):
    """Random edits of a few posts, undone and redone at random."""

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library(Workspace.create(Path(self.folder.name) / "l.smcal", Settings(library="L")))
        self.workspace = self.library.workspace
        self.posts = [self.library.post(), self.library.post(date=LATER + dt.timedelta(1))]
        self.stack, self.book = UndoStack(), PlanBook(self.workspace)
        self.book.load(YEAR)

    def teardown(self):
        if hasattr(self, "workspace"):
            self.workspace.close()
            self.folder.cleanup()

    def do(self, action, merge_key=None):
        try:
            with self.workspace.work("step", at=NOW) as work:
                action(work)
        except Refused:
            return
        self.stack.push(work.changes, merge_key)
        self.book.take(work.changes)

    @rule(which=st.integers(0, 1), text=st.text(max_size=8), fold=st.booleans())
    def type_text(self, which, text, fold):
        post = self.posts[which]
        self.do(lambda work: edit.edit(work, post.id, text=text), (post.id, "text") if fold else None)

    @rule(which=st.integers(0, 1), date=DAYS, other=st.booleans())
    def move(self, which, date, other):
        page = self.library.other.id if other else None
        self.do(lambda work: move.move(work, [self.posts[which].id], page, date, today=TODAY))

    @rule(date=DAYS)
    def copy(self, date):
        self.do(lambda work: move.copy(work, [p.id for p in self.posts], None, date, today=TODAY))

    @rule(which=st.integers(0, 1))
    def bin_or_unbin(self, which):
        post = self.library.now(self.posts[which])
        if post.binned:
            self.do(lambda work: move.unbin(work, [post.id]))
        else:
            self.do(lambda work: move.bin_posts(work, [post.id], NOW))

    @precondition(lambda self: self.stack.undo_step() is not None)
    @rule()
    def undo(self):
        self.book.take(self.workspace.apply(self.stack.undo_step()))
        self.stack.undone()

    @precondition(lambda self: self.stack.redo_step() is not None)
    @rule()
    def redo(self):
        self.book.take(self.workspace.apply(self.stack.redo_step()))
        self.stack.redone()

    @invariant()
    def the_book_is_what_is_stored(self):
        fresh = PlanBook(self.workspace).plan(YEAR)
        kept = self.book.plan(YEAR)
        assert {page: kept.posts.get(page, []) for page in fresh.posts} == fresh.posts

    @invariant()
    def everything_can_be_undone_and_redone(self):
        here, steps = self.everything(), 0
        while (step := self.stack.undo_step()) is not None:
            self.workspace.apply(step)
            self.stack.undone()
            steps += 1
        start = {post.id: post for post in self.posts}
        assert self.everything() == start
        for _step in range(steps):
            self.workspace.apply(self.stack.redo_step())
            self.stack.redone()
        assert self.everything() == here

    def everything(self):
        with self.workspace.read() as reader:
            return {post.id: post for post in (*reader.posts(YEAR), *reader.tray(), *reader.bin())}


TestPlanning = Planning.TestCase
TestPlanning.settings = settings(max_examples=8, stateful_step_count=8, deadline=None)
