"""Words and numbers as the operator reads them."""

import re
from collections.abc import Callable

import pytest

from akool_desktop.ui.language import amount, say, say_on_button, say_rich
from akool_desktop.ui.speaking import speak
from akool_desktop.words import Strong, Words


@pytest.mark.parametrize(("words", "said"), [
    (Words("Expired {span} ago", span=Words("{count} minutes", count=3)), "3 分钟前已过期"),
    (Words("{preset} saved.", preset="展位"), "展位已保存。"),
    (Words("{preset} saved.", preset="Booth"), "Booth 已保存。"),
    (Words("Hand over {who}", who=Strong("{text}", text="讲解员")), "移交讲解员"),
    (Words("Hand over {who}", who=Strong("{text}", text="Tristan")), "移交 Tristan"),
])  # fmt: skip
def test_chinese_has_no_spaces_within_and_one_beside_other_letters(words: Words, said: str) -> None:
    speak("zh_CN")
    try:
        assert say(words) == said
        assert re.sub("<.*?>", "", say_rich(words)) == said
    finally:
        speak("en")


@pytest.mark.parametrize(
    ("credits", "words"),
    [(0.0, "0"), (940.0, "940"), (843.6 - 843.3, "0.3"), (1234567.5, "1,234,567.5"), (12345.67, "12,345.67"),
     (-72.9, "-72.9"), (100.1 - 100.10000000000001, "0"), (1e9, "1,000,000,000")],
)  # fmt: skip
def test_credits_are_neither_rounded_nor_noisy(credits: float, words: str) -> None:
    assert amount(credits) == words


@pytest.mark.parametrize("how", [say, say_on_button, say_rich])
def test_a_name_turns_nothing_that_stands_behind_it(how: Callable[[Words], str]) -> None:
    """A preset of somebody else's may be called anything: “10 left” would read “tfel 01”."""
    assert how(Words("{preset} saved.", preset="Booth\u202e \u2066hall\u202c")) == "Booth hall saved."
    assert how(Words("{preset} saved.", preset="القاعة ٣")) == "القاعة ٣ saved."
