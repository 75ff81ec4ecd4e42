"""What one name of a server tells of its other names, so that the server is not asked the same thing twice."""

from collections.abc import Iterable
from dataclasses import replace

from probes.codes import Reason, Status
from probes.results import Certificate, Service

BEFORE_ANY_NAME = frozenset({Reason.REFUSED, Reason.FILTERED, Reason.NO_ROUTE})
"""Outcomes of an address and port, whatever name somebody came by."""


def with_shared_facts(services: Iterable[Service]) -> tuple[Service, ...]:
    """The rows; one that was left alone says what is known of its port by another name that leads there."""
    rows = tuple(services)
    known = {(row.address, row.port): row for row in rows if row.address and row.reason in BEFORE_ANY_NAME}

    def told(row: Service) -> Service:
        same = known.get((row.address, row.port)) if row.address and row.reason is Reason.LEFT_ALONE else None
        return _same(same, row) if same is not None else row

    return tuple(told(row) for row in rows)


def for_other_name(other: Service, first: Service, second: Service) -> Service | None:
    """What ``other`` would get at its second address, where ``second`` is what ``first`` got; None: it must be asked.

    Both lead to the same two addresses. A server may show each name another certificate; where it shows both names
    the same one at the first address, and this one at the second too, the name makes no difference.
    """
    if second.reason in BEFORE_ANY_NAME:
        return _same(second, other)
    shown = [_certificate(row) for row in (other, first, second)]
    prints = {each.sha256 if each else None for each in shown}
    completed = all(row.status is Status.COMPLETED for row in (other, first, second))
    if not completed or len(prints) > 1 or None in prints or second.tls is None:
        return None
    return replace(_same(second, other), reason=other.reason, tls=replace(second.tls, certificate=shown[0]))


def _same(known: Service, other: Service) -> Service:
    return replace(known, host=other.host, protocol=other.protocol, security=other.security)


def _certificate(row: Service) -> Certificate | None:
    return row.tls.certificate if row.tls else None
