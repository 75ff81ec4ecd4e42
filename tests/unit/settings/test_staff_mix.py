"""Rows that would take mail away from each other are refused, whichever way they hang together."""

import re
import time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.settings.codes import Alternative, Role
from advisor.settings.problems import Reason
from advisor.settings.staff import MAX_KEEP_DAYS, Defaults, effective, read_staff
from advisor.settings.staff_file import MAX_ROWS
from advisor.settings.staff_mix import deletes, fetching_programs
from advisor.text import Language

HEADER = "adresse;name;rolle;variante;tage;programme;benutzername\n"
IMAP = Defaults(Alternative.IMAP)
KEEP_21 = Defaults(Alternative.POP3_KEEP, 21)
KEEP = Defaults(Alternative.POP3_KEEP)
DELETE = Defaults(Alternative.POP3_DELETE)

ANNA_DELETES = "info@firma.ch;Anna;;pop3_delete"
ANNA_14_DAYS = "info@firma.ch;Anna;;pop3_keep;14"
ANNA_KEEPS = "info@firma.ch;Anna;;pop3_keep"
ANNA_IMAP = "info@firma.ch;Anna;;imap"
BEN_IMAP = "info@firma.ch;Ben;;imap"
BEN_KEEPS = "info@firma.ch;Ben;;pop3_keep"
COLLECTOR = "info@firma.ch;Archiv-PC;sammler"
PROGRAM = "info@firma.ch;Bestellungen;programm;imap"
PROGRAM_KEEPS = "info@firma.ch;Bestellungen;programm;pop3_keep"
PROGRAM_DELETES = "info@firma.ch;Bestellungen;programm;pop3_delete"


def problems(*rows, defaults=IMAP):
    """What is refused: the number of the row, from 1, and the reason."""
    found = read_staff((HEADER + "\n".join(rows)).encode(), defaults)
    return [((problem.line or 0) - 1, problem.reason) for problem in found.problems]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((ANNA_IMAP, BEN_IMAP, COLLECTOR), []),
        ((ANNA_IMAP, PROGRAM), []),
        ((ANNA_IMAP, PROGRAM_KEEPS), []),
        ((ANNA_IMAP, PROGRAM_KEEPS, COLLECTOR), []),
        ((ANNA_DELETES,), []),
        ((PROGRAM_DELETES,), []),
        ((ANNA_DELETES, BEN_IMAP), [(1, Reason.DELETES_FOR_OTHERS)]),
        ((ANNA_14_DAYS, BEN_IMAP), [(1, Reason.DELETES_FOR_OTHERS)]),
        ((BEN_IMAP, ANNA_14_DAYS), [(2, Reason.DELETES_FOR_OTHERS)]),
        ((ANNA_DELETES, COLLECTOR), [(1, Reason.DELETES_FOR_OTHERS)]),
        ((ANNA_DELETES, PROGRAM), [(1, Reason.DELETES_FOR_OTHERS)]),
        ((ANNA_IMAP, PROGRAM_DELETES), [(2, Reason.PROGRAM_DELETES)]),
        ((ANNA_DELETES, PROGRAM_DELETES), [(1, Reason.DELETES_FOR_OTHERS), (2, Reason.PROGRAM_DELETES)]),
        ((ANNA_KEEPS, BEN_IMAP), [(1, Reason.FETCHES_BESIDE_OTHERS)]),
        ((ANNA_KEEPS, COLLECTOR), [(1, Reason.FETCHES_BESIDE_OTHERS)]),
        ((ANNA_KEEPS, BEN_KEEPS), [(1, Reason.FETCHES_BESIDE_OTHERS), (2, Reason.FETCHES_BESIDE_OTHERS)]),
    ],
)
def test_who_takes_mail_off_the_server_reads_alone(rows, expected):
    assert problems(*rows) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("a@firma.ch;Anna;;pop3_delete;;outlook", []),
        ("a@firma.ch;Anna;;pop3_delete;;outlook,browser", []),
        ("a@firma.ch;Anna;;pop3_delete;;outlook,apple", [(1, Reason.DELETES_FOR_ITSELF)]),
        ("a@firma.ch;Anna;;pop3_delete;;outlook,neues outlook", [(1, Reason.DELETES_FOR_ITSELF)]),
        ("a@firma.ch;Anna;;pop3_keep;14;thunderbird,android", [(1, Reason.DELETES_FOR_ITSELF)]),
        ("a@firma.ch;Anna;;pop3_keep;;outlook,apple", []),
        ("a@firma.ch;Anna;;imap;;outlook,apple,android", []),
        ("a@firma.ch;PC;sammler;;;outlook,thunderbird", []),
        ("a@firma.ch;Shop;programm;pop3_delete;;outlook,other", [(1, Reason.DELETES_FOR_ITSELF)]),
    ],
)
def test_one_row_that_deletes_is_for_one_program(row, expected):
    assert problems(row) == expected


@pytest.mark.parametrize("company", [KEEP_21, DELETE])
def test_the_companys_way_counts_for_rows_without_a_word_of_their_own(company):
    refused = [(1, Reason.DELETES_FOR_OTHERS), (2, Reason.DELETES_FOR_OTHERS)]
    assert problems("info@firma.ch;Anna", "info@firma.ch;Ben", defaults=company) == refused
    assert problems("a@firma.ch;Anna;;;;outlook,apple", defaults=company) == [(1, Reason.DELETES_FOR_ITSELF)]
    beside = [(1, Reason.FETCHES_BESIDE_OTHERS), (2, Reason.FETCHES_BESIDE_OTHERS)]
    assert problems("info@firma.ch;Anna", "info@firma.ch;Ben", defaults=KEEP) == beside


def test_phone_and_computer_of_one_person_under_one_name_do_not_drain_each_other():
    """The second line looks like a repetition, but it is the phone that the first one would take mail from."""
    refused = [(1, Reason.DELETES_FOR_OTHERS), (2, Reason.DUPLICATE)]
    assert problems("a@firma.ch;Anna;;pop3_delete;;outlook", "a@firma.ch;Anna;;imap;;apple") == refused
    assert problems("a@firma.ch;Anna;;pop3_delete;;outlook", "a@firma.ch;Anna;;pop3_delete;;apple") == refused


def test_a_line_pasted_twice_costs_the_second_only():
    assert problems("a@firma.ch;Anna;;pop3_delete;;outlook", "A@Firma.CH;anna;;pop3_delete;;outlook") == [
        (2, Reason.DUPLICATE)
    ]


def test_the_way_out_that_is_named_is_accepted():
    assert problems("a@firma.ch;Anna;;imap;;apple", "a@firma.ch;Anna;sammler;;;outlook") == []
    for reason in (Reason.DELETES_FOR_OTHERS, Reason.DELETES_FOR_ITSELF, Reason.FETCHES_BESIDE_OTHERS):
        sentence = read_staff(_BAD[reason].encode(), IMAP).problems[0].describe(Language.DE)
        assert "imap" in sentence, reason
        assert "Rolle Sammler" in sentence, reason
    program = read_staff(_BAD[Reason.PROGRAM_DELETES].encode(), IMAP).problems[0].describe(Language.EN)
    assert "a mailbox of its own or a forwarded copy" in program


_BAD = {
    Reason.DELETES_FOR_OTHERS: f"{HEADER}{ANNA_DELETES}\n{BEN_IMAP}",
    Reason.DELETES_FOR_ITSELF: f"{HEADER}a@firma.ch;Anna;;pop3_delete;;outlook,apple",
    Reason.FETCHES_BESIDE_OTHERS: f"{HEADER}{ANNA_KEEPS}\n{BEN_IMAP}",
    Reason.PROGRAM_DELETES: f"{HEADER}{PROGRAM_DELETES}\n{BEN_IMAP}",
}


@pytest.mark.parametrize(
    "other",
    [
        "verkauf@firma.ch;Ben;;imap;;;info@firma.ch",  # an alias that signs in to the same mailbox
        "verkauf@firma.ch;Ben;;imap;;;INFO@firma.ch",
        "verkauf@firma.ch;Ben;;imap;;;info",  # the part before the @ as user name
        "verkauf@other.ch;Ben;;imap;;;kunde7",
        "INFO@firma.ch;Ben;;imap",
    ],
)
def test_two_addresses_with_one_sign_in_are_one_mailbox(other):
    assert problems("info@firma.ch;Anna;;pop3_delete;;;kunde7", other) == [(1, Reason.DELETES_FOR_OTHERS)]


@pytest.mark.parametrize(
    "other",
    [
        "info+shop@firma.ch;Ben;;imap",
        "INFO+Shop+more@firma.ch;Ben;;imap",
        "verkauf@firma.ch;Ben;;imap;;;info+shop@firma.ch",
        "verkauf@firma.ch;Ben;;imap;;;info+shop",
        "info+shop@firma.ch;=Ben;;imap",
    ],
)
def test_an_address_with_a_plus_is_the_mailbox_without_it(other):
    """Servers put what is sent to ``info+shop@`` into the mailbox ``info@``, and some sign in to it by this name."""
    assert problems("info@firma.ch;Anna;;pop3_delete", other)[0] == (1, Reason.DELETES_FOR_OTHERS)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("info+shop@firma.ch;Ben;;pop3_delete", Reason.DELETES_FOR_OTHERS),
        ("info+shop@firma.ch;Ben;;pop3_keep;14", Reason.DELETES_FOR_OTHERS),
        ("info+shop@firma.ch;Ben;;pop3_keep", Reason.FETCHES_BESIDE_OTHERS),
        ("info+shop@firma.ch;Shop;programm;pop3_delete", Reason.PROGRAM_DELETES),
        ("info+shop@firma.ch;Ben;;imap", None),
        ("info+shop@firma.ch;Shop;programm;imap", None),
        ("infos@firma.ch;Ben;;pop3_delete", None),
    ],
)
def test_a_reader_under_a_plus_takes_nothing_away_from_the_mailbox(row, reason):
    assert problems(ANNA_IMAP, row) == ([(2, reason)] if reason else [])


def test_two_pluses_of_one_mailbox_and_its_second_collector():
    both = [(1, Reason.DELETES_FOR_OTHERS), (2, Reason.DELETES_FOR_OTHERS)]
    assert problems("info+a@firma.ch;Anna;;pop3_delete", "info+b@firma.ch;Ben;;pop3_delete") == both
    assert problems(COLLECTOR, "info+a@firma.ch;Archiv-PC;sammler") == [(2, Reason.SECOND_COLLECTOR)]


@pytest.mark.parametrize(
    ("rows", "other"),
    [
        ((ANNA_DELETES, "info+shop@firma.ch;Ben;;imap"), "info+shop@firma.ch"),
        (("info+shop@firma.ch;Ben;;imap", ANNA_DELETES), "info+shop@firma.ch"),
        ((BEN_IMAP, "verkauf@firma.ch;Anna;;pop3_delete;;;info"), "info@firma.ch"),
        ((ANNA_DELETES, BEN_IMAP), None),
    ],
)
def test_the_sentence_names_the_other_address_of_the_mailbox(rows, other):
    problem = read_staff((HEADER + "\n".join(rows)).encode(), IMAP).problems[0]
    hint = f" The same mailbox is meant in the line with “{other}”."
    assert problem.describe(Language.EN).endswith(hint) is bool(other)
    assert (f"«{other}» gemeint" in problem.describe(Language.DE)) is bool(other)


def test_a_third_row_can_join_two_mailboxes():
    rows = ("a@firma.ch;Anna;;pop3_delete", "b@firma.ch;Ben;;imap;;;u1", "c@firma.ch;Carl;;imap;;;u2")
    assert problems(*rows) == []
    assert problems(*rows, "b@firma.ch;Dora;;imap;;;a@firma.ch") == [(1, Reason.DELETES_FOR_OTHERS)]


def test_an_internationalised_domain_is_one_mailbox_however_it_is_written():
    assert problems("a@müller.ch;Anna;;pop3_delete", "a@xn--mller-kva.ch;Ben;;imap") == [(1, Reason.DELETES_FOR_OTHERS)]
    assert problems("a@müller.ch;Anna;;pop3_delete", "b@xn--mller-kva.ch;Ben;;imap;;;a@müller.ch") == [
        (1, Reason.DELETES_FOR_OTHERS)
    ]


@pytest.mark.parametrize("bad", ["info@firma.ch;=Ben", "verkauf@firma.ch;=Ben;;;;;info@firma.ch", "INFO@Firma.ch;"])
def test_a_bad_row_still_counts_as_a_reader(bad):
    assert [reason for _, reason in problems("info@firma.ch;Anna", bad, defaults=KEEP_21)][:1] == [
        Reason.DELETES_FOR_OTHERS
    ]
    assert len(problems("info@firma.ch;Anna", bad, defaults=KEEP_21)) == 2


@pytest.mark.parametrize("name", ["Anna", "P{}"])
def test_many_rows_of_one_mailbox_take_no_time(name):
    rows = (f"info@firma.ch;{name.format(number)};;pop3_delete;;;u{number}" for number in range(MAX_ROWS))
    start = time.process_time()
    assert len(problems(*rows)) == MAX_ROWS
    assert time.process_time() - start < 10


CELLS = st.tuples(
    st.sampled_from(
        ["a@firma.ch", "A@firma.ch", "a+x@firma.ch", "b@firma.ch", "info@firma.ch", "a@müller.ch", "no address"]
    ),
    st.sampled_from(["Anna", "anna", "Ben", "=x"]),
    st.sampled_from(["", "leser", "sammler", "programm"]),
    st.sampled_from(["", *Alternative]),
    st.sampled_from(["", "1", "14", str(MAX_KEEP_DAYS)]),
    st.lists(st.sampled_from(["outlook", "apple", "browser", "android"]), max_size=3).map(",".join),
    st.sampled_from(["", "a", "info", "a@firma.ch", "b+y", "info@firma.ch", "u1"]),
)
COMPANIES = st.builds(Defaults, st.sampled_from(Alternative), st.sampled_from([None, 1, 21]))


def _names(person):
    signs_in = (person.username or "").lower()
    domain = person.address.partition("@")[2]
    names = {person.address.lower(), *({signs_in, f"{signs_in}@{domain}"} if signs_in else ())}
    return names | {re.sub(r"(?<=[^@])\+[^@]*", "", name) for name in names}


@settings(max_examples=300, deadline=None)
@given(st.lists(CELLS, max_size=6), COMPANIES)
def test_no_accepted_list_has_two_readers_of_a_mailbox_of_whom_one_deletes(rows, company):
    people = read_staff((HEADER + "\n".join(";".join(row) for row in rows)).encode(), company).people
    ways = [effective(person, company.alternative, company.keep_days) for person in people]
    for (one, way), (other, other_way) in combinations(zip(people, ways, strict=True), 2):
        if not _names(one).isdisjoint(_names(other)):
            assert not deletes(*way)
            assert not deletes(*other_way)
            assert Role.COLLECTOR not in (one.role, other.role) or one.role is not other.role
    for person, way in zip(people, ways, strict=True):
        assert not deletes(*way) or len(fetching_programs(person.programs)) < 2
