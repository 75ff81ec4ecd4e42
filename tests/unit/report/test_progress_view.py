"""Progress: events become steps, steps survive storage, and add up to one line per thing."""

import pytest

from advisor.report.cells import Tone
from advisor.report.probe_progress import Step, StepKind, read_steps, step_of, write_steps
from advisor.report.progress_view import progress_view
from advisor.text import Language
from probes.codes import Protocol, Source, Status
from probes.progress import ServiceStarted, SourceStarted
from tests.made_up import runs
from tests.made_up.probe_reports import ALL, GOOD, MIXED, NOTHING_FOUND


def steps(report, unfinished: int = 0) -> tuple[Step, ...]:
    seen = []
    runs.play(report, seen.append, unfinished)
    return tuple(step_of(event) for event in seen)


@pytest.mark.parametrize("name", ALL)
def test_steps_survive_storage(name) -> None:
    kept = steps(ALL[name])
    assert read_steps(write_steps(kept)) == kept


def test_nothing_that_a_server_said_is_stored() -> None:
    assert "script" not in write_steps(steps(GOOD))


def test_before_the_first_step_the_search_begins() -> None:
    view = progress_view((), Language.EN)
    assert (view.lines, view.done, view.total) == ((), 0, 0)
    assert view.now == "We are looking for the signposts of your domain."


def test_while_signposts_are_asked_they_count_as_under_way() -> None:
    view = progress_view((step_of(SourceStarted(Source.SRV)),), Language.EN)
    assert view.lines[0].working
    assert (view.done, view.total) == (0, 1)


def test_our_own_guess_is_no_signpost_that_gives_information() -> None:
    asked = Step(StepKind.SOURCE, status=Status.COMPLETED, source=Source.SRV)
    guess = Step(StepKind.SOURCE, status=Status.COMPLETED, source=Source.GUESS, claims=2)
    view = progress_view((asked, guess), Language.EN)
    assert view.lines[0].status.text == "0 of 1 give information"
    assert (view.done, view.total) == (2, 2)


def test_an_ended_port_replaces_its_beginning() -> None:
    view = progress_view(steps(GOOD, unfinished=1), Language.EN)
    ports = [line for line in view.lines if "port" in line.text]
    assert len(ports) == len(GOOD.services)
    assert [line.working for line in ports] == [False] * 5 + [True]
    assert view.now == "We are knocking at mail.firma.example."


def test_at_the_end_everything_is_done() -> None:
    view = progress_view(steps(GOOD), Language.EN)
    assert view.done == view.total == len(GOOD.sources) + len(GOOD.services)
    assert view.now.startswith("We are summing up")


def test_failed_and_untested_ports_differ_in_tone() -> None:
    tones = {line.text.rpartition(" ")[2]: line.status.tone for line in progress_view(steps(MIXED), Language.EN).lines}
    assert (tones["993"], tones["143"], tones["995"]) == (Tone.GOOD, Tone.BAD, Tone.NONE)


def test_names_that_do_not_exist_are_counted_not_listed() -> None:
    lines = progress_view(steps(NOTHING_FOUND), Language.DE).lines
    assert lines[-1].status.text == str(len(NOTHING_FOUND.services))
    assert not any("Anschluss" in line.text for line in lines)


def test_port_step_names_where_it_knocks() -> None:
    step = step_of(ServiceStarted(Protocol.IMAP, "mail.firma.example", 993))
    assert (step.kind, step.status) == (StepKind.PORT, None)
    assert "mail.firma.example" in progress_view((step,), Language.DE).now
