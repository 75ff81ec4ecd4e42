"""The page on which somebody lets this installation answer mail programs: release, prove, lead them here, stop."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from advisor.profiles.formats.pacc import digest_record
from advisor.profiles.remarks import ALARM_TEXTS
from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.report.documents.answers import write_answers
from advisor.report.documents.server_report import write_server_report
from advisor.report.documents.settings import read_settings, write_settings
from advisor.report.server_report import complete
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.store import publications, served_domains
from advisor.store.database import db
from advisor.store.models import Case, ProbeRun, Publication, ServedDomain
from advisor.web.served import proof
from advisor.web.served.desk import EXTENSION
from advisor.web.served.public import PublicPlace, public_place
from probes.codes import Reason
from probes.ownership import DnsLook, FileLook, Look
from tests.functional.result.conftest import POP3_KEEP, Situation, example_report
from tests.functional.result.test_consent import uncertain

PAGE = "/profiles/serve"
DOMAIN = "firma.example"
NOTHING = Look(DnsLook(), FileLook(reason=Reason.REFUSED))
BY_DNS = Look(DnsLook(proved=True), FileLook(status=404))
BY_FILE = Look(DnsLook(), FileLook(proved=True, status=200))


@pytest.fixture
def place(app):
    """An installation that programs can reach."""
    app.extensions[EXTENSION].place = PublicPlace("mail.praxis.example")


@pytest.fixture
def looking(monkeypatch):
    """What a look for the proof finds."""
    seen = []

    def find(found: Look) -> list:
        monkeypatch.setattr(proof, "look", lambda row: seen.append(row) or found)
        return seen

    return find


@pytest.fixture
def released(firm, place):
    firm.post(f"{PAGE}/release")
    return firm


@pytest.fixture
def proved(released, looking):
    looking(BY_DNS)
    released.post(f"{PAGE}/check")
    return released


def row(app) -> ServedDomain | None:
    with app.app_context():
        found = db.session.query(ServedDomain).one_or_none()
        if found is not None:
            db.session.expunge(found)
        return found


def change(app, **values) -> None:
    with app.app_context():
        found = db.session.query(ServedDomain).one()
        for name, value in values.items():
            setattr(found, name, value)
        db.session.commit()


def rested(app) -> None:
    change(app, checked_at=datetime.now(UTC) - timedelta(hours=1))


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


ROAD = (Group("Aussendienst", 2, Answers.of({"devices": "one", **POP3_KEEP}), GroupKind.ROAD, None),)
TOLD = ("a single program on a single device", "Give people their files instead", "choose a way by which mail stays")


def regroup(app, situation, groups) -> None:
    with app.app_context():
        case = db.session.query(Case).one()
        case.answers = write_answers(Answers.of(situation.answers, groups)).decode()
        db.session.commit()


@pytest.mark.parametrize("groups", [(), ROAD], ids=["alone", "with a group"])
def test_a_way_that_takes_mail_off_the_server_is_never_released(open_case, all_situations, place, app, read, groups):
    situation = all_situations["pop3_days"]
    client = open_case(situation)
    regroup(app, situation, groups)
    shown, page = read(client, PAGE), client.get(PAGE).text
    for words in (f"cannot be released: {ALTERNATIVES[Alternative.POP3_KEEP].name.en}.", *TOLD):
        assert words in shown
    assert 'href="/profiles?way=pop3_keep"' in page
    assert f'action="{PAGE}' not in page
    answer = client.post(f"{PAGE}/release", headers={"Accept-Language": "en"}, follow_redirects=True)
    assert "Not released: in this way mail programs take mail off the server." in answer.text
    with app.app_context():
        assert db.session.query(Publication).count() == db.session.query(ServedDomain).count() == 0


def test_another_way_that_keeps_mail_can_be_released_instead(open_case, all_situations, place, app, read):
    client = open_case(all_situations["pop3_days"])
    assert "cannot be released" not in read(client, f"{PAGE}?way=imap")
    client.post(f"{PAGE}/release", data={"way": "imap"})
    with app.app_context():
        assert read_settings(publications.of(1).settings).alternative == "imap"


def test_a_way_that_deletes_does_not_replace_what_is_released(proved, all_situations, app, read):
    situation = all_situations["pop3_days"]
    regroup(app, situation, ())
    path = f"{PAGE}?way=pop3_keep"
    shown = read(proved, path)
    assert f"cannot be released: {ALTERNATIVES[Alternative.POP3_KEEP].name.en}." in shown
    assert f"Mail programs are answered for {DOMAIN}." in shown
    assert "Release the settings of today" not in shown
    proved.post(f"{PAGE}/release", data={"way": "pop3_keep"})
    with app.app_context():
        assert read_settings(publications.of(1).settings).alternative == "imap"


@pytest.fixture
def deleting(proved, app):
    """Settings that delete were handed out by this case before they were refused, or for something else."""
    with app.app_context():
        found = read_settings(publications.of(1).settings)
        publications.publish(1, write_settings(replace(found, alternative=Alternative.POP3_DELETE)))
        db.session.commit()
    return proved


def test_who_has_released_a_way_that_deletes_is_told_that_programs_get_no_answer(deleting, read):
    answer = deleting.get(f"/mail/config-v1.1.xml?emailaddress=a@{DOMAIN}")
    assert (answer.status_code, answer.data) == (404, b"Not found\n")
    shown = read(deleting, PAGE)
    for words in (f"Mail programs get no answer for {DOMAIN}.", *TOLD, "Take all this back"):
        assert words in shown
    for words in ("Mail programs are answered", "still get", "Prove that the domain", "Lead the programs", "Try it"):
        assert words not in shown


def test_what_keeps_mail_is_offered_in_its_place(deleting, app, read):
    shown = read(deleting, f"{PAGE}?way=imap")
    assert "Today it would be other settings" in shown
    assert "still get" not in shown
    deleting.post(f"{PAGE}/release", data={"way": "imap"})
    assert f"Mail programs are answered for {DOMAIN}." in read(deleting, PAGE)
    assert deleting.get(f"/mail/config-v1.1.xml?emailaddress=a@{DOMAIN}").status_code == 200


def test_groups_that_read_otherwise_are_named_before_and_after_the_release(firm, all_situations, place, app, read):
    regroup(app, all_situations["firm"], ROAD)
    for _ in range(2):
        shown = read(firm, PAGE)
        assert "These groups have another way: Aussendienst." in shown
        assert "Give the people of these groups their files instead." in shown
        firm.post(f"{PAGE}/release")
        assert row(app) is not None


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
