"""The findings on the check page: sorted, grouped, each said once, and letters that can be sent as they are."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.findings.codes import FindingCode
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server.findings_fields import server_line
from advisor.report.server.findings_values import FindingsView
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from advisor.web.commands.text import server_lines
from probes.codes import Offer, Protocol, Reason, Security, Source
from probes.results import Certificate, Evidence, MailExchanger, Offers, ProbeReport, Provider, Tls
from tests.made_up.probe_reports import ALL, GATEWAY, GOOD, MIXED, TROUBLED, WRONG_NAME, failed, service
from tests.made_up.small_reports import certificate, claim
from tests.made_up.small_reports import failed as small_failed
from tests.made_up.small_reports import report as small_report
from tests.made_up.small_reports import service as small_service
from tests.unit.findings.test_rules import CASES

SECRET = re.compile(r"(?i)passwor[td]\s*(:|=|ist|is)\s*\S|kennwort")


def shown(report: ProbeReport, language: Language = Language.EN) -> FindingsView:
    return server_view(complete(report), language, "Muster AG").findings


def codes(report: ProbeReport) -> list[str]:
    return [each.code for each in (*shown(report).now, *shown(report).later)]


def test_a_good_server_asks_for_nothing() -> None:
    assert shown(GOOD) == FindingsView()


def test_same_fault_on_several_ports_is_one_entry_with_one_letter() -> None:
    (fault,) = shown(WRONG_NAME).now
    assert fault.code == "certificate_name"
    assert "IMAP 993" in fault.servers
    assert "SMTP 587" in fault.servers
    assert fault.letter is not None
    assert fault.servers in fault.letter.text


def test_faults_come_before_warnings_and_both_before_what_is_worth_knowing() -> None:
    signs = ["status_bad", "status_warn", "status_none"]
    mixed = replace(
        CASES[FindingCode.PLACEHOLDER_BROKEN][0],
        services=(*WRONG_NAME.services, *CASES[FindingCode.OAUTH2_ONLY][0].services),
        preference=CASES[FindingCode.PREFERENCE_IMAP][0].preference,
    )
    found = shown(mixed)
    tones = [f"status_{each.status.tone}" for each in found.now]
    assert tones == sorted(tones, key=signs.index)
    assert {each.status.text for each in found.now} == {"Fault", "Attention"}
    assert {each.status.text for each in found.later} <= {"Note", "Not tested", "In order"}


def test_closed_ports_and_missing_guesses_are_left_to_the_details() -> None:
    assert not {"refused", "name_not_found"} & set(codes(MIXED))
    assert codes(ALL["nothing_found"]) == []


def test_what_could_not_be_tested_from_here_is_told_once_and_says_from_where() -> None:
    told = [each for each in shown(MIXED).later if each.code == "untested_from_here"]
    assert [each.servers for each in told] == ["mail.firma.example (POP3 995, POP3 110)"]
    assert "From pruefer.example" in told[0].meaning
    assert not {"filtered", "timed_out"} & set(codes(MIXED))


def test_another_cause_of_not_getting_through_is_told_where_it_leaves_the_service_open() -> None:
    slow = tuple(failed(each.protocol, each.port, each.security, Reason.GREETING_TIMEOUT) for each in GOOD.services)
    unreachable = Offers(Offer.UNREACHABLE, Offer.UNREACHABLE, Offer.UNREACHABLE)
    assert codes(replace(GOOD, services=slow, offers=unreachable)) == ["greeting_timeout"]
    assert codes(replace(GOOD, services=slow)) == []


def test_a_silent_name_directory_is_told_before_everything_else_only() -> None:
    unreachable = Offers(Offer.UNREACHABLE, Offer.UNREACHABLE, Offer.UNREACHABLE)
    lost = failed(Protocol.IMAP, 993, Security.TLS, Reason.DNS_FAILED)
    silent = replace(ALL["names_silent"], services=(lost,), offers=unreachable)
    assert codes(silent) == []
    assert codes(replace(silent, services=(replace(lost, host="mail.hoster.example"),))) == ["dns_failed"]
    assert codes(replace(GOOD, services=(lost,), offers=unreachable)) == ["dns_failed"]


def test_a_host_without_any_encryption_is_not_told_twice() -> None:
    plain = failed(Protocol.IMAP, 143, Security.STARTTLS, Reason.STARTTLS_NOT_OFFERED)
    assert codes(replace(GOOD, services=(plain,))) == ["cleartext_only"]
    assert codes(replace(GOOD, services=(plain, GOOD.services[0]))) == ["starttls_not_offered"]


def test_the_right_name_replaces_the_bare_complaint_about_the_wrong_one() -> None:
    found = shown(CASES[FindingCode.CERTIFICATE_NAMES_OTHER_HOST][0])
    (fault,) = found.now
    assert fault.code == "certificate_names_other_host"
    assert "web3.hoster.ch" in fault.action


def test_a_filter_and_the_providers_notes_stand_in_their_own_places_only() -> None:
    view = server_view(complete(GATEWAY), Language.EN)
    assert codes(GATEWAY) == ["preference_imap"]
    assert view.provider.notes
    assert any("Hornetsecurity" in notice.text for notice in view.notices)


def test_sign_in_by_oauth2_is_not_told_twice_where_the_provider_is_known_for_it() -> None:
    only = CASES[FindingCode.OAUTH2_ONLY][0]
    assert codes(only) == ["oauth2_only"]
    assert codes(replace(only, provider=Provider("microsoft365", ("oauth2_required",), "2026-11-23"))) == []


def test_a_report_of_before_reads_and_is_judged_by_the_rules_of_today() -> None:
    document = json.loads(write_server_report(complete(CASES[FindingCode.CLEARTEXT_LOGIN_OFFERED][0])))
    document["findings"] = []
    for key in ("hosts", "mail_exchangers"):
        document.pop(key, None)
    for each in document["services"]:
        for key in ("versions", "second_family", "words"):
            each.pop(key, None)
    for each in document["sources"]:
        for key in ("notes", "evidence"):
            each.pop(key, None)
    old = read_server_report(json.dumps(document).encode())
    view = server_view(old, Language.EN)
    assert [each.code for each in view.findings.now] == ["cleartext_login_offered"]


def test_a_faulty_guess_is_no_task_where_a_named_server_works() -> None:
    wrong = Tls("TLSv1.3", "AES", certificate(name_matches=False, problem=Reason.CERTIFICATE_NAME))
    guessed = small_service(
        host="firma.ch", reason=Reason.CERTIFICATE_NAME, tls=wrong, claimed_by=(Source.GUESS,), port=993
    )
    offered = small_report([claim()], [small_service(), guessed], offers=Offers(imap=Offer.OFFERED))
    alone = small_report([claim()], [small_failed(), guessed], offers=Offers(imap=Offer.INSECURE_ONLY))
    assert codes(offered) == []
    assert "certificate_name" in codes(alone)


def test_the_right_name_is_told_for_the_name_that_takes_the_mail_even_if_we_guessed_it() -> None:
    wrong = Tls("TLSv1.3", "AES", certificate(name_matches=False, problem=Reason.CERTIFICATE_NAME))
    guessed = small_service(reason=Reason.CERTIFICATE_NAME, tls=wrong, claimed_by=(Source.GUESS,))
    record = Evidence(GOOD.started_at, record="certificate of mail.firma.ch:993")
    seen = small_report(
        [claim(Source.GUESS), claim(Source.GUESS, host="web3.hoster.ch", evidence=record)],
        [guessed, small_service(host="web3.hoster.ch")],
        offers=Offers(imap=Offer.OFFERED),
    )
    assert codes(seen) == []
    door = (MailExchanger("mail.firma.ch", 10),)
    assert codes(replace(seen, mail_exchangers=door)) == ["certificate_names_other_host"]


def test_two_files_with_the_same_mistake_are_one_entry_that_names_both() -> None:
    files = (Source.AUTOCONFIG_HTTPS, Source.AUTOCONFIG_HTTP)
    urls = {source: f"http://firma.ch/{source.value}.xml" for source in files}
    claims = [
        claim(source, host="mail.firma.ch", protocol=protocol, evidence=Evidence(GOOD.started_at, url=f"{url}?a=b"))
        for source, url in urls.items()
        for protocol in (Protocol.POP3, Protocol.IMAP)
    ]
    (told,) = [each for each in shown(small_report(claims, [small_service()])).now if each.code == "pop3_listed_first"]
    assert [record for _, record in told.origins] == list(urls.values())


def test_what_was_not_found_is_asked_for_once() -> None:
    (question,) = shown(ALL["nothing_found"]).questions
    assert "IMAP, POP3, SMTP" in question.title
    assert "do you offer these services?" in question.text.lower()


@pytest.mark.parametrize(
    ("subjects", "line"),
    [
        (["imap:mail.firma.ch:993"], "mail.firma.ch (IMAP 993)"),
        (["imap:a.ch:993", "pop3:b.ch:995", "imap:a.ch:143"], "a.ch (IMAP 993, IMAP 143); b.ch (POP3 995)"),
        (["imap:a.ch", "submission:a.ch"], "a.ch (IMAP, SMTP)"),
        (["imap", "pop3"], "IMAP, POP3"),
        (["autoconfig_https"], ""),
        (["firma.ch", "hornetsecurity", "mail.firma.ch:993"], ""),
        ([], ""),
    ],
)
def test_servers_are_named_shortly(subjects, line) -> None:
    assert server_line(subjects) == line


@pytest.mark.parametrize("language", Language)
def test_a_letter_says_when_from_where_and_what_and_is_signed(language) -> None:
    text = shown(WRONG_NAME, language).now[0].letter.text
    for part in ("2026", "10:30", "pruefer.example", "firma.example", "mail.firma.example (IMAP 993"):
        assert part in text
    assert text.splitlines()[-1] == "Muster AG"
    assert "\n\n\n" not in text


def test_several_points_for_the_provider_go_into_one_letter() -> None:
    found = shown(TROUBLED)
    mended_by_provider = [each for each in found.now if each.letter]
    assert len(mended_by_provider) > 2
    for number, each in enumerate(mended_by_provider, start=1):
        assert f"\n{number}. {each.name}\n{each.servers}\n" in found.whole.text
    assert f"{len(mended_by_provider)} points" in found.whole.text.splitlines()[0]
    assert found.whole.text.endswith("\nMuster AG")


def test_one_point_needs_no_letter_with_all_points() -> None:
    assert shown(WRONG_NAME).whole is None


def test_without_a_company_name_the_domain_signs() -> None:
    view = server_view(complete(WRONG_NAME), Language.DE)
    assert view.findings.now[0].letter.text.endswith("Freundliche Grüsse\nfirma.example")


def test_letters_have_names_of_their_own() -> None:
    for report in (*ALL.values(), *(case[0] for case in CASES.values())):
        found = shown(report)
        keys = [each.letter.key for each in (*found.now, *found.later) if each.letter]
        keys += [each.key for each in (*found.questions, *([found.whole] if found.whole else []))]
        assert len(set(keys)) == len(keys)
        assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)


@given(
    reasons=st.lists(st.sampled_from([None, *Reason]), min_size=6, max_size=6),
    names=st.lists(st.text(max_size=30), max_size=3),
    offers=st.builds(Offers, *[st.sampled_from(Offer)] * 4),
    language=st.sampled_from(Language),
)
def test_any_run_can_be_told_and_no_letter_speaks_of_a_password(reasons, names, offers, language) -> None:
    hostile: Certificate = replace(GOOD.services[0].tls.certificate, names=tuple(names))
    services = tuple(
        replace(service(each.protocol, each.port, each.security, reason), tls=Tls("TLSv1.3", "AES", hostile))
        for each, reason in zip(GOOD.services, reasons, strict=True)
    )
    view = server_view(complete(replace(GOOD, services=services, offers=offers)), language)
    letters = [each.letter.text for each in (*view.findings.now, *view.findings.later) if each.letter]
    assert not [text for text in letters if SECRET.search(text)]


@pytest.mark.parametrize("language", Language)
def test_the_terminal_lists_findings_too(language) -> None:
    lines = "\n".join(server_lines(server_view(complete(WRONG_NAME), language), language))
    heading, who = {
        Language.DE: ("Jetzt zu tun", "Zuständig: Ihr Anbieter."),
        Language.EN: ("To do now", "Up to: your provider."),
    }[language]
    assert heading in lines
    assert who in lines
    assert "mail.firma.example (IMAP 993" in lines.replace("\n", " ")
    provider = "\n".join(server_lines(server_view(complete(GATEWAY), language), language))
    assert "Gmail / Google Workspace" in provider
