"""Which of a company's programs are known to sign in on the page of a provider (OAuth2).

A program needs to be registered with each provider, so it can do so for the providers on its own list only.
"""

from collections.abc import Iterable

from advisor.settings.clients.closed import KNOWN
from advisor.settings.clients.files import KNOW_OAUTH2
from advisor.settings.clients.values import Client
from advisor.settings.codes import MICROSOFT, Program

_ON_ITS_LIST: dict[Program, frozenset[str]] = {
    Program.OUTLOOK: MICROSOFT,
    Program.OUTLOOK_NEW: MICROSOFT | KNOWN[Client.OUTLOOK_NEW],
    Program.APPLE: MICROSOFT | KNOWN[Client.APPLE_MAIL],
    Program.THUNDERBIRD: KNOW_OAUTH2,
    Program.ANDROID: MICROSOFT | frozenset({"google", "yahoo"}),
}


def not_known_to_sign_in(programs: Iterable[str], provider: str | None) -> tuple[Program, ...]:
    """Those of the programs of which nobody knows that they can; the browser always can."""
    asked = [Program(code) for code in programs]
    return tuple(one for one in asked if one is not Program.BROWSER and provider not in _ON_ITS_LIST.get(one, ()))
