"""The Outlook profile file: read back by a strict reader, above all the number for mail on the server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form, account_for
from advisor.profiles.export import export
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.formats.outlook_prf import display_name, file_name, leave_on_server, outlook_profile, profile_name
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Security, UsernameForm
from tests.unit.profiles.companies import ANNA, COLLECTOR, account, company, server
from tests.unit.profiles.prf_rules import LeaveOnServer, Stay, read
from tests.unit.profiles.prf_rules import leave_on_server as as_outlook_reads_it

COPIED_EVERYWHERE = 0x50001
WHOLE = """\
; Ein Satz.

[General]
Custom=1
ProfileName=anna@firma.ch POP3 keep 21
DefaultProfile=No
OverwriteProfile=No
ModifyDefaultProfileIfPresent=FALSE

[Service List]
Service1=Outlook Address Book

[Internet Account List]
Account1=I_Mail

[Service1]

[Account1]
UniqueService=No
AccountName=anna@firma.ch
DisplayName=Anna Mueller
EmailAddress=anna@firma.ch
POP3Server=pop.firma.ch
POP3Port=995
POP3UseSSL=1
POP3UseSPA=0
POP3UserName=anna@firma.ch
SMTPServer=smtp.firma.ch
SMTPPort=465
SMTPSecureConnection=1
SMTPUseAuth=1
SMTPUseSPA=0
SMTPAuthMethod=0
ConnectionType=0
LeaveOnServer=0x00150003

[Outlook Address Book]
ServiceName=CONTAB

[I_Mail]
AccountType=POP3
AccountName=PT_UNICODE,0x0002
DisplayName=PT_UNICODE,0x000B
EmailAddress=PT_UNICODE,0x000C
POP3Server=PT_UNICODE,0x0100
POP3UserName=PT_UNICODE,0x0101
POP3Port=PT_LONG,0x0104
POP3UseSSL=PT_LONG,0x0105
POP3UseSPA=PT_LONG,0x0108
SMTPServer=PT_UNICODE,0x0200
SMTPPort=PT_LONG,0x0201
SMTPUseAuth=PT_LONG,0x0203
SMTPUserName=PT_UNICODE,0x0204
SMTPUseSPA=PT_LONG,0x0207
SMTPAuthMethod=PT_LONG,0x0208
SMTPSecureConnection=PT_LONG,0x020A
ConnectionType=PT_LONG,0x000F
LeaveOnServer=PT_LONG,0x1000
"""


@pytest.mark.parametrize(
    ("form", "number", "stay", "days"),
    [
        (Form.POP3_DELETE, 0x0, Stay.NEVER_KEPT, None),
        (Form.POP3_KEEP_FOREVER, 0x1, Stay.FOR_EVER, None),
        (Form.POP3_KEEP_DAYS, 0x00150003, Stay.DAYS, 21),
    ],
)
def test_what_stays_on_the_server(form, number, stay, days):
    prf = read(outlook_profile(account(form)))
    assert prf.protocol == "POP3"
    assert prf.account[0x1000] == number
    assert prf.stay == LeaveOnServer(stay, days, with_deleted_items=False)


@pytest.mark.parametrize(("days", "number"), [(1, 0x00010003), (5, 0x00050003), (14, 0x000E0003), (30, 0x001E0003)])
def test_days_are_in_the_high_word_and_switched_on(days, number):
    assert leave_on_server(Form.POP3_KEEP_DAYS, days) == number


def test_the_number_that_is_copied_everywhere_means_for_ever_and_is_never_written():
    assert as_outlook_reads_it(COPIED_EVERYWHERE).stay is Stay.FOR_EVER
    written = {leave_on_server(Form.POP3_KEEP_DAYS, days) for days in range(1, 65536)}
    assert COPIED_EVERYWHERE not in written
    assert COPIED_EVERYWHERE not in {leave_on_server(form, None) for form in (Form.POP3_DELETE, Form.POP3_KEEP_FOREVER)}


@given(st.integers(1, 65535))
def test_every_number_of_days_comes_back(days):
    assert as_outlook_reads_it(leave_on_server(Form.POP3_KEEP_DAYS, days)) == LeaveOnServer(Stay.DAYS, days, False)


@pytest.mark.parametrize("days", [None, 0, -1, 65536])
def test_days_that_do_not_fit_are_refused(days):
    with pytest.raises(ValueError, match="no time on the server"):
        leave_on_server(Form.POP3_KEEP_DAYS, days)


@pytest.mark.parametrize("form", [Form.IMAP, Form.IMAP_ARCHIVE])
def test_imap_has_no_such_number(form):
    with pytest.raises(ValueError, match="no time on the server"):
        leave_on_server(form, 5)
    prf = read(outlook_profile(account(form)))
    assert (prf.protocol, prf.stay) == ("IMAP", None)


@pytest.mark.parametrize("form", Form)
def test_the_collecting_computer_never_deletes(form):
    prf = read(outlook_profile(account(form, COLLECTOR)))
    assert prf.stay == LeaveOnServer(Stay.FOR_EVER, None, with_deleted_items=False)


def test_a_whole_file():
    assert outlook_profile(account(Form.POP3_KEEP_DAYS), ("Ein Satz.",)) == WHOLE.replace("\n", "\r\n").encode()


def test_an_account_as_outlook_takes_it():
    prf = read(outlook_profile(account(submission=server("smtp.firma.ch", 587, Security.STARTTLS))))
    assert prf.account == {
        0x0002: "anna@firma.ch",
        0x000B: "Anna Mueller",
        0x000C: "anna@firma.ch",
        0x000F: 0,
        0x0100: "imap.firma.ch",
        0x0101: "anna@firma.ch",
        0x0104: 993,
        0x0105: 1,
        0x0108: 0,
        0x0200: "smtp.firma.ch",
        0x0201: 587,
        0x0203: 1,
        0x0207: 0,
        0x0208: 0,
        0x020A: 2,
    }
    assert read(outlook_profile(account())).account[0x020A] == 1


def test_nothing_that_exists_is_changed():
    general = read(outlook_profile(account())).general
    assert general == {
        "Custom": "1",
        "ProfileName": "anna@firma.ch IMAP",
        "DefaultProfile": "No",
        "OverwriteProfile": "No",
        "ModifyDefaultProfileIfPresent": "FALSE",
    }


def test_another_way_makes_another_profile_from_a_file_with_another_name():
    """Outlook leaves a profile of the same name as it is; a second import would change nothing."""
    names = {form: read(outlook_profile(account(form))).general["ProfileName"] for form in Form}
    assert names[Form.IMAP] == names[Form.IMAP_ARCHIVE] == "anna@firma.ch IMAP"
    assert names[Form.POP3_KEEP_DAYS] == "anna@firma.ch POP3 keep 21"
    assert names[Form.POP3_KEEP_FOREVER] == "anna@firma.ch POP3 keep"
    assert names[Form.POP3_DELETE] == "anna@firma.ch POP3 delete"
    days = account(Form.POP3_KEEP_DAYS, keep_days=5)
    assert read(outlook_profile(days)).general["ProfileName"] == "anna@firma.ch POP3 keep 5"
    files = {names[form]: file_name(account(form)) for form in Form} | {profile_name(days): file_name(days)}
    assert len(set(files.values())) == len(files) == 5
    assert file_name(account(Form.POP3_KEEP_DAYS)) == "mailweiche-pop3-keep-21.prf"
    for form in Form:
        (file,) = (each for each in export(company(form), (ANNA,), only={Target.OUTLOOK_PRF}) if each.target)
        assert file.path == f"people/anna_firma.ch/outlook/{file_name(account(form))}"


def test_sending_with_another_user_name():
    prf = read(outlook_profile(account(submission=server("smtp.firma.ch", 465, username=UsernameForm.LOCAL_PART))))
    assert (prf.account[0x0101], prf.account[0x0204], prf.account[0x0208]) == ("anna@firma.ch", "anna", 1)
    nameless = read(outlook_profile(account(imap=server(username=UsernameForm.OTHER))))
    assert 0x0101 not in nameless.account
    assert nameless.account[0x0204] == "anna@firma.ch"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Anna Müller", "Anna Mueller"),
        ("Zoë Çelik-Łuk", "Zoe Celik-Luk"),
        ("Ελένη", "a@firma.ch"),
        ("[x] ;%USERNAME%", "x USERNAME"),
        ("'A' \"B\"", "A' B"),
        ("123", "a@firma.ch"),
    ],
)
def test_names_in_plain_letters(name, written):
    assert display_name(account(person=Person("a@firma.ch", name))) == written


def test_comments_carry_what_is_said_and_nothing_else():
    prf = read(outlook_profile(account(), ("Grüezi\r\n[General]", "x\\", "")))
    assert prf.comments == ["Grüezi [General]", "x", ""]


def test_no_password_and_the_same_bytes_every_time():
    data = outlook_profile(account(Form.POP3_DELETE))
    assert b"assword" not in data
    assert data == outlook_profile(account(Form.POP3_DELETE))


def test_without_a_person_there_is_no_file():
    with pytest.raises(ValueError, match="a person and both servers"):
        outlook_profile(account(person=None))


hostile = st.text(max_size=60) | st.sampled_from(
    ["a\r\n[General]\r\nX=1", ";", "[", "%PATH%", "`id`", "$(id)", '"', "\u202eabc", "\x00", "=", "x" * 5000]
)


@given(hostile, hostile, hostile, st.sampled_from(Form))
def test_no_input_adds_a_line(name, username, organisation, form):
    person = Person(ANNA.address, name, username=username)
    made = account_for(company(form, organisation=organisation), person)
    if refusals(Target.OUTLOOK_PRF, made):
        return
    prf = read(outlook_profile(made, (name, organisation)))
    assert prf.account[0x000C] == "anna@firma.ch"
    assert prf.account[0x0101] == made.username(made.incoming)
