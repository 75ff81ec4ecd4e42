"""What one source of claims hands back."""

from dataclasses import dataclass

from probes.discovery.catalogue import ProviderFacts
from probes.results import Claim, MailExchanger, Preference, Reason


@dataclass(frozen=True, slots=True)
class Discovered:
    """The claims of one source; the MX source also knows the mail exchangers and perhaps the provider.

    ``reason``: why the answer is not whole, although there is one.
    """

    claims: tuple[Claim, ...] = ()
    preference: Preference | None = None
    mail_exchangers: tuple[MailExchanger, ...] = ()
    provider: ProviderFacts | None = None
    reason: Reason | None = None
