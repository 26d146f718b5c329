"""A secret inside a link is refused: links are written to the ledger and shown, secrets never."""

import pytest

from akool_desktop.session import rules
from akool_desktop.session.fields import Value

LIVEKIT: dict[str, Value] = {
    "avatar_id": "dvp", "room": "own", "stream_type": "livekit", "credentials.livekit_token": "t",
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "link", "wrong"),
    [
        ("credentials.livekit_url", "wss://booth.example", False),
        ("credentials.livekit_url", "wss://booth.example:7880/path", False),
        ("credentials.livekit_url", "wss://user:planted@booth.example", True),
        ("credentials.livekit_url", "wss://booth.example/?access_token=planted", True),
        ("background_url", "https://user:planted@pictures.example/a.png", True),
        ("background_url", "https://pictures.example/a.png?size=large", False),
        ("voice_url", "https://@voices.example/a", True),
    ],
)
def test_links(key: str, link: str, wrong: bool) -> None:
    draft = LIVEKIT | {"credentials.livekit_url": "wss://b.example", key: link}
    found = {problem.key: str(problem.words) for problem in rules.problems(draft)}
    assert (key in found) is wrong
    assert "planted" not in str(found)
