"""Pictures, samples and probes over real TCP, from servers that mean harm: what comes back, and what never leaves."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hostile import (
    Behaviour,
    HostileServer,
    cut,
    cut_within_answer,
    drip,
    flood,
    head,
    packed,
    raw,
    redirect,
    reply,
    silent,
    tunnel,
    web_page,
)

from akool_desktop.akool import addresses
from akool_desktop.akool.kinds import kind_of
from akool_desktop.akool.web import PICTURE, Limits, Probe, Web, WebError

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(100)
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(2000)
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1/secret'/></svg>"
NEAR, FAR = "http://127.0.0.1:1", "https://openapi.akool.com"
HASTY = Limits("picture", ("image/",), 8 << 20, 0.6, PICTURE.otherwise)
png = reply(PNG, content_type="image/png")

_Answer = TypeVar("_Answer")


def ask(use: Callable[[Web], Awaitable[_Answer]], base_url: str = NEAR) -> _Answer:
    async def run() -> _Answer:
        web = Web(base_url)
        try:
            return await use(web)
        finally:
            await web.aclose()

    return asyncio.run(run())


def refusal(use: Callable[[Web], Awaitable[object]], base_url: str = NEAR) -> str:
    with pytest.raises(WebError) as caught:
        ask(use, base_url)
    assert str(caught.value) == str(caught.value.words)
    assert caught.value.__cause__ is None
    return str(caught.value)


# what is asked for comes


@pytest.mark.parametrize("content_type", ["image/png", "IMAGE/JPEG; charset=x", "application/octet-stream", ""])
def test_a_picture_comes_whatever_storage_calls_it(content_type: str) -> None:
    with HostileServer(reply(PNG, content_type=content_type)) as server:
        assert ask(lambda web: web.picture(f"{server.url}/a.png")) == PNG


def test_a_sample_comes() -> None:
    with HostileServer(reply(WAV, content_type="audio/wav")) as server:
        assert ask(lambda web: web.sound(server.url)) == WAV


def test_a_file_that_came_packed_is_unpacked() -> None:
    with HostileServer(packed(PNG, content_type="image/png")) as server:
        assert ask(lambda web: web.picture(server.url)) == PNG


def test_nothing_is_told_to_the_server_but_what_is_wanted() -> None:
    with HostileServer(redirect("/elsewhere"), png) as server:
        ask(lambda web: web.picture(server.url))
        for request in server.requests:
            names = {name.lower() for name, _ in request.headers}
            assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}


# what means harm does none


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (web_page(), "is no picture"),
        (reply(b"<!doctype html>", content_type="image/png"), "is no picture"),
        (reply(SVG, content_type="image/svg+xml"), "is no picture"),
        (reply(SVG, content_type="image/png"), "is no picture"),
        (reply(SVG, content_type="application/octet-stream"), "is no picture"),
        (reply(WAV, content_type="image/png"), "is no picture"),
        (reply(MP4, content_type="image/gif"), "is no picture"),
        (reply(b"", content_type="image/png"), "is no picture"),
        (reply(PNG, content_type="image/png", status=404), "answers with HTTP 404"),
        (reply(PNG, content_type="image/png", status=500), "answers with HTTP 500"),
        (reply(PNG, content_type="image/png", status=304), "answers with HTTP 304"),
        (cut, "broke"),
        (cut_within_answer, "broke"),
        (raw(head(200, [("Content-Type", "image/png"), ("Content-Length", "999")]) + PNG), "broke"),
        (raw(b"\x00\x01\x02 not HTTP\r\n\r\n"), "broke"),
        (raw(head(200, [("Content-Type", "image/png"), ("Content-Length", "many")]) + PNG), "broke"),
    ],
    ids=lambda found: found if isinstance(found, str) else "",
)
def test_what_is_no_picture_is_refused_in_words(behaviour: Behaviour, said: str) -> None:
    with HostileServer(behaviour) as server:
        words = refusal(lambda web: web.picture(f"{server.url}/a?signature=planted"))
    assert said in words
    assert "127.0.0.1" in words
    assert "planted" not in words


def test_a_picture_is_no_sound() -> None:
    with HostileServer(png) as server:
        assert "cannot be played here" in refusal(lambda web: web.sound(server.url))
    with HostileServer(reply(PNG, content_type="audio/mpeg")) as server:
        assert "cannot be played here" in refusal(lambda web: web.sound(server.url))


@pytest.mark.parametrize("announced", [True, False])
def test_a_hundred_megabytes_are_not_read(announced: bool) -> None:
    with HostileServer(flood(100, announced=announced, content_type="image/png")) as server:
        assert "sends more than 8 MB" in refusal(lambda web: web.picture(server.url))
        assert server.hung_up.wait(5)


def test_a_bomb_in_a_small_file_is_not_unpacked() -> None:
    bomb = packed(PNG + bytes(200 << 20), content_type="image/png")
    with HostileServer(bomb) as server:
        assert "sends more than 8 MB" in refusal(lambda web: web.picture(server.url))


@pytest.mark.parametrize("behaviour", [silent, drip(PNG * 20, 0.05)], ids=["silent", "drip"])
def test_a_server_that_takes_its_time_is_left(behaviour: Behaviour) -> None:
    with HostileServer(behaviour) as server:
        assert "did not answer in time" in refusal(lambda web: web.picture(server.url, HASTY))


def test_a_server_that_never_greets_is_left_and_its_connection_closed() -> None:
    with HostileServer(silent) as server:
        url = f"https://127.0.0.1:{server.port}"
        assert "did not answer in time" in refusal(lambda web: web.picture(url, HASTY))


def test_a_port_where_nobody_listens_and_a_name_that_nobody_knows() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "was refused" in refusal(lambda web: web.picture(f"http://127.0.0.1:{port}"))
    assert "does not know the name akool.invalid" in refusal(lambda web: web.picture("https://akool.invalid/a"))


def test_a_certificate_that_is_not_trusted_and_one_that_is(
    tls: ssl.SSLContext, authority_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with HostileServer(png, tls=tls) as server:
        assert "does not trust the certificate" in refusal(lambda web: web.picture(server.url))
        assert server.requests == []
        monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))
        assert ask(lambda web: web.picture(server.url)) == PNG


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent")
    assert "SSL_CERT_FILE" in refusal(lambda web: web.picture("https://akool.invalid/a"))


# redirects


def test_a_few_redirects_are_followed() -> None:
    with HostileServer(redirect("/b", 301), redirect("c", 307), redirect("/d", 303), png) as server:
        assert ask(lambda web: web.picture(f"{server.url}/a/x")) == PNG
        assert [request.path for request in server.requests] == ["/a/x", "/b", "/c", "/d"]


def test_an_endless_redirect_ends() -> None:
    with HostileServer(redirect("/again")) as server:
        assert "on and on" in refusal(lambda web: web.picture(server.url))
        assert len(server.requests) == 6


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:image/png;base64,AAAA", "http://me:secret@127.0.0.1/",
     "http://[::1", "//:0/"],
)  # fmt: skip
def test_a_redirect_out_of_the_web_is_not_followed(target: str) -> None:
    with HostileServer(redirect(target)) as server:
        refusal(lambda web: web.picture(server.url))
        assert len(server.requests) == 1


@pytest.mark.parametrize("target", ["http://169.254.169.254/latest", "http://192.168.0.1/", "http://router/"])
def test_a_redirect_into_the_own_network_is_not_followed(target: str) -> None:
    with HostileServer(redirect(target)) as server:
        assert "its own network" in refusal(lambda web: web.picture(server.url))


# where a list's link may lead


PRIVATE = [
    "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://LOCALHOST.:{port}/", "http://127.1:{port}/",
    "http://2130706433:{port}/", "http://0x7f.0.0.1:{port}/", "http://0177.0.0.1:{port}/", "http://0.0.0.0:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/", "http://[::1]:{port}/", "http://app.localhost:{port}/",
]  # fmt: skip


@pytest.mark.parametrize("link", PRIVATE)
@pytest.mark.parametrize("proxied", [False, True])
def test_an_akool_list_cannot_make_this_computer_ask_itself(
    link: str, proxied: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with HostileServer(png) as server:
        if proxied:
            monkeypatch.setenv("http_proxy", server.url)
        assert "its own network" in refusal(lambda web: web.picture(link.format(port=server.port)), FAR)
        assert server.connections == 0


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "0.0.0.0", "fe80::1%eth0",
     "fc00::1", "::1", "::", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::10.0.0.1", "255.255.255.255"],
)  # fmt: skip
def test_addresses_that_are_not_of_the_open_internet(address: str) -> None:
    with pytest.raises(addresses.PrivateError):
        addresses.require_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::93.184.216.34"]
)
def test_addresses_of_the_open_internet(address: str) -> None:
    addresses.require_public(address)


def test_a_public_name_that_means_this_computer_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up by the guard and again by the connection, which may be told something else."""
    look_up = socket.getaddrinfo
    with HostileServer(png) as server:
        inside = look_up("127.0.0.1", server.port, type=socket.SOCK_STREAM)
        outside = look_up("93.184.216.34", server.port, type=socket.SOCK_STREAM)
        for answers in ([inside], [outside, inside]):
            told = [*answers]
            monkeypatch.setattr(
                socket, "getaddrinfo", lambda *_a, told=told, **_k: told.pop(0) if len(told) > 1 else told[0]
            )
            words = refusal(lambda web: web.picture(f"http://pictures.example:{server.port}/"), FAR)
            assert "its own network" in words
        assert server.requests == []


def test_a_proxy_of_this_network_is_used_for_a_name_of_the_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    with HostileServer(png) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert ask(lambda web: web.picture("http://pictures.example/a.png"), FAR) == PNG
        assert proxy.requests[0].path == "http://pictures.example/a.png"


def test_a_tunnel_through_a_proxy(tls: ssl.SSLContext, authority_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file))
    with HostileServer(png, tls=tls) as server, HostileServer(tunnel(server.port)) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        assert ask(lambda web: web.picture("https://akool.example/a.png"), FAR) == PNG


@pytest.mark.parametrize(
    "link",
    ["", "a.png", "file:///etc/passwd", "http://", "http://a b/", "http://x@a.example/", "http://a.example\n/",
     "javascript:alert(1)", "http://a.example:0/", "http://[::1"],
)  # fmt: skip
def test_what_is_no_link_goes_nowhere(link: str) -> None:
    assert "not a link" in refusal(lambda web: web.picture(link))


# what a link leads to


@pytest.mark.parametrize(
    ("body", "content_type", "probe"),
    [
        (PNG, "image/png", Probe("picture", "image/png")),
        (MP4, "video/mp4", Probe("video", "video/mp4")),
        (MP4, "", Probe("video", "")),
        (b"?" * 50, "image/bmp", Probe("picture", "image/bmp")),
        (b"<!doctype html>" * 999, "text/html", Probe("other", "text/html")),
        (SVG, "image/svg+xml", Probe("other", "image/svg+xml")),
    ],
)
def test_a_probe_says_what_a_link_leads_to(body: bytes, content_type: str, probe: Probe) -> None:
    with HostileServer(reply(body, content_type=content_type)) as server:
        assert ask(lambda web: web.probe(server.url)) == probe
        assert server.requests[0].header("range") == ["bytes=0-1023"]


def test_a_probe_reads_no_more_than_the_beginning() -> None:
    with HostileServer(flood(100, announced=True, content_type="video/mp4")) as server:
        assert ask(lambda web: web.probe(server.url)) == Probe("video", "video/mp4")
        assert server.hung_up.wait(5)


def test_a_probe_has_its_own_deadline() -> None:
    with HostileServer(silent) as server:
        assert "did not answer in time" in refusal(lambda web: web.probe(server.url, 0.3))


@pytest.mark.parametrize(
    ("begin", "kind"),
    [(b"ID3\x04", "sound"), (b"\xff\xfb\x90", "sound"), (b"fLaC", "sound"), (b"OggS", "sound"), (b"GIF89a", "picture"),
     (b"\xff\xd8\xff\xe0", "picture"), (b"RIFF....WEBP", "picture"), (b"\x1aE\xdf\xa3", "video"), (b"", "other"),
     (b"\xff", "other"), (b"%PDF", "other"), (b"....ftypavif", "picture")],
)  # fmt: skip
def test_how_a_file_begins(begin: bytes, kind: str) -> None:
    assert kind_of(begin) == kind


def test_a_cancelled_request_leaves_the_rest_usable() -> None:
    async def run(url: str) -> bytes:
        web = Web(NEAR)
        first = asyncio.create_task(web.picture(url))
        await asyncio.sleep(0.1)
        first.cancel()
        await asyncio.wait([first])
        try:
            return await web.picture(url)
        finally:
            await web.aclose()

    with HostileServer(silent, png) as server:
        assert asyncio.run(run(server.url)) == PNG
