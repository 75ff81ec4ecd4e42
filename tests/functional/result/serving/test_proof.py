"""Proving control of the domain: what is found, what is found instead, and who else has it."""

from datetime import UTC, datetime, timedelta

import pytest

from advisor.profiles.formats.pacc import digest_record
from advisor.web.served import proof
from probes.codes import Reason
from probes.ownership import DnsLook, FileLook, Look
from tests.functional.result.serving.conftest import BY_DNS, BY_FILE, DOMAIN, NOTHING, PAGE, change, rested, row


@pytest.mark.parametrize(("look", "by", "words"), [(BY_DNS, "dns", "the record"), (BY_FILE, "file", "the file")])
def test_a_proof_that_is_found_opens_the_way(released, looking, app, read, look, by, words):
    seen = looking(look)
    answer = released.post(f"{PAGE}/check")
    assert answer.location == PAGE
    assert (seen[0].domain, seen[0].token) == (DOMAIN, row(app).token)
    assert row(app).proved_by == by
    shown = read(released, PAGE)
    assert f"Mail programs are answered for {DOMAIN}." in shown
    assert f"Proved by {words}" in shown
    assert "autoconfig.firma.example. 3600 IN CNAME mail.praxis.example." in shown
    assert "_autodiscover._tcp.firma.example. 3600 IN SRV 0 1 443 mail.praxis.example." in shown
    assert "_ua-auto-config.firma.example. 3600 IN TXT" in shown
    page = released.get(PAGE).text
    for address in (
        "https://mail.praxis.example/mail/config-v1.1.xml?emailaddress=postmaster%40firma.example",
        "https://mail.praxis.example/mail/apple.mobileconfig?emailaddress=postmaster%40firma.example",
        "https://mail.praxis.example/autodiscover/autodiscover.json?Email=postmaster%40firma.example&amp;Protocol=",
    ):
        assert f'href="{address}' in page
        path = address.removeprefix("https://mail.praxis.example").replace("&amp;", "&")
        assert released.get(path + ("Autodiscoverv1" if path.endswith("=") else "")).status_code == 200


def test_the_digest_on_the_page_is_that_of_the_file(proved, read):
    body = proved.get("/.well-known/user-agent-configuration.json", headers={"Host": DOMAIN}).data
    assert digest_record(body) in read(proved, PAGE)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Look(DnsLook(), FileLook(status=404)), ("There is no such record yet", "knows no such file (404)")),
        (Look(DnsLook(reason=Reason.DNS_FAILED), FileLook(status=500)), ("gave no answer just now", "(answer 500)")),
        (
            Look(DnsLook(records=("v=1", "<b>x</b>")), FileLook(status=200, line="<script>")),
            ("something else: v=1 · <b>x</b>", "something else: <script>"),
        ),
        (Look(DnsLook(), FileLook(status=301, location="https://x.example/")), ("leads on to https://x.example/",)),
        (Look(DnsLook(), FileLook(reason=Reason.CERTIFICATE_NAME)), ("no valid identity card",)),
        (Look(DnsLook(), FileLook(reason=Reason.NAME_NOT_FOUND)), ("no web server under the name",)),
        (NOTHING, ("cannot be reached encrypted",)),
    ],
)
def test_what_was_found_instead_is_told_with_the_way_on(released, looking, app, found, words):
    looking(found)
    answer = released.post(f"{PAGE}/check", headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    text = answer.text.replace("&lt;", "<").replace("&gt;", ">")
    for each in ("The proof is not there yet", *words):
        assert each in " ".join(text.split())
    assert "<script>" not in answer.text.replace("<script src", "")
    assert row(app).proved_at is None


def test_who_clicks_again_at_once_waits_and_asks_nobody(released, looking):
    seen = looking(NOTHING)
    released.post(f"{PAGE}/check")
    answer = released.post(f"{PAGE}/check", headers={"Accept-Language": "en"}, follow_redirects=True)
    assert "Wait 30 seconds" in answer.text
    assert len(seen) == 1


def test_a_look_too_many_at_once_waits(released, looking, monkeypatch):
    seen = looking(BY_DNS)
    for _ in range(proof.MOST_AT_ONCE):
        assert proof._places.acquire(blocking=False)
    try:
        assert released.post(f"{PAGE}/check").location == PAGE
    finally:
        for _ in range(proof.MOST_AT_ONCE):
            proof._places.release()
    assert seen == []
    assert released.post(f"{PAGE}/check").location == PAGE
    assert len(seen) == 1


def test_a_check_that_finds_nothing_takes_nothing_away(proved, looking, app, read):
    rested(app)
    looking(NOTHING)
    proved.post(f"{PAGE}/check")
    assert f"Mail programs are answered for {DOMAIN}." in read(proved, PAGE)


def test_a_proof_that_was_not_seen_for_long_is_told(proved, app, read):
    change(app, proved_at=datetime.now(UTC) - timedelta(days=3, seconds=1))
    shown = read(proved, PAGE)
    assert "has not been seen for 3 days" in shown
    assert "Mail programs are answered" not in shown


def test_the_page_says_that_addresses_land_in_the_log_and_how_not_to(proved, read):
    shown = read(proved, PAGE)
    assert "the web server in front (proxy) keeps it in its log" in shown
    assert "no log for the paths /mail/, /autodiscover/ and /.well-known/" in shown


def test_an_installation_that_does_not_see_https_is_told(proved, app, read):
    unseen = "this page came over http as far as the app can see"
    assert unseen not in read(proved, PAGE)
    app.config["PREFERRED_URL_SCHEME"] = "http"
    assert unseen in read(proved, PAGE)
    assert "MAILWEICHE_TRUSTED_PROXIES" in read(proved, PAGE)


def test_a_domain_that_another_case_has_proved_is_told(proved, open_case, all_situations, app, read, looking):
    other = open_case(all_situations["firm"])
    other.post(f"{PAGE}/release")
    other.post(f"{PAGE}/check")
    assert f"Mail programs are answered for {DOMAIN}." in read(other, PAGE)
    shown = read(proved, PAGE)
    assert "Somebody else has proved after you" in shown
    assert "Mail programs are answered" not in shown


def test_who_never_proved_is_not_told_that_somebody_has(proved, open_case, all_situations, read):
    other = open_case(all_situations["firm"])
    other.post(f"{PAGE}/release")
    assert "Somebody else" not in read(other, PAGE)


def test_stopping_ends_it_and_forgets_the_line(proved, app, read):
    assert proved.post(f"{PAGE}/stop").location == PAGE
    assert row(app) is None
    assert "Release these settings" in read(proved, PAGE)
