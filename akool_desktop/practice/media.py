"""Pictures of avatars and samples of voices, made when they are asked for: each name always has the same.

A head and shoulders in flat colours, and a few soft notes: enough to tell one from another, and nobody's likeness.
"""

import math
import struct
import zlib
from array import array
from functools import lru_cache

_WIDTH, _HEIGHT = 480, 360
_BACKGROUNDS = ("C9D3EB", "CFE4DE", "EAD9C6", "DCD2EA", "E8CFDC", "DCE0CB", "D3D9E2", "E6DCCB")
_CLOTHES = ("6B7FB5", "5B988D", "B5865A", "8E76B6", "B3708F", "8B935E", "728499", "A48E5C")
_HAIR = ("4A3A33", "2B2C38", "8A6039", "6B4930")
_SKIN, _NECK = "F1CFB4", "E8C0A2"
_RATE = 16_000  # samples a second
_NOTES = (0, 4, 7)  # half-tones
_NOTE_SECONDS = 0.4


@lru_cache(maxsize=64)
def picture(name: str) -> bytes:
    """A PNG of 480 x 360."""
    seed = zlib.crc32(name.encode())
    place = seed % len(_BACKGROUNDS)
    colours = [_BACKGROUNDS[place], _CLOTHES[place], _HAIR[seed // 8 % len(_HAIR)], _NECK, _SKIN]
    rows = b"".join(b"\0" + _row(number) for number in range(_HEIGHT))  # 0: each row as it is
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 3, 0, 0, 0)  # 8 bits a pixel, by palette
    palette = b"".join(map(bytes.fromhex, colours))
    parts = (b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _row(y: int) -> bytes:
    """Palette numbers of one line: what is in front is laid over what is behind."""
    line = bytearray(_WIDTH)
    for colour, (middle, half_height, half_width) in (
        (1, (_HEIGHT, 112, 118)),  # shoulders
        (3, (234, 46, 32)),  # neck
        (2, (138, 70, 68)),  # hair
        (4, (160, 66, 58)),  # face
    ):
        inside = 1 - ((y - middle) / half_height) ** 2
        if inside > 0 and not (colour == 4 and y < 132):
            half = int(half_width * math.sqrt(inside))
            line[_WIDTH // 2 - half : _WIDTH // 2 + half] = bytes([colour]) * (2 * half)
    return bytes(line)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@lru_cache(maxsize=64)
def sample(name: str, *, low: bool) -> bytes:
    """A WAV of three notes, a low or a high voice."""
    base = (110 if low else 220) * 2 ** (zlib.crc32(name.encode()) % 7 / 12)
    sound = array("h")
    length = int(_RATE * _NOTE_SECONDS)
    for note in _NOTES:
        step = 2 * math.pi * base * 2 ** (note / 12) / _RATE
        sound.extend(int(9000 * math.sin(step * i) * math.sin(math.pi * i / length)) for i in range(length))
    data = sound.tobytes()
    head = struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVEfmt ", 16, 1, 1, _RATE, 2 * _RATE, 2, 16,
                       b"data", len(data))  # fmt: skip
    return head + data
