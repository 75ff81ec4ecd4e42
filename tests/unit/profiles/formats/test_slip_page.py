"""The slip of who has a page of their own: its address as a code, as a link and in letters, still on one page."""

import pytest

from advisor.profiles.account import Form
from advisor.profiles.formats.slip import slip
from advisor.profiles.remarks import ALARM_TEXTS, Circumstances
from advisor.profiles.slip import slip_view
from advisor.text import Language
from tests.unit.profiles.companies import account
from tests.unit.profiles.file_words import pages_in, words_in

ADDRESS = "https://mail.praxis-muster.ch/for/" + "Ab3-_x9Q" * 4
CROWDED = Circumstances(alarms=tuple(ALARM_TEXTS), contact="Carla Meier, 044 123 45 67")


@pytest.mark.parametrize("around", [Circumstances(), CROWDED], ids=["roomy", "crowded"])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_the_address_stands_there_whatever_the_page_holds(form, language, around):
    made = slip(slip_view(account(form), around, language, ADDRESS), ADDRESS)
    assert pages_in(made) == 1
    assert ADDRESS in "".join(words_in(made).split())
    assert ADDRESS.encode() in made, "it can be clicked"
    title = {Language.DE: "Ihre eigene Seite", Language.EN: "Your own page"}[language]
    assert title in words_in(made)


def test_without_a_page_the_slip_is_as_before():
    about = account(Form.IMAP)
    plain = slip(slip_view(about, Circumstances(), Language.EN))
    assert "Your own page" not in words_in(plain)
    assert "/for/" not in words_in(plain)


def test_the_same_page_gives_the_same_bytes():
    view = slip_view(account(Form.IMAP), Circumstances(), Language.DE, ADDRESS)
    assert slip(view, ADDRESS) == slip(view, ADDRESS)
