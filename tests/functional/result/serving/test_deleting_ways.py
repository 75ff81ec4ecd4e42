"""A way that takes mail off the server is never released; groups that read otherwise are named."""

from dataclasses import replace

import pytest

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.report.documents.answers import write_answers
from advisor.report.documents.settings import read_settings, write_settings
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.store import publications
from advisor.store.database import db
from advisor.store.models import Case, Publication, ServedDomain
from tests.functional.result.conftest import POP3_KEEP
from tests.functional.result.serving.conftest import DOMAIN, PAGE, row

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
