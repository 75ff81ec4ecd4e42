"""Who reads a mailbox without standing on the list counts like a row of it, and is named."""

import pytest

from advisor.settings.codes import Alternative, Role
from advisor.settings.problems import Reason
from advisor.settings.staff import Defaults, read_staff
from advisor.settings.staff_mix import Elsewhere, mailbox_names
from advisor.text import Language

HEADER = "address;name;role;alternative;keep_days;username\n"


def by_page(address="info@firma.ch", username="", *, alone=False, row=None, name="Ben"):
    return Elsewhere(name, mailbox_names(address, username), row, alone)


def problems(row, *others, more=""):
    defaults = Defaults(Alternative.IMAP, None, Language.EN, elsewhere=others)
    found = read_staff((HEADER + row + "\n" + more).encode(), defaults)
    return [(problem.line, problem.reason, problem.value) for problem in found.problems], len(found.people)


@pytest.mark.parametrize(
    ("row", "alone", "refused"),
    [
        ("info@firma.ch;Anna;;;;", False, False),
        ("info@firma.ch;Anna;;;;", True, True),
        ("info@firma.ch;Anna;;pop3_delete;;", False, True),
        ("info@firma.ch;Anna;;pop3_keep;7;", False, True),
        ("info@firma.ch;Anna;;pop3_keep;;", False, True),
        ("info@firma.ch;PC;collector;;;", False, False),
        ("info@firma.ch;PC;collector;;;", True, True),
        ("info@firma.ch;Shop;program;pop3_delete;;", False, True),
        ("verkauf@firma.ch;Anna;;pop3_delete;;info", False, True),
        ("verkauf@firma.ch;Anna;;pop3_delete;;INFO@firma.ch", False, True),
        ("verkauf@firma.ch;Anna;;pop3_delete;;", False, False),
        ("info@andere.ch;Anna;;pop3_delete;;", False, False),
    ],
)
def test_who_must_read_alone_is_refused_beside_a_reader_elsewhere(row, alone, refused):
    found, good = problems(row, by_page(alone=alone))
    assert found == ([(2, Reason.READ_BY_PAGE, "Ben")] if refused else [])
    assert good == (not refused)


def test_a_row_of_the_list_can_tie_a_mailbox_to_a_reader_elsewhere():
    found, _ = problems("a@firma.ch;Anna;;pop3_delete;;box", by_page("b@firma.ch"), more="b@firma.ch;Cleo;;;;box\n")
    assert {line for line, reason, _ in found if reason is Reason.READ_BY_PAGE} <= {2, 3}
    assert 2 in {line for line, _, _ in found}


def test_somebodys_own_row_is_nobody_else():
    own = by_page(alone=True, row=("info@firma.ch", "anna", Role.READER))
    assert problems("info@firma.ch;Anna;;pop3_delete;;", own) == ([], 1)
    assert problems("info@firma.ch;Ben;;pop3_delete;;", own)[1] == 0


def test_a_row_that_is_refused_for_itself_is_named_once():
    found, _ = problems("info@firma.ch;Anna;;nonsense;;", by_page(alone=True))
    assert [reason for _, reason, _ in found] == [Reason.ALTERNATIVE]


@pytest.mark.parametrize("language", [*Language])
def test_the_sentence_names_who_reads_there(language):
    defaults = Defaults(Alternative.IMAP, None, Language.EN, elsewhere=(by_page(alone=True, name="Zoë <b>"),))
    (problem,) = read_staff((HEADER + "info@firma.ch;Anna;;;;\n").encode(), defaults).problems
    assert "Zoë <b>" in problem.describe(language)
