"""Printed slips carry the personal links, in a ZIP that comes at once and in one that is written in the background."""

import re

import pytest

from advisor.web.config import load_settings
from tests.functional.result.export_runs import PAGE, begin, work
from tests.functional.result.staff_lists import ALL, GOOD, unpacked, upload
from tests.functional.result.staff_pages import links, make, rows
from tests.unit.profiles.file_words import words_in

ADDRESS = "https://mail.praxis.example"
PEOPLE = 26
LIST = "address;name\r\n" + "".join(f"p{n}@firma.example;Person {n}\r\n" for n in range(PEOPLE))


@pytest.fixture
def settings(tmp_path, request):
    secret = "only-for-these-tests-0123456789"
    return load_settings(instance=tmp_path / "instance", secret_key=secret, public_url=request.param)


with_address = pytest.mark.parametrize("settings", [ADDRESS], indirect=True)
without_address = pytest.mark.parametrize("settings", [""], indirect=True)


def slips(client):
    files = unpacked(client.post("/profiles/download", data=ALL))
    return {name.split("/")[1]: words_in(data) for name, data in files.items() if name.endswith("slip.pdf")}


@with_address
def test_slips_carry_the_link_of_who_has_a_live_page(app, firm):
    make(firm)
    found = links(firm)
    firm.post(f"/profiles/people/{rows(app)[1]['id']}/end")
    made = slips(firm)
    anna = "".join(made["anna_firma.example"].split())
    assert f"{ADDRESS}{found['Anna Muster']}" in anna
    assert ADDRESS not in "".join(made["bob_firma.example"].split())


@with_address
def test_a_slip_does_not_lead_to_a_page_that_says_otherwise(firm):
    make(firm)
    upload(firm, GOOD.replace(";outlook,apple;", ";outlook;"), way="imap")
    assert "/for/" in "".join(slips(firm)["anna_firma.example"].split()), "by IMAP the programs make no difference"
    upload(firm, "address;name;alternative\r\nanna@firma.example;Anna Muster;pop3_keep\r\n", way="imap")
    assert "/for/" not in "".join(slips(firm)["anna_firma.example"].split())


@without_address
def test_without_an_address_no_slip_carries_a_link(firm):
    make(firm)
    assert not any("/for/" in "".join(words.split()) for words in slips(firm).values())


@pytest.mark.parametrize("settings", [ADDRESS, ""], indirect=True)
def test_slips_written_in_the_background_carry_the_links(app, firm, settings):
    make(firm, LIST)
    found = links(firm)
    assert begin(firm, LIST, target="slip").location == PAGE
    work(app)
    files = unpacked(firm.get(f"{PAGE}/files.zip"))
    slips = {name: words_in(data) for name, data in files.items() if name.endswith("slip.pdf")}
    assert len(slips) == PEOPLE
    for name, words in slips.items():
        number = re.search(r"people/p(\d+)_", name)[1]
        link = f"{ADDRESS}{found[f'Person {number}']}"
        assert (link in "".join(words.split())) is bool(settings.public_url)
