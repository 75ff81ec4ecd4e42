"""How far claims are believed against each other: first the trust of each, then the rank of where it came from."""

from probes.codes import SOURCE_ORDER, Source, Trust
from probes.results import Claim

TRUST_ORDER = (Trust.VERIFIED, Trust.TRUSTED, Trust.NEEDS_CONSENT)

_POINTERS = (Source.SRV, Source.TXT_MAILCONF, Source.AUTODISCOVER_SRV)
_UNPROTECTED = (Source.AUTOCONFIG_HTTP, Source.WELL_KNOWN_HTTP, Source.GUESS)
_CONSENT_ORDER = (
    *(source for source in SOURCE_ORDER if source not in (*_POINTERS, *_UNPROTECTED)),
    *_POINTERS,
    *_UNPROTECTED,
)
"""Among what needs consent: an unsigned DNS record that points to a foreign name counts less than the provider that the
incoming mail shows, since anybody who forges one answer can name any server with it (RFC 6186 section 6)."""


def order_of(claim: Claim) -> tuple[int, int]:
    """Sorts the most believable claim first: by trust, then by rank."""
    return trust_of(claim), rank_of(claim)


def trust_of(claim: Claim) -> int:
    """0 for the most trusted."""
    return TRUST_ORDER.index(claim.trust)


def rank_of(claim: Claim) -> int:
    """0 for the best source; comparable only between claims of the same trust."""
    order = _CONSENT_ORDER if claim.trust is Trust.NEEDS_CONSENT else SOURCE_ORDER
    return order.index(claim.source)
