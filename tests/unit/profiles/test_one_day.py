"""Mail that stays for one day: no paper and no file counts it in the plural."""

import re
from dataclasses import replace
from datetime import date

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.values import NotedDeletion, Person
from advisor.text import Language, Text
from tests.unit.profiles.companies import company
from tests.unit.profiles.file_words import words_in

PLURAL = re.compile(r"\b1 (Tage|Tagen|days)\b")


@pytest.mark.parametrize("language", Language)
def test_one_day_is_one_day(language):
    settings = company(Form.POP3_KEEP_DAYS, server_deletes=NotedDeletion(1, date(2026, 11, 20)))
    person = Person("anna@firma.ch", "Anna", language=language)
    for file in export(replace(settings, keep_days=1), (person,), only=tuple(Target)):
        text = re.sub(r"\s*\n# ?", " ", words_in(file.data))
        assert not PLURAL.search(text), f"{file.path}: {PLURAL.search(text)}"


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 Tag, nach 1 Tag"), (2, "2 Tage, nach 2 Tagen"), (11, "11 Tage, nach 11 Tagen")]
)
def test_more_days_stay_as_they_are(days, said):
    text = Text("{days} Tage, nach {days} Tagen", "{days} days")
    assert text.into(Language.DE, days=days) == said
    assert text.into(Language.EN, days=days) == ("1 day" if days == 1 else f"{days} days")
