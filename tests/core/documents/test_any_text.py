"""F81: whatever people type or paste, once it is cleaned at the border no writer ever breaks."""

from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.documents import PlanDocument, write_csv, write_docx, write_pdf
from smcal.text import clean_name, clean_text
from smcal.words import words
from tests.core.documents import samples

RU = words("ru")
NASTY = st.sampled_from(
    [
        "\x00",
        "\x0b",
        "\x1f",
        "\ud800",
        "\ufffe",
        "\uffff",
        "\u202e",
        "\u2028",
        "\x85",
        "👩‍👩‍👧",
        "1️⃣",
        "\u0301",
        "\ue000",
    ]
)
ANY = st.lists(st.one_of(st.text(max_size=20), NASTY, st.sampled_from(["{{ x }}", "{%", "#let", "$", "]]>", "{_{"])))
TEXT = ANY.map("".join)


def plan(title: str, text: str) -> PlanDocument:
    name = clean_name(title)
    post = samples.post(0, title=name, text=clean_text(text), partner=name, urgent=True, urgent_reason=name)
    return samples.plan((post,), page=name, coordinator=name, curator=name)


@settings(max_examples=40)
@given(title=TEXT, text=TEXT)
def test_f81_word_and_csv_take_any_text(title: str, text: str) -> None:
    document = plan(title, text)
    with TemporaryDirectory() as folder:
        write_csv(document, Path(folder) / "plan.csv", RU)
        made = Document(str(write_docx(document, Path(folder) / "plan.docx", RU).path))
    assert len(made.tables[1].rows) == 2


@settings(max_examples=12)
@given(texts=st.lists(st.tuples(TEXT, TEXT), min_size=4, max_size=8))
def test_f81_pdf_takes_any_text(texts: list[tuple[str, str]]) -> None:
    posts = tuple(samples.post(n, title=clean_name(t), text=clean_text(x)) for n, (t, x) in enumerate(texts))
    with TemporaryDirectory() as folder:
        written = write_pdf(samples.plan(posts), Path(folder) / "plan.pdf", RU)
        assert written.path.read_bytes().endswith(b"%%EOF")
