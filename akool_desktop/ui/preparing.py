"""What the next step is likely to take is loaded in a thread, once, before anyone waits for it."""

from akool_desktop.session import rules, tokens
from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.rules import Draft
from akool_desktop.store.vault import Vault
from akool_desktop.ui.tasks import Tasks


class Preparing:
    def __init__(self, tasks: Tasks, vault: Vault) -> None:
        self._ahead = [
            ("prepare for tokens", _asks_for_livekit_token, tokens.prepare),
            ("prepare for credentials", _could_be_created, vault.prepare),
        ]
        self._tasks = tasks

    def follow(self, draft: Draft) -> None:
        """The form shows another draft."""
        for step in list(self._ahead):
            name, is_near, load = step
            if is_near(draft):
                self._ahead.remove(step)
                self._tasks.in_thread(name, load)


def _asks_for_livekit_token(draft: Draft) -> bool:
    shown = (BY_KEY[key].token for key in rules.visible(draft))
    return any(token and token.kind == "livekit" for token in shown)


def _could_be_created(draft: Draft) -> bool:
    """The session's credentials are kept then."""
    return not rules.problems(draft)
