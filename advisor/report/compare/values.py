"""What is different between two reports of one domain: frozen values and closed lists of codes, no wording."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Value = str | int | float
RULES = "2026-11-27"  # the version of the rules by which reports are compared: raised whenever their outcome may differ


class Weight(StrEnum):
    """How much a change matters to the company."""

    NEEDS_ACTION = "needs_action"
    WORTH_KNOWING = "worth_knowing"
    GOOD_NEWS = "good_news"


class ChangeCode(StrEnum):
    """What changed. The codes stand in documents: they are never renamed."""

    DOMAIN_GONE = "domain_gone"
    DOMAIN_FOUND = "domain_found"
    MX_ADDED = "mx_added"
    MX_REMOVED = "mx_removed"
    MX_PREFERENCE_CHANGED = "mx_preference_changed"
    GATEWAY_ADDED = "gateway_added"
    GATEWAY_REMOVED = "gateway_removed"
    PROVIDER_CHANGED = "provider_changed"
    PROVIDER_NOTES_CHANGED = "provider_notes_changed"
    PREFERENCE_CHANGED = "preference_changed"
    DNSSEC_ADDED = "dnssec_added"
    DNSSEC_REMOVED = "dnssec_removed"
    SOURCE_APPEARED = "source_appeared"
    SOURCE_DISAPPEARED = "source_disappeared"
    SOURCE_TESTED = "source_tested"
    SOURCE_UNTESTED = "source_untested"
    SOURCE_NOTES_CHANGED = "source_notes_changed"
    CLAIM_ADDED = "claim_added"
    CLAIM_REMOVED = "claim_removed"
    CLAIM_CHANGED = "claim_changed"
    SERVER_ADDED = "server_added"
    SERVER_REMOVED = "server_removed"
    SERVER_TESTED = "server_tested"
    SERVER_UNTESTED = "server_untested"
    ADDRESS_CHANGED = "address_changed"
    CAA_CHANGED = "caa_changed"
    TLSA_CHANGED = "tlsa_changed"
    TLSA_MATCHES = "tlsa_matches"
    TLSA_BROKEN = "tlsa_broken"
    SERVICE_ADDED = "service_added"
    SERVICE_REMOVED = "service_removed"
    SERVICE_STARTED = "service_started"
    SERVICE_STOPPED = "service_stopped"
    SERVICE_TESTED = "service_tested"
    SERVICE_UNTESTED = "service_untested"
    SERVICE_REASON_CHANGED = "service_reason_changed"
    CERTIFICATE_PROBLEM_ADDED = "certificate_problem_added"
    CERTIFICATE_PROBLEM_REMOVED = "certificate_problem_removed"
    CERTIFICATE_REPLACED = "certificate_replaced"
    CERTIFICATE_CHAIN_CHANGED = "certificate_chain_changed"
    TLS_VERSION_CHANGED = "tls_version_changed"
    TLS_VERSION_ADDED = "tls_version_added"
    TLS_VERSION_REMOVED = "tls_version_removed"
    SOFTWARE_CHANGED = "software_changed"
    SIGN_IN_ADDED = "sign_in_added"
    SIGN_IN_REMOVED = "sign_in_removed"
    CAPABILITY_ADDED = "capability_added"
    CAPABILITY_REMOVED = "capability_removed"
    OFFER_ADDED = "offer_added"
    OFFER_REMOVED = "offer_removed"
    OFFER_TESTED = "offer_tested"
    OFFER_UNTESTED = "offer_untested"
    OFFER_CHANGED = "offer_changed"
    SETTINGS_ADDED = "settings_added"
    SETTINGS_REMOVED = "settings_removed"
    SETTINGS_CHANGED = "settings_changed"
    SETTINGS_PROVEN = "settings_proven"
    SETTINGS_UNPROVEN = "settings_unproven"
    SETTINGS_SOURCE_CHANGED = "settings_source_changed"
    FINDING_ADDED = "finding_added"
    FINDING_REMOVED = "finding_removed"
    FINDING_CHANGED = "finding_changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``subject`` names what is meant, as in findings (``imap:mail.example.com:993``, ``srv``).

    ``params``: what the text of the code needs; ``old…`` and ``new…`` are the two states, an empty string is "none".
    """

    code: ChangeCode
    severity: Weight
    subject: str
    params: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The earlier report of one domain against the later one, both judged by the rules of one version.

    The vantage points are where each was made from.
    """

    domain: str
    old_at: datetime
    new_at: datetime
    old_vantage: str
    new_vantage: str
    changes: tuple[Change, ...]
    rules: str = RULES


class DifferentDomainsError(ValueError):
    """The two reports do not speak of the same domain."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"the reports speak of two domains: {old} and {new}")
        self.old = old
        self.new = new
