"""Countdowns on computers that sleep and whose clocks are set."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from akool_desktop.desk.clock import Clock, Left, steady
from akool_desktop.store.ledger import Entry, State

ENTRY = Entry(1, "a", "Client", "dvp", "agora", 1000.0, State.LIVE, length=600)


class Times:
    def __init__(self) -> None:
        self.wall, self.steady = 5000.0, 70.0
        self.clock = Clock(lambda: self.wall, lambda: self.steady)

    def live(self) -> Entry:
        return replace(ENTRY, started_at=self.clock.started(1))


def test_before_it_is_live_all_of_it_is_left() -> None:
    assert Times().clock.left(ENTRY) == Left(600, sure=True)


def test_it_counts_down_also_through_sleep() -> None:
    times = Times()
    entry = times.live()
    times.wall, times.steady = times.wall + 3, times.steady + 3
    assert times.clock.left(entry) == Left(597, sure=True)
    times.wall, times.steady = times.wall + 400, times.steady + 400
    assert times.clock.left(entry) == Left(197, sure=True)


@given(st.floats(-1e9, 1e9))
def test_setting_the_clock_changes_nothing_while_the_program_runs(jump: float) -> None:
    times = Times()
    entry = times.live()
    times.steady += 60
    times.wall += jump
    assert times.clock.left(entry) == Left(540, sure=True)


def test_after_a_restart_only_the_wall_clock_can_tell() -> None:
    times = Times()
    entry = times.live()
    later = Times()
    later.wall = 5060
    assert later.clock.left(entry) == Left(540, sure=True)
    later.wall = 4000
    left = later.clock.left(entry)
    assert left is not None
    assert not left.sure
    later.wall = 50_000
    assert later.clock.left(entry) == Left(0, sure=False)


def test_no_length_no_countdown() -> None:
    times = Times()
    entry = replace(times.live(), length=None)
    times.steady += 75
    assert times.clock.left(entry) is None
    assert times.clock.run(entry) == 75


def test_what_is_over_has_run_until_its_end() -> None:
    times = Times()
    entry = replace(times.live(), ended_at=times.wall + 250, state=State.ENDED)
    times.steady += 9999
    assert times.clock.run(entry) == 250


def test_the_steady_clock_goes_forward() -> None:
    assert steady() <= steady()
