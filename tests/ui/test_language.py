"""Words and numbers as the operator reads them."""

import pytest

from akool_desktop.ui.language import amount


@pytest.mark.parametrize(
    ("credits", "words"),
    [(0.0, "0"), (940.0, "940"), (843.6 - 843.3, "0.3"), (1234567.5, "1,234,567.5"), (12345.67, "12,345.67"),
     (-72.9, "-72.9"), (100.1 - 100.10000000000001, "0"), (1e9, "1,000,000,000")],
)  # fmt: skip
def test_credits_are_neither_rounded_nor_noisy(credits: float, words: str) -> None:
    assert amount(credits) == words
