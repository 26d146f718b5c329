"""Generated drafts: no draft breaks the form, and each that has no problem is accepted by the contract."""

import json
from collections.abc import Iterator, Mapping

import fastjsonschema
from entered import FULL, PLAUSIBLE, RUBBISH, SPOILT
from hypothesis import HealthCheck, find, given, settings

from akool_desktop.paths import resource
from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY, FIELDS, STEPS, Value

Draft = dict[str, Value]
ACCEPTED_BY_AKOOL = fastjsonschema.compile(
    json.loads(resource("contract/create-session.json").read_text("utf-8")), use_default=False
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def leaves(body: Mapping[str, object]) -> Iterator[object]:
    for found in body.values():
        if isinstance(found, Mapping):
            assert found, "an empty object is as good as nothing"
            yield from leaves(found)
        else:
            yield found


def check(draft: Draft) -> None:
    """Nothing raises; and without a problem, what leaves is what Akool accepts."""
    shown = rules.visible(draft)
    for found in (*rules.problems(draft), *rules.notes(draft)):
        assert found.key in shown
        assert str(found.words)
    for group in rules.not_sent(draft):
        assert not shown & set(group.keys)
        assert str(group.reason)
    body = rules.payload(draft)
    rules.masked(body)
    rules.without_secrets(body)
    for field in FIELDS:
        str(rules.said(field, rules.value(draft, field.key)))
        assert rules.hint(draft, field) is not None
    str(summary.sentence(draft, {}))
    str(summary.held(draft))
    for step in range(1, len(STEPS) + 1):
        str(summary.gist(draft, step, {}))
    if not rules.problems(draft):
        check_body(body)


def check_body(body: dict[str, object]) -> None:
    received = json.loads(json.dumps(body, allow_nan=False))
    ACCEPTED_BY_AKOOL(received)
    for found in leaves(received):
        assert found is not None
        assert found != ""
    assert {"mode_type", "stream_type"} <= received.keys()
    assert rules.payload(rules.draft_of(received)) == received


@quick
@given(PLAUSIBLE)
def test_what_an_operator_enters(draft: Draft) -> None:
    check(draft)


@quick
@given(SPOILT)
def test_a_good_form_gone_wrong(draft: Draft) -> None:
    check(draft)


@quick
@given(RUBBISH)
def test_rubbish(draft: Draft) -> None:
    check(draft)


def test_every_field_leaves_in_some_draft() -> None:
    """The tests above would mean little if every draft had a problem or hid the field: three full forms have none."""
    all_on: Draft = {"room": "own", "use_elevenlabs": True, "voice_params.turn_detection.type": "server_vad"}
    left: set[str] = set()
    for stream_type, scene_mode in (("agora", None), ("livekit", "fast_dialogue"), ("trtc", None)):
        chosen: Draft = all_on | {"stream_type": stream_type, "scene_mode": scene_mode}
        draft = find(FULL, lambda full, chosen=chosen: not rules.problems(full | chosen)) | chosen  # type: ignore[misc]
        left.update(key for key in rules.visible(draft) if rules.value(draft, key) not in (None, ()))
    assert left == set(BY_KEY)
