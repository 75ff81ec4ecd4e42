"""What each kind of file cannot express, per form of reading."""

import pytest

from advisor.profiles.account import IMAP_FORMS, Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import FORMATS, limits, refusals
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import ANNA, COLLECTOR, account, server

C = Cannot
TABLE = {
    (Target.SHEET, Form.IMAP): set(),
    (Target.SHEET, Form.IMAP_ARCHIVE): {C.OFFLINE_PHONE},
    (Target.SHEET, Form.POP3_KEEP_DAYS): {C.PHONE_DAYS, C.PHONE_NEVER_DELETES, C.NEW_OUTLOOK_POP3},
    (Target.SHEET, Form.POP3_KEEP_FOREVER): {C.NEW_OUTLOOK_POP3},
    (Target.SHEET, Form.POP3_DELETE): {C.PHONE_NEVER_DELETES, C.NEW_OUTLOOK_POP3},
    (Target.SLIP, Form.IMAP): set(),
    (Target.SLIP, Form.IMAP_ARCHIVE): {C.OFFLINE_PHONE},
    (Target.SLIP, Form.POP3_KEEP_DAYS): {C.PHONE_DAYS, C.PHONE_NEVER_DELETES, C.NEW_OUTLOOK_POP3},
    (Target.SLIP, Form.POP3_KEEP_FOREVER): {C.NEW_OUTLOOK_POP3},
    (Target.SLIP, Form.POP3_DELETE): {C.PHONE_NEVER_DELETES, C.NEW_OUTLOOK_POP3},
    (Target.THUNDERBIRD, Form.IMAP): set(),
    (Target.THUNDERBIRD, Form.IMAP_ARCHIVE): {C.OFFLINE_COPY},
    (Target.THUNDERBIRD, Form.POP3_KEEP_DAYS): {C.DELETES_TOGETHER, C.PHONE_READS_IMAP_ONLY},
    (Target.THUNDERBIRD, Form.POP3_KEEP_FOREVER): {C.KEEP_FOREVER, C.DELETES_TOGETHER, C.PHONE_READS_IMAP_ONLY},
    (Target.THUNDERBIRD, Form.POP3_DELETE): {C.DELETES_AT_ONCE, C.PHONE_READS_IMAP_ONLY},
    **{(Target.THUNDERBIRD_POLICIES, form): {C.PER_COMPUTER, C.ACCOUNT_LIVES_IN_FILE} for form in IMAP_FORMS},
    **{
        (Target.THUNDERBIRD_POLICIES, form): {C.PER_COMPUTER, C.ACCOUNT_LIVES_IN_FILE, C.LOCKED_POP3, *more}
        for form, more in {
            Form.POP3_KEEP_DAYS: (),
            Form.POP3_KEEP_FOREVER: (),
            Form.POP3_DELETE: (C.DELETES_AT_ONCE,),
        }.items()
    },
    (Target.APPLE, Form.IMAP): {C.UNSIGNED},
    (Target.APPLE, Form.IMAP_ARCHIVE): {C.UNSIGNED, C.OFFLINE_COPY},
    (Target.APPLE, Form.POP3_KEEP_DAYS): {C.UNSIGNED, C.NO_DAYS},
    (Target.APPLE, Form.POP3_KEEP_FOREVER): {C.UNSIGNED, C.NO_FOREVER},
    (Target.APPLE, Form.POP3_DELETE): {C.UNSIGNED, C.NO_DELETE},
    (Target.OUTLOOK_POX, Form.IMAP): {C.OUTLOOK_IGNORES_FILE},
    (Target.OUTLOOK_POX, Form.IMAP_ARCHIVE): {C.OUTLOOK_IGNORES_FILE, C.OFFLINE_COPY},
    (Target.OUTLOOK_POX, Form.POP3_KEEP_DAYS): {C.OUTLOOK_IGNORES_FILE, C.NEVER_PUBLISHED},
    (Target.OUTLOOK_POX, Form.POP3_KEEP_FOREVER): {C.OUTLOOK_IGNORES_FILE, C.OUTLOOK_OWN_PERIOD},
    (Target.OUTLOOK_POX, Form.POP3_DELETE): {C.OUTLOOK_IGNORES_FILE, C.NEVER_PUBLISHED},
    (Target.OUTLOOK_PRF, Form.IMAP): {C.PLAIN_LETTERS},
    (Target.OUTLOOK_PRF, Form.IMAP_ARCHIVE): {C.PLAIN_LETTERS, C.OFFLINE_COPY},
    (Target.OUTLOOK_PRF, Form.POP3_KEEP_DAYS): {C.PLAIN_LETTERS},
    (Target.OUTLOOK_PRF, Form.POP3_KEEP_FOREVER): {C.PLAIN_LETTERS},
    (Target.OUTLOOK_PRF, Form.POP3_DELETE): {C.DELETES_AT_ONCE, C.PLAIN_LETTERS},
    (Target.OUTLOOK_STEPS, Form.IMAP): set(),
    (Target.OUTLOOK_STEPS, Form.IMAP_ARCHIVE): set(),
    (Target.OUTLOOK_STEPS, Form.POP3_KEEP_DAYS): {C.NEW_OUTLOOK_POP3},
    (Target.OUTLOOK_STEPS, Form.POP3_KEEP_FOREVER): {C.NEW_OUTLOOK_POP3},
    (Target.OUTLOOK_STEPS, Form.POP3_DELETE): {C.NEW_OUTLOOK_POP3},
    (Target.DNS, Form.IMAP): {C.PROGRAMS_IGNORE_DNS},
    (Target.DNS, Form.IMAP_ARCHIVE): {C.PROGRAMS_IGNORE_DNS, C.OFFLINE_COPY},
    (Target.DNS, Form.POP3_KEEP_DAYS): {C.PROGRAMS_IGNORE_DNS, C.DNS_NO_PERIOD},
    (Target.DNS, Form.POP3_KEEP_FOREVER): {C.PROGRAMS_IGNORE_DNS, C.DNS_NO_PERIOD, C.PACC_NO_PERIOD},
    (Target.DNS, Form.POP3_DELETE): {C.PROGRAMS_IGNORE_DNS, C.DNS_NO_PERIOD},
    (Target.DOVECOT, Form.IMAP): set(),
    (Target.DOVECOT, Form.IMAP_ARCHIVE): {C.OFFLINE_COPY},
    (Target.DOVECOT, Form.POP3_KEEP_DAYS): {C.SERVER_CANNOT_ORDER, C.SERVER_DELETES_FOR_ALL},
    (Target.DOVECOT, Form.POP3_KEEP_FOREVER): {C.SERVER_CANNOT_ORDER},
    (Target.DOVECOT, Form.POP3_DELETE): {C.SERVER_CANNOT_ORDER},
    (Target.MBSYNC, Form.IMAP): set(),
    (Target.MBSYNC, Form.IMAP_ARCHIVE): set(),
    (Target.MBSYNC, Form.POP3_KEEP_DAYS): {C.OTHER_PROTOCOL_POP3},
    (Target.MBSYNC, Form.POP3_KEEP_FOREVER): {C.OTHER_PROTOCOL_POP3},
    (Target.MBSYNC, Form.POP3_DELETE): {C.OTHER_PROTOCOL_POP3},
    (Target.GETMAIL, Form.IMAP): {C.COPIES_ONLY},
    (Target.GETMAIL, Form.IMAP_ARCHIVE): {C.COPIES_ONLY},
    (Target.GETMAIL, Form.POP3_KEEP_DAYS): set(),
    (Target.GETMAIL, Form.POP3_KEEP_FOREVER): set(),
    (Target.GETMAIL, Form.POP3_DELETE): {C.DELETES_AT_ONCE},
    (Target.FETCHMAIL, Form.IMAP): {C.NEEDS_LOCAL_DELIVERY, C.NEEDS_COMMON_NAME, C.UNREAD_ONLY},
    (Target.FETCHMAIL, Form.IMAP_ARCHIVE): {C.NEEDS_LOCAL_DELIVERY, C.NEEDS_COMMON_NAME, C.COPY_INCOMPLETE},
    (Target.FETCHMAIL, Form.POP3_KEEP_DAYS): {C.NEEDS_LOCAL_DELIVERY, C.NEEDS_COMMON_NAME, C.DAYS_BECOME_NEVER},
    (Target.FETCHMAIL, Form.POP3_KEEP_FOREVER): {C.NEEDS_LOCAL_DELIVERY, C.NEEDS_COMMON_NAME},
    (Target.FETCHMAIL, Form.POP3_DELETE): {C.DELETES_AT_ONCE, C.NEEDS_LOCAL_DELIVERY, C.NEEDS_COMMON_NAME},
    (Target.MPOP, Form.IMAP): {C.OTHER_PROTOCOL_IMAP},
    (Target.MPOP, Form.IMAP_ARCHIVE): {C.OTHER_PROTOCOL_IMAP},
    (Target.MPOP, Form.POP3_KEEP_DAYS): {C.DAYS_BECOME_NEVER},
    (Target.MPOP, Form.POP3_KEEP_FOREVER): set(),
    (Target.MPOP, Form.POP3_DELETE): {C.DELETES_AT_ONCE},
    (Target.MSMTP, Form.IMAP): set(),
    (Target.MSMTP, Form.IMAP_ARCHIVE): set(),
    (Target.MSMTP, Form.POP3_KEEP_DAYS): set(),
    (Target.MSMTP, Form.POP3_KEEP_FOREVER): set(),
    (Target.MSMTP, Form.POP3_DELETE): set(),
    (Target.OFFLINEIMAP, Form.IMAP): {C.NEEDS_COMMON_NAME},
    (Target.OFFLINEIMAP, Form.IMAP_ARCHIVE): {C.NEEDS_COMMON_NAME},
    (Target.OFFLINEIMAP, Form.POP3_KEEP_DAYS): {C.OTHER_PROTOCOL_POP3},
    (Target.OFFLINEIMAP, Form.POP3_KEEP_FOREVER): {C.OTHER_PROTOCOL_POP3},
    (Target.OFFLINEIMAP, Form.POP3_DELETE): {C.OTHER_PROTOCOL_POP3},
    (Target.NEOMUTT, Form.IMAP): set(),
    (Target.NEOMUTT, Form.IMAP_ARCHIVE): {C.ONLINE_ONLY},
    (Target.NEOMUTT, Form.POP3_KEEP_DAYS): {C.OTHER_PROTOCOL_POP3},
    (Target.NEOMUTT, Form.POP3_KEEP_FOREVER): {C.OTHER_PROTOCOL_POP3},
    (Target.NEOMUTT, Form.POP3_DELETE): {C.OTHER_PROTOCOL_POP3},
    (Target.AERC, Form.IMAP): set(),
    (Target.AERC, Form.IMAP_ARCHIVE): {C.ONLINE_ONLY},
    (Target.AERC, Form.POP3_KEEP_DAYS): {C.OTHER_PROTOCOL_POP3},
    (Target.AERC, Form.POP3_KEEP_FOREVER): {C.OTHER_PROTOCOL_POP3},
    (Target.AERC, Form.POP3_DELETE): {C.OTHER_PROTOCOL_POP3},
    **{
        (target, form): cannot
        for target in (Target.THUNDERBIRD_ANDROID_QR, Target.K9)
        for form, cannot in {
            Form.IMAP: set(),
            Form.IMAP_ARCHIVE: {C.OFFLINE_PHONE},
            Form.POP3_KEEP_DAYS: {C.PHONE_NOT_NAMED, C.PHONE_NEVER_DELETES},
            Form.POP3_KEEP_FOREVER: {C.PHONE_NOT_NAMED},
            Form.POP3_DELETE: {C.PHONE_NOT_NAMED, C.PHONE_NEVER_DELETES},
        }.items()
    },
    **{(Target.EVOLUTION, form): {C.DELETES_AT_ONCE} if form is Form.POP3_DELETE else set() for form in Form},
    **{
        (Target.KMAIL, form): {C.SENT_STAYS_HERE, C.TRASH_STAYS_HERE} if form.startswith("imap") else set()
        for form in Form
    },
    (Target.KMAIL, Form.POP3_DELETE): {C.DELETES_AT_ONCE},
    (Target.CLAWS, Form.IMAP): {C.REPLACES_ACCOUNTS, C.SENT_STAYS_HERE},
    (Target.CLAWS, Form.IMAP_ARCHIVE): {C.REPLACES_ACCOUNTS, C.SENT_STAYS_HERE, C.OFFLINE_COPY},
    (Target.CLAWS, Form.POP3_KEEP_DAYS): {C.REPLACES_ACCOUNTS},
    (Target.CLAWS, Form.POP3_KEEP_FOREVER): {C.REPLACES_ACCOUNTS},
    (Target.CLAWS, Form.POP3_DELETE): {C.DELETES_AT_ONCE, C.REPLACES_ACCOUNTS},
}
WITHOUT_A_FILE = {
    C.OTHER_PROTOCOL_POP3,
    C.OTHER_PROTOCOL_IMAP,
    C.COPY_INCOMPLETE,
    C.PHONE_NOT_NAMED,
    C.NO_FOREVER,
    C.OUTLOOK_OWN_PERIOD,
    C.NEVER_PUBLISHED,
}


def test_the_table_is_complete():
    assert set(TABLE) == {(target, form) for target in Target for form in Form}


@pytest.mark.parametrize(("target", "form"), TABLE)
def test_limits(target, form):
    assert set(limits(target, account(form))) == TABLE[target, form]
    assert set(refusals(target, account(form))) == TABLE[target, form] & WITHOUT_A_FILE


def test_the_sheet_speaks_only_of_programs_in_use():
    outlook = Person("a@firma.ch", "A", programs=(Program.OUTLOOK,))
    assert limits(Target.SHEET, account(Form.POP3_KEEP_DAYS, outlook)) == ()
    iphone = Person("a@firma.ch", "A", programs=(Program.APPLE,))
    assert limits(Target.SHEET, account(Form.POP3_KEEP_DAYS, iphone)) == (C.PHONE_DAYS,)


@pytest.mark.parametrize("target", [target for target, kind in FORMATS.items() if not kind.always])
def test_without_servers_there_is_no_profile_but_a_sheet_and_a_slip(target):
    bare = account(imap=None, submission=None)
    assert refusals(target, bare)[:2] == (C.NO_INCOMING_SERVER, C.NO_SENDING_SERVER)
    for paper in (Target.SHEET, Target.SLIP):
        assert refusals(paper, bare) == ()
        assert limits(paper, bare) == (C.NO_INCOMING_SERVER, C.NO_SENDING_SERVER)


def test_no_password_style_profile_where_the_provider_takes_no_passwords():
    oauth2 = account(imap=server(authentication=(Authentication.OAUTH2,)))
    for target in (Target.APPLE, Target.OUTLOOK_POX, Target.OUTLOOK_PRF):
        assert refusals(target, oauth2) == (C.OAUTH2_REQUIRED,)
    assert refusals(Target.THUNDERBIRD, oauth2) == ()
    assert C.OAUTH2_KNOWN_SERVERS in limits(Target.THUNDERBIRD, oauth2)


@pytest.mark.parametrize("form", Form)
def test_a_program_takes_the_values_of_the_sheet_and_no_file_for_mail_programs(form):
    program = Person("order@firma.ch", "Bestellungen", role=Role.PROGRAM)
    for target in set(Target) - {Target.SHEET, Target.SLIP}:
        assert refusals(target, account(form, program)) == (C.PROGRAM_TAKES_VALUES,)
    assert limits(Target.SHEET, account(form, program)) == ()


def test_the_collecting_computer_gets_no_file_that_might_delete():
    for target in (Target.APPLE, Target.OUTLOOK_POX, Target.THUNDERBIRD):
        assert refusals(target, account(Form.IMAP, COLLECTOR)) == (C.COLLECTOR_MUST_KEEP,)
    for target in (Target.OUTLOOK_PRF, Target.THUNDERBIRD_POLICIES, Target.EVOLUTION, Target.KMAIL, Target.CLAWS):
        assert refusals(target, account(Form.IMAP, COLLECTOR)) == ()


def test_the_collecting_computer_is_told_one_reason_that_fits_its_protocol():
    copying = Person("info@firma.ch", "Archiv-PC", role=Role.COLLECTOR, alternative=Alternative.IMAP_ARCHIVE)
    for target in (Target.NEOMUTT, Target.AERC):
        assert refusals(target, account(Form.IMAP, COLLECTOR)) == (C.OTHER_PROTOCOL_POP3,)
        assert refusals(target, account(Form.IMAP, copying)) == (C.COLLECTOR_NEEDS_COPIER,)


def test_what_outlook_could_only_misread_is_refused():
    starttls = account(imap=server(port=143, security=Security.STARTTLS))
    assert refusals(Target.OUTLOOK_PRF, starttls) == (C.INCOMING_STARTTLS,)
    assert refusals(Target.OUTLOOK_POX, starttls) == ()
    for strange in ("a%b%@firma.ch", "a'b'@firma.ch"):
        expected = () if "'" in strange else (C.NOT_WRITABLE,)
        assert refusals(Target.OUTLOOK_PRF, account(person=Person(strange, "A"))) == expected
    for username in ("müller", "a;b", "[a]", '"a"', "'a'", "%a%"):
        person = Person("a@firma.ch", "A", username=username)
        assert refusals(Target.OUTLOOK_PRF, account(person=person)) == (C.NOT_WRITABLE,)


def test_starttls_and_unknown_user_names_are_named():
    starttls = account(imap=server(port=143, security=Security.STARTTLS))
    assert C.ONE_ENCRYPTION_SWITCH in limits(Target.APPLE, starttls)
    nameless = account(imap=server(username=UsernameForm.OTHER))
    assert C.USERNAME_UNKNOWN in limits(Target.APPLE, nameless)
    for person in (ANNA, None):  # Thunderbird would take the address without asking
        nameless = account(person=person, imap=server(username=UsernameForm.OTHER))
        assert refusals(Target.THUNDERBIRD, nameless) == (C.USERNAME_NEEDED,)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", Cannot)
def test_every_code_says_what_happens_instead_and_what_to_do(code, language):
    sentences = LIMIT_TEXTS[code].sentences(language, account(Form.POP3_KEEP_DAYS))
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in sentences)
