"""The one table from outcome code to meaning: how bad it is, who can mend it, what it means and what to do."""

from advisor.findings.connection import CONNECTION
from advisor.findings.encryption import ENCRYPTION
from advisor.findings.offers import OFFERS
from advisor.findings.outcome import Outcome
from probes.codes import Offer, Reason

REASONS: dict[Reason, Outcome] = {**CONNECTION, **ENCRYPTION}
TABLE: dict[str, Outcome] = {code.value: row for rows in (REASONS, OFFERS) for code, row in rows.items()}


def outcome(code: Reason | Offer) -> Outcome:
    """The meaning of one outcome code."""
    return TABLE[code.value]
