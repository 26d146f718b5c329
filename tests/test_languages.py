"""Every sentence in every language: none bypasses translation, none is missing, none loses a value."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogued import TEMPLATES
from languages import ENGLISH_ONLY, LANGUAGES, PACKAGE, has_words, joins, read, write

from akool_desktop.session.fields import FACTS, FIELDS, STEPS
from akool_desktop.ui.speaking import CHOICES, SYSTEM, texts_of

UI = Path(__file__).parents[1] / "akool_desktop" / "ui"
FILES = sorted(LANGUAGES.glob("*.ts"))
NAMES = [path.stem for path in FILES]
# What takes words that are shown at once, and so takes no bare string.
SHOWS = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setTitle", "setItemText", "setSuffix", "setPrefix", "setSpecialValueText", "setWhatsThis", "setStatusTip",
    "setLabelText", "setNameFilter", "setInformativeText", "addAction", "addItem", "addTab", "addMenu", "addRow",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QMenu", "QGroupBox", "QDockWidget",
    "muted_label", "words_label", "show_name", "say", "Message", "IconButton",
}  # fmt: skip
# Not for people, or the same for all: names of icons, kinds and tones, and what a vendor or this program is called.
NOT_WORDS = re.compile(r"[a-z-]*|Akool Desktop|\W*|curl -X POST \S+|http://\S+|intranet\S+, \S+|PDF \(\*\.pdf\)")
SENTENCE = re.compile(r"[A-Z].* .*\.")


def bare(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Strings that are shown as they stand, by line: literals, and what is put together by hand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in SHOWS:
            for part in (*node.args, *(word.value for word in node.keywords)):
                for text in _shown(part):
                    if not NOT_WORDS.fullmatch(text):
                        yield node.lineno, text


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _shown(part: ast.expr) -> Iterator[str]:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        yield part.value
    elif isinstance(part, ast.IfExp):
        yield from (*_shown(part.body), *_shown(part.orelse))
    elif isinstance(part, ast.BinOp):
        yield from (*_shown(part.left), *_shown(part.right))
    elif isinstance(part, ast.JoinedStr):
        literal = "".join(str(piece.value) for piece in part.values if isinstance(piece, ast.Constant))
        yield re.sub(r"<[^>]*>", "", literal)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_no_string_of_the_window_bypasses_translation(path: Path) -> None:
    assert not list(bare(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("line", [
    'label.setText("Loud words")', 'QLabel("Loud words")', 'QLabel("A" if x else "Loud words")',
    'label.setText(f"Left {count} words")', 'menu.addAction("Loud words")', 'label.setText(tr("Well") + " Said")',
])  # fmt: skip
def test_a_string_that_bypasses_it_is_found(line: str) -> None:
    assert list(bare(ast.parse(line)))


@pytest.mark.parametrize("line", [
    'label.setText(tr("Words"))', 'IconButton("live", tr("Words"))', 'label.setText(f"{a} · {b}")',
])  # fmt: skip
def test_a_string_that_does_not_is_let_pass(line: str) -> None:
    assert not list(bare(ast.parse(line)))


def sentences(tree: ast.AST) -> set[str]:
    """Strings that read like one, and are no docstring."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    return {text.value for text in texts if isinstance(text.value, str) and SENTENCE.fullmatch(text.value)}


@pytest.mark.parametrize("room", ["session", "akool", "store", "desk"])
def test_no_sentence_of_a_room_that_hands_its_words_on_is_without_a_mark(room: str) -> None:
    paths = [path for path in (PACKAGE / room).glob("*.py") if f"{room}/{path.name}" not in ENGLISH_ONLY]
    assert paths
    assert set().union(*(sentences(ast.parse(path.read_text("utf-8"))) for path in paths)) <= TEMPLATES.keys()


def test_there_is_a_file_for_each_language_that_can_be_chosen() -> None:
    assert {*NAMES, "en", SYSTEM} == set(CHOICES)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_sentence_has_its_translation(path: Path) -> None:
    assert sorted(TEMPLATES.keys() - read(path).keys()) == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_file_is_as_the_script_writes_it(path: Path, tmp_path: Path) -> None:
    """So that nothing in it is left from before."""
    again = tmp_path / path.name
    write(again, read(path))
    assert again.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), "run packaging/languages.py"


@pytest.mark.parametrize("name", NAMES)
def test_no_translation_loses_a_value_or_adds_one(name: str) -> None:
    wrong = {source: said for source, said in texts_of(name).items() if _values(source) != _values(said)}
    assert not wrong


def _values(template: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", template))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_field_is_in_both_languages(name: str) -> None:
    texts = texts_of(name)
    words = {*STEPS}
    for field in FIELDS:
        words |= {field.label, field.hint, field.unit, field.example}
        words |= {note.words.template for note in (*field.hints, *field.notes)}
        words |= {word for choice in field.choices for word in (choice.label, choice.sentence)}
    words |= {word for fact in FACTS for choice in fact.choices for word in (choice.label, choice.sentence)}
    assert {text for text in words if has_words(text)} <= texts.keys()


@pytest.mark.parametrize("name", NAMES)
def test_values_are_joined_by_the_signs_of_the_language(name: str) -> None:
    """Chinese has commas and colons of its own, and no blank after them."""
    texts = texts_of(name)
    joined = {source: texts[source] for source in TEMPLATES if joins(source) and not has_words(source)}
    assert len(joined) > 20
    kept = {"{number}. {step}"}  # before the steps of a list
    assert not [said for source, said in joined.items() if re.search(r"[,:;.]", said) and source not in kept]


def test_an_apostrophe_is_the_same_everywhere() -> None:
    assert not [text for text in TEMPLATES if re.search(r"\w’\w", text)]
