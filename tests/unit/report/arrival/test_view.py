"""The finished page: one big sentence, a sentence for everything that can happen, in both languages."""

import itertools
from datetime import timedelta

import pytest

from advisor.profiles.account import UnsafeSettingsError
from advisor.report.arrival.compare import arrival
from advisor.report.arrival.elsewhere import SOURCES
from advisor.report.arrival.values import Arrival, Differs, Elsewhere, End, Harm, Item, Status, Thing, Why
from advisor.report.arrival.view import Basis, arrival_view
from advisor.report.cells import Tone
from advisor.report.server_report import complete
from advisor.report.texts import arrival as words
from advisor.report.texts.arrival_reasons import DIFFERENCES, WHYS
from advisor.settings.codes import Alternative
from advisor.text import Language, Text
from probes.codes import Reason, Source, SourceNote
from tests.made_up.arrival_reports import (
    AT,
    HOST,
    IMAP,
    OFF,
    OLD,
    SENDING,
    ZONE,
    empty,
    file,
    published,
    settings,
    spoken,
)
from tests.made_up.probe_reports import ALL

DE, EN = Language.DE, Language.EN
AUTOCONFIG = Source.AUTOCONFIG_HTTPS
RELEASED = Basis(AT - timedelta(days=1))
OLD_FILE = file(AUTOCONFIG, (IMAP, 993), (SENDING, 465), host=OLD)
FILES = (AUTOCONFIG, Source.PACC, Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)
SPOILED = {
    "all": {},
    "nothing": {"zone": {}, "preference": None, "files": {source: [] for source in FILES}},
    "old": {"files": {AUTOCONFIG: OLD_FILE}},
    "off": {"zone": {**ZONE, "_imaps": OFF, "_pop3": f"0 1 110 {OLD}."}},
    "certificate": {"files": {AUTOCONFIG: []}, "checks": {
        AUTOCONFIG: empty(AUTOCONFIG, "certificate_expired", reason=Reason.CERTIFICATE_EXPIRED)}},
    "digest": {"checks": {Source.PACC: spoken(Source.PACC, SourceNote.DIGEST_WRONG)}},
    "silent": {"zone": {"_imaps": ZONE["_imaps"]}, "failing": "_pop3s"},
}  # fmt: skip


def view(name="all", language=EN, basis=RELEASED, meant=None, programs=(), **changes):
    report = published(**{**SPOILED[name], **changes})
    return arrival_view(arrival(complete(report), meant or settings(), programs), report, basis, language)


def row(shown, place):
    return next(row for group in shown.groups for row in group.rows if row.place.startswith(place))


def of(*statuses):
    things = tuple(Thing(Item.AUTOCONFIG, "", status) for status in statuses)
    return arrival_view(Arrival(things, (), ()), published(), Basis(AT), EN)


SAME, OTHER, LEFT, MISSING, UNASKED, SPARED = (
    Status.SAME, Status.OTHER, Status.LEFTOVER, Status.MISSING, Status.NOT_ASKED, Status.NOT_NEEDED
)  # fmt: skip


@pytest.mark.parametrize(
    ("statuses", "headline", "tone"),
    [
        ([SAME, SPARED], "Everything that you published arrives.", Tone.GOOD),
        ([SAME, MISSING], "One thing is missing.", Tone.WARN),
        ([SAME, MISSING, MISSING], "Two things are missing.", Tone.WARN),
        ([SAME, OTHER], "One thing is not as meant.", Tone.BAD),
        ([LEFT, OTHER, Status.PARTLY], "Three things are not as meant.", Tone.BAD),
        ([SAME, UNASKED], "One thing could not be checked.", Tone.WARN),
        ([SAME, MISSING, LEFT], "One thing is missing, one is not as meant.", Tone.BAD),
        ([SAME, MISSING, OTHER, UNASKED], "One thing is missing, one is not as meant, one could not be checked.",
         Tone.BAD),
        ([SAME, *[MISSING] * 13], "13 things are missing.", Tone.WARN),
        ([MISSING, MISSING, SPARED], "Nothing arrives so far.", Tone.BAD),
        ([MISSING, UNASKED], "Nothing arrives so far.", Tone.BAD),
        ([UNASKED, UNASKED], "We could not look.", Tone.NONE),
    ],
)  # fmt: skip
def test_the_one_big_sentence(statuses, headline, tone):
    shown = of(*statuses)
    assert (shown.headline, shown.tone) == (headline, tone)


def test_what_is_not_needed_is_not_counted():
    assert of(SAME, SAME, MISSING, SPARED).count == "Arrived as they should: 2 of 3 records and files."


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SPOILED)
@pytest.mark.parametrize(
    "way", [(Alternative.IMAP, None), (Alternative.POP3_KEEP, 21), (Alternative.POP3_DELETE, None)]
)
def test_every_page_is_whole(name, language, way):
    shown = view(name, language, meant=settings(*way))
    assert shown.headline.endswith(".")
    assert len(shown.programs) == 8
    for group in shown.groups:
        for each in group.rows:
            whole = " ".join((*each.said, each.action))
            assert each.said, each
            assert "{" not in whole
            assert "ß" not in whole
            quiet = each.status.tone is Tone.GOOD or each.status.text in _unneeded(language)
            assert bool(each.action) <= (not quiet), each
            assert quiet or each.action or group.action, each


def _unneeded(language):
    return {words.STATUSES[SPARED].into(language), words.WAITING.into(language)}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ALL)
def test_any_report_can_be_held_against_settings(name, language):
    report = ALL[name]
    shown = arrival_view(arrival(complete(report), settings()), report, Basis(), language)
    assert shown.groups
    assert shown.headline


def test_a_record_is_told_with_the_line_to_enter():
    shown = row(view("old", zone={**ZONE, "_imaps": f"0 1 993 {OLD}."}), "_imaps")
    assert shown.status.text == "Names another server"
    assert shown.said[0].startswith("The server named is not in your settings")
    assert f"names {OLD}; {HOST} is meant" in shown.said[1]
    assert "company/dns/firma.example.zone" in shown.action
    assert shown.lines == (f"_imaps._tcp.firma.example. 3600 IN SRV 0 1 993 {HOST}.",)


def test_what_is_to_be_done_about_several_things_is_said_once():
    group = view("nothing").groups[0]
    assert "company/dns/firma.example.zone" in group.action
    assert {each.action for each in group.rows} == {""}
    assert all(each.lines for each in group.rows if each.status.tone is Tone.WARN)


@pytest.mark.parametrize(
    ("name", "place", "todo"),
    [
        ("certificate", "https://autoconfig", "gets a valid certificate"),
        ("old", "https://autoconfig", "puts company/thunderbird/firma.example.xml"),
        ("nothing", "https://autodiscover", "sets this name up"),
        ("digest", "_ua-auto-config", "replaces the old checksum"),
    ],
)
def test_who_does_what_next(name, place, todo):
    shown = view(name)
    group = next(group for group in shown.groups if row(shown, place) in group.rows)
    assert todo in f"{group.action} {row(shown, place).action}"


def test_what_should_not_be_there_is_deleted():
    zone = {**ZONE, "_submission": f"0 1 587 {OLD}."}
    shown = row(view(zone=zone), "_submission._tcp")
    assert (shown.action, shown.lines) == ("Whoever manages the domain deletes this record.", ())
    meant = settings(Alternative.POP3_DELETE)
    for place in ("https://autoconfig", "https://autodiscover", "https://ua-auto-config"):
        assert "deletes what is here" in _told(view("old", meant=meant), place)
    assert "deletes this record" in _told(view("old", meant=meant), "_autodiscover._tcp")
    assert "ZIP" not in _told(view("nothing", meant=meant), "https://autodiscover")


def _told(shown, place):
    """What is to be done about one thing, also where it is said once for its group."""
    group = next(group for group in shown.groups for each in group.rows if each.place.startswith(place))
    own = next(each for each in group.rows if each.place.startswith(place))
    quiet = own.status.text in _unneeded(EN)
    return own.action or ("" if quiet else group.action)


def test_the_reason_of_a_certificate_is_named():
    assert "expired" in row(view("certificate"), "https://autoconfig").said[0]


def test_with_what_was_compared():
    assert "released on 22 November 2026, 10:30" in view().compared
    assert "Nothing is released yet" in view(basis=Basis()).compared
    assert "s.json" in view(basis=Basis(file="s.json")).compared


def test_a_check_of_before_the_release_says_so():
    late = view(basis=Basis(AT + timedelta(seconds=1)))
    assert [notice.title for notice in late.notices] == ["This check is older than your release"]
    assert view(basis=Basis(AT)).notices == ()


def test_a_file_that_deletes_is_the_first_notice():
    notices = view(meant=settings(Alternative.POP3_DELETE), basis=Basis(AT + timedelta(1))).notices
    assert [(notice.tone, notice.title) for notice in notices] == [
        (Tone.BAD, "Attention: mail can disappear"),
        (Tone.WARN, "This check is older than your release"),
    ]


@pytest.mark.parametrize("source", words.ELSEWHERE_ACTIONS)
def test_every_source_that_contradicts_says_what_to_do(source):
    entry = Elsewhere(source, (OLD,), (OLD,), exchange=source is Source.AUTODISCOVER_V2)
    for language in Language:
        (row,) = arrival_view(Arrival((), (entry,), ()), published(), RELEASED, language).elsewhere
        assert row.action
        assert (OLD in row.said) is not entry.exchange
        assert row.name[0].isupper()


def test_all_sources_that_are_looked_at_have_something_to_do():
    assert set(words.ELSEWHERE_ACTIONS) == {*SOURCES, Source.AUTODISCOVER_V2}


def test_hostile_words_of_others_stay_words():
    """A record may name anything; what is not a host never becomes a claim, and a user name is only text."""
    claims = file(AUTOCONFIG, (IMAP, 993), (SENDING, 465), username="other", username_template="{0.__class__} {meant}")
    shown = row(view(files={AUTOCONFIG: claims}), "https://autoconfig")
    assert "{0.__class__} {meant}" in " ".join(shown.said)


def test_settings_that_are_never_exported_are_refused():
    with pytest.raises(UnsafeSettingsError):
        arrival(complete(published()), settings(Alternative.POP3_KEEP, 0))


@pytest.mark.parametrize(
    ("codes", "texts"),
    [(Status, words.STATUSES), (Why, WHYS), (Differs, DIFFERENCES), (End, words.ENDS), (End, words.END_SENTENCES),
     (Item, words.ITEMS), (Harm, words.HARMS)],
)  # fmt: skip
def test_every_code_has_its_words(codes, texts):
    assert set(texts) == set(codes)


def test_every_thing_belongs_to_one_group():
    assert sorted(itertools.chain(*(items for _, items in words.GROUPS))) == sorted(Item)


def test_every_text_is_there_in_both_languages_in_swiss_spelling():
    texts = [text for text in (*WHYS.values(), *DIFFERENCES.values(), *vars(words).values()) if isinstance(text, Text)]
    assert len(texts) > 40
    for text in texts:
        assert text.de.strip()
        assert text.en.strip()
        assert "ß" not in text.de
