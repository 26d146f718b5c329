"""Commands that were written for a shell, taken apart as that shell would: bash and cmd.

Only what a command with a web request needs. Nothing is looked up and nothing is run: a variable stays as its name.
``None`` means that the text is none of the shell's: a quote that never ends, for the most part.
"""

import re

Command = list[str]

_BASH = re.compile(
    r"""(?P<gap>(?:[ \t\r]|\\\r?\n)+)
    |   (?P<end>[\n;|&]+)
    |   (?P<comment>(?<![^\s;|&])\#[^\n]*)
    |   \$'(?P<ansi>(?:[^'\\]|\\.)*)'
    |   '(?P<single>[^']*)'
    |   "(?P<double>(?:[^"\\]|\\.)*)"
    |   \\(?P<escaped>.)
    |   (?P<plain>[^\s;|&'"\\$]+|\$(?!'))
    """,
    re.VERBOSE | re.DOTALL,
)
_ANSI = re.compile(
    r"\\(?:(?P<byte>x[0-9a-fA-F]{1,2}|[0-7]{1,3})|u(?P<short>[0-9a-fA-F]{1,4})|U(?P<long>[0-9a-fA-F]{1,8})|(?P<one>.))",
    re.DOTALL,
)
_ANSI_SIGNS = dict(zip("abeEfnrtv", "\a\b\x1b\x1b\f\n\r\t\v", strict=True))


def bash(text: str) -> list[Command] | None:
    commands: list[Command] = [[]]
    place, in_word = 0, False
    while place < len(text):
        found = _BASH.match(text, place)
        if found is None:
            return None
        kind, part = str(found.lastgroup), found[str(found.lastgroup)]
        place = found.end()
        if kind == "end":
            commands.append([])
        if kind in ("gap", "end", "comment"):
            in_word = False
            continue
        if not in_word:
            commands[-1].append("")
        commands[-1][-1] += _bash_part(kind, part)
        in_word = True
    return commands


def _bash_part(kind: str, part: str) -> str:
    if kind == "double":
        return re.sub(r'\\(?:\r?\n|([$`"\\]))', lambda found: found[1] or "", part)
    return _ansi(part) if kind == "ansi" else part


def _ansi(part: str) -> str:
    """bash(1), QUOTING, $'string'. Bytes make letters as UTF-8 does, halves of a pair come together."""
    written = _ANSI.sub(_ansi_sign, part)
    return written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _ansi_sign(found: re.Match[str]) -> str:
    if found["byte"]:
        digits = found["byte"]
        return chr(int(digits[1:], 16) if digits[0] == "x" else int(digits, 8) & 0xFF)
    if digits := found["short"] or found["long"]:
        number = int(digits, 16)
        return chr(number) if number <= 0x10FFFF else "\ufffd"
    return _ANSI_SIGNS.get(found["one"], found["one"])


_CMD = re.compile(
    r"""(?P<gap>\^\r?\n(?!\r?\n)[ \t]*|[ \t]+)
    |   \^(?:\r?\n)?(?P<escaped>\r?\n|.)
    |   (?P<end>[\r\n&|]+)
    |   (?P<quoted>"[^"\r\n]*"?)
    |   (?P<plain>[^\s&|^"]+|\s)
    """,
    re.VERBOSE | re.DOTALL,
)
_ARGUMENT = re.compile(r'(?P<slashes>\\*)"|(?P<plain>\\+|[^\s"\\]+)|(?P<gap>\s+)')


def cmd(text: str) -> list[Command] | None:
    """First what cmd makes of a line: carets outside quotes go. Then what the program makes of it."""
    lines, place = [""], 0
    while place < len(text):
        found = _CMD.match(text, place)
        if found is None:  # a caret that ends it
            return None
        kind = str(found.lastgroup)
        place = found.end()
        if kind == "end":
            lines.append("")
        else:
            lines[-1] += " " if kind == "gap" and "\n" in found[0] else found[kind]
    return [_arguments(line) for line in lines]


def _arguments(line: str) -> Command:
    r"""What a Windows program is given (learn.microsoft.com, Parsing C command-line arguments).

    Of 2n backslashes before a quote n are meant; one more and the quote is meant too. So are two quotes within quotes.
    """
    words: Command = []
    in_word = quoted = False
    place = 0
    while found := _ARGUMENT.match(line, place):
        place = found.end()
        part = found["plain"] or found["gap"] or ""
        if found["gap"] and not quoted:
            in_word = False
            continue
        if not in_word:
            words.append("")
            in_word = True
        if found["slashes"] is not None:
            meant, is_meant = divmod(len(found["slashes"]), 2)
            twice = quoted and not is_meant and line.startswith('"', place)
            part = "\\" * meant + '"' * (is_meant or twice)
            place += twice
            quoted ^= not (is_meant or twice)
        words[-1] += part
    return words
