"""What a file is, by how it begins: servers call many things a picture, and SVG or a web page must not pass for one."""

from typing import Literal

Kind = Literal["picture", "sound", "video", "other"]

HEAD = 1024  # bytes that are enough to tell

_BEGIN: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),  # JPEG
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"ID3", "sound"),  # MP3 with a title in front
    (b"fLaC", "sound"),
    (b"OggS", "sound"),
    (b"\x1aE\xdf\xa3", "video"),  # WebM and Matroska
)
_RIFF: dict[bytes, Kind] = {b"WEBP": "picture", b"WAVE": "sound", b"AVI ": "video"}


def kind_of(head: bytes) -> Kind:
    """``head``: the first bytes of the file, HEAD of them or all there are."""
    for begin, kind in _BEGIN:
        if head.startswith(begin):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "other")
    if head[4:8] == b"ftyp":
        return "picture" if head[8:12] in (b"avif", b"heic") else "video"  # MP4 and QuickTime
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2:
        return "sound"  # the first frame of a bare MP3
    return "other"
