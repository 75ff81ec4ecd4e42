"""Names read under a wrong encoding: exports of Mac and DOS programs are told, right names are left in peace."""

import pytest

from advisor.settings.codes import Alternative
from advisor.settings.misread import misread
from advisor.settings.problems import Reason
from advisor.settings.staff import Defaults, read_staff
from advisor.settings.staff_warnings import DOUBT_TEXTS, Doubt, how_to_save
from advisor.text import Language

IMAP = Defaults(Alternative.IMAP, domain="firma.ch")
NAMES = ("Käthe Graf", "Jörg Bähler", "Göran Ölgar", "Ärzte am Markt", "Fröhlich Eva", "André Böckli", "Rudolf Ösch")
PLAIN = ("Anna Muster", "Ben Ash")


def exported(names, encoding, separator=";", end="\r\n"):
    """As a spreadsheet program saves it: one line per person, all cells plain."""
    rows = [f"p{number}@firma.ch{separator}{name}" for number, name in enumerate(names)]
    return (end.join([f"Adresse{separator}Name", *rows]) + end).encode(encoding)


def warned(data):
    return [(one.line, one.doubt, one.value) for one in read_staff(data, IMAP).warnings]


@pytest.mark.parametrize(("encoding", "end"), [("mac_roman", "\r"), ("mac_roman", "\r\n"), ("cp850", "\r\n")])
def test_each_wrongly_read_row_is_told_with_its_line_and_how_it_reads(encoding, end):
    data = exported(NAMES + PLAIN, encoding, end=end)
    assert warned(data) == [
        (line, Doubt.MISREAD, name.encode(encoding).decode("cp1252")) for line, name in enumerate(NAMES, start=2)
    ]


def test_mac_roman_with_u_umlaut_and_the_sharp_s():
    found = warned(exported(["Rita Müller", "Weiß", "Müßig", "Übelhart", "Anna"], "mac_roman"))
    assert [value for _, _, value in found] == ["Rita MŸller", "Wei§", "MŸ§ig", "†belhart"]


def test_cp850_with_u_umlaut_is_no_text_in_windows_letters_at_all():
    assert read_staff(exported(["Rita Müller"], "cp850"), IMAP).problems[0].reason is Reason.FILE_ENCODING


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_same_names_rightly_saved_raise_no_alarm(encoding):
    found = read_staff(exported(NAMES + PLAIN, encoding), IMAP)
    assert found.warnings == ()
    assert tuple(person.name for person in found.people) == NAMES + PLAIN


def test_a_domain_that_was_read_wrongly_is_told():
    assert warned("address;name\ra@müller.ch;Anna\r".encode("mac_roman")) == [(2, Doubt.MISREAD, "a@mÿller.ch")]


def test_what_was_read_wrongly_once_and_saved_as_utf_8_is_told_too():
    assert warned("address;name\na@firma.ch;KÃ¤the\nb@firma.ch;KŠthe\n".encode()) == [
        (2, Doubt.MISREAD, "KÃ¤the"),
        (3, Doubt.MISREAD, "KŠthe"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("Škoda Auto", "„Bibi“ Müller", "Anna „Bibi“ Graf", "Miloš Novak", "Žižek", "O’Neill", "Müller–Meier"),
        *("Anna – Leitung", "Œuvre", "Lefœuvre", "Tomaž Šuštar", "VUKAŠIN ŠIMIN", "Kušar", "Vršnak", "Jože Plečnik"),
        *("Anna “Nan” Lee", "D’Angelo", "‘t Hart", "Firma™", "Anna (Büro…)", "“Ann”", "AG • Zürich", "Preis 5€"),
        *("João", "SÃO PAULO", "NÃO", "Šárka Šťastná", "Uršula", "Aleš Hrdý", "‹Bibi›", "Jean–Luc", "Dušan Petrović"),
        *("Krešimir", "Bašić", "Mišković", "L’HAŸ-LES-ROSES", "«Bibi»", "Ana Â", "François", "Zoë"),
    ],
)
def test_right_names_raise_no_alarm(name):
    assert misread([name]) == (False,)
    assert warned(exported(["Käthe", name], "utf-8")) == []


def test_slavic_names_beside_umlauts_raise_no_alarm():
    assert misread(["Pštross", "Käthe Müller", "Jošt"]) == (False, False, False)


def test_how_to_save_is_said_once_and_only_where_it_helps():
    found = read_staff(exported(NAMES, "mac_roman"), IMAP).warnings
    assert "als «CSV UTF-8»" in how_to_save(found, Language.DE)
    assert "as “CSV UTF-8”" in how_to_save(found, Language.EN)
    assert how_to_save((), Language.DE) == ""
    assert found[0].describe(Language.DE).startswith("Zeile 2: Gelesen wird «KŠthe Graf».")
    assert set(DOUBT_TEXTS) == set(Doubt)
