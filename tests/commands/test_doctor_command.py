"""``doctor --live`` against practice, and against services that do otherwise: what it says; that it ends everything."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hostile import Behaviour, HostileServer, Visit, answer, by_path, cut, ok, refuse, web_page
from shell import AVATAR, ENDED, KEY, SESSION, Shell

from akool_desktop import cli
from akool_desktop.desk import proof, proof_lines, strays
from akool_desktop.practice.service import PracticeService
from akool_desktop.store.entry import State

TYPES = ("agora", "livekit", "trtc")
TRTC = {"trtc_app_id": 1400000001, "trtc_room_id": "r", "trtc_user_id": "u", "trtc_user_sig": "planted-room-sig-1"}
REFUSED = refuse(1003, "Parameter error")


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "_LIVE_WITHIN", (0.01, 0.02, 0.05))
    monkeypatch.setattr(proof, "_SETTLES", (0.01, 0.01))
    monkeypatch.setattr(strays, "_LOOKING", (0.01, 0.05))


def doctor(shell: Shell, *arguments: str, answer: str = "yes\n") -> tuple[int, str, str]:
    return shell.run("doctor", "--live", *arguments, given=answer)


def lines(out: str, verdict: str) -> list[str]:
    return [line.removeprefix(verdict).strip() for line in out.splitlines() if line.startswith(verdict)]


# against practice


def test_every_stream_type_is_walked_and_ended_within_a_minute(paying: Shell, practice: PracticeService) -> None:
    code, out, err = doctor(paying)
    booked = practice.books()
    assert [row.stream_type for row in paying.rows()] == [*TYPES]
    assert all(row.sent["mode_type"] == 2 for row in paying.rows()), "what the form sends is what is tried"
    assert sum(row.length or 0 for row in paying.rows()) <= 60
    assert [row.state for row in paying.rows()] == [State.ENDED] * 3
    assert len(booked) == 3
    assert "Every session is confirmed as ended." in out
    for topic in ("create", "detail", "list", "close", "end", "balance"):
        assert any(f" {topic} " in line for line in out.splitlines())
    assert [line for line in out.splitlines() if "session  livekit, 20 seconds." in line]
    assert "costs 60 seconds of your credits at most" in err
    assert code == (1 if lines(out, "otherwise") else 0)


def test_the_report_is_kept_and_holds_nothing_that_is_secret(paying: Shell) -> None:
    path = paying.folder / "report.txt"
    _, out, _ = doctor(paying, "--stream-type", "trtc", "--report", str(path))
    assert path.read_text() == out
    [row] = paying.rows()
    for secret in (KEY, row.session_id, AVATAR, "http://", "eyJ"):
        assert secret not in out


def test_a_report_that_cannot_be_kept_says_where_and_why(paying: Shell) -> None:
    (place := paying.folder / "report.txt").mkdir()
    _, out, err = doctor(paying, "--stream-type", "trtc", "--report", str(place))
    assert f"{place} could not be saved: " in err
    assert "Every session is confirmed as ended." in out


@pytest.mark.skipif(sys.platform != "linux", reason="needs a full device")
def test_a_report_that_cannot_be_printed_is_kept_and_hides_no_session(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"session/create": ok(SESSION), "session/detail": ok(SESSION | {"status": 2}), "session/close": REFUSED,
               "quota/info": ok({"credit": 9})}  # fmt: skip
    path = shell.folder / "report.txt"
    listing = ok({"count": 0, "result": []})
    with HostileServer(by_path(answers, listing)) as server, Path("/dev/full").open("w") as full:
        shell.use(server.url)
        monkeypatch.setattr(sys, "stdout", full)
        code, _, err = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR, "--report", str(path))
    assert code == 3
    assert "1 of its sessions may still be running" in err
    assert "1 session(s) not confirmed as ended" in path.read_text()


def test_the_report_holds_no_id_and_no_link_that_a_refusal_names(shell: Shell) -> None:
    """It says so of itself, and goes to whoever asks for it."""
    said = f"{SESSION['_id']} of {AVATAR} is busy, see https://akool.example/s/44?u=7 and {KEY[:12]}"
    answers = {"session/create": ok(SESSION), "session/detail": refuse(1010, said), "session/close": refuse(1010, said),
               "quota/info": ok({"credit": 9})}  # fmt: skip
    with HostileServer(by_path(answers, ok({"count": 0, "result": []}))) as server:
        shell.use(server.url)
        _, out, _ = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
    assert "1010, [id] of [id] is busy, see [link]" in out
    for secret in (str(SESSION["_id"]), AVATAR, "akool.example", KEY[:12]):
        assert secret not in out


@pytest.mark.parametrize("answer", ["", "no\n", "\n", "yes please\n"])
def test_without_a_yes_nothing_is_sent(answer: str, paying: Shell, practice: PracticeService) -> None:
    code, out, err = doctor(paying, answer=answer)
    assert (code, out) == (1, "")
    assert err.endswith("Nothing was sent.\n")
    assert practice.books() == []
    assert paying.rows() == []


@pytest.mark.parametrize("failure", ["1104", "1215", "cut-after", "no-data", "failed", "wrong-shape", "http-500"])
def test_a_mishap_is_a_line_and_what_it_started_is_ended(
    failure: str, paying: Shell, practice: PracticeService
) -> None:
    practice.fail_next(failure)
    code, out, _ = doctor(paying, "--stream-type", "livekit", "--stream-type", "agora")
    assert code in (1, 3)
    assert lines(out, "otherwise")
    first, second = paying.rows()
    assert second.state is State.ENDED
    if failure in ("cut-after", "no-data"):
        assert "had started a session" in out
        assert first.state.over
    assert all(row.state.over for row in paying.rows()) or code == 3


def test_practice_itself_proves_nothing(shell: Shell) -> None:
    code, out, err = doctor(shell)
    assert (code, out) == (1, "")
    assert "would prove nothing" in err


# against services that do otherwise


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"session/create": ok(SESSION | {"stream_type": "agora"})}, "stream_type comes back as agora."),
        ({"session/create": ok(SESSION | {"status": 7})}, "Its status is 7."),
        ({"session/create": ok(SESSION | {"credentials": {"livekit_url": "wss://a.example"}})},
         "credentials hold livekit_url (text)."),
        ({"session/create": ok(SESSION | {"stream_type": "\x1b]0;Owned\x07\nago"})},
         r"comes back as \x1b]0;Owned\x07 ago."),
        ({"session/list": ok({"rows": []})}, "is not the kind of answer that Akool gives"),
        ({"session/list": ok({"count": 0, "result": []})}, "It does not name the new session."),
        ({"session/close": REFUSED, "session/detail": ok(SESSION | {"status": 2})}, "Named id, it was not ended"),
        ({"quota/info": ok({"credit": 90})}, "0 credits were held for 60 seconds."),
    ],
)  # fmt: skip
def test_a_deviation_is_named_with_what_was_assumed(answers: dict[str, Behaviour], said: str, shell: Shell) -> None:
    usual = {"session/create": ok(SESSION), "session/close": ok(None), "session/detail": ok(ENDED),
             "quota/info": ok({"credit": 90}), "session/list": ok({"count": 1, "result": [SESSION]})}  # fmt: skip
    with HostileServer(by_path(usual | answers, ok({"count": 0, "result": []}))) as server:
        shell.use(server.url)
        code, out, _ = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
    assert code in (1, 3)
    [found] = [line for line in lines(out, "otherwise") if said in line]
    assert "(Assumed: " in found


def test_how_long_it_took_to_be_live_is_how_long_was_waited_for_the_look(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "_LIVE_WITHIN", (0.2, 0.3))
    asked: list[float] = []

    def detail(visit: Visit) -> bool:
        asked.append(time.monotonic())
        return ok(SESSION | {"status": 1 if asked[-1] - asked[0] < 0.2 else 2})(visit)

    answers = {"session/create": ok(SESSION), "session/close": ok(None), "session/detail": detail,
               "quota/info": ok({"credit": 9})}  # fmt: skip
    with HostileServer(by_path(answers, ok({"result": [SESSION]}))) as server:
        shell.use(server.url)
        _, out, _ = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
    assert "After 0.5 seconds it is live." in out


def test_both_names_of_trtc_are_told_and_read(shell: Shell) -> None:
    session = SESSION | {"stream_type": "trtc", "credentials": TRTC}
    over: list[bool] = []

    def close(visit: Visit) -> bool:
        over.append(True)
        return ok({"session_id": "x", "status": "closed"})(visit)

    def detail(visit: Visit) -> bool:
        return ok(session | {"status": 3 if over else 2})(visit)

    answers = {"session/create": ok(session), "session/close": close, "session/detail": detail,
               "quota/info": ok({"credit": 9}), "session/list": ok([session])}  # fmt: skip
    with HostileServer(by_path(answers, ok([]))) as server:
        shell.use(server.url)
        _, out, _ = doctor(shell, "--stream-type", "trtc", "--avatar", AVATAR)
        closes = [seen.json() for seen in server.requests if seen.path.endswith("close")]
    assert any("trtc_app_id (number), trtc_room_id (text)" in line for line in lines(out, "as assumed"))
    assert any("It answers with data: session_id, status." in line for line in lines(out, "seen"))
    assert closes == [{"id": SESSION["_id"]}, {"id": SESSION["_id"]}, {"session_id": SESSION["_id"]}]
    assert "planted-room-sig" not in out


def test_what_is_not_ended_by_id_is_ended_by_the_other_name(shell: Shell) -> None:
    over: list[bool] = []

    def close(visit: Visit) -> bool:
        body = visit.request.json()
        assert isinstance(body, dict)
        over.extend([True] * ("session_id" in body))
        return ok(None)(visit) if over else REFUSED(visit)

    def detail(visit: Visit) -> bool:
        return ok(ENDED if over else SESSION | {"status": 2})(visit)

    answers = {"session/create": ok(SESSION), "session/close": close, "session/detail": detail,
               "quota/info": ok({"credit": 9})}  # fmt: skip
    with HostileServer(by_path(answers, ok({"result": [SESSION]}))) as server:
        shell.use(server.url)
        _, out, _ = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
    assert any("named session_id, it was over" in line for line in lines(out, "otherwise"))
    assert [row.state for row in shell.rows()] == [State.ENDED]


def _by_other_ids(visit: Visit, over: list[bool]) -> bool:
    """Each create starts a session that bears another id than the one it gives."""
    path, asked = visit.request.path, visit.request.body.decode() + visit.request.path
    if "session/create" in path:
        return ok(SESSION | {"_id": "given-but-wrong"})(visit)
    if "session/list" in path:
        began = any("session/create" in seen.path for seen in visit.server.requests)
        return ok({"result": [SESSION | {"_id": "real-and-running"}] if began and not over else []})(visit)
    if "quota/info" in path:
        return ok({"credit": 9})(visit)
    if "real-and-running" not in asked:
        return refuse(1216)(visit)
    over.extend([True] * path.endswith("close"))
    return ok(ENDED | {"_id": "real-and-running"})(visit)


def test_what_runs_under_another_id_than_the_create_gave_is_found_and_ended(shell: Shell) -> None:
    over: list[bool] = []
    with HostileServer(lambda visit: _by_other_ids(visit, over)) as server:
        shell.use(server.url)
        code, out, _ = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
    assert (code, over) == (1, [True])
    assert any("It does not know the id" in line for line in lines(out, "otherwise"))
    assert any("under other ids: 1 session(s)" in line for line in lines(out, "otherwise"))
    assert "real-and-running" not in out
    assert [row.state for row in shell.rows()] == [State.ENDED] * 2


@pytest.mark.parametrize("created", [ok({}), ok(SESSION | {"_id": "given-but-wrong"})])
def test_what_may_be_anothers_is_ended_by_no_guess(created: Behaviour, shell: Shell) -> None:
    """Where the list could not be read before, what is new in it cannot be told from what ran already."""

    def listed(visit: Visit) -> bool:
        began = any("session/create" in seen.path for seen in visit.server.requests)
        return ok({"result": [SESSION | {"_id": "anothers"}]})(visit) if began else REFUSED(visit)

    answers = {"session/create": created, "session/list": listed, "session/detail": refuse(1216),
               "session/close": ok(None), "quota/info": ok({"credit": 9})}  # fmt: skip
    with HostileServer(by_path(answers, REFUSED)) as server:
        shell.use(server.url)
        doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
        assert not [seen for seen in server.requests if seen.path.endswith("close") and b"anothers" in seen.body]
    assert "anothers" not in [row.session_id for row in shell.rows()]


AVATARS = [
    {"avatar_id": "theirs", "from": 3}, {"avatar_id": "away", "from": 2, "available": False},
    {"avatar_id": "official", "from": 2},
]  # fmt: skip


@pytest.mark.parametrize(("avatars", "tried"), [(AVATARS, "official"), (AVATARS[:2], "theirs")])
def test_the_avatar_is_one_that_can_be_used_and_akools_own_if_there_is_one(
    avatars: list[dict[str, object]], tried: str, shell: Shell
) -> None:
    answers = {"avatar/list": ok(avatars), "session/create": REFUSED, "quota/info": ok({"credit": 9})}
    with HostileServer(by_path(answers, ok({"result": []}))) as server:
        shell.use(server.url)
        doctor(shell, "--stream-type", "livekit")
    assert [row.avatar for row in shell.rows()] == [tried]


@pytest.mark.parametrize(
    ("avatars", "said"),
    [(ok(AVATARS[1:2]), "No avatar of the account can be used now. Name one with --avatar."), (REFUSED, "1003")],
)
def test_without_an_avatar_nothing_is_started(avatars: Behaviour, said: str, shell: Shell) -> None:
    with HostileServer(by_path({"avatar/list": avatars, "quota/info": ok({"credit": 9})}, ok([]))) as server:
        shell.use(server.url)
        code, out, err = doctor(shell)
    assert code == 1
    assert said in err
    assert "No session was started." in out
    assert shell.rows() == []


@pytest.mark.parametrize("failure", [refuse(1101), web_page(), answer({}, status=500), cut])
def test_what_keeps_the_walk_from_beginning_is_a_line_of_the_report(failure: Behaviour, shell: Shell) -> None:
    with HostileServer(failure) as server:
        shell.use(server.url)
        code, out, _ = doctor(shell)
    assert code == 1
    [found] = lines(out, "otherwise")
    assert found.startswith("balance  ")
    assert out.endswith("1 of 1 lines are otherwise than this program assumes. No session was started.\n")
    assert shell.rows() == []


def test_a_balance_that_is_not_for_this_key_keeps_nothing_else_from_being_tried(shell: Shell) -> None:
    answers = {"session/create": ok(SESSION), "session/close": ok(None), "session/detail": ok(ENDED),
               "quota/info": refuse(1009, "Permission denied")}  # fmt: skip
    with HostileServer(by_path(answers, ok({"result": []}))) as server:
        shell.use(server.url)
        _, out, _ = doctor(shell, "--avatar", AVATAR)
    assert [row.state for row in shell.rows()] == [State.ENDED] * 3
    assert "1009, Permission denied" in next(line for line in lines(out, "otherwise") if line.startswith("balance"))


def test_each_session_is_told_of_as_it_begins(paying: Shell) -> None:
    """A service that hangs takes minutes, and whoever hears nothing stops the walk."""
    _, _, err = doctor(paying)
    told = [place for stream_type in TYPES if (place := err.find(f"akool-desktop: {stream_type}, 20 seconds.\n")) > 0]
    assert told == sorted(told)
    assert len(told) == 3


# stopped in the middle


@pytest.fixture
def process(tmp_path: Path, practice: PracticeService) -> Iterator["subprocess.Popen[str]"]:
    kept = {name: found for name, found in os.environ.items() if not name.startswith("AKOOL_API")}
    running = subprocess.Popen(
        [sys.executable, "-m", "akool_desktop", "doctor", "--live", "--base-url", practice.start(), "--data-dir",
         str(tmp_path)],
        env=kept | {"AKOOL_API_KEY": KEY}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    assert running.stdin
    running.stdin.write("yes\n")
    running.stdin.flush()
    yield running
    with suppress(OSError):
        running.kill()
    running.communicate()


def _until_booked(practice: PracticeService, process: "subprocess.Popen[str]") -> None:
    while not practice.books():
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
            raise AssertionError(process.communicate())


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_ends_what_runs_and_reports_so_far(
    process: "subprocess.Popen[str]", practice: PracticeService, shell: Shell
) -> None:
    _until_booked(practice, process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Every session is confirmed as ended." in out
    assert err.splitlines()[-1] == "akool-desktop: Stopped before all was tried."
    assert [row.state for row in shell.rows()] == [State.ENDED]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_a_walk_that_is_stopped_begins_no_other_session_also_where_the_create_has_no_answer(shell: Shell) -> None:
    def stopped(visit: Visit) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        visit.server.stopping.wait(0.1)  # for the signal to be heard
        return ok({})(visit)

    answers = {"session/create": stopped, "quota/info": ok({"credit": 9})}
    with HostileServer(by_path(answers, ok({"result": []}))) as server:
        shell.use(server.url)
        code, _, err = doctor(shell, "--avatar", AVATAR)
    assert [row.state for row in shell.rows()] == [State.UNKNOWN]
    assert code == 3
    assert "1 of its sessions may still be running" in err


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_what_a_kill_leaves_is_in_the_ledger(
    process: "subprocess.Popen[str]", practice: PracticeService, shell: Shell
) -> None:
    _until_booked(practice, process)
    process.kill()
    process.communicate(timeout=30)
    [row] = shell.rows()
    assert not row.state.over
    assert (row.origin, row.length) == ("command", 20)


def test_a_fault_of_the_programs_own_ends_what_runs_too(paying: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    _faulty(monkeypatch, proof_lines, "detailed")
    code, out, err = doctor(paying)
    assert code == 1
    assert "Every session is confirmed as ended." in out
    assert "Ending what was started. Stopped once more, it is left as it stands." in err
    assert "ZeroDivisionError" in err
    assert "planted-fault" not in out + err
    assert [row.state for row in paying.rows()] == [State.ENDED]


def _faulty(monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError("planted-fault")

    monkeypatch.setattr(where, name, broken)


def test_what_is_stopped_is_ended_by_the_other_name_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    over: list[bool] = []

    def close(visit: Visit) -> bool:
        over.extend([True] * (b"session_id" in visit.request.body))
        return ok(None)(visit) if over else REFUSED(visit)

    def detail(visit: Visit) -> bool:
        return ok(ENDED if over else SESSION | {"status": 2})(visit)

    answers = {"session/create": ok(SESSION), "session/close": close, "session/detail": detail,
               "quota/info": ok({"credit": 9})}  # fmt: skip
    _faulty(monkeypatch, proof_lines, "detailed")
    with HostileServer(by_path(answers, ok({"result": []}))) as server:
        shell.use(server.url)
        _, out, _ = doctor(shell, "--stream-type", "livekit", "--avatar", AVATAR)
    assert "Every session is confirmed as ended." in out
    assert [row.state for row in shell.rows()] == [State.ENDED]


def test_one_that_cannot_be_ended_keeps_no_other_from_its_end(
    paying: Shell, practice: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.fail_next("no-data")
    _faulty(monkeypatch, strays.Strays, "look_for")
    _faulty(monkeypatch, proof_lines, "detailed")
    code, out, err = doctor(paying, "--stream-type", "livekit", "--stream-type", "agora")
    assert code == 3
    assert "1 session(s) not confirmed as ended." in out
    assert "1 of its sessions may still be running" in err
    assert [row.state for row in paying.rows()] == [State.UNKNOWN, State.ENDED]


# for nothing


def test_without_live_it_says_how_this_computer_is_set_up(paying: Shell, practice: PracticeService) -> None:
    code, out, err = paying.run("doctor")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["program", "folders", "account", "secrets", "network"]
    assert "127.0.0.1 answers, with no proxy in between" in out
    assert KEY not in out
    assert practice.books() == []


def test_what_cannot_be_reached_says_what_to_do(shell: Shell) -> None:
    with HostileServer(REFUSED) as server:
        pass
    shell.use(server.url)
    code, out, _ = shell.run("doctor")
    assert code == 1
    assert "was refused. Open any web page" in out


@pytest.mark.parametrize("option", ["--stream-type=agora", f"--avatar={AVATAR}", "--report=r.txt"])
def test_an_option_of_the_live_walk_is_not_passed_over_without_it(option: str, paying: Shell) -> None:
    """Who gives it would take the short answer for the proof, and look for a report that is not there."""
    code, out, err = paying.run("doctor", option)
    assert (code, out) == (2, "")
    assert err == f"akool-desktop: {option.partition('=')[0]} is for --live\n"


def test_a_wrong_stream_type_is_one_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    with pytest.raises(SystemExit) as left:
        cli.main(["doctor", "--live", "--stream-type", "zoom", "--data-dir", str(shell.folder)])
    assert left.value.code == 2
