"""Whether two names belong to the same organisation, as far as the public suffix list tells."""

from collections.abc import Iterable

from publicsuffixlist import PublicSuffixList

from probes.once import once


def same_organisation(first: str, second: str) -> bool:
    """Whether both names lie under the same registrable domain."""
    return (registrable(first) or first) == (registrable(second) or second)


def all_of_one_organisation(hosts: Iterable[str], domain: str) -> bool:
    """Whether all these hosts belong to the organisation of ``domain``."""
    return all(same_organisation(host, domain) for host in hosts)


def registrable(name: str) -> str | None:
    """The part of ``name`` that somebody registered; None for a public suffix such as ``co.uk``."""
    return _suffixes().privatesuffix(name)


@once
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)
