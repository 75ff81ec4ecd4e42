"""Printed slips of an export in the background carry the personal links, as those of a small one do."""

import re

import pytest

from advisor.web.config import load_settings
from tests.functional.result.export_runs import PAGE, begin, work
from tests.functional.result.staff_lists import unpacked
from tests.functional.result.staff_pages import links, make
from tests.unit.profiles.file_words import words_in

ADDRESS = "https://mail.praxis.example"
PEOPLE = 26
LIST = "address;name\r\n" + "".join(f"p{n}@firma.example;Person {n}\r\n" for n in range(PEOPLE))


@pytest.fixture
def settings(tmp_path, request):
    secret = "only-for-these-tests-0123456789"
    return load_settings(instance=tmp_path / "instance", secret_key=secret, public_url=request.param)


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
