"""Made-up credentials of a room that does not exist, in the form that the three stream types really have.

Nobody can join with them: the keys that sign them are thrown away, and the hosts end in ``.invalid``.
"""

import base64
import hashlib
import hmac
import json
import secrets
import struct
import time
import zlib
from collections.abc import Mapping

Credentials = Mapping[str, object]

# Left out of every answer but the one to Create, as docs.akool.com shows it for agora_token.
SECRET_KEYS = frozenset({"agora_token", "livekit_token", "trtc_sdk_user_sig"})


def made_up(stream_type: str, session_id: str, seconds: float) -> Credentials:
    """A viewer's pass that outlasts the session by ten minutes."""
    now, lifetime = int(time.time()), int(seconds) + 600
    room, viewer = f"practice-{session_id}", f"viewer-{session_id[-6:]}"
    if stream_type == "livekit":
        return {
            "livekit_url": "wss://livekit.practice.invalid",
            "livekit_token": _livekit_token(room, viewer, now, lifetime),
            "livekit_room_name": room,
            "livekit_server_identity": f"avatar-{session_id[-6:]}",
            "livekit_client_identity": viewer,
        }
    if stream_type == "trtc":
        app_id = 1_400_000_000 + secrets.randbelow(100_000_000)
        return {
            "trtc_sdk_app_id": app_id,
            "trtc_sdk_room_id": room,
            "trtc_sdk_user_id": viewer,
            "trtc_sdk_user_sig": _trtc_user_sig(app_id, viewer, now, lifetime),
        }
    app, uid = secrets.token_hex(16), 100_000 + secrets.randbelow(900_000)
    return {
        "agora_uid": uid,
        "agora_app_id": app,
        "agora_channel": room,
        "agora_token": _agora_token(app, room, uid, now, lifetime),
    }


def _livekit_token(room: str, identity: str, now: int, lifetime: int) -> str:
    """A JWT with LiveKit's video grant."""
    grant = {"room": room, "roomJoin": True, "canPublish": True, "canPublishData": True, "canSubscribe": True}
    claims = {"iss": "APIpractice", "sub": identity, "nbf": now, "exp": now + lifetime, "video": grant}
    signed = ".".join(_unpadded(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
    return f"{signed}.{_unpadded(_signature(signed.encode()))}"


def _agora_token(app: str, channel: str, uid: int, now: int, lifetime: int) -> str:
    """AccessToken2 ("007"): little-endian fields, one RTC service that may join and publish data."""
    privileges = b"".join(struct.pack("<HI", privilege, lifetime) for privilege in (1, 4))
    service = struct.pack("<HH", 1, 2) + privileges + _packed(channel.encode()) + _packed(str(uid).encode())
    salt = 1 + secrets.randbelow(99_999_999)
    signed = _packed(app.encode()) + struct.pack("<IIIH", now, lifetime, salt, 1) + service
    return "007" + base64.b64encode(zlib.compress(_packed(_signature(signed)) + signed)).decode()


def _trtc_user_sig(app_id: int, user: str, now: int, lifetime: int) -> str:
    """Deflated JSON in Tencent's own base64 alphabet."""
    sig = {
        "TLS.ver": "2.0",
        "TLS.identifier": user,
        "TLS.sdkappid": app_id,
        "TLS.expire": lifetime,
        "TLS.time": now,
    }
    sig["TLS.sig"] = base64.b64encode(_signature(json.dumps(sig).encode())).decode()
    return base64.b64encode(zlib.compress(json.dumps(sig).encode())).decode().translate(_TENCENT)


_TENCENT = str.maketrans("+/=", "*-_")


def _signature(signed: bytes) -> bytes:
    return hmac.new(secrets.token_bytes(32), signed, hashlib.sha256).digest()


def _unpadded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _packed(raw: bytes) -> bytes:
    return struct.pack("<H", len(raw)) + raw
