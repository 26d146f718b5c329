"""The avatars that the operator comes back to: first in their list, in this run and the next."""

from akool_desktop.ui.choices import Choices


class Favourites:
    def __init__(self, choices: Choices) -> None:
        self._choices = choices

    def __contains__(self, avatar_id: str) -> bool:
        return avatar_id in self._choices.settings.favourites.split()

    def turn(self, avatar_id: str) -> bool:
        """Make it one, or none; whether it is one now."""
        there = self._choices.settings.favourites.split()
        kept = [other for other in there if other != avatar_id]
        is_one = len(kept) == len(there)
        self._choices.remember(favourites=" ".join([*kept, *([avatar_id] if is_one else [])]))
        return is_one
