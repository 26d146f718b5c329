"""akool-desktop create: what leaves, what is printed, said and written, and the exit code."""

import json
import sqlite3
from contextlib import closing

import pytest
from hostile import HostileServer, by_path, ok, refuse, silent
from keyrings import Shelf, in_use
from shell import AVATAR, ELEVEN, ELEVEN_NAME, KEY, OWN, PLAIN, SESSION, TOKEN, TOKEN_NAME, Shell, said, sent_to

from akool_desktop.akool import client
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.accounts import Account, AccountBook
from akool_desktop.store.entry import State
from akool_desktop.store.presets import PresetFolder
from akool_desktop.store.settings import Settings, SettingsFile

# create


def test_create_prints_the_id_alone_and_the_row_says_all(paying: Shell, practice: PracticeService) -> None:
    paying.preset(PLAIN)
    code, out, err = paying.run("create", "--preset", "Plain")
    (booking,) = practice.books()
    assert (code, out, err) == (0, f"{booking.id}\n", "")
    assert (booking.avatar_id, booking.booked_seconds, booking.stream_type) == (AVATAR, 90, "livekit")
    (row,) = paying.rows()
    assert (row.session_id, row.origin, row.preset, row.length) == (booking.id, "command", "Plain", 90)
    assert row.state in (State.WAITING, State.LIVE)
    assert row.sent == {"avatar_id": AVATAR, "duration": 90, "stream_type": "livekit", "mode_type": 2}


def test_the_log_tells_of_it_and_holds_no_secret_and_no_name(paying: Shell) -> None:
    """It goes into the support bundle, which says that names are not in it."""
    paying.preset(PLAIN)
    paying.run("create", "--preset", "Plain")
    paying.preset(PLAIN | {"name": "Poor", "values": PLAIN["values"] | {"avatar_id": "practice-1104"}})
    paying.run("create", "--preset", "Poor")
    for _ in range(2):
        paying.run("end", "--all")
    log = (paying.folder / "log" / "commands.log").read_text("utf-8")
    for line in ("create has started", "create has ended with 0", "create has ended with 1",
                 "Said: Not enough credits. ", "Said: Nothing is open on {account}."):  # fmt: skip
        assert line in log
    for name in (KEY, "Plain", "Poor", "Environment"):
        assert name not in log


def test_what_practice_says_is_said_whole(shell: Shell) -> None:
    """Its key is hidden in that too, as any."""
    shell.preset(PLAIN | {"values": {"avatar_id": "practice-1500"}})
    _, _, err = shell.run("create", "--account", "Practice", "--preset", "Plain")
    assert "1500, Code 1500, made up by practice." in said(err)


def test_create_as_json(paying: Shell, practice: PracticeService) -> None:
    paying.preset(PLAIN)
    code, out, _ = paying.run("create", "--preset", "plain", "--json")
    told = json.loads(out)
    assert code == 0
    assert told == {"id": practice.books()[0].id, "state": "waiting", "stream_type": "livekit", "length": 90,
                    "account": "Environment"}  # fmt: skip


def test_the_rooms_credentials_are_told_when_asked_for(paying: Shell) -> None:
    paying.preset(PLAIN)
    _, out, _ = paying.run("create", "--preset", "plain", "--json", "--with-credentials")
    assert json.loads(out)["credentials"].keys() >= {"livekit_url", "livekit_token"}


def test_the_rooms_credentials_are_in_the_keyring_for_the_window_until_it_has_ended(
    shell: Shell, akool: HostileServer
) -> None:
    shell.use(akool.url)
    shell.preset(PLAIN)
    with in_use(Shelf()) as shelf:
        shell.run("create", "--preset", "Plain")
        assert [json.loads(kept) for kept in shelf.entries.values()] == [SESSION["credentials"]]
        shell.run("end", "--all")
        assert shelf.entries == {}


def test_a_disk_that_takes_no_more_is_said_beside_what_was_done(shell: Shell, akool: HostileServer) -> None:
    """The row was written before the request left; its id and its end are what the disk has no room for."""
    shell.use(akool.url)
    shell.preset(PLAIN)
    assert shell.rows() == []
    with closing(sqlite3.connect(shell.folder / "data" / "ledger.sqlite")) as ledger:
        ledger.execute("CREATE TRIGGER full BEFORE UPDATE ON sessions BEGIN SELECT RAISE(FAIL, 'full'); END")
    for command in (("create", "--preset", "Plain"), ("end", str(SESSION["_id"]))):
        code, out, err = shell.run(*command)
        assert (code, out) == (0, f"{SESSION['_id']}\n")
        assert "another start of the program may not know it" in said(err)


def test_nothing_is_bought_that_would_be_written_down_for_the_command_alone(
    paying: Shell, practice: PracticeService
) -> None:
    """A row that is gone with the command is a session that no window shows, and that nobody looks for."""
    path = paying.preset(PLAIN)
    (paying.folder / "data").write_text("a file stands where the folder should be")
    code, out, err = paying.run("create", "--preset", str(path))
    assert (code, out) == (1, "")
    assert "could not be opened" in said(err)
    assert "nothing was sent" in said(err)
    assert practice.books() == []


def test_credentials_alone_are_refused(paying: Shell, practice: PracticeService) -> None:
    paying.preset(PLAIN)
    code, out, err = paying.run("create", "--preset", "plain", "--with-credentials")
    assert (code, out, said(err)) == (2, "", "--with-credentials is for --json")
    assert practice.books() == []


def test_a_length_that_is_not_sent_is_null(paying: Shell) -> None:
    paying.preset(PLAIN | {"values": PLAIN["values"] | {"duration": None}})
    code, out, _ = paying.run("create", "--preset", "Plain", "--json")
    assert (code, json.loads(out)["length"]) == (0, None)


def test_a_preset_is_named_or_a_file_anywhere(paying: Shell, practice: PracticeService) -> None:
    path = paying.preset(PLAIN, folder="elsewhere")
    assert paying.run("create", "--preset", str(path))[0] == 0
    assert paying.run("--preset", str(path), "create", "--json")[0] == 0
    assert len(practice.books()) == 2


@pytest.mark.parametrize("before", [True, False])
def test_the_programs_options_stand_before_or_after(shell: Shell, practice: PracticeService, before: bool) -> None:
    shell._monkeypatch.setenv("AKOOL_API_KEY", KEY)
    options = ["--account", "environment", "--base-url", practice.start(), "--preset", str(shell.preset(PLAIN))]
    assert shell.run(*[*options, "create"] if before else ["create", *options])[0] == 0


def test_the_preset_was_used(paying: Shell) -> None:
    """So the list of presets has it on top."""
    paying.preset(PLAIN)
    paying.run("create", "--preset", "Plain")
    folder = PresetFolder(paying.folder / "presets", paying.folder / "data")
    assert folder.search()[0].used_at
    folder.close()


# secrets


def test_secrets_come_from_the_environment(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.preset(OWN)
    shell._monkeypatch.setenv(TOKEN_NAME, TOKEN)
    shell._monkeypatch.setenv(ELEVEN_NAME, ELEVEN)
    code, out, err = shell.run("create", "--preset", "Booth, hall 3")
    assert (code, out, err) == (0, f"{SESSION['_id']}\n", "")
    assert sent_to(akool)["credentials"]["livekit_token"] == TOKEN
    assert sent_to(akool)["voice_params"]["elevenlabs_settings"]["api_key"] == ELEVEN
    _check_nothing_is_left_of(shell, (TOKEN, ELEVEN, KEY, "planted-room-0b44"))


@pytest.mark.parametrize("given", ["environment", "standard input"])
def test_no_part_of_a_secret_is_said_or_logged_whatever_akool_repeats_of_it(shell: Shell, given: str) -> None:
    shell.preset(OWN)
    if given == "environment":
        shell._monkeypatch.setenv(TOKEN_NAME, TOKEN)
        shell._monkeypatch.setenv(ELEVEN_NAME, ELEVEN)
    with HostileServer(refuse(1003, f"bad {TOKEN[:14]}… and {ELEVEN[::-1]}")) as server:
        shell.use(server.url)
        _, _, err = shell.run("create", "--preset", "Booth, hall 3", given=f"{ELEVEN}\n{TOKEN}\n")
    assert "1003, bad [secret]" in said(err)
    _check_nothing_is_left_of(shell, (TOKEN[:14], ELEVEN[::-1]))


def test_secrets_come_from_standard_input_in_the_order_of_the_form(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.preset(OWN)
    code, out, err = shell.run("create", "--preset", "Booth, hall 3", given=f"{ELEVEN}\n{TOKEN}\r\n")
    assert (code, out, err) == (0, f"{SESSION['_id']}\n", "")
    assert sent_to(akool)["credentials"]["livekit_token"] == TOKEN
    assert sent_to(akool)["voice_params"]["elevenlabs_settings"]["api_key"] == ELEVEN
    _check_nothing_is_left_of(shell, (TOKEN, ELEVEN))


def test_a_secret_that_nobody_gives_is_named(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.preset(OWN)
    code, out, err = shell.run("create", "--preset", "Booth, hall 3", given=f"{ELEVEN}\n")
    assert (code, out) == (1, "")
    assert said(err).startswith(f"LiveKit token is needed. Set {TOKEN_NAME}, or give it as a line on standard input.")
    assert akool.requests == []
    assert shell.rows() == []


def test_a_secret_that_the_keyring_does_not_hold_is_asked_for(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.preset(OWN | {"secrets": dict.fromkeys(OWN["secrets"], "keyring")})
    assert shell.run("create", "--preset", "Booth, hall 3", given=f"{ELEVEN}\n{TOKEN}\n")[0] == 0
    assert sent_to(akool)["credentials"]["livekit_token"] == TOKEN


def test_a_secret_that_is_not_needed_is_not_asked_for(shell: Shell, akool: HostileServer) -> None:
    shell.use(akool.url)
    shell.preset(OWN | {"values": PLAIN["values"] | {"room": "akool", "use_elevenlabs": False}})
    assert shell.run("create", "--preset", "Booth, hall 3")[0] == 0
    assert "credentials" not in sent_to(akool)


def _check_nothing_is_left_of(shell: Shell, secrets: tuple[str, ...]) -> None:
    for path in shell.folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not [secret for secret in secrets if secret.encode() in content], path


# what goes wrong


def test_no_name_in_a_preset_speaks_to_the_terminal(shell: Shell) -> None:
    """A preset comes from anybody: it could name a window, or hide what stands before it."""
    path = shell.preset(PLAIN | {"name": "Planted"})
    path.write_text(json.dumps({"name": "Pl\x1b]0;Owned\x07anted\u202e", "values": {"avatar_id": ""}}))
    _, _, err = shell.run("create", "--account", "Practice", "--preset", str(path))
    assert said(err).startswith(r"The preset Pl\x1b]0;Owned\x07anted\u202e cannot be used as it is.")
    _, _, err = shell.run("create", "--preset", "x\x1b[31m")
    assert r"no file named x\x1b[31m" in said(err)


def test_a_refusal_is_one_line_with_its_code(paying: Shell) -> None:
    paying.preset(PLAIN | {"values": {"avatar_id": "practice-1104"}})
    code, out, err = paying.run("create", "--preset", "Plain", "--json")
    assert (code, out) == (1, "")
    assert "1104" in said(err)
    assert "No session was started." in said(err)
    assert [row.state for row in paying.rows()] == [State.NOT_STARTED]


def test_nobody_there_is_one_line(shell: Shell) -> None:
    shell.use("http://127.0.0.1:9")
    shell.preset(PLAIN)
    code, out, err = shell.run("create", "--preset", "Plain")
    assert (code, out) == (1, "")
    assert "Nothing left this computer." in said(err)


def test_no_answer_is_unknown_and_exits_with_3(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.AkoolClient.__init__, "__kwdefaults__", {"deadlines": client.Deadlines(create=0.5)})
    with HostileServer(by_path({"session/create": silent}, ok([]))) as server:
        shell.use(server.url)
        shell.preset(PLAIN)
        code, out, err = shell.run("create", "--preset", "Plain")
    assert (code, out) == (3, "")
    assert said(err).startswith("The outcome is unknown: a session may have been started, and may cost.")
    assert "no complete answer came within 0.5 seconds. The window looks for it" in said(err)
    assert [row.state for row in shell.rows()] == [State.UNKNOWN]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({}, "Avatar: Avatar is needed."),
        ({"avatar_id": "a", "duration": 4000}, "Session length: Enter a length from 0:01 to 60:00."),
        ({"voice_params.speed": 9}, "Avatar: Avatar is needed. Speaking speed: Enter a number from 0.8 to 1.2."),
    ],
)
def test_a_preset_with_problems_is_not_sent(paying: Shell, values: dict[str, object], problem: str) -> None:
    paying.preset({"name": "Odd", "values": values})
    code, out, err = paying.run("create", "--preset", "Odd")
    assert (code, out) == (1, "")
    assert said(err) == f"The preset Odd cannot be used as it is. {problem} Nothing was sent."
    assert paying.rows() == []


def test_what_a_preset_says_and_the_form_does_not_know_is_noted(paying: Shell) -> None:
    paying.preset(PLAIN | {"values": PLAIN["values"] | {"webhook": "x"}})
    code, _, err = paying.run("create", "--preset", "Plain")
    assert code == 0
    assert said(err).startswith("Note: “webhook” was left out")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["create"], "create needs --preset NAME-or-FILE"),
        (["create", "--preset"], "argument --preset: expected one argument"),
        (["create", "--preset", "Nobody"], "--preset: There is no preset and no file named Nobody."),
        (["--preset", "Nobody"], "--preset: There is no preset and no file named Nobody."),
        (["create", "--preset", "Plain", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["create", "--preset", "Plain", "--account", "Nobody"], "there is no account named 'Nobody'"),
        (["end"], "one of the arguments ID --all is required"),
        (["end", "s1", "--all"], "argument --all: not allowed with argument ID"),
        (["end", "s1", "--preset", "Plain"], "--preset cannot be used with end"),
        (["end", ""], "ID is empty"),
        (["end", "\udcff"], "ID is empty, or holds signs that no id has"),
    ],
)
def test_wrong_arguments_exit_with_2(shell: Shell, arguments: list[str], problem: str) -> None:
    shell._monkeypatch.setenv("DISPLAY", ":none")
    shell.preset(PLAIN)
    code, out, err = shell.run(*arguments)
    assert (code, out) == (2, "")
    assert said(err).startswith(problem)


def test_a_broken_preset_is_refused_for_the_window_too(shell: Shell) -> None:
    shell._monkeypatch.setenv("DISPLAY", ":none")
    (shell.folder / "broken.json").write_text("{")
    code, _, err = shell.run("--preset", str(shell.folder / "broken.json"))
    assert code == 2
    assert "is not valid JSON" in said(err)


# the account


@pytest.mark.parametrize("command", [("create", "--preset", "Plain"), ("end", "--all")])
def test_of_several_accounts_none_is_guessed(shell: Shell, command: tuple[str, ...]) -> None:
    """Which was chosen stands in the settings, and those may be damaged: it would be another client's money."""
    shell.preset(PLAIN)
    with HostileServer(refuse(1101)) as server:
        for name in ("Client A", "Client B"):
            account = Account(name[-1], name, "plum", "api_key", server.url)
            AccountBook(shell.folder / "config").add(account)
        code, out, err = shell.run(*command)
        assert (code, out) == (1, "")
        assert said(err) == "Of several accounts none is chosen. Name one with --account. Nothing was sent."
        SettingsFile(shell.folder / "config").save(Settings(account="B"))
        code, out, err = shell.run(*command)
        assert "several" not in said(err)
        code, out, err = shell.run(*command, "--account", "Client A")
        assert "several" not in said(err)
        SettingsFile(shell.folder / "config").save(Settings())
        shell.use(server.url)  # whoever sets the variable means it
        code, out, err = shell.run(*command)
        assert "1101" in said(err)
        assert server.requests[-1].header("x-api-key") == [KEY]


@pytest.mark.parametrize("command", [("create", "--preset", "Plain"), ("end", "--all")])
def test_the_only_account_that_pays_need_not_be_named(shell: Shell, command: tuple[str, ...]) -> None:
    shell.preset(PLAIN)
    with HostileServer(refuse(1101)) as server:
        account = Account("A", "Client A", "plum", "api_key", server.url)
        AccountBook(shell.folder / "config").add(account)
        with in_use(Shelf()) as shelf:
            shelf.entries[account.secret_name] = KEY
            code, out, err = shell.run(*command)
        assert (code, out) == (1, "")
        assert "1101" in said(err)


@pytest.mark.parametrize("command", [("create", "--preset", "Plain"), ("end", "--all")])
def test_what_damaged_settings_told_is_not_guessed(shell: Shell, command: tuple[str, ...]) -> None:
    """It may have been Practice, though there is but one account that pays. Nor at the second try."""
    shell.preset(PLAIN)
    with HostileServer(refuse(1101)) as server:
        AccountBook(shell.folder / "config").add(Account("A", "Client A", "plum", "api_key", server.url))
        (shell.folder / "config" / "settings.json").write_text("{")
        for _ in range(2):
            code, out, err = shell.run(*command)
            assert (code, out) == (1, "")
            assert "The account that was chosen last is not known here. Name one with --account." in err
        assert not server.requests


@pytest.mark.parametrize("command", [("create", "--preset", "Plain"), ("end", "--all")])
def test_no_other_pays_for_an_account_that_is_not_here(shell: Shell, command: tuple[str, ...]) -> None:
    """Environment, chosen in the window, where its variable is not set; or one that another computer has."""
    shell.preset(PLAIN)
    with HostileServer(refuse(1101)) as server:
        AccountBook(shell.folder / "config").add(Account("A", "Client A", "plum", "api_key", server.url))
        SettingsFile(shell.folder / "config").save(Settings(account="environment"))
        code, out, err = shell.run(*command)
        assert (code, out) == (1, "")
        assert said(err).startswith("The account that was chosen last is not known here. Name one with --account.")
        assert not server.requests


# Practice


def test_practice_for_want_of_an_account_is_refused(shell: Shell) -> None:
    """A script that forgot its key would seem to work."""
    shell.preset(PLAIN)
    code, out, err = shell.run("create", "--preset", "Plain")
    assert (code, out) == (1, "")
    assert said(err).startswith("There is no account to create a session on. Name one with --account")
    assert shell.rows() == []


def test_practice_by_name_is_a_rehearsal_that_ends_with_the_command(shell: Shell) -> None:
    shell.preset(PLAIN)
    code, out, err = shell.run("create", "--preset", "Plain", "--account", "Practice")
    (row,) = shell.rows()
    assert (code, out, row.state) == (0, f"{row.session_id}\n", State.ENDED)
    assert said(err) == "Note: this was a rehearsal. Practice ends with the command, and so did its session."
    assert shell.run("end", row.session_id, "--account", "Practice") == (0, f"{row.session_id}\n", "")


def test_half_a_letter_in_a_preset_is_no_fault_of_the_program(paying: Shell) -> None:
    """JSON can write what no ledger can hold: whether it is accepted is for Akool to say."""
    paying.preset(PLAIN | {"values": PLAIN["values"] | {"voice_id": "half \ud83d"}})
    code, out, err = paying.run("create", "--preset", "Plain")
    assert (code, err) == (0, "")
    assert [(row.session_id, row.sent["voice_id"]) for row in paying.rows()] == [(out.strip(), "half ?")]
