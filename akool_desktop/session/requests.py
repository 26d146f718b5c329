"""A web request, read from the command that would make it: curl in three shells, PowerShell's own commands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from akool_desktop.session import powershell, shells

_CURL = re.compile(r"(?:^|[\\/])curl(?:\.exe)?$", re.IGNORECASE)
_INVOKE = re.compile(r"(?:invoke-(?:restmethod|webrequest)|irm|iwr)$", re.IGNORECASE)
_COMMAND = re.compile(r"\bcurl\b|\binvoke-(?:restmethod|webrequest)\b|\birm\b|\biwr\b", re.IGNORECASE)
_DATA = {"-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json"}
_TAKES_VALUE = "AbcCDdeEFHKmoPQrtTuUwxXyYz"  # curl(1), the short options that do
_BEARER = "--oauth2-bearer"


@dataclass(frozen=True)
class Request:
    """``headers`` as "name: value"; ``body`` as text, as the values of a PowerShell table, or None.

    ``body_file``: the body is in a file, which stays unread.
    """

    headers: tuple[str, ...] = field(repr=False)
    addresses: tuple[str, ...] = field(repr=False)
    bodies: tuple[str | Mapping[str, object], ...] = field(repr=False)
    body_file: bool = False


def names_a_command(text: str) -> bool:
    return _COMMAND.search(text) is not None


def read_requests(text: str) -> Iterator[list[Request]]:
    """The requests in the text, as each shell in turn would read it; the likeliest shell first."""
    readers = {"bash": _bash, "cmd": _cmd, "powershell": _powershell}
    if re.search(r"\^[\r\n\"]|%\w+%", text):
        order = ("cmd", "bash", "powershell")
    elif re.search(r"`\r?\n|\$env:|curl\.exe|invoke-|\birm\b|\biwr\b", text, re.IGNORECASE):
        order = ("powershell", "bash", "cmd")
    else:
        order = ("bash", "cmd", "powershell")
    for name in order:
        if found := readers[name](text):
            yield found


def _bash(text: str) -> list[Request]:
    return _curls(shells.bash(text) or [])


def _cmd(text: str) -> list[Request]:
    return _curls(shells.cmd(text) or [])


def _powershell(text: str) -> list[Request]:
    try:
        script = powershell.statements(text)
    except (powershell.NotPowerShell, RecursionError):
        return []
    headers = tuple(_headers(script))
    found = []
    for statement in script:
        words = [node for node in statement if isinstance(node, str)]
        if any(_INVOKE.match(word) for word in words):
            found.append(Request(headers, tuple(words), tuple(_bodies(statement))))
    return found or _curls([[node for node in statement if isinstance(node, str)] for statement in script])


def _headers(nodes: Sequence[object]) -> Iterator[str]:
    """Every two texts that follow each other may be one, and every pair of a table."""
    texts = [node if isinstance(node, str) else "" for node in nodes]
    yield from (f"{name}: {value}" for name, value in pairwise(texts))
    for node in nodes:
        if isinstance(node, list):
            yield from _headers(node)
        elif isinstance(node, dict):
            yield from (f"{name}: {value}" for name, value in node.items() if isinstance(value, str))
            yield from _headers(list(node.values()))


def _bodies(nodes: Sequence[object]) -> Iterator[str | Mapping[str, object]]:
    """Whatever may be one: texts and tables, also those of a table that holds the command's parameters."""
    for node in nodes:
        if isinstance(node, str):
            yield node
            yield node.replace('\\"', '"')
        elif isinstance(node, dict):
            yield node
            yield from _bodies([value for name, value in node.items() if name.lower() == "body"])


def _curls(commands: Sequence[shells.Command]) -> list[Request]:
    found = []
    for command in commands:
        place = next((place for place, word in enumerate(command) if _CURL.search(word)), None)
        if place is not None:
            found.append(_curl(command[place + 1 :]))
    return found


def _curl(words: shells.Command) -> Request:
    headers: list[str] = []
    addresses: list[str] = []
    data: list[str] = []
    body_file = False
    for option, value in _options(words):
        if option in ("-H", "--header"):
            headers.append(value)
        elif option == _BEARER:
            headers.append(f"Authorization: Bearer {value}")
        elif option in _DATA and value.startswith("@") and option != "--data-raw":
            body_file = True
        elif option in _DATA:
            data.append(value)
        elif option in ("", "--url"):
            addresses.append(value)
    body = "&".join(data)
    bodies = (body, body.replace('\\"', '"')) if data else ()  # Windows PowerShell wants the quotes escaped once more
    return Request(tuple(headers), tuple(addresses), bodies, body_file)


def _options(words: shells.Command) -> Iterator[tuple[str, str]]:
    """Each option with its value. An unknown one's value looks like an address, which harms nothing."""
    rest = iter(words)
    for word in rest:
        if word in _DATA or word in ("--header", "--url", "--request", _BEARER):
            yield word, next(rest, "")
        elif re.match(r"-[A-Za-z]", word):
            cluster = re.match(rf"-([^{_TAKES_VALUE}]*)([{_TAKES_VALUE}])(.*)", word, re.DOTALL)
            if cluster:
                yield f"-{cluster[2]}", cluster[3] or next(rest, "")
        elif not word.startswith("-"):
            yield "", word
