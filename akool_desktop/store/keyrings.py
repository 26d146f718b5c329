"""The keyring of this computer: which of those that may be there is safe, and why none is used."""

from typing import TYPE_CHECKING

from akool_desktop.words import Words

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

NO_KEYRING = Words("This run only: no keyring found")
NOT_UNLOCKED = Words("This run only: the keyring was not unlocked")
FORGETFUL = Words("This run only: the keyring does not give back what it is given")

# Everything else forgets (null), refuses (fail) or writes plain text to a file (keyrings.alt).
_SAFE_BACKENDS = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
# keyring's and SecretStorage's names for a prompt that was dismissed or could not be shown
_NOT_UNLOCKED = ("KeyringLocked", "InitError", "LockedException", "PromptDismissedException")


class UnfitError(Exception):
    """A keyring that must not or cannot keep a secret."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


def safe_keyring() -> "KeyringBackend":
    """Of a chain the first that is safe: never the chain, it reads them all. Raises UnfitError."""
    import keyring  # takes 0.1 s, and much longer where D-Bus is broken
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    members: list[KeyringBackend] = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for member in members:
        if type(member).__module__ in _SAFE_BACKENDS:
            return member
    raise UnfitError(NO_KEYRING)


def why_not(error: Exception) -> Words:
    """Why the keyring is left alone. Only the error's type: its text may quote the secret."""
    if isinstance(error, UnfitError):
        return error.words
    kind = type(error).__name__
    if kind in _NOT_UNLOCKED:
        return NOT_UNLOCKED
    return NO_KEYRING if kind == "NoKeyringError" else Words("This run only: the keyring failed ({error})", error=kind)
