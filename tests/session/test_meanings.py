"""What each field is, in plain words: there for every field, and not what its hint says already."""

import pytest

from akool_desktop.session.fields import FIELDS, Field
from akool_desktop.session.meanings import MEANINGS


def test_every_field_has_one_and_nothing_else_has() -> None:
    assert list(MEANINGS) == [field.key for field in FIELDS]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_it_is_a_sentence_or_three_and_more_than_the_hint(field: Field) -> None:
    said = MEANINGS[field.key]
    assert said.endswith(".")
    assert said[0].isupper()
    assert 40 < len(said) < 300
    assert said != field.hint
    assert "{" not in said  # nothing is filled in


@pytest.mark.parametrize("field", [field for field in FIELDS if field.secret], ids=lambda field: field.key)
def test_of_a_secret_it_says_whose_pass_it_is(field: Field) -> None:
    assert "the avatar" in MEANINGS[field.key] or "Akool" in MEANINGS[field.key]
