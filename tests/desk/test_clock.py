"""Countdowns on computers that sleep and whose clocks are set."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akool_desktop.desk.clock import Clock, Left, steady
from akool_desktop.store.entry import Entry, State

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


_MOVES = st.lists(st.tuples(st.floats(0, 5000), st.floats(-1e6, 1e6)), max_size=20)


@given(_MOVES)
def test_a_countdown_never_goes_back_up(moves: list[tuple[float, float]]) -> None:
    """Whatever sleep and whoever sets the clock: each move is seconds that go by, and a jump of the wall clock."""
    times = Times()
    entry, last, gone = times.live(), 600, 0.0
    for seconds, jump in moves:
        times.steady += seconds
        times.wall += seconds + jump
        gone += seconds
        left = times.clock.left(entry)
        assert left is not None
        assert left.sure
        assert 0 <= left.seconds <= last
        assert abs(left.seconds - max(0, 600 - gone)) <= 1
        last = left.seconds


@given(st.floats(-1e9, 1e9))
def test_after_a_restart_it_is_sure_of_what_can_be(elapsed: float) -> None:
    entry, later = Times().live(), Times()
    later.wall += elapsed
    left = later.clock.left(entry)
    assert left is not None
    assert left.sure is (0 <= later.wall - 5000.0 <= 660)
    assert 0 <= left.seconds <= 600


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


def test_what_was_found_over_the_next_morning_has_not_run_all_night() -> None:
    """Akool ends it when its length is over; that is as much as it can have used."""
    times = Times()
    entry = replace(times.live(), ended_at=times.wall + 50_000, state=State.ENDED)
    assert times.clock.run(entry) == 600
    assert times.clock.run(replace(entry, length=None)) == 50_000


def test_the_steady_clock_goes_forward() -> None:
    assert steady() <= steady()


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="Linux's clock that goes on in sleep")
def test_the_steady_clock_goes_on_in_sleep() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= steady() <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_what_must_not_be_guessed_is_not_told_by_a_clock_that_was_set() -> None:
    times = Times()
    entry = times.live()
    times.steady += 60
    assert times.clock.surely_left(entry) == 540
    later = Times()
    later.wall += 86_400
    assert later.clock.surely_left(entry) is None
    assert later.clock.surely_left(replace(entry, length=None)) is None
