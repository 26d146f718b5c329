"""What each refusal and each failure tells the operator."""

import re

import pytest

from akool_desktop.akool.codes import CODES, STATUSES
from akool_desktop.akool.errors import AkoolError, Call, NotSent, Redirected, Refused, Unclear
from akool_desktop.akool.faults import NOT_SENT, UNCLEAR, Reason
from akool_desktop.words import Card

# docs.akool.com, Error Code, Live Avatar and Knowledge Base
DOCUMENTED = [
    *(1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1013, 1014, 1015, 1016, 1017),
    *(1101, 1102, 1103, 1104, 1105, 1108, 1109, 1110, 1111, 1112),
    *range(1200, 1224),
    *range(1232, 1237),
]
GROUPS = {
    "auth": {1101, 1102, 1109, 1200},
    "busy": {1005, 1214, 1215},
    "gone": {1216, 1219, 1008, 1014},
}
GO_TO = {
    "account": {1004, 1009, 1101, 1102, 1103, 1109, 1200, 1213, 1221},
    "duration": {1006, 1104},
    "avatar_id": {1008, 1014, 1105, 1111, 1214, 1215, 1220, 1223},
    "voice_id": {1017, 1110, 1112, 1201},
    "background_url": {1108, 1206},
    "knowledge_id": {1232, 1233, 1234, 1235, 1236},
}
MAY_COST = re.compile(r"\bmay\b")


def groups(refused: Refused) -> set[str]:
    return {name for name in GROUPS if getattr(refused, name)}


def complete(card: Card) -> bool:
    """Every sentence is there, and every blank in it is filled."""
    sentences = [str(words) for words in (card.title, card.happened, card.cost, card.advice)]
    return all(sentences) and not any("{" in sentence or "  " in sentence for sentence in sentences)


def test_every_documented_code_has_its_words() -> None:
    assert sorted(CODES) == DOCUMENTED


@pytest.mark.parametrize("code", DOCUMENTED)
def test_a_code_belongs_to_its_group(code: int) -> None:
    refused = Refused(Call.READ, status=200, code=code, msg="no")
    assert groups(refused) == {name for name, codes in GROUPS.items() if code in codes}


@pytest.mark.parametrize("code", [1005, 1216, 1219])
def test_advice_that_has_nothing_to_do_with_the_avatar_does_not_name_it(code: int) -> None:
    card = Refused(Call.CREATE, status=200, code=code).card
    assert "avatar" not in str(card.advice)
    assert not card.go_to


@pytest.mark.parametrize("code", [1008, 1014, 1216, 1219])
def test_nothing_can_be_gone_when_a_session_is_created(code: int) -> None:
    assert groups(Refused(Call.CREATE, status=200, code=code)) == set()


@pytest.mark.parametrize("code", DOCUMENTED)
def test_a_refused_session_costs_nothing_and_the_card_leads_to_what_can_be_changed(code: int) -> None:
    card = Refused(Call.CREATE, status=200, code=code, msg="its own words").card
    assert complete(card)
    assert str(card.happened) == f"Akool refused the session: {code}, its own words."
    assert str(card.cost) == "No. No session was started."
    assert card.go_to == next((key for key, codes in GO_TO.items() if code in codes), "")


@pytest.mark.parametrize("code", DOCUMENTED)
def test_a_session_that_was_not_ended_may_still_cost_unless_it_is_gone(code: int) -> None:
    refused = Refused(Call.CLOSE, status=200, code=code)
    assert bool(MAY_COST.search(str(refused.card.cost))) is not refused.gone
    assert ("end the session again" in str(refused.card.advice)) is not refused.gone
    assert refused.card.go_to in ("", "account")


@pytest.mark.parametrize("code", [*DOCUMENTED, 1012, 4711, None])
def test_asking_is_free(code: int | None) -> None:
    card = Refused(Call.READ, status=200, code=code).card
    assert complete(card)
    assert not MAY_COST.search(str(card.cost))


def test_1104_reads_as_in_the_design() -> None:
    card = Refused(Call.CREATE, status=200, code=1104, msg="insufficient credit.").card
    assert str(card.title) == "Not enough credits"
    assert str(card.happened) == "Akool refused the session: 1104, insufficient credit."


def test_an_unknown_code_is_shown_as_it_came() -> None:
    card = Refused(Call.CREATE, status=200, code=4711, msg="odd").card
    assert "4711, odd" in str(card.happened)
    assert str(card.cost) == "No. No session was started."


@pytest.mark.parametrize(
    ("status", "group", "go_to"),
    [
        (400, None, ""),
        (401, "auth", "account"),
        (402, None, "account"),
        (403, "auth", "account"),
        (404, None, "account"),
        (418, None, ""),
        (422, None, ""),
        (429, "busy", ""),
        (511, None, ""),
    ],
)
def test_a_status_without_a_code_has_words_too(status: int, group: str | None, go_to: str) -> None:
    refused = Refused(Call.CREATE, status=status)
    assert groups(refused) == ({group} if group else set())
    assert refused.card.go_to == go_to
    assert f"HTTP {status}" in str(refused.card.happened)
    assert complete(refused.card)


@pytest.mark.parametrize("call", list(Call))
def test_the_networks_own_sign_in_is_no_word_of_akools(call: Call) -> None:
    card = Refused(call, status=511).card
    assert str(card.title) == "The network wants a sign-in"
    assert str(card.happened) == "The network answered in Akool's place: HTTP 511."


def test_a_code_says_more_than_a_status() -> None:
    assert str(Refused(Call.CREATE, status=401, code=1104).card.title) == "Not enough credits"
    assert Refused(Call.CREATE, status=401, code=401).auth
    assert set(STATUSES).isdisjoint(CODES)


VALUES = {
    "host": "akool.example", "setting": "HTTPS_PROXY", "proxy": "https://proxy.example:3128", "seconds": "60",
    "target": "a.example", "megabytes": 2,
}  # fmt: skip


@pytest.mark.parametrize("reason", NOT_SENT)
def test_what_was_not_sent_has_cost_nothing(reason: Reason) -> None:
    card = NotSent(Call.CREATE, reason, **VALUES).card
    assert complete(card)
    assert str(card.cost) == "No. Nothing left this computer."
    assert not MAY_COST.search(str(NotSent(Call.READ, reason, **VALUES).card.cost))


@pytest.mark.parametrize("reason", NOT_SENT)
def test_an_ending_that_was_not_sent_leaves_the_session_running(reason: Reason) -> None:
    card = NotSent(Call.CLOSE, reason, **VALUES).card
    assert MAY_COST.search(str(card.cost))
    assert "end the session again" in str(card.advice)


@pytest.mark.parametrize("reason", UNCLEAR)
def test_an_unclear_creation_may_have_cost_and_is_to_be_looked_for(reason: Reason) -> None:
    card = Unclear(Call.CREATE, reason, **VALUES, said="HTTP 502").card
    assert complete(card)
    assert str(card.title) == "A session may have been started"
    assert str(card.cost).startswith("It may have")
    assert "Sessions" in str(card.advice)


@pytest.mark.parametrize("reason", UNCLEAR)
def test_an_unclear_ending_is_not_confirmed_and_an_unclear_reading_is_free(reason: Reason) -> None:
    card = Unclear(Call.CLOSE, reason, **VALUES, said="HTTP 502").card
    assert str(card.title) == "Not confirmed: may still cost"
    assert MAY_COST.search(str(card.cost))
    free = Unclear(Call.READ, reason, **VALUES, said="HTTP 502").card
    assert complete(free)
    assert not MAY_COST.search(str(free.cost))


@pytest.mark.parametrize("target", ["a.example", ""])
def test_a_redirect_names_where_it_wanted_to_go(target: str) -> None:
    card = Redirected(Call.CREATE, status=302, target=target).card
    assert (target or "another address") in str(card.happened)
    assert card.go_to == "account"
    assert complete(card)


def test_every_reason_is_used() -> None:
    assert {*NOT_SENT, *UNCLEAR} == set(Reason)


def test_the_log_line_holds_nothing_of_what_was_said() -> None:
    errors: list[AkoolError] = [
        Refused(Call.CREATE, status=200, code=1104, msg="the server's words"),
        Unclear(Call.CREATE, Reason.STATUS, said="the server's words"),
        NotSent(Call.READ, Reason.DNS, host="akool.example"),
    ]
    assert [str(error) for error in errors] == [
        "create: refused, code 1104",
        "create: unclear, status",
        "read: not sent, name not found",
    ]
