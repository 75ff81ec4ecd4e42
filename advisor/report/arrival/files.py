"""The files on the web servers: settings files at their four places, the answers for Outlook, PACC and its digest."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from advisor.profiles.formats import dns, pacc
from advisor.profiles.targets import Target
from advisor.report.arrival.meant import WEB_SERVER, Meant
from advisor.report.arrival.reasons import Nothing, check_of, from_status, nothing_read
from advisor.report.arrival.servers import differences, is_foreign
from advisor.report.arrival.values import ARRIVED, Difference, Differs, Item, Status, Thing, Why
from probes.codes import Source, SourceNote
from probes.host_names import host_name
from probes.results import Evidence, ProbeReport, SourceCheck

_FILE = "/mail/config-v1.1.xml"
_WELL_KNOWN = "/.well-known/autoconfig/mail/config-v1.1.xml"
_AUTODISCOVER = "/autodiscover/autodiscover.xml"
_SECURED = frozenset({Source.AUTOCONFIG_HTTPS, Source.WELL_KNOWN_HTTPS, Source.AUTODISCOVER, Source.AUTODISCOVER_SRV})

_FOR_OUTLOOK = frozenset({Item.AUTODISCOVER, Item.AUTODISCOVER_SRV})
_DISTURBS = frozenset({Why.CERTIFICATE, Why.ENCRYPTION})
"""Where Outlook stops and warns, although it would find the answer at another place."""


def files(report: ProbeReport, meant: Meant) -> Iterable[Thing]:
    """Each place; one that is not meant to hold anything only where something was read there."""
    yield from _settings_files(report, meant)
    yield from _pacc(report, meant)
    yield from _for_outlook(report, meant)


def _settings_files(report: ProbeReport, meant: Meant) -> Iterable[Thing]:
    domain = meant.domain
    own = _read(report, meant, Item.AUTOCONFIG, Source.AUTOCONFIG_HTTPS, f"https://autoconfig.{domain}{_FILE}")
    site = _read(report, meant, Item.WELL_KNOWN, Source.WELL_KNOWN_HTTPS, f"https://{domain}{_WELL_KNOWN}")
    open_own = _read(report, meant, Item.AUTOCONFIG_HTTP, Source.AUTOCONFIG_HTTP, f"http://autoconfig.{domain}{_FILE}")
    open_site = _read(report, meant, Item.WELL_KNOWN_HTTP, Source.WELL_KNOWN_HTTP, f"http://{domain}{_WELL_KNOWN}")
    name, *_ = dns.web_names(domain, f"{WEB_SERVER}.{domain}.")
    own = replace(own, lines=(name,))
    if not meant.writes(Target.THUNDERBIRD):
        yield from _unwanted(own, site, open_own, open_site)
    elif meant.deletes:
        yield from _advised_against(own, site, open_own, open_site)
    else:
        yield from _one_is_enough(own, site)
        yield from (_spared(thing, Why.OPEN_PLACE) for thing in (open_own, open_site))


def _for_outlook(report: ProbeReport, meant: Meant) -> Iterable[Thing]:
    domain = meant.domain
    _, own_name, record = dns.web_names(domain, f"{WEB_SERVER}.{domain}.")
    url = f"https://autodiscover.{domain}{_AUTODISCOVER}"
    own = replace(_read(report, meant, Item.AUTODISCOVER, Source.AUTODISCOVER, url), lines=(own_name,))
    by_record = _read(report, meant, Item.AUTODISCOVER_SRV, Source.AUTODISCOVER_SRV, f"_autodiscover._tcp.{domain}")
    by_record = replace(by_record, lines=(record,))
    if meant.deletes and meant.servers:
        yield from _advised_against(own, by_record)
        return
    if not meant.writes(Target.OUTLOOK_POX):
        yield from _unwanted(own, by_record)
        return
    spared_own, spared_record = _one_is_enough(own, by_record)
    yield own if own.why in _DISTURBS else spared_own
    yield by_record if _names_a_place(check_of(report, Source.AUTODISCOVER_SRV)) else spared_record


def _names_a_place(check: SourceCheck | None) -> bool:
    """Whether there is such a record, so that Outlook goes where it leads."""
    return check is not None and any(step.record and step.status is None for step in check.evidence)


def _unwanted(*things: Thing) -> Iterable[Thing]:
    """Where nothing is meant to be, only what is there all the same."""
    yield from (replace(thing, wanted=False) for thing in things if thing.status in ARRIVED)


def _advised_against(*things: Thing) -> Iterable[Thing]:
    """Where something could be, but a program that sets itself up with it would take mail off the server."""
    return (replace(_spared(thing, Why.ADVISED_AGAINST), wanted=False) for thing in things)


def _one_is_enough(first: Thing, second: Thing) -> tuple[Thing, Thing]:
    """Of two places for the same thing the second need not be used, and not the first where the second is right."""
    enough = second.status is Status.SAME
    return (_spared(first, Why.OTHER_PLACE) if enough else first), _spared(second, Why.OTHER_PLACE)


def _spared(thing: Thing, why: Why) -> Thing:
    if thing.status in ARRIVED:
        return thing
    return replace(thing, status=Status.NOT_NEEDED, why=why, reason=None, code=None)


def _read(report: ProbeReport, meant: Meant, item: Item, source: Source, place: str) -> Thing:
    """What one place says; servers that it names are held against those that are meant."""
    check = check_of(report, source)
    claims = tuple(claim for claim in report.claims if claim.source is source)
    thing = Thing(item, place, Status.SAME, meant=meant.endpoints)
    if check is not None and SourceNote.EXCHANGE in check.notes and item in _FOR_OUTLOOK:
        return replace(thing, status=Status.LEFTOVER, differences=(Difference(Differs.EXCHANGE),))
    if not claims:
        return _without(thing, nothing_read(check, _steps(check, item, place)))
    found = (*differences(claims, meant), *_of_whole(check))
    if any(is_foreign(claim, meant) for claim in claims):
        return replace(thing, status=Status.LEFTOVER, differences=found)
    if found:
        return replace(thing, status=Status.OTHER, differences=found)
    why = _not_for_all(check, source)
    return replace(thing, status=Status.PARTLY, why=why) if why else thing


def _without(thing: Thing, nothing: Nothing) -> Thing:
    return replace(thing, status=nothing.status, why=nothing.why, reason=nothing.reason, code=nothing.code)


def _steps(check: SourceCheck | None, item: Item, place: str) -> Sequence[Evidence]:
    """The steps that decide. Outlook's first place is asked beside others, so only its own steps and those to which it
    redirects count.
    """
    steps = check.evidence if check else ()
    own = [number for number, step in enumerate(steps) if step.url and step.url.startswith(place)]
    if item is not Item.AUTODISCOVER or not own:
        return steps
    last = own[-1]
    while last + 1 < len(steps) and (steps[last].status or "").startswith("3"):
        last += 1
    return steps[: last + 1]


def _of_whole(check: SourceCheck | None) -> Iterable[Difference]:
    if check is not None and SourceNote.NOT_FOR_THIS_DOMAIN in check.notes:
        yield Difference(Differs.OTHER_DOMAIN)


def _not_for_all(check: SourceCheck | None, source: Source) -> Why | None:
    notes = check.notes if check else ()
    if SourceNote.WRONG_CONTENT_TYPE in notes:
        return Why.WRONG_CONTENT_TYPE
    return Why.OVER_HTTP if source in _SECURED and SourceNote.OVER_HTTP in notes else None


def _pacc(report: ProbeReport, meant: Meant) -> Iterable[Thing]:
    """The file and its digest; a domain that shall have none only where there is one."""
    ours, domain = meant.pacc_file, meant.domain
    file = _pacc_file(report, meant, f"https://ua-auto-config.{domain}{pacc.PATH}")
    if meant.deletes and meant.servers:
        yield from _advised_against(file)
        return
    if ours is None:
        yield from _unwanted(file)
        return
    name, record = dns.pacc_records(meant.account, f"{WEB_SERVER}.{domain}.")
    file = replace(file, lines=(name,), as_exported=_as_exported(report, ours, domain))
    yield file
    yield replace(_digest(report, domain), lines=(record,), as_exported=file.as_exported)


def _pacc_file(report: ProbeReport, meant: Meant, place: str) -> Thing:
    check = check_of(report, Source.PACC)
    own = _own_steps(check, meant.domain)
    thing = _read(report, meant, Item.PACC_FILE, Source.PACC, place)
    if thing.status not in ARRIVED:
        return _without(thing, nothing_read(check, own))
    elsewhere = bool(own) and not any((step.status or "").startswith("2") for step in own)
    if elsewhere and thing.status in (Status.SAME, Status.PARTLY):
        return replace(thing, status=Status.PARTLY, why=Why.OLDER_PLACE)
    return thing


def _own_steps(check: SourceCheck | None, domain: str) -> list[Evidence]:
    """The steps at the place of today; the former one is asked beside it."""
    return [step for step in check.evidence if _host(step) == f"ua-auto-config.{domain}"] if check else []


def _host(step: Evidence) -> str:
    return host_name(urlsplit(step.url).hostname or "") if step.url else ""


def _as_exported(report: ProbeReport, ours: bytes, domain: str) -> bool | None:
    seen = [step.sha256 for step in _own_steps(check_of(report, Source.PACC), domain) if step.sha256]
    return seen[-1] == hashlib.sha256(ours).hexdigest() if seen else None


def _digest(report: ProbeReport, domain: str) -> Thing:
    """The digest is only asked for where there is a file."""
    check = check_of(report, Source.PACC)
    thing = Thing(Item.PACC_DIGEST, f"_ua-auto-config.{domain}", Status.SAME)
    notes = check.notes if check else ()
    if SourceNote.DIGEST_WRONG in notes:
        return replace(thing, status=Status.OTHER, differences=(Difference(Differs.DIGEST),))
    if SourceNote.DIGEST_MATCHES in notes:
        return thing
    if SourceNote.DIGEST_MISSING in notes:
        return replace(thing, status=Status.MISSING, why=Why.NO_RECORD)
    asked = [step for step in (check.evidence if check else ()) if _is_digest(step, thing.place)]
    if asked:
        return _without(thing, from_status(asked[-1].status))
    return replace(thing, status=Status.NOT_NEEDED, why=Why.WAITS_FOR_FILE)


def _is_digest(step: Evidence, place: str) -> bool:
    return host_name((step.record or "").partition(" ")[0]) == place
