"""A request handed to somebody else: in three shells, as JSON, as .env, and never with a secret in it."""

import json
import shutil
import subprocess

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


def test_as_env_it_is_one_setting_a_line() -> None:
    body = {
        "avatar_id": "a b", "voice_id": "it's", "mode_type": 2, "language": 'both \' and "',
        "voice_params": {"speed": 1.05, "pron_map": {"it's": 'a "b" \\c'},
                         "elevenlabs_settings": {"api_key": "planted", "use_speaker_boost": True}},
        "credentials": {"agora_token": "planted"},
    }  # fmt: skip
    assert handoff.as_env(body) == (
        "AKOOL_API_KEY=\nAKOOL_AVATAR_ID='a b'\nAKOOL_VOICE_ID=\"it's\"\nAKOOL_MODE_TYPE=2\n"
        'AKOOL_LANGUAGE="both \' and \\""\nAKOOL_VOICE_PARAMS_SPEED=1.05\n'
        """AKOOL_VOICE_PARAMS_PRON_MAP='{"it\\u0027s": "a \\u0022b\\u0022 \\u005cc"}'\n"""
        "AKOOL_SECRET_VOICE_PARAMS_ELEVENLABS_SETTINGS_API_KEY=\nAKOOL_VOICE_PARAMS_ELEVENLABS_SETTINGS_USE_SPEAKER_BOOST=true\n"
        "AKOOL_SECRET_CREDENTIALS_AGORA_TOKEN=\n"
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@quick
@given(PLAUSIBLE)
def test_bash_reads_the_values_from_env_again(draft: Draft) -> None:
    body = rules.payload(draft)
    said = subprocess.run(["env", "-i", "bash", "-c", f"set -a\n{handoff.as_env(body)}\nset +a; env -0"],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip
    read = dict(line.split("=", 1) for line in said.split("\0") if line.startswith("AKOOL_"))
    assert {name for name in read if read[name] == ""} == {"AKOOL_API_KEY", *(
        f"AKOOL_SECRET_{handoff.env_name(key)}" for key in rules.visible(draft)
        if BY_KEY[key].secret and rules.value(draft, key) is not None)}  # fmt: skip
    for key in rules.visible(draft):
        held = rules.value(draft, key)
        if isinstance(held, str) and BY_KEY[key].sent and not BY_KEY[key].secret:
            assert read[f"AKOOL_{handoff.env_name(key)}"] == held
    if found := read.get("AKOOL_VOICE_PARAMS_PRON_MAP"):
        assert json.loads(found) == body["voice_params"]["pron_map"]  # type: ignore[index]


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
