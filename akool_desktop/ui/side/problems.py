"""What is in the way of a create, and what may surprise, with a way to each field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from akool_desktop.session.fields import BY_KEY
from akool_desktop.session.rules import Finding
from akool_desktop.ui.controls.icons import Icon
from akool_desktop.ui.controls.layouts import clear
from akool_desktop.ui.controls.messages import fitting, muted_label
from akool_desktop.ui.language import say, tr
from akool_desktop.ui.theme import font, px


class Problems(QWidget):
    """Problems first, then notes; each leads to its field."""

    went_to = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Problems"))
        self._shown: list[tuple[str, str, str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(10))
        self.hide()

    def show_findings(self, problems: Sequence[Finding], notes: Sequence[Finding]) -> None:
        shown = [("problem", finding.key, say(fitting(finding.words))) for finding in problems]
        shown += [("warning", finding.key, say(fitting(finding.words))) for finding in notes]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._layout)
        if shown:
            caption = QLabel(tr("Problems") if problems else tr("Notes"))
            caption.setFont(font("strong"))
            self._layout.addWidget(caption)
        for kind, key, sentence in shown:
            self._layout.addWidget(self._make_line(kind, key, sentence))

    @property
    def said(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._shown)

    def _make_line(self, kind: str, key: str, sentence: str) -> QWidget:
        line = QWidget()
        label = QLabel(tr(BY_KEY[key].label))
        label.setFont(font("strong"))
        label.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, px(2), 0, 0)  # level with the words on the button
        texts.setSpacing(0)
        texts.addWidget(label)
        texts.addWidget(muted_label(sentence))
        go = QPushButton(tr("Go there"))
        go.setProperty("kind", "link")
        go.setProperty("flush", "end")  # its words in line with what ends above and below
        go.setAccessibleDescription(label.text())
        go.clicked.connect(lambda: self.went_to.emit(key))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(Icon(kind, "danger" if kind == "problem" else "warning"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return line
