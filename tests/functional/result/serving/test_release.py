"""Releasing settings for mail programs: what is handed out, what it would be today, and how it ends."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from advisor.profiles.remarks import ALARM_TEXTS
from advisor.report.documents.server_report import write_server_report
from advisor.report.documents.settings import read_settings
from advisor.report.server_report import complete
from advisor.store import publications, served_domains
from advisor.store.database import db
from advisor.store.models import Case, ProbeRun, Publication, ServedDomain
from advisor.web.served import proof
from advisor.web.served.public import PublicPlace, public_place
from tests.functional.result.conftest import Situation, example_report
from tests.functional.result.serving.conftest import BY_DNS, DOMAIN, PAGE, change, rested, row
from tests.functional.result.test_consent import uncertain


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_of_profiles_leads_here(firm, language):
    assert f'href="{PAGE}?way=imap"' in firm.get("/profiles", headers={"Accept-Language": language}).text


def test_without_an_address_that_programs_can_reach_the_operator_is_told(firm, app, read):
    shown = read(firm, PAGE)
    assert "MAILWEICHE_PUBLIC_URL" in shown
    assert "Release" not in shown
    assert firm.post(f"{PAGE}/release").location == PAGE
    assert firm.post(f"{PAGE}/check").location == PAGE
    with app.app_context():
        assert db.session.query(Publication).count() == db.session.query(ServedDomain).count() == 0


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://mail.example.com", "mail.example.com"),
        ("https://mail.example.com:443", "mail.example.com"),
        ("https://müller.example", "xn--mller-kva.example"),
        ("", None),
        ("http://mail.example.com", None),
        ("https://mail.example.com:8443", None),
        ("https://mail.example.com/app", None),
        ("https://localhost", None),
        ("https://192.0.2.1", None),
        ("https://[2001:db8::1]", None),
        ("https://mail.example.com:99999", None),
    ],
)
def test_which_addresses_programs_can_reach(url, host):
    assert public_place(url) == (PublicPlace(host) if host else None)


def test_before_the_release_there_is_nothing_to_publish(firm, place, app, read):
    shown = read(firm, PAGE)
    assert "Release these settings" in shown
    assert "mail.firma.example" in shown
    assert "mailweiche=" not in firm.get(PAGE).text
    assert row(app) is None


def test_the_release_keeps_the_settings_and_makes_the_line(released, app, read):
    served = row(app)
    page = released.get(PAGE).text
    assert f'value="mailweiche={served.token}"' in page
    assert f'value="_mailweiche.{DOMAIN}"' in page
    assert f'value="https://{DOMAIN}/.well-known/mailweiche.txt"' in page
    assert "autoconfig.firma.example" not in page
    with app.app_context():
        assert read_settings(publications.of(served.case_id).settings).imap.host == "mail.firma.example"
    released.post(f"{PAGE}/release")
    assert row(app).token == served.token


def test_the_way_that_was_chosen_is_released(firm, place, app, read):
    firm.post(f"{PAGE}/release", data={"way": "imap_archive"})
    with app.app_context():
        assert read_settings(publications.of(1).settings).alternative == "imap_archive"
    shown = read(firm, PAGE)
    assert "Today it would be other settings" not in shown


def test_settings_that_would_be_others_today_are_offered_not_taken(proved, app, read):
    with app.app_context():
        run = db.session.query(ProbeRun).one()
        report = example_report()
        moved = tuple(replace(one, host=one.host.replace("mail.", "neu.")) for one in report.services)
        claims = tuple(replace(one, host=one.host.replace("mail.", "neu.")) for one in report.claims)
        run.report = write_server_report(complete(replace(report, services=moved, claims=claims))).decode()
        db.session.commit()
    shown = read(proved, PAGE)
    assert "Today it would be other settings" in shown
    file = "/mail/config-v1.1.xml?emailaddress=a@firma.example"
    assert b"<hostname>mail.firma.example<" in proved.get(file).data
    proved.post(f"{PAGE}/release")
    assert "Today it would be other settings" not in read(proved, PAGE)
    with app.app_context():
        assert read_settings(publications.of(1).settings).imap.host == "neu.firma.example"
    assert row(app).proved_at is not None


def test_a_new_check_that_finds_the_same_is_no_other_settings(proved, app, read):
    with app.app_context():
        run = db.session.query(ProbeRun).one()
        later = replace(example_report(), started_at=example_report().started_at + timedelta(days=2))
        run.report = write_server_report(complete(later)).decode()
        db.session.commit()
    assert "Today it would be other settings" not in read(proved, PAGE)


def test_a_case_that_would_give_nothing_today_still_shows_what_it_hands_out(proved, app, read):
    with app.app_context():
        db.session.query(ProbeRun).delete()
        db.session.commit()
    shown = read(proved, PAGE)
    assert "would give no settings" in shown
    assert "Stop answering" in shown


def test_without_settings_the_page_of_profiles_says_why(open_case, all_situations, place):
    for name in ("preliminary", "native_groupware", "not_possible"):
        client = open_case(all_situations[name])
        assert client.get(PAGE).location == "/profiles"
        assert client.post(f"{PAGE}/release").location == PAGE


def test_a_server_that_waits_for_a_word_is_not_released(open_case, all_situations, place, app):
    client = open_case(replace(all_situations["firm"], report=uncertain()))
    client.post(f"{PAGE}/release")
    assert client.get(PAGE).location == "/profiles"
    assert row(app) is None


def test_who_stops_while_we_look_is_not_answered(released, app, monkeypatch):
    def stopped_meanwhile(row):
        served_domains.stop(row.case_id)
        db.session.commit()
        return BY_DNS

    monkeypatch.setattr(proof, "look", stopped_meanwhile)
    assert released.post(f"{PAGE}/check").location == PAGE
    assert row(app) is None


def test_a_domain_that_belongs_to_everybody_cannot_be_proved(open_case, all_situations, place, app, read):
    report = replace(example_report(), domain="co.uk")
    client = open_case(Situation(all_situations["firm"].answers, report))
    client.post(f"{PAGE}/release")
    assert "Unter co.uk haben viele eine eigene Domain" in read(client, PAGE)
    assert row(app) is None


def test_a_domain_that_changed_needs_a_release_and_a_proof_of_its_own(proved, app, read):
    change(app, domain="frueher.example")
    shown = read(proved, PAGE)
    assert "Release these settings" in shown
    assert "Mail programs are answered" not in shown
    proved.post(f"{PAGE}/release")
    assert (row(app).domain, row(app).proved_at) == (DOMAIN, None)


@pytest.mark.parametrize("action", ["release", "check", "stop"])
def test_each_button_keeps_the_case_for_longer(proved, app, action):
    rested(app)
    with app.app_context():
        db.session.query(Case).one().expires_at = datetime.now(UTC) + timedelta(hours=1)
        db.session.commit()
    proved.get(PAGE)
    proved.post(f"{PAGE}/{action}")
    with app.app_context():
        assert db.session.query(Case).one().expires_at > datetime.now(UTC) + timedelta(days=89)


def test_the_page_says_when_it_ends_and_that_looking_does_not_prolong_it(proved, app, read):
    shown = read(proved, PAGE)
    assert "90 days after the last change" in shown
    assert "only looking does not" in shown
    assert "Within 65 seconds" in shown


def test_a_reload_after_a_button_leads_back(firm, place):
    for action in ("release", "check", "stop"):
        assert firm.get(f"{PAGE}/{action}?way=imap").location == f"{PAGE}?way=imap"


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/release", f"{PAGE}/check", f"{PAGE}/stop"])
def test_without_a_case_there_is_nothing(client, path):
    assert (client.get(path) if path == PAGE else client.post(path)).status_code == 410


def test_warnings_stand_before_the_release(open_case, all_situations, place, read):
    shown = read(open_case(all_situations["alarms"]), PAGE)
    assert ALARM_TEXTS["encrypt_first"].en in shown
    assert "Release these settings" in shown
