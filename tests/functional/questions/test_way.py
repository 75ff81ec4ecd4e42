"""The whole way through the questionnaire, the choice after the core, resuming, and two tabs."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from flask import Flask

from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.path import PAGES, Section, page_of
from advisor.questionnaire.schema import CORE, QUESTIONS, Key
from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from advisor.store import cases as store
from advisor.store import probe_runs
from advisor.text import Language
from advisor.web import case_answers
from advisor.web.config import load_settings
from advisor.web.settings import EXTENSION
from tests.functional.questions.person import Person, some_answer, start
from tests.made_up.probe_reports import GOOD

CORE_PAGES = [page_of(key) for key in CORE]
FURTHER = [page for page in PAGES if page.section not in (None, Section.CORE)]


def answer_core(person: Person) -> None:
    for key in CORE:
        person.say(page_of(key).slug, **{key: some_answer(key)})


def test_the_whole_way_from_the_first_question_to_the_answer(speaker: Person, language: str) -> None:
    where = speaker.client.get("/questions/first").location
    visited = []
    while where.startswith("/questions/"):
        slug = where.removeprefix("/questions/")
        if slug == "choose":
            where = speaker.client.get("/questions/further").location
            continue
        if slug == "answers":
            break
        page = next(page for page in PAGES if page.slug == slug)
        text = speaker.read(slug)
        shown = [key for key in page.keys if f'name="{key}"' in text]
        where = speaker.say(slug, **{key: some_answer(key) for key in shown}).location
        visited.append(page)
    assert visited[: len(CORE)] == CORE_PAGES
    assert set(visited[len(CORE) :]) <= set(FURTHER)
    saved = speaker.saved()
    answered = {key for key, _ in saved.values}
    assert set(CORE) <= answered
    summary = speaker.read("answers")
    for key in answered:
        assert wording(key).short.into(Language(language)) in summary
    for key, value in saved.values:
        assert value == some_answer(key) or value in (12, tuple(some_answer(key)))


def test_the_way_back_passes_the_same_pages(person: Person) -> None:
    answer_core(person)
    where, walked = "/questions/device-backup", []
    while where != "/":
        walked.append(where.removeprefix("/questions/"))
        back = re.search(r'class="back-link" href="([^"]+)"', person.client.get(where).text)
        assert back is not None
        where = back[1]
    assert walked == [page.slug for page in reversed(CORE_PAGES)]


def test_going_on_leads_to_the_first_open_core_question(person: Person) -> None:
    assert person.client.get("/questions").location == "/questions/devices"
    person.say("devices", devices="two")
    person.say("mail-location", mail_location="server")
    assert person.client.get("/questions").location == "/questions/shared-addresses"


def test_after_the_core_the_person_chooses(person: Person) -> None:
    for key in CORE[:-1]:
        person.say(page_of(key).slug, **{key: some_answer(key)})
    assert "1 of the eight essential questions has no answer yet" in person.read("choose")
    last = person.say(page_of(CORE[-1]).slug, **{CORE[-1]: some_answer(CORE[-1])})
    assert last.location == "/questions/choose"
    text = person.read("choose")
    assert "You have been through the eight essential questions" in text
    assert 'href="/check"' in text
    assert 'href="/result"' in text
    assert 'href="/questions/further"' in text
    assert person.client.get("/questions").location == "/questions/choose"


USUAL = {
    "devices": "two", "shared_addresses": "none", "mail_location": "server", "local_only_mail": "none",
    "outages": "hardly_ever", "offline_reading": "no", "data_control": "provider_fine", "device_backup": "untested",
}  # fmt: skip


def answer_usual(person: Person) -> None:
    for key in CORE:
        person.say(page_of(key).slug, **{key: USUAL[key]})


def test_the_choice_says_how_sure_it_is_and_how_many_answers_could_still_change_it(person: Person) -> None:
    answer_usual(person)
    text = person.read("choose")
    assert "So far everything speaks for one way." in text
    assert re.search(r"\d open answers could still change the recommendation", text)
    assert re.search(r"About \d more questions, the most useful one first", text)


def test_what_decides_is_asked_first_until_the_page_says_that_it_is_done(person: Person) -> None:
    """Two devices: only a groupware, the provider's offer, or a program that reads alone could still turn it."""
    answer_usual(person)
    said = {"groupware": "no", "server-offers": "both", "readers": "people", "client-limit": "none"}
    where, asked = person.client.get("/questions/further").location, []
    while where != "/questions/choose":
        slug = where.removeprefix("/questions/")
        asked.append(slug)
        assert re.search(r"About \d more question", person.read(slug))
        where = person.say(slug, **{slug.replace("-", "_"): said[slug]}).location
    assert {"groupware", "server-offers"} <= set(asked) <= set(said)
    text = person.read("choose")
    assert "Done: no open answer changes the way that we recommend, not even several together." in text
    assert "Questions for plan and profiles" in text
    following = person.client.get("/questions/further").location.removeprefix("/questions/")
    assert following not in asked
    assert re.search(r"Up to \d+ more pages, if you like", person.read(following))


def test_a_question_passed_is_not_asked_again_and_the_page_says_what_it_could_change(person: Person) -> None:
    answer_usual(person)
    where, asked = person.client.get("/questions/further").location, []
    while where != "/questions/choose":
        asked.append(where.removeprefix("/questions/"))
        where = person.say(asked[-1], **{asked[-1].replace("-", "_"): "unknown"}).location
    assert len(set(asked)) == len(asked)
    assert "answers that you do not know could still change the recommendation" in person.read("choose")
    assert person.client.get("/questions/further").location.removeprefix("/questions/") not in asked


def test_back_leads_along_the_questions_that_were_asked(person: Person) -> None:
    answer_usual(person)
    where, asked = person.client.get("/questions/further").location, []
    for _ in range(3):
        asked.append(where)
        person.client.get(where)
        slug = where.removeprefix("/questions/")
        where = person.say(slug, **{slug.replace("-", "_"): "unknown"}).location
        where = person.client.get("/questions/further").location if where == "/questions/choose" else where
    walked, back = [], asked[-1]
    while back != "/questions/choose":
        walked.append(back)
        found = re.search(r'class="back-link" href="([^"]+)"', person.client.get(back).text)
        assert found is not None
        back = found[1]
    assert walked == asked[::-1]


def test_back_from_a_question_begins_anew_in_another_browser_and_in_another_case(person: Person) -> None:
    person.read("line")
    person.read("quota")
    assert 'class="back-link" href="/questions/line"' in person.read("quota")
    other = Person(person.app, person.app.test_client())
    other.client.get(person.secret_link())
    assert 'class="back-link" href="/questions/choose"' in other.read("quota")
    person.client.post("/start")
    assert 'class="back-link" href="/questions/choose"' in person.read("quota")


def test_another_tab_may_answer_what_this_one_is_asked(person: Person) -> None:
    answer_usual(person)
    first = person.client.get("/questions/further").location.removeprefix("/questions/")
    key = Key(first.replace("-", "_"))
    person.say(first, **{key: QUESTIONS[key].codes[0]})
    assert person.say(first, **{key: QUESTIONS[key].codes[0]}).location != f"/questions/{first}"


def test_every_further_page_leads_to_the_answer_and_core_pages_do_not(person: Person) -> None:
    for page in FURTHER:
        assert 'name="to_answer"' in person.read(page.slug)
    for page in CORE_PAGES:
        assert 'name="to_answer"' not in person.read(page.slug)


def test_going_to_the_answer_saves_what_was_chosen_but_wants_nothing(person: Person) -> None:
    assert person.say("places", to_answer="1").location == "/check"
    assert person.saved().values == ()
    assert person.say("places", to_answer="1", places="several").location == "/check"
    assert person.saved().code(Key.PLACES) == "several"
    assert person.say("webmail", to_answer="1", webmail="nonsense").status_code == 422


def test_the_summary_lists_core_questions_and_what_was_passed_but_not_what_was_never_shown(person: Person) -> None:
    person.say("devices", devices="unknown")
    person.say("places", places="one")
    text = person.read("answers")
    rows = dict(re.findall(r"<dt>([^<]+)</dt>\s*<dd[^>]*>([^<]+)</dd>", text))
    assert rows["Devices per person"] == "I don’t know"
    assert rows["Places of work"] == "At one fixed workplace"
    assert rows["Addresses that several people read"] == "Not answered yet"
    assert len(rows) == len(CORE) + 1
    assert re.search(r'>Change<span class="visually-hidden">: Devices per person</span>', text)


def test_an_answer_whose_question_no_longer_comes_up_is_kept_and_shown(person: Person) -> None:
    person.say("country", country="AT")
    person.say("retention", retention="no")
    text = person.read("answers")
    assert "No longer asked" in text
    assert "Austria" in text
    assert person.saved().code(Key.COUNTRY) == "AT"


def test_a_figure_that_no_longer_matters_is_kept_and_can_still_be_changed(person: Person) -> None:
    person.say("devices", devices="one")
    person.say("figures-company", people="8", longest_absence_days="28")
    person.say("devices", devices="three_plus")
    assert "28 days" in person.read("answers")
    assert 'value="28"' in person.read("figures-company")
    person.say("figures-company", people="8", longest_absence_days="")
    assert 'name="longest_absence_days"' not in person.read("figures-company")
    assert person.saved().values == ((Key.DEVICES, "three_plus"), (Key.PEOPLE, 8))


def test_the_secret_link_goes_on_in_another_browser(person: Person) -> None:
    person.say("devices", devices="two")
    link = person.secret_link()
    other = Person(person.app, person.app.test_client())
    assert other.client.get(link).location == "/questions"
    assert other.client.get("/questions").location == "/questions/shared-addresses"
    other.say("shared-addresses", shared_addresses="few")
    assert person.saved().values == ((Key.DEVICES, "two"), (Key.SHARED_ADDRESSES, "few"))


def test_the_link_page_says_where_and_how_long(speaker: Person, language: str) -> None:
    text = speaker.read("link")
    assert 'value="http://localhost/resume/' in text
    assert ("90 Tage" if language == "de" else "90 days") in text
    assert 'data-copy="resume-link"' in text


def test_the_link_uses_the_public_address_of_the_installation(person: Person) -> None:
    public = load_settings(public_url="https://weiche.example/mail/")
    person.app.extensions[EXTENSION] = public
    assert 'value="https://weiche.example/mail/resume/' in person.read("link")


def test_after_the_server_check_the_answer_is_the_result(person: Person) -> None:
    answer_core(person)
    token = person.secret_link().removeprefix("/resume/")
    with person.app.app_context():
        case = store.by_token(token)
        assert case is not None
        case.target = "firma.example"
        run = probe_runs.create(case.id, case.target)
        ticket = probe_runs.claim(run.id, lease=timedelta(minutes=1))
        assert ticket is not None
        assert probe_runs.complete(ticket, write_server_report(complete(GOOD)).decode())
        store.db.session.commit()
    assert person.client.get("/questions").location == "/result"
    assert person.say("places", to_answer="1").location == "/result"
    assert "Your mail server has been checked" in person.read("choose")
    ways = {person.say(slug, **{slug.replace("-", "_"): "unknown"}).location for slug in ("groupware", "readers")}
    assert "/questions/server-offers" not in ways


def test_two_tabs_do_not_lose_each_others_answers(person: Person) -> None:
    token = person.secret_link().removeprefix("/resume/")
    with person.app.app_context():
        stale = store.by_token(token)
        assert stale is not None
        assert case_answers.load(stale).values == ()
        person.say("devices", devices="two")
        with person.app.test_request_context():
            case_answers.record(stale, ((Key.OUTAGES, "daily"),))
            store.db.session.commit()
    assert person.saved().values == ((Key.DEVICES, "two"), (Key.OUTAGES, "daily"))


def test_answers_sent_at_the_same_moment_are_all_kept(person: Person) -> None:
    link = person.secret_link()

    def tab(key: Key) -> int:
        client = person.app.test_client()
        client.get(link)
        return client.post(f"/questions/{page_of(key).slug}", data={key: QUESTIONS[key].codes[0]}).status_code

    with ThreadPoolExecutor(len(CORE)) as pool:
        assert list(pool.map(tab, CORE)) == [302] * len(CORE)
    assert [key for key, _ in person.saved().values] == list(CORE)


def test_an_answer_to_a_deleted_case_says_so(app: Flask) -> None:
    person = start(app)
    token = person.secret_link().removeprefix("/resume/")
    other = Person(app, app.test_client())
    other.client.get(f"/resume/{token}")
    other.client.post("/delete")
    answer = person.say("devices", devices="two")
    assert answer.status_code == 410
