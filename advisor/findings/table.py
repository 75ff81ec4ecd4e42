"""The one table from code to meaning: how bad it is, who can mend it, what it means, what to do, what to write."""

from dataclasses import replace

from advisor.findings.codes import FindingCode
from advisor.findings.connection import CONNECTION
from advisor.findings.encryption import ENCRYPTION
from advisor.findings.letters.connection import CONNECTION_LETTERS
from advisor.findings.letters.encryption import ENCRYPTION_LETTERS
from advisor.findings.letters.offers import OFFER_LETTERS
from advisor.findings.offers import OFFERS
from advisor.findings.outcome import Letter, Outcome
from advisor.findings.rows.certificates import CERTIFICATES
from advisor.findings.rows.contradictions import CONTRADICTIONS
from advisor.findings.rows.differences import DIFFERENCES
from advisor.findings.rows.fetching import FETCHING
from advisor.findings.rows.providers import PROVIDERS
from advisor.findings.rows.publication import PUBLICATION
from advisor.findings.rows.route import ROUTE
from advisor.findings.rows.security import SECURITY
from probes.codes import Offer, Reason

REASONS: dict[Reason, Outcome] = {**CONNECTION, **ENCRYPTION}
FINDINGS: dict[FindingCode, Outcome] = {
    **SECURITY,
    **CERTIFICATES,
    **CONTRADICTIONS,
    **PUBLICATION,
    **FETCHING,
    **DIFFERENCES,
    **ROUTE,
    **PROVIDERS,
}
LETTERS: dict[Reason | Offer, Letter] = {**CONNECTION_LETTERS, **ENCRYPTION_LETTERS, **OFFER_LETTERS}
TABLE: dict[str, Outcome] = {
    **{code.value: replace(row, letter=LETTERS.get(code)) for code, row in {**REASONS, **OFFERS}.items()},
    **{code.value: row for code, row in FINDINGS.items()},
}


def outcome(code: Reason | Offer | FindingCode) -> Outcome:
    """The meaning of one code."""
    return TABLE[code.value]
