"""The advice that must never be given, rule by rule (R1 to R21), wherever this product gives advice.

What a rule asks of a plan of steps belongs to the plan; here stands what answers, servers, settings, profiles and
texts can break today.
"""

import plistlib
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.codes import Alarm, ConditionCode
from advisor.findings.table import TABLE
from advisor.profiles.account import Form
from advisor.profiles.deletion_offer import LosesMailError, deletion_offer, take
from advisor.profiles.export import export, refused
from advisor.profiles.targets import Target
from advisor.report.result.view import result_view
from advisor.report.texts.alarms import ALARMS
from advisor.report.texts.conditions import CONDITIONS
from advisor.report.texts.limits import LIMITS, RETENTION
from advisor.settings.codes import Alternative, Program, ReadingProtocol, Role
from advisor.settings.consent import needed, to_confirm, without_unconfirmed
from advisor.settings.problems import Reason as StaffReason
from advisor.settings.selection import company_settings, select, service_settings
from advisor.settings.staff import Defaults, read_staff
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Source, Status, Trust
from probes.results import MailExchanger, Offers, Provider
from tests.made_up.small_reports import certificate, claim, report, service
from tests.unit.decision.conftest import make_company, make_server
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, company, server
from tests.unit.safety_cases import (
    ANSWERS,
    AWAY,
    EXAMPLES,
    FORBIDDEN_ACTIONS,
    FORBIDDEN_STEPS,
    POP3_ONLY,
    SERVERS,
    companies,
    conditions,
    exported,
    feasible,
)


@EXAMPLES
@given(ANSWERS, SERVERS)
def test_r1_no_deleting_where_several_devices_or_people_read(answers, mailserver) -> None:
    shared = answers.code("devices") != "one" or answers.code("shared_addresses") != "none"
    if shared:
        assert Alternative.POP3_DELETE not in feasible(advise(answers, mailserver))


def test_r2_no_deleting_reader_beside_others() -> None:
    rows = "address;name;alternative\ninfo@firma.ch;Anna;imap\ninfo@firma.ch;Alter PC;pop3_delete\n"
    staff = read_staff(rows.encode(), Defaults(Alternative.IMAP))
    assert StaffReason.DELETES_FOR_OTHERS in {problem.reason for problem in staff.problems}


@pytest.mark.parametrize("way", ["pop3_delete;", "pop3_keep;14"])
def test_r1_and_r2_no_list_makes_two_programs_or_a_phone_and_a_computer_delete(way) -> None:
    header = "address;name;alternative;keep_days;programs\n"
    one_row = f"{header}a@firma.ch;Anna;{way};outlook,apple\n"
    two_rows = f"{header}a@firma.ch;Anna;{way};outlook\na@firma.ch;Anna Handy;imap;;apple\n"
    for rows in (one_row, two_rows):
        staff = read_staff(rows.encode(), Defaults(Alternative.IMAP))
        assert not any(person.alternative is not Alternative.IMAP for person in staff.people), rows
        assert staff.problems


@EXAMPLES
@given(companies(devices=["two", "three_plus", "unknown"]))
def test_r2_what_stays_on_the_server_for_several_is_never_deleted(answers) -> None:
    advice = advise(answers, POP3_ONLY)
    assume(advice.recommended is Alternative.POP3_KEEP)
    assert advice.keep_days is None


@EXAMPLES
@given(ANSWERS, SERVERS)
def test_r3_mail_that_may_lie_on_one_computer_only_is_the_first_alarm(answers, mailserver) -> None:
    local = answers.code("mail_location") in ("one_computer", None) or answers.code("local_only_mail") != "none"
    advice = advise(answers, mailserver)
    if local and answers.code("mail_location") != "new":
        assert advice.alarms[:1] == (Alarm.MAIL_ONLY_ON_PC,)


@pytest.mark.parametrize("language", Language)
def test_r3_its_words_ask_for_backup_restore_and_count(language) -> None:
    text = ALARMS[Alarm.MAIL_ONLY_ON_PC].text.into(language).lower()
    for word in {"de": ("sicherung", "geöffnet", "wie viele"), "en": ("backup", "opened", "how many")}[language]:
        assert word in text


def test_r4_and_r18_unknown_collectors_are_a_condition_and_the_one_collector_never_deletes() -> None:
    unknown = make_company(readers="unknown")
    assert ConditionCode.CHECK_OTHER_COLLECTORS in conditions(advise(unknown, make_server()))
    rows = "address;name;role\ninfo@firma.ch;PC 1;collector\ninfo@firma.ch;PC 2;collector\n"
    staff = read_staff(rows.encode(), Defaults(Alternative.IMAP_ARCHIVE))
    assert StaffReason.SECOND_COLLECTOR in {problem.reason for problem in staff.problems}
    xml = next(text for path, text in exported(Form.IMAP_ARCHIVE, (COLLECTOR,)).items() if path.endswith(".xml"))
    assert "<leaveMessagesOnServer>false" not in xml
    assert "<daysToLeaveMessagesOnServer>" not in xml
    assert COLLECTOR.role is Role.COLLECTOR


def test_r19_the_server_deletes_only_when_confirmed_and_never_beside_a_collector_or_imap() -> None:
    settings, ida = company(Form.POP3_KEEP_DAYS), Person("ida@firma.ch", "Ida", programs=(Program.APPLE,))
    (snippet,) = (file for file in export(settings, (ida,), only={Target.DOVECOT}) if file.target)
    assert not re.search(rb"(?m)^\s*autoexpunge", snippet.data)
    for other in (COLLECTOR, Person("tom@firma.ch", "Tom", alternative=Alternative.IMAP)):
        offer = deletion_offer(settings, (ida, other))
        assert offer is not None
        with pytest.raises(LosesMailError):
            take(offer, date(2026, 11, 27))


def test_r5_clear_text_is_never_proposed() -> None:
    plain = service(port=143, security=Security.NONE, tls=None)
    assert select(report([claim(port=143, security=Security.NONE)], [plain]), Protocol.IMAP).settings is None
    insecure = advise(make_company(), make_server(imap="insecure_only"))
    assert ConditionCode.REQUIRE_TLS in conditions(insecure)


@pytest.mark.parametrize("form", Form)
def test_r5_and_r6_files_name_encrypted_ports_and_say_to_stop_at_a_warning(form) -> None:
    for path, text in exported(form).items():
        assert not re.search(r"(?i)port\W{0,3}(25|110|143)\b", text), path
        if path.endswith((".html", ".pdf")):
            assert re.search(r"brechen Sie ab|stop and ask|cancel", text), path


def test_r6_no_finding_says_to_accept_a_certificate() -> None:
    for code, row in TABLE.items():
        for language in Language:
            action = row.action.into(language).lower()
            assert not re.search(FORBIDDEN_ACTIONS, action), code


def test_r7_neither_mx_nor_guess_alone_becomes_a_setting() -> None:
    only_mx = report([], [service()], mail_exchangers=(MailExchanger("mail.firma.ch", 10),))
    assert service_settings(only_mx).imap is None
    guess = claim(Source.GUESS, trust=Trust.NEEDS_CONSENT)
    assert select(report([guess], []), Protocol.IMAP).settings is None
    gateway = (MailExchanger("mail.firma.ch", 10, gateway="hornetsecurity"),)
    assert select(report([claim()], [service()], mail_exchangers=gateway), Protocol.IMAP).settings is None


def test_r7_a_proven_but_uncertain_server_waits_for_somebodys_word() -> None:
    guess = claim(Source.GUESS, trust=Trust.NEEDS_CONSENT)
    found = company_settings(report([guess], [service()]), "Firma AG", Alternative.IMAP, None)
    assert [server.host for server in to_confirm(needed(found))] == ["mail.firma.ch"]
    assert without_unconfirmed(found).imap is None


@pytest.mark.parametrize("form", Form)
def test_r8_no_file_holds_a_password(form) -> None:
    for file in export(company(form), (ANNA, BEN)):
        if file.path.endswith(".mobileconfig"):
            account = plistlib.loads(file.data)["PayloadContent"][0]
            assert not {"IncomingPassword", "OutgoingPassword"} & set(account)
        if file.path.endswith(".xml"):
            assert b"<password>" not in file.data


def test_r8_a_list_with_passwords_is_refused() -> None:
    for column in ("password", "Passwort", "pass", "Kennwort", "mot de passe"):
        staff = read_staff(f"address;name;{column}\na@firma.ch;A;x\n".encode(), Defaults(Alternative.IMAP))
        assert staff.refused, column


def test_r9_and_r10_the_limits_are_always_said() -> None:
    view = result_view(advise(make_company()), make_company(), None, Language.EN)
    said = " ".join(f"{note.title} {note.text}" for note in view.limits).lower()
    assert {"backup", "archive", "legal"} <= set(re.findall(r"[a-z]+", said))
    assert len(view.limits) == len(LIMITS)


@EXAMPLES
@given(companies(outages=["daily"], offline_reading=["all"], **{key: [code] for key, code in AWAY.items()}))
def test_r11_pop3_on_a_bad_line_never_hides_the_offline_copy(answers) -> None:
    advice = advise(answers, POP3_ONLY)
    assume(advice.protocol is ReadingProtocol.POP3)
    view = result_view(advice, answers, None, Language.EN)
    assert Alternative.IMAP_ARCHIVE in {option.code for option in view.options}


def test_r12_keeping_a_copy_asks_for_the_quota_and_fits_it() -> None:
    keeps = {"data_control": "off_provider", "provider_stay": "some_weeks", "device_backup": "tested"}
    unknown = advise(make_company(**keeps, keep_copy_on_server="no", quota="unknown"), make_server())
    assert unknown.recommended is Alternative.POP3_KEEP
    assert ConditionCode.MEASURE_QUOTA in conditions(unknown)
    small = make_company(**keeps, keep_copy_on_server="no", quota_gb=0.05, mails_per_day=40, average_kb=100)
    days = advise(small, make_server()).keep_days
    assert days is None or days <= 0.7 * 50 / 4


def test_r13_no_password_sign_in_where_the_provider_refuses_it() -> None:
    microsoft = replace(make_server(), provider=Provider("microsoft365", ("oauth2_required",), "2026-11-23"))
    advice = advise(make_company(), microsoft)
    assert advice.native is not None
    assert advice.recommended is None
    sign_in = {"authentication": (Authentication.OAUTH2,)}
    wanted = company(
        provider_notes=("oauth2_required",),
        imap=server(**sign_in),
        submission=server("smtp.firma.ch", 465, **sign_in),
    )
    assert Target.APPLE in {refusal.target for refusal in refused(wanted, (ANNA,))}
    assert not [file for file in export(wanted, (ANNA,)) if file.path.endswith(".mobileconfig")]


def test_r14_and_r19_no_text_says_to_change_the_type_or_to_empty_the_mailbox() -> None:
    texts = [text for row in CONDITIONS.values() for text in (row.title, row.text)]
    texts += [text for row in TABLE.values() for text in (row.meaning, row.action)]
    for text in texts:
        for words in (text.de, text.en):
            assert not re.search(FORBIDDEN_STEPS, words), words
    readme = exported()["people/anna_firma.ch/README.de.txt"]
    assert "Ändern und löschen Sie das alte Konto nicht" in " ".join(readme.split())


def test_r16_what_was_not_proven_is_called_not_checked() -> None:
    untested = select(
        report([claim()], [service(status=Status.NOT_RUN, reason=Reason.CANCELLED, tls=None)]), Protocol.IMAP
    )
    assert untested.settings is not None
    assert not untested.settings.proven
    assert untested.settings.checked_at is None
    wrong_name = service(tls=replace(service().tls, certificate=certificate(name_matches=False)))
    assert select(report([claim()], [wrong_name]), Protocol.IMAP).settings is None
    unproven = replace(company().imap, proven=False, checked_at=None)
    sheet = exported(imap=unproven)["people/anna_firma.ch/sheet.html"]
    assert "nicht geprüft" in sheet


def test_r17_the_new_outlook_is_disclosed_to_who_wants_mail_off_the_provider() -> None:
    strict = make_company(data_control="off_provider", programs=["outlook_new"])
    assert ConditionCode.NEW_OUTLOOK_RELAYS in conditions(advise(strict, make_server()))


@EXAMPLES
@given(companies(data_control=["own_copy"], devices=["two", "three_plus", "unknown"]))
def test_r18_the_hybrid_keeps_everything(answers) -> None:
    advice = advise(answers, make_server())
    assume(advice.recommended is Alternative.IMAP_ARCHIVE)
    assert advice.keep_days is None
    assert ConditionCode.ONE_COLLECTOR in conditions(advice)


def test_r18_a_shared_address_has_one_collector_too() -> None:
    advice = advise(make_company(devices="one", shared_addresses="few", data_control="own_copy"), make_server())
    assert advice.recommended is Alternative.IMAP_ARCHIVE
    assert ConditionCode.ONE_COLLECTOR in conditions(advice)


def test_r20_swiss_retention_is_neither_the_old_rule_nor_its_opposite() -> None:
    text = RETENTION["CH"].text
    for words in (text.de, text.en):
        assert "2013" in words
        assert "958f" in words
    assert "raten" in text.de
    assert "advise" in text.en


@EXAMPLES
@given(
    companies(devices_leave_office=["unencrypted", "unknown"], data_control=["own_copy", "off_provider"]),
    st.sampled_from([make_server(), POP3_ONLY]),
)
def test_r21_unencrypted_devices_are_told_to_encrypt_before_any_full_copy(answers, mailserver) -> None:
    advice = advise(answers, mailserver)
    assume(advice.recommended not in (None, Alternative.IMAP))
    assert Alarm.ENCRYPT_FIRST in advice.alarms


def test_r21_the_alarm_stands_in_every_readme_sheet_and_slip() -> None:
    for path, text in exported(Form.IMAP_ARCHIVE, alarms=(Alarm.ENCRYPT_FIRST,)).items():
        if path.endswith((".txt", ".html", ".pdf")):
            assert re.search(r"(?i)verschlüssel|encrypt", text), path


def test_no_service_at_all_is_said_and_never_advised() -> None:
    nothing = replace(make_server(), offers=Offers(Offer.NOT_FOUND, Offer.NOT_FOUND, Offer.OFFERED))
    assert advise(make_company(), nothing).recommended is None
