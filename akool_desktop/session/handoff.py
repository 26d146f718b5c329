"""A request, to be taken elsewhere: as a command for three shells, as JSON, or as a .env file.

Never with a key or a token in it. The key comes from AKOOL_API_KEY where the command is run; a secret of the body
is a word that says what belongs there, which ``pasted`` knows again. The body of a command is plain ASCII (JSON has
escapes for the rest), so that no shell's code page spoils it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from akool_desktop.session.fields import BY_KEY, Field

Auth = Literal["api_key", "bearer"]
Body = Mapping[str, object]

PATH = "/api/open/v4/liveAvatar/session/create"  # docs.akool.com, Create Session

# What cmd may act on even between quotes, since it takes \" for the end of one.
_CMD_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "%!^&|<>()"}

_ENV_PLAIN = re.compile(r"[A-Za-z0-9_./:@%+,-]*")
_ENV_ESCAPED = re.compile(r'[\\"$`]')


def placeholder(field: Field) -> str:
    """What stands in the place of a secret."""
    return "YOUR_" + field.label.upper().replace(" ", "_")


def for_others(body: Body, path: str = "") -> dict[str, object]:
    """The body with its secrets named instead of given."""
    handed: dict[str, object] = {}
    for name, found in body.items():
        field = BY_KEY.get(f"{path}{name}")
        if isinstance(found, Mapping) and not field:
            handed[name] = for_others(found, f"{path}{name}.")
        else:
            handed[name] = placeholder(field) if field and field.secret else found
    return handed


def as_json(body: Body) -> str:
    return json.dumps(for_others(body), indent=2, ensure_ascii=False)


def as_bash(body: Body, base_url: str, auth: Auth) -> str:
    text = json.dumps(for_others(body), indent=2).replace("'", "\\u0027")
    return (
        f"curl -X POST '{_address(base_url)}' \\\n"
        f'  -H "{_header(auth, "$AKOOL_API_KEY")}" \\\n'
        "  -H 'Content-Type: application/json' \\\n"
        f"  -d '{text}'\n"
    )


def as_powershell(body: Body, base_url: str, auth: Auth) -> str:
    """No curl.exe: the versions of PowerShell disagree on how quotes reach a program."""
    name, _, value = _header(auth, "$env:AKOOL_API_KEY").partition(": ")
    text = json.dumps(for_others(body), indent=2).replace("'", "\\u0027")
    return (
        f"Invoke-RestMethod -Method Post -Uri '{_address(base_url)}' `\n"
        f"  -Headers @{{ '{name}' = \"{value}\" }} `\n"
        "  -ContentType 'application/json' `\n"
        f"  -Body '{text}'\n"
    )


def as_cmd(body: Body, base_url: str, auth: Auth) -> str:
    text = json.dumps(for_others(body)).replace("\\\\", "\\u005c").replace('\\"', "\\u0022")
    text = text.translate(_CMD_SIGNS).replace('"', '\\"')
    return (
        f'curl -X POST "{_address(base_url)}" ^\n'
        f'  -H "{_header(auth, "%AKOOL_API_KEY%")}" ^\n'
        '  -H "Content-Type: application/json" ^\n'
        f'  -d "{text}"\n'
    )


def as_env(body: Body) -> str:
    """One setting a line, for programs that read .env files. Key and secrets are empty, under the names by which the
    program's own commands ask for them."""
    lines = ["AKOOL_API_KEY=", *_env_lines(body, "")]
    return "\n".join(lines) + "\n"


def _env_lines(body: Body, path: str) -> Iterator[str]:
    for name, found in body.items():
        field = BY_KEY.get(f"{path}{name}")
        if isinstance(found, Mapping) and not field:
            yield from _env_lines(found, f"{path}{name}.")
        elif field and field.secret:
            yield f"AKOOL_SECRET_{env_name(field.key)}="
        else:
            yield f"AKOOL_{env_name(f'{path}{name}')}={env_value(found)}"


def env_name(key: str) -> str:
    return key.upper().replace(".", "_")


def env_value(found: object) -> str:
    """Quoted so that shells and the usual readers of .env files agree on it; they do not on escapes.

    So JSON goes without quotes and backslashes of its own. Only a text with both kinds of quotes is left to escapes.
    """
    if not isinstance(found, str):
        text = json.dumps(found).replace("\\\\", "\\u005c").replace('\\"', "\\u0022").replace("'", "\\u0027")
        return f"'{text}'" if isinstance(found, Mapping) else text
    if _ENV_PLAIN.fullmatch(found):
        return found
    if "'" not in found and "\n" not in found:
        return f"'{found}'"
    return '"' + _ENV_ESCAPED.sub(r"\\\g<0>", found).replace("\n", "\\n") + '"'


def _address(base_url: str) -> str:
    return f"{base_url}{PATH}".replace("'", "%27")


def _header(auth: Auth, key: str) -> str:
    return f"Authorization: Bearer {key}" if auth == "bearer" else f"x-api-key: {key}"
