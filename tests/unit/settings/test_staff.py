"""The staff list: good files in every dialect, and one bad file per refusal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.problems import REASON_TEXTS, Reason
from advisor.settings.staff import Defaults, StaffList, effective, read_person, read_staff
from advisor.settings.staff_file import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Column
from advisor.settings.values import Person
from advisor.text import Language

IMAP = Defaults(Alternative.IMAP)
KEEP_21 = Defaults(Alternative.POP3_KEEP, 21)


def staff(text, defaults=IMAP) -> StaffList:
    return read_staff(text.encode() if isinstance(text, str) else text, defaults)


def only_problem(text, defaults=IMAP):
    found = staff(text, defaults).problems
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "data",
    [
        "address,name\ninfo@firma.ch,Käthe Müller\n".encode(),
        "\ufeffaddress;name\r\ninfo@firma.ch;Käthe Müller\r\n".encode(),
        "Adresse;Name\ninfo@firma.ch;Käthe Müller".encode("cp1252"),
        "E-Mail\tName\ninfo@firma.ch\tKäthe Müller\n".encode(),
        'sep=;\r\n"E-Mail-Adresse";"Name"\r\n"info@firma.ch";"Käthe Müller"\r\n'.encode("cp1252"),
        "sep=\t\naddress\tname\ninfo@firma.ch\tKäthe Müller\n".encode(),
        "name;abteilung;ADRESSE\nKäthe Müller;Verkauf; info@firma.ch \n;;\n".encode(),
    ],
)
def test_every_dialect_gives_the_same_person(data):
    assert staff(data).people == (Person("info@firma.ch", "Käthe Müller"),)
    assert staff(data).problems == ()


def test_all_columns_in_german():
    found = staff(
        "adresse;name;benutzername;rolle;variante;tage;programme;sprache;telefon\n"
        'a@firma.ch;Anna;anna7;Leser;pop3_keep;30;"Outlook, Webmail";englisch;+41 44 123 45 67\n'
    )
    assert found.problems == ()
    assert found.people == (
        Person(
            "a@firma.ch",
            "Anna",
            "anna7",
            Role.READER,
            Alternative.POP3_KEEP,
            30,
            (Program.OUTLOOK, Program.BROWSER),
            Language.EN,
            "+41 44 123 45 67",
        ),
    )


def test_columns_without_meaning_are_named():
    assert staff("adresse;name;Abteilung\na@firma.ch;Anna;Verkauf\n").ignored_columns == ("Abteilung",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.FILE_EMPTY),
        (b"  \n\n", Reason.FILE_EMPTY),
        (b"address,name\n", Reason.FILE_EMPTY),
        (b"address,name\n" + b"x" * MAX_BYTES, Reason.FILE_TOO_LARGE),
        (b"PK\x03\x04 an Excel file", Reason.FILE_NOT_TEXT),
        ("address,name\n".encode("utf-16"), Reason.FILE_NOT_TEXT),
        (b"address,name\na@firma.ch,\x00\n", Reason.FILE_NOT_TEXT),
        (b"address,name\na@firma.ch,\x81\n", Reason.FILE_ENCODING),
        (b'address,name\n"a@firma.ch,Anna\nb@firma.ch,Ben\n', Reason.FILE_QUOTES),
        (b"name\nAnna\n", Reason.FILE_NO_ADDRESS_COLUMN),
        (b"address\na@firma.ch\n", Reason.FILE_NO_NAME_COLUMN),
        (b"address,name,email\na@firma.ch,Anna,a@firma.ch\n", Reason.FILE_COLUMN_TWICE),
        (b"address,name\n" + b"a@firma.ch,A\n" * (MAX_ROWS + 1), Reason.FILE_TOO_MANY_ROWS),
        (b"address,name" + b"," * (MAX_COLUMNS - 1) + b"\na@firma.ch,A\n", Reason.FILE_TOO_MANY_COLUMNS),
    ],
)
def test_a_file_that_is_refused_as_a_whole(data, reason):
    found = staff(data)
    assert found.refused
    assert found.people == ()
    assert [(problem.reason, problem.line) for problem in found.problems] == [(reason, None)]


@pytest.mark.parametrize(
    "header", ["Passwort", "password", "Initial-Passwort", "Kennwort", "PW", "pwd", "Pass", "pin", "App Password"]
)
def test_a_password_column_refuses_the_file_and_shows_no_password(header):
    found = staff(f"address;name;{header}\na@firma.ch;Anna;Geheim-123\n")
    assert found.refused
    assert found.problems[0].reason is Reason.FILE_PASSWORDS
    assert "Geheim-123" not in repr(found)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("b@firma.ch;Ben;;;;;;;;zu;viel", Reason.TOO_MANY_CELLS),
        (f"b@firma.ch;{'B' * 300}", Reason.CELL_TOO_LONG),
        ('b@firma.ch;"Ben\nPassCmd x"', Reason.HIDDEN_CHARACTERS),
        ("b@firma.ch;Ben\u202egnp.exe", Reason.HIDDEN_CHARACTERS),
        ("b@firma.ch;Be\u200bn", Reason.HIDDEN_CHARACTERS),
        ("b@firma.ch;=cmd|calc", Reason.FORMULA),
        ("b@firma.ch;+1", Reason.FORMULA),
        ("b@firma.ch;@SUM(A1)", Reason.FORMULA),
        ("b@firma.ch;-1", Reason.FORMULA),
        ("b@firma.ch;\uff1d1+1", Reason.FORMULA),
        ("b@firma.ch;\uff0b1", Reason.FORMULA),
        ("b@firma.ch;\uff0d1", Reason.FORMULA),
        ("b@firma.ch;\uff20SUM(A1)", Reason.FORMULA),
        ("b@firma.ch;\ufe661", Reason.FORMULA),
        ("b@firma.ch;\u3000=1+1", Reason.FORMULA),
        ("b@firma.ch;Ben;\uff1dben", Reason.FORMULA),
        ("b.firma.ch;Ben", Reason.ADDRESS),
        (";Ben", Reason.ADDRESS),
        ("b@[192.0.2.1];Ben", Reason.ADDRESS),
        ("b@fi\u0433ma.ch;Ben", Reason.ADDRESS_MIXED_SCRIPTS),
        ("b@firma.ch;", Reason.NAME_MISSING),
        ("b@firma.ch;Ben;ben beispiel", Reason.USERNAME),
        ("b@firma.ch;Ben;;chef", Reason.ROLE),
        ("b@firma.ch;Ben;;;pop2", Reason.ALTERNATIVE),
        ("b@firma.ch;Ben;;;pop3_keep;0", Reason.KEEP_DAYS),
        ("b@firma.ch;Ben;;;pop3_keep;-5", Reason.FORMULA),
        ("b@firma.ch;Ben;;;pop3_keep;3651", Reason.KEEP_DAYS),
        ("b@firma.ch;Ben;;;pop3_keep;zwei", Reason.KEEP_DAYS),
        ("b@firma.ch;Ben;;;pop3_keep;²", Reason.KEEP_DAYS),
        ("b@firma.ch;Ben;;;imap;14", Reason.KEEP_DAYS_WITHOUT_KEEPING),
        ("b@firma.ch;Ben;;;;;Eudora", Reason.PROGRAM),
        ("b@firma.ch;Ben;;;;;;fr", Reason.LANGUAGE),
        ("b@firma.ch;Ben;;;;;;;=1+1", Reason.PHONE),
        ("b@firma.ch;Ben;;;;;;;anrufen", Reason.PHONE),
        ("A@Firma.CH;anna", Reason.DUPLICATE),
        ("b@firma.ch;Ben;;sammler;pop3_delete", Reason.COLLECTOR_DELETES),
        ("b@firma.ch;Ben;;sammler;pop3_keep;30", Reason.COLLECTOR_DELETES),
    ],
)
def test_a_bad_row_is_named_and_the_good_one_stays(row, reason):
    found = staff(f"adresse;name;benutzername;rolle;variante;tage;programme;sprache;telefon\na@firma.ch;Anna\n{row}\n")
    assert [person.name for person in found.people] == ["Anna"]
    assert [(problem.reason, problem.line) for problem in found.problems] == [(reason, 3)]
    assert not found.refused


def test_line_numbers_count_as_an_editor_does():
    found = staff('sep=;\nadresse;name\n\n"a@firma.ch";"An\nna"\nb;Ben\n')
    assert [problem.line for problem in found.problems] == [4, 6]


def test_two_domains_that_look_alike():
    problem = only_problem("address,name\na@cop.example,Anna\nb@\u0441\u043e\u0440.example,Ben\n")
    assert (problem.reason, problem.line) == (Reason.ADDRESS_LOOKS_LIKE, 3)


def test_of_domains_that_look_alike_the_rarer_one_is_refused_wherever_it_stands():
    rows = ["x@\u0441\u043e\u0440.example,X", *(f"p{number}@cop.example,P" for number in range(3))]
    for lines in (rows, rows[::-1]):
        problem = only_problem("address,name\n" + "\n".join(lines))
        assert (problem.reason, problem.line) == (Reason.ADDRESS_LOOKS_LIKE, 2 + lines.index(rows[0]))


@pytest.mark.parametrize("domain", ["f\u0131rma.ch", "firm\u0251.ch", "\u0261iro.ch"])
def test_rare_latin_letters_look_like_the_common_ones(domain):
    real = domain.replace("\u0131", "i").replace("\u0251", "a").replace("\u0261", "g")
    assert only_problem(f"address,name\na@{real},A\nb@{domain},B\n").reason is Reason.ADDRESS_LOOKS_LIKE


def test_a_shared_mailbox_may_have_readers_and_one_collector():
    text = "address,name,role\ninfo@firma.ch,Anna,\ninfo@firma.ch,Ben,\ninfo@firma.ch,PC,collector\n"
    assert len(staff(text).people) == 3
    problem = only_problem(text + "info@firma.ch,PC 2,collector\n")
    assert (problem.reason, problem.line) == (Reason.SECOND_COLLECTOR, 5)


@pytest.mark.parametrize(
    ("person", "company", "expected"),
    [
        (Person("a@firma.ch", "A"), KEEP_21, (Alternative.POP3_KEEP, 21)),
        (Person("a@firma.ch", "A", keep_days=30), KEEP_21, (Alternative.POP3_KEEP, 30)),
        (Person("a@firma.ch", "A", alternative=Alternative.POP3_KEEP), IMAP, (Alternative.POP3_KEEP, None)),
        (Person("a@firma.ch", "A", alternative=Alternative.IMAP), KEEP_21, (Alternative.IMAP, None)),
        (Person("a@firma.ch", "A", role=Role.COLLECTOR), KEEP_21, (Alternative.POP3_KEEP, None)),
        (Person("a@firma.ch", "A", role=Role.COLLECTOR), IMAP, (Alternative.POP3_KEEP, None)),
    ],
)
def test_how_a_person_reads(person, company, expected):
    assert effective(person, company.alternative, company.keep_days) == expected


def test_a_form_is_checked_like_a_row():
    good = read_person({Column.ADDRESS: " a@firma.ch ", Column.NAME: "Anna", Column.ROLE: ""}, IMAP)
    assert good.people == (Person("a@firma.ch", "Anna"),)
    bad = read_person({Column.ADDRESS: "a@firma.ch", Column.NAME: "=Anna"}, IMAP)
    assert bad.problems[0].reason is Reason.FORMULA


def test_every_reason_has_a_sentence_with_line_in_both_languages():
    assert set(REASON_TEXTS) == set(Reason)
    problem = only_problem("address,name\nnothing,Anna\n")
    assert problem.describe(Language.EN).startswith("Line 2: “nothing” is not an email address.")
    assert problem.describe(Language.DE).startswith("Zeile 2: «nothing» ist keine E-Mail-Adresse.")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data):
    found = read_staff(data, IMAP)
    assert found.people or found.problems


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_messages_show_no_hidden_characters(address, name):
    quoted = [cell.replace('"', '""') for cell in (address, name)]
    text = f'address,name\n"{quoted[0]}","{quoted[1]}"\n'
    for problem in read_staff(text.encode("utf-8", "replace"), IMAP).problems:
        assert problem.describe(Language.DE).isprintable()
