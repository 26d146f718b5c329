"""A page of another program on this computer, which even holds the right ticket, gets nothing out of the host."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from staging import SECRET, Address, Console, session
from tabs import Tabs

REDEEM = """async ([origin, ticket, mode]) => {
  const ours = {"Content-Type": "application/json", "X-Stage": "1"};
  const headers = mode === "cors" ? ours : {"Content-Type": "text/plain"};
  try {
    const answer = await fetch(origin + "/api/redeem", {method: "POST", mode, headers, body: JSON.stringify({ticket})});
    return answer.type + " " + answer.status + " " + await answer.text();
  } catch (error) { return "refused"; }
}"""
SOCKET = """([origin, token]) => new Promise((done) => {
  const socket = new WebSocket(origin.replace("http", "ws") + "/api/page", ["akool-stage", token]);
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
})"""
SCRIPT = """(origin) => new Promise((done) => {
  const script = Object.assign(document.createElement("script"), {src: origin + "/messages.js"});
  script.onload = () => done("ran");
  script.onerror = () => done("refused");
  document.head.append(script);
})"""
FRAME = """(url) => new Promise((done) => {
  const frame = Object.assign(document.createElement("iframe"), {src: url});
  frame.onload = () => { try { done("read " + frame.contentDocument.title); } catch { done("unreadable"); } };
  document.body.append(frame);
})"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def other_page(tmp_path: Path, chromium: Any) -> Iterator[Page]:
    (tmp_path / "index.html").write_text("<!doctype html><title>Another program</title><body>")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    context: BrowserContext = chromium.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
    yield page
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_gets_nothing_and_the_ticket_stays_good(console: Console, other_page: Page, tabs: Tabs) -> None:
    host, _ = console.host(session(livekit_token=SECRET))
    address = Address(console.do(host.open()))
    for mode in ("cors", "no-cors"):
        got = other_page.evaluate(REDEEM, [address.origin, address.ticket, mode])
        assert got in {"refused", "opaque 0 "}
    assert other_page.evaluate(SCRIPT, address.origin) == "refused"
    assert other_page.evaluate(FRAME, address.url) == "unreadable"
    assert other_page.evaluate(SOCKET, [address.origin, address.ticket]) == "refused"
    tabs.open(address.url).state("live")


def test_not_even_with_the_token_of_the_line(console: Console, other_page: Page) -> None:
    host, heard = console.host(session())
    address = Address(console.do(host.open()))
    token = address.redeem(address.ticket)[1]["socket"]
    assert other_page.evaluate(SOCKET, [address.origin, token]) == "refused"
    assert not host.page_open
    assert heard.all() == []
