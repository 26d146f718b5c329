"""Draws the program's icon for each system from resources/app-icon.svg: python packaging/icons.py FOLDER"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "app-icon.svg"

LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # folders of the hicolor theme
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# Apple's four letters for a PNG of so many pixels; 16 and 32 exist as "@2x" of smaller ones only.
MAC_TYPES = {"ic11": 32, "ic12": 64, "ic07": 128, "ic08": 256, "ic13": 256, "ic09": 512, "ic14": 512, "ic10": 1024}


def main(folder: Path) -> None:
    sizes = {*LINUX_SIZES, *WINDOWS_SIZES, *MAC_TYPES.values()}
    drawn = {size: draw(size) for size in sorted(sizes)}
    folder.mkdir(parents=True, exist_ok=True)
    for size in LINUX_SIZES:
        (folder / f"{size}.png").write_bytes(drawn[size])
    (folder / "akool-desktop.ico").write_bytes(ico({size: drawn[size] for size in WINDOWS_SIZES}))
    (folder / "akool-desktop.icns").write_bytes(icns(drawn))


def draw(size: int) -> bytes:
    """The drawing as a PNG of this many pixels, by the Qt that the program is built with."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stubs know the format as bytes, Qt as str
    return bytes(buffer.data().data())


def ico(images: "Mapping[int, bytes]") -> bytes:
    """A Windows icon of PNGs, which Windows reads since Vista: header, one entry of 16 bytes each, the pictures."""
    offset = 6 + 16 * len(images)
    entries = b""
    for size, png in images.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(images.values())


def icns(images: "Mapping[int, bytes]") -> bytes:
    """An icon of macOS: each picture behind its type and length, the whole likewise."""
    parts = b"".join(
        struct.pack(">4sI", kind.encode(), 8 + len(images[size])) + images[size] for kind, size in MAC_TYPES.items()
    )
    return struct.pack(">4sI", b"icns", 8 + len(parts)) + parts


if __name__ == "__main__":
    main(Path(sys.argv[1]))
