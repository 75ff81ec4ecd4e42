"""A decision beside the advice travels with the ZIP: for who hands the files out, not for the readers."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor.profiles.account import Form
from advisor.profiles.bundle import settings_sha256, write_bundle
from advisor.profiles.export import export
from advisor.profiles.texts_readme import WAYS
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.settings.values import Decision
from tests.unit.profiles.companies import ANNA, BEN, company
from tests.unit.profiles.file_words import words_in

AT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # the 24th in Switzerland
DECIDED = Decision(Alternative.IMAP, Alternative.IMAP_ARCHIVE, "Die Revision will <alles> im Haus.", "Carla Müller", AT)


def files(form=Form.IMAP_ARCHIVE, decision=DECIDED):
    found = export(company(form, decision=decision), (ANNA, BEN))
    return {file.path: words_in(file.data) for file in found}


def test_the_readme_says_what_was_decided_by_whom_when_why_and_what_was_advised():
    german, english = files()["README.de.txt"], files()["README.en.txt"]
    assert (
        "- Entschieden ist: Beim Anbieter lesen, mit eigener Kopie (Carla Müller, 24. November 2026). "
        "- Begründung: Die Revision will <alles> im Haus. - Mailweiche rät etwas anderes: Beim Anbieter lesen."
    ) in german
    assert "- What was decided: Read at the provider, with your own copy (Carla Müller, 24 November 2026)." in english
    assert "- Mailweiche advises something else: Read at the provider." in english
    assert german.index("Der Entscheid") < german.index("Was in diesem Archiv ist")


def test_without_a_decision_nothing_is_said_of_one():
    assert not any("Entscheid" in text or "decision" in text for text in files(decision=None).values())


def test_the_files_of_employees_hold_the_decided_way_and_not_the_decision():
    found = files()
    assert any(path.startswith("people/") for path in found)
    for path, text in found.items():
        if not path.startswith("README"):
            assert "Revision" not in text, path
            assert "Carla" not in text, path
    assert "hält zusätzlich eine vollständige Kopie" in found["company/sheet.de.html"]


@pytest.mark.parametrize(
    ("form", "decision", "said"),
    [
        (Form.IMAP_ARCHIVE, DECIDED, set()),
        (Form.IMAP_ARCHIVE, replace(DECIDED, outdated=True), {"Seither haben sich Angaben geändert."}),
        (Form.IMAP, DECIDED, {"Diese Dateien sind für einen anderen Weg: Beim Anbieter lesen."}),
        (Form.POP3_KEEP_DAYS, replace(DECIDED, to=Alternative.POP3_KEEP), set()),
        (Form.POP3_KEEP_FOREVER, replace(DECIDED, to=Alternative.POP3_KEEP), set()),
        (
            Form.IMAP_ARCHIVE,
            replace(DECIDED, advised=Alternative.IMAP_ARCHIVE),
            {"Mailweiche rät inzwischen dasselbe."},
        ),
    ],
    ids=["as decided", "outdated", "another way", "days", "for ever", "advised by now"],
)
def test_what_does_not_fit_together_is_said(form, decision, said):
    remarks = {
        "Seither haben sich Angaben geändert.",
        "Diese Dateien sind für einen anderen Weg: Beim Anbieter lesen.",
        "Mailweiche rät inzwischen dasselbe.",
    }
    text = files(form, decision)["README.de.txt"]
    assert {remark for remark in remarks if remark in text} == said


def test_hostile_text_of_a_file_written_by_hand_stays_one_plain_line():
    hostile = replace(DECIDED, reason="a\r\n\u202e\x1b[31mb\u200b" + "c" * 900, by="\u2066Eve\x00")
    raw = {file.path: file.data for file in export(company(Form.IMAP, decision=hostile), (ANNA,))}
    text = raw["README.de.txt"].decode("utf-8")
    assert not any(sign in text for sign in "\u202e\x1b\u200b\u2066\x00")
    assert "(Eve, " in text


def test_the_manifest_repeats_the_decision():
    def manifest(decision):
        settings, out = company(Form.IMAP_ARCHIVE, decision=decision), io.BytesIO()
        write_bundle(out, export(settings, (ANNA,)), (), settings_sha256(settings), settings.decision)
        with zipfile.ZipFile(out) as archive:
            return json.loads(archive.read("manifest.json"))

    assert manifest(None)["decision"] is None
    assert manifest(DECIDED)["decision"] == {
        "advised": "imap",
        "to": "imap_archive",
        "reason": "Die Revision will <alles> im Haus.",
        "by": "Carla Müller",
        "at": "2026-11-23T23:30:00Z",
        "outdated": False,
    }
    assert manifest(None)["settings_sha256"] != manifest(DECIDED)["settings_sha256"]


@pytest.mark.parametrize("way", Alternative)
def test_ways_have_the_names_of_the_advice(way):
    assert WAYS[way] == ALTERNATIVES[way].name
