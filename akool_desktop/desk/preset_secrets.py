"""The secrets of presets: one entry of the keyring for each, under the preset's id, and never a word in a file.

The keyring may be waiting for its prompt: it is asked patiently, but nothing waits for ever.
"""

import threading
from collections.abc import Callable, Iterable, Mapping

from akool_desktop.session.fields import FIELDS
from akool_desktop.session.rules import Draft, value
from akool_desktop.session.values import read_values
from akool_desktop.store import redaction
from akool_desktop.store.preset_file import Stored
from akool_desktop.store.vault import WAITING, Vault
from akool_desktop.words import Words

SECRETS = tuple(form_field.key for form_field in FIELDS if form_field.secret)
_PATIENCE, _MOMENT = 8.0, 0.2  # seconds for the keyring; what was begun goes on after that


class PresetSecrets:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._held: dict[str, dict[str, str]] = {}  # by preset: what the keyring was seen to hold
        self._typed: dict[str, dict[str, str]] = {}  # by preset: what the form held last in this run, empty if cleared

    @property
    def waiting(self) -> tuple[Words, ...]:
        return (WAITING,) if self._vault.waiting else ()

    def where(self, preset_id: str, key: str) -> Words | None:
        """The line under a secret field: where it is kept, and if only for this run, why."""
        return self._vault.where(_entry(preset_id, key))

    def find(self, preset_id: str, slots: Mapping[str, str]) -> dict[str, str]:
        """What the keyring holds of them."""
        wanted = tuple(_with_slot(slots, "keyring"))
        found: dict[str, str] = {}

        def read() -> None:
            for key in wanted:
                if secret := self._vault.read(_entry(preset_id, key)):
                    found[key] = secret

        if wanted:
            self._patiently(read)
        self._held[preset_id] = dict(found)
        return dict(found)

    def typed(self, preset_id: str) -> Mapping[str, str]:
        """As they stood in the form when it was left in this run; empty where they were taken away."""
        return self._typed.get(preset_id, {})

    def note_typed(self, preset_id: str, draft: Draft) -> None:
        """Remember them for this run, in which the form may show another preset for a while."""
        held = self._held.get(preset_id, {})
        self._typed[preset_id] = {key: found for key in SECRETS if (found := secret(draft, key)) or key in held}

    def forget_typed(self, preset_id: str) -> None:
        self._typed.pop(preset_id, None)

    def differ(self, preset_id: str, slots: Mapping[str, str], draft: Draft) -> bool:
        """Whether the form holds others than the keyring, as far as it has been asked."""
        held = self._held.get(preset_id, {})
        return any(slot == "keyring" and held.get(key, "") != secret(draft, key) for key, slot in slots.items())

    def keep(self, preset_id: str, slots: Mapping[str, str], secrets: Mapping[str, str]) -> Callable[[], None]:
        """Bring the keyring up to them; the answer takes it all back. Raises VaultError, and then nothing is kept.

        One that is not there is forgotten only if it was seen in the keyring: that may just not have been unlocked.
        """
        held = self._held.get(preset_id, {})
        wanted = {key: secrets.get(key, "") for key in _with_slot(slots, "keyring")}
        new = {key: found for key, found in wanted.items() if found and held.get(key) != found}
        gone = {key: "" for key in held if not wanted.get(key)}
        before: dict[str, str] = {}

        def take_back() -> None:
            if before:
                self._patiently(lambda: self._write(preset_id, before))

        try:
            if new or gone:
                self._patiently(lambda: self._replace(preset_id, new | gone, before))
        except BaseException:
            take_back()
            raise
        return take_back

    def kept(self, preset_id: str, slots: Mapping[str, str], secrets: Mapping[str, str]) -> None:
        """The file says so now. What was typed and is not saved yet stays, and so does what is asked for."""
        held, typed = self._held.get(preset_id, {}), self._typed.get(preset_id, {})
        unsaved = {key: found for key, found in typed.items() if found != held.get(key, "")}
        self._typed[preset_id] = {key: found for key, found in secrets.items() if slots.get(key) == "ask"} | unsaved
        self._held[preset_id] = {key: found for key, found in secrets.items() if slots.get(key) == "keyring"}

    def forget(self, preset_id: str) -> None:
        self._patiently(lambda: self._write(preset_id, dict.fromkeys(SECRETS, "")))
        self._held.pop(preset_id, None)
        self._typed.pop(preset_id, None)

    def _replace(self, preset_id: str, secrets: Mapping[str, str], before: dict[str, str]) -> None:
        for key in secrets:
            was = self._vault.read(_entry(preset_id, key))
            if self._vault.reason is None:  # otherwise nobody knows what the keyring holds
                before[key] = was or ""
        self._write(preset_id, secrets)

    def _write(self, preset_id: str, secrets: Mapping[str, str]) -> None:
        for key, found in secrets.items():
            if found:
                self._vault.write(_entry(preset_id, key), found)
            else:
                self._vault.forget(_entry(preset_id, key))

    def _patiently(self, ask: Callable[[], None]) -> None:
        """Where a prompt has been open for a while, the operator knows, and is not made to wait again."""
        failed: list[BaseException] = []

        def run() -> None:
            try:
                ask()
            except BaseException as error:
                failed.append(error)

        thread = threading.Thread(target=run, daemon=True, name="keyring")
        thread.start()
        thread.join(_MOMENT if self._vault.waiting else _PATIENCE)
        if failed:
            raise failed[0]


def redact_typed(draft: Draft) -> None:
    """What the form holds of secrets enters no log, from the moment that it is there."""
    for key in SECRETS:
        redaction.SECRETS.know_typed(key, secret(draft, key))


def secret(draft: Draft, key: str) -> str:
    found = value(draft, key)
    return found if isinstance(found, str) else ""


def missing(slots: Mapping[str, str], draft: Draft) -> tuple[str, ...]:
    return tuple(key for key in _with_slot(slots, "keyring") if not secret(draft, key))


def asked(slots: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_with_slot(slots, "ask"))


def known(slots: Mapping[str, str]) -> dict[str, str]:
    """Those of secrets that the form has."""
    return {key: slot for key, slot in slots.items() if key in SECRETS}


def unknown(slots: Mapping[str, str]) -> dict[str, str]:
    """Those of secrets that only a newer version has."""
    return {key: slot for key, slot in slots.items() if key not in SECRETS}


def secrets_in(draft: Draft) -> dict[str, str]:
    return {key: found for key in SECRETS if (found := secret(draft, key))}


def misplaced_in(stored: Stored) -> dict[str, str]:
    """Secrets that somebody wrote into the file, among the values or in place of their slots."""
    in_slots = {key: found for key, found in stored.misplaced.items() if key in SECRETS}
    return dict(read_values(stored.preset.values).misplaced) | in_slots


def _with_slot(slots: Mapping[str, str], wanted: str) -> Iterable[str]:
    return (key for key, slot in slots.items() if slot == wanted)


def _entry(preset_id: str, key: str) -> str:
    return f"preset {preset_id} {key}"
