"""What is wrong with an access that answers insecurely only, and that nobody hears of it where it does not matter."""

from dataclasses import replace

import pytest

from advisor.decision.advise import advise
from advisor.decision.codes import Insecurity
from advisor.decision.facts import facts_of
from probes.codes import Protocol, Reason, Security, Status
from probes.results import Service
from tests.unit.decision.conftest import make_company, make_server


def conditions(advice):
    return {one.code.value: dict(one.params) for one in advice.conditions}


def refused(protocol, port, reason, status=Status.FAILED):
    return Service(protocol, "mail.firma.ch", port, Security.TLS, status, reason)


@pytest.mark.parametrize(
    ("services", "why"),
    [
        ([refused(Protocol.IMAP, 143, Reason.STARTTLS_NOT_OFFERED)], Insecurity.CLEAR_TEXT),
        ([refused(Protocol.IMAP, 993, Reason.TLS_VERSION)], Insecurity.OLD_TLS),
        (
            [
                refused(Protocol.IMAP, 143, Reason.TLS_VERSION),
                refused(Protocol.IMAP, 993, Reason.CERTIFICATE_EXPIRED, Status.COMPLETED),
            ],
            Insecurity.CERTIFICATE,
        ),
        (
            [refused(Protocol.IMAP, 143, Reason.STARTTLS_NOT_OFFERED), refused(Protocol.IMAP, 993, Reason.TLS_VERSION)],
            Insecurity.OLD_TLS,
        ),
        ([refused(Protocol.IMAP, 993, Reason.PREAUTH)], Insecurity.PREAUTH),
        (
            [refused(Protocol.IMAP, 143, Reason.STARTTLS_NOT_OFFERED), refused(Protocol.IMAP, 993, Reason.PREAUTH)],
            Insecurity.PREAUTH,
        ),
        (
            [refused(Protocol.IMAP, 143, Reason.STARTTLS_INJECTION), refused(Protocol.IMAP, 993, Reason.PREAUTH)],
            Insecurity.INJECTION,
        ),
        ([refused(Protocol.POP3, 995, Reason.TLS_VERSION)], None),
        ([], None),
    ],
)
def test_an_insecure_access_says_what_is_wrong_with_it(services, why):
    report = replace(make_server(imap="insecure_only"), services=tuple(services))
    asked = conditions(advise(make_company(devices="two"), report))["require_tls"]
    assert asked == ({"protocol": "imap"} if why is None else {"protocol": "imap", "why": why})


def test_a_secure_access_needs_no_word_about_an_insecure_one_beside_it(advice):
    report = make_server()
    both = replace(report, services=(*report.services, refused(Protocol.IMAP, 143, Reason.TLS_VERSION)))
    assert "require_tls" not in conditions(advise(make_company(devices="two"), both))
    assert facts_of(make_company(), both).insecure == ()
    assert "require_tls" not in conditions(advice({"pop3": "insecure_only"}, devices="two"))
