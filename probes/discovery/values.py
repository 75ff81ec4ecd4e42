"""What one source of claims hands back."""

from collections.abc import Callable
from dataclasses import dataclass

from probes.codes import Reason, SourceNote
from probes.discovery.catalogue import ProviderFacts
from probes.results import Claim, Evidence, MailExchanger, Preference
from probes.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Discovered:
    """The claims of one source; the MX source also knows the mail exchangers and perhaps the provider.

    ``reason``: why the answer is not whole, although there is one. ``evidence``: every step that was taken, also those
    that led to no claim. ``follow_up``: what remains to be asked under the same source now that this much is known.
    """

    claims: tuple[Claim, ...] = ()
    preference: Preference | None = None
    mail_exchangers: tuple[MailExchanger, ...] = ()
    provider: ProviderFacts | None = None
    reason: Reason | None = None
    notes: tuple[SourceNote, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    follow_up: "Discover | None" = None


Discover = Callable[[Toolbox], Discovered]
"""One source, ready to be asked. Raises ``ProbeError``."""
