"""Where things are kept on this computer, and where the program's own data lies."""

import sys
from pathlib import Path
from typing import NamedTuple

_APP = "Akool Desktop"


class Paths(NamedTuple):
    """The folders that the program writes to; with ``--data-dir`` all of them are inside that one.

    ``presets`` is among the operator's documents: it is theirs to see, copy and share.
    """

    config: Path
    data: Path
    cache: Path
    presets: Path
    log: Path


def folders(data_dir: Path | None) -> Paths:
    """The folders; nothing is created here, each writer creates its own."""
    if data_dir is not None:
        return Paths(data_dir / "config", data_dir / "data", data_dir / "cache", data_dir / "presets", data_dir / "log")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_APP, appauthor=False)
    presets = dirs.user_documents_path / _APP / "Presets"
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, presets, dirs.user_log_path)


def resource(name: str) -> Path:
    """A file that ships with the program: from an installed wheel, a frozen folder or a checkout."""
    package = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[1])) / "akool_desktop"
    shipped = package / "resources" / name
    return shipped if shipped.exists() else package.parent / "resources" / name
