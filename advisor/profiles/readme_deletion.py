"""What the README for whoever hands the files out says of a server that deletes: who loses which mail when."""

from collections.abc import Iterable, Sequence

from babel.dates import format_date

from advisor.profiles import texts_readme as words
from advisor.profiles.account import Account
from advisor.profiles.remarks import Circumstances
from advisor.profiles.server_deletion import ServerDeletion, would_lose
from advisor.settings.values import NotedDeletion
from advisor.text import LOCALES, Language

MOST_MAILBOXES = 20


def first_mailboxes(mailboxes: Sequence[str]) -> str:
    """The first ones, and a sign that there are more."""
    return ", ".join(mailboxes[:MOST_MAILBOXES]) + (", …" if len(mailboxes) > MOST_MAILBOXES else "")


def deletion_lines(around: Circumstances, accounts: Iterable[Account], language: Language) -> list[str]:
    """The lines; none where nobody has said that the server deletes. A word that is given now comes first."""
    if around.server_deletion is not None:
        return _confirmed(around.server_deletion, language)
    return _noted(around.server_deletes, accounts, language) if around.server_deletes is not None else []


def _confirmed(confirmed: ServerDeletion, language: Language) -> list[str]:
    """Confirmed with just these files, which switch it on."""
    count, shown = len(confirmed.mailboxes), first_mailboxes(confirmed.mailboxes)
    rest = (words.SERVER_DELETES_WHAT, words.SERVER_DELETES_WHEN, words.SERVER_DELETES_FIRST)
    return [
        _since(confirmed, language),
        words.SERVER_DELETES_WHOM.into(language, count=count, mailboxes=shown),
        *(text.into(language) for text in rest),
    ]


def _noted(noted: NotedDeletion, accounts: Iterable[Account], language: Language) -> list[str]:
    """Confirmed before; who gets these files may not have been asked about it."""
    losing = would_lose(accounts, noted.days)
    lines = [_since(noted, language), words.SERVER_DELETES_WHAT.into(language)]
    if losing:
        lines.append(words.WOULD_LOSE.into(language, count=len(losing), mailboxes=first_mailboxes(losing)))
        lines.append(words.WOULD_LOSE_FIRST.into(language))
    return lines


def _since(known: ServerDeletion | NotedDeletion, language: Language) -> str:
    on = known.on if isinstance(known, ServerDeletion) else known.confirmed_on
    return words.SERVER_DELETES_SINCE.into(
        language, on=format_date(on, "long", locale=LOCALES[language]), days=known.days
    )
