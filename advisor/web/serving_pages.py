"""What the page around answering mail programs shows, finished for the template."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import quote

from advisor.profiles import served as answers
from advisor.profiles.account import POP3_FORMS, account_for
from advisor.profiles.formats import dns, pacc
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import ServerBlock, sheet_view
from advisor.profiles.targets import Target
from advisor.report.profiles_view import TargetRow, cannot_matrix
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.values import CompanySettings, ServerSettings
from advisor.store import employee_links, served_domains
from advisor.store.models import Case
from advisor.store.served_domains import PROOF_LASTS, Served
from advisor.web import i18n
from advisor.web.deletion_pages import StillDeletesView, still_deletes_view
from advisor.web.group_pages import group_ways
from advisor.web.i18n import say
from advisor.web.profile_pages import Chosen
from advisor.web.publications import Released
from advisor.web.served import answering as served
from advisor.web.served.kept import SECONDS as KEPT_SECONDS
from advisor.web.served.public import PublicPlace
from advisor.web.served.replies import CACHE_SECONDS
from probes import ownership
from probes.discovery.domains import registrable

_SHOWN_TARGETS = (Target.THUNDERBIRD, Target.OUTLOOK_POX, Target.APPLE)


@dataclass(frozen=True, slots=True)
class SettingsPart:
    """Settings as the page shows them; ``deletes``: programs would take mail off the server, so nobody is answered."""

    way: str
    deletes: bool
    servers: tuple[ServerBlock, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProofPart:
    """What to publish, either as a record or as a file, and how it stands.

    ``by``: "dns" or "file" where it counts, since ``seen_at``; ``was_proved``: it did once; ``another``: another case
    has the domain now.
    """

    record_name: str
    file_url: str
    line: str
    by: str | None
    seen_at: datetime | None
    checked_at: datetime | None
    was_proved: bool
    another: bool
    lasts_days: int


@dataclass(frozen=True, slots=True)
class Try:
    """An address that a person can open; ``kind`` names it in the template."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class WayHere:
    """How programs find this installation: records for the zone, and the names that need a certificate."""

    host: str
    records: str
    pacc_records: str
    names: tuple[str, ...]
    tries: tuple[Try, ...]


@dataclass(frozen=True, slots=True)
class ServePage:
    """The page. ``place`` is False where programs cannot reach this installation at all.

    ``now``: what the case would give today, None where it would give nothing; ``differs``: not what was released.
    ``other_groups``: groups of people who read otherwise than by the way that is answered. ``seconds``: how long an end
    takes to be felt. ``pages``: how many personal pages there are, which no release changes. ``deletion``: the server
    deletes what programs with these settings would count on.
    """

    domain: str
    place: bool
    released: SettingsPart | None
    released_at: datetime | None
    now: SettingsPart | None
    way: str
    differs: bool
    other_groups: tuple[str, ...]
    programs: tuple[TargetRow, ...]
    proof: ProofPart | None
    here: WayHere | None
    ends_at: datetime
    case_days: int
    seconds: int
    pages: int
    deletion: StillDeletesView | None


def serve_page(
    case: Case, chosen: Chosen | None, found: Released | None, place: PublicPlace | None, *, days: int
) -> ServePage:
    """Everything about one case; ``chosen`` or ``found`` is there."""
    settings = found.settings if found else chosen.settings if chosen else None
    if settings is None:
        raise ValueError("there is nothing to show")
    row = served_domains.of(case.id)
    own = row if found and row and row.domain == answers.domain_of(settings) else None
    if chosen and not own:
        settings = chosen.settings
    deletes = answers.deletes(settings)
    return ServePage(
        domain=settings.domain,
        place=place is not None,
        released=_settings(found.settings) if found and own else None,
        released_at=found.at if found and own else None,
        now=_settings(chosen.settings) if chosen else None,
        way=(chosen.settings if chosen else settings).alternative,
        differs=not (found and chosen and same_for_programs(found.settings, chosen.settings)),
        other_groups=_other_groups(chosen, settings) if chosen else (),
        programs=() if deletes else _programs(settings),
        proof=_proof(own, answered=own.answers and not deletes) if own else None,
        here=_here(settings, place) if own and own.answers and place and not deletes else None,
        ends_at=case.expires_at,
        case_days=days,
        seconds=round(KEPT_SECONDS) + CACHE_SECONDS,
        pages=employee_links.count(case.id),
        deletion=_deletion(case.id, [found.settings] if found and own else [], chosen),
    )


def _deletion(case_id: int, given: list[CompanySettings], chosen: Chosen | None) -> StillDeletesView | None:
    """The warning where the server deletes what programs would count on, with the settings of now or those released."""
    every = [*given, *([chosen.settings] if chosen else [])]
    return still_deletes_view(case_id, (account_for(settings, None) for settings in every))


def can_be_proved(settings: CompanySettings) -> bool:
    """Whether somebody has this domain for themselves; nobody has ``co.uk``."""
    return registrable(answers.domain_of(settings)) is not None


def _other_groups(chosen: Chosen, settings: CompanySettings) -> tuple[str, ...]:
    if answers.deletes(settings):
        return ()
    return tuple(group.name for group in group_ways(chosen.advice.recommendation, settings))


def same_for_programs(one: CompanySettings, other: CompanySettings) -> bool:
    """Whether programs would be told the same; when a server was checked makes no difference to them."""
    return _told(one) == _told(other)


def _told(settings: CompanySettings) -> CompanySettings:
    return replace(
        settings,
        imap=_untimed(settings.imap),
        pop3=_untimed(settings.pop3),
        submission=_untimed(settings.submission),
        decision=None,
        server_deletes=None,
    )


def _untimed(server: ServerSettings | None) -> ServerSettings | None:
    return None if server is None else replace(server, checked_at=None)


def _settings(settings: CompanySettings) -> SettingsPart:
    sheet = sheet_view(account_for(settings, None), Circumstances.of(settings), i18n.current())
    way = say(ALTERNATIVES[settings.alternative].name)
    return SettingsPart(way, answers.deletes(settings), sheet.servers, sheet.warnings)


def _programs(settings: CompanySettings) -> tuple[TargetRow, ...]:
    rows = cannot_matrix(settings, (answers.neutral_person(settings),), i18n.current())
    return tuple(row for row in rows if row.target in _SHOWN_TARGETS)


def _proof(row: Served, *, answered: bool) -> ProofPart:
    return ProofPart(
        record_name=ownership.record_name(row.domain),
        file_url=ownership.file_url(row.domain),
        line=ownership.line(row.token),
        by=row.proved_by if answered else None,
        seen_at=row.proved_at if answered else None,
        checked_at=row.checked_at,
        was_proved=row.proved_by is not None,
        another=row.proved_by is not None and not row.answers and served_domains.proved_by_another(row),
        lasts_days=PROOF_LASTS // timedelta(days=1),
    )


def _here(settings: CompanySettings, place: PublicPlace) -> WayHere:
    company = account_for(settings, None)
    domain, server = company.domain, f"{place.host}."
    with_pacc = pacc.possible(company)
    prefixes = ("autoconfig.",) if company.form in POP3_FORMS else ("autoconfig.", "autodiscover.")
    names = tuple(f"{prefix}{domain}" for prefix in prefixes)
    return WayHere(
        host=place.host,
        records="\n".join(dns.answered_names(company, server)),
        pacc_records="\n".join(dns.pacc_records(company, server)) if with_pacc else "",
        names=(*names, f"ua-auto-config.{domain}") if with_pacc else names,
        tries=tuple(_tries(settings, place)),
    )


def _tries(settings: CompanySettings, place: PublicPlace) -> list[Try]:
    address = quote(answers.neutral_person(settings).address, safe="")
    written = answers.answers(settings)
    found = []
    if written.autoconfig is not None:
        found.append(Try("autoconfig", f"{place.url}{served.AUTOCONFIG}?emailaddress={address}"))
    if Target.OUTLOOK_POX in written.personal:
        question = f"Email={address}&Protocol=Autodiscoverv1"
        found.append(Try("outlook", f"{place.url}{served.AUTODISCOVER_JSON}?{question}"))
    if Target.APPLE in written.personal:
        found.append(Try("apple", f"{place.url}{served.PROFILE}?emailaddress={address}"))
    return found
