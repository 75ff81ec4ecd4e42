"""The one table from code to meaning: how bad it is, who can mend it, what it means, what to do, what to write."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

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
_Code = TypeVar("_Code", bound=StrEnum)


def _with_letters(rows: Mapping[_Code, Outcome], letters: Mapping[_Code, Letter]) -> dict[str, Outcome]:
    return {code.value: replace(row, letter=row.letter or letters.get(code)) for code, row in rows.items()}


TABLE: dict[str, Outcome] = {
    **_with_letters(CONNECTION, CONNECTION_LETTERS),
    **_with_letters(ENCRYPTION, ENCRYPTION_LETTERS),
    **_with_letters(OFFERS, OFFER_LETTERS),
    **_with_letters(FINDINGS, {}),
}


def outcome(code: Reason | Offer | FindingCode) -> Outcome:
    """The meaning of one code."""
    return TABLE[code.value]
