"""Fixes that ask somebody outside, and those that lead to planning the week."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from smcal.planning.fixes import Letter
from smcal_ui.fixes.fixer import LONGEST, draft
from smcal_ui.proposal.dialog import ProposalDialog
from tests.ui.why.test_fixes import NEXT_WEEK, go_to_line, in_menu

__all__ = ["in_menu"]
MONDAY = dt.date(2026, 12, 14)


class Mailer(QObject):
    """A mail program: takes drafts."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.drafts: list[str] = []

    @Slot("QUrl")
    def take(self, url) -> None:
        self.drafts.append(url.toString())


@pytest.fixture
def mailer():
    program = Mailer()
    QDesktopServices.setUrlHandler("mailto", program, "take")
    yield program
    QDesktopServices.unsetUrlHandler("mailto")


def test_the_request_to_the_pr_service_is_copied(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите в музей", topic=6, date=NEXT_WEEK.first, partner="Музей")
    go_to_line(opened, "partners.consent", post.id)
    in_menu("Copy a request")
    opened.keys("Ctrl+.")
    text = QGuiApplication.clipboard().text()
    assert all(part in text for part in ("Вечер", "Партнёр: Музей", "Приходите в музей", "Страница: "))
    assert opened.window.saying.text == "The request is on the clipboard."
    assert opened.stored(post.id).pr_consent is False


def test_the_request_to_the_pr_service_is_a_draft_of_a_mail(opened, in_menu, mailer):
    post = opened.make(title="Вечер", text="Музей", topic=6, date=NEXT_WEEK.first, partner="Музей")
    go_to_line(opened, "partners.consent", post.id)
    in_menu("Write to the PR service")
    opened.keys("Ctrl+.")
    (mail,) = mailer.drafts
    assert mail.startswith("mailto:?subject=") and "Вечер" in mail
    assert "Музей" in QGuiApplication.clipboard().text()
    assert opened.window.saying.text.startswith("A mail is being opened")


def test_a_letter_too_long_for_an_address_goes_by_the_clipboard():
    short = draft(Letter("Тема", "Раз\nДва & три"))
    told = parse_qs(urlsplit(short.toEncoded().toStdString()).query)
    assert told == {"subject": ["Тема"], "body": ["Раз\r\nДва & три"]}
    long = draft(Letter("Тема", "слово " * LONGEST))
    assert "body" not in long.toString() and len(long.toEncoded().toStdString()) < LONGEST


def test_a_thin_week_leads_to_planning_it(opened, in_menu, monkeypatch):
    shown: list[ProposalDialog] = []
    monkeypatch.setattr(ProposalDialog, "exec", lambda dialog: shown.append(dialog))  # noqa: PLW0108  a plain function is bound, a method is not
    opened.window.show_week(MONDAY)
    opened.settle()
    row = go_to_line(opened, "frequency.min")
    finding = opened.window.findings.lines[row].finding
    in_menu("Plan the week")
    opened.keys("Ctrl+.")
    (dialog,) = shown
    assert [page.id for page in dialog.pages] == [finding.page_id]
    assert dialog.period is not None and finding.args["first"] in dialog.period
    dialog.reject()
    dialog.deleteLater()
