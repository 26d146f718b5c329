"""What an audience must not see: secrets, links and account names, as dots while the screen is shared.

``masked`` is for those who paint or send words themselves; labels, buttons and fields are seen to by
``ui/sharing.py``, which turns this on and off. Names and servers are learnt as they are first said.
"""

import re
from urllib.parse import urlsplit
from xml.sax.saxutils import escape  # html knows it too, and brings a large table of names along

from akool_desktop.store.redaction import SECRETS, without

DOTS = "••••••"
_LINK = re.compile(r"(?i)\b(?:https?|wss?|rtmps?|data|file):[^\s<>\"'“”]*[^\s<>\"'“”.,;:)]")
_MAY_BREAK = "\u200b"


class Masking:
    def __init__(self) -> None:
        self.on = False
        self._words: set[str] = set()
        self._pattern: re.Pattern[str] | None = None

    def learn(self, *names: str) -> None:
        """Names of accounts, or of servers that a link leads to."""
        new = {name for name in names if name} - self._words
        if new:
            self._words |= new
            on_buttons = {name.replace("&", "&&") for name in self._words}
            known = self._words | on_buttons | {escape(name) for name in self._words}
            longest_first = sorted(map(re.escape, known), key=len, reverse=True)
            self._pattern = re.compile(rf"(?i)(?<!\w)(?<!<)(?<!</)(?:{'|'.join(longest_first)})(?!\w)")

    def learn_link(self, link: str) -> None:
        """Its server alone gives it away, too."""
        try:
            parts = urlsplit(link.strip())
            self.learn(parts.netloc, parts.hostname or "")
        except ValueError:
            pass

    def hide(self, text: str) -> str:
        whole = text.replace(_MAY_BREAK, "")
        places = SECRETS.places(whole)
        for link in _LINK.finditer(whole):
            self.learn_link(link.group())
            places.append(link.span())
        if self._pattern:
            places += (name.span() for name in self._pattern.finditer(whole))
        return without(whole, places, DOTS) if places else text


masking = Masking()


def masked(text: str) -> str:
    return masking.hide(text) if masking.on and text else text
