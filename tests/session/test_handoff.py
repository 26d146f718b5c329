"""A request handed to somebody else: in three shells, as JSON, and never with a secret in it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from entered import PLAUSIBLE
from hypothesis import assume, given
from session.test_generated import Draft, quick
from session.test_payload import EXAMPLE_BODY, EXAMPLE_DRAFT

from akool_desktop.session import handoff, rules, shells
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.handoff import Auth
from akool_desktop.session.pasted import read_pasted

BASE = "https://openapi.akool.com"
ADDRESS = "https://openapi.akool.com/api/open/v4/liveAvatar/session/create"
SECRETS = ("your-token", "sk_your_elevenlabs_api_key")
WRITERS = {
    "bash": handoff.as_bash,
    "PowerShell": handoff.as_powershell,
    "cmd": handoff.as_cmd,
}
by_shell = pytest.mark.parametrize("shell", WRITERS)


def test_the_shortest_request_for_bash() -> None:
    assert handoff.as_bash({"avatar_id": "it's"}, BASE, "api_key") == (
        f"curl -X POST '{ADDRESS}' \\\n"
        '  -H "x-api-key: $AKOOL_API_KEY" \\\n'
        "  -H 'Content-Type: application/json' \\\n"
        '  -d \'{\n  "avatar_id": "it\\u0027s"\n}\'\n'
    )


def test_the_shortest_request_for_powershell() -> None:
    assert handoff.as_powershell({"avatar_id": "it's"}, BASE, "bearer") == (
        f"Invoke-RestMethod -Method Post -Uri '{ADDRESS}' `\n"
        "  -Headers @{ 'Authorization' = \"Bearer $env:AKOOL_API_KEY\" } `\n"
        "  -ContentType 'application/json' `\n"
        '  -Body \'{\n  "avatar_id": "it\\u0027s"\n}\'\n'
    )


def test_the_shortest_request_for_cmd() -> None:
    assert handoff.as_cmd({"avatar_id": 'a "100%" & more'}, BASE, "api_key") == (
        f'curl -X POST "{ADDRESS}" ^\n'
        '  -H "x-api-key: %AKOOL_API_KEY%" ^\n'
        '  -H "Content-Type: application/json" ^\n'
        '  -d "{\\"avatar_id\\": \\"a \\u0022100\\u0025\\u0022 \\u0026 more\\"}"\n'
    )


@by_shell
@pytest.mark.parametrize("auth", ["api_key", "bearer"])
def test_no_secret_is_in_it_but_what_belongs_there(shell: str, auth: Auth) -> None:
    text = WRITERS[shell](EXAMPLE_BODY, BASE, auth)
    assert not [secret for secret in SECRETS if secret in text]
    assert "YOUR_AGORA_TOKEN" in text
    assert "YOUR_ELEVENLABS_API_KEY" in text
    assert ("Bearer" in text) == (auth == "bearer")


def test_as_json_it_is_the_body_with_secrets_named() -> None:
    body = json.loads(handoff.as_json(EXAMPLE_BODY))
    assert body["credentials"].pop("agora_token") == "YOUR_AGORA_TOKEN"
    assert body["voice_params"]["elevenlabs_settings"].pop("api_key") == "YOUR_ELEVENLABS_API_KEY"
    assert body == rules.without_secrets(EXAMPLE_BODY)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@quick
@given(PLAUSIBLE)
def test_as_env_a_shell_reads_every_value_and_no_secret(draft: Draft) -> None:
    body = rules.payload(draft)
    script = f"set -a\n{handoff.as_env(body, BASE, 'api_key')}printenv -0 AKOOL_AVATAR_ID AKOOL_API_KEY AKOOL_LANGUAGE"
    assume(not any(sign in str(body) for sign in "\n\r"))  # which shells and readers of .env take differently
    said = subprocess.run(["bash", "-c", script], env={"PATH": os.environ["PATH"]}, capture_output=True, text=True)
    assert said.stdout.split("\0")[:2] == [body["avatar_id"], ""]
    assert said.stdout.split("\0")[2:3] == ([body["language"]] if "language" in body else [""])


def test_as_env_the_example_is_named_after_its_places_in_the_request() -> None:
    lines = dict(line.split("=", 1) for line in handoff.as_env(EXAMPLE_BODY, BASE, "api_key").splitlines())
    assert not [secret for secret in SECRETS if secret in str(lines)]
    assert (lines["AKOOL_API_KEY"], lines["AKOOL_BASE_URL"]) == ("", BASE)
    assert lines["AKOOL_CREDENTIALS_AGORA_TOKEN"] == ""
    assert lines["AKOOL_DURATION"] == "3600"


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize("planted", ["it's `touch made`", "\n`touch made`", "it's $(touch made)", "\\'`touch made`"])
def test_as_env_nothing_that_a_preset_or_a_server_says_is_run(planted: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(handoff.env({"A": planted, f"B=1\n{planted}; touch made #": "x"}))
    said = subprocess.run(["bash", "-c", "set -a; . ./.env; printenv A"], cwd=tmp_path, capture_output=True, text=True)
    assert not (tmp_path / "made").exists()
    assert "\n" in planted or said.stdout == f"{planted}\n"


@pytest.mark.parametrize(
    ("found", "written"),
    [("a b", "'a b'"), ("$HOME", "'$HOME'"), ("it's", '"it\'s"'), ("it's $5\nmore", '"it\'s \\$5\\nmore"'), ("", "")],
)
def test_a_value_in_env_is_quoted_where_it_must_be(found: str, written: str) -> None:
    assert handoff.env({"A": found}) == f"A={written}\n"


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@quick
@given(PLAUSIBLE)
def test_bash_itself_reads_the_same_words(draft: Draft) -> None:
    text = handoff.as_bash(rules.payload(draft), BASE, "api_key")
    script = f"AKOOL_API_KEY='$AKOOL_API_KEY'\ncurl() {{ printf '%s\\0' curl \"$@\"; }}\n{text}"
    said = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout
    assert [said.split("\0")[:-1]] == [words for words in shells.bash(text) or [] if words]


@by_shell
@quick
@given(draft=PLAUSIBLE)
def test_what_is_handed_on_can_be_pasted_again(shell: str, draft: Draft) -> None:
    """The same body comes back, but for the secrets, which are to be entered."""
    assume(not rules.problems(draft))
    body = rules.payload(draft)
    _check_pasted(WRITERS[shell](body, BASE, "api_key"), draft)


@quick
@given(PLAUSIBLE)
def test_what_is_handed_on_as_json_can_be_pasted_again(draft: Draft) -> None:
    assume(not rules.problems(draft))
    _check_pasted(handoff.as_json(rules.payload(draft)), draft)


def _check_pasted(text: str, draft: Draft) -> None:
    (pasted,) = read_pasted(text)
    body = rules.payload(draft)
    secrets = {key: rules.value(draft, key) for key in rules.visible(draft) if BY_KEY[key].secret}
    assert rules.payload({**pasted.draft, **secrets}) == body
    assert (pasted.secrets, pasted.key) == ({}, None)
    assert len(pasted.left_out) == len(secrets)


@by_shell
def test_the_example_with_its_secrets_written_in(shell: str) -> None:
    text = WRITERS[shell](EXAMPLE_BODY, BASE, "api_key")
    for name, secret in zip(("YOUR_AGORA_TOKEN", "YOUR_ELEVENLABS_API_KEY"), SECRETS, strict=True):
        text = text.replace(name, secret)
    (pasted,) = read_pasted(text)
    assert {**pasted.draft, **pasted.secrets} == EXAMPLE_DRAFT
    assert sorted(pasted.secrets.values()) == sorted(SECRETS)
