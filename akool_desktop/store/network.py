"""How the operator wants the network reached. The proxy's password is in the keyring, never in this file."""

from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from akool_desktop.store.files import Damaged, read_document, read_to_change, set_aside, write_document
from akool_desktop.words import Words

ProxyMode = Literal["system", "none", "manual"]
PASSWORD_NAME = "network proxy"  # in the vault


@dataclass(frozen=True)
class NetworkSettings:
    """``address``, ``user`` and ``exceptions`` are kept also while another mode is chosen."""

    proxy: ProxyMode = "system"
    address: str = ""
    user: str = ""
    exceptions: str = ""


class NetworkFile:
    """``network.json`` in the configuration folder."""

    def __init__(self, folder: Path, damaged: Damaged = set_aside) -> None:
        self._path, self._damaged = folder / "network.json", damaged
        self.said: Words | None = None

    def load(self) -> NetworkSettings:
        """What was saved, the default for what is missing or odd; ``said`` tells of a file that is damaged."""
        document, self.said = read_document(self._path, self._damaged)
        known = [field.name for field in fields(NetworkSettings)]
        found = {name: value for name in known if isinstance(value := document.get(name), str)}
        if found.get("proxy") not in get_args(ProxyMode):
            found.pop("proxy", None)
        return NetworkSettings(**found)  # type: ignore[arg-type]  # the mode is one of the three: checked above

    def save(self, settings: NetworkSettings) -> None:
        """Raises StoreError if the disk refuses."""
        document, self.said = read_to_change(self._path)
        write_document(self._path, document | asdict(settings))
