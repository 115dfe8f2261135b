"""Commands on posts: new, move, copy, duplicate, bin, copy the text, save the pictures."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from smcal.model import FIXED_STATES, MediaKind, Post, State
from smcal.reasons import reason_of
from smcal.store.changes import Area
from smcal.words import N_, _, ngettext
from smcal_ui.commands import Command, Menu
from smcal_ui.desk import Desk

DEFAULT_TIME = dt.time(12, 0)


class PlanCommands(QObject):
    """What can be done to the chosen posts. `chosen` tells which these are."""

    madePost = Signal(object)  # Post: just made, show it
    copiedPost = Signal(object)  # Post: the first of the duplicates
    moved = Signal(list, bool)  # posts as they are now, whether they are copies
    mendRequested = Signal(str)  # id: open this post to change it
    said = Signal(str)  # a short word of what was done

    def __init__(self, desk: Desk, chosen: Callable[[], list[str]], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._chosen = chosen
        self._window = window
        self._fresh: set[str] = set()  # made by hand and not left yet

    def menu(self) -> Menu:
        """The menu of posts."""
        return Menu(
            _("&Post"),
            (
                Command("post.move", _("&Move…"), self.move_by_form, "Ctrl+M"),
                Command("post.copy_to", _("&Copy to…"), self.copy_by_form, "Ctrl+Shift+M"),
                Command("post.duplicate", _("&Duplicate"), self.duplicate, "Ctrl+D"),
                Command("post.tray", _("To the &tray"), self.to_tray, "Ctrl+T"),
                None,
                Command("post.copy_text", _("Copy te&xt"), self.copy_text, "Ctrl+Shift+C"),
                Command("post.save_pictures", _("&Save pictures…"), self.save_pictures, "Ctrl+Shift+S"),
                None,
                Command("post.answer", _("Curator’s &answer…"), self.answer, "Ctrl+R"),
                Command("post.published", _("&Published…"), self.published, "Ctrl+L"),
                Command("post.remove", _("Ta&ke down…"), self.remove),
                Command("post.history", _("&History…"), self.history, "Ctrl+H"),
                None,
                # a key of week and tray alone: in a field it takes a letter away
                Command("post.bin", _("Move to the &bin") + "\tDel", self.bin),
            ),
        )

    def new(self, page_id: str | None, date: dt.date | None, title: str = "") -> None:
        """Make a post on a day of a page, at noon; on a past day it goes to the tray."""
        from smcal.planning import edit  # after the first paint

        for post_id in list(self._fresh):
            self.tidy(post_id)
        passed = date is not None and date < self._desk.today
        date = None if passed else date
        time = DEFAULT_TIME if date is not None else None
        post = self._desk.do(
            N_("New post"), lambda work: edit.new_post(work, page_id, date=date, time=time, title=title)
        )
        if post is not None:
            self._fresh.add(post.id)
            self.madePost.emit(post)
            if passed:
                self.said.emit(_("That day has passed: the post waits without a date."))

    def tidy(self, post_id: str) -> None:
        """A post that was just made and is left entirely empty is not kept; undo and redo know it all the same."""
        if post_id not in self._fresh:
            return
        self._fresh.discard(post_id)
        post = self._desk.post(post_id)
        if post is None or post.binned is not None or not self._is_empty(post):
            return
        last = self._desk.undo_stack.undo_step()
        if last is not None and [(c.area, c.id, c.after) for c in last.changes] == [(Area.POSTS, post_id, None)]:
            self._desk.undo()
        else:
            self._desk.do(N_("Remove an empty post"), lambda work: work.remove(Area.POSTS, post_id))
        self.said.emit(_("The empty post was not kept."))

    def tidy_all(self) -> None:
        """The same for every post that was just made: the window closes."""
        for post_id in list(self._fresh):
            self.tidy(post_id)

    def _is_empty(self, post: Post) -> bool:
        bare = Post(id=post.id, page_id=post.page_id, date=post.date, time=post.time, state=post.state)
        with self._desk.read() as reader:
            return post == bare and post.id not in reader.attachments([post.id])

    def able(self) -> dict[str, bool]:
        """Which commands can do something to what is chosen now."""
        ids = self._chosen()
        post = self._one()
        happened = post is not None and post.state in FIXED_STATES
        able = dict.fromkeys(("post.copy_to", "post.duplicate", "post.bin"), bool(ids))
        able |= dict.fromkeys(("post.move", "post.tray"), bool(ids) and not happened)
        able |= dict.fromkeys(("post.copy_text", "post.history"), post is not None)
        able["post.save_pictures"] = post is not None and self._has_files(post)
        able["post.answer"] = self._any_can_be_answered(ids)
        able["post.remove"] = post is not None and post.state is State.PUBLISHED
        able["post.published"] = post is not None and post.state is not State.REMOVED
        return able

    def _any_can_be_answered(self, ids: list[str]) -> bool:
        if not ids:  # as at the first paint, which needs nothing of this
            return False
        from smcal.planning.answer import can_be_answered

        with self._desk.read() as reader:
            return any(can_be_answered(post) for post in map(reader.post, ids) if post is not None)

    def _has_files(self, post: Post) -> bool:
        with self._desk.read() as reader:
            return post.id in reader.attachments([post.id])

    def new_titled(self, page_id: str | None, date: dt.date | None, title: str) -> None:
        """Make a post whose title was begun on the keyboard."""
        self.new(page_id, date, title)

    def duplicate(self) -> None:
        """Copy the chosen posts to where they stand."""
        from smcal.planning import move  # after the first paint

        ids = self._chosen()
        if ids:
            made = self._desk.do(N_("Duplicate posts"), lambda work: move.duplicate(work, ids, today=self._desk.today))
            if made:
                self.copiedPost.emit(made[0])

    def to_tray(self) -> None:
        """Take the date from the chosen posts."""
        from smcal.planning import move  # after the first paint

        ids = self._chosen()
        if ids:
            today = self._desk.today
            posts = self._desk.do(N_("Move to the tray"), lambda work: move.move(work, ids, None, None, today=today))
            if posts:
                self.moved.emit(posts, False)

    def bin(self) -> None:
        """Put the chosen posts into the bin; undo takes them back."""
        from smcal.planning import move  # after the first paint

        ids = self._chosen()
        if ids:
            self._desk.do(N_("Move to the bin"), lambda work: move.bin_posts(work, ids, self._desk.at))
            text = ngettext(
                "{n} post in the bin. Ctrl+Z takes it back.", "{n} posts in the bin. Ctrl+Z takes them back.", len(ids)
            )
            self.said.emit(text.format(n=len(ids)))

    def copy_text(self) -> None:
        """Put the text of the chosen post on the clipboard, ready for the network."""
        post = self._one()
        if post is not None:
            QGuiApplication.clipboard().setText(post.text or post.title)
            self.said.emit(_("The text is on the clipboard."))

    def save_pictures(self) -> None:
        """Save the files of the chosen post into a folder, in their order."""
        post = self._one()
        if post is None:
            return
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        folder = QFileDialog.getExistingDirectory(self._window, _("Save the pictures of the post to"), downloads)
        if folder:
            try:
                count = self.save_pictures_to(post, Path(folder))
            except OSError as error:
                text = _(
                    "The files were not saved to {folder}: {reason}. The post is unchanged; choose another folder."
                )
                self._desk.failed.emit(text.format(folder=folder, reason=reason_of(error)))
            else:
                self.said.emit(ngettext("{n} file saved.", "{n} files saved.", count).format(n=count))

    def save_pictures_to(self, post: Post, folder: Path) -> int:
        """Copy the files of a post into a folder; names there are never overwritten. Returns how many."""
        with self._desk.read() as reader:
            attachments = reader.attachments([post.id]).get(post.id, ())
            media = reader.media([a.media_id for a in attachments])
        for number, attachment in enumerate(attachments, 1):
            file = media[attachment.media_id]
            kind = _("picture") if file.kind is MediaKind.PICTURE else _("file")
            day = post.date.isoformat() if post.date else _("undated")
            target = _free(folder / f"{day} {kind} {number}{file.suffix}")
            target.write_bytes(self._desk.workspace.media.path(file).read_bytes())
        return len(attachments)

    def move_by_form(self) -> None:
        """Move the chosen posts by a form."""
        self._by_form(copy=False)

    def copy_by_form(self) -> None:
        """Copy the chosen posts by a form."""
        self._by_form(copy=True)

    def answer(self) -> None:
        """Enter the curator's answer about the chosen posts."""
        from smcal_ui.dialogs.answer import AnswerDialog, kept_text  # dialogs are loaded when opened

        ids = self._chosen()
        if ids:
            dialog = AnswerDialog(self._desk, ids, self._window)
            if dialog.exec():
                self.said.emit(kept_text(dialog.saved))

    def published(self) -> None:
        """Note that the chosen post went out."""
        from smcal_ui.dialogs.published import PublishedDialog  # dialogs are loaded when opened

        post = self._one()
        if post is not None:
            PublishedDialog(self._desk, post.id, self._window).exec()

    def remove(self) -> None:
        """Note that the chosen post was taken down, and why; or go and mend it."""
        from smcal_ui.dialogs.removal import take_down  # dialogs are loaded when opened

        post = self._one()
        if post is not None and take_down(self._desk, post.id, self._window):
            self.mendRequested.emit(post.id)

    def history(self) -> None:
        """What happened to the chosen post."""
        from smcal_ui.dialogs.history import HistoryDialog  # dialogs are loaded when opened

        post = self._one()
        if post is not None:
            HistoryDialog(self._desk, post.id, self._window).exec()

    def _by_form(self, copy: bool) -> None:
        from smcal_ui.dialogs.move import MoveDialog  # dialogs are loaded when opened

        ids = self._chosen()
        if ids:
            dialog = MoveDialog(self._desk, ids, copy=copy, parent=self._window)
            if dialog.exec():
                self.moved.emit(dialog.moved, copy)

    def _one(self) -> Post | None:
        ids = self._chosen()
        return self._desk.post(ids[0]) if len(ids) == 1 else None


def _free(path: Path) -> Path:
    """The path, or one with a number where that name is taken."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem} ({number})")
        number += 1
    return free
