"""Logs: one line of JSON per event on standard error, no persons, nothing that could steer a terminal."""

import json
import logging

import pytest
import structlog

from advisor.web import logs


@pytest.fixture(autouse=True)
def _configured():
    before = logging.getLogger().handlers[:], logging.getLogger().level
    logs.configure()
    yield
    logging.getLogger().handlers[:], _ = before
    logging.getLogger().setLevel(before[1])


def test_each_event_is_one_line_of_json_on_standard_error(capsys) -> None:
    structlog.get_logger().info("probe_done", run=7)
    written = capsys.readouterr()
    assert written.out == ""
    event = json.loads(written.err)
    assert (event["event"], event["run"], event["level"]) == ("probe_done", 7, "info")


def test_hostile_text_is_escaped(capsys) -> None:
    structlog.get_logger().info("said", words="evil\nforged \x1b[31m \u202e \u200b")
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert line.isascii()
    assert "\x1b" not in line


@pytest.mark.parametrize("text", ["vreni.muster@firma.example", "<vreni@firma.example>, x", "an error for v@x.y"])
def test_persons_are_hidden(text, capsys) -> None:
    structlog.get_logger().info("said", words=text)
    line = capsys.readouterr().err
    assert "vreni" not in line
    assert "\\u2026@" in line


def test_traceback_is_part_of_the_event(capsys) -> None:
    try:
        raise ValueError("about vreni@firma.example")
    except ValueError as error:
        structlog.get_logger().error("server_error", exc_info=error)
    event = json.loads(capsys.readouterr().err)
    assert "ValueError" in event["exception"]
    assert "vreni" not in event["exception"]


def test_libraries_speak_the_same_form(capsys) -> None:
    logs.capture_standard_library()
    logging.getLogger("huey.consumer").warning("Worker %d died", 3)
    event = json.loads(capsys.readouterr().err)
    assert (event["event"], event["level"]) == ("Worker 3 died", "warning")
