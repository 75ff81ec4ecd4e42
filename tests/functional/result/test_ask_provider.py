"""Where the provider stands in the way: what goes now, what would be better, and a letter that can be sent as it is."""

import html
import re
from dataclasses import replace
from io import BytesIO

import pytest

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Answers
from advisor.report.documents.measure import write_measurement
from advisor.report.result.view import result_view
from advisor.text import Language
from advisor.web.commands.text import advice_lines
from probes.codes import Offer, Protocol, Reason, Status
from probes.results import Capabilities, Offers
from tests.functional.result.conftest import BASELINE, POP3_KEEP, Situation, example_report
from tests.made_up.measurements import MEASUREMENT

KEEPS = {**BASELINE, **POP3_KEEP, "device_backup": "tested"}
TWO = {**BASELINE, "devices": "two"}


def announcing(protocol, *tokens):
    """The example's server with other abilities of one protocol."""
    report = example_report()
    services = tuple(
        replace(one, capabilities=Capabilities(after_tls=tokens)) if one.protocol is protocol else one
        for one in report.services
    )
    return replace(report, services=services)


def insecure():
    report = example_report()
    services = tuple(
        replace(one, status=Status.FAILED, reason=Reason.TLS_VERSION) if one.protocol is Protocol.IMAP else one
        for one in report.services
    )
    offers = Offers(Offer.INSECURE_ONLY, Offer.OFFERED, Offer.OFFERED)
    return replace(report, offers=offers, services=services)


def letter_of(client, language="en"):
    text = client.get("/result", headers={"Accept-Language": language}).text
    found = re.search(r'<textarea[^>]*id="letter-wished"[^>]*>([^<]*)</textarea>', text)
    return html.unescape(found[1]) if found else None


@pytest.mark.parametrize(
    ("situation", "says", "asks"),
    [
        ("pop3_only", "Better for you would be “Read at the provider”", "Can you switch IMAP on for us"),
        ("not_possible", "Right for you would be “Read at the provider”", "Can you switch IMAP on for us"),
    ],
)
def test_what_goes_now_what_would_be_better_and_the_letter(open_case, all_situations, read, situation, says, asks):
    client = open_case(all_situations[situation])
    shown = read(client).partition("Ask your provider")[2]
    assert says in shown
    letter = letter_of(client)
    assert letter.startswith("Subject: mail server for firma.example: Reading at the provider (IMAP)")
    assert asks in letter
    assert letter.rstrip().endswith("Muster AG")
    assert "POP3" not in letter


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_letter_is_in_the_language_of_the_page(open_case, all_situations, language):
    letter = letter_of(open_case(all_situations["pop3_only"]), language)
    assert ("Guten Tag" in letter) is (language == "de")
    assert "{" not in letter


@pytest.mark.parametrize("state", ["firm", "pop3_days", "not_enough", "native_provider", "unreachable", "preliminary"])
def test_nobody_is_asked_for_what_is_there_or_not_needed(open_case, all_situations, read, state):
    client = open_case(all_situations[state])
    assert "Ask your provider" not in read(client)
    assert letter_of(client) is None
    assert "#ask-provider" not in client.get("/result").text


def test_the_word_of_the_company_alone_makes_a_letter_that_claims_no_check(open_case):
    client = open_case(Situation({**TWO, "server_offers": "pop3_only"}))
    letter = letter_of(client)
    assert letter.startswith("Subject: our mailboxes: Reading at the provider (IMAP)")
    assert "we checked" not in letter


def test_a_rule_of_the_server_is_named_where_it_fires_and_asked_away(open_case, read):
    client = open_case(Situation(KEEPS, announcing(Protocol.POP3, "USER", "EXPIRE 0")))
    shown = read(client)
    assert "Your server does not tell old mail from new when fetching (no UIDL)" in shown
    assert "Your server: keeps nothing that has been fetched (EXPIRE 0)" in shown
    letter = letter_of(client)
    assert "2 points" in letter
    assert letter.index("UIDL") < letter.index("EXPIRE")


def test_what_a_server_says_never_gets_into_the_letter(open_case):
    hostile = announcing(Protocol.POP3, "USER <b>pay@evil.example</b>", "EXPIRE 5 evil", "X-EVIL")
    letter = letter_of(open_case(Situation(KEEPS, hostile)))
    assert letter is not None
    assert "evil" not in letter.lower()


def test_an_insecure_access_names_its_fault_and_leads_to_the_letter(open_case, read):
    client = open_case(Situation(TWO, insecure()))
    shown = read(client)
    assert "RFC 8997" in shown.partition("For this to work")[2]
    assert "Set this way up only once the provider has the following" in shown
    assert 'href="#ask-provider"' in client.get("/result").text
    assert "no access with a valid certificate" in letter_of(client)


def test_every_condition_says_who_sees_to_it_and_the_quota_leads_to_the_measurement(open_case, read):
    answers = {
        **{key: value for key, value in TWO.items() if key not in ("quota", "quota_gb")},
        "local_only_mail": "one",
    }
    client = open_case(Situation(answers, announcing(Protocol.IMAP, "IMAP4rev1", "QUOTA")))
    page = client.get("/result", headers={"Accept-Language": "en"}).text
    part = page.partition('id="conditions"')[2].partition("</section>")[0]
    assert part.count("<h3>") == part.count("Up to:") > 1
    assert 'href="/measure"' in part
    assert "Your server tells (QUOTA)" in html.unescape(part)


def test_what_a_measurement_shows_of_the_server_is_called_measured(open_case, read):
    client = open_case(Situation({**TWO, "devices": "one", "immediacy": "at_once"}, example_report()))
    silent = replace(MEASUREMENT, imap=replace(MEASUREMENT.imap, capabilities=("IMAP4rev1",)))
    client.post("/measure", data={"file": (BytesIO(write_measurement(silent)), "measure.json")})
    assert "Your server does not tell of new mail by itself (no IDLE) (measured)" in read(client)
    assert "telling of new mail at once (IDLE)" in read(client)


def test_a_shared_address_becomes_a_shared_folder(open_case, read):
    shared = {**TWO, "shared_addresses": "few"}
    can = open_case(Situation(shared, announcing(Protocol.IMAP, "IMAP4rev1", "ACL")))
    assert "Shared address as a shared folder" in read(can)
    assert "Shared address" not in read(open_case(Situation(shared, example_report())))


def test_the_terminal_tells_the_letter_line_by_line(all_situations):
    told = {}
    for name in ("pop3_only", "firm"):
        answers, report = Answers.of(all_situations[name].answers), all_situations[name].report
        view = result_view(advise(answers, report), answers, None, Language.EN)
        told[name] = list(advice_lines(view, Language.EN))
    assert "    Subject: our mailboxes: Reading at the provider (IMAP)" in told["pop3_only"]
    assert not any("Subject:" in line for line in told["firm"])
