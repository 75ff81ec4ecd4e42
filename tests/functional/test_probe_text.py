"""What the terminal tells of a check: signposts side by side and what each program would do, in both languages."""

import pytest

from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from advisor.web.commands.text import WIDTH, server_lines
from tests.made_up.probe_reports import ALL, CONTRADICTING


def told(report, language):
    return list(server_lines(server_view(complete(report), language), language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            Language.EN,
            ("The signposts contradict each other:", "Another server", "Thunderbird on a computer: Dangerous."),
        ),
        (
            Language.DE,
            ("Die Wegweiser widersprechen sich:", "Anderer Server", "Thunderbird auf dem Computer: Gefährlich."),
        ),
    ],
)
def test_signposts_and_programs_are_told(language, words):
    text = " ".join(" ".join(told(CONTRADICTING, language)).split())
    for word in words:
        assert word in text
    assert "IMAP mail.hoster.example:143" in text


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("language", Language)
def test_no_line_is_too_wide_for_a_terminal(name, language):
    assert all(len(line) <= WIDTH for line in told(ALL[name], language) if " " in line.strip())
