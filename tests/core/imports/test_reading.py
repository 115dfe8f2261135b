"""Files as people keep them: encodings, delimiters, and what is no table at all."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.errors import UnreadableFile
from smcal.imports import parse_table, read_table

PLAN = (
    "Дата;Время;Соцсеть;Заголовок\r\n03.12.2026;18:00;ВК;Вечер настольных игр\r\n04.12.2026;;ТГ;Ёлка и «Щелкунчик»\r\n"
)


def saved(tmp_path, data, name="plan.csv"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "utf-16-le", "utf-16-be", "koi8-r", "cp866"]
)
def test_f74_russian_text_is_read_in_the_encoding_it_was_written_in(tmp_path, encoding):
    text = PLAN.replace("Ёлка и «Щелкунчик»", "Новогодняя ёлка") if encoding in ("koi8-r", "cp866") else PLAN
    table = read_table(saved(tmp_path, text.encode(encoding)))
    assert table.header == ("Дата", "Время", "Соцсеть", "Заголовок")
    assert table.rows[0].cells == ("03.12.2026", "18:00", "ВК", "Вечер настольных игр")
    assert table.rows[1].cells[3] == text.split(";")[-1].strip()


@pytest.mark.parametrize("text", ["Lesung für Kinder über Bäume", "Café à Noël", "¿Qué leer en otoño?"])
def test_f74_western_text_in_an_eight_bit_encoding_stays_western(tmp_path, text):
    table = read_table(saved(tmp_path, f"date,title\n2026-12-03,{text}\n".encode("cp1252")))
    assert table.rows[0].cells[1] == text
    assert table.encoding == "cp1252"


def test_f74_a_few_russian_letters_are_enough(tmp_path):
    table = read_table(saved(tmp_path, "date;title\n2026-12-03;Афиша\n".encode("cp1251")))
    assert table.rows[0].cells[1] == "Афиша"


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_f74_the_delimiter_is_found(mark):
    rows = [["Дата", "Заголовок", "Текст"], ["03.12.2026", "Игры", "для всех"], ["04.12.2026", "Ёлка", "и гирлянды"]]
    table = parse_table("\n".join(mark.join(row) for row in rows), "plan.csv")
    assert table.delimiter == mark
    assert [list(row.cells) for row in table.rows] == rows[1:]


def test_commas_in_titles_do_not_beat_semicolons():
    text = "Рубрика;Тема статьи\nНовости;Книги, игры, кино: что выбрать\nНовости;Зима, снег, чай\n"
    assert parse_table(text, "plan.csv").delimiter == ";"


def test_a_declared_delimiter_is_obeyed():
    assert parse_table("sep=|\nдата|заголовок, длинный\n2026-12-03|А, Б\n", "plan.csv").delimiter == "|"


def test_cells_of_several_lines_and_doubled_quotes():
    text = 'date,caption\r\n2026-12-03,"Первая\nвторая ""строка"""\r\n2026-12-04,Одна\n'
    table = parse_table(text, "plan.csv")
    assert [row.cells[1] for row in table.rows] == ['Первая\nвторая "строка"', "Одна"]


def test_f81_control_characters_are_cleaned():
    table = parse_table("Дата;Заголовок\n03.12.2026;Афи\x00ша\x1b[31m \ud800\ufffe\n", "plan.csv")
    assert table.rows[0].cells[1].strip() == "Афиша[31m"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"])
def test_f46_a_stray_nul_is_cleaned_like_any_control_character(tmp_path, encoding):
    table = read_table(saved(tmp_path, PLAN.replace("Дата", "Да\0та").replace("игр", "и\0гр").encode(encoding)))
    assert table.header[0] == "Дата"
    assert table.rows[0].cells[3] == "Вечер настольных игр"


@pytest.mark.parametrize("length", range(60, 64))
def test_f46_a_short_table_with_a_nul_is_not_taken_for_utf_16(tmp_path, length):
    table = read_table(saved(tmp_path, b"date;title\n2026-12-03;Ga\0mes".ljust(length, b"s")))
    assert table.rows[0].cells[1].rstrip("s") == "Game"


def test_f81_encoded_surrogates_are_dropped_and_pairs_joined(tmp_path):
    text = "date;title\n2026-12-03;Ёлка\ud800, \ud83c\udf84 и гирлянды\n"
    for encoding in ("utf-8", "utf-16"):
        table = read_table(saved(tmp_path, text.encode(encoding, "surrogatepass")))
        assert table.rows[0].cells[1] == "Ёлка, 🎄 и гирлянды"


def test_rows_above_the_headings_are_kept_apart():
    table = parse_table("Контент-план на декабрь;;\n;;\nДата;Соцсеть;Заголовок\n03.12.2026;ВК;Игры\n", "plan.csv")
    assert table.header == ("Дата", "Соцсеть", "Заголовок")
    assert [row.line for row in table.above] == [1, 2]
    assert [row.line for row in table.rows] == [4]


def test_a_table_without_headings_numbers_its_columns():
    table = parse_table("03.12.2026;18:00;ВК;Игры\n04.12.2026;18:00;ВК;Ёлка\n", "plan.csv")
    assert not table.has_header
    assert table.header == ("1", "2", "3", "4")
    assert len(table.rows) == 2


def test_headings_that_nobody_knows_are_headings_all_the_same():
    table = parse_table("Ымя;Штука\nИгры;03.12.2026\nЁлка;04.12.2026\n", "plan.csv")
    assert table.header == ("Ымя", "Штука")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Дата;Текст\n03.12.2026;да\n04.12.2026;"без конца\n05.12.2026;да\n', 3),
        ('Дата;Текст\n03.12.2026;"две\nстроки"\n04.12.2026;"без конца\n', 4),
        ('sep=;\nДата;Текст\n\n03.12.2026;"без конца\n', 4),
        ('Дата;Текст\n"03.12.2026";"две\nстроки"\n' + "x;" * 600 + "\n", 4),
    ],
    ids=["plain", "after a cell of two lines", "below a declared delimiter", "too many columns"],
)
def test_f74_what_is_wrong_is_told_by_the_line_of_the_file(text, line):
    with pytest.raises(UnreadableFile, match=rf"(?i)\bline {line}\b"):
        parse_table(text, "plan.csv")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"  \r\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "not a table"),
        (bytes(range(256)) * 20, "not a table"),
        (Path(sys.executable).read_bytes()[:200_000], "not a table"),
        (b"SQLite format 3\x00\x10\x00\x01\x01\x00@  \x00\x00\x00\x07" + bytes(4000) + b"CREATE TABLE", "not a table"),
        (b"PK\x03\x04" + b"\x00" * 50, "cannot be imported yet"),
        (b"%PDF-1.7 ...", "cannot be imported yet"),
        ('Дата;Текст\n03.12.2026;"без конца\n04.12.2026;да\n'.encode(), "never closed"),
        (b"date;text\n2026-12-03;" + b"x" * 10_000_000, "too long"),
        (b"date;title\n2026-12-03;" + "Ёлка".encode() * 9 + b"\xd0\n", "damaged near line 2"),
    ],
    ids=[
        "nothing",
        "blank",
        "mark only",
        "picture",
        "noise",
        "program",
        "database",
        "zip",
        "pdf",
        "open quote",
        "long line",
        "cut letter",
    ],
)
def test_f74_what_cannot_be_read_is_refused_in_one_line(tmp_path, data, said):
    path = saved(tmp_path, data)
    with pytest.raises(UnreadableFile, match=said) as refusal:
        read_table(path)
    assert "\n" not in str(refusal.value)
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.ics", "plan.docx", "plan.md"])
def test_formats_that_come_later_say_so(tmp_path, name):
    with pytest.raises(UnreadableFile, match="cannot be imported yet"):
        read_table(saved(tmp_path, b"whatever", name))


def test_f73_too_many_rows_are_refused(tmp_path):
    rows = "\n".join(f"2026-12-03;Post {n}" for n in range(20_000))
    assert len(read_table(saved(tmp_path, f"date;title\n{rows}\n".encode())).rows) == 20_000
    with pytest.raises(UnreadableFile, match="more than 20000 rows"):
        read_table(saved(tmp_path, f"date;title\n{rows}\n2026-12-03;One more\n".encode()))


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(UnreadableFile, match="no file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_table(tmp_path)


@given(st.binary(max_size=400))
def test_f74_no_bytes_whatever_break_the_reading(tmp_path_factory, data):
    path = saved(tmp_path_factory.mktemp("bytes"), data)
    try:
        read_table(path)
    except UnreadableFile as refusal:
        assert str(refusal)


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=20), min_size=1, max_size=9
    )
)
def test_no_lines_whatever_are_lost(lines):
    text = "\n".join(["Дата;Заголовок", *(line.replace('"', "") + ";конец" for line in lines)])
    table = parse_table(text, "plan.csv")
    assert len(table.rows) == len(lines)
