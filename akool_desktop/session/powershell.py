"""A PowerShell script taken apart: the values in it, statement by statement, in their order.

Nothing is run. A variable that the script itself sets to a plain value is that value; any other stays as its name.
learn.microsoft.com, about_Quoting_Rules, about_Hash_Tables.
"""

import re
from collections.abc import Iterator

Node = object  # text, a number, True, False, None, a dict of nodes or a list of them
Statement = list[Node]

_QUOTES, _DOUBLES = "'‘’‚‛", '"“”„'  # PowerShell takes the typographic ones for the plain
_TOKEN = re.compile(
    rf"""(?P<gap>(?:[ \t\r]|`\r?\n|\#[^\n]*)+)
    |   (?P<here>@['"][ \t]*\r?\n)
    |   [{_QUOTES}](?P<single>(?:[^{_QUOTES}]|[{_QUOTES}][{_QUOTES}])*)[{_QUOTES}]
    |   [{_DOUBLES}](?P<double>(?:[^{_DOUBLES}`]|`.|[{_DOUBLES}][{_DOUBLES}])*)[{_DOUBLES}]
    |   (?P<table>@\{{)
    |   (?P<list>@?\()
    |   (?P<close>[)}}])
    |   (?P<end>[\n;|]+)
    |   (?P<cast>\[[\w.]+\](?=[ \t]*[@$'"\[(\d]))
    |   \$(?P<set>\w+)[ \t]*=(?!=)
    |   [$@]\{{?(?P<name>[\w:]+)\}}?
    |   (?P<bare>\w+://[^\s'"`;|(){{}}]+|[^\s'"“”„‘’‚‛`;|(){{}}\[\],=@$]+)
    |   (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONSTANTS = {"true": True, "false": False, "null": None}
_NUMBER = re.compile(r"-?\d{1,30}")
_FRACTION = re.compile(r"-?\d{0,30}\.\d{1,30}(?:[eE][-+]?\d{1,3})?")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "b": "\b", "f": "\f", "a": "\a", "v": "\v", "\r": ""}


class NotPowerShell(ValueError):  # noqa: N818
    """The text is no script that can be read."""


def statements(text: str) -> list[Statement]:
    return _Script(text).read()


class _Script:
    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._set: dict[str, Node] = {}

    def read(self) -> list[Statement]:
        found: list[Statement] = [[]]
        name = ""
        for kind, part in self._tokens:
            if kind == "end":
                found.append([])
                name = ""
            elif kind == "set":
                name = part.lower()
            elif kind not in ("sign", "cast", "close"):
                nodes = self._list() if kind == "list" else [self._node(kind, part)]
                found[-1] += nodes
                if name and nodes:
                    self._set[name] = nodes[0]
                name = ""
        return [statement for statement in found if statement]

    def _node(self, kind: str, part: str) -> Node:
        match kind:
            case "table":
                return self._table()
            case "list":
                inside = self._list()
                return inside[0] if part == "(" and inside else inside  # ($body | ConvertTo-Json)
            case "name" if part.lower() in _CONSTANTS:
                return _CONSTANTS[part.lower()]
            case "name":
                return self._set.get(part.lower(), f"${part}")
            case "double" | "here_double":
                return self._filled(part, doubled=kind == "double")
            case "single":
                return re.sub(f"([{_QUOTES}])[{_QUOTES}]", r"\1", part)
        return part

    def _table(self) -> dict[str, Node]:
        found: dict[str, Node] = {}
        name: str | None = None
        for kind, part in self._tokens:
            if kind == "close":
                return found
            if kind in ("end", "cast", "sign", "set"):
                continue
            node = _number(part) if kind == "bare" and name is not None else self._node(kind, part)
            if name is None:
                name = str(node)
            else:
                found[name] = node
                name = None
        raise NotPowerShell

    def _list(self) -> list[Node]:
        found: list[Node] = []
        for kind, part in self._tokens:
            if kind == "close":
                return found
            if kind not in ("end", "cast", "sign", "set"):
                found.append(self._node(kind, part))
        raise NotPowerShell

    def _filled(self, part: str, *, doubled: bool) -> str:
        """Text between double quotes: escapes, letters by number, and what the script has set."""
        if doubled:
            part = re.sub(f"(`.)|([{_DOUBLES}])[{_DOUBLES}]", lambda found: found[1] or found[2], part)
        return re.sub(r"`(\r?\n|.)|\$\(\[char\](\d{1,7})\)|\$\{?(\w+)\}?", self._sign, part, flags=re.DOTALL)

    def _sign(self, found: re.Match[str]) -> str:
        escaped, number, name = found.groups()
        if escaped is not None:
            return "" if "\n" in escaped else _ESCAPES.get(escaped, escaped)
        if number is not None:
            return chr(int(number)) if int(number) <= 0x10FFFF else "\ufffd"
        value = self._set.get(name.lower())
        return value if isinstance(value, str) else found[0]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while found := _TOKEN.match(text, place):
        kind = str(found.lastgroup)
        part, place = found[kind], found.end()
        if kind == "here":
            quote = part[1]
            kind = "here_single" if quote == "'" else "here_double"
            end = text.find(f"\n{quote}@", place - 1)
            if end < 0:
                raise NotPowerShell
            part, place = text[place:end].removesuffix("\r"), end + 3
        if kind == "sign" and part in "'\"":
            raise NotPowerShell
        if kind != "gap":
            yield kind, part


def _number(part: str) -> Node:
    if _NUMBER.fullmatch(part):
        return int(part)
    return float(part) if _FRACTION.fullmatch(part) else part
