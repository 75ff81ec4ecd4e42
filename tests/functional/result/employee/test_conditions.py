"""What a page of a deleting way asks first, what it leaves out, and whom it names."""

import re
from datetime import date

import pytest

from advisor.store.database import db
from advisor.store.models import PageNotes
from advisor.web.config import load_settings
from advisor.web.staff_clicks import DESPITE
from tests.functional.result.staff_lists import unpacked, upload
from tests.functional.result.staff_pages import ANDROID, links, make, make_unchecked, rows
from tests.unit.profiles.file_words import words_in

STAFF = "address;name;alternative;programs;language\r\nanna@firma.example;Anna;{};{};en\r\n"
FILE = "/file/outlook_prf"
CONTACT = "/profiles/people/contact"
ASKED = {"name": "Petra Muster", "phone": "+41 44 123 45 67", "mail": "petra@firma.example"}


@pytest.fixture
def settings(tmp_path, request):
    changes = getattr(request, "param", {})
    return load_settings(instance=tmp_path / "instance", secret_key="only-for-these-tests-0123456789", **changes)


@pytest.fixture
def client(open_case, all_situations):
    return open_case(all_situations["pop3_days"])


def page(client, way="", programs="outlook"):
    """The path of Anna's page; a way that a rule excludes is ticked."""
    staff = STAFF.format(way, programs)
    upload(client, staff, way="pop3_keep")
    tick = re.search(rf'name="{DESPITE}"[^>]*value="(\w{{64}})"', client.get("/profiles/preview?way=pop3_keep").text)
    make(client, staff, way="pop3_keep", **({DESPITE: tick[1]} if tick else {}))
    return links(client)["Anna"]


# What deletes at once waits for a backup


def test_what_deletes_with_the_first_fetch_waits_for_the_word_about_the_backup(app, client, see):
    path = page(client, "pop3_delete")
    answer, text = see(path)
    assert "With the first fetch your program deletes the mail on the server" in text
    for hidden in ("Press the Windows key", "Control Panel", "mail.firma.example", "It works", "2. The password"):
        assert hidden not in text
    assert FILE not in answer.text
    visitor = app.test_client()
    assert visitor.get(path + FILE).status_code == 404
    visitor.post(path + "/backup", data={})
    assert visitor.get(path + FILE).status_code == 404
    answer = visitor.post(path + "/backup", data={"backed_up": "yes", "device": "windows", "program": "<x>"})
    assert (answer.status_code, answer.location) == (303, f"{path}?device=windows#set-up")
    assert visitor.get(path + FILE).status_code == 200
    assert "Press the Windows key" in see(path)[1]
    assert rows(app)[0]["reads_since"] is not None


def test_nobody_else_is_asked_for_a_backup(app, client, see):
    path = page(client)
    assert "Press the Windows key" in see(path)[1]
    app.test_client().post(path + "/backup", data={"backed_up": "yes"})
    assert rows(app)[0]["backup_at"] is None


def test_the_word_about_the_backup_is_asked_again_where_the_page_is_made_anew(app, client):
    path = page(client, "pop3_delete")
    app.test_client().post(path + "/backup", data={"backed_up": "yes"})
    page(client, "pop3_delete", "thunderbird")
    token = client.get("/profiles/people/anew").text.partition('name="token" value="')[2][:64]
    client.post("/profiles/people/anew", data={"token": token, "knows": "yes", DESPITE: token})
    assert rows(app)[0]["backup_at"] is None
    assert app.test_client().get(path + "/file/thunderbird").status_code == 404


def test_a_reload_of_the_tick_leads_back_and_a_dead_link_to_nothing(app, client):
    path = page(client, "pop3_delete")
    assert app.test_client().get(path + "/backup").location == path
    dead = app.test_client().post("/for/" + "a" * 32 + "/backup", data={"backed_up": "yes"})
    assert dead.status_code == 404


# No dead ends


def test_a_program_that_cannot_fetch_is_no_choice(app, client, see):
    path = page(client, programs="")
    text = see(path)[1]
    assert "Which one shall it be?" in text
    assert "Outlook (new, Windows)" not in text
    app.test_client().post(path + "/program", data={"program": "outlook_new"})
    assert rows(app)[0]["program"] is None


def test_the_choice_can_be_changed_until_it_works(app, client, see):
    path, visitor = page(client, programs=""), app.test_client()
    visitor.post(path + "/program", data={"program": "outlook"})
    text = see(path)[1]
    assert "You have chosen one program: Outlook (classic, Windows)" in text
    assert "first remove the account there" in text
    answer = visitor.post(path + "/program", data={"program": "", "device": "windows"})
    assert answer.location == f"{path}?device=windows#set-up"
    assert "Which one shall it be?" in see(path)[1]
    visitor.post(path + "/program", data={"program": "thunderbird"})
    visitor.post(path + "/report", data={"works": "yes"})
    assert "Choose another program" not in see(path)[1]
    visitor.post(path + "/program", data={"program": ""})
    assert rows(app)[0]["program"] == "thunderbird"


def test_who_has_nothing_to_set_up_here_is_offered_no_test(client, see):
    _, text = see(page(client, "imap", "outlook"), ANDROID)
    assert "There is nothing to set up on this device." in text
    for part in ("2. The password", "3. Test it", "It works"):
        assert part not in text


def test_a_clash_says_one_thing_only(app, client, see):
    path = page(client)
    make_unchecked(app, STAFF.format("", "outlook").replace("Anna", "Ben"))
    text = see(path)[1]
    assert "Set up nothing now." in text
    assert "already set up here" not in text
    assert "exactly one computer" not in text


# What the server deletes


def test_a_confirmed_deletion_stands_on_the_pages_and_in_their_files(app, client, see):
    path = page(client)
    told = re.compile(r"The server deletes every mail from the inbox after (\d+) days")
    assert not told.search(see(path)[1])
    upload(client, "address;name;programs\r\nida@firma.example;Ida;apple\r\n", way="pop3_keep")
    box = client.get("/profiles/preview?way=pop3_keep").text.partition('name="server_deletes"')[2]
    tick = re.search(r'value="(\w{64})"', box)[1]
    unpacked(client.post("/profiles/download", data={"way": "pop3_keep", "target": "sheet", "server_deletes": tick}))
    assert told.search(see(path)[1])
    assert told.search(app.test_client().get(path + FILE).data.decode("utf-8", "replace"))
    table = client.get("/profiles/people", headers={"Accept-Language": "en"}).text
    assert "you confirmed that your mail server deletes every mail" in table
    client.post("/profiles/people/server-keeps")
    assert not told.search(see(path)[1])


IMAP = "address;name;alternative;programs;language\r\nida@firma.example;Ida;{};outlook;en\r\n"
LOSES = "Your mail server deletes: these people would lose mail"


def preview(client):
    page = client.get("/profiles/preview?way=pop3_keep", headers={"Accept-Language": "en"}).text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_who_would_lose_mail_by_a_deletion_of_before_is_named_before_anything_is_made(app, client, see):
    page(client)
    with app.app_context():
        db.session.add(PageNotes(case_id=1, deletes_days=28, deletes_confirmed_on=date(2026, 11, 20)))
        db.session.commit()
    upload(client, IMAP.format(""), way="pop3_keep")
    assert LOSES not in preview(client), "fetches before the server deletes"
    upload(client, IMAP.format("imap"), way="pop3_keep")
    told = preview(client)
    assert LOSES in told
    assert (
        "On 20 November 2026 you confirmed that your mail server deletes every mail in the inbox after 28 days" in told
    )
    assert "1 person is to read so that mail stays for longer: Ida" in told
    make(client, IMAP.format("imap"), way="pop3_keep")
    text = see(links(client)["Ida"])[1]
    assert "The server deletes every mail from the inbox after 28 days" in text
    assert text.index("The server deletes every mail") < text.index("Is this mailbox already set up here?")
    client.post("/profiles/people/server-keeps")
    upload(client, IMAP.format("imap"), way="pop3_keep")
    assert LOSES not in preview(client)


def test_making_anew_names_who_would_lose_mail_by_a_deletion_of_before(app, client):
    page(client)
    make(client, STAFF.format("imap", "outlook"), way="pop3_keep")
    with app.app_context():
        db.session.add(PageNotes(case_id=1, deletes_days=28, deletes_confirmed_on=date(2026, 11, 20)))
        db.session.commit()
    told = client.get("/profiles/people/anew", headers={"Accept-Language": "en"}).text
    assert LOSES in told


# Whom to ask


@pytest.mark.parametrize(
    "settings", [{"handover_name": "Praxis Meier", "handover_address": "hilfe@praxis.example"}], indirect=True
)
def test_whom_to_ask_has_an_address_and_the_company_can_name_somebody_else(app, client, see):
    path = page(client)
    assert "Ask: Praxis Meier, hilfe@praxis.example." in see(path)[1]
    assert client.post(CONTACT, data=ASKED).location.startswith("/profiles/people")
    asked = "Ask: Petra Muster, +41 44 123 45 67, petra@firma.example."
    assert asked in see(path)[1]
    upload(client, STAFF.format("", "outlook"), way="pop3_keep")
    data = {"way": "pop3_keep", "target": ["sheet", "slip"]}
    files = unpacked(client.post("/profiles/download", data=data))
    slip = next(content for name, content in files.items() if name.endswith("slip.pdf"))
    assert "+41 44 123 45 67" in words_in(slip)
    client.post(CONTACT, data=dict.fromkeys(ASKED, ""))
    assert "Ask: Praxis Meier, hilfe@praxis.example." in see(path)[1]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "x" * 101}, "Use at most 100 characters."),
        ({"phone": "call me"}, "Write the phone number for example like this"),
        ({"phone": "044\x00<script>"}, "Write the phone number for example like this"),
        ({"mail": "petra"}, "Write a whole address"),
        ({"mail": "a@b.example\r\nBcc: x@y.example"}, "Write a whole address"),
    ],
)
def test_a_bad_contact_is_refused_and_stays_typed(app, client, changes, said):
    answer = client.post(CONTACT, data={**ASKED, **changes}, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    assert said in answer.text
    kept = next(value for key, value in ASKED.items() if key not in changes)
    assert f'value="{kept}"' in answer.text
    with app.app_context():
        assert db.session.query(PageNotes).count() == 0


def test_a_hostile_name_is_cleaned_and_is_text(client, see):
    client.post(CONTACT, data={**ASKED, "name": "<b>Petra</b>\u202e\r\n{{7*7}}"})
    answer, text = see(page(client))
    assert "Ask: <b>Petra</b> {{7*7}}, +41" in text
    assert "<b>Petra" not in answer.text
    assert "\u202e" not in answer.text


def test_a_contact_stays_with_its_case(client, see, open_case, all_situations):
    path = page(client)
    open_case(all_situations["firm"]).post(CONTACT, data=ASKED)
    assert "Petra" not in see(path)[1]


# One way of writing dates


@pytest.mark.parametrize(
    ("language", "form"), [("en", r"\d{1,2} [A-Z][a-z]+ \d{4}"), ("de", r"\d{1,2}\. [A-Z]\w+ \d{4}")]
)
def test_dates_are_written_one_way(app, client, language, form):
    path = page(client)
    app.test_client().post(path + "/report", data={"works": "yes"})
    table = client.get("/profiles/people", headers={"Accept-Language": language}).text
    assert len(re.findall(form + r", \d\d:\d\d", table)) == 2
    assert len(re.findall(form + r"(?!, \d)", table)) >= 1
    assert not re.search(r"\d\d/\d\d/\d{4}|\d\d\.\d\d\.\d\d", table)
    assert re.search(form, app.test_client().get(f"{path}?language={language}").text)
