"""The form's table held against the contract, which was written from the vendor's page independently."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from akool_desktop.paths import resource
from akool_desktop.session.fields import FIELDS, Field

CONTRACT: dict[str, Any] = json.loads(resource("contract/create-session.json").read_text("utf-8"))


def properties(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every leaf the contract names, by dotted key; $ref and anyOf are followed."""
    if "$ref" in schema:
        schema = CONTRACT["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    for option in schema.get("anyOf", ()):
        yield from properties(option, path)
    for name, inner in schema.get("properties", {}).items():
        if "$ref" in inner or "anyOf" in inner:
            yield from properties(inner, f"{path}{name}.")
        else:
            yield f"{path}{name}", inner


STATED: dict[str, list[dict[str, Any]]] = {}  # a key may stand in both kinds of voice_params
for key, line in properties(CONTRACT):
    STATED.setdefault(key, []).append(line)
SENT = [field for field in FIELDS if field.sent]
by_field = pytest.mark.parametrize("field", SENT, ids=lambda field: field.key)

# The types the contract may give to what a kind of field sends. Choices are held by their values.
TYPES = {
    "text": "string", "url": "string", "secret": "string", "number": "number", "whole": "integer", "length": "number",
    "pairs": "object",
}  # fmt: skip

# Where the form is narrower than the page, on purpose: what the contract says, what the form says, and why.
NARROWER_TYPE = {
    "credentials.agora_uid": ("number", "integer", "a UID is a whole number"),
    "credentials.trtc_sdk_app_id": ("number", "integer", "an SDKAppID is a whole number"),
}
NARROWER_BOUND = {
    "duration": (("exclusiveMinimum", 0), 1, "a length counts whole seconds, so it starts at one"),
    "credentials.agora_uid": (("minimum", None), 0, "no UID is negative"),
    "credentials.trtc_sdk_app_id": (("minimum", None), 1, "no SDKAppID is zero"),
    "voice_params.turn_detection.prefix_padding_ms": (("minimum", None), 0, "no time is negative"),
    "voice_params.turn_detection.silence_duration_ms": (("minimum", None), 0, "no time is negative"),
}
REQUIRED_IN_THE_FORM_ALONE = {
    "voice_params.elevenlabs_settings.api_key": "without the key the switch does nothing",
}


def test_the_contract_and_the_form_name_the_same_things() -> None:
    assert set(STATED) == {field.key for field in SENT}


@by_field
def test_types(field: Field) -> None:
    for stated in STATED[field.key]:
        if field.key in NARROWER_TYPE:
            assert (stated["type"], TYPES[field.kind]) == NARROWER_TYPE[field.key][:2]
        elif field.kind == "choice":
            of_json = {str: "string", int: "integer", bool: "boolean"}
            assert {of_json[type(choice.value)] for choice in field.choices if choice.value is not None} == {
                stated["type"]
            }
        else:
            assert stated["type"] == TYPES[field.kind]


@by_field
def test_enums(field: Field) -> None:
    offered = [choice.value for choice in field.choices if choice.value is not None]
    for stated in STATED[field.key]:
        listed = [True, False] if stated["type"] == "boolean" else stated.get("enum", [])
        assert sorted(offered, key=str) == sorted(listed, key=str)


@by_field
def test_bounds(field: Field) -> None:
    for stated in STATED[field.key]:
        assert stated.get("maximum") == field.high
        if field.key in NARROWER_BOUND:
            (name, low), narrowed, _ = NARROWER_BOUND[field.key]
            assert (stated.get(name), field.low) == (low, narrowed)
        else:
            assert stated.get("minimum") == field.low


def test_required() -> None:
    everywhere = set(CONTRACT["required"])
    own_room = {
        f"credentials.{name}"
        for provider in ("Agora", "Livekit", "Trtc")
        for name in CONTRACT["definitions"][f"{provider}Credentials"]["required"]
    }
    required = {field.key for field in SENT if field.required}
    assert required == everywhere | own_room | set(REQUIRED_IN_THE_FORM_ALONE)


def test_every_exception_is_still_one() -> None:
    assert set(NARROWER_TYPE) | set(NARROWER_BOUND) | set(REQUIRED_IN_THE_FORM_ALONE) <= set(STATED)
    assert all(stated != narrowed for stated, narrowed, _ in NARROWER_TYPE.values())
    assert all(low != narrowed for (_, low), narrowed, _ in NARROWER_BOUND.values())
