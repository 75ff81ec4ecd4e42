"""One thing that a file cannot express in words: what it is, what happens instead, what to do."""

from dataclasses import dataclass

from advisor.profiles.account import Account
from advisor.text import Language, Text

NEVER_AS_DAYS = 9999
"""Days that stand for "never" where a number is needed: 27 years, small enough for programs that count in seconds."""


@dataclass(frozen=True, slots=True)
class LimitText:
    """The three sentences for one code; ``{days}`` is the number of days on the server."""

    cannot: Text
    instead: Text
    todo: Text

    def sentences(self, language: Language, account: Account) -> tuple[str, str, str]:
        """The sentences in ``language``, filled in for the account."""
        days = account.keep_days if account.keep_days is not None else NEVER_AS_DAYS
        cannot, instead, todo = (text.into(language, days=days) for text in (self.cannot, self.instead, self.todo))
        return cannot, instead, todo
