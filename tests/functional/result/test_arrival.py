"""The page that shows whether what was published arrives: each state, the way there and back, and checking again."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from advisor.settings.codes import Alternative
from advisor.store import probe_runs
from advisor.store.database import db
from advisor.store.models import ProbeRun
from advisor.web import publications
from advisor.web.config import load_settings
from advisor.web.settings import EXTENSION
from probes.codes import Source
from tests.functional.result.conftest import Situation
from tests.made_up.arrival_reports import IMAP, OLD, POP3, SENDING, ZONE, file, published, settings

AUTOCONFIG = Source.AUTOCONFIG_HTTPS
EVERY_FILE = (AUTOCONFIG, Source.PACC, Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)
OLD_FILE = {AUTOCONFIG: file(AUTOCONFIG, (IMAP, 993), (SENDING, 465), host=OLD)}
NOTHING = {"zone": {}, "preference": None, "files": {source: [] for source in EVERY_FILE}}


@pytest.fixture
def opened(app, open_case, all_situations):
    """A case whose newest check found ``report``; ``released``: what it hands out since before or after the check."""

    def opened(report=None, released=None, *, late=False, answers=None):
        situation = Situation({**all_situations["firm"].answers, **(answers or {})}, report or published())
        client = open_case(situation)
        with app.app_context():
            if released is not None:
                publications.release(1, released)
                run = probe_runs.latest(1)
                moved = timedelta(days=-1 if late else 1)
                run.report = write_server_report(
                    complete(replace(situation.report, started_at=datetime.now(UTC) + moved))
                ).decode()
            db.session.commit()
        return client

    return opened


def rows(page):
    """The rows of the tables: the place -> the status."""
    found = re.findall(r'check-server">([^<]+)</span>\s*</th>\s*<td>.*?</span>([^<]+)</span>', page, re.DOTALL)
    return {place.strip(): status.strip() for place, status in found}


@pytest.mark.parametrize(
    ("language", "headline", "status"),
    [
        ("de", "Alles, was Sie veröffentlicht haben, kommt an.", "Kommt an"),
        ("en", "Everything that you published arrives.", "Arrives"),
    ],
)
def test_all_is_well(opened, language, headline, status):
    page = opened(released=settings()).get("/profiles/arrival", headers={"Accept-Language": language}).text
    assert f"<h1>{headline}</h1>" in page
    assert rows(page)["_imaps._tcp.firma.example"] == status


@pytest.mark.parametrize(
    ("report", "headline"),
    [
        (published(files=OLD_FILE), "One thing is not as meant."),
        (published(zone={**ZONE, "_imaps": f"0 1 993 {OLD}."}, files={AUTOCONFIG: []}),
         "One thing is missing, one is not as meant."),
        (published(**NOTHING), "Nothing arrives so far."),
        (replace(published(**NOTHING), sources=()), "We could not look."),
    ],
)  # fmt: skip
def test_the_headline_says_what_is_the_matter(opened, read, report, headline):
    assert headline in read(opened(report, settings()), "/profiles/arrival")


def test_a_record_to_enter_is_shown_as_it_stands_in_the_zone(opened, read):
    shown = read(opened(published(zone={**ZONE, "_imaps": f"0 1 993 {OLD}."}), settings()), "/profiles/arrival")
    assert "_imaps._tcp.firma.example. 3600 IN SRV 0 1 993 mail.firma.example." in shown
    assert f"names {OLD}; mail.firma.example is meant" in shown


def test_without_a_release_the_chosen_way_counts_and_the_page_says_what_that_means(opened, read):
    client = opened()
    assert "Nothing is released yet." in read(client, "/profiles/arrival?way=imap")
    assert "POP3 comes first" not in read(client, "/profiles/arrival?way=imap")


def test_what_was_released_counts_whatever_way_the_address_names(opened, read):
    fetching = settings(Alternative.POP3_KEEP, 21)
    shown = read(opened(released=fetching), "/profiles/arrival?way=imap")
    assert "Compared with the settings that you released on" in shown
    assert "IMAP comes first; POP3 is meant." in shown


def test_a_check_of_before_the_release_says_so(opened, read):
    assert "This check is older than your release" in read(opened(released=settings(), late=True), "/profiles/arrival")
    assert "older" not in read(opened(released=settings()), "/profiles/arrival")


def test_a_file_that_deletes_is_warned_of(opened, read):
    claims = [*file(AUTOCONFIG, (POP3, 995), leave_on_server=False), *file(AUTOCONFIG, (SENDING, 465))]
    shown = read(opened(published(files={AUTOCONFIG: claims}), settings(Alternative.POP3_DELETE)), "/profiles/arrival")
    assert "Attention: mail can disappear" in shown


def test_the_programs_of_the_company_come_first(opened):
    page = opened(released=settings(), answers={"programs": ["apple"]}).get("/profiles/arrival").text
    programs = page.partition('aria-labelledby="programs"')[2]
    assert programs.index("Apple Mail") < programs.index("Thunderbird")


def test_the_released_domain_was_never_checked(opened, read):
    other = settings(domain="andere.example")
    client = opened()
    with client.application.app_context():
        publications.release(1, other)
        db.session.commit()
    assert "Your domain has not been checked yet" in read(client, "/profiles/arrival")
    assert "andere.example" in read(client, "/profiles/arrival")


@pytest.mark.parametrize("name", ["preliminary", "native_provider", "not_enough"])
def test_without_settings_the_page_of_the_settings_says_why(open_case, all_situations, name):
    client = open_case(all_situations[name])
    assert client.get("/profiles/arrival?way=imap").location == "/profiles?way=imap"
    assert client.post("/profiles/arrival").location == "/profiles"


def test_a_released_document_that_nobody_can_read_counts_as_none(opened):
    client = opened()
    with client.application.app_context():
        publications.publications.publish(1, b"{}")
        db.session.commit()
    assert "Nothing is released yet" in client.get("/profiles/arrival", headers={"Accept-Language": "en"}).text


def test_without_a_case_there_is_no_page(client):
    assert client.get("/profiles/arrival").status_code == 410
    assert client.post("/profiles/arrival").status_code == 410


def test_settings_and_programs_lead_there(opened):
    client = opened()
    assert 'href="/profiles/arrival?way=imap"' in client.get("/profiles?way=imap").text
    for part in ("programs", "signposts"):
        assert 'href="/profiles/arrival"' in client.get(f"/check/result/{part}").text


def aged(client):
    """The newest check as of an hour ago, so that the next one may start."""
    with client.application.app_context():
        run = db.session.query(ProbeRun).one()
        run.created_at = run.finished_at = run.created_at - timedelta(hours=1)
        db.session.commit()


def test_checking_again_comes_back_with_the_new_result(opened, runner):
    client = opened(published(files=OLD_FILE), settings())
    aged(client)
    runner.report = published()
    started = client.post("/profiles/arrival", data={"way": "imap"})
    assert started.location == "/check/progress?then=arrival&way=imap"
    back = client.get(started.location)
    assert back.location == "/profiles/arrival?way=imap"
    assert "Everything that you published arrives." in client.get(back.location, headers={"Accept-Language": "en"}).text
    assert runner.targets == ["firma.example"]
    assert client.get("/check/status?then=arrival&way=imap").json == {"location": "/profiles/arrival?way=imap"}


def test_the_cool_down_shows_the_check_that_is_there(opened, runner):
    client = opened(released=settings())
    aged(client)
    for _ in range(2):
        started = client.post("/profiles/arrival")
        assert client.get(started.location).location == "/profiles/arrival"
    assert runner.targets == ["firma.example"]
    assert "A new check is possible from" in client.get("/profiles/arrival", headers={"Accept-Language": "en"}).text


def test_too_many_checks_are_refused_and_the_page_stays(opened, runner):
    client = opened(released=settings())
    aged(client)
    app = client.application
    app.extensions[EXTENSION] = load_settings(
        **{**app.extensions[EXTENSION].model_dump(), "probe_per_case_hour": 1, "probe_cooldown": 0}
    )
    assert client.post("/profiles/arrival").status_code == 302
    refused = client.post("/profiles/arrival", headers={"Accept-Language": "en"})
    assert (refused.status_code, "The next check is possible from" in refused.text) == (429, True)
    assert "Retry-After" in refused.headers
    assert "<h1>" in refused.text


def test_a_check_that_goes_on_leads_back(app, opened):
    client = opened(released=settings())
    aged(client)
    path = client.post("/profiles/arrival").location
    page = client.get(path).text
    assert 'href="/profiles/arrival"' in page
    assert 'data-status="/check/status?then=arrival"' in page
    stopped = client.post("/check/cancel", data={"then": "arrival"})
    assert stopped.location == "/check/progress?then=arrival"
    ended = client.get(stopped.location).text
    assert 'action="/profiles/arrival"' in ended


@pytest.mark.parametrize("then", ["", "https://stranger.example/", "//stranger.example", "arrival2"])
def test_a_check_leads_nowhere_else(opened, then):
    client = opened(released=settings())
    assert client.get("/check/progress", query_string={"then": then}).location == "/check/result"


def test_a_hostile_way_is_only_a_word(opened):
    client = opened()
    page = client.get("/profiles/arrival", query_string={"way": '"><script>alert(1)</script>'})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
