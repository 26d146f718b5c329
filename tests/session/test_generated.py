"""Generated drafts: no draft breaks the form, and each that has no problem is accepted by the contract."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import fastjsonschema
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from akool_desktop.paths import resource
from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY, FACTS, FIELDS, STEPS, Field, Value

Draft = dict[str, Value]
ACCEPTED_BY_AKOOL = fastjsonschema.compile(
    json.loads(resource("contract/create-session.json").read_text("utf-8")), use_default=False
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def entered(field: Field) -> st.SearchStrategy[Any]:
    """What an operator who knows the field would enter."""
    match field.kind:
        case "choice":
            return st.sampled_from([choice.value for choice in field.choices if choice.value is not None])
        case "switch":
            return st.booleans()
        case "url":
            return st.sampled_from([f"{scheme}://host.example/x" for scheme in field.schemes])
        case "number":
            return st.one_of(st.floats(field.low, field.high), st.integers(1, 1))
        case "whole" | "length":
            return st.integers(int(field.low or 0), int(field.high or 10**30))
        case "pairs":
            word = st.text(st.characters(categories=["L"]), min_size=1, max_size=5)
            return st.lists(st.tuples(word, word), min_size=1, max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
        case _:
            return st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=10)


def plausible(field: Field) -> st.SearchStrategy[Value]:
    """The same, and sometimes nothing where the field may be empty."""
    always = field.required or (field.kind in ("choice", "switch") and field.default is not None)
    return entered(field) if always else st.one_of(st.none(), entered(field))


# Whatever kind of value stands in whatever field: what a hand-written file can hold.
RUBBISH_VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**30), 10**30), st.floats(), st.text(max_size=8),
    st.sampled_from(["", " ", "\u200b", "\u200e", "{0}", "a\nb", "\ud800", "https://", "https://a:b", "wss://a.example"]),
    st.sampled_from(sorted({str(choice.value) for field in FIELDS for choice in field.choices})),
    st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), max_size=3).map(tuple),
)  # fmt: skip
FULL = st.fixed_dictionaries({field.key: entered(field) for field in FIELDS})
KNOWN = {fact.key: st.sampled_from([choice.value for choice in fact.choices]) for fact in FACTS}
PLAUSIBLE = st.fixed_dictionaries({field.key: plausible(field) for field in FIELDS} | KNOWN)
RUBBISH = st.dictionaries(
    st.sampled_from([*BY_KEY, *KNOWN, "", "webhook", "voice_params", "credentials."]), RUBBISH_VALUE
)
# A good form with one to three fields gone wrong: most faults need a company that shows them.
SPOILT = st.builds(lambda good, bad: good | bad, PLAUSIBLE, st.dictionaries(
    st.sampled_from(sorted([*BY_KEY, *KNOWN])), RUBBISH_VALUE, min_size=1, max_size=3,
))  # fmt: skip


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
