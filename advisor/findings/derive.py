"""From what a probe run saw to the findings of its report."""

from collections.abc import Callable, Iterable

from advisor.findings.codes import FindingCode
from advisor.findings.rules import (
    attempts,
    certificates,
    contradictions,
    differences,
    fetching,
    publication,
    route,
    security,
)
from advisor.findings.rules.parts import once
from advisor.findings.values import Finding
from probes.results import ProbeReport

RULES: tuple[Callable[[ProbeReport], Iterable[Finding]], ...] = (
    security.cleartext_only,
    security.cleartext_login_offered,
    security.old_tls_versions_accepted,
    security.starttls_only,
    security.tls13_missing,
    certificates.expires_soon,
    certificates.names_other_host,
    certificates.key_weak,
    certificates.dane,
    certificates.caa,
    publication.published_cleartext,
    contradictions.leftover_of_old_host,
    contradictions.sources_contradict,
    contradictions.srv_says_off_but_answers,
    contradictions.announced_but_off,
    contradictions.pop3_open_but_unannounced,
    publication.exchange_seen,
    publication.certificate_wrong,
    publication.pacc_digest,
    publication.pop3_listed_first,
    publication.placeholder_broken,
    publication.autoconfig_words,
    publication.srv_target_is_cname,
    publication.autoconfig_http_only,
    publication.autoconfig_unreadable,
    publication.autoconfig_html,
    fetching.no_sign_in_offered,
    fetching.oauth2_only,
    fetching.apop_only,
    fetching.expire,
    fetching.missing_uidl,
    fetching.login_delay_long,
    fetching.pop3_without_capa,
    differences.address_dead,
    differences.family_broken,
    differences.families_differ,
    differences.ports_differ,
    route.untested_from_here,
    route.rate_limited_here,
    route.in_front,
    route.mx_unknown,
    route.preference,
    route.provider_notes,
)
_ORDER = {code.value: position for position, code in enumerate(FindingCode)}


def findings_of(report: ProbeReport) -> tuple[Finding, ...]:
    """How the attempts ended, in the order of the report, then what the rules see, in the order of the codes."""
    judged = sorted((each for rule in RULES for each in rule(report)), key=lambda each: _ORDER[each.code])
    return tuple(once((*attempts.attempts(report), *judged)))
