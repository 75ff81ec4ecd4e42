"""Two readers of a mailbox of whom one deletes are never both given anything, under whatever names and in any order."""

import pytest

from tests.functional.result.export_runs import PAGE, begin, work
from tests.functional.result.staff_lists import unpacked, upload
from tests.functional.result.staff_pages import links, make, make_unchecked, rows

HEAD = "address;name;alternative;programs;username;language\r\n"
WAY = "pop3_keep"
READ_TOO = "“{}” reads this mailbox too, with a personal page"
FILE = "/file/outlook_prf"


@pytest.fixture
def client(open_case, all_situations):
    return open_case(all_situations["pop3_days"])


def row(address, name, way="", username=""):
    return f"{address}@firma.example;{name};{way};outlook;{username};en\r\n"


def gives(app, path):
    return app.test_client().get(path + FILE).status_code == 200


def preview(client, content):
    upload(client, HEAD + content, way=WAY)
    return client.get(f"/profiles/preview?way={WAY}", headers={"Accept-Language": "en"}).text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (row("info", "Anna"), row("verkauf", "Ben", username="info@firma.example")),
        (row("verkauf", "Anna", username="info@firma.example"), row("info", "Ben")),
        (row("info", "Anna"), row("verkauf", "Ben", username="INFO")),
        (row("a", "Anna", username="box"), row("b", "Ben", username="box@firma.example")),
        (row("info", "Anna", "imap"), row("verkauf", "Ben", username="info")),
        (row("info", "Anna"), row("verkauf", "Ben", "imap", username="info")),
    ],
)
def test_a_second_list_under_another_name_is_refused_and_pages_made_at_once_give_nothing(app, client, first, second):
    make(client, HEAD + first, way=WAY)
    assert gives(app, links(client)["Anna"])
    assert READ_TOO.format("Anna") in preview(client, second)
    assert make(client, HEAD + second, way=WAY).location == f"/profiles/preview?way={WAY}"
    assert len(rows(app)) == 1
    make_unchecked(app, HEAD + second)
    found = links(client)
    assert not any(gives(app, found[name]) for name in ("Anna", "Ben"))


def test_a_third_row_that_ties_two_mailboxes_together_counts(app, client):
    make(client, HEAD + row("a", "Anna") + row("b", "Ben"), way=WAY)
    make_unchecked(app, HEAD + row("a", "Carla", "imap", username="b@firma.example"))
    found = links(client)
    assert not any(gives(app, path) for path in found.values())


@pytest.mark.parametrize("seen", [True, False])
def test_an_end_does_not_free_a_mailbox_that_somebody_has_set_up(app, client, seen):
    make(client, HEAD + row("info", "Ben", "imap"), way=WAY)
    if seen:
        app.test_client().post(links(client)["Ben"] + "/opened")
    number = rows(app)[0]["id"]
    client.post(f"/profiles/people/{number}/end")
    assert (READ_TOO.format("Ben") in preview(client, row("info", "Anna"))) is seen
    make_unchecked(app, HEAD + row("info", "Anna"))
    assert gives(app, links(client)["Anna"]) is not seen
    client.post(f"/profiles/people/{number}/leave")
    assert gives(app, links(client)["Anna"])
    assert READ_TOO.format("Ben") not in preview(client, row("info", "Otto", "imap", "x"))


def test_a_new_link_that_ends_does_not_free_it_either(app, client):
    make(client, HEAD + row("info", "Ben", "imap"), way=WAY)
    app.test_client().post(links(client)["Ben"] + "/report", data={"works": "yes"})
    number = rows(app)[0]["id"]
    client.post(f"/profiles/people/{number}/renew")
    client.post(f"/profiles/people/{number}/end")
    make_unchecked(app, HEAD + row("info", "Anna"))
    assert not gives(app, links(client)["Anna"])
    assert "Has seen the page" in client.get("/profiles/people", headers={"Accept-Language": "en"}).text


def test_who_still_deletes_counts_until_the_new_way_works(app, client):
    make(client, HEAD + row("info", "Ben"), way=WAY)
    ben = links(client)["Ben"]
    app.test_client().post(ben + "/report", data={"works": "yes"})
    make(client, HEAD + row("info", "Ben", "imap"), way=WAY)
    page = client.get("/profiles/people/anew").text
    client.post("/profiles/people/anew", data={"token": page.partition('name="token" value="')[2][:64]})
    make_unchecked(app, HEAD + row("info", "Anna", "imap"))
    assert not gives(app, links(client)["Anna"])
    app.test_client().post(ben + "/report", data={"works": "yes"})
    assert gives(app, links(client)["Anna"])
    assert gives(app, ben)


def test_nobody_begins_to_delete_beside_others(app, client):
    make(client, HEAD + row("info", "Ben", "imap"), way=WAY)
    make(client, HEAD + row("info", "Anna", "imap"), way=WAY)
    make(client, HEAD + row("otto", "Otto"), way=WAY)
    make_unchecked(app, HEAD + row("info", "Ben"))
    page = client.get("/profiles/people/anew", headers={"Accept-Language": "en"}).text
    assert "These pages cannot be made anew" in page
    assert "Also reads there: Anna" in page
    assert 'name="token"' not in page
    assert all(gives(app, path) for path in links(client).values())


def test_the_zip_leaves_out_who_would_take_mail_from_a_page_and_names_whose(app, client):
    make(client, HEAD + row("info", "Ben", "imap"), way=WAY)
    page = preview(client, row("info", "Anna") + row("otto", "Otto"))
    assert READ_TOO.format("Ben") in page
    data = {"way": WAY, "target": ["sheet"]}
    assert client.post("/profiles/download", data=data).location == f"/profiles/preview?way={WAY}"
    files = unpacked(client.post("/profiles/download", data={**data, "skip_bad_rows": "yes"}))
    people = {name.split("/")[1] for name in files if name.startswith("people/")}
    assert people == {"otto_firma.example"}


def test_a_zip_written_in_the_background_leaves_out_the_same(app, client):
    make(client, HEAD + row("info", "Ben", "imap"), way=WAY)
    people = "".join(row(f"p{number}", f"Person {number}") for number in range(29))
    begin(client, HEAD + row("info", "Anna", "pop3_delete") + people, target="slip", skip_bad_rows="yes")
    number = rows(app)[0]["id"]
    client.post(f"/profiles/people/{number}/leave")  # what is chosen at the click counts
    work(app)
    files = unpacked(client.get(f"{PAGE}/files.zip"))
    assert len({name.split("/")[1] for name in files if name.startswith("people/")}) == 29
    assert not any("info" in name for name in files)


def test_the_own_row_of_a_page_is_nobody_else(client):
    make(client, HEAD + row("info", "Ben"), way=WAY)
    assert "reads this mailbox too" not in preview(client, row("info", "Ben"))


def test_the_server_does_not_delete_beside_a_page_that_keeps_mail(app, client):
    make(client, HEAD + row("ben", "Ben", "imap"), way=WAY)
    page = preview(client, "ida@firma.example;Ida;;apple;;en\r\n")
    assert "Shall your mail server delete instead?" in page
    assert "Ben (ben@firma.example)" in page.partition("would lose it:")[2][:200]
    assert 'name="server_deletes"' not in page
