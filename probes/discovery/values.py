"""What one source of claims hands back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from probes.codes import Reason, SourceNote
from probes.discovery.catalogue import ProviderFacts
from probes.results import Claim, Evidence, MailExchanger, Preference
from probes.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Discovered:
    """The claims of one source; the MX source also knows the mail exchangers and perhaps the provider.

    ``reason``: why the answer is not whole, although there is one; ``failed``: there is none, for that ``reason``.
    ``evidence``: every step that was taken, also those that led to no claim. ``follow_up``: what remains to be asked
    under the same source now that this much is known.
    """

    claims: tuple[Claim, ...] = ()
    preference: Preference | None = None
    mail_exchangers: tuple[MailExchanger, ...] = ()
    provider: ProviderFacts | None = None
    reason: Reason | None = None
    notes: tuple[SourceNote, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    follow_up: "Discover | None" = None
    failed: bool = False


Discover = Callable[[Toolbox], Discovered]
"""One source, ready to be asked. Raises ``ProbeError``."""


def first_of_each(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims without those that only repeat an earlier one: the same server, user name and ways to sign in."""
    known: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        said = claim.username, claim.username_template, claim.authentication
        known.setdefault((claim.protocol, claim.host, claim.port, claim.security, *said), claim)
    return tuple(known.values())


def all_of(answers: Iterable[Discovered]) -> Discovered:
    """What several places of one source say together; it failed if each of them did."""
    given = tuple(answers)
    reasons = [each.reason for each in given]
    return Discovered(
        claims=first_of_each(claim for each in given for claim in each.claims),
        reason=next((reason for reason in reasons if reason), None),
        notes=tuple(dict.fromkeys(note for each in given for note in each.notes)),
        evidence=tuple(step for each in given for step in each.evidence),
        failed=bool(given) and all(each.failed for each in given),
    )
