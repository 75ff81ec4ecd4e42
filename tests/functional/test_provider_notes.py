"""What is known about the providers that small firms use, on the page and the terminal, with its date."""

from dataclasses import replace

import pytest

from advisor.findings.codes import FindingCode
from advisor.findings.table import outcome
from advisor.report.dates import day
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from advisor.web.commands.text import server_lines
from probes.discovery.catalogue import providers
from probes.results import Provider
from tests.made_up.probe_reports import GOOD

NAMED = ("microsoft365", "google", "gmx_net", "web_de", "yahoo", "icloud", "infomaniak", "hostpoint")
FACTS = {each.id: each for each in providers()}


def report_of(code):
    known = FACTS[code]
    return replace(GOOD, provider=Provider(code, tuple(known.note_codes), known.checked.isoformat()))


@pytest.mark.parametrize("code", NAMED)
def test_notes_and_their_date_stand_on_the_page(person, runner, code) -> None:
    language, known = Language(person.language), FACTS[code]
    runner.report = report_of(code)
    person.post("/check", data={"target": "firma.example"})
    page = person.get("/check/result").text
    assert known.note_codes
    for note in known.note_codes:
        row = outcome(FindingCode(note))
        assert f"<h3>{row.name.into(language)}</h3>" in page
        assert row.action.into(language) in page
    assert day(known.checked, language) in page


@pytest.mark.parametrize("code", NAMED)
@pytest.mark.parametrize("language", Language)
def test_notes_and_their_date_stand_on_the_terminal(code, language) -> None:
    known = FACTS[code]
    lines = server_lines(server_view(complete(report_of(code)), language), language)
    told = " ".join(" ".join(lines).split())
    for note in known.note_codes:
        assert outcome(FindingCode(note)).name.into(language) in told
    assert day(known.checked, language) in told
