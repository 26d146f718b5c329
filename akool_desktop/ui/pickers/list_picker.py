"""Languages by name with their codes, and knowledge bases by name with how they open."""

from akool_desktop.desk.catalogue import Entry, KnowledgeEntry
from akool_desktop.ui.language import tr
from akool_desktop.ui.pickers.entry_detail import Facts
from akool_desktop.ui.pickers.entry_list import EntryList, lines
from akool_desktop.ui.pickers.entry_rows import EntryRows
from akool_desktop.ui.pickers.picker import Counts, Picker
from akool_desktop.words import marked


class LanguagePicker(Picker):
    title, placeholder = marked("Choose a language"), marked("Search by name or code")
    code = marked("A code")
    counts = Counts(
        one=marked("1 language"), many=marked("{count} languages"), some=marked("{shown} of {count} languages"),
        show_all=marked("Show all languages"), no_match=marked("No languages match"),
        none_yet=marked("No languages yet"),
    )  # fmt: skip
    empty = marked("A code such as en or zh-CN can be typed into the field.")
    wide = 640  # the name and the code are all there is

    def _show_current(self) -> None:
        super()._show_current()
        self._detail.hide()

    def _list(self) -> EntryList:
        rows = EntryRows(lambda entry: entry.id, lambda _: False)
        return EntryList(lines(rows.height), rows)


class KnowledgePicker(Picker):
    title, placeholder = marked("Choose a knowledge base"), marked("Search by name, opening line or instructions")
    counts = Counts(
        one=marked("1 knowledge base"), many=marked("{count} knowledge bases"),
        some=marked("{shown} of {count} knowledge bases"),
        show_all=marked("Show all knowledge bases"), no_match=marked("No knowledge bases match"),
        none_yet=marked("No knowledge bases yet"),
    )  # fmt: skip
    empty = marked("Knowledge bases are made at akool.com.")

    def _list(self) -> EntryList:
        rows = EntryRows(_opening, lambda _: False)
        return EntryList(lines(rows.height), rows)

    def _text(self, entry: Entry) -> str:
        assert isinstance(entry, KnowledgeEntry)
        return f"{entry.name} {entry.id} {entry.prologue} {entry.prompt}"

    def _facts(self, entry: Entry) -> Facts:
        assert isinstance(entry, KnowledgeEntry)
        lines = (
            (tr("Documents"), str(entry.documents)),
            (tr("Opening line"), entry.prologue or tr("none")),
            (tr("Instructions"), entry.prompt or tr("none")),
        )
        return Facts(lines, self.notes(entry))


def _opening(entry: Entry) -> str:
    assert isinstance(entry, KnowledgeEntry)
    return entry.prologue or entry.prompt
