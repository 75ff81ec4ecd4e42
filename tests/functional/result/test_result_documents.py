"""The advice is kept as a document, given anew only when something changed; downloads; the hand-over."""

import html
import json
import re
from email.message import Message
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import sqlalchemy as sa

from advisor.decision.policy import POLICY_VERSION
from advisor.questionnaire.schema import Key
from advisor.report.documents.answers import read_answers
from advisor.report.documents.envelope import sha256_of
from advisor.report.documents.recommendation import read_recommendation
from advisor.report.documents.settings import read_settings
from advisor.settings.codes import Alternative
from advisor.store.database import db
from advisor.store.models import Case, StoredRecommendation
from advisor.web.config import load_settings


def file_name(answer):
    message = Message()
    message["Content-Disposition"] = answer.headers["Content-Disposition"]
    assert message.get_content_disposition() == "attachment"
    return message.get_filename()


def stored(app):
    with app.app_context():
        return db.session.scalars(sa.select(StoredRecommendation.document).order_by(StoredRecommendation.id)).all()


def test_advice_is_kept_while_nothing_changes(app, firm):
    firm.get("/result")
    firm.get("/result")
    firm.get("/profiles")
    documents = stored(app)
    assert len(documents) == 1
    assert read_recommendation(documents[0].encode()).recommendation.policy == POLICY_VERSION


def test_another_answer_gives_new_advice_and_keeps_the_old(app, firm):
    before = firm.get("/result/recommendation.json").data
    firm.post("/questions/offline-reading", data={"offline_reading": "all"})
    after = firm.get("/result/recommendation.json").data
    assert read_recommendation(before).inputs != read_recommendation(after).inputs
    assert len(stored(app)) == 2


def test_advice_of_an_older_policy_is_not_repeated(app, firm):
    firm.get("/result")
    with app.app_context():
        row = db.session.scalars(sa.select(StoredRecommendation)).one()
        row.document = row.document.replace(POLICY_VERSION, "2020-01-1")
        db.session.commit()
    firm.get("/result")
    assert len(stored(app)) == 2


def test_a_document_that_cannot_be_read_any_more_is_replaced(app, firm):
    firm.get("/result")
    with app.app_context():
        db.session.execute(sa.update(StoredRecommendation).values(document='{"schema": "mailweiche.recommendation/0"}'))
        db.session.commit()
    assert firm.get("/result").status_code == 200
    assert len(stored(app)) == 2


def test_deleting_the_case_deletes_the_advice(app, firm):
    firm.get("/result")
    firm.post("/delete")
    assert stored(app) == []


def test_documents_are_attachments_that_their_readers_take(firm):
    advice = firm.get("/result/recommendation.json")
    answers = firm.get("/result/answers.json")
    settings = firm.get("/result/settings.json")
    assert [file_name(one) for one in (advice, answers, settings)] == [
        "recommendation.json",
        "answers.json",
        "settings.json",
    ]
    assert {one.mimetype for one in (advice, answers, settings)} == {"application/json"}
    assert read_recommendation(advice.data).recommendation.recommended is Alternative.IMAP
    assert read_answers(answers.data).code(Key.DEVICES) == "two"
    found = read_settings(settings.data)
    assert (found.organisation, found.domain, found.alternative) == ("Muster AG", "firma.example", Alternative.IMAP)
    assert found.imap is not None
    assert (found.imap.host, found.imap.port, found.imap.proven) == ("mail.firma.example", 993, True)


def test_fingerprints_are_those_of_the_documents(firm):
    inputs = read_recommendation(firm.get("/result/recommendation.json").data).inputs
    assert inputs.answers_sha256 == sha256_of(firm.get("/result/answers.json").data)


def test_settings_carry_the_alarms(open_case, all_situations):
    found = read_settings(open_case(all_situations["alarms"]).get("/result/settings.json").data)
    assert found.alarms[0] == "mail_only_on_pc"
    assert "encrypt_first" in found.alarms


def test_settings_of_another_possible_way_keep_all_mail(open_case, all_situations):
    client = open_case(all_situations["pop3_days"])
    advised = read_settings(client.get("/result/settings.json").data)
    other = read_settings(client.get("/result/settings.json?way=imap").data)
    assert advised.alternative is Alternative.POP3_KEEP
    assert advised.keep_days is not None
    assert (other.alternative, other.keep_days) == (Alternative.IMAP, None)


def test_an_excluded_way_is_never_exported(firm):
    found = read_settings(firm.get("/result/settings.json?way=pop3_delete").data)
    assert found.alternative is Alternative.IMAP


@pytest.mark.parametrize("state", ["preliminary", "not_enough", "not_possible", "native_provider"])
def test_no_settings_without_a_proven_server_and_advice(open_case, all_situations, state):
    assert open_case(all_situations[state]).get("/result/settings.json").status_code == 404


def test_hand_over_is_off_by_default(firm):
    assert firm.get("/result/hand-over").status_code == 404
    assert "hand-over" not in firm.get("/result").text


class TestHandOver:
    """With a practice set, the person sees every word before their own mail program opens."""

    @pytest.fixture
    def settings(self, tmp_path):
        return load_settings(
            instance=tmp_path / "instance",
            secret_key="only-for-these-tests-0123456789",
            handover_name="Praxis Muster",
            handover_address="hilfe@praxis.example",
        )

    def test_text_holds_advice_answers_open_questions_and_server(self, open_case, all_situations, read):
        client = open_case(all_situations["preliminary"])
        assert "Hand it to Praxis Muster" in read(client)
        shown = read(client, "/result/hand-over")
        for part in ("Advice", "Devices per person – two", "Open questions", "has not been checked yet"):
            assert part in shown
        assert "Mailweiche sends nothing." in shown

    def test_link_opens_the_persons_own_mail_program_with_the_same_text(self, app, open_case, all_situations):
        situation = all_situations["preliminary"]
        client = open_case(situation)
        page = client.get("/result/hand-over", headers={"Accept-Language": "en"}).text
        link = html.unescape(re.search(r'href="(mailto:[^"]+)"', page)[1])
        text = html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])
        parts = urlsplit(link)
        assert unquote(parts.path) == "hilfe@praxis.example"
        body = parse_qs(parts.query).get("body")
        assert body is None or body[0].replace("\r\n", "\n").strip() == text.strip()
        assert len(link) <= 1_900
        with app.app_context():
            case = db.session.scalars(sa.select(Case)).one()
            assert json.loads(case.answers)["answers"] == situation.answers

    def test_nothing_but_the_mail_link_leads_out(self, open_case, all_situations):
        page = open_case(all_situations["firm"]).get("/result/hand-over").text
        targets = re.findall(r'(?:href|src|action)="([^"]+)"', page)
        outside = [target for target in targets if not target.startswith(("/", "#"))]
        assert len(outside) == 1
        assert outside[0].startswith("mailto:hilfe@praxis.example?")
