"""akool-desktop check: the window's lines in a terminal, and an exit code that says whether none is red."""

import json
import time

import jwt
import pytest
from hostile import HostileServer, refuse
from shell import AVATAR, KEY, OWN, PLAIN, TOKEN_NAME, Shell, said

from akool_desktop.practice.service import PracticeService


def token(good_for: int) -> str:
    claims = {"exp": int(time.time()) + good_for, "sub": "avatar-1", "video": {"room": "booth-3", "roomJoin": True}}
    return jwt.encode(claims, "s" * 32, algorithm="HS256")


def test_a_preset_that_is_fine(paying: Shell, practice: PracticeService) -> None:
    paying.preset(PLAIN)
    code, out, _ = paying.run("check", "--preset", "Plain")
    assert code == 0, out
    lines = out.splitlines()
    assert any(line.startswith("fine ") and "Key accepted" in line for line in lines)
    assert any(line.startswith("fine ") and "ready to stream" in line for line in lines)
    assert not any(line.startswith("problem") for line in lines)
    assert practice.books() == []
    assert paying.rows() == []


def test_what_is_wrong_comes_first_and_sets_the_exit_code(paying: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN_NAME, expired := token(-180))
    preset = {"name": "Booth", "values": {k: v for k, v in OWN["values"].items() if k != "use_elevenlabs"},
              "secrets": {"credentials.livekit_token": "ask"}}  # fmt: skip
    paying.preset(preset)
    code, out, err = paying.run("check", "--preset", "Booth")
    assert code == 1
    first = out.splitlines()[0]
    assert first.startswith("problem  ")
    assert "expired 3 minutes ago" in out.casefold()
    assert expired not in out + err
    assert KEY not in out + err


def test_a_secret_that_nobody_gives_is_a_line_of_its_own(paying: Shell) -> None:
    paying.preset(OWN)
    code, out, _ = paying.run("check", "--preset", OWN["name"])
    assert code == 1
    assert "LiveKit token is needed" in out


def test_that_practice_was_asked_for_want_of_an_account_is_said(shell: Shell) -> None:
    """A script that takes it for the show's own account would go on without a key."""
    shell.preset(PLAIN)
    assert said(shell.run("check", "--preset", "Plain")[2]).startswith("Note: no account was named, so Practice was")
    assert shell.run("check", "--preset", "Plain", "--account", "Practice")[2] == ""


def test_as_json_it_can_be_written_in_any_alphabet(paying: Shell) -> None:
    paying.preset(PLAIN | {"values": {"avatar_id": "漢😀"}})
    _, out, _ = paying.run("check", "--preset", "Plain", "--json")
    assert out.isascii()
    assert any(line["detail"] == "漢😀" for line in json.loads(out)["lines"])


def test_one_secret_that_is_missing_hides_none_that_is_given(
    paying: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ElevenLabs key comes first in the form."""
    monkeypatch.setenv(TOKEN_NAME, token(3600))
    paying.preset(OWN)
    code, out, _ = paying.run("check", "--preset", OWN["name"])
    assert code == 1
    assert "ElevenLabs API key is needed" in out
    assert "LiveKit token is needed" not in out


def test_as_json(paying: Shell) -> None:
    paying.preset(PLAIN)
    code, out, _ = paying.run("check", "--preset", "Plain", "--json")
    found = json.loads(out)
    assert (code, found["fine"], found["account"]) == (0, True, "Environment")
    avatar = next(line for line in found["lines"] if line["go_to"] == "avatar_id")
    assert avatar["state"] == "fine"
    assert AVATAR not in avatar["words"]


def test_a_key_that_is_refused_is_red(shell: Shell) -> None:
    with HostileServer(refuse(1101)) as server:
        shell.use(server.url)
        shell.preset(PLAIN)
        code, out, _ = shell.run("check", "--preset", "Plain")
    assert code == 1
    assert out.startswith("problem")


def test_without_a_preset(shell: Shell) -> None:
    code, out, err = shell.run("check")
    assert (code, out) == (2, "")
    assert said(err) == "check needs --preset NAME-or-FILE"
