"""Regulations as files: saved, taken, refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from smcal.regulation import load_pack, pack_text, read_pack
from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.wording import FIGURES
from tests.ui.rules.driving import Later, figure, go, press, rows, type_in

BROKEN = {
    "type": (lambda text: text.replace("max = 7", 'max = "seven"'), "frequency.max"),
    "order": (lambda text: text.replace("min = 2", "min = 8"), "frequency.min"),
    "clause": (lambda text: text.replace('clause = "5.8"\nmin', 'clause = "5.99"\nmin'), "frequency.clause"),
    "key": (lambda text: text.replace("max = 7", "maxx = 7"), "frequency.maxx"),
    "twice": (lambda text: text.replace("id = 2\n", "id = 1\n"), "topics[2].id"),
    "zone": (lambda text: text.replace("Europe/Moscow", "Europe/Atlantis"), "regulation.zone"),
    "country": (lambda text: text.replace('country = "RU"', 'country = "QQ"'), "regulation.country"),
    "endless": (lambda text: text.replace("max = 7", "max = 99999999999999999999999"), "frequency.max"),
    "number": (lambda text: text.replace("id = 11\n", "id = 9223372036854775808\n"), "topics[11].id"),
    "version": (lambda text: text.replace("version = 1\n", "version = 1000000000000000000000\n"), "regulation.version"),
    "long": (lambda text: text.replace('ru = "Регламент', f'ru = "{"я" * 200_000}', 1), "regulation.title.ru"),
    "newer": (lambda text: text.replace("version = 1", "version = 1\nformat = 99"), "regulation.format"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_told_with_line_and_key_and_nothing_changes(
    own: RegulationDialog, desk: Desk, tmp_path: Path, in_next_dialog: Later, fault: str
) -> None:
    press(own.put)
    before = rows(desk, "kept_pack", "setting"), desk.workspace.pack_text()
    own.show()
    broken, key = BROKEN[fault]
    text = broken(pack_text("spb-cbs")).replace('id = "spb-cbs"', 'id = "theirs"')
    path = tmp_path / "theirs.toml"
    path.write_text(text, "utf-8")
    told: list[Any] = []
    in_next_dialog(lambda dialog: told.extend(dialog.table.values))
    own.take_from(path)
    assert key in [one.key for one in told]
    line = next(one.line for one in told if one.key == key)
    assert 1 < line <= text.count("\n")
    assert (rows(desk, "kept_pack", "setting"), desk.workspace.pack_text()) == before
    assert not own.draft.touched


def test_the_largest_numbers_are_shown_as_they_are(own: RegulationDialog, tmp_path: Path) -> None:
    largest = (("max = 7", "max = 1000"), ("days = 14", "days = 366"), ("months = 6", "months = 1200"))
    text = pack_text("spb-cbs").replace('id = "spb-cbs"', 'id = "theirs"').replace("id = 11\n", "id = 9999\n")
    for old, new in largest:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "theirs.toml"
    path.write_text(text, "utf-8")
    own.take_from(path)
    go(own, FIGURES)
    assert figure(own, "frequency", "max").value() == 1000
    assert figure(own, "events", "days").value() == 366
    assert figure(own, "coordinators", "months").value() == 1200
    assert own.draft.pack.topics[-1].id == 9999 and not own.draft.flaws


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"x" * (10 * 1024 * 1024), "too large"),
        ('[regulation]\nid = "ж"\n'.encode("cp1251"), "UTF-8"),
        (b"[regulation\n", "TOML"),
        (b"x = " + b"9" * 5_000, "too many digits"),
        (b"x = " + b"[" * 5_000, "nested too deeply"),
        (b"\x00\x01\x02" * 50, "TOML"),
    ],
)
def test_what_is_no_regulation_at_all_is_said_in_one_line(
    shown: RegulationDialog, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    shown.take_from(path)
    assert said in shown.notice.text
    assert "stays as it is" in shown.notice.text
    assert not shown.draft.touched


def test_an_empty_and_a_missing_file_are_told_too(
    shown: RegulationDialog, tmp_path: Path, in_next_dialog: Later
) -> None:
    (tmp_path / "empty.toml").touch()
    told: list[Any] = []
    in_next_dialog(lambda dialog: told.extend(dialog.table.values))
    shown.take_from(tmp_path / "empty.toml")
    assert told
    shown.take_from(tmp_path / "nowhere.toml")
    assert "nowhere.toml" in shown.notice.text


def test_out_and_in_again_is_the_same_and_is_looked_at_first(
    own: RegulationDialog, desk: Desk, tmp_path: Path, qtbot: Any
) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "6")
    wanted = own.draft.pack
    own.save_to(tmp_path / "ours.toml")
    assert read_pack((tmp_path / "ours.toml").read_bytes(), "") == wanted
    own.draft.begin(own.draft._start)
    own.take_from(tmp_path / "ours.toml")
    assert own.draft.pack == wanted
    assert desk.workspace.settings().pack is None
    press(own.put)
    assert desk.workspace.pack_text() == (tmp_path / "ours.toml").read_text("utf-8")


def test_a_file_keeps_its_comments_when_it_comes_in_force(shown: RegulationDialog, desk: Desk, tmp_path: Path) -> None:
    text = pack_text("generic").replace('id = "generic"', 'id = "theirs"') + "# a word of ours\n"
    (tmp_path / "theirs.toml").write_text(text, "utf-8")
    shown.take_from(tmp_path / "theirs.toml")
    press(shown.put)
    assert desk.workspace.pack_text() == text


def test_a_changed_file_under_a_shipped_name_is_given_one_of_its_own(
    shown: RegulationDialog, tmp_path: Path, in_next_dialog: Later
) -> None:
    (tmp_path / "ours.toml").write_text(pack_text("spb-cbs").replace("max = 7", "max = 6"), "utf-8")
    in_next_dialog(lambda dialog: dialog.accept())
    shown.take_from(tmp_path / "ours.toml")
    assert (shown.draft.pack.id, shown.draft.pack.frequency.max) == ("spb-cbs-own", 6)


def test_a_folder_that_cannot_be_written_is_told(own: RegulationDialog, tmp_path: Path) -> None:
    own.save_to(tmp_path / "nowhere" / "ours.toml")
    assert "was not written" in own.notice.text


def test_another_shipped_regulation_holds_word_for_word_and_cannot_be_changed_either(
    shown: RegulationDialog, desk: Desk, tmp_path: Path, make_dialog: Callable[[], RegulationDialog]
) -> None:
    path = tmp_path / "theirs.toml"
    path.write_text(pack_text("espelkamp"), "utf-8")
    shown.take_from(path)
    assert not shown.draft.own
    press(shown.put)
    assert desk.workspace.pack() == load_pack("espelkamp")
    assert desk.workspace.pack_text() == pack_text("espelkamp")
    again = make_dialog()
    assert not again.draft.own and again.head.make_own.isVisible() and again.go_back.isVisible()
    desk.undo()
    assert desk.workspace.pack() == load_pack("spb-cbs")


def test_what_is_in_force_is_saved_word_for_word(
    shown: RegulationDialog, tmp_path: Path, make_dialog: Callable[[], RegulationDialog]
) -> None:
    text = pack_text("generic").replace('id = "generic"', 'id = "theirs"') + "# a word of ours\n"
    (tmp_path / "theirs.toml").write_text(text, "utf-8")
    shown.take_from(tmp_path / "theirs.toml")
    press(shown.put)
    make_dialog().save_to(tmp_path / "out.toml")
    assert (tmp_path / "out.toml").read_text("utf-8") == text


def test_what_is_wrong_with_a_file_can_be_sent_to_whoever_wrote_it(
    shown: RegulationDialog, tmp_path: Path, in_next_dialog: Later
) -> None:
    path = tmp_path / "theirs.toml"
    path.write_text(pack_text("spb-cbs").replace("max = 7", "maxx = 7"), "utf-8")
    in_next_dialog(lambda dialog: press(dialog.copy_list))
    shown.take_from(path)
    lines = QApplication.clipboard().text().splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in lines] == ["frequency.maxx"]
    assert lines[0].startswith("theirs.toml:")
