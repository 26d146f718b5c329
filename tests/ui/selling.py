"""Akool as far as sessions go, for the window over real TCP: what runs is what was started and not closed."""

import time
from itertools import count
from urllib.parse import parse_qsl

from hostile import Behaviour, Visit, by_path, ok, refuse

from akool_desktop.desk.clock import Clock, steady

LIVE, COMPLETED, FAILED = 2, 3, 4
HELD = 60


class Sessions:
    """A Behaviour. ``instead`` are endpoints, by the end of their path, that behave in some other way.

    ``status`` is each session's, by its id; a test may add what other programs started. Each one is live at once,
    holds 60 credits while it is, and costs 10.
    """

    def __init__(self) -> None:
        self.status: dict[str, int] = {}
        self.instead: dict[str, Behaviour] = {}
        self.closed: list[str] = []
        self._numbers = count(1)

    def __call__(self, visit: Visit) -> bool:
        endpoints = {
            "session/create": self.create, "session/detail": self._detail, "session/list": self._list,
            "session/close": self.close, "quota/info": self._balance,
        }  # fmt: skip
        return by_path(endpoints | self.instead, ok({"count": 0, "result": []}))(visit)

    @property
    def running(self) -> list[str]:
        return [session_id for session_id, status in self.status.items() if status == LIVE]

    def start(self) -> str:
        session_id = f"s{next(self._numbers)}"
        self.status[session_id] = LIVE
        return session_id

    def create(self, visit: Visit) -> bool:
        credentials = {"agora_channel": "booth", "agora_token": "token"}
        return ok(self._record(self.start()) | {"credentials": credentials})(visit)

    def _detail(self, visit: Visit) -> bool:
        session_id = _query(visit)["id"]
        known = session_id in self.status
        return (ok(self._record(session_id)) if known else refuse(1216))(visit)

    def _list(self, visit: Visit) -> bool:
        asked = {name: int(value) for name, value in _query(visit).items()}
        found = [self._record(each) for each, status in self.status.items() if status == asked["status"]]
        begin = (asked["page"] - 1) * asked["size"]
        return ok({"count": len(found), "result": found[begin : begin + asked["size"]]})(visit)

    def close(self, visit: Visit) -> bool:
        body = visit.request.json()
        assert isinstance(body, dict)
        self.closed.append(body["id"])
        self.status[body["id"]] = COMPLETED
        return ok(None)(visit)

    def _balance(self, visit: Visit) -> bool:
        over = len(self.status) - len(self.running)
        return ok({"credit": 1000 - HELD * len(self.running) - 10 * over})(visit)

    def _record(self, session_id: str) -> dict[str, object]:
        return {"_id": session_id, "status": self.status[session_id], "stream_type": "agora"}


def _query(visit: Visit) -> dict[str, str]:
    return dict(parse_qsl(visit.request.path.partition("?")[2]))


class Time:
    """The computer's two clocks, each some seconds ahead."""

    def __init__(self) -> None:
        self._wall = self._steady = 0.0

    def clock(self) -> Clock:
        return Clock(lambda: time.time() + self._wall, lambda: steady() + self._steady)

    def set(self, seconds: float) -> None:
        """Somebody sets the clock, forward or back."""
        self._wall += seconds

    def sleep(self, seconds: float) -> None:
        """The computer sleeps and wakes up."""
        self._wall += seconds
        self._steady += seconds
