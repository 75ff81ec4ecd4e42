"""``mailweiche measure`` before any server is asked: no way to hand over a password but to type it."""

import click
import pytest

from advisor.web.commands.measure import measure_command
from tests.functional.test_commands import assert_one_line, run

__all__ = ["run"]


def test_no_argument_option_or_variable_takes_a_password() -> None:
    named = {name for parameter in measure_command.params for name in (parameter.name, *parameter.opts)}
    assert not any("pass" in name or "pw" in name or "secret" in name for name in named)
    assert not any(parameter.envvar for parameter in measure_command.params)
    assert not any(isinstance(parameter, click.Option) and parameter.hide_input for parameter in measure_command.params)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "ADDRESS"),
        (("nobody",), "not a mail address"),
        (("a@b",), "not a mail address"),
        (("anna\r\nDELETE@firma.example",), "not a mail address"),
        (("anna@firma.example", "--username", "a\r\nb"), "user name is one line"),
        (("anna@firma.example", "--host", "[::1]"), "--host"),
        (("anna@firma.example", "--host", "127.0.0.1"), "--host"),
        (("anna@firma.example", "--nameserver", "x"), "IP"),
    ],
)
def test_bad_input_is_one_clear_line(run, arguments, words) -> None:
    assert_one_line(run("measure", *arguments), 2, words)
