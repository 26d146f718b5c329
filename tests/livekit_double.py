"""A LiveKit server with one room and an avatar in it, for the unmodified livekit-client.

Signalling by LiveKit's own protocol, on both paths that clients know (/rtc/v1 with one peer connection, /rtc with
two); media by aiortc, over 127.0.0.1 alone: a moving picture and a tone of 440 Hz. It is no LiveKit Cloud: no TLS, no
TURN, no regions, no resuming, no permissions.
"""

import array
import asyncio
import base64
import fractions
import gzip
import json
import math
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any

import aioice.ice
import jwt
from aiohttp import WSMsgType, web
from aiortc import MediaStreamTrack, RTCPeerConnection, RTCSessionDescription, VideoStreamTrack
from aiortc.mediastreams import MediaStreamError
from aiortc.rtcdatachannel import RTCDataChannel
from av import AudioFrame, VideoFrame
from livekit.protocol import models, rtc

aioice.ice.get_host_addresses = lambda use_ipv4, use_ipv6: ["127.0.0.1"]  # noqa: ARG005

API_SECRET = "the double's own secret, of thirty-two bytes or more"
AVATAR, VIDEO, AUDIO = "PA_avatar", "TR_video", "TR_audio"
FRAMES, RATE = 25, 48_000


class Picture(VideoStreamTrack):
    """A bar that wanders over a grey field."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._began = time.monotonic()

    async def recv(self) -> VideoFrame:
        self._count += 1
        await asyncio.sleep(max(0.0, self._began + self._count / FRAMES - time.monotonic()))
        at = self._count * 8 % 600
        row = b"\x5a" * at + b"\xdc" * 40 + b"\x5a" * (600 - at)
        frame = VideoFrame(640, 360, "yuv420p")
        for plane, line in zip(frame.planes, (row, b"\x80" * 320, b"\x80" * 320), strict=True):
            plane.update(line.ljust(plane.line_size, b"\0") * plane.height)
        frame.pts, frame.time_base = self._count * 90_000 // FRAMES, fractions.Fraction(1, 90_000)
        return frame


class Tone(MediaStreamTrack):
    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._began = time.monotonic()

    async def recv(self) -> AudioFrame:
        size = RATE // 50
        await asyncio.sleep(max(0.0, self._began + self._at / RATE - time.monotonic()))
        wave = (int(8000 * math.sin(2 * math.pi * 440 * at / RATE)) for at in range(self._at, self._at + size))
        frame = AudioFrame("s16", "mono", size)
        frame.planes[0].update(array.array("h", wave).tobytes())
        frame.sample_rate, frame.pts, frame.time_base = RATE, self._at, fractions.Fraction(1, RATE)
        self._at += size
        return frame


class LiveKitDouble:
    """``single`` False knows only the older path, so that clients fall back to it."""

    def __init__(self, single: bool = True) -> None:
        self.single = single
        self.heard: list[dict[str, Any]] = []
        self.microphone_frames = 0
        self.loudest = 0.0
        self.joins = 0
        self.answer: Callable[[dict[str, Any]], list[dict[str, Any]]] = lambda _message: []
        self._visit: Visit | None = None
        self._port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.url = self.do(self._start())

    def do(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    def token(self, secret: str = API_SECRET) -> str:
        return jwt.encode({"sub": "viewer", "exp": time.time() + 600, "video": {"room": "hall"}}, secret)

    def stop(self) -> None:
        self.do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def tell(self, message: dict[str, Any]) -> None:
        """Data from the avatar."""
        self.do(self._in_room(lambda visit: visit.tell(message)))

    def send_away(self, reason: str, action: str = "DISCONNECT") -> None:
        """Reasons and actions as the protocol names them."""
        leave = rtc.LeaveRequest(reason=reason, action=action)
        self.do(self._in_room(lambda visit: visit.signal(leave=leave)))

    def avatar_leaves(self) -> None:
        gone = avatar()
        gone.state = models.ParticipantInfo.DISCONNECTED
        self._tell_of(gone)

    def avatar_goes_dark(self) -> None:
        """It stays, and takes picture and sound away."""
        dark = avatar()
        del dark.tracks[:]
        self._tell_of(dark)

    def _tell_of(self, who: models.ParticipantInfo) -> None:
        update = rtc.ParticipantUpdate(participants=[who])
        self.do(self._in_room(lambda visit: visit.signal(update=update)))

    def cut(self) -> None:
        """The server falls silent: no signalling, no media, and nobody can come back."""
        self.do(self._stop())

    def mend(self) -> None:
        """After a cut: it can be reached again where it was."""
        self.do(self._start())

    async def _in_room(self, act: Callable[["Visit"], Coroutine[Any, Any, None]]) -> None:
        assert self._visit is not None
        await act(self._visit)

    async def _start(self) -> str:
        app = web.Application()
        for path, handler in (("/rtc/v1", self._join), ("/rtc", self._join)):
            app.router.add_get(path, handler)
            app.router.add_get(path + "/validate", self._validate)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        return f"ws://127.0.0.1:{self._port}"

    async def _stop(self) -> None:
        if self._visit is not None:
            await self._visit.close()
        await self._runner.cleanup()

    def _refusal(self, request: web.Request) -> web.Response | None:
        origin = {"Access-Control-Allow-Origin": "*"}
        if request.path.startswith("/rtc/v1") and not self.single:
            return web.Response(status=404, headers=origin)
        try:
            jwt.decode(request.query["access_token"], API_SECRET, algorithms=["HS256"])
        except jwt.InvalidTokenError as error:
            return web.Response(status=401, text=str(error), headers=origin)
        return None

    async def _validate(self, request: web.Request) -> web.StreamResponse:
        return self._refusal(request) or web.Response(text="success", headers={"Access-Control-Allow-Origin": "*"})

    async def _join(self, request: web.Request) -> web.StreamResponse:
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.joins += 1
        self._visit = visit = Visit(self, socket, single="join_request" in request.query)
        await visit.welcome(request.query.get("join_request"))
        async for message in socket:
            if message.type is WSMsgType.BINARY:
                await visit.take(rtc.SignalRequest.FromString(message.data))
        await visit.close()
        return socket


class Visit:
    """One client's connection: ``_down`` carries the avatar to it, ``_up`` its microphone and data to the room."""

    def __init__(self, double: LiveKitDouble, socket: web.WebSocketResponse, single: bool) -> None:
        self._double = double
        self._socket = socket
        self._single = single
        self._up = RTCPeerConnection()
        self._down = self._up if single else RTCPeerConnection()
        self._channel: RTCDataChannel | None = None
        self._avatar_added = False
        self._listeners: set[asyncio.Task[None]] = set()
        self._up.on("datachannel", self._adopt)
        self._up.on("track", self._listen)

    async def welcome(self, wrapped: str | None) -> None:
        await self.signal(join=welcome(subscriber_primary=not self._single))
        if wrapped is not None:
            await self._answer(join_request(wrapped).publisher_offer)
        else:
            self._channel = self._down.createDataChannel("_reliable")
            self._add_avatar()
            await self._down.setLocalDescription(await self._down.createOffer())
            await self.signal(offer=rtc.SessionDescription(type="offer", sdp=self._down.localDescription.sdp, id=1))
        quality = rtc.ConnectionQualityInfo(participant_sid="PA_viewer", quality=models.ConnectionQuality.EXCELLENT)
        await self.signal(connection_quality=rtc.ConnectionQualityUpdate(updates=[quality]))

    async def take(self, request: rtc.SignalRequest) -> None:
        kind = request.WhichOneof("message")
        if kind == "offer":
            await self._answer(request.offer)
        elif kind == "answer":
            await self._down.setRemoteDescription(RTCSessionDescription(request.answer.sdp, "answer"))
        elif kind == "add_track":
            track = models.TrackInfo(sid="TR_microphone", type=request.add_track.type, source=request.add_track.source)
            await self.signal(track_published=rtc.TrackPublishedResponse(cid=request.add_track.cid, track=track))
        # Candidates are not needed: the client comes to ours, which stand in the descriptions.

    async def signal(self, **message: Any) -> None:
        if not self._socket.closed:
            await self._socket.send_bytes(rtc.SignalResponse(**message).SerializeToString())

    async def tell(self, message: dict[str, Any]) -> None:
        assert self._channel is not None
        user = models.UserPacket(participant_sid=AVATAR, payload=json.dumps(message).encode())
        self._channel.send(models.DataPacket(participant_identity="avatar", user=user).SerializeToString())

    async def close(self) -> None:
        for listener in self._listeners:
            listener.cancel()
        await self._up.close()
        await self._down.close()
        await self._socket.close()

    async def _answer(self, offer: rtc.SessionDescription) -> None:
        await self._up.setRemoteDescription(RTCSessionDescription(offer.sdp, "offer"))
        if self._single:
            self._add_avatar()
        await self._up.setLocalDescription(await self._up.createAnswer())
        sdp = self._up.localDescription.sdp
        sids = {str(one.mid): one.sender._track_id for one in self._up.getTransceivers() if one.sender.track}
        await self.signal(answer=rtc.SessionDescription(type="answer", sdp=sdp, id=offer.id, mid_to_track_id=sids))

    def _add_avatar(self) -> None:
        """Clients know whose track it is by its stream's name, which aiortc would make up."""
        if self._avatar_added:
            return
        self._avatar_added = True
        for track, sid in ((Picture(), VIDEO), (Tone(), AUDIO)):
            sender = self._down.addTrack(track)
            sender._stream_id, sender._track_id = f"{AVATAR}|{sid}", sid

    def _adopt(self, channel: RTCDataChannel) -> None:
        if channel.label == "_reliable":
            self._channel = channel if self._single else self._channel
            channel.on("message", self._hear)

    async def _hear(self, data: bytes) -> None:
        packet = models.DataPacket.FromString(data)
        if packet.WhichOneof("value") == "user":
            message = json.loads(packet.user.payload)
            self._double.heard.append({"size": len(packet.user.payload), **message})
            for answer in self._double.answer(message):
                await self.tell(answer)

    def _listen(self, track: MediaStreamTrack) -> None:
        if track.kind == "audio":
            listener = asyncio.ensure_future(self._count(track))
            self._listeners.add(listener)

    async def _count(self, track: MediaStreamTrack) -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            assert isinstance(frame, AudioFrame)
            self._double.microphone_frames += 1
            samples = array.array("h", bytes(frame.planes[0]))
            self._double.loudest = max(self._double.loudest, max(samples) / 32768)


def avatar() -> models.ParticipantInfo:
    tracks = [
        models.TrackInfo(sid=VIDEO, type=models.TrackType.VIDEO, name="video", source=models.TrackSource.CAMERA),
        models.TrackInfo(sid=AUDIO, type=models.TrackType.AUDIO, name="audio", source=models.TrackSource.MICROPHONE),
    ]
    return models.ParticipantInfo(sid=AVATAR, identity="avatar", state=models.ParticipantInfo.ACTIVE, tracks=tracks)


def welcome(subscriber_primary: bool) -> rtc.JoinResponse:
    may = models.ParticipantPermission(can_subscribe=True, can_publish=True, can_publish_data=True)
    viewer = models.ParticipantInfo(
        sid="PA_viewer", identity="viewer", state=models.ParticipantInfo.ACTIVE, permission=may
    )
    return rtc.JoinResponse(
        room=models.Room(sid="RM_hall", name="hall"),
        participant=viewer,
        other_participants=[avatar()],
        server_version="1.9.0",
        server_info=models.ServerInfo(version="1.9.0", protocol=16),
        subscriber_primary=subscriber_primary,
    )


def join_request(wrapped: str) -> rtc.JoinRequest:
    packed = wrapped.replace("-", "+").replace("_", "/")
    outer = rtc.WrappedJoinRequest.FromString(base64.b64decode(packed + "=" * (-len(packed) % 4)))
    zipped = outer.compression == rtc.WrappedJoinRequest.GZIP
    return rtc.JoinRequest.FromString(gzip.decompress(outer.join_request) if zipped else outer.join_request)
