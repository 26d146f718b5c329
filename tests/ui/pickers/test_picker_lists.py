"""Lists that are long in coming, empty, old, or of another account."""

import pytest
from hostile import Behaviour, HostileServer, by_path, ok, redirect, silent, web_page
from PySide6.QtCore import Qt
from ui.conftest import OpenProgram, Serve
from ui.driving import KEY, Program, until, until_says
from ui.pickers.test_pickers import choose, text

from akool_desktop.ui.accounts import accounts

# lists that are not there


def lists(**instead: Behaviour) -> Behaviour:
    avatars = [{"avatar_id": f"a{number}", "name": f"Avatar {number}", "available": True} for number in range(3)]
    return by_path(
        {"avatar/list": ok({"count": 3, "result": avatars}), "voice/list": ok({"count": 0, "result": []}),
         "language/list": ok({"lang_list": []}), "knowledge/list": ok([]), "quota/info": ok({"credit": 3}),
         "session/list": ok({"count": 0, "result": []})}
        | {f"{name}/list": behaviour for name, behaviour in instead.items()},
        web_page(404),
    )  # fmt: skip


def asked(server: HostileServer, path: str) -> int:
    return sum(path in request.path for request in server.requests)


async def test_while_the_list_is_read_the_dialog_says_so_and_fills_by_itself(
    open_program: OpenProgram, serve: Serve
) -> None:
    server = serve(lists(avatar=silent))
    program = await open_program(environment_key=KEY, base_url=server.url)
    dialog = await choose(program, "avatar_id")
    assert dialog.says("Reading the list…")
    dialog.key(Qt.Key.Key_Escape)
    program.type("avatar_id", "by-hand")
    assert text(program, "avatar_id") == "by-hand"


async def test_an_empty_list_says_what_to_do(open_program: OpenProgram, serve: Serve) -> None:
    server = serve(lists())
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    dialog = await choose(program, "knowledge_id")
    assert dialog.says("No knowledge bases yet")
    dialog.key(Qt.Key.Key_Escape)


async def test_a_list_that_cannot_be_read_says_why_and_can_be_tried_again(
    open_program: OpenProgram, serve: Serve
) -> None:
    server = serve(lists(avatar=web_page()))
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    dialog = await choose(program, "avatar_id")
    await until_says(dialog, "The list could not be read", "A web page came instead of an answer", "wants a sign-in")
    dialog.press("Try again")
    await until(lambda: asked(server, "avatar/list") == 3, "for another reading")
    await program.read()
    dialog.key(Qt.Key.Key_Escape)


async def test_a_list_that_could_not_be_read_is_read_when_it_is_opened(
    open_program: OpenProgram, serve: Serve
) -> None:
    """The network is back: nobody has to find the button for it."""
    there, portals = lists(), iter([web_page()])
    server = serve(lists(avatar=lambda visit: next(portals, there)(visit)))
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    dialog = await choose(program, "avatar_id")
    await until(lambda: not dialog.says("The list could not be read"), "for the list")
    await program.read()
    assert asked(server, "avatar/list") == 2
    dialog.key(Qt.Key.Key_Escape)


async def _at_a_sign_in(
    open_program: OpenProgram, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> tuple[HostileServer, Program, list[bool]]:
    """A hotel's, until the list holds something; asked again without the usual wait."""
    monkeypatch.setattr(accounts, "_AGAIN", 50)
    signed_in: list[bool] = []
    portal = redirect("http://login.example/")
    server = serve(lambda visit: (lists() if signed_in else portal)(visit))
    program = await open_program(environment_key=KEY, base_url=server.url)
    await until_says(program, "credits not known", "Akool's list could not be read")
    await program.read()
    return server, program, signed_in


async def test_what_no_network_brought_is_asked_for_again_until_it_is_back(
    open_program: OpenProgram, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hotel wants a sign-in first: credits, lists and what runs on the account are there soon after it."""
    server, program, signed_in = await _at_a_sign_in(open_program, serve, monkeypatch)
    number = asked(server, "avatar/list")
    signed_in.append(True)
    await until_says(program, "3 credits", "No session is open. Nothing is being spent.")
    await program.read()
    assert asked(server, "avatar/list") == number + 1
    assert not program.window._pickers.catalogue.failed


async def test_they_are_asked_for_again_also_where_the_text_was_made_larger_meanwhile(
    open_program: OpenProgram, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, program, signed_in = await _at_a_sign_in(open_program, serve, monkeypatch)
    for percent in ("125", "100"):
        program.window._choices.choose("text_size", percent)
        assert program.says("credits not known")
    signed_in.append(True)
    await until_says(program, "3 credits")
    await program.read()


async def test_by_hand_the_list_is_read_anew_and_not_over_and_over(open_program: OpenProgram, serve: Serve) -> None:
    server = serve(lists())
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    dialog = await choose(program, "avatar_id")
    anew = dialog.button("Read the list anew")
    dialog.click(anew)
    assert not anew.isEnabled()
    await program.read()
    for _ in range(3):
        dialog.click(anew)
    await program.read()
    assert asked(server, "avatar/list") == 2
    assert dialog.names() == ["Avatar 0", "Avatar 1", "Avatar 2"]
    dialog.key(Qt.Key.Key_Escape)


async def test_offline_the_list_of_last_time_serves_and_says_so(open_program: OpenProgram, serve: Serve) -> None:
    server = serve(lists())
    online = await open_program(environment_key=KEY, base_url=server.url)
    await online.read()
    await online.quit()
    server.__exit__()
    program = await open_program(environment_key=KEY, base_url=server.url)
    await until(lambda: program.window._pickers.catalogue.lists, "for the remembered lists")
    dialog = await choose(program, "avatar_id")
    assert dialog.names() == ["Avatar 0", "Avatar 1", "Avatar 2"]
    await program.read()
    said = "This is the list as it was read last. The connection to 127.0.0.1 was refused."
    await until(lambda: dialog.says(said), "for why it is old")
    dialog.search("2")
    dialog.key(Qt.Key.Key_Return)
    await program.closed()
    assert text(program, "avatar_id") == "a2"
    assert program.says("Avatar 2", program.row("avatar_id"))


async def test_another_account_has_other_lists(open_program: OpenProgram, serve: Serve) -> None:
    server = serve(lists())
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    program.type("avatar_id", "a1")
    assert program.says("Avatar 1", program.row("avatar_id"))
    practice = program.accounts.accounts[-1]
    program.window._account_menu.choose(practice)
    assert not program.says("Avatar 1", program.row("avatar_id"))
    await program.read()
    assert program.says("Not in the list read at", program.row("avatar_id"))


async def test_a_long_name_leaves_the_form_as_wide_as_it_is(open_program: OpenProgram, serve: Serve) -> None:
    """Nothing beside it is pushed out of view: neither Choose nor what is said of it."""
    avatar = {"avatar_id": "a", "name": "Museum of the history of everything " * 4, "available": True}
    server: HostileServer = serve(lists(avatar=ok({"count": 1, "result": [avatar]})))
    program = await open_program(environment_key=KEY, base_url=server.url)
    await program.read()
    program.window.resize(1280, 800)
    await program.frame()
    before = program.field("avatar_id").width()
    program.type("avatar_id", "a")
    assert program.says("Ready to stream", program.row("avatar_id"))
    await program.frame()
    assert program.field("avatar_id").width() == before
