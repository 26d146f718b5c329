"""The form's table held against the contract, which was written from the vendor's page independently."""

import json
from collections.abc import Iterator
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akool_desktop.paths import resource
from akool_desktop.session import rules, summary
from akool_desktop.session.fields import BY_KEY, FIELDS, Field, Value

CONTRACT: dict[str, Any] = json.loads(resource("contract/create-session.json").read_text("utf-8"))
ACCEPTS = fastjsonschema.compile(CONTRACT)

# Where the form is narrower than the page, on purpose.
NARROWER = {
    "duration": "a length counts whole seconds, from one",
    "credentials.agora_uid": "a UID is a whole number from 0",
    "credentials.trtc_sdk_app_id": "an SDKAppID is a whole number from 1",
    "voice_params.turn_detection.prefix_padding_ms": "no negative time",
    "voice_params.turn_detection.silence_duration_ms": "no negative time",
}
KINDS = {
    "text": {"string"}, "url": {"string"}, "secret": {"string"}, "number": {"number"}, "whole": {"integer", "number"},
    "length": {"number", "integer"}, "pairs": {"object"}, "choice": {"string", "integer", "boolean"},
}  # fmt: skip


def properties(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every leaf the contract names, by dotted key; $ref and anyOf are followed."""
    if "$ref" in schema:
        schema = CONTRACT["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    for option in schema.get("anyOf", ()):
        yield from properties(option, path)
    for name, inner in schema.get("properties", {}).items():
        key = f"{path}{name}"
        leaf = inner.get("type") != "object" and "$ref" not in inner and "anyOf" not in inner
        if leaf or key == "voice_params.pron_map":
            yield key, inner
        else:
            yield from properties(inner, f"{key}.")


NAMED: dict[str, list[dict[str, Any]]] = {}
for name, stated in properties(CONTRACT):
    NAMED.setdefault(name, []).append(stated)
SENT = [field for field in FIELDS if field.sent]


def test_the_contract_and_the_form_name_the_same_things() -> None:
    assert set(NAMED) == {field.key for field in SENT}


@pytest.mark.parametrize("field", SENT, ids=lambda field: field.key)
def test_a_field_and_its_line_in_the_contract(field: Field) -> None:
    for stated in NAMED[field.key]:
        assert stated["type"] in KINDS[field.kind]
        if field.choices:
            assert {choice.value for choice in field.choices} - {None} == set(stated.get("enum", [True, False]))
        if field.key not in NARROWER:
            assert stated.get("minimum") == field.low
            assert stated.get("maximum") == field.high
        elif "maximum" in stated:
            assert stated["maximum"] == field.high


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 5000), st.floats(), st.text(max_size=12),
    st.sampled_from(["https://a.example", "wss://a.example", "agora", "livekit", "trtc", "own", "fast_dialogue",
                     "server_vad", "semantic_vad", "openai", "marin"]),
    st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), max_size=3).map(tuple),
)  # fmt: skip
RUBBISH = st.dictionaries(st.sampled_from([field.key for field in FIELDS]), ANYTHING)


def plausible(field: Field) -> st.SearchStrategy[Value]:
    """What an operator who knows the field would enter, and sometimes nothing."""
    some: st.SearchStrategy[Any]
    match field.kind:
        case "choice":
            return st.sampled_from([choice.value for choice in field.choices])
        case "switch":
            return st.booleans()
        case "url":
            some = st.sampled_from([f"{scheme}://host.example/x" for scheme in field.schemes])
        case "number":
            some = st.floats(field.low, field.high)
        case "whole" | "length":
            some = st.integers(int(field.low or 0), int(field.high or 10**6))
        case "pairs":
            word = st.text(st.characters(categories=["L"]), min_size=1, max_size=5)
            some = st.lists(st.tuples(word, word), max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
        case _:
            some = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=10)
    return some if field.required else st.one_of(st.none(), some)


DRAFTS = st.fixed_dictionaries({field.key: plausible(field) for field in FIELDS})


@settings(max_examples=300, deadline=None)
@given(DRAFTS)
def test_every_draft_without_problems_makes_a_body_that_akool_accepts(draft: dict[str, Value]) -> None:
    if not rules.problems(draft):
        body = json.loads(json.dumps(rules.payload(draft), allow_nan=False))
        ACCEPTS(body)
        assert "null" not in json.dumps(body).replace('"null"', "")
        assert rules.payload(rules.draft_of(body)) == body


@settings(max_examples=300, deadline=None)
@given(RUBBISH)
def test_rubbish_never_raises_and_never_leaves(draft: dict[str, Value]) -> None:
    rules.notes(draft)
    rules.not_sent(draft)
    str(summary.sentence(draft, {}))
    str(summary.held(draft))
    for step in range(1, 8):
        str(summary.gist(draft, step, {}))
    if not rules.problems(draft):
        ACCEPTS(json.loads(json.dumps(rules.payload(draft), allow_nan=False)))


def test_the_drafts_reach_every_field() -> None:
    """The generated drafts mean little if they never show a field."""
    reached: set[str] = set()

    @settings(max_examples=400, deadline=None, database=None, derandomize=True)
    @given(DRAFTS)
    def collect(draft: dict[str, Value]) -> None:
        if not rules.problems(draft):
            reached.update(key for key in rules.visible(draft) if rules.value(draft, key) is not None)

    collect()
    assert reached == set(BY_KEY)
