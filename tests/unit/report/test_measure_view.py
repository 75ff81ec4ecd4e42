"""The view of a measurement: numbers in the reader's format, every trouble with a sentence in both languages."""

from dataclasses import replace

import pytest

from advisor.report.measure_view import measure_view, problem_sentence, size_phrase
from advisor.report.texts.measure import TROUBLES
from advisor.report.texts.measure_hints import HINTS
from advisor.text import Language
from advisor.web.commands.measure_text import measure_lines
from probes.codes import Protocol
from probes.measurement import Problem, Quota, Trouble, Uidl
from tests.made_up.measurements import MEASUREMENT

IMAP, POP3 = MEASUREMENT.imap, MEASUREMENT.pop3


def facts(measurement, language=Language.EN):
    return {fact.label: fact.text for fact in measure_view(measurement, language).facts}


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("protocol", [Protocol.IMAP, Protocol.POP3])
@pytest.mark.parametrize("language", Language)
def test_every_trouble_is_one_plain_sentence(trouble, protocol, language) -> None:
    sentence = problem_sentence(Problem(protocol, trouble), language)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert "ß" not in sentence
    assert "{" not in sentence


def test_the_table_of_troubles_is_whole_and_differs_by_language() -> None:
    assert set(TROUBLES) == set(Trouble)
    for text in (*TROUBLES.values(), *(part for hint in HINTS for part in (hint.text,))):
        assert text.de != text.en
        assert "ß" not in text.de


def test_what_the_server_said_stands_beside_the_sentence() -> None:
    sentence = problem_sentence(Problem(Protocol.IMAP, Trouble.WRONG_PASSWORD, "[AUTH] no"), Language.EN)
    assert sentence.endswith("The server says: “[AUTH] no”")


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 KB"), (999, "1 KB"), (1500, "1.5 KB"), (43_400_000, "43.4 MB"), (8_192_000_000, "8.2 GB")],
)
def test_sizes(size, words) -> None:
    assert size_phrase(size, Language.EN) == words


def test_how_full_it_is() -> None:
    view = measure_view(MEASUREMENT, Language.EN)
    assert view.percent == 80
    assert facts(MEASUREMENT)["Space used"] == "8.2 GB of 10.2 GB (80%)"
    without = replace(MEASUREMENT, imap=replace(IMAP, quota=None))
    assert measure_view(without, Language.EN).percent is None
    assert "names no limit" in facts(without)["Space used"]
    over = replace(MEASUREMENT, imap=replace(IMAP, quota=Quota(20, 10)))
    assert measure_view(over, Language.EN).percent == 200


def test_growth_needs_three_whole_months() -> None:
    assert "10 months" in facts(MEASUREMENT)["Growth"]
    few = replace(MEASUREMENT, imap=replace(IMAP, by_month=IMAP.by_month[-2:]))
    assert "cannot be told" in facts(few)["Growth"]


def test_folders_are_sorted_and_cut() -> None:
    view = measure_view(MEASUREMENT, Language.DE)
    assert view.folders[0].name == "INBOX"
    assert len(view.folders) + view.more_folders == len(IMAP.folders)
    small = replace(MEASUREMENT, imap=replace(IMAP, folders=IMAP.folders[-1:]))
    assert measure_view(small, Language.DE).folders[0].use == "gemeinsam"


def test_rights_in_words() -> None:
    assert measure_view(MEASUREMENT, Language.EN).rights[0].rights == "read"
    assert measure_view(MEASUREMENT, Language.DE).rights[0].rights == "lesen"


def test_a_server_that_cannot_tell_old_from_new() -> None:
    shown = replace(MEASUREMENT, pop3=replace(POP3, uidl=Uidl(2000, unique=False)))
    assert "not reliable" in facts(shown)["Leave a copy on the server (POP3, UIDL)"]


def test_how_many_mails_have_a_lasting_number() -> None:
    label = "Inbox as seen when fetching (POP3)"
    assert facts(MEASUREMENT)[label] == "mails: 2,000, together 6 GB; with a lasting number (UIDL): 2,000"
    german = facts(MEASUREMENT, Language.DE)["Posteingang beim Abholen (POP3)"]
    assert german == "E-Mails: 2’000, zusammen 6 GB; mit bleibender Nummer (UIDL): 2’000"
    without = replace(MEASUREMENT, pop3=replace(POP3, uidl=None))
    assert facts(without)[label] == "mails: 2,000, together 6 GB"
    assert label not in facts(replace(MEASUREMENT, pop3=None))


def test_nothing_measured_shows_the_problems_only() -> None:
    view = measure_view(replace(MEASUREMENT, imap=None, pop3=None), Language.EN)
    assert (view.facts, view.folders, view.months, view.rights) == ((), (), (), ())
    assert view.problems


@pytest.mark.parametrize("language", Language)
def test_the_terminal_shows_the_same(language) -> None:
    text = "\n".join(measure_lines(measure_view(MEASUREMENT, language), language))
    for row in measure_view(MEASUREMENT, language).folders:
        assert row.name in text
    assert all(line == line.rstrip() for line in text.split("\n"))
