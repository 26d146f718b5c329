"""A request, to be taken elsewhere: as a command for three shells, as JSON or as .env.

Never with a key or a token in it. The key comes from AKOOL_API_KEY where the command is run; a secret of the
body is a word that says what belongs there, which ``pasted`` knows again. The body of a command is plain ASCII (JSON
has escapes for the rest), so that no shell's code page spoils it.
"""

import json
import re
from collections.abc import Mapping
from typing import Literal

from akool_desktop.session.fields import Field
from akool_desktop.session.rules import flat, with_secrets_as

Auth = Literal["api_key", "bearer"]
Body = Mapping[str, object]

PATH = "/api/open/v4/liveAvatar/session/create"  # docs.akool.com, Create Session

# What cmd may act on even between quotes, since it takes \" for the end of one.
_CMD_SIGNS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "%!^&|<>()"}


def placeholder(field: Field) -> str:
    """What stands in the place of a secret."""
    return "YOUR_" + field.label.upper().replace(" ", "_")


def for_others(body: Body) -> dict[str, object]:
    """The body with its secrets named instead of given."""
    return with_secrets_as(body, placeholder)


def as_json(body: Body) -> str:
    return json.dumps(for_others(body), indent=2, ensure_ascii=False)


def as_env(body: Body, base_url: str, auth: Auth) -> str:
    """A line for each value, named after its place in the request; secrets and the key are left empty."""
    named = {"AKOOL_API_KEY": "", "AKOOL_BASE_URL": base_url, "AKOOL_AUTH": auth}
    for key, found in flat(with_secrets_as(body, lambda _: "")):
        named[f"AKOOL_{key}"] = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    return env(named)


def env(named: Mapping[str, str]) -> str:
    """Names and values as a .env file has them. Names may come from a server."""
    return "".join(f"{re.sub('[^A-Z0-9]', '_', name.upper())}={_quoted(found)}\n" for name, found in named.items())


def _quoted(found: str) -> str:
    """Readers of such files agree that nothing is special between single quotes; between double ones a shell would run
    what stands in backticks."""
    if re.fullmatch(r"[\w./:@+=,-]*", found, re.ASCII):
        return found
    if not set("'\n\r") & set(found):
        return f"'{found}'"
    escaped = re.sub(r'([\\"$`])', r"\\\1", found)
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r") + '"'


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


def _address(base_url: str) -> str:
    return f"{base_url}{PATH}".replace("'", "%27")


def _header(auth: Auth, key: str) -> str:
    return f"Authorization: Bearer {key}" if auth == "bearer" else f"x-api-key: {key}"
