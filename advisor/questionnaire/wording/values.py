"""The shape of a question's texts. Every sentence is shown before the result and therefore free of protocol words."""

from dataclasses import dataclass

from advisor.questionnaire.schema import Key
from advisor.text import Text


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. ``phrase`` starts in lower case (nouns aside), so that it can be quoted inside a sentence."""

    code: str
    phrase: Text

    @property
    def label(self) -> Text:
        """The phrase as it stands alone on an answer card: with a capital first letter."""
        return Text(_capital(self.phrase.de), _capital(self.phrase.en))


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one question.

    ``short``: a noun phrase for lists and quotations; ``why``: why we ask; ``moves``: what the answer changes;
    ``check``: how to find out in half a minute, None where a look at the desk is enough. ``unit`` and ``example``
    belong to figures only.
    """

    key: Key
    short: Text
    title: Text
    why: Text
    moves: Text
    hint: Text | None = None
    check: Text | None = None
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    example: Text | None = None

    def option(self, code: str) -> Option:
        """The option with this code. Raises ``KeyError`` for a code that the question does not have."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


YES = Text("ja", "yes")
NO = Text("nein", "no")
DONT_KNOW = Text("weiss ich nicht", "I don’t know")
