"""What became of a create that the operator took back."""

from akool_desktop.words import Card, Words


class Withdrawn(Exception):  # noqa: N818
    """The operator cancelled; the card says what became of it."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.card = card


NOTHING_SENT = Card(
    Words("Cancelled"),
    Words("The request was stopped before it left this computer."),
    Words("No. Nothing was sent."),
    Words("Nothing more to do."),
)
NONE_STARTED = Card(
    Words("Cancelled"),
    Words("The request had left already, but Akool refused it."),
    Words("No. No session was started."),
    Words("Nothing more to do."),
)


def ended_late(session_id: str) -> Card:
    return Card(
        Words("Cancelled, and the session ended"),
        Words("The request had left already, and Akool started session {id}. It was ended at once.", id=session_id),
        Words("At most a few seconds. Akool gives the unused part back."),
        Words("Nothing more to do."),
    )


def not_ended(session_id: str) -> Card:
    return Card(
        Words("Cancelled, but the session may be running"),
        Words("The request had left already, and Akool started session {id}. Its end is not confirmed.", id=session_id),
        Words("It may: the session may still be running."),
        Words("Press Try again beside the session until its end is confirmed."),
    )
