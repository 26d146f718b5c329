"""Two computers and somebody with an editor on one folder, in every order: nothing that was saved is lost."""

import json
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from akool_desktop.store.preset_file import stamp_of
from akool_desktop.store.presets import ChangedElsewhere, Deleted, Preset, PresetFolder, Stored

SIDES = st.integers(0, 1)


class Sharing(RuleBasedStateMachine):
    """``files`` is what has to stand on the disk."""

    known = Bundle("known")
    trash = Bundle("trash")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.place = self.root / "presets"
        self.place.mkdir()
        self.sides = [PresetFolder(self.place, self.root / f"data {side}") for side in (0, 1)]
        self.files: dict[str, bytes] = {}
        self.counted = 0

    def teardown(self) -> None:
        for side in self.sides:
            side.close()
        shutil.rmtree(self.root)

    @rule(target=known, side=SIDES, name=st.sampled_from(["Booth", "booth", "CON"]))
    def make(self, side: int, name: str) -> Stored:
        saved = self.sides[side].save(Preset("", name, {}), None)
        assert saved.path.name not in self.files
        return self._wrote(saved)

    @rule(target=known, side=SIDES, stored=known)
    def save(self, side: int, stored: Stored) -> Stored:
        """With whatever was read once, however long ago, by whichever of the two."""
        self.counted += 1
        try:
            saved = self.sides[side].save(replace(stored.preset, note=f"{self.counted}"), stored.stamp)
        except ChangedElsewhere as changed:
            return changed.theirs or stored
        assert stamp_of(self.files[saved.path.name]) == stored.stamp
        return self._wrote(saved)

    @rule(target=known, side=SIDES)
    def read_all(self, side: int) -> Iterable[Stored]:
        self.sides[side].scan()
        return multiple(*(self.sides[side].read(listed.id) for listed in self.sides[side].search()))

    @rule(target=trash, side=SIDES, stored=known)
    def delete(self, side: int, stored: Stored) -> Iterable[tuple[int, Deleted]]:
        self.sides[side].scan()
        if not self.sides[side].has(stored.preset.id):
            return multiple()
        deleted = self.sides[side].delete(stored.preset.id)
        assert deleted.kept_as.read_bytes() == self.files.pop(deleted.file)
        return multiple((side, deleted))

    @rule(deleted=trash)
    def restore(self, deleted: tuple[int, Deleted]) -> None:
        side, what = deleted
        if what.kept_as.exists():
            content = what.kept_as.read_bytes()
            restored = self.sides[side].restore(what)
            assert restored is not None
            assert restored.path.name not in self.files
            self.files[restored.path.name] = content

    @rule(stored=known, name=st.sampled_from(["a.json", "Booth copy.json", "b.json"]))
    def copy_by_hand(self, stored: Stored, name: str) -> None:
        if stored.path.exists():
            self._write(name, stored.path.read_bytes())

    @rule(stored=known)
    def edit_by_hand(self, stored: Stored) -> None:
        if stored.path.exists():
            self.counted += 1
            document = json.loads(stored.path.read_bytes())
            self._write(stored.path.name, json.dumps(document | {"note": f"by hand {self.counted}"}).encode())

    @rule(stored=known, name=st.sampled_from(["moved.json", "a.json"]))
    def move_by_hand(self, stored: Stored, name: str) -> None:
        if stored.path.exists() and name not in self.files:
            self._write(name, stored.path.read_bytes())
            stored.path.unlink()
            self.files.pop(stored.path.name)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert {path.name: path.read_bytes() for path in self.place.glob("*.json")} == self.files

    @invariant()
    def both_list_all_under_different_ids(self) -> None:
        for side in self.sides:
            side.scan()
            listed = side.search()
            assert sorted(one.path.name for one in listed) == sorted(self.files)
            assert len({one.id for one in listed}) == len(listed)

    def _write(self, name: str, content: bytes) -> None:
        (self.place / name).write_bytes(content)
        self.files[name] = content

    def _wrote(self, saved: Stored) -> Stored:
        self.files[saved.path.name] = saved.path.read_bytes()
        return saved


TestSharing = Sharing.TestCase
TestSharing.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
