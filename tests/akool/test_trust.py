"""Certificates as companies make them, over real TLS: every Python trusts the same ones, and those that browsers do."""

import datetime
import ipaddress
import ssl
from pathlib import Path

import pytest
import trustme
from asking import ask
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hostile import HostileServer, ok


def test_a_root_that_says_less_than_the_norm_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ssl, "create_default_context", _as_since_python_3_13)
    root, tls = _terse(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(root))
    with HostileServer(ok({"credit": 7}), tls=tls) as server:
        assert ask(server.url, lambda client: client.credits()) == 7


def test_an_intermediate_whose_root_is_not_in_the_list(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = authority.create_child_ca()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    between.issue_cert("127.0.0.1").configure_cert(tls)
    between.cert_pem.write_to_path(str(tmp_path / "list.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "list.pem"))
    with HostileServer(ok({"credit": 7}), tls=tls) as server:
        assert ask(server.url, lambda client: client.credits()) == 7


def _as_since_python_3_13(cafile: str | None = None, capath: str | None = None) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile, capath)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


def _terse(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A root without key usage, and a server at 127.0.0.1 with a certificate of it that does not name its key."""
    root_key, server_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    address = x509.IPAddress(ipaddress.IPv4Address("127.0.0.1"))
    root = _signed("A company's root", root_key, root_key, x509.BasicConstraints(ca=True, path_length=None))
    server = _signed("A server", server_key, root_key, x509.SubjectAlternativeName([address]))
    (folder / "root.pem").write_bytes(root)
    (folder / "server.pem").write_bytes(
        server_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + server
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "server.pem")
    return folder / "root.pem", tls


def _signed(
    name: str, key: ec.EllipticCurvePrivateKey, by: ec.EllipticCurvePrivateKey, says: x509.ExtensionType
) -> bytes:
    def named(whom: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, whom)])

    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    builder = x509.CertificateBuilder(named("A company's root"), named(name), key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + day)
    return builder.add_extension(says, critical=False).sign(by, hashes.SHA256()).public_bytes(Encoding.PEM)
