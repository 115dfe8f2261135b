"""Puts the posts of a preview into a workspace, all of them in one unit of work."""

from collections import Counter
from collections.abc import Iterable, Sequence

from smcal.errors import WrongUse
from smcal.imports.place import places_of
from smcal.imports.preview import ImportPreview, ReadRow
from smcal.model import Page, Post, State, new_id
from smcal.store.work import Work
from smcal.words import Words, _

Likeness = tuple[object, ...]


def import_posts(
    work: Work,
    preview: ImportPreview,
    pages: Sequence[Page],
    fallback: Page | None = None,
    *,
    words: Words,
    there: Iterable[Post] = (),
    skip_bad: bool = False,
) -> list[Post]:
    """Store the posts of a preview as drafts, or as ideas when undated; return those that were stored.

    A row that names several networks gives a post on the page of each. `there` are the posts of the workspace: what
    was imported before is not imported again, so that a repeated import changes nothing. Raises `WrongUse` while rows
    are refused, unless `skip_bad`; then nothing was written.
    """
    if preview.refused and not skip_bad:
        raise WrongUse(_("Nothing was imported: the dates of {n} rows cannot be read.").format(n=len(preview.refused)))
    posts = posts_of(preview, pages, fallback, words)
    known = Counter(_likeness(post) for post in there)
    stored = []
    for post in posts:
        if known[_likeness(post)]:
            known[_likeness(post)] -= 1
        else:
            work.put(post)
            stored.append(post)
    return stored


def posts_of(preview: ImportPreview, pages: Sequence[Page], fallback: Page | None, words: Words) -> list[Post]:
    """The posts that an import would make, with fresh identifiers, in the order of the file."""
    made = []
    lines = {row.row: row.line for row in preview.posts}
    for row in preview.posts:
        first = lines[row.copy_of] if row.copy_of is not None else None
        places = places_of(row, pages, fallback, words)
        for page in places.pages or (None,):
            made.append(_post(row, page, _note(row, places.remark, first, words)))
    return made


def _note(row: ReadRow, remark: str, first: int | None, words: Words) -> str:
    copy = words.gettext("Exact copy of line {line} of the table.").format(line=first) if first is not None else ""
    return "\n".join(filter(None, [row.note, remark, copy]))


def _post(row: ReadRow, page: Page | None, note: str) -> Post:
    return Post(
        id=new_id(),
        page_id=page.id if page else None,
        date=row.date,
        time=row.time,
        title=row.title,
        text=row.text,
        state=State.IDEA if row.date is None else State.DRAFT,
        topic=row.topic,
        direction=row.direction,
        note=note,
    )


def _likeness(post: Post) -> Likeness:
    return post.page_id, post.date, post.time, post.title, post.text
