"""The printed slip: one page whatever stands on it, the values as typed, the alarms first, the same bytes each time."""

import re
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Form, plain
from advisor.profiles.formats.android_qr import qr_text
from advisor.profiles.formats.slip import code_for, slip
from advisor.profiles.printable import RANGES, printable
from advisor.profiles.remarks import ALARM_TEXTS, FORM_TEXTS, Circumstances
from advisor.profiles.slip import slip_view
from advisor.settings.codes import Program, Role
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication, Security, Trust, UsernameForm
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, account, server
from tests.unit.profiles.file_words import pages_in, runs_in, words_in

NOTHING = Circumstances()
ALARMS = Circumstances(alarms=tuple(ALARM_TEXTS), contact="Carla Meier, 044 123 45 67")
LONG_HOST = "mail.cluster-07.rechenzentrum-nord.niederlassung.example.com"
NOTES = ("app_password_required", "app_password_with_2fa", "must_enable_imap", "must_enable_pop3")


def view(about, around=NOTHING, language=None):
    return slip_view(about, around, language or about.languages[0])


def page(about, around=NOTHING, language=None):
    return slip(view(about, around, language), code_for(about))


def words(about, around=NOTHING, language=None):
    data = page(about, around, language)
    assert pages_in(data) == 1
    return words_in(data)


def worst(form, **changes):
    """Long names, STARTTLS, another user name for sending, nothing proven, an address outside the domain."""
    unsure = {"security": Security.STARTTLS, "proven": False, "trust": Trust.NEEDS_CONSENT}
    servers = {
        "imap": server(f"imap-{LONG_HOST}", 143, **unsure),
        "pop3": server(f"pop3-{LONG_HOST}", 110, **unsure),
        "submission": server(f"smtp-{LONG_HOST}", 587, username=UsernameForm.LOCAL_PART, **unsure),
    }
    someone = Person(f"maximiliane.wolkenstein-hohenlohe@{LONG_HOST}", "Dr. Maximiliane von Wolkenstein-Hohenlohe")
    return account(form, someone, **{**servers, "organisation": "Genossenschaft Wolkenstein & Söhne " * 3, **changes})


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_everything_that_has_to_be_typed_stands_there(form, language):
    said = words(account(form), ALARMS, language)
    assert ("imap.firma.ch" if form in IMAP_FORMS else "pop.firma.ch") in said
    for value in (
        "Anna Müller",
        "anna@firma.ch",
        "Firma & Söhne AG",
        "smtp.firma.ch",
        "993" if form in IMAP_FORMS else "995",
    ):
        assert value in said
    assert "SSL/TLS" in said
    assert FORM_TEXTS[form].into(language, days=21) in said
    assert "Carla Meier, 044 123 45 67." in said
    assert "23" in said
    assert "2026" in said


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_the_alarms_come_first_and_in_full(form, language):
    said = words(account(form), ALARMS, language)
    places = [said.index(text.into(language)) for text in ALARM_TEXTS.values()]
    assert places == sorted(places)
    assert places[-1] < said.index(FORM_TEXTS[form].into(language, days=21)) < said.index("smtp.firma.ch")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_the_worst_case_is_one_page_with_every_value_and_every_warning(form, language):
    around = replace(ALARMS, notes=NOTES)
    said = words(worst(form), around, language).replace(" ", "")
    shown = view(worst(form), around, language)
    cut = (shown.cut,) if shown.limits else ()
    for line in (*shown.warnings, *shown.password, *shown.steps, *cut, shown.ask):
        assert line.replace(" ", "") in said
    protocol = "imap" if form in IMAP_FORMS else "pop3"
    for value in (
        f"{protocol}-{LONG_HOST}",
        f"smtp-{LONG_HOST}",
        "143" if form in IMAP_FORMS else "110",
        "587",
        "STARTTLS",
    ):
        assert value in said


def test_what_does_not_fit_is_named_and_not_dropped_in_silence():
    short, cut = view(account(Form.POP3_KEEP_DAYS)), view(worst(Form.POP3_KEEP_DAYS), ALARMS)
    assert short.limits
    assert all(line in words(account(Form.POP3_KEEP_DAYS)) for line in short.limits)
    assert short.cut not in words(account(Form.POP3_KEEP_DAYS))
    assert cut.cut in words(worst(Form.POP3_KEEP_DAYS), ALARMS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_letters_are_large(form, language):
    """Of words 12 points; of values less, because the letters of that font are larger at the same size."""
    made = page(account(form), replace(ALARMS, alarms=("encrypt_first",)), language)
    sizes = {text.strip(): size for size, text in runs_in(made) if not re.search("README|(23.*2026)", text)}
    assert min(sizes.values()) >= 11.2
    assert min(size for text, size in sizes.items() if " " in text) >= 12
    assert sizes["Anna Müller"] >= 16


def test_names_beyond_measure_still_make_one_page():
    someone = Person("anna@firma.ch", "Anna " * 300 + "x" * 400, username="u" * 2000)
    said = words(account(person=someone, organisation="O" * 3000), replace(ALARMS, contact="c" * 2000))
    assert "imap.firma.ch" in said


def test_two_user_names_are_kept_apart_and_one_is_said_once():
    rows = {row.label: row for row in view(account()).rows}
    assert rows["Benutzername"].outgoing is None
    two = account(submission=server("smtp.firma.ch", 465, username=UsernameForm.LOCAL_PART))
    row = {row.label: row for row in view(two).rows}["Benutzername"]
    assert (row.incoming.text, row.outgoing.text) == ("anna@firma.ch", "anna")


def test_an_unknown_or_unprintable_user_name_is_not_invented():
    for about in (
        account(imap=server(username=UsernameForm.OTHER), submission=server(username=UsernameForm.OTHER)),
        account(person=Person("anna@firma.ch", "Anna", username="用户")),
    ):
        assert "den Namen nennt der Anbieter" in words(about)


def test_a_user_name_with_composed_and_decomposed_letters_is_the_same():
    assert "müller" in words(account(person=Person("anna@firma.ch", "Anna", username="mu\u0308ller")))


def test_a_missing_server_stops_the_steps():
    said = words(account(imap=None))
    assert "nicht bekannt" in said
    assert "Richten Sie noch nichts ein." in said
    assert "Fügen Sie ein Konto hinzu" not in said
    assert "nicht bekannt" in words(account(imap=None, submission=None))


def test_an_unusual_sign_in_is_named_and_the_providers_own_replaces_the_steps():
    assert "Anmeldung" not in words(account())
    encrypted = (Authentication.PASSWORD_ENCRYPTED,)
    assert "Verschlüsseltes Passwort" in words(account(imap=server(authentication=encrypted)))
    oauth2 = (Authentication.OAUTH2,)
    said = words(account(imap=server(authentication=oauth2), submission=server(authentication=oauth2)))
    assert "Das Programm öffnet die Seite des Anbieters." in said
    assert "Tippen Sie die Werte" not in said


@pytest.mark.parametrize(
    ("programs", "opened"),
    [
        ((), "Öffnen Sie Ihr Mailprogramm."),
        ((Program.THUNDERBIRD,), "Öffnen Sie Thunderbird."),
        ((Program.THUNDERBIRD, Program.APPLE), "Öffnen Sie Ihr Mailprogramm."),
        ((Program.BROWSER,), "Im Browser gibt es nichts einzurichten."),
    ],
)
def test_the_first_step_names_the_program_where_it_is_the_only_one(programs, opened):
    assert opened in words(account(person=Person("anna@firma.ch", "Anna", programs=programs)))


@pytest.mark.parametrize("form", Form)
def test_ready_is_only_what_was_also_found_among_sent_mail(form):
    said = words(account(form, BEN))
    assert ("in the browser (webmail) in “Sent” too, everything is ready." in said) is (form in IMAP_FORMS)
    assert ("in the inbox, and in “Sent” too, everything is ready." in said) is (form in POP3_FORMS)
    assert "«Gesendet», ist alles bereit." in words(account(form))


def test_the_file_beside_the_slip_is_named_before_anything_is_typed():
    said = words(account())
    file = said.index("Gibt es in Ihrem Ordner eine Datei für Ihr Programm")
    assert said.index("So geht es") < file < said.index("Tippen Sie die Werte von oben ab")
    program = Person("order@firma.ch", "Bestellungen", role=Role.PROGRAM)
    assert "Gibt es in Ihrem Ordner" not in words(account(Form.IMAP, program))


def test_a_program_and_the_collecting_computer():
    program = Person("order@firma.ch", "Bestellungen", role=Role.PROGRAM)
    assert "Öffnen Sie das Programm, das diese Mails abholt." in words(account(Form.POP3_DELETE, program))
    collector = words(account(Form.IMAP, COLLECTOR))
    assert "Er darf auf dem Server nie etwas löschen." in collector
    assert "Kopie auf dem Server belassen, nie löschen." in collector


@pytest.mark.parametrize("form", Form)
def test_the_code_is_there_for_phones_that_may_read_this_way(form):
    android = Person("anna@firma.ch", "Anna", programs=(Program.ANDROID,))
    iphone = Person("anna@firma.ch", "Anna", programs=(Program.APPLE,))
    assert code_for(account(form)) == (qr_text(account(form)) if form in IMAP_FORMS else None)
    assert code_for(account(form, android)) == qr_text(account(form, android))
    assert code_for(account(form, iphone)) is None
    assert ("Code einlesen" in words(account(form))) is (form in IMAP_FORMS)


def test_no_code_before_a_name_is_confirmed_nor_for_the_providers_own_sign_in():
    assert code_for(account(imap=server(trust=Trust.NEEDS_CONSENT))) is None
    assert code_for(account(imap=server(authentication=(Authentication.OAUTH2,)))) is None


def test_the_day_of_the_check_is_the_earlier_one_and_never_invented():
    assert "Server geprüft am 23. November 2026" in words(account())
    assert "Servers checked on 23 November 2026" in words(account(person=BEN))
    assert "Nicht jeder Server ist geprüft" in words(account(imap=server(proven=False)))
    assert "Nicht jeder Server ist geprüft" in words(account(imap=None))


def test_a_slip_needs_a_person():
    with pytest.raises(ValueError, match="person"):
        slip_view(account(person=None), Circumstances(), Language.DE)


@pytest.mark.parametrize("form", Form)
def test_the_same_input_gives_the_same_bytes_in_every_thread(form):
    made = []

    def make():
        made.extend(page(account(form, person), ALARMS) for person in (ANNA, BEN, ANNA))

    threads = [threading.Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    assert len(set(made)) == 2
    assert b"/CreationDate" not in made[0]


def test_the_fonts_have_every_letter_that_is_let_through():
    every = "".join(chr(code) for first, last in RANGES for code in range(first, last + 1))
    left = printable(every).replace(" ", "")
    for at in range(0, len(left), 200):  # PDF/UA refuses a letter without a shape
        someone = Person("anna@firma.ch", left[at : at + 200], username="a")
        assert words(account(person=someone), Circumstances(contact=left[at : at + 200]))


hostile = st.text(max_size=30) | st.sampled_from(
    [
        '#import "x": *',
        '#read("/etc/passwd")',
        "*b* _i_ `c` $x^2$ <l> @r = H",
        '"); #panic("',
        "\\u{41} // /* */ ~ --- ...",
        "[#sys.inputs]",
        "'q' \"q\"",
        "%EMAILADDRESS% {address} {0}",
    ]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, hostile, hostile, hostile, st.sampled_from([Form.IMAP, Form.POP3_DELETE]))
def test_names_are_words_and_nothing_else(name, username, organisation, contact, form):
    someone = Person("anna@firma.ch", name, username=username or None)
    said = words(account(form, someone, organisation=organisation), Circumstances(contact=contact)).replace(" ", "")
    for text in (name, organisation, contact):
        assert printable(plain(text)).replace(" ", "") in said
    assert "smtp.firma.ch" in said


def test_pop3_forms_have_no_code_unless_asked_for():
    assert all(code_for(account(form)) is None for form in POP3_FORMS)
