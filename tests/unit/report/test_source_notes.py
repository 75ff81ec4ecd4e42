"""Sources, their notes and what was tolerated: every code has its words, in both languages."""

import pytest

from advisor.report.texts.server import SOURCES
from advisor.report.texts.source_notes import SOURCE_NOTES
from advisor.report.texts.tolerated import TOLERATED
from advisor.text import Language
from probes.codes import Source, SourceNote, Tolerated


@pytest.mark.parametrize(
    ("table", "codes"), [(SOURCE_NOTES, SourceNote), (TOLERATED, Tolerated), (SOURCES, Source)],
    ids=["notes", "tolerated", "sources"],
)  # fmt: skip
def test_every_code_has_words_of_its_own(table, codes):
    assert set(table) == set(codes)
    for language in Language:
        assert len({text.into(language) for text in table.values()}) == len(table)


@pytest.mark.parametrize("note", SourceNote)
def test_a_note_is_one_sentence(note):
    for language in Language:
        sentence = SOURCE_NOTES[note].into(language)
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert len(sentence) < 160
