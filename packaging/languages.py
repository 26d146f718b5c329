"""Gathers every English template of the program into the Qt Linguist files of resources/languages.

``python3 packaging/languages.py`` keeps the translations that there are, adds what is new as unfinished, and drops
what no longer stands in the code. A new language is an empty ``<TS>`` file there, named by its locale, and a line in
``akool_desktop/ui/speaking.py``. How a string is marked is said in ``akool_desktop/ui/language.py``.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "akool_desktop"
LANGUAGES = ROOT / "resources" / "languages"

# What takes a template, and which of its arguments are ones: by place or by name.
CALLS: "dict[str, tuple[int | str, ...]]" = {
    "Words": (0,),
    "Strong": (0,),
    "tr": (0,),
    "marked": (0,),
    "about": (0,),
    "Field": (1, "label", "hint", "unit", "example"),
    "Choice": (1, 2, "label", "sentence"),
    "Look": (0, "words"),
    "Failure": (1, 2, "label", "sentence"),
    "StageError": (0,),
}
TABLES = {"template", "STEPS", "_FAST_VOICES", "MEANINGS"}  # what is assigned to these
ENGLISH_ONLY = {"cli.py", "display.py", "commands", "desk/proof.py", "desk/proof_lines.py"}  # the command line


def templates() -> "dict[str, str]":
    """Every template, with the module in which it stands first; in the order of modules and lines."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE)
        if not {module.parts[0], module.as_posix()} & ENGLISH_ONLY:
            for text in _in_module(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(text, module.as_posix())
    for text in _in_data():
        found.setdefault(text, "resources")
    return found


def _in_module(tree: ast.Module) -> "Iterator[str]":
    marked = [found for node in ast.walk(tree) for part in _marked_parts(node) for found in _texts(part)]
    return (text for _, _, text in sorted(marked) if has_words(text) or joins(text))


def _marked_parts(node: ast.AST) -> "Iterator[ast.expr]":
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        wanted = CALLS.get(name, ())
        yield from (part for place, part in enumerate(node.args) if place in wanted)
        yield from (word.value for word in node.keywords if word.arg in wanted)
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if names & TABLES:
            yield node.value


def _texts(part: ast.expr) -> "Iterator[tuple[int, int, str]]":
    """Line, column and text of the literals that an expression can come to be: one, either of two, or a table's."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        yield part.lineno, part.col_offset, part.value
    elif isinstance(part, ast.IfExp):
        yield from _texts(part.body)
        yield from _texts(part.orelse)
    elif isinstance(part, ast.Tuple | ast.Dict):
        for inner in part.elts if isinstance(part, ast.Tuple) else part.values:
            yield from _texts(inner)


def has_words(text: str) -> bool:
    """Whether a template has anything to translate beside its values; how a link begins is the same everywhere."""
    return any(sign.isalpha() for sign in without_values(text)) and not text.endswith("://")


def joins(text: str) -> bool:
    """Whether a template joins several values, which other languages do by other signs."""
    return text.count("{") > 1


def without_values(text: str) -> str:
    parts = text.replace("{{", "").replace("}}", "").split("{")
    return parts[0] + "".join(part.partition("}")[2] for part in parts[1:])


def _in_data() -> "Iterator[str]":
    """What the starter presets say of themselves, and what the Stage's pages say."""
    for path in sorted((ROOT / "resources" / "presets").glob("*.json")):
        starter = json.loads(path.read_text(encoding="utf-8"))
        yield from (starter["name"], starter["note"])
    stage = ROOT / "resources" / "stage"
    for path in (found for kind in ("*.html", "*.js", "providers/practice*.js") for found in sorted(stage.glob(kind))):
        text = path.read_text(encoding="utf-8")
        yield from filter(_is_said, _in_page(text) if path.suffix == ".html" else _in_script(text))


_KEYS = {"Enter", "Escape"}


def _in_page(text: str) -> "Iterator[str]":
    """What stands between tags, and what names and hints say."""
    body = re.sub(r"(?s)<!--.*?-->|<svg.*?</svg>", "", text)
    yield from (unescape(found).strip() for found in re.findall(r">([^<>]+)<", body))
    yield from re.findall(r'(?:aria-label|title|placeholder)="([^"]+)"', body)


def _in_script(text: str) -> "Iterator[str]":
    code = re.sub(r"(?m)//.*$|/\*.*?\*/", "", text)
    for plain, filled in re.findall(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`', code):
        yield plain or re.sub(r"\$\{(?:\w+\.)*(\w+)\}", r"{\1}", filled)


def _is_said(text: str) -> bool:
    """Whether it is a sentence or a label: a key of the keyboard, a header or a class is not."""
    is_words = " " in text or (text.isalpha() and text.istitle() and text not in _KEYS)
    return is_words and has_words(text) and bool(re.match(r"[A-Z“{][^<>=]*[a-z.”…)}]$|then press", text))


def read(path: Path) -> "dict[str, str]":
    """The translations of a file that are finished, by template."""
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        source, translation = message.find("source"), message.find("translation")
        if source is not None and translation is not None and not translation.get("type"):
            found[source.text or ""] = translation.text or ""
    return found


def write(path: Path, known: "dict[str, str]") -> int:
    """The number of templates that have no translation yet."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{path.stem}" sourcelanguage="en">')
    context, unfinished = "", 0
    for template, module in templates().items():
        if module != context:
            lines += ["</context>"] * bool(context) + ["<context>", f"    <name>{module}</name>"]
            context = module
        said = known.get(template, "")
        unfinished += not said
        state = "" if said else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{escape(template)}</source>"]
        lines += [f"        <translation{state}>{escape(said)}</translation>", "    </message>"]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")
    return unfinished


def main() -> int:
    for path in sorted(LANGUAGES.glob("*.ts")):
        print(f"{path.stem}: {write(path, read(path))} of {len(templates())} templates have no translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
