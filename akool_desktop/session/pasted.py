"""What an operator pastes, and what it fills the form with.

A command for curl or PowerShell, a request's body as JSON, the example on the vendor's page, a preset's file, or
several of them. A secret in it is told apart from the rest, since it may be written to no file; so is the key that
signs the request in, which belongs to an account. No error quotes what was pasted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from akool_desktop.session.bodies import Body, documents, yaml_block
from akool_desktop.session.fields import BY_KEY, FIELDS, Field, Value
from akool_desktop.session.handoff import PATH, placeholder
from akool_desktop.session.requests import Request, names_a_command, read_requests
from akool_desktop.session.rules import draft_of, switches
from akool_desktop.session.values import is_number, read_values
from akool_desktop.words import Words

_LONGEST = 50_000  # characters; the longest form is a tenth of that
_LONGEST_NAME = 60
_SLOTS = ("keyring", "ask")


class NothingPasted(ValueError):  # noqa: N818  # what the operator pasted, not what broke
    """The text fills nothing; ``words`` say why, and never quote it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.template)
        self.words = words


@dataclass(frozen=True)
class Key:
    """What signs a request in. ``base_url`` is where it was to be sent, if that was told."""

    auth: Literal["api_key", "bearer"]
    secret: str = field(repr=False)
    base_url: str = field(default="", repr=False)


@dataclass(frozen=True)
class Pasted:
    """``draft`` and ``secrets`` by field key; ``slots``, of a preset: where it says that a secret is kept.

    ``left_out`` says what of the text the form cannot hold.
    """

    draft: Mapping[str, Value] = field(repr=False)
    secrets: Mapping[str, str] = field(repr=False)
    slots: Mapping[str, str] = field(default_factory=dict)
    key: Key | None = None
    left_out: tuple[Words, ...] = ()
    name: str = ""


def read_pasted(text: str) -> list[Pasted]:
    """Everything in the text that fills the form. Raises NothingPasted if there is nothing."""
    if not text.strip():
        raise NothingPasted(Words("Nothing has been pasted yet."))
    if len(text) > _LONGEST:
        raise NothingPasted(Words("This is longer than any request. Paste the command or the JSON alone."))
    try:
        found = _of_commands(text) or _of_documents(text)
    except RecursionError:
        raise NothingPasted(Words("This is nested deeper than any request.")) from None
    if not found:
        raise NothingPasted(_why_nothing(text))
    return found


# commands


def _of_commands(text: str) -> list[Pasted]:
    if names_a_command(text):
        for requests in read_requests(text):
            if found := [pasted for request in requests for pasted in _of_request(request)]:
                return found
    return []


def _of_request(request: Request) -> Iterator[Pasted]:
    """The first of what may be its body that is one."""
    key = _key_of(request.headers, request.addresses)
    for body in request.bodies:
        for document in [body] if isinstance(body, Mapping) else documents(body).found:
            if found := _of_document(document, key):
                yield from found
                return


def _key_of(headers: Sequence[str], addresses: Sequence[str]) -> Key | None:
    """Akool goes by Authorization where both are sent (docs.akool.com, Create Session)."""
    keys = [key for text in headers for key in _keys_in(text)]
    keys += [key for address in addresses for key in _keys_in_address(address)]
    keys.sort(key=lambda key: key.auth == "api_key")
    base_url = next((found.partition(PATH)[0] for found in addresses if PATH in found), "")
    return replace(keys[0], base_url=base_url) if keys else None


_HEADER = re.compile(
    r"""^[ \t"']{0,20}(?:-H[ ]?["'])?(?P<name>x-api-key|authorization)["']?[ ]?[:=][ ]?["']?
    (?P<bearer>bearer[ ]{1,4})?(?P<secret>[!-~]{1,4000}?)[ \t"',;\\^`]{0,20}\r?$""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_NO_KEY = re.compile(r"[$%<{(\[]|your[-_]|.*(?:\.\.\.|…|\*\*\*|xxx)|(?:api[-_]?key|token|key)$|basic$", re.IGNORECASE)
_KEY_NAMES = {"x-api-key": "api_key", "api_key": "api_key", "apikey": "api_key", "access_token": "bearer"}


def _keys_in(text: str) -> Iterator[Key]:
    for found in _HEADER.finditer(text):
        if not _NO_KEY.match(found["secret"]):  # a variable, or a word that says what belongs there
            yield Key("api_key" if found["name"].lower() == "x-api-key" else "bearer", found["secret"])


def _keys_in_address(address: str) -> Iterator[Key]:
    try:
        query = parse_qsl(urlsplit(address).query)
    except ValueError:
        return
    for name, secret in query:
        auth = _KEY_NAMES.get(name.lower())
        if auth and secret.isprintable() and not _NO_KEY.match(secret):
            yield Key("bearer" if auth == "bearer" else "api_key", secret)


# documents


def _of_documents(text: str) -> list[Pasted]:
    key = next(iter(sorted(_keys_in(text), key=lambda key: key.auth == "api_key")), None)
    found = [pasted for document in documents(text).found for pasted in _of_document(document, key)]
    if not found and (block := yaml_block(text)):
        return [_of_body(block, key)]
    return found


def _of_document(document: object, key: Key | None) -> list[Pasted]:
    if isinstance(document, list):
        return [pasted for item in document for pasted in _of_document(item, key)]
    if not isinstance(document, Mapping):
        return []
    if _is_answer(document):
        return []
    if isinstance(document.get("values"), Mapping):
        return [_of_preset(document, key)]
    if any(str(name) in _KNOWN for name in document):
        return [_of_body(document, key)]
    return [pasted for item in document.values() for pasted in _of_document(item, key)]


_KNOWN = {name for item in FIELDS if item.sent for name in (item.key, item.key.split(".")[0])}


def _is_answer(document: object) -> bool:
    """Akool's, whose credentials are those of a viewer (docs.akool.com, Create Session, response)."""
    return isinstance(document, Mapping) and ("_id" in document or ("code" in document and "data" in document))


def _of_body(body: Body, key: Key | None) -> Pasted:
    """A list that must be sent stands at its default where the body says nothing."""
    reader = _Reader()
    draft = draft_of(reader.kept(body, ""))
    draft = {name: found for name, found in draft.items() if found is not None or BY_KEY[name].kind != "choice"}
    draft |= switches(reader.awaited)
    secrets = {name: str(draft.pop(name)) for name in sorted(_SECRETS & draft.keys())}
    return Pasted(draft, secrets, key=key, left_out=tuple(reader.left_out))


def _of_preset(document: Body, key: Key | None) -> Pasted:
    """A secret that somebody wrote where only its place belongs is one that was found."""
    values, places, name = (document.get(part) for part in ("values", "secrets", "name"))
    assert isinstance(values, Mapping)
    places = places if isinstance(places, Mapping) else {}
    slots = {secret: slot for secret, slot in places.items() if secret in _SECRETS and slot in _SLOTS}
    written = {**places, **values}
    secrets = {
        secret: found.strip()
        for secret in sorted(_SECRETS - slots.keys())
        if isinstance(found := written.get(secret), str) and found.strip()
    }
    rest = {item: _text(found) if isinstance(found, str) else found for item, found in values.items()}
    reading = read_values({item: rest[item] for item in rest if item not in _SECRETS}, {*slots, *secrets})
    return Pasted(reading.draft, secrets, slots, key, reading.left_out, _shown(name) if isinstance(name, str) else "")


_SECRETS = {item.key for item in FIELDS if item.secret}


class _Reader:
    """What of a body some field can hold, as it was typed; what is out of bounds is for the form to show.

    ``awaited`` are the secrets in whose place a word stands.
    """

    def __init__(self) -> None:
        self.left_out: list[Words] = []
        self.awaited: list[str] = []

    def kept(self, body: Body, path: str) -> dict[str, object]:
        kept: dict[str, object] = {}
        for name, found in body.items():
            key = f"{path}{name}"
            item = BY_KEY.get(key)
            if isinstance(found, Mapping) and found and _is_parent(key):
                if inside := self.kept(found, f"{key}."):
                    kept[str(name)] = inside
            elif item is None or not item.sent:
                self.left_out.append(_unknown(key))
            elif self._fits(item, found):
                kept[str(name)] = _plain(item, found)
        return kept

    def _fits(self, item: Field, found: object) -> bool:
        label = Words(item.label)
        if found is None or found in ("", {}, []):
            self.left_out.append(Words("{field} was left out: it is empty.", field=label))
        elif item.secret and found == placeholder(item):
            self.awaited.append(item.key)
            self.left_out.append(Words("{field} was left out: a word stands in its place.", field=label))
        elif not _is_of_its_kind(item, found):
            self.left_out.append(Words("{field} was left out: it is of another kind.", field=label))
        else:
            return True
        return False


def _is_parent(key: str) -> bool:
    return any(known.startswith(f"{key}.") for known in BY_KEY)


def _is_of_its_kind(item: Field, found: object) -> bool:
    if item.kind == "pairs":
        return isinstance(found, Mapping) and all(isinstance(said, str) for said in found.values())
    return isinstance(found, str) or (not item.secret and (isinstance(found, bool) or is_number(found)))


def _plain(item: Field, found: object) -> object:
    """JSON has one kind of number: 600.0 is 600 to it."""
    if item.kind in ("whole", "length") and isinstance(found, float) and found.is_integer():
        return int(found)
    if isinstance(found, Mapping):
        return {_text(str(word)): _text(said) for word, said in found.items()}
    return _text(found) if isinstance(found, str) else found


def _text(found: str) -> str:
    """Half a surrogate pair is no letter."""
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unknown(key: str) -> Words:
    """By its name if it looks like one: where a quote is missing, anything may have become a name."""
    if re.fullmatch(r"[A-Za-z_.]{1,40}", key):
        return Words("“{key}” was left out: the form has no such setting.", key=key)
    return Words("A setting was left out: the form has none of that name.")


def _shown(name: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in name)
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[:_LONGEST_NAME]}…"


# nothing


def _why_nothing(text: str) -> Words:
    if names_a_command(text):
        if any(request.body_file for requests in read_requests(text) for request in requests):
            return Words("The command reads its body from a file. Paste what is in that file.")
        if any(request.bodies for requests in read_requests(text) for request in requests):
            return Words("There is a command, but no field of Create Session can be read in it. Is it whole?")
        return Words("There is a command, but no body in it. Paste all of it, up to its last quote.")
    read = documents(text)
    if read.fault:
        line, column = read.fault
        return Words("The JSON cannot be read from line {line}, column {column} on.", line=line, column=column)
    if any(_is_answer(document) for document in read.found):
        return Words("This is an answer of Akool's. Paste the request.")
    if read.found:
        return Words("This is JSON, but nothing in it is a field of Create Session.")
    return Words("Nothing here is a request. Paste a curl command, the JSON of a request, or a preset.")
