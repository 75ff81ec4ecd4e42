"""Companies and servers for the tests of the decision: a baseline, and what differs from it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Answers
from advisor.report.documents.recommendation import Inputs, StoredRecommendation, write_recommendation
from probes.codes import Offer, Protocol, Security, Status
from probes.results import Capabilities, Offers, ProbeReport, Provider, Service

GOLDEN = Path(__file__).parents[2] / "golden"
BASELINE = json.loads((GOLDEN / "baseline.json").read_text())
AT = datetime(2026, 11, 23, tzinfo=UTC)


def make_company(complete=True, **differs):
    """Answers of the baseline company with the named ones set otherwise (``"unknown"`` takes one away)."""
    return Answers.of({**(BASELINE["answers"] if complete else {}), **differs})


def make_service(protocol, port, tokens, logged_in=None):
    return Service(
        protocol,
        "mail.firma.ch",
        port,
        Security.TLS,
        Status.COMPLETED,
        capabilities=Capabilities(after_tls=tuple(tokens), after_login=logged_in),
    )


def make_server(**differs):
    """A mail server report as golden files describe it."""
    facts = {**BASELINE["server"], "notes": (), "after_login": None, **differs}
    services = []
    if facts["imap"] == "offered":
        services.append(make_service(Protocol.IMAP, 993, facts["imap_capabilities"], facts["after_login"]))
    if facts["pop3"] == "offered":
        services.append(make_service(Protocol.POP3, 995, facts["pop3_capabilities"]))
    provider = Provider(facts["provider"], tuple(facts["notes"]), "2026-11-23") if facts["provider"] else None
    offers = Offers(imap=Offer(facts["imap"]), pop3=Offer(facts["pop3"]), submission=Offer.OFFERED)
    return ProbeReport("firma.ch", AT, 900, "test", services=tuple(services), offers=offers, provider=provider)


def make_advice(server=None, **differs):
    """The advice for the baseline company with some answers set otherwise, on a server that offers both."""
    return advise(make_company(**differs), make_server(**(server or {})))


def make_document(answers, report=None):
    """The advice as its JSON document."""
    return json.loads(write_recommendation(StoredRecommendation(AT, Inputs("0" * 64), advise(answers, report))))


@pytest.fixture(scope="session")
def company():
    return make_company


@pytest.fixture(scope="session")
def server():
    return make_server


@pytest.fixture(scope="session")
def advice():
    return make_advice


@pytest.fixture(scope="session")
def document():
    return make_document


@pytest.fixture(scope="session")
def worked():
    """The worked examples of the literature, by id."""
    examples = json.loads((Path(__file__).parents[2] / "data" / "worked-examples.json").read_text())["examples"]
    return {example["id"]: example for example in examples}
