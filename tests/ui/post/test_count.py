"""The counter: against the limit of the network, which is shorter with pictures."""

import pytest

from smcal.model import Network
from smcal_ui.post.count import text_count, title_count


@pytest.mark.parametrize(
    ("length", "network", "pictures", "said", "too_long"),
    [
        (5, Network.VK, True, "Text · 5 of 15\u00a0895", False),
        (1025, Network.TELEGRAM, False, "Text · 1\u00a0025 of 4\u00a0096", False),
        (1024, Network.TELEGRAM, True, "Text with pictures · 1\u00a0024 of 1\u00a0024", False),
        (
            1025,
            Network.TELEGRAM,
            True,
            "Text with pictures · 1\u00a0025 of 1\u00a0024: too long for this network",
            True,
        ),
        (7, Network.WEBSITE, False, "Text · 7", False),
        (7, None, False, "Text · 7", False),
    ],
)
def test_a_text_is_counted_against_its_network(length, network, pictures, said, too_long):
    assert text_count("a" * length, network, pictures) == (said, too_long)


def test_a_title_may_be_too_long_for_its_network():
    assert title_count("a" * 101, Network.YOUTUBE) == "The title has 101 characters, this network takes 100."
    assert title_count("a" * 101, Network.VK) == ""


def test_the_counter_follows_typing_and_the_page(opened):
    post = opened.make(title="Вечер", page_id=opened.page("telegram").id)
    opened.show(post.id)
    opened.type("text", "Приходите")
    texts = [label.text() for label in opened.inspector.findChildren(type(opened.window.head.title))]
    assert "Text · 9 of 4\u00a0096" in texts
