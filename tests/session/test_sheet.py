"""The hand-off sheet: everything that somebody who takes over needs, and nothing that lets anyone in."""

import pytest
from entered import PLAUSIBLE
from hypothesis import given
from session.test_generated import Draft, quick
from session.test_payload import EXAMPLE_DRAFT

from akool_desktop.session import rules
from akool_desktop.session.fields import FIELDS
from akool_desktop.session.sheet import Sheet, of_draft, of_session
from akool_desktop.words import Words

NAMES = {"avatar_id": "Tristan", "voice_id": "Rachel"}
TRISTAN: Draft = {"avatar_id": "dvp_Tristan_cloth2_1080P"}


def written(sheet: Sheet) -> str:
    pairs = [f"{name}: {said}" for name, said in (*sheet.facts, *sheet.trouble)]
    return "\n".join([str(sheet.title), *map(str, sheet.joining), *pairs])


def facts(draft: Draft) -> dict[str, str]:
    return {str(name): str(said) for name, said in of_draft(draft, NAMES).facts}


def test_the_shortest_draft_says_all_that_always_counts() -> None:
    assert facts(TRISTAN) == {
        "Avatar": "Tristan (dvp_Tristan_cloth2_1080P)",
        "Voice": "the avatar's own",
        "Mode": "Dialogue",
        "Scene mode": "Standard",
        "Stream type": "Agora",
        "Room": "Akool's room",
        "Session length": "10 minutes",
    }


@pytest.mark.parametrize(
    ("draft", "name", "said"),
    [
        ({"voice_id": "abc"}, "Voice", "Rachel (abc)"),
        ({"scene_mode": "fast_dialogue", "voice_params.voice_id": "marin"}, "Fast dialogue voice", "marin"),
        ({"duration": None}, "Session length", "not sent"),
        ({"duration": 90}, "Session length", "1:30 minutes"),
        ({"voice_params.speed": 1.05}, "Speaking speed", "1.05"),
        ({"background_url": "https://me:pw@cdn.example/b.jpg?sig=planted#f"}, "Background picture or video",
         "https://cdn.example/b.jpg?…"),
        ({"background_url": "https://[broken"}, "Background picture or video", "…"),
    ],
)  # fmt: skip
def test_what_is_set_is_named(draft: Draft, name: str, said: str) -> None:
    assert facts(TRISTAN | draft)[name] == said


def test_with_another_voice_the_avatars_own_is_not_named() -> None:
    sheet = of_draft(TRISTAN | {"voice_url": "https://voices.example/x"}, NAMES)
    assert "the avatar's own" not in written(sheet)


def test_a_draft_says_that_nothing_runs_and_a_session_how_to_join() -> None:
    assert "Nothing runs yet" in written(of_draft(TRISTAN, NAMES))
    session = written(of_session("Tristan", TRISTAN, NAMES, [(Words("Session ID"), Words("id-1"))]))
    assert "Session ID: id-1" in session
    assert "press Open Stage" in session
    assert "never on this sheet" in session
    assert "Nothing runs yet" not in session


def test_of_what_another_program_started_no_setting_is_guessed() -> None:
    sheet = of_session("dvp_Tristan", {}, {}, [(Words("Session ID"), Words("id-1"))])
    assert [str(name) for name, _ in sheet.facts] == ["Session ID"]
    assert "answers" not in written(sheet)


def test_an_own_room_has_no_stage() -> None:
    sheet = written(of_session("Tristan", TRISTAN | {"room": "own"}, NAMES, []))
    assert "Open Stage" not in sheet
    assert "with a pass of that server" in sheet


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ({}, "answers what people say or type"),
        ({"mode_type": 1}, "answers nobody"),
        ({"scene_mode": "fast_dialogue"}, "takes no typed text"),
    ],
)
def test_how_it_behaves_is_said(draft: Draft, said: str) -> None:
    assert said in written(of_draft(TRISTAN | draft, NAMES))


def test_what_ends_the_costs_is_said_last() -> None:
    name, said = of_draft(TRISTAN, NAMES).trouble[-1]
    assert "costs" in str(name)
    assert "Press End session" in str(said)


def test_the_example_holds_none_of_its_secrets() -> None:
    assert "your-token" not in written(of_draft(EXAMPLE_DRAFT, {}))
    assert "sk_your" not in written(of_draft(EXAMPLE_DRAFT, {}))


@quick
@given(PLAUSIBLE)
def test_no_secret_is_on_it_whatever_was_entered(draft: Draft) -> None:
    secret = "planted-7d1f0c"
    entered = draft | {field.key: secret for field in FIELDS if field.secret}
    assert secret not in written(of_draft(entered, {}))
    assert secret not in written(of_session("", rules.draft_of(rules.without_secrets(rules.payload(entered))), {}, []))
