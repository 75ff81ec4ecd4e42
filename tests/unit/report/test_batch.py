"""Lists of targets as people keep them, and the file of reports that a batch goes on with."""

import io
from dataclasses import replace

import pytest

from advisor.report.batch_lines import ForeignLineError, read_done
from advisor.report.batch_targets import read_targets
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from advisor.text import Language
from probes.target import TargetProblem
from tests.made_up.whole_report import REPORT


def domains(data: bytes) -> list[str]:
    listed = read_targets(data)
    assert not listed.bad_lines, listed.bad_lines
    return [target.domain for target in listed.targets]


@pytest.mark.parametrize(
    "data",
    [
        b"firma.ch\ninfo@andere.ch\n",
        b"\xef\xbb\xbffirma.ch\r\nandere.ch\r\n",
        b"firma.ch\randere.ch",
        b"# clients\n\nfirma.ch # the first\n   \nandere.ch\n",
        b"firma.ch\nFIRMA.CH.\ninfo@firma.ch\nandere.ch\n",
        b"Domain;Name\nfirma.ch;Firma AG\nandere.ch;Andere\n",
        b'e-mail,name\ninfo@firma.ch,Firma\n"andere.ch","Andere, und Co"\n',
        b'"firma.ch"\n"andere.ch";"x"\n',
        b"firma.ch\tFirma\nandere.ch\tAndere\n",
    ],
)
def test_lists_as_people_keep_them(data: bytes) -> None:
    assert domains(data) == ["firma.ch", "andere.ch"]


def test_letters_beyond_ascii_in_both_encodings() -> None:
    assert domains("bäckerei.ch\n".encode()) == domains("bäckerei.ch\n".encode("cp1252")) == ["xn--bckerei-5wa.ch"]


def test_bad_lines_are_named_and_the_rest_goes_on() -> None:
    listed = read_targets("firma.ch\nhttps://andere.ch/x\n\nfirma\na..ch\nfir\u202ema.ch\n10.0.0.1\n".encode())
    assert [target.domain for target in listed.targets] == ["firma.ch"]
    assert [(bad.line, bad.error.problem) for bad in listed.bad_lines] == [
        (2, TargetProblem.WEB_ADDRESS),
        (4, TargetProblem.DOT_MISSING),
        (5, TargetProblem.DOUBLE_DOT),
        (6, TargetProblem.CONTROL_CHARACTERS),
        (7, TargetProblem.IP_ADDRESS),
    ]
    assert "\u202e" not in listed.bad_lines[3].text
    said = listed.bad_lines[0].sentence(Language.DE)
    assert said.startswith("Zeile 2: «https://andere.ch/x»: ")
    assert said.endswith("andere.ch?")
    assert listed.bad_lines[0].sentence(Language.EN).startswith("line 2: “https://andere.ch/x”: ")


def test_an_endless_line_in_quotes_is_one_bad_line() -> None:
    listed = read_targets(b'"' + b"a" * 200_000 + b'"\nfirma.ch\n')
    assert [bad.line for bad in listed.bad_lines] == [1]
    assert [target.domain for target in listed.targets] == ["firma.ch"]


def test_a_header_is_one_only_at_the_top() -> None:
    assert [bad.line for bad in read_targets(b"firma.ch\ndomain\n").bad_lines] == [2]


@pytest.mark.parametrize("data", [b"\xff\xfef\x00", b"PK\x03\x04\x00", b"firma.ch\x00\n", b"\x81\x8d.ch"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_targets(data)
    assert caught.value.problem is Problem.NOT_TEXT


def line(domain: str) -> bytes:
    return write_server_report(complete(replace(REPORT, domain=domain)), compact=True)


def test_a_line_is_a_whole_report() -> None:
    written = line("firma.example")
    assert written.count(b"\n") == 1
    assert written.endswith(b"}\n")
    assert read_server_report(written) == complete(REPORT)


def test_what_is_there_whole_need_not_be_done_again() -> None:
    whole = line("a.example") + line("b.example")
    done = read_done(io.BytesIO(whole))
    assert (done.domains, done.length) == ({"a.example", "b.example"}, len(whole))


@pytest.mark.parametrize("cut", [1, 20, 60, -1])
def test_a_line_that_was_cut_off_is_dropped(cut: int) -> None:
    done = read_done(io.BytesIO(line("a.example") + line("b.example")[:cut]))
    assert (done.domains, done.length) == ({"a.example"}, len(line("a.example")))


def test_an_empty_file_is_a_beginning() -> None:
    assert read_done(io.BytesIO(b"")).length == 0


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (b"my notes\n", 1),
        (b"my notes", 1),
        (b"{}\n", 1),
        (b"\n", 1),
        (b'{"schema":"mailweiche.answers/1","answers":{}}\n', 1),
        (b'{"schema":"mailweiche.server-report/1"}\n', 1),
    ],
)
def test_a_file_of_something_else_is_never_written_to(data: bytes, number: int) -> None:
    with pytest.raises(ForeignLineError) as caught:
        read_done(io.BytesIO(line("a.example") + data))
    assert caught.value.line == number + 1


def test_a_line_without_end_is_not_taken_for_one_that_was_cut_off(monkeypatch) -> None:
    monkeypatch.setattr("advisor.report.batch_lines.LONGEST_LINE", 100)
    with pytest.raises(ForeignLineError):
        read_done(io.BytesIO(line("a.example")))
