"""A server of uncertain origin is asked for before anything is handed out, and only the person's yes opens the way."""

from dataclasses import replace

import pytest

from advisor.profiles.formats.catalogue import USUAL
from advisor.report.documents.server_report import write_server_report
from advisor.report.documents.settings import read_settings
from advisor.report.server_report import complete
from advisor.store.database import db
from advisor.store.models import ConfirmedHost, ProbeRun
from probes.codes import Protocol, Source, Trust
from probes.results import Evidence
from tests.functional.result.conftest import Situation, example_report
from tests.functional.result.staff_lists import ANNA, GOOD, kept, unpacked, upload

HOST = "mail.firma.example"
PATHS = ("/profiles", "/profiles/preview?way=imap", "/profiles/sheet?way=imap")


def uncertain(*protocols, source=Source.MX_PROVIDER, **changes):
    """The example's report, in which the servers (for these protocols) come from an uncertain source only."""
    report = example_report()
    chosen = protocols or tuple(Protocol)
    claims = tuple(
        replace(each, source=source, trust=Trust.NEEDS_CONSENT, **changes) if each.protocol in chosen else each
        for each in report.claims
    )
    services = tuple(
        replace(each, host=changes.get("host", each.host)) if each.protocol in chosen else each
        for each in report.services
    )
    return replace(report, claims=claims, services=services)


@pytest.fixture
def situation(all_situations):
    def situation(*protocols, **changes) -> Situation:
        return replace(all_situations["firm"], report=uncertain(*protocols, **changes))

    return situation


@pytest.fixture
def asked(open_case, situation):
    return open_case(situation())


def confirm(client, host=HOST, way="imap"):
    return client.post("/profiles/confirm", data={"host": host, "way": way})


def confirmed(app):
    with app.app_context():
        return [each.host for each in db.session.query(ConfirmedHost)]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_question_comes_instead_of_every_page_with_settings(asked, path, language):
    shown = asked.get(path, headers={"Accept-Language": language})
    assert shown.status_code == 200
    assert f'name="host" value="{HOST}"' in shown.text
    assert "993" not in shown.text
    assert "settings.json" not in shown.text


def test_the_question_says_how_the_name_was_found_and_what_it_is_for(asked, read):
    shown = read(asked, "/profiles")
    assert "1 question before the settings" in shown
    assert f"Is {HOST} your provider’s server?" in shown
    assert "only in this way: provider recognised by the domain’s incoming mail" in shown
    assert "Reading at the provider (IMAP), Sending (SMTP)" in shown
    assert "it answers encrypted" in shown
    assert "Send your provider this message" in shown


def test_a_name_that_a_certificate_gave_away_says_so(open_case, situation, read):
    evidence = Evidence(example_report().started_at, record="certificate of mx1.firma.example:993")
    client = open_case(situation(source=Source.GUESS, evidence=evidence))
    assert "identity card (certificate) of mx1.firma.example carries it." in read(client, "/profiles")


def test_a_name_that_only_we_thought_of_is_called_guessed(open_case, situation, read):
    shown = read(open_case(situation(source=Source.GUESS)), "/profiles")
    assert f"No signpost names {HOST}; we guessed the name." in shown
    assert "only in this way" not in shown


def test_nothing_is_handed_out_before_the_yes(app, asked):
    assert asked.get("/result/settings.json").location == "/profiles?way=imap"
    for path in ("/profiles/person", "/profiles/staff", "/profiles/download"):
        answer = asked.post(path, data=ANNA)
        assert answer.mimetype == "text/html"
        assert f'name="host" value="{HOST}"' in answer.text
    assert kept(app) == []


def test_the_yes_opens_the_way_and_the_files_no_longer_doubt(app, asked, read):
    assert confirm(asked).location == "/profiles?way=imap"
    assert confirmed(app) == [HOST]
    shown = read(asked, "/profiles")
    assert "993" in shown
    assert "name not confirmed yet" not in shown
    found = read_settings(asked.get("/result/settings.json").data)
    assert (found.imap.trust, found.imap.source) == (Trust.TRUSTED, Source.MX_PROVIDER)
    upload(asked, GOOD)
    files = unpacked(asked.post("/profiles/download", data={"way": "imap", "target": [*USUAL]}))
    assert not any(b"Noch nicht best" in data or b"Not confirmed yet" in data for data in files.values())


def test_a_second_yes_changes_nothing(app, asked):
    confirm(asked)
    confirm(asked)
    assert confirmed(app) == [HOST]


def test_the_yes_can_be_taken_back(app, asked, read):
    confirm(asked)
    assert "You confirmed that this is your provider’s server" in read(asked, "/profiles")
    assert asked.post("/profiles/take-back", data={"host": HOST, "way": "imap"}).location == "/profiles?way=imap"
    assert confirmed(app) == []
    assert "1 question before the settings" in read(asked, "/profiles")


@pytest.mark.parametrize("host", ["", "evil.example", "MAIL.firma.example", "x" * 5000, "mail.firma.example\n"])
def test_only_a_server_that_is_asked_for_can_be_confirmed(app, asked, host):
    assert confirm(asked, host).status_code == 302
    assert confirmed(app) == []


def test_a_trusted_server_cannot_be_put_on_the_list(app, firm):
    confirm(firm)
    assert confirmed(app) == []


def test_without_a_check_there_is_nothing_to_confirm(app, open_case, all_situations):
    client = open_case(all_situations["preliminary"])
    assert confirm(client).status_code == 302
    assert client.post("/profiles/take-back", data={"host": HOST}).status_code == 302
    assert confirmed(app) == []


def test_a_new_check_asks_anew(app, asked, read):
    confirm(asked)
    with app.app_context():
        run = db.session.query(ProbeRun).one()
        moved = uncertain(source=Source.WELL_KNOWN_HTTP)
        run.report = write_server_report(complete(moved)).decode()
        db.session.commit()
    assert "1 question before the settings" in read(asked, "/profiles")


def test_the_word_of_one_case_does_not_count_in_another(open_case, situation, read):
    first, second = (open_case(situation()) for _ in range(2))
    confirm(first)
    assert "993" in read(first, "/profiles")
    assert "1 question before the settings" in read(second, "/profiles")


def test_a_server_that_this_way_does_not_use_is_neither_asked_for_nor_named(open_case, situation, read):
    client = open_case(situation(Protocol.POP3, host="pop.elsewhere.example"))
    assert "993" in read(client, "/profiles")
    found = read_settings(client.get("/result/settings.json").data)
    assert found.pop3 is None
    assert found.imap is not None


def test_a_server_that_a_reliable_source_names_for_another_service_is_not_asked_for(open_case, situation, read):
    client = open_case(situation(Protocol.SUBMISSION))
    assert "465" in read(client, "/profiles")


def test_deleting_the_case_deletes_the_word(app, asked):
    confirm(asked)
    asked.post("/delete")
    assert confirmed(app) == []


def test_a_reload_after_the_answer_leads_back(asked):
    for path in ("/profiles/confirm", "/profiles/take-back"):
        assert asked.get(f"{path}?way=imap").location == "/profiles?way=imap"
