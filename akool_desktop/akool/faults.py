"""What can go wrong between this computer and Akool's answer, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from akool_desktop.words import Words


class Reason(StrEnum):
    """One for each sentence that the operator can act on."""

    DNS = "name not found"
    REFUSED = "connection refused"
    NETWORK = "no connection"
    CERTIFICATE = "certificate"
    OTHER_NAME = "certificate of another name"
    TLS = "tls"
    PROXY = "proxy"
    PROXY_AWAY = "proxy away"
    PROXY_LOGIN = "proxy login"
    PROXY_UNSAFE = "proxy unsafe"
    KEYRING = "keyring"
    SETTING = "setting"
    ADDRESS = "address"
    KEY = "key"
    TIMEOUT = "timeout"
    CUT = "cut"
    REDIRECT = "redirect"
    HTML = "html"
    SHAPE = "shape"
    TOO_LARGE = "too large"
    STATUS = "status"
    NO_ID = "no id"


@dataclass(frozen=True)
class Fault:
    """``happened`` is a template still without its values."""

    title: Words
    happened: Words
    advice: Words
    go_to: str = ""


_CHECK_NETWORK = Words(
    "Open any web page to see whether the network works, or wants a sign-in; check the proxy if this computer uses "
    "one. Then try again."
)
_CHECK_URL = Words("Check the account's base URL and try again.")
_SIGN_IN = Words("Open any web page to see whether the network wants a sign-in, and check the account's base URL.")
_AGAIN = Words("Try again in a minute.")

NOT_SENT: Mapping[Reason, Fault] = {
    Reason.DNS: Fault(
        Words("The server cannot be found"), Words("The network does not know the name {host}."), _CHECK_NETWORK
    ),
    Reason.REFUSED: Fault(Words("Nobody answers"), Words("The connection to {host} was refused."), _CHECK_NETWORK),
    Reason.NETWORK: Fault(Words("No connection"), Words("No connection to {host} came about."), _CHECK_NETWORK),
    Reason.TIMEOUT: Fault(Words("No connection"), Words("No connection to {host} came about in time."), _CHECK_NETWORK),
    Reason.CERTIFICATE: Fault(
        Words("The server could not prove who it is"),
        Words("This computer does not trust the certificate of {host}, so the key was not sent."),
        Words(
            "Open any web page to see whether the network wants a sign-in, and check this computer's date. If your "
            "company reads its network traffic, ask there for its certificate, add it to the certificates that this "
            "computer trusts, then start this program again."
        ),
    ),
    Reason.OTHER_NAME: Fault(
        Words("The server could not prove who it is"),
        Words("The certificate that came belongs to another server than {host}, so the key was not sent."),
        _SIGN_IN,
        "account",
    ),
    Reason.TLS: Fault(
        Words("No safe connection"),
        Words("{host} and this computer could not agree on a safe connection, so the key was not sent."),
        _CHECK_URL,
        "account",
    ),
    Reason.PROXY: Fault(
        Words("The proxy said no"),
        Words("The proxy between this computer and {host} did not let the request pass."),
        Words(
            "Check the proxy under Network… in the menu of Appearance, and ask whoever runs it whether it lets this "
            "server by."
        ),
    ),
    Reason.PROXY_AWAY: Fault(
        Words("The proxy does not answer"),
        Words("The proxy that should lead to {host} cannot be reached."),
        Words(
            "Check the proxy's address under Network… in the menu of Appearance, and the network itself; then try "
            "again."
        ),
    ),
    Reason.PROXY_UNSAFE: Fault(
        Words("No safe connection to the proxy"),
        Words(
            "The proxy {proxy}, which should lead to {host}, could not prove who it is, or takes no safe connections. "
            "So nothing was sent."
        ),
        Words(
            "Check the proxy's address under Network… in the menu of Appearance: most begin with http://. If it is "
            "right, ask whoever runs the proxy for its certificate, add it to the certificates that this computer "
            "trusts, then start this program again."
        ),
    ),
    Reason.PROXY_LOGIN: Fault(
        Words("The proxy wants a login"),
        Words("The proxy between this computer and {host} wants a user name and a password, or others than it got."),
        Words(
            "Enter both under Network… in the menu of Appearance. A proxy that takes only a Windows sign-in (NTLM, "
            "Kerberos) cannot be used."
        ),
    ),
    Reason.KEYRING: Fault(
        Words("The keyring is waiting for you"),
        Words("The proxy's password is in this computer's keyring, which asks to be unlocked."),
        Words("Unlock it in the window it has opened, then try again. Or enter the password under Network once more."),
    ),
    Reason.SETTING: Fault(
        Words("A setting of this computer is in the way"),
        Words("{setting} holds something that cannot be used here."),
        Words("Correct or remove it, then start this program again. SOCKS proxies cannot be used."),
    ),
    Reason.ADDRESS: Fault(
        Words("The base URL cannot be used"),
        Words("A key goes to https addresses only (http on this computer alone), with no user name or query in them."),
        Words("Correct the account's base URL."),
        "account",
    ),
    Reason.KEY: Fault(
        Words("This cannot be a key"),
        Words("The account's key is empty, or holds characters that no key has."),
        Words("Paste the key again."),
        "account",
    ),
}

UNCLEAR: Mapping[Reason, Fault] = {
    Reason.TIMEOUT: Fault(
        Words("No answer in time"),
        Words("The request was sent, and no complete answer came within {seconds} seconds."),
        _AGAIN,
    ),
    Reason.CUT: Fault(
        Words("The connection broke"),
        Words("The request was sent, and the connection broke before a complete answer came."),
        _AGAIN,
    ),
    Reason.REDIRECT: Fault(
        Words("The address leads elsewhere"),
        Words("The server wanted the request sent on to {target}. It was not, so that the key goes nowhere else."),
        _SIGN_IN,
        "account",
    ),
    Reason.HTML: Fault(
        Words("A web page came back"),
        Words("A web page came instead of an answer: the network's sign-in page, perhaps, or not Akool's address."),
        _SIGN_IN,
        "account",
    ),
    Reason.SHAPE: Fault(
        Words("The answer makes no sense"),
        Words("What came back is not the kind of answer that Akool gives."),
        _CHECK_URL,
        "account",
    ),
    Reason.TOO_LARGE: Fault(
        Words("The answer is too large"),
        Words("More than {megabytes} MB came back; reading stopped there."),
        _CHECK_URL,
        "account",
    ),
    Reason.STATUS: Fault(Words("The server has a fault"), Words("The server could not answer: {said}."), _AGAIN),
    Reason.NO_ID: Fault(
        Words("The answer makes no sense"), Words("Akool says that a session was started, but not which."), _AGAIN
    ),
}
