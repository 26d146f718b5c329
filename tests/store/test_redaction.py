"""What is known of rooms stays bounded through a long day, and what is known of keys stays."""

import json

import pytest

from akool_desktop.store.redaction import _ROOMS, Redaction

KEY = "planted-key-5f3a91"


@pytest.mark.parametrize(
    ("secret", "text", "cleaned"),
    [
        ("abc", "abc, YWJj and 616263", "abc, YWJj and 616263"),  # too short to be told from words
        ("  a  ", "a cat", "a cat"),
        ("pl4n", "pl4n, and pl4n", "[secret], and [secret]"),
        ("12345678", "The PIN is 12345678.", "The PIN is [secret]."),  # JSON, but no object
        (json.dumps({"token": KEY, "token_seconds": 3600}), f"{KEY} for 3600 s", "[secret] for 3600 s"),
        (KEY, f"{KEY}{KEY}", "[secret]"),
    ],
)
def test_what_is_hidden_of_a_text(secret: str, text: str, cleaned: str) -> None:
    known = Redaction()
    known.know(secret)
    assert known.clean(text) == cleaned


def test_a_thousand_rooms_are_not_all_kept_and_a_key_is_never_forgotten() -> None:
    known = Redaction()
    known.know(KEY)
    rooms = [f"token-{number:04}-of-a-room" for number in range(1000)]
    for row, token in enumerate(rooms):
        known.know_room(row, token)
        known.leave_room(row)
    assert known.clean(f"{KEY} {rooms[-1]} {rooms[-_ROOMS]}").count("[secret]") >= 2
    assert KEY not in known.clean(KEY)
    assert all(token not in known.clean(token) for token in rooms[-_ROOMS:])
    assert len(known._pieces) == _ROOMS + 1


def test_the_token_of_a_room_that_may_run_is_never_forgotten() -> None:
    known = Redaction()
    open_rooms = [f"open-{number:04}-of-a-room" for number in range(_ROOMS + 4)]
    for row, token in enumerate(open_rooms):
        known.know_room(row, token)
    for row in range(100, 100 + 2 * _ROOMS):
        known.know_room(row, f"token-{row:04}-of-a-room")
        known.leave_room(row)
    assert all(token not in known.clean(token) for token in open_rooms)


def test_a_room_with_the_value_of_a_key_does_not_take_the_key_along() -> None:
    known = Redaction()
    known.know(KEY)
    assert KEY not in known.clean(KEY)
    known.know_room(0, KEY)
    known.leave_room(0)
    for row in range(1, _ROOMS + 2):
        known.know_room(row, f"token-{row:04}-of-a-room")
        known.leave_room(row)
    assert KEY not in known.clean(KEY)


def test_a_viewers_pass_goes_with_the_room_and_takes_no_token_with_it() -> None:
    known = Redaction()
    known.know_room(0, "token-of-the-session")
    known.know_room(0, "pass-of-a-viewer")
    assert "viewer" not in known.clean("pass-of-a-viewer")
    assert "session" not in known.clean("token-of-the-session")
    known.leave_room(0)
    for row in range(1, _ROOMS + 1):
        known.know_room(row, f"token-{row:04}-of-a-room")
        known.leave_room(row)
    assert known.clean("pass-of-a-viewer, token-of-the-session").count("[secret]") == 0
    assert len(known._pieces) == _ROOMS


def test_a_secret_that_is_nested_deeper_than_python_can_follow_is_hidden_as_it_stands() -> None:
    known = Redaction()
    known.know(nested := '{"a":' + "[" * 50_000)
    assert known.clean(f"before {nested} after") == "before [secret] after"


def test_what_a_field_held_before_stays_hidden_and_no_letter_on_the_way_to_it_is_known() -> None:
    known = Redaction()
    for end in range(1, len(KEY) + 1):
        known.know_typed("key", KEY[:end])
    known.know_typed("key", "another")
    assert list(known._known) == [KEY]
