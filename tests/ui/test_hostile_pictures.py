"""Pictures that mean harm: none is decoded into more than it may be, and none disturbs the rest."""

import asyncio
import struct
import zlib

import pytest
from hostile import Behaviour, HostileServer, Visit, drip, flood, ok, redirect, reply, web_page
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from ui.conftest import OpenProgram, Serve
from ui.driving import KEY, cursor, until
from ui.pickers.test_pickers import choose

from akool_desktop.practice.media import picture
from akool_desktop.store.file_cache import FileCache
from akool_desktop.ui.pictures import decoded

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='http://127.0.0.1/x'/></svg>"


def png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """Black; with fewer rows than it says."""
    packer = zlib.compressobj(9)
    count = height if rows is None else rows
    line = bytes(1 + (width + 7) // 8) if count else b""
    data = b"".join(packer.compress(line) for _ in range(count)) + packer.flush()
    parts = (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", data), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def saved(kind: str, width: int = 40, height: int = 30) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(data.data())


HUGE = png(30_000, 30_000)


@pytest.mark.parametrize("kind", ["PNG", "JPG", "WEBP"])
def test_a_picture_is_decoded(kind: str) -> None:
    image = decoded(saved(kind))
    assert image
    assert (image.width(), image.height()) == (40, 30)


def test_a_large_picture_is_made_small() -> None:
    image = decoded(saved("JPG", 4000, 3000))
    assert image
    assert (image.width(), image.height()) == (640, 480)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"rubbish", SVG, b"<?xml version='1.0'?>" + SVG, b"BM" + bytes(100), b"GIF89a", b"\xff\xd8\xff" * 9,
        b"RIFF\x00\x00\x00\x00WEBP" + bytes(50), b"\x89PNG\r\n\x1a\n" + SVG, HUGE, png(5000, 1), png(1, 5000),
        png(2**31 - 1, 2**31 - 1, rows=0), saved("BMP"), saved("PNG")[:60],
    ],
    ids=range(15),
)  # fmt: skip
@pytest.mark.qt_log_ignore("JPEG")
def test_what_is_no_picture_or_would_be_too_large_is_none(content: bytes) -> None:
    assert decoded(content) is None


HOSTILE: dict[str, Behaviour] = {
    "page": web_page(),
    "svg": reply(SVG, content_type="image/svg+xml"),
    "svg-as-png": reply(SVG, content_type="image/png"),
    "huge": reply(HUGE, content_type="image/png"),
    "flood": flood(100, announced=False, content_type="image/png"),
    "flood-announced": flood(100, announced=True, content_type="image/png"),
    "cut": reply(picture("cut")[:200], content_type="image/png"),
    "round": redirect("/pictures/round"),
    "inside": redirect("file:///etc/passwd"),
    "empty": reply(b"", content_type="image/png"),
    "drip": drip(b"x" * 50, 0.01),
}


def _serve(visit: Visit) -> bool:
    path = visit.request.path.partition("?")[0]
    name = path.rpartition("/")[2]
    if path.endswith("avatar/list"):
        base = f"http://127.0.0.1:{visit.server.port}/pictures"
        rows = [
            {"avatar_id": name, "name": name, "available": True, "thumbnailUrl": f"{base}/{name}"}
            for name in ("good", *HOSTILE, "a" * 3000)
        ]
        return ok({"count": len(rows), "result": rows})(visit)
    if path.startswith("/pictures/"):
        return HOSTILE.get(name, reply(picture("good"), content_type="image/png"))(visit)
    return ok([])(visit)


async def test_a_picture_that_was_kept_by_halves_is_fetched_anew(open_program: OpenProgram, serve: Serve) -> None:
    """A power cut may leave the file empty, and nobody would see the avatar again."""
    server: HostileServer = serve(_serve)
    program = await open_program(environment_key=KEY, base_url=server.url)
    program.window.resize(1400, 900)
    await program.read()
    link, cache = f"{server.url}/pictures/good", FileCache(program.paths.cache / "files")
    cache.write(link, picture("good")[:60])
    pictures = program.window._pickers._pictures
    assert pictures.get(link) is None
    await until(lambda: not pictures.comes(link), "for what was kept")
    pictures.retry()
    await until(lambda: pictures.get(link), "for the picture")


async def test_hostile_pictures_among_good_ones_do_no_harm(open_program: OpenProgram, serve: Serve) -> None:
    server: HostileServer = serve(_serve)
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    program.window.resize(1400, 900)
    await choose(program, "avatar_id")
    pictures = program.window._pickers._pictures
    for _ in range(len(HOSTILE) + 1):  # to the end, so that each is painted once
        QTest.keyClick(cursor(), Qt.Key.Key_Right)
        await asyncio.sleep(0.02)
    names = ("good", *HOSTILE)
    links = [f"{server.url}/pictures/{name}" for name in names]
    await until(lambda: all(link in pictures._shown for link in links), "for every picture")
    assert [name for name, link in zip(names, links, strict=True) if pictures.get(link)] == ["good"]
    assert KEY not in str([request.headers for request in server.requests if "/pictures/" in request.path])
    QTest.keyClick(cursor(), Qt.Key.Key_Escape)
    await program.closed()
    program.type("avatar_id", "svg")
    assert program.says("Ready to stream", program.row("avatar_id"))
