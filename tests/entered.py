"""Drafts to generate: what an operator would enter, and what nobody should have."""

from typing import Any

from hypothesis import strategies as st

from akool_desktop.session.fields import BY_KEY, FACTS, FIELDS, Field, Value


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
