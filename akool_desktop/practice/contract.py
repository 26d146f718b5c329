"""Holds a create request against the published contract, and says in one line where it breaks it."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import fastjsonschema

Contract = Callable[[object], str | None]


def contract(schema: Path) -> Contract:
    """What checks a decoded body: None when the contract accepts it, or a line that names the offending keys
    and never a value, since a value may be a secret.

    What only says whether a body is accepted is a quarter of the work to compile and of the memory to keep; what
    tells why it is not is made for the first that is refused. The first does not know "const" (fastjsonschema
    2.22.3), so the contract has an "enum" of one there."""
    rules = json.loads(schema.read_text(encoding="utf-8"))
    compile_rules = partial(fastjsonschema.compile, rules, use_default=False, use_formats=False)
    accept, telling = compile_rules(detailed_exceptions=False), cache(compile_rules)

    def check(body: object) -> str | None:
        with suppress(fastjsonschema.JsonSchemaValueException):
            accept(body)
            return None
        try:
            telling()(body)
        except fastjsonschema.JsonSchemaValueException as refused:
            return _refusal(refused)
        return None

    return check


def _refusal(refused: fastjsonschema.JsonSchemaValueException) -> str:
    name = str(refused.name)
    path = name.removeprefix("data").removeprefix(".")
    before = f"{path}." if path else ""
    match refused.rule:
        case "required":
            missing = [before + key for key in refused.rule_definition if key not in refused.value]
            return f"{', '.join(missing)}: required"
        case "additionalProperties":
            unknown = [before + key for key in refused.value if key not in refused.definition["properties"]]
            return f"{', '.join(unknown)}: not accepted here"
        case _:
            return f"{path or 'body'}:{refused.message.removeprefix(name)}"
