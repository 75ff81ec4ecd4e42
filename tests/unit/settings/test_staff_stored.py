"""What is stored of a staff list: nothing of columns that are not understood, and the same list when it is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.settings.codes import Alternative
from advisor.settings.problems import Reason
from advisor.settings.staff import Defaults, read_staff
from advisor.settings.staff_canonical import canonical
from advisor.settings.staff_file import MAX_BYTES, StaffFileError, read_sheet
from advisor.settings.staff_passwords import is_password_header

IMAP = Defaults(Alternative.IMAP, domain="firma.ch")
SECRET = "Sommer-2026!"


@pytest.mark.parametrize(
    "header",
    [
        *("Passwort", "password", "Initial-Passwort", "Kennwort", "PW", "pwd", "Pass", "pin", "App Password"),
        *("Initial PW", "Mail-PW", "App-PW", "PW neu", "PIN-Code", "PINcode", "Zugangscode", "Parole", "Zugangsdaten"),
        *("Token", "API-Token", "Kennwort neu", "Neue Kennwörter", "mot de passe", "Mot_de_passe", "MailPW", "mailpw"),
        *(
            "PWneu",
            "pw2",
            "PW (neu)",
            "InitialPw",
            "Zugangs-Daten",
            "Anmelde-Daten",
            "Login-Daten",
            "API-Key",
            "apikey",
        ),
        *("PSW", "Pwrd", "Userpass", "Mail Pass", "Pass-Wort", "P a s s w o r d", "Пароль", "Credentials"),
        *("Passphrase", "Passcode", "Secret", "Geheimzahl", "TAN", "OTP", "Code PIN", "Parola d’ordine", "Contraseña"),
        *(
            "Pass\u200bwort",
            "Pass\u00adwort",
            "ＰＷ",
            "E-Mail Passwort",
            "Losung",
            "code d'accès",
            "Wiederherstellungscode",
        ),
    ],
)
def test_a_header_that_announces_passwords_is_known(header):
    assert is_password_header(header)
    with pytest.raises(StaffFileError) as refused:
        read_sheet(f"address;name;{header}\na@firma.ch;Anna;{SECRET}\n".encode())
    assert refused.value.problem.reason is Reason.FILE_PASSWORDS
    assert SECRET not in refused.value.problem.value


@pytest.mark.parametrize(
    "header",
    [
        *("Abteilung", "Sekretariat", "Secretary", "Passau", "Reisepass-Nr.", "Compass", "Spinnerei", "Pinnwand"),
        *("Tankstelle", "Stand", "PLZ", "Kostenstelle", "Zugangsdatum", "Eintritt", "Geburtstag", "Bemerkung", "Code"),
        *("PKW", "Schlüsselnummer", "Login", "Benutzername", "Postleitzahl", "Standort", "Verkauf/Tank", "Spin"),
    ],
)
def test_harmless_headers_do_not_refuse_a_file(header):
    assert not is_password_header(header)


FOREIGN = (
    "Abteilung;Adresse;Bemerkung;Name;Variante\r\n"
    f'Verkauf;anna@firma.ch;"{SECRET}\r\nzweite Zeile";Anna;\r\n'
    f";;{SECRET};;\r\n"
    f"Einkauf;ben@firma.ch;{SECRET};Ben;imap;{SECRET}\r\n"
    f'Lager;"carla@firma.ch";;"Carla ""C."" Meier";pop3_delete\r\n'
)


def test_nothing_of_a_foreign_column_is_stored_and_the_list_reads_the_same():
    stored = canonical(FOREIGN.encode("cp1252"))
    for foreign in (SECRET, "Verkauf", "Einkauf", "Lager", "zweite"):
        assert foreign.encode() not in stored
    before, after = read_staff(FOREIGN.encode("cp1252"), IMAP), read_staff(stored, IMAP)
    assert after == before
    assert [(problem.line, problem.reason) for problem in after.problems] == [
        (4, Reason.ADDRESS),
        (5, Reason.TOO_MANY_CELLS),
    ]
    assert after.ignored_columns == ("Abteilung", "Bemerkung")
    assert [person.name for person in after.people] == ["Anna", 'Carla "C." Meier']


def test_a_name_in_windows_letters_is_stored_readable():
    assert "Käthe".encode() in canonical("address;name\na@firma.ch;Käthe\n".encode("cp1252"))


def test_storing_twice_changes_nothing():
    stored = canonical(FOREIGN.encode())
    assert canonical(stored) == stored


def test_what_would_not_fit_when_it_is_read_again_is_refused_at_once():
    with pytest.raises(StaffFileError) as refused:
        canonical(b"address;name\n" + b"a@firma.ch;%b\n" % (b"\xe4" * 100_000) * (MAX_BYTES // 101_000))
    assert refused.value.problem.reason is Reason.FILE_TOO_LARGE


HEADERS = st.sampled_from(
    [
        "address",
        "Name",
        "variante",
        "tage",
        "Abteilung",
        "",
        "a,b;c",
        "x" * 70,
        "\u200b",
        "key_days",
        'say "hi"',
        "a\nb",
    ]
)
CELLS = st.one_of(
    st.sampled_from(["", " ", "a@firma.ch", "b@firma.ch", "imap", "14", "Anna", "Käthe", "=x", "\r", "a\rb", '"', "…"]),
    st.text(max_size=8),
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(HEADERS, max_size=5),
    st.lists(st.lists(CELLS, max_size=8), max_size=6),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    st.booleans(),
)
def test_any_list_reads_the_same_before_and_after(headers, rows, separator, end, encoding, announced):
    def line(cells):
        return separator.join('"' + cell.replace('"', '""') + '"' for cell in cells)

    first = [f"sep={separator}"] if announced else []
    text = end.join([*first, line(["address", "name", *headers]), *map(line, rows)])
    data = text.encode(encoding, "replace")
    before = read_staff(data, IMAP)
    if before.refused:
        with pytest.raises(StaffFileError):
            canonical(data)
    else:
        assert read_staff(canonical(data), IMAP) == before


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_stored_or_refused(tail):
    data = b"address;name;x\n" + tail
    before = read_staff(data, IMAP)
    if before.refused:
        with pytest.raises(StaffFileError):
            canonical(data)
    else:
        assert read_staff(canonical(data), IMAP) == before
