"""Sentences for the operator: templates, values, and who dresses them."""

from html import escape

import pytest

from akool_desktop.words import Card, Strong, Words

GERMAN = {
    "{field} is needed.": "{field} fehlt.",
    "Avatar": "Avatar-Bild",
    "Akool's room & yours": "Akools & Ihr Raum",
    "{count} of {total}": "von {total} sind es {count}",
}


def german(template: str) -> str:
    return GERMAN.get(template, template)


def test_values_fill_the_template() -> None:
    assert str(Words("Enter a number from {low} to {high}.", low=0.8, high="1.2")) == "Enter a number from 0.8 to 1.2."
    assert str(Words("Nothing to fill in.")) == "Nothing to fill in."
    assert str(Words("")) == ""


@pytest.mark.parametrize("typed", ["{low}", "{", "}", "{}", "{0}", "{missing}", "%s", "\\n", "{low.__class__}"])
def test_what_was_typed_is_never_read_as_a_template(typed: str) -> None:
    assert str(Words("{name}, or not", name=typed)) == f"{typed}, or not"
    assert str(Words("<{inner}>", inner=Words("{name}", name=typed))) == f"<{typed}>"


def test_a_value_may_be_called_anything() -> None:
    assert str(Words("{template} {self} {values}", template=1, self=2, values=3)) == "1 2 3"


def test_a_value_may_be_words_and_is_translated_too() -> None:
    words = Words("{field} is needed.", field=Words("Avatar"))
    assert str(words) == "Avatar is needed."
    assert words.render(german) == "Avatar-Bild fehlt."


def test_a_translation_may_change_the_order() -> None:
    assert Words("{count} of {total}", count=2, total=5).render(german) == "von 5 sind es 2"


def test_a_value_that_is_not_words_is_not_translated() -> None:
    assert Words("{name}", name="Avatar").render(german) == "Avatar"


def test_words_and_values_are_made_safe_but_not_what_dresses_them() -> None:
    words = Words("A & B: {name}", name=Strong("{who}", who="<script>"))
    assert words.render(escape=escape, strong="<b>{}</b>".format) == "A &amp; B: <b>&lt;script&gt;</b>"


def test_the_template_is_looked_up_before_it_is_made_safe() -> None:
    assert Words("Akool's room & yours").render(german, escape) == "Akools &amp; Ihr Raum"


def test_strong_parts_are_dressed_once_wherever_they_stand() -> None:
    words = Words("for {length}", length=Strong("{length}", length=Words("{minutes} minutes", minutes=10)))
    assert words.render(strong="*{}*".format) == "for *10 minutes*"
    assert str(words) == "for 10 minutes"


def test_the_same_words_are_equal() -> None:
    assert Words("{a}", a=1) == Words("{a}", a=1)
    assert Words("{a}", a=1) != Words("{a}", a=2)
    assert Words("a") != Strong("a")


def test_a_missing_value_is_a_fault_and_not_a_gap() -> None:
    with pytest.raises(KeyError):
        str(Words("{field} is needed."))


def test_a_card_is_read_from_top_to_bottom() -> None:
    card = Card(Words("Refused"), Words("Code {code}", code=1003), Words("No."), Words("Check the form."), "avatar_id")
    assert str(card) == "Refused\nCode 1003\nNo.\nCheck the form."
    assert card.go_to == "avatar_id"
