"""Tokens read without a secret: those of the vendors' builders, and every broken form of them.

``agora_007.json`` was made once by npm's agora-token, Agora's own builder; it says how each token was made.
"""

import base64
import json
import struct
import time
import zlib
from pathlib import Path
from typing import Any, get_args

import jwt
import pytest
from agora_token_builder import RtcTokenBuilder
from agora_token_builder.AccessToken import AccessToken, kJoinChannel, kPublishVideoStream
from hypothesis import given, settings
from hypothesis import strategies as st
from TLSSigAPIv2 import TLSSigAPIv2

from akool_desktop.session.tokens import Kind, Pass, Says, TokenError, read

APP_ID, CERTIFICATE = "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b"
NOW = int(time.time())
ALL: dict[str, Says] = {"join": "yes", "publish": "yes", "data": "yes"}
KINDS = get_args(Kind)
VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("agora_007.json").read_text("utf-8"))
GRANT = {"room": "booth-3", "roomJoin": True}


def livekit(**claims: object) -> str:
    """As LiveKit's server SDKs make it."""
    whole = {"iss": "APIkey", "sub": "avatar-1", "nbf": NOW, "exp": NOW + 600, "video": GRANT} | claims
    return jwt.encode({name: claim for name, claim in whole.items() if claim is not None}, "s" * 32, "HS256")


def usersig(**claims: object) -> str:
    whole = {"TLS.ver": "2.0", "TLS.identifier": "avatar", "TLS.sdkappid": 14, "TLS.expire": 60, "TLS.time": 9} | claims
    return packed_usersig(json.dumps(whole).encode())


def packed_usersig(plain: bytes) -> str:
    return base64.b64encode(zlib.compress(plain)).decode().translate(str.maketrans("+/=", "*-_"))


def agora_007(plain: bytes) -> str:
    return "007" + base64.b64encode(zlib.compress(plain)).decode()


def text(content: bytes) -> bytes:
    return struct.pack("<H", len(content)) + content


def services(*packed: bytes, app_id: bytes = APP_ID.encode()) -> bytes:
    head = text(b"s" * 32) + text(app_id) + struct.pack("<IIIH", 1000, 600, 7, len(packed))
    return head + b"".join(packed)


RTC = struct.pack("<HHHI", 1, 1, 1, 600) + text(b"booth-3") + text(b"100")

# the vendors' builders


def test_livekit_says_where_for_whom_and_until_when() -> None:
    assert read("livekit", livekit()) == Pass(
        {"room": "booth-3", "identity": "avatar-1"}, starts=NOW, ends=NOW + 600, rights=ALL
    )


@pytest.mark.parametrize(
    ("grant", "rights"),
    [
        (GRANT | {"canPublish": True, "canPublishData": True}, "yes yes yes"),
        (GRANT | {"canPublish": False}, "yes no yes"),
        (GRANT | {"canPublishData": False}, "yes yes no"),
        (GRANT | {"roomJoin": False}, "no no no"),
        ({"room": "booth-3"}, "no no no"),
        ({"roomCreate": True}, "no no no"),
    ],
)
def test_livekit_says_what_is_allowed(grant: dict[str, object], rights: str) -> None:
    assert list(read("livekit", livekit(video=grant)).rights.values()) == rights.split()


def test_livekit_may_leave_out_times_room_and_identity() -> None:
    found = read("livekit", livekit(nbf=None, exp=None, sub=None, video={"roomJoin": True}))
    assert found == Pass({"room": "", "identity": ""}, rights=ALL)


def test_livekit_times_may_have_decimals() -> None:
    assert read("livekit", livekit(exp=NOW + 0.75, nbf=1.5)).ends == NOW


@pytest.mark.parametrize("made", VECTORS["made"], ids=lambda made: made["how"])
def test_agora_007_of_its_own_builder(made: dict[str, Any]) -> None:
    if made["says"] is None:
        with pytest.raises(TokenError):
            read("agora", made["token"])
        return
    says = made["says"]
    assert read("agora", made["token"]) == Pass(
        {"app_id": VECTORS["app_id"], "channel": says["channel"], "uid": says["uid"]},
        starts=VECTORS["issued"],
        ends=says["ends"],
        rights=says["rights"],
    )


@pytest.mark.parametrize(
    ("role", "allowed"), [(1, ALL), (2, {"join": "yes", "publish": "depends", "data": "depends"})]
)
def test_agora_006_of_its_own_builder(role: int, allowed: dict[str, str]) -> None:
    made = RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, "booth-3", 100, role, NOW + 600)
    found = read("agora", made)
    assert (found.facts, found.starts, found.ends, found.rights) == ({"app_id": APP_ID}, None, NOW + 600, allowed)
    assert found.agrees("channel", "booth-3")
    assert found.agrees("uid", "100")
    assert not found.agrees("channel", "booth-4")
    assert not found.agrees("uid", "101")
    assert not found.agrees("uid", "0")


def test_agora_006_for_uid_0_is_for_any() -> None:
    found = read("agora", RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, "booth-3", 0, 1, NOW + 600))
    assert found.agrees("uid", "100")
    assert found.agrees("uid", "0")


def test_agora_006_without_the_right_to_join_ends_with_itself() -> None:
    made = AccessToken(APP_ID, CERTIFICATE, "booth-3", 100)
    made.ts = NOW + 5
    made.addPrivilege(kPublishVideoStream, NOW + 3)
    assert read("agora", made.build()).ends == NOW + 5
    assert read("agora", made.build()).rights["join"] == "no"
    made.addPrivilege(kJoinChannel, 0)
    assert read("agora", made.build()).ends == NOW + 5


@pytest.mark.parametrize("lasts", [0, 60, 180 * 86400])
def test_trtc_of_its_own_builder(lasts: int) -> None:
    found = read("trtc", TLSSigAPIv2(1400000000, "a key").gen_sig("avatar-é", lasts))
    assert found.facts == {"app_id": "1400000000", "user": "avatar-é"}
    assert found.starts is not None
    assert NOW <= found.starts <= time.time()
    assert found.ends == found.starts + lasts
    assert found.rights == {}


def test_trtc_with_a_buffer_of_its_own() -> None:
    assert read("trtc", TLSSigAPIv2(1400000000, "k").gen_sig_with_userbuf("a", 9, b"buffer")).facts["user"] == "a"


# agreeing with a field


def test_what_is_good_for_any_agrees_with_everything() -> None:
    found = Pass({"room": "", "uid": "7"})
    assert found.agrees("room", "booth-3")
    assert found.agrees("identity", "anyone")
    assert found.agrees("uid", "7")
    assert not found.agrees("uid", "70")
    assert Pass(checksums={"uid": 5}).agrees("channel", "\ud800")
    assert not Pass(checksums={"uid": 5}).agrees("uid", "\ud800")


# broken forms

BROKEN: dict[str, tuple[Kind, str]] = {
    "nothing": ("livekit", ""),
    "a word": ("agora", "booth"),
    "another kind's": ("livekit", usersig()),
    "another vendor's": ("agora", livekit()),
    "a JWT for no room": ("livekit", livekit(video=None)),
    "a grant that is none": ("livekit", livekit(video="booth-3")),
    "a room that is none": ("livekit", livekit(video={"room": 3, "roomJoin": True})),
    "an identity that is none": ("livekit", livekit(sub=["avatar"])),
    "an expiry in words": ("livekit", livekit(exp="tomorrow")),
    "an expiry that is true": ("livekit", livekit(exp=True)),
    "an endless expiry": ("livekit", livekit(exp=float("inf"))),
    "an expiry that is no number": ("livekit", livekit(exp=float("nan"))),
    "an expiry before all time": ("livekit", livekit(exp=-1)),
    "an expiry after all time": ("livekit", livekit(exp=1 << 60)),
    "JSON without a bottom": ("livekit", ".".join([livekit().split(".")[0], "W1tb" * 9000, "e30"])),
    "too long": ("livekit", livekit(metadata="x" * 70_000)),
    "an unknown version": ("agora", "008" + agora_007(services(RTC))[3:]),
    "an app id that is none": ("agora", agora_007(services(RTC, app_id=b"booth"))),
    "an app id that is no text": ("agora", agora_007(services(RTC, app_id=b"\xff" * 32))),
    "no service": ("agora", agora_007(services())),
    "an unknown service": ("agora", agora_007(services(struct.pack("<HH", 99, 0), RTC))),
    "a channel that is no text": ("agora", agora_007(services(struct.pack("<HH", 1, 0) + text(b"\xff") + text(b"")))),
    "a service cut off": ("agora", agora_007(services(RTC)[:-1])),
    "more rights than there are": ("agora", agora_007(services(struct.pack("<HH", 1, 0xFFFF)))),
    "a packed file cut off": ("agora", "007" + base64.b64encode(zlib.compress(services(RTC))[:-6]).decode()),
    "no Base64": ("agora", "007" + "é" * 40),
    "006 of nothing": ("agora", "006" + APP_ID),
    "006 of rubbish": ("agora", "006" + APP_ID + base64.b64encode(b"rubbish").decode()),
    "a list": ("trtc", packed_usersig(b"[]")),
    "a number": ("trtc", packed_usersig(b"4")),
    "no app id": ("trtc", packed_usersig(b'{"TLS.identifier": "a", "TLS.expire": 1, "TLS.time": 1}')),
    "no user": ("trtc", usersig(**{"TLS.identifier": None})),
    "no time": ("trtc", usersig(**{"TLS.time": None})),
    "a time in words": ("trtc", usersig(**{"TLS.expire": "long"})),
    "not packed": ("trtc", base64.b64encode(b'{"TLS.identifier": "a"}').decode()),
    "a number of 9,000 digits": ("trtc", packed_usersig(b'{"TLS.time": ' + b"9" * 9000 + b"}")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_token_is_called_one(name: str) -> None:
    with pytest.raises(TokenError) as caught:
        read(*BROKEN[name])
    assert str(caught.value.words).startswith("This does not look like a")


@pytest.mark.parametrize("wrap", [agora_007, packed_usersig])
def test_a_packed_gigabyte_is_never_unpacked(wrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = wrap(b"\0" * (20 << 20))  # some 20 kB: short enough to be looked at
    assert len(bomb) < 1 << 16
    unpacked: list[int] = []
    real = zlib.decompressobj

    class Watched:
        def __init__(self) -> None:
            self._real = real()

        def decompress(self, content: bytes, most: int) -> bytes:
            plain = self._real.decompress(content, most)
            unpacked.append(len(plain))
            return plain

        @property
        def eof(self) -> bool:
            return self._real.eof

    monkeypatch.setattr(zlib, "decompressobj", Watched)
    with pytest.raises(TokenError):
        read("agora" if wrap is agora_007 else "trtc", bomb)
    assert max(unpacked) <= 1 << 16


def test_the_worst_token_is_read_at_once() -> None:
    worst = agora_007(services(struct.pack("<HH", 1, 10_000) + b"\1\0\1\0\0\0" * 10_000))
    before = time.process_time()
    with pytest.raises(TokenError):
        read("agora", worst)
    assert time.process_time() - before < 1


# never a crash, never a secret

GOOD: list[tuple[Kind, str]] = [
    ("livekit", livekit()),
    ("agora", VECTORS["made"][0]["token"]),
    ("agora", RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, "booth-3", 100, 1, NOW + 600)),
    ("trtc", usersig()),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def look(kind: Kind, token: str) -> None:
    """Read it, as it may be; whoever fails, fails in words and says nothing of it."""
    found: Pass | None = None
    failure: TokenError | None = None
    try:
        found = read(kind, token)
    except TokenError as error:
        failure = error
    assert len(token) < 40 or token not in f"{found!r}{failure!r}"
    assert failure is None or (failure.__cause__, failure.__context__) == (None, None)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), st.text(max_size=200))
def test_any_text_is_a_token_or_none(kind: Kind, token: str) -> None:
    look(kind, token)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(GOOD), st.data())
def test_a_token_with_letters_changed_added_or_lost(good: tuple[Kind, str], data: st.DataObject) -> None:
    kind, token = good
    start = data.draw(st.integers(0, len(token)))
    end = data.draw(st.integers(start, min(len(token), start + 9)))
    look(kind, token[:start] + data.draw(st.text(max_size=9)) + token[end:])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["agora 007", "agora 006", "trtc"]), st.binary(max_size=200), st.data())
def test_any_bytes_packed_as_a_token(form: str, content: bytes, data: st.DataObject) -> None:
    whole = services(RTC)
    cut = data.draw(st.integers(0, len(whole)))
    content = whole[:cut] + content if data.draw(st.booleans()) else content
    if form == "agora 006":
        look("agora", "006" + APP_ID + base64.b64encode(content).decode())
    elif form == "agora 007":
        look("agora", agora_007(content))
    else:
        look("trtc", packed_usersig(content))


@settings(max_examples=300, deadline=None)
@given(JSON, JSON, JSON, JSON)
def test_any_claims(one: object, two: object, three: object, four: object) -> None:
    def part(found: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(found).encode()).decode().rstrip("=")

    claims = {"exp": one, "nbf": two, "sub": three, "video": {"room": four, "roomJoin": one, "canPublish": two}}
    for header, body in (({"alg": "HS256"}, claims), ({"alg": "HS256"}, claims | {"video": four}), (one, two)):
        look("livekit", ".".join([part(header), part(body), "c2ln"]))
    named = {"TLS.time": one, "TLS.expire": two, "TLS.identifier": three, "TLS.sdkappid": four}
    look("trtc", packed_usersig(json.dumps(named).encode()))
    look("trtc", packed_usersig(json.dumps(one).encode()))


def test_names_lose_what_cannot_be_shown() -> None:
    found = read("livekit", livekit(sub="ava\u202etar\n1", video={"room": "bo\x07oth", "roomJoin": True}))
    assert found.facts == {"room": "booth", "identity": "avatar1"}
