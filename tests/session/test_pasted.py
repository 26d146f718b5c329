"""Whatever an operator pastes: what fills the form, what is a secret, what is left out, and why nothing came of it."""

import json
import time
from collections.abc import Mapping
from contextlib import suppress

import pytest
from entered import PLAUSIBLE, RUBBISH_VALUE
from hypothesis import given
from hypothesis import strategies as st
from session.test_generated import Draft, check, quick
from session.test_payload import EXAMPLE_BODY, EXAMPLE_DRAFT

from akool_desktop.session import rules
from akool_desktop.session.bodies import documents
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.pasted import Key, NothingPasted, Pasted, read_pasted

KEY, TOKEN = "planted-key-5f3a91", "planted-token-77c2e0"
URL = "https://openapi.akool.com/api/open/v4/liveAvatar/session/create"
OWN = {"avatar_id": "Tristan", "stream_type": "livekit", "credentials": {
    "livekit_url": "wss://booth.example", "livekit_token": TOKEN,
}}  # fmt: skip
BODY = json.dumps(OWN)
FILLED: Draft = {
    "avatar_id": "Tristan", "stream_type": "livekit", "room": "own", "use_elevenlabs": False, "duration": None,
    "credentials.livekit_url": "wss://booth.example",
}  # fmt: skip
IN_CMD = BODY.replace('"', '\\"')
IN_CMD_DOUBLED = BODY.replace('"', '""')
CARETS = BODY.replace("{", "^{").replace("}", "^}").replace('"', '^\\^"')
TICKS = BODY.replace('"', '`"')
TABLE = f"""@{{
  avatar_id   = 'Tristan'
  stream_type = "livekit"   # not agora
  credentials = @{{ livekit_url = 'wss://booth.example'; livekit_token = '{TOKEN}' }}
}}"""

# Each is a way to ask for the same session.
COMMANDS = {
    "bash": f"curl -X POST {URL} -H 'x-api-key: {KEY}' -H 'Content-Type: application/json' -d '{BODY}'",
    "bash, lines": f"curl --location --request POST '{URL}' \\\n--header 'x-api-key: {KEY}' \\\n--data '{BODY}'\n",
    "bash, Windows line ends": f"curl '{URL}' \\\r\n  -H 'x-api-key: {KEY}' \\\r\n  --data-raw '{BODY}'\r\n",
    "bash, double quotes": f'curl "{URL}" -H "x-api-key: {KEY}" -d "{IN_CMD}"',
    "bash, dollar quotes": f"curl '{URL}' -H $'x-api-key: {KEY}' --data-raw $'{BODY}'".replace("Tris", "\\u0054ris"),
    "bash, --json": f"curl --json '{BODY}' {URL} --header 'X-API-KEY: {KEY}' --compressed",
    "bash, short options together": f"curl -sSLXPOST {URL} -H'x-api-key: {KEY}' -d'{BODY}' | jq .",
    "bash, with a prompt": f"$ /usr/bin/curl -s {URL} -H 'x-api-key: {KEY}' -d '{BODY}' && echo done",
    "bash, from here": f"curl {URL} \\\n  -H 'x-api-key: {KEY}' \\\n  -d @- <<'EOF'\n{BODY}\nEOF\n",
    "cmd": f'curl -X POST "{URL}" ^\n  -H "x-api-key: {KEY}" ^\n  -d "{IN_CMD}"',
    "cmd, doubled quotes": f'curl.exe -X POST "{URL}" -H "x-api-key: {KEY}" -d "{IN_CMD_DOUBLED}"',
    "cmd, from a browser": f'curl ^"{URL}^" ^\r\n  -H ^"x-api-key: {KEY}^" ^\r\n  --data-raw ^"{CARETS}^"',
    "cmd, a prompt and a path": f'C:\\>C:\\Windows\\curl.exe "{URL}" -H "x-api-key: {KEY}" --json "{IN_CMD}"',
    "PowerShell, curl.exe": f"curl.exe -X POST '{URL}' `\n  -H 'x-api-key: {KEY}' `\n  -d '{BODY}'",
    "PowerShell, curl.exe, quotes twice": f"curl.exe '{URL}' `\n -H \"x-api-key: {KEY}\" `\n -d '{IN_CMD}'",
    "PowerShell": f"Invoke-RestMethod -Method Post -Uri '{URL}' -Headers @{{ 'x-api-key' = '{KEY}' }} -Body '{BODY}'",
    "PowerShell, from a browser": (
        f'Invoke-WebRequest -Uri "{URL}" `\n-Method "POST" `\n-Headers @{{\n"x-api-key"="{KEY}"\n}} `\n'
        f'-ContentType "application/json" `\n-Body "{TICKS}"'
    ),
    "PowerShell, from Postman": (
        '$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n'
        f'$headers.Add("x-api-key", "{KEY}")\n$body = @"\n{BODY}\n"@\n\n'
        f"$response = Invoke-RestMethod '{URL}' -Method 'POST' -Headers $headers -Body $body\n$response | Out-Host"
    ),
    "PowerShell, a table": (
        f"$key = '{KEY}'\n$body = {TABLE} | ConvertTo-Json -Depth 5\n"
        f'irm {URL} -Method Post -Headers @{{"x-api-key" = "$key"}} -Body $body'
    ),
    "PowerShell, a table in place": (
        f"Invoke-RestMethod -Uri {URL} -Headers @{{ 'x-api-key' = '{KEY}' }} -Body ({TABLE} | ConvertTo-Json)"
    ),
    "PowerShell, parameters in a table": (
        f"$ask = @{{ Uri = '{URL}'; Method = 'Post'\n Headers = @{{ 'x-api-key' = '{KEY}' }}\n Body = '{BODY}' }}\n"
        "Invoke-RestMethod @ask"
    ),
    "HTTP": f"POST /api/open/v4/liveAvatar/session/create HTTP/1.1\nHost: x\nx-api-key: {KEY}\n\n{BODY}",
    "JSON with its headers": json.dumps({"headers": {"x-api-key": KEY}, "body": OWN}, indent=2),
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_fills_the_form(name: str) -> None:
    (pasted,) = read_pasted(COMMANDS[name])
    assert pasted.draft == FILLED
    assert pasted.secrets == {"credentials.livekit_token": TOKEN}
    assert pasted.left_out == ()
    assert pasted.key
    assert (pasted.key.auth, pasted.key.secret) == ("api_key", KEY)


@pytest.mark.parametrize(
    "command",
    [
        rf"""curl {URL} -d $'{{"avatar_id": "\x54om\x20\46 \111t\'s"}}'""",
        f"""irm {URL} -Body "{{`"avatar_id`": `"$([char]84)om & It's`"}}\"""",
        f"""irm {URL} -Body (@{{ avatar_id = 'Tom & It''s' }} | ConvertTo-Json)""",
        f"""irm {URL} -Body "{{""avatar_id"": ""Tom & It's""}}\"""",
        f"""$who = 'Tom'\nirm {URL} -Body @"\n{{"avatar_id": "$who & It's"}}\n"@""",
        f"""$who = 'Ann'\nirm {URL} -Body @'\n{{"avatar_id": "Tom & It's", "knowledge_id": "$who"}}\n'@""",
    ],
    ids=["bash", "by number", "quotes twice", "double quotes twice", "a variable in lines", "none in plain lines"],
)
def test_a_sign_may_be_written_in_the_shells_own_way(command: str) -> None:
    draft = read_pasted(command)[0].draft
    assert (draft["avatar_id"], draft.get("knowledge_id", "$who")) == ("Tom & It's", "$who")


def test_what_a_powershell_table_says_without_quotes_is_a_number_or_nothing() -> None:
    table = "@{ avatar_id = 'Tom'; duration = [int]90; voice_id = $null; voice_params = @{ speed = 1.1 } }"
    (pasted,) = read_pasted(f"irm {URL} -Body ({table} | ConvertTo-Json)")
    assert (pasted.draft["duration"], pasted.draft["voice_params.speed"]) == (90, 1.1)
    assert [str(words) for words in pasted.left_out] == ["Voice was left out: it is empty."]


YAML = """
      avatar_id: Tristan   # who
      stream_type: livekit
      credentials:
        livekit_url: "wss://booth.example"

        livekit_token: planted-token-77c2e0
"""


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "\ufeff" + json.dumps(OWN, indent=2),
        f"```json\n{json.dumps(OWN, indent=2)}\n```",
        f"Send this [1]:\n\n{BODY}\n\nand it starts {{at once}}.",
        BODY.replace('"avatar_id"', '// whose face: "his"\n"avatar_id"') + " // that is all",
        YAML,
        f"## Example\n\n````yaml\nexample:\n{YAML}responses:\n  '200':\n    description: fine\n````\n",
        json.dumps({"credentials.livekit_url": "wss://booth.example", "credentials.livekit_token": TOKEN,
                    "avatar_id": "Tristan", "stream_type": "livekit"}),
    ],
)  # fmt: skip
def test_a_body_fills_the_form(text: str) -> None:
    (pasted,) = read_pasted(text)
    assert (pasted.draft, pasted.secrets) == (FILLED, {"credentials.livekit_token": TOKEN})
    assert (pasted.left_out, pasted.key) == ((), None)


def test_the_documented_example_fills_the_form() -> None:
    (pasted,) = read_pasted(json.dumps(EXAMPLE_BODY))
    assert {**pasted.draft, **pasted.secrets} == EXAMPLE_DRAFT
    assert sorted(pasted.secrets) == ["credentials.agora_token", "voice_params.elevenlabs_settings.api_key"]


def test_the_documented_example_as_the_page_has_it() -> None:
    """docs.akool.com, Create Session: an indented example within the description of the endpoint."""
    (pasted,) = read_pasted(f"          application/json:\n            example:\n{_as_yaml(EXAMPLE_BODY, 14)}    x:\n")
    assert {**pasted.draft, **pasted.secrets} == EXAMPLE_DRAFT
    assert pasted.left_out == ()


def _as_yaml(body: Mapping[str, object], indent: int) -> str:
    lines = ""
    for name, found in body.items():
        nested = isinstance(found, Mapping)
        scalar = "" if nested else f" {found if isinstance(found, str) else json.dumps(found)}"
        lines += f"{' ' * indent}{name}:{scalar}\n"
        lines += _as_yaml(found, indent + 2) if isinstance(found, Mapping) else ""
    return lines


PRESET = {
    "version": 1, "id": "6f1c2b0e", "name": "Booth, hall 3",
    "values": {"avatar_id": "Tristan", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example"},
    "secrets": {"credentials.livekit_token": "ask"},
}  # fmt: skip


def test_a_preset_fills_the_form() -> None:
    (pasted,) = read_pasted(json.dumps(PRESET, indent=2))
    assert pasted.name == "Booth, hall 3"
    assert pasted.slots == {"credentials.livekit_token": "ask"}
    assert pasted.draft == {
        "avatar_id": "Tristan", "stream_type": "livekit", "credentials.livekit_url": "wss://booth.example",
        "room": "own",
    }  # fmt: skip


def test_a_secret_in_a_preset_is_told_apart() -> None:
    token = {"credentials.livekit_token": TOKEN}
    for document in ({"values": {"avatar_id": "a", **token}}, {"values": {"avatar_id": "a"}, "secrets": token}):
        (pasted,) = read_pasted(json.dumps(document))
        _check_found(pasted)


def _check_found(pasted: Pasted) -> None:
    assert pasted.left_out == ()
    assert pasted.secrets == {"credentials.livekit_token": TOKEN}
    assert "credentials.livekit_token" not in pasted.draft
    assert pasted.draft["room"] == "own"


def test_several_are_several() -> None:
    assert [pasted.name for pasted in read_pasted(json.dumps([PRESET, PRESET | {"name": "Hall 4"}]))] == [
        "Booth, hall 3", "Hall 4",
    ]  # fmt: skip
    assert len(read_pasted(json.dumps({"version": 1, "presets": [PRESET, PRESET, PRESET]}))) == 3
    assert len(read_pasted(f"{BODY}\n{BODY}")) == 2
    commands = f"{COMMANDS['bash']}\n\n{COMMANDS['bash, lines']}"
    assert [pasted.draft for pasted in read_pasted(commands)] == [FILLED, FILLED]


def test_of_several_commands_the_one_that_creates_counts() -> None:
    token = f"""curl {URL} -d '{{"clientId": "x", "clientSecret": "{KEY}"}}'"""
    (pasted,) = read_pasted(f"{token}\n{COMMANDS['bash']}")
    assert pasted.draft == FILLED


# the key


@pytest.mark.parametrize(
    ("header", "auth", "secret"),
    [
        ("-H 'x-api-key: abc123'", "api_key", "abc123"),
        ("-H 'X-Api-Key:abc123'", "api_key", "abc123"),
        ("-H 'Authorization: Bearer ey.ab.cd'", "bearer", "ey.ab.cd"),
        ("-H 'authorization: bearer ey.ab.cd' -H 'x-api-key: abc123'", "bearer", "ey.ab.cd"),
        ("-H 'x-api-key: abc123' --header 'Authorization: Bearer ey.ab.cd'", "bearer", "ey.ab.cd"),
        ("--oauth2-bearer ey.ab.cd", "bearer", "ey.ab.cd"),
        ("'https://gateway.example/x?api_key=abc123'", "api_key", "abc123"),
        ("'https://gateway.example/x?access_token=ey.ab.cd'", "bearer", "ey.ab.cd"),
        ("-H 'x-api-key: $AKOOL_API_KEY'", "", ""),
        ("-H 'x-api-key: {{apiKey}}'", "", ""),
        ("-H 'x-api-key: <YOUR API KEY>'", "", ""),
        ("-H 'x-api-key: YOUR_API_KEY'", "", ""),
        ("-H 'x-api-key: {{Your API Key}}'", "", ""),
        ("-H 'Authorization: Bearer token'", "", ""),
        ("-H 'Authorization: Basic dXNlcjpwYXNz'", "", ""),
        ("-H 'Accept: x-api-key'", "", ""),
        ("'https://[broken/'", "", ""),
        ("", "", ""),
    ],
)
def test_the_key_is_told_apart(header: str, auth: str, secret: str) -> None:
    (pasted,) = read_pasted(f"curl {header} -d '{BODY}'")
    assert (pasted.key and (pasted.key.auth, pasted.key.secret)) == ((auth, secret) if auth else None)
    assert secret not in str(pasted.draft) or not secret


@pytest.mark.parametrize(
    ("address", "base_url"),
    [(URL, "https://openapi.akool.com"), (URL.replace("openapi.akool.com", "gateway.example/akool"),
     "https://gateway.example/akool"), ("https://gateway.example/other", "")],
)  # fmt: skip
def test_the_key_knows_where_it_was_for(address: str, base_url: str) -> None:
    (pasted,) = read_pasted(f"curl {address} -H 'x-api-key: abc123' -d '{BODY}'")
    assert pasted.key
    assert pasted.key.base_url == base_url


# what the form cannot hold, and what it shall show


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ({"webhook": "https://x"}, "“webhook” was left out: the form has no such setting."),
        ({"voice_params": {"pitch": 1}}, "“voice_params.pitch” was left out: the form has no such setting."),
        ({"room": "own"}, "“room” was left out: the form has no such setting."),
        ({"use_elevenlabs": True}, "“use_elevenlabs” was left out: the form has no such setting."),
        ({"sk_5f3a91": 1}, "A setting was left out: the form has none of that name."),
        ({"voice_id": None}, "Voice was left out: it is empty."),
        ({"voice_id": ""}, "Voice was left out: it is empty."),
        ({"credentials": {}}, "“credentials” was left out: the form has no such setting."),
        ({"voice_params": {"pron_map": {}}}, "Say words as was left out: it is empty."),
        ({"voice_params": {"pron_map": {"a": 1}}}, "Say words as was left out: it is of another kind."),
        ({"voice_params": {"pron_map": "a"}}, "Say words as was left out: it is of another kind."),
        ({"voice_params": {"speed": 10**400}}, "Speaking speed was left out: it is of another kind."),
        ({"voice_id": ["a"]}, "Voice was left out: it is of another kind."),
        ({"credentials": {"livekit_token": 7}}, "LiveKit token was left out: it is of another kind."),
        (
            {"credentials": {"livekit_token": "YOUR_LIVEKIT_TOKEN"}},
            "LiveKit token was left out: a word stands in its place.",
        ),
    ],
)  # fmt: skip
def test_what_the_form_cannot_hold_is_left_out_and_said(added: dict[str, object], said: str) -> None:
    (pasted,) = read_pasted(json.dumps({"avatar_id": "Tristan"} | added))
    assert [str(words) for words in pasted.left_out] == [said]
    assert {key for key, found in pasted.draft.items() if found is not None} == {"avatar_id", "room", "use_elevenlabs"}
    assert pasted.secrets == {}


@pytest.mark.parametrize(
    ("added", "key", "problem"),
    [
        ({"duration": 3601}, "duration", "Enter a length from 0:01 to 60:00."),
        ({"duration": "600"}, "duration", "Enter minutes and seconds, such as 10:00."),
        ({"mode_type": 3}, "mode_type", "Choose one of the list."),
        ({"mode_type": "2"}, "mode_type", "Choose one of the list."),
        ({"stream_type": "zoom"}, "stream_type", "Choose one of the list."),
        ({"avatar_id": 7}, "avatar_id", "This cannot be used here. Enter it anew."),
        ({"background_url": "akool.com"}, "background_url", "This is not a whole link. It starts with"),
        ({"voice_params": {"speed": 2}}, "voice_params.speed", "Enter a number from 0.8 to 1.2."),
    ],
)
def test_what_is_wrong_is_kept_for_the_form_to_show(added: dict[str, object], key: str, problem: str) -> None:
    (pasted,) = read_pasted(json.dumps({"avatar_id": "Tristan"} | added))
    assert pasted.left_out == ()
    (found,) = [found for found in rules.problems(pasted.draft) if found.key == key]
    assert str(found.words).startswith(problem)


def test_a_number_may_be_written_with_a_point() -> None:
    (pasted,) = read_pasted('{"avatar_id": "a", "duration": 600.0}')
    assert (pasted.draft["duration"], type(pasted.draft["duration"])) == (600, int)


def test_what_a_request_does_not_say_is_not_sent_or_stands_at_its_default() -> None:
    (pasted,) = read_pasted('{"avatar_id": "a"}')
    assert rules.payload(pasted.draft) == {"avatar_id": "a", "mode_type": 2, "stream_type": "agora"}


# nothing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Nothing has been pasted yet."),
        (" \n\t", "Nothing has been pasted yet."),
        ("x" * 50_001, "This is longer than any request."),
        ("hello", "Nothing here is a request."),
        ("https://akool.com", "Nothing here is a request."),
        ('{"avatar_id": "a",\n "mode_type": }', "The JSON cannot be read from line 2, column 15 on."),
        ('{"avatar_id": "a"', "The JSON cannot be read from line 1, column 18 on."),
        ('{"id": 7}', "This is JSON, but nothing in it is a field of Create Session."),
        ('{"avatar_id": "a", "voice_params": {"voice_id": "alloy"},}', "The JSON cannot be read"),
        ('Send {this}: {"avatar_id": , "voice_params": {"voice_id": "alloy"}}', "The JSON cannot be read"),
        ('{"duration": 1e999}', "Nothing here is a request."),
        ("[]", "This is JSON, but nothing in it is a field of Create Session."),
        ('{"code": 1000, "msg": "OK", "data": {"stream_type": "agora"}}', "This is an answer of Akool's."),
        ('{"_id": "66", "stream_type": "agora", "credentials": {"agora_token": "t"}}', "This is an answer of Akool's."),
        ("curl https://akool.com", "There is a command, but no body in it."),
        ("curl https://akool.com -d '{\"avatar_id\":", "There is a command, but no field of Create Session"),
        ("curl https://akool.com -d @body.json", "The command reads its body from a file."),
        ("curl https://akool.com -d '{\"id\": 7}'", "There is a command, but no field of Create Session"),
        ("Invoke-RestMethod -Uri https://akool.com -Body (Get-Content x)", "There is a command, but no field of"),
        ("[" * 40_000, ("Nothing here", "The JSON cannot be read")),  # how deep JSON is read is Python's affair
        ('{"a":' * 5000, ("Nothing here", "The JSON cannot be read")),
    ],
)
def test_why_nothing_came_of_it(text: str, said: str | tuple[str, ...]) -> None:
    with pytest.raises(NothingPasted) as caught:
        read_pasted(text)
    assert str(caught.value.words).startswith(said)


# never


PIECES = st.sampled_from([
    "curl ", "irm ", "Invoke-RestMethod ", "'", '"', "`", "^", "\\", "\n", "\r\n", "$", "$'", "@'\n", "\n'@", "@{", "}",
    "{", "[", "]", "(", ")", "=", ",", ":", " ", "-d ", "-H ", "x-api-key: ", "avatar_id", "avatar_id: x",
    '"avatar_id"', "//", "#", "%", "\\u", "\\ud800", "\ud800", "\0", "$([char]9999999)", "\\xff", "credentials",
    "values", "true", "1e999", "NaN", "-", "@body ", URL, "\u2028", "\ufeff",
])  # fmt: skip
ANYTHING = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@quick
@given(ANYTHING)
def test_any_text_fills_something_or_says_why_not(text: str) -> None:
    try:
        found = read_pasted(text)
    except NothingPasted:
        return
    for pasted in found:
        check_pasted(pasted)


def check_pasted(pasted: Pasted) -> None:
    assert all(str(words) for words in pasted.left_out)
    assert not [key for key in pasted.draft if BY_KEY[key].secret]
    check({**pasted.draft, **pasted.secrets})


@pytest.mark.parametrize(
    "piece",
    ["\n", " ", "@'\n", '@"\n', "x-api-key: ", "x-api-key: ''", '"', "'", "\\", "^", "`", "{", '{"a":[',
     "avatar_id: a ", "a\\b", "$(", "@{", "- ", "//", "#", "-d ", "\t", '\\"', '"\\'],
)  # fmt: skip
@pytest.mark.parametrize("before", ["curl x", "irm ", "avatar_id: x\n", "avatar_id: x", 'avatar_id: "x', "x", '"'])
def test_a_long_text_is_read_in_a_moment(before: str, piece: str) -> None:
    """Whatever it repeats: the window reads as one types."""
    text = before + piece * ((49_000 - len(before)) // len(piece)) + "é"
    began = time.process_time()
    with suppress(NothingPasted):
        read_pasted(text)
    assert time.process_time() - began < 2


JSON_VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=5), inside, max_size=3)),
    max_leaves=8,
)


@quick
@given(st.dictionaries(st.sampled_from([*BY_KEY, "voice_params", "credentials", "x"]), JSON_VALUE | RUBBISH_VALUE))
def test_whatever_stands_in_a_body_can_be_shown(body: dict[str, object]) -> None:
    for text in (json.dumps(body), json.dumps({"values": body, "secrets": body, "name": body})):
        try:
            found = read_pasted(text)
        except NothingPasted:
            continue
        for pasted in found:
            check_pasted(pasted)


@quick
@given(PLAUSIBLE, st.sampled_from(sorted(COMMANDS)), st.integers(0, 400))
def test_no_secret_is_said(draft: Draft, name: str, cut: int) -> None:
    """Neither by what was read, nor by why nothing was."""
    text = COMMANDS[name]
    for whole in (text, text[: len(text) - cut], text[cut:], text.replace("credentials", "x"), text.replace('"', "'")):
        try:
            said = repr(read_pasted(whole)) + "".join(str(w) for p in read_pasted(whole) for w in p.left_out)
        except NothingPasted as nothing:
            said = f"{nothing!r} {nothing} {nothing.words}"
        assert TOKEN not in said
        assert KEY not in said
    assert repr(draft)


def test_neither_a_key_nor_what_was_read_shows_anything_of_itself() -> None:
    assert repr(Key("bearer", KEY, f"https://{KEY}.example")) == "Key(auth='bearer')"
    assert KEY not in repr(documents(f'{{"x-api-key": "{KEY}"}}'))
