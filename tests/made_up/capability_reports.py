"""A made-up report of servers that show much: abilities of every kind and state, ports that differ, hostile words."""

from dataclasses import replace

from probes.codes import Protocol, Reason, Security, Status
from probes.results import Capabilities, ProbeReport, Service
from tests.made_up.probe_reports import ENDPOINTS, GOOD, failed, service

IMAP = ("IMAP4rev1", "SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "LITERAL+", "AUTH=PLAIN", "AUTH=XOAUTH2",
        "X-OWN<script>alert(2)</script>", "THREAD=REFERENCES", "SPECIAL-USE")  # fmt: skip
POP3 = ("TOP", "USER", "SASL PLAIN LOGIN", "EXPIRE 30 USER", "LOGIN-DELAY 900", "PIPELINING", "RESP-CODES")
SUBMISSION = ("PIPELINING", "SIZE 20480000", "8BITMIME", "AUTH PLAIN LOGIN XOAUTH2", "SMTPUTF8", "CHUNKING", "DSN")
MANAGESIEVE = ("IMPLEMENTATION Dovecot Pigeonhole", "SIEVE fileinto reject vacation envelope copy", "SASL PLAIN",
               "NOTIFY mailto", "VERSION 1.0")  # fmt: skip


def _listing(port: int, tokens: tuple[str, ...], **differs: object) -> Service:
    protocol, _, security = next(each for each in ENDPOINTS if each[1] == port)
    made = service(protocol, port, security)
    return replace(made, capabilities=replace(made.capabilities, after_tls=tokens), **differs)


RICH: ProbeReport = replace(
    GOOD,
    services=(
        _listing(993, IMAP, greeting="* OK Dovecot (Debian) ready.", implementation=None),
        _listing(143, tuple(token for token in IMAP if token != "IDLE"), implementation=None),
        _listing(995, POP3, greeting="+OK Gpop ready for requests from 192.0.2.1 x", implementation=None),
        failed(Protocol.POP3, 110, Security.STARTTLS, Reason.STARTTLS_REFUSED),
        _listing(465, SUBMISSION, greeting="220 mail.firma.example ESMTP Postfix", implementation=None),
        _listing(587, SUBMISSION, implementation=None),
        Service(
            Protocol.MANAGESIEVE, GOOD.services[0].host, 4190, Security.STARTTLS, Status.COMPLETED,
            tls=GOOD.services[0].tls, capabilities=Capabilities(before_tls=("STARTTLS",), after_tls=MANAGESIEVE),
        ),
    ),
)  # fmt: skip
