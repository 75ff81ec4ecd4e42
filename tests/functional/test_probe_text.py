"""What the terminal tells of a check: signposts side by side and what each program would do, in both languages."""

import pytest

from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from advisor.web.commands.details_text import detail_lines
from advisor.web.commands.text import WIDTH, server_lines
from tests.made_up.probe_reports import ALL, CONTRADICTING


def told(report, language):
    view = server_view(complete(report), language)
    return [*server_lines(view, language), *detail_lines(view, language)]


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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            Language.EN,
            ("What the server can do:", "Where we looked", "Every attempt", "confirmed by the domain itself"),
        ),
        (Language.DE, ("Was der Server kann:", "Wo wir gesucht haben", "Jeder Versuch", "von der Domain selbst")),
    ],
)
def test_the_details_are_told_too(language, words):
    text = " ".join(" ".join(told(CONTRADICTING, language)).split())
    for word in (*words, "Dovecot", "TLS_AES_256_GCM_SHA384", "192.0.2.7", "CN=Beispiel-Stelle"):
        assert word in text
    assert not any("  " in line.strip() for line in told(CONTRADICTING, language))


@pytest.mark.parametrize("language", Language)
def test_of_a_domain_that_does_not_exist_nothing_else_is_told(language):
    view = server_view(complete(ALL["no_domain"]), language)
    assert [line for line in server_lines(view, language) if line.startswith(("- ", view.services[0].name))] == []


@pytest.mark.parametrize("language", Language)
def test_letters_to_the_provider_are_told_whole(language):
    view = server_view(complete(ALL["troubled"]), language)
    text = " ".join(" ".join(told(ALL["troubled"], language)).split())
    letter = view.findings.whole
    assert letter is not None
    assert f"{letter.title}: {' '.join(letter.text.split())}" in text


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("language", Language)
def test_no_line_is_too_wide_for_a_terminal(name, language):
    assert all(len(line) <= WIDTH for line in told(ALL[name], language) if " " in line.strip())
