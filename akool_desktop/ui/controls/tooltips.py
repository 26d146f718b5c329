"""What a tooltip says. Qt takes one that looks like HTML for HTML, pictures of this computer and its network included:
what comes from a server, or from somebody else's file, is shown as the text it is."""

from xml.sax.saxutils import escape


def plain(text: str) -> str:
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if "<" in text else text
