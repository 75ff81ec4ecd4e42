"""The verdict per protocol: "could not test" never becomes "not offered"."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from probes.codes import Offer, Protocol, Reason, Security, Source, Status, Trust
from probes.results import Capabilities, Claim, Evidence, MailExchanger, Service, SourceCheck
from probes.verdicts import offers, provider

AT = Evidence(at=datetime(2026, 1, 1, tzinfo=UTC))
GUESSED = SourceCheck(Source.GUESS, Status.COMPLETED)
NO_DOMAIN = SourceCheck(Source.MX_PROVIDER, Status.FAILED, reason=Reason.NAME_NOT_FOUND)
PARTLY = SourceCheck(Source.SRV, Status.COMPLETED, claims=1, reason=Reason.DNS_FAILED)
GATEWAY = MailExchanger("mx1.pphosted.com", 10, gateway="proofpoint")


def claim(host, source=Source.SRV):
    return Claim(source, Protocol.POP3, host, Trust.TRUSTED, AT)


def service(status, reason=None):
    return Service(Protocol.POP3, "a.ch", 995, Security.TLS, status, reason)


def failed(*reasons):
    return tuple(service(Status.FAILED, reason) for reason in reasons)


GUESS = claim("a.ch", Source.GUESS)
DONE = (service(Status.COMPLETED),)
NO_PROOF = (service(Status.COMPLETED, Reason.CERTIFICATE_EXPIRED),)
CLOSED = replace(DONE[0], capabilities=Capabilities(after_tls=("UIDL",)))
CASES = [
    ("nobody can sign in", (claim("a.ch"),), (CLOSED, *failed(Reason.REFUSED)), (), (), Offer.UNREACHABLE),
    ("somebody can sign in", (claim("a.ch"),), (CLOSED, *DONE), (), (), Offer.OFFERED),
    ("nobody can, and unsafe", (claim("a.ch"),), (CLOSED, *NO_PROOF), (), (), Offer.UNREACHABLE),
    ("works", (claim("a.ch"),), (*failed(Reason.REFUSED), *DONE), (), (), Offer.OFFERED),
    ("proves nothing", (claim("a.ch"),), (*failed(Reason.REFUSED), *NO_PROOF), (), (), Offer.INSECURE_ONLY),
    ("one proves itself", (claim("a.ch"),), (*NO_PROOF, *DONE), (), (), Offer.OFFERED),
    ("no upgrade", (claim("a.ch"),), failed(Reason.STARTTLS_NOT_OFFERED, Reason.REFUSED), (), (), Offer.INSECURE_ONLY),
    ("injection", (claim("a.ch"),), failed(Reason.STARTTLS_INJECTION, Reason.FILTERED), (), (), Offer.INSECURE_ONLY),
    ("filtered", (claim("a.ch"),), failed(Reason.REFUSED, Reason.FILTERED), (), (), Offer.UNREACHABLE),
    ("rate limited", (claim("a.ch"),), failed(Reason.RATE_LIMITED), (), (), Offer.UNREACHABLE),
    ("dns failed", (claim("a.ch"),), failed(Reason.DNS_FAILED), (), (), Offer.UNREACHABLE),
    ("refused", (claim("a.ch"),), failed(Reason.REFUSED, Reason.NAME_NOT_FOUND), (), (), Offer.NOT_FOUND),
    ("address refused", (claim("a.ch"),), (service(Status.NOT_RUN, Reason.ADDRESS_REFUSED),), (), (), Offer.NOT_TESTED),
    (
        "half left alone",
        (claim("a.ch"),),
        (*failed(Reason.REFUSED), service(Status.NOT_RUN, Reason.PORT_NOT_ALLOWED)),
        (),
        (),
        Offer.NOT_TESTED,
    ),
    ("off", (claim("."),), (), (GUESSED,), (), Offer.OFF_ON_PURPOSE),
    ("off, of all that the DNS told", (claim("."),), (), (PARTLY,), (), Offer.NOT_TESTED),
    ("off by the provider", (claim(".", Source.PROVIDER_LIST),), (), (PARTLY,), (), Offer.OFF_ON_PURPOSE),
    ("only a filter is named", (claim("mx1.pphosted.com"),), (), (GUESSED,), (), Offer.NOT_TESTED),
    ("off here, on there", (claim("."), claim("a.ch")), failed(Reason.REFUSED), (), (), Offer.NOT_FOUND),
    ("no name exists", (), (), (GUESSED,), (), Offer.NOT_FOUND),
    ("no domain", (), (), (NO_DOMAIN,), (), Offer.NOT_FOUND),
    ("no mail", (), (), (), (MailExchanger(".", 0),), Offer.NOT_FOUND),
    ("behind a filter", (), (), (GUESSED,), (GATEWAY,), Offer.NOT_TESTED),
    ("never looked", (), (), (), (), Offer.NOT_TESTED),
    ("guesses refused", (GUESS,), failed(Reason.REFUSED), (GUESSED,), (), Offer.NOT_FOUND),
    ("guesses refused behind a filter", (GUESS,), failed(Reason.REFUSED), (GUESSED,), (GATEWAY,), Offer.NOT_TESTED),
    ("named and refused behind a filter", (claim("a.ch"),), failed(Reason.REFUSED), (), (GATEWAY,), Offer.NOT_FOUND),
    ("guesses refused, names unknown", (GUESS,), failed(Reason.REFUSED), (GUESSED, PARTLY), (), Offer.NOT_TESTED),
    ("no name exists, names unknown", (), (), (GUESSED, PARTLY), (), Offer.NOT_TESTED),
    ("old tls only", (claim("a.ch"),), failed(Reason.TLS_VERSION, Reason.REFUSED), (), (), Offer.INSECURE_ONLY),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "services", "sources", "exchangers", "verdict"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_verdicts(claims, services, sources, exchangers, verdict):
    assert offers(claims, services, sources, exchangers).pop3 is verdict


def test_other_protocols_are_judged_apart():
    judged = offers((claim("a.ch"),), DONE, (GUESSED,), ())
    assert (judged.imap, judged.pop3, judged.managesieve) == (Offer.NOT_FOUND, Offer.OFFERED, Offer.NOT_TESTED)


def test_a_named_server_tells_the_provider_but_a_guess_does_not():
    found = provider(None, [claim("outlook.office365.com")])
    assert found is not None
    assert found.id == "microsoft365"
    assert "oauth2_required" in found.note_codes
    assert provider(None, [claim("outlook.office365.com", Source.GUESS)]) is None
