"""What asks the program to end: Ctrl-C, whoever shuts the computer down, and a terminal that is closed."""

import signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


def asking_to_end() -> list[signal.Signals]:
    """Those to listen to. Not a hang-up that whoever started the program wants unheard (nohup)."""
    found = [signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__]
    return [name for name in found if name.name != "SIGHUP" or signal.getsignal(name) is not signal.SIG_IGN]
