"""Finding posts by their text."""

import pytest

from smcal.store import Workspace
from tests.library import a_post

NASTY = ("' OR 1=1 --", "%", "_", '"', "(", "NEAR(", "\\", "*", "a" * 10_000, "\x00", "\ud800", ") OR (1")


@pytest.mark.parametrize("typed", ["Ёлка", "ёлка", "елка", "ЕЛКА", "  ёлк ", "Е\u0308лка", "книг елка"])
def test_case_and_yo_do_not_matter(workspace: Workspace, typed: str) -> None:
    tree = a_post(0, title="Новогодняя ёлка", text="Для читателей книг")
    with workspace.work("Add") as work:
        work.put(tree)
        work.put(a_post(1, title="Выставка", text="о книгах"))
    assert workspace.read().find(typed) == [tree]


def test_every_word_must_occur_and_an_edit_is_found_at_once(workspace: Workspace) -> None:
    post = a_post(0, title="Лекция")
    with workspace.work("Add") as work:
        work.put(post)
        post = work.put(a_post(0, id=post.id, title="Концерт"))
    assert workspace.read().find("лекция") == []
    assert workspace.read().find("концерт") == [post]
    assert workspace.read().find("концерт лекция") == []


@pytest.mark.parametrize("typed", NASTY)
def test_f86_no_input_breaks_the_search_or_finds_everything(workspace: Workspace, typed: str) -> None:
    with workspace.work("Add") as work:
        work.put(a_post())
    assert workspace.read().find(typed) == []


@pytest.mark.parametrize("letter", ["%", "_", "\\", "'", '"', "("])
def test_f86_signs_of_the_search_language_are_found_as_themselves(workspace: Workspace, letter: str) -> None:
    post = a_post(0, title=f"Скидка 5{letter}")
    with workspace.work("Add") as work:
        work.put(post)
        work.put(a_post(1, title="Скидка 57"))
    assert workspace.read().find(f"5{letter}") == [post]


def test_nothing_is_found_by_nothing_and_no_more_than_asked(workspace: Workspace) -> None:
    with workspace.work("Add") as work:
        for number in range(5):
            work.put(a_post(number))
    assert workspace.read().find("   ") == []
    assert len(workspace.read().find("пост", limit=3)) == 3
