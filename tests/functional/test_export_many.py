"""Many people at once: how far an export is, and a list that is far too long."""

import time
import tracemalloc
from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from advisor.report.documents.settings import write_settings
from advisor.settings.staff_file import MAX_BYTES, MAX_COLUMNS, MAX_ROWS
from advisor.web.cli import group
from tests.unit.profiles.companies import company

SHORT = b"address;name\n" + b"".join(b"p%d@a.ch;P\n" % number for number in range(100_000))
LONG = b"address;name\n" + b"".join(b"person%d@company.example;Person Number %d\n" % (n, n) for n in range(100_000))
WIDE = b"address;name" + b";x" * 500_000 + b"\n" + b"".join(b"p%d@a.ch;P\n" % number for number in range(10_000))
SECONDS, MEBIBYTES = 5, 100


@contextmanager
def little_time_and_memory():
    """Fails when the block takes more of the processor, or ever holds more, than a list that is refused may cost.

    What Python holds is counted, not what the system lent: that depends on which tests ran before.
    """
    tracemalloc.start()
    start = time.process_time()
    try:
        yield
        seconds, most = time.process_time() - start, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert seconds < SECONDS
    assert most < MEBIBYTES * 1024 * 1024


@pytest.fixture
def export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))

    def export(staff, *options):
        (tmp_path / "settings.json").write_bytes(write_settings(company()))
        (tmp_path / "staff.csv").write_bytes(staff)
        names = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "dns", "--out", "out.zip"]
        return CliRunner().invoke(group, ["export", *names, *options])

    return export


def people(count):
    return b"address;name\n" + b"".join(b"p%d@firma.ch;P %d\n" % (number, number) for number in range(count))


@pytest.mark.parametrize(
    ("language", "lines"),
    [("en", ["250 of 501 people", "500 of 501 people"]), ("de", ["250 von 501 Personen", "500 von 501 Personen"])],
)
def test_how_far_it_is_is_told_on_standard_error(export, language, lines):
    result = export(people(501), "--lang", language)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    told = result.stderr.splitlines()
    assert told[:-1] == lines
    assert "501" in told[-1]


@pytest.mark.parametrize("count", [1, 249, 250])
def test_no_line_says_that_all_are_done_before_the_last_one_does(export, count):
    result = export(people(count))
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("staff", "sentence"),
    [
        (SHORT, f"The file has more than {MAX_ROWS} people. Split it up."),
        (LONG, f"The file is larger than {MAX_BYTES // 1_000_000} MB. Split it up."),
        (WIDE, f"The file has more than {MAX_COLUMNS} columns. Delete those that are not needed."),
    ],
    ids=["too many", "too large", "too wide"],
)
def test_what_is_far_too_large_is_refused_quickly_in_bounded_memory(export, tmp_path, staff, sentence):
    with little_time_and_memory():
        result = export(staff)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == f"mailweiche: {sentence}"
    assert len(result.stderr.splitlines()) == 2
    assert not (tmp_path / "out.zip").exists()
