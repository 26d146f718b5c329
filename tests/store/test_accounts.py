"""What an account may be, what a pasted key is made of, and how the book of accounts is kept."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akool_desktop.store.accounts import (
    COLOURS,
    DEFAULT_BASE_URL,
    LONGEST_NAME,
    Account,
    AccountBook,
    BadAccount,
    check_base_url,
    clean_secret,
)
from akool_desktop.store.files import StoreError
from akool_desktop.store.vault import Vault

CLIENT = Account("c1", "Client account", "ocean", "api_key", DEFAULT_BASE_URL)
OWN = Account("o1", "Own", "plum", "bearer", "https://gateway.example/akool")


# The book


def test_an_empty_book(tmp_path: Path) -> None:
    book = AccountBook(tmp_path)
    assert book.load() == []
    assert book.said is None
    assert list(tmp_path.iterdir()) == []


def test_accounts_are_there_in_the_next_run_in_their_order(tmp_path: Path) -> None:
    AccountBook(tmp_path).add(CLIENT)
    AccountBook(tmp_path).add(OWN)
    assert AccountBook(tmp_path).load() == [CLIENT, OWN]


def test_an_account_is_replaced_in_its_place(tmp_path: Path) -> None:
    book = _book(tmp_path, CLIENT, OWN)
    renamed = replace(CLIENT, name="CLIENT ACCOUNT", colour="olive")
    book.replace(renamed)
    assert book.load() == [renamed, OWN]


def test_an_account_is_removed(tmp_path: Path) -> None:
    book = _book(tmp_path, CLIENT, OWN)
    book.remove("c1")
    assert book.load() == [OWN]


def test_what_somebody_took_out_of_the_file_is_gone_or_comes_back(tmp_path: Path) -> None:
    book = _book(tmp_path, OWN)
    book.remove(CLIENT.id)
    assert book.load() == [OWN]
    book.replace(CLIENT)
    assert book.load() == [OWN, CLIENT]
    AccountBook(tmp_path / "none").remove(CLIENT.id)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", [None, "{", '{"accounts": 3}'])
def test_what_is_lost_while_the_program_runs_is_written_anew(content: str | None, tmp_path: Path) -> None:
    """The folder was cleared, or the file damaged: nobody loses an account that the window shows."""
    book, file = _book(tmp_path, CLIENT, OWN), tmp_path / "accounts.json"
    book.load()
    file.unlink() if content is None else file.write_text(content)
    book.replace(replace(OWN, name="Ours"))
    assert AccountBook(tmp_path).load() == [CLIENT, replace(OWN, name="Ours")]
    assert len(list(tmp_path.glob("accounts damaged*"))) == (content is not None)


REFUSED = {
    "no name": (replace(OWN, name=""), "Give the account a name."),
    "blank name": (replace(OWN, name=" \t"), "Give the account a name."),
    "blanks around it": (replace(OWN, name=" Own"), "The name is one line, without blanks around it."),
    "two lines": (replace(OWN, name="O\nwn"), "The name is one line, without blanks around it."),
    "half a pair": (replace(OWN, name="O\ud83d"), "The name is one line, without blanks around it."),
    "too long": (replace(OWN, name="n" * (LONGEST_NAME + 1)), "The name is longer than 60 characters."),
    "taken": (replace(OWN, name="client ACCOUNT"), "Client account is taken. Choose another name."),
    "Practice": (replace(OWN, name="practice"), "Practice is taken. Choose another name."),
    "Environment": (replace(OWN, name="ENVIRONMENT"), "Environment is taken. Choose another name."),
    "no id": (replace(OWN, id=""), "An account needs an id of its own."),
    "id of another": (replace(OWN, id="c1"), "An account needs an id of its own."),
    "Practice's colour": (replace(OWN, colour="slate"), "one of the six"),
    "auth": (replace(OWN, auth="oauth"), "an API key or a Bearer token"),  # type: ignore[arg-type]
    "http": (replace(OWN, base_url="http://gateway.example"), "Use https."),
    "unclean base URL": (replace(OWN, base_url="https://gateway.example/"), "not in its plain form"),
}


@pytest.mark.parametrize(("account", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_what_an_account_may_not_be(account: Account, sentence: str, tmp_path: Path) -> None:
    book = _book(tmp_path, CLIENT)
    with pytest.raises(BadAccount) as refused:
        book.add(account)
    assert sentence in str(refused.value.words)
    assert book.load() == [CLIENT]


def test_replacing_is_held_to_the_same_rules(tmp_path: Path) -> None:
    book = _book(tmp_path, CLIENT, OWN)
    with pytest.raises(BadAccount, match="Client account is taken"):
        book.replace(replace(OWN, name="Client Account"))


def test_every_colour_and_long_foreign_names_are_welcome(tmp_path: Path) -> None:
    accounts = [replace(OWN, id=f"id {c}", name=f"👩‍💻 客户 {c}".ljust(LONGEST_NAME, "é"), colour=c) for c in COLOURS]
    assert _book(tmp_path, *accounts).load() == accounts


def test_the_file_has_a_version_and_no_room_for_a_secret(tmp_path: Path) -> None:
    _book(tmp_path, CLIENT)
    document = json.loads((tmp_path / "accounts.json").read_text())
    assert document["version"] == 1
    assert document["accounts"] == [
        {
            "id": "c1",
            "name": "Client account",
            "colour": "ocean",
            "auth": "api_key",
            "base_url": "https://openapi.akool.com",
        }
    ]
    assert {field.name for field in fields(Account)} == set(document["accounts"][0])


def test_a_planted_secret_is_nowhere_on_the_disk(tmp_path: Path, written: Callable[[str], list[Path]]) -> None:
    secret = "planted-c0ffee-77"
    vault = Vault("Akool Desktop test")
    vault.use_this_run()
    book = _book(tmp_path, CLIENT)
    vault.write(CLIENT.secret_name, secret)
    book.replace(replace(CLIENT, colour="cocoa"))
    assert vault.read(CLIENT.secret_name) == secret
    assert written("cocoa")
    assert written(secret) == []


def test_what_only_a_newer_version_understands_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    newer = {
        "version": 2,
        "order": "by name",
        "accounts": [
            {**vars(CLIENT), "team": "museum"},
            {"id": "n1", "name": "New kind", "auth": "oauth", "colour": "ocean", "base_url": "https://a.example"},
        ],
    }
    path.write_text(json.dumps(newer))
    book = AccountBook(tmp_path)
    assert book.load() == [CLIENT]
    assert str(book.said) == f"1 of the accounts in {path} could not be understood and are left as they are."
    book.replace(replace(CLIENT, colour="olive"))
    book.add(OWN)
    kept = json.loads(path.read_text())
    assert (kept["version"], kept["order"]) == (2, "by name")
    assert kept["accounts"] == [{**vars(CLIENT), "team": "museum", "colour": "olive"}, newer["accounts"][1], vars(OWN)]  # type: ignore[index]


@pytest.mark.parametrize("content", ["", "[]", '{"accounts": {}}', '{"accounts": [1]}', '{"version": 1, "acc'])
def test_a_damaged_book_is_set_aside_and_said(content: str, tmp_path: Path) -> None:
    (tmp_path / "accounts.json").write_text(content)
    book = AccountBook(tmp_path)
    assert book.load() == []
    [aside] = tmp_path.iterdir()
    assert aside.name in str(book.said)
    assert aside.read_text() == content
    book.add(CLIENT)
    assert book.load() == [CLIENT]
    assert book.said is None


def test_a_disk_that_refuses_is_said_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    book = AccountBook(tmp_path / "config")
    with pytest.raises(StoreError, match=r"accounts\.json could not be saved"):
        book.add(CLIENT)
    assert book.load() == []


# The base URL


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (DEFAULT_BASE_URL, DEFAULT_BASE_URL),
        (" https://openapi.akool.com/ \n", DEFAULT_BASE_URL),
        ("HTTPS://OpenAPI.Akool.com", DEFAULT_BASE_URL),
        ("https://openapi.akool.com:8443//", "https://openapi.akool.com:8443"),
        ("https://openapi.akool.com:", DEFAULT_BASE_URL),
        ("https://gateway.example/akool/v1/", "https://gateway.example/akool/v1"),
        ("https://gateway.example/Akool%20A", "https://gateway.example/Akool%20A"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("https://10.0.0.7", "https://10.0.0.7"),
        ("https://[2001:DB8::7]:8443/x/", "https://[2001:db8::7]:8443/x"),
        ("http://localhost:4177", "http://localhost:4177"),
        ("http://127.0.0.1:4177/", "http://127.0.0.1:4177"),
        ("http://127.8.9.10", "http://127.8.9.10"),
        ("http://[::1]:4177", "http://[::1]:4177"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[::1]"),
    ],
)
def test_base_urls_that_are_kept(typed: str, kept: str) -> None:
    assert check_base_url(typed) == kept
    assert check_base_url(kept) == kept


NO_ADDRESS = "This is not a web address."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "A base URL starts with https://"),
        ("openapi.akool.com", "A base URL starts with https://"),
        ("https:/openapi.akool.com", "A base URL starts with https://"),
        ("ftp://openapi.akool.com", "A base URL starts with https://"),
        ("file:///etc/passwd", NO_ADDRESS),
        ("https://", NO_ADDRESS),
        ("https:///api", NO_ADDRESS),
        ("https://:443", NO_ADDRESS),
        ("http://openapi.akool.com", "Use https."),
        ("http://0.0.0.0", "Use https."),
        ("http://10.0.0.7", "Use https."),
        ("http://127.1", "Use https."),
        ("http://2130706433", "Use https."),
        ("http://localhost.evil.example", "Use https."),
        ("http://127.0.0.1.evil.example", "Use https."),
        ("http://[::ffff:127.0.0.1]", "Use https."),
        ("http://[2001:db8::1]", "Use https."),
        ("https://user:pass@akool.com", "no user name and no password"),
        ("https://localhost@evil.example", "no user name and no password"),
        ("http://127.0.0.1:80@evil.example", "no user name and no password"),
        ("https://akool.com?key=1", "ends before any ? or #"),
        ("https://akool.com/?", "ends before any ? or #"),
        ("https://akool.com/#top", "ends before any ? or #"),
        ("https://akool.com/a b", NO_ADDRESS),
        ("https://ako\nol.com", NO_ADDRESS),
        ("https://akool.com/\u200b", NO_ADDRESS),
        ("https://akооl.com", NO_ADDRESS),  # two Cyrillic letters
        ("https://akool.com\\@evil.example", "no user name and no password"),
        ("https://akool.com\\.evil.example", NO_ADDRESS),
        ("https://akool..com", NO_ADDRESS),
        ("https://-akool.com", NO_ADDRESS),
        ("https://akool.com:0", NO_ADDRESS),
        ("https://akool.com:99999", NO_ADDRESS),
        ("https://akool.com:https", NO_ADDRESS),
        ("https://[::1", NO_ADDRESS),
        ("https://[::1]evil.example", NO_ADDRESS),
        ("https://[::1%25lo]", NO_ADDRESS),
        ("https://[v1.x]", NO_ADDRESS),
    ],
)
def test_base_urls_that_are_refused(typed: str, sentence: str) -> None:
    with pytest.raises(BadAccount) as refused:
        check_base_url(typed)
    assert sentence in str(refused.value.words)


def test_a_refused_base_url_is_not_repeated() -> None:
    with pytest.raises(BadAccount) as refused:
        check_base_url("https://me:planted-password@akool.com")
    assert "planted" not in str(refused.value) + repr(refused.value)


@settings(deadline=None)
@given(st.text() | st.from_regex(r"https?://[a-z0-9.:\[\]/@?#%\\ -]*", fullmatch=True))
def test_any_text_is_kept_or_refused(text: str) -> None:
    try:
        kept = check_base_url(text)
    except BadAccount:
        return
    assert check_base_url(kept) == kept


# The secret

KEY = "sk-Ab_9+/x=="


@pytest.mark.parametrize(
    "pasted",
    [
        KEY,
        f"  {KEY}\r\n",
        f"\t{KEY}\t",
        f"\u00a0{KEY}\u2007\u202f\u3000",
        f"\ufeff{KEY}\u200b",
        "sk-Ab\u200b_9\u2060+/\u00adx==",
        "sk-Ab\n_9+/ x==",
        f'"{KEY}"',
        f"'{KEY}'",
        f"“{KEY}”",
        f"„{KEY}‟",
        f"«\u00a0{KEY}\u00a0»",
        f"`{KEY}`",
        f"Bearer {KEY}",
        f"bearer   {KEY}",
        f"BEARER\u00a0{KEY}",
        f"Bearer Bearer {KEY}",
        f"x-api-key:{KEY}",
        f"X-API-Key : {KEY}",
        f"x-api-key={KEY}",
        f"Authorization: Bearer {KEY}",
        f"authorization:bearer {KEY}",
        f"x-api-key: Bearer {KEY}",
        f"'Authorization: Bearer {KEY}'",
        f"Authorization: 'Bearer “{KEY}”'",
        f'"x-api-key": "{KEY}",',
        f'"Authorization": "Bearer {KEY}";',
        f'\\"{KEY}\\"',
        f"-H 'x-api-key: {KEY}' \\",
        f'--header "Authorization: Bearer {KEY}" \\\n',
        f"{KEY},",
        f"{KEY}';",
        f" \ufeff“ Bearer\u00a0 'x-api-key: \u200b{KEY}' ” ,\n",
    ],
)
def test_a_pasted_key_is_cleaned(pasted: str) -> None:
    assert clean_secret(pasted) == KEY


@pytest.mark.parametrize(
    "pasted", ["", " \n", "\ufeff", '""', "Bearer", "Bearer ", "x-api-key:", "Authorization: Bearer "]
)
def test_nothing_but_wrapping_leaves_nothing(pasted: str) -> None:
    assert clean_secret(pasted) == ""


@pytest.mark.parametrize("key", ["bearer1234", "x-api-keys", "-hurry", "eyJhbGciOi.J9.e30=", "a:b;c,d'e\"f"])
def test_what_only_looks_like_wrapping_stays(key: str) -> None:
    assert clean_secret(key) == key


@pytest.mark.parametrize(
    ("pasted", "position"),
    [("kéy", 2), ("\x00key", 1), ("ke\x7fy", 3), ("clé", 3), ("кey", 1), ("key😀", 4), ("k…", 2)],
)
def test_what_no_header_can_carry_is_refused_without_repeating_it(pasted: str, position: int) -> None:
    with pytest.raises(BadAccount) as refused:
        clean_secret(f" Bearer {pasted} ")
    assert str(refused.value).startswith(f"Character {position} of the key cannot be sent")
    assert pasted not in str(refused.value) + repr(refused.value)


WRAPPING = st.sampled_from(
    [*" \n\t\u00a0\u200b\ufeff\"'“”`,;:=\\ab-", "Bearer", "bearer ", "x-api-key", "Authorization:", "-H ", "--header"]
)


@settings(deadline=None)
@given(st.text() | st.lists(WRAPPING).map("".join))
def test_cleaning_twice_changes_nothing(pasted: str) -> None:
    try:
        cleaned = clean_secret(pasted)
    except BadAccount:
        return
    assert clean_secret(cleaned) == cleaned
    assert all("!" <= character <= "~" for character in cleaned)


def _book(folder: Path, *accounts: Account) -> AccountBook:
    book = AccountBook(folder)
    for account in accounts:
        book.add(account)
    return book
