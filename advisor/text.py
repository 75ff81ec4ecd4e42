"""Texts of the product's own tables, always in every language that we speak.

A table row holds its sentences beside its codes; a missing language is then a type error, not a surprise on a page.
Sentences of the pages themselves live in the templates and their gettext catalogue.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages of the product. German is written in Swiss spelling (ss, no sharp s)."""

    DE = "de"
    EN = "en"


LOCALES = {Language.DE: "de_CH", Language.EN: "en_GB"}
"""How numbers and dates are written."""

TIME_ZONE = "Europe/Zurich"
"""Whose clock and calendar dates and times are told by."""

_DAYS = re.compile(r"\{days\} (Tag|day)(?:en|e|s)\b")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or phrase in each language; may hold ``str.format`` fields such as ``{days}``."""

    de: str
    en: str

    def into(self, language: Language, /, **fields: object) -> str:
        """The text in ``language``, its fields filled in; one day is told in the singular.

        Raises ``KeyError`` for a field without a value.
        """
        sentence = self.de if language is Language.DE else self.en
        if fields.get("days") == 1:
            sentence = _DAYS.sub(r"{days} \1", sentence)
        return sentence.format(**fields) if fields else sentence
