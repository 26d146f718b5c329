"""The accounts that sessions are paid from: everything about them but the secret, which is the vault's.

Practice and Environment are accounts too, but come and go with the program and are never written here.
"""

import ipaddress
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import SplitResult, urlsplit

from akool_desktop.store.files import Damaged, Document, read_document, read_to_change, set_aside, write_document
from akool_desktop.words import Words, marked

Auth = Literal["api_key", "bearer"]

DEFAULT_BASE_URL = "https://openapi.akool.com"
COLOURS = ("ocean", "indigo", "plum", "orchid", "cocoa", "olive")  # slate is Practice's
RESERVED_NAMES = (marked("Practice"), marked("Environment"))
LONGEST_NAME = 60

_VERSION = 1
_QUOTES = "\"'`´“”„‟‘’‚‛«»‹›′″＂＇"
_PASTED_AROUND = _QUOTES + " ,;\\"
_PASTED_BEFORE = re.compile(
    rf"""(?:-h|--header)(?=[ {_QUOTES}])                        # from a curl line
    |   (?:x-api-key|authorization)[ {_QUOTES}]*[:=]            # from a list of headers, or JSON
    |   bearer(?=\ |$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_URL_SIGNS = re.compile(r"[A-Za-z0-9\-._~:/\[\]@!$&'()*+,;=%]*")  # RFC 3986 without ? and #
_HOST_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")


class BadAccount(ValueError):  # noqa: N818  # what the operator typed, not what broke
    """Something about an account cannot be used; ``words`` say what, and never quote a secret."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Account:
    """``colour`` is a name from COLOURS (``slate`` for Practice), ``base_url`` as check_base_url() gives it."""

    id: str
    name: str
    colour: str
    auth: Auth
    base_url: str

    @property
    def secret_name(self) -> str:
        """The name of its key or token in the vault."""
        return f"account {self.id}"


class AccountBook:
    """``accounts.json`` in the configuration folder, read afresh for every change.

    ``accounts`` are those that it held when it was last read or written. Keys and entries that only a newer version
    understands stay in the file as they are. A file that is lost while the program runs (deleted, damaged) is written
    anew with ``accounts``.
    Changes raise BadAccount if the account cannot be used and StoreError if the disk refuses.
    """

    def __init__(self, folder: Path, damaged: Damaged = set_aside) -> None:
        self._path, self._damaged = folder / "accounts.json", damaged
        self.said: Words | None = None
        self.accounts: list[Account] = []

    def load(self) -> list[Account]:
        """The accounts in their order; afterwards ``said`` tells what could not be understood, if anything."""
        _document, entries = self._entries(*read_document(self._path, self._damaged), self._damaged)
        self.accounts = _readable(entries)
        if unread := len(entries) - len(self.accounts):
            self.said = Words(
                "{count} of the accounts in {file} could not be understood and are left as they are.",
                count=unread,
                file=self._path,
            )
        return self.accounts

    def add(self, account: Account) -> None:
        document, entries = self._to_change()
        _check(account, _readable(entries))
        self._write(document, [*entries, asdict(account)])

    def replace(self, account: Account) -> None:
        """The account of the same id; at the end where that is not in the file any more."""
        document, entries = self._to_change()
        _check(account, [other for other in _readable(entries) if other.id != account.id])
        place = _place(entries, account.id)
        before = entries[place] if place < len(entries) else {}
        self._write(document, [*entries[:place], before | asdict(account), *entries[place + 1 :]])

    def remove(self, account_id: str) -> None:
        """Its secret is the vault's to forget."""
        document, entries = self._to_change()
        place = _place(entries, account_id)
        if place < len(entries):
            self._write(document, [*entries[:place], *entries[place + 1 :]])

    def _to_change(self) -> tuple[Document, list[Document]]:
        document, entries = self._entries(*read_to_change(self._path), set_aside)
        return document, entries if "accounts" in document else [asdict(account) for account in self.accounts]

    def _entries(self, document: Document, said: Words | None, damaged: Damaged) -> tuple[Document, list[Document]]:
        self.said = said
        entries = document.get("accounts", [])
        if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
            return document, entries
        self.said = damaged(self._path)
        return {}, []

    def _write(self, document: Document, entries: list[Document]) -> None:
        write_document(self._path, {"version": _VERSION} | document | {"accounts": entries})
        self.accounts = _readable(entries)


def check_base_url(text: str) -> str:
    """The base URL as it is kept: https, or http to this computer alone; no slash at its end.

    Raises BadAccount otherwise. A path in front of Akool's own (a gateway's) is welcome.
    """
    parts = _split_url(text.strip())
    host, port = _host(parts), _port(parts)
    if parts.scheme not in ("https", "http"):
        raise BadAccount(Words("A base URL starts with https://"))
    if parts.scheme == "http" and not _is_this_computer(host):
        raise BadAccount(
            Words("Use https. Plain http is for this computer only (localhost), since it sends the key in clear.")
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{port}{parts.path.rstrip('/')}"


def words_of_name(name: str) -> Words:
    """It is said in the operator's language where the program itself has given it."""
    return Words(name) if name in RESERVED_NAMES else Words("{name}", name=name)


def clean_secret(text: str) -> str:
    """A pasted key or token without what was copied along with it; empty if nothing is left.

    Gone are blanks, line ends and invisible characters anywhere, quotes and punctuation around it, and the
    names in front of it (``Authorization: Bearer``, ``x-api-key:``). Raises BadAccount if what is left holds
    a character that no header can carry.
    """
    before, secret = None, text
    while secret != before:
        before, secret = secret, _unwrapped(secret)
    for position, character in enumerate(secret, 1):
        if not "!" <= character <= "~":
            raise BadAccount(
                Words(
                    "Character {position} of the key cannot be sent: a key holds only plain letters, digits and "
                    "signs. Copy it again from Akool.",
                    position=position,
                )
            )
    return secret


def _unwrapped(text: str) -> str:
    visible = "".join(" " if c.isspace() else c for c in text if unicodedata.category(c) != "Cf")
    core = visible.strip(_PASTED_AROUND)
    if named := _PASTED_BEFORE.match(core):
        return core[named.end() :]
    return core.replace(" ", "")


def _readable(entries: Sequence[Document]) -> list[Account]:
    accounts: list[Account] = []
    for entry in entries:
        values = {key: entry.get(key) for key in ("id", "name", "colour", "auth", "base_url")}
        if not all(isinstance(value, str) for value in values.values()):
            continue
        account = Account(**values)  # type: ignore[arg-type]  # all text; the rest is checked next
        try:
            _check(account, accounts)
        except BadAccount:
            continue
        accounts.append(account)
    return accounts


def _check(account: Account, others: Sequence[Account]) -> None:
    _check_name(account.name, [other.name for other in others])
    if not account.id or account.id in [other.id for other in others]:
        raise BadAccount(Words("An account needs an id of its own."))
    if account.colour not in COLOURS:
        raise BadAccount(Words("An account's colour is one of the six that the window offers."))
    if account.auth not in get_args(Auth):
        raise BadAccount(Words("An account signs in with an API key or a Bearer token."))
    if check_base_url(account.base_url) != account.base_url:
        raise BadAccount(Words("The base URL is not in its plain form."))


def _check_name(name: str, taken: Sequence[str]) -> None:
    if not name.strip():
        raise BadAccount(Words("Give the account a name."))
    if name != name.strip() or any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        raise BadAccount(Words("The name is one line, without blanks around it."))
    if len(name) > LONGEST_NAME:
        raise BadAccount(Words("The name is longer than {most} characters.", most=LONGEST_NAME))
    for other in (*RESERVED_NAMES, *taken):
        if name.casefold() == other.casefold():
            raise BadAccount(Words("{name} is taken. Choose another name.", name=other))


def _place(entries: Sequence[Document], account_id: str) -> int:
    return next((place for place, entry in enumerate(entries) if entry.get("id") == account_id), len(entries))


def _split_url(text: str) -> SplitResult:
    if "?" in text or "#" in text:
        raise BadAccount(Words("A base URL ends before any ? or #"))
    if "://" not in text:
        raise BadAccount(Words("A base URL starts with https://"))
    try:
        parts = urlsplit(text)
    except ValueError:
        raise BadAccount(_NOT_AN_ADDRESS) from None
    if "@" in parts.netloc:
        raise BadAccount(Words("A base URL holds no user name and no password."))
    # urlsplit() silently drops line ends and tabs, so the text itself is looked at
    if not _URL_SIGNS.fullmatch(text):
        raise BadAccount(_NOT_AN_ADDRESS)
    return parts


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if bracketed := re.fullmatch(r"\[([0-9a-fA-F:.]*)\](:\d*)?", parts.netloc):
        try:
            return str(ipaddress.IPv6Address(bracketed[1]))
        except ValueError:
            raise BadAccount(_NOT_AN_ADDRESS) from None
    if "[" in parts.netloc or not _HOST_NAME.fullmatch(host):
        raise BadAccount(_NOT_AN_ADDRESS)
    return host


def _port(parts: SplitResult) -> str:
    try:
        port = parts.port
    except ValueError:
        raise BadAccount(_NOT_AN_ADDRESS) from None
    if port == 0:
        raise BadAccount(_NOT_AN_ADDRESS)
    return f":{port}" if port else ""


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address in ipaddress.ip_network("127.0.0.0/8") or address == ipaddress.ip_address("::1")


_NOT_AN_ADDRESS = Words(
    "This is not a web address. It looks like {example}; an international host name is written in its xn-- form.",
    example=DEFAULT_BASE_URL,
)
