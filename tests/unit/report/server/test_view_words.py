"""The words of the server check: times, signposts, tasks, filters and typing errors."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report.cells import Cell, Tone, offer_cell
from advisor.report.texts import check
from advisor.report.texts.target import TARGET_PROBLEMS
from advisor.text import Language
from probes.codes import Offer, Protocol, Reason, Source, SourceNote, Status, Trust
from probes.results import Capabilities, Offers
from probes.target import TargetProblem
from tests.made_up import probe_reports, small_reports
from tests.made_up.probe_reports import GATEWAY, GOOD, NO_DOMAIN, WRONG_NAME, failed, service
from tests.unit.report.server.test_view import view_of


def test_what_is_so_of_all_services_is_said_once() -> None:
    rows = {row.label: row.joined for row in view_of(GOOD).facts}
    ((certificate, services),) = rows["The server’s identity card (certificate)"]
    assert (certificate.tone, services) == (Tone.GOOD, 3)
    assert all(sum(count for _, count in cells) == 3 for cells in rows.values())


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [(0, "in less than 1 millisecond"), (1, "after 1 millisecond"), (2, "after 2 milliseconds")],
)
def test_the_time_of_an_answer_is_said_as_people_count(milliseconds, said) -> None:
    one = replace(GOOD.services[0], timings_ms=replace(GOOD.services[0].timings_ms, connect=milliseconds))
    assert view_of(replace(GOOD, services=(one,))).facts[0].cells[0].text.endswith(said)


def test_the_most_reliable_signpost_speaks_for_the_others() -> None:
    first = GOOD.claims[0]
    others = [
        replace(first, source=source, trust=Trust.NEEDS_CONSENT)
        for source in (Source.AUTOCONFIG_HTTP, Source.AUTODISCOVER, Source.GUESS)
    ]
    text = view_of(replace(GOOD, claims=(*others, first))).services[0].facts[-1].cell.text
    assert text == "the domain’s own record (DNS, SRV): confirmed by the domain itself. 2 more signposts name it too."
    (guess,) = [each for each in others if each.source is Source.GUESS]
    assert view_of(replace(GOOD, claims=(guess,))).services[0].facts[-1].cell.text == "our guess"


def test_a_server_that_nobody_reliable_named_is_to_be_confirmed_first() -> None:
    guessed = tuple(replace(each, source=Source.GUESS, trust=Trust.NEEDS_CONSENT) for each in GOOD.claims)
    assert {each.action for each in view_of(replace(GOOD, claims=guessed)).services} == {check.CONFIRM_FIRST.en}
    assert {each.action for each in view_of(GOOD).services} == {"Nothing to do."}


def test_a_service_with_a_task_is_not_called_in_order() -> None:
    imap = replace(GOOD.services[0], tls=replace(GOOD.services[0].tls, certificate=probe_reports.certificate(days=5)))
    view = view_of(replace(GOOD, services=(imap, *GOOD.services[1:])))
    assert [each.code for each in view.findings.now] == ["certificate_expires_soon"]
    assert [each.action for each in view.services] == [check.SEE_TO_DO.en, "Nothing to do.", "Nothing to do."]


@pytest.mark.parametrize(("language", "words"), [(Language.DE, "Verbindung 7"), (Language.EN, "connection 7")])
def test_times_are_told_in_the_readers_language(language, words) -> None:
    one = replace(GOOD.services[0], timings_ms=replace(GOOD.services[0].timings_ms, connect=7))
    view = view_of(replace(GOOD, services=(one,)), language)
    assert any(words in text for _, text in view.attempts[0].details)


def test_of_two_equally_bad_ways_in_the_one_encrypted_from_the_start_is_shown() -> None:
    expired = tuple(service(*each, problem=Reason.CERTIFICATE_EXPIRED) for each in reversed(probe_reports.ENDPOINTS))
    shown = view_of(replace(GOOD, services=expired, offers=WRONG_NAME.offers)).services
    assert [each.server.rpartition(":")[2] for each in shown] == ["993", "995", "465"]


def test_filter_is_named_without_the_explanation_of_the_list() -> None:
    assert any("through Hornetsecurity." in notice.text for notice in view_of(GATEWAY).notices)


def test_unknown_gateway_and_provider_of_a_newer_release_show_their_id() -> None:
    exchanger = replace(GATEWAY.mail_exchangers[0], gateway="newer")
    view = view_of(
        replace(
            GATEWAY, mail_exchangers=(exchanger,), provider=replace(GATEWAY.provider, id="newest", note_codes=("x",))
        )
    )
    assert any("newer" in notice.text for notice in view.notices)
    assert view.provider.name == "newest"


def test_unknown_domain_says_only_that() -> None:
    view = view_of(NO_DOMAIN)
    assert not view.exists
    assert [notice.title for notice in view.notices] == ["This domain does not exist"]


def test_one_day_is_singular() -> None:
    one = service(*probe_reports.ENDPOINTS[0])
    one = replace(one, tls=replace(one.tls, certificate=probe_reports.certificate(days=1)))
    text = view_of(replace(GOOD, services=(one,))).facts[3].cells[0].text
    assert "1 day " in text


@given(
    reasons=st.lists(st.sampled_from([None, *Reason]), min_size=6, max_size=6),
    statuses=st.lists(st.sampled_from(Status), min_size=6, max_size=6),
    offers=st.builds(Offers, *[st.sampled_from(Offer)] * 4),
    language=st.sampled_from(Language),
)
def test_every_outcome_has_a_view_without_open_fields(reasons, statuses, offers, language) -> None:
    services = tuple(
        replace(failed(*endpoint, reason), status=status) if reason else replace(service(*endpoint), status=status)
        for endpoint, reason, status in zip(probe_reports.ENDPOINTS, reasons, statuses, strict=True)
    )
    view = view_of(replace(GOOD, services=services, offers=offers), language)
    assert "{" not in repr(view)
    assert len(view.services) == 3


def test_every_typing_error_has_a_sentence_with_cause_and_next_step() -> None:
    assert set(TARGET_PROBLEMS) == set(TargetProblem)
    for text in TARGET_PROBLEMS.values():
        for sentence in (text.de, text.en):
            assert sentence.endswith(".")
            assert len(sentence) < 160


def test_what_was_odd_about_a_source_is_said_beside_it() -> None:
    odd = replace(GOOD.sources[0], notes=(SourceNote.OVER_HTTP, SourceNote.WRONG_CONTENT_TYPE))
    line, *others = view_of(replace(GOOD, sources=(odd, *GOOD.sources[1:]))).sources
    assert [note.partition(" (")[0] for note in line.notes] == [
        "A part of the way was not protected",
        "The web server delivers the file under a wrong label",
    ]
    assert not any(other.notes for other in others if "ISPDB" not in other.name)


def test_where_nobody_can_sign_in_nothing_is_called_usable_or_out_of_reach() -> None:
    closed = Capabilities(after_tls=("IMAP4rev1", "LOGINDISABLED"))
    open_to_ask = Offers(imap=Offer.UNREACHABLE, pop3=Offer.NOT_FOUND)
    seen = small_reports.report(
        [small_reports.claim()], [small_reports.service(capabilities=closed)], offers=open_to_ask
    )
    view = view_of(seen)
    assert view.headline == check.NO_SIGN_IN.en
    assert offer_cell(seen, Protocol.IMAP, Language.DE) == Cell("Keine Möglichkeit zur Anmeldung", Tone.BAD)
    assert view.services[0].status == Cell("No way to sign in", Tone.BAD)
    assert [letter.title for letter in view.findings.questions] == ["Question to the provider: POP3"]
    beside = replace(seen, offers=replace(open_to_ask, pop3=Offer.OFFERED))
    assert view_of(beside).headline == check.POP3_SURE.en
