"""Whether two names belong to the same organisation, as far as the public suffix list tells."""

from collections.abc import Iterable
from pathlib import Path

from publicsuffixlist import PSLFILE, PublicSuffixList

from probes.once import once

_PRIVATE_PART = "===BEGIN PRIVATE DOMAINS==="


def same_organisation(first: str, second: str) -> bool:
    """Whether both names lie under the same registrable domain, and not with two customers of whoever registered it.

    Under names such as ``dyndns.org`` anybody can have one.
    """
    if first == second:
        return True
    return (registrable(first) or first) == (registrable(second) or second) and _customer(first) == _customer(second)


def all_of_one_organisation(hosts: Iterable[str], domain: str) -> bool:
    """Whether all these hosts belong to the organisation of ``domain``."""
    return all(same_organisation(host, domain) for host in hosts)


def registrable(name: str) -> str | None:
    """The part of ``name`` that somebody registered; None for a public suffix such as ``co.uk``."""
    return _suffixes().privatesuffix(name)


def _customer(name: str) -> str | None:
    """The part of ``name`` that somebody was given under a name that its owner shares out; None elsewhere."""
    shared, labels = _shared_out(), name.split(".")
    for number in range(len(labels)):
        if ".".join(labels[number:]) in shared or ".".join(("*", *labels[number + 1 :])) in shared:
            return ".".join(labels[max(number - 1, 0) :])
    return None


@once
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)


@once
def _shared_out() -> frozenset[str]:
    """The part of the list that owners of names have added; reading it as a whole takes ten times as long."""
    lines = Path(PSLFILE).read_text(encoding="utf-8").partition(_PRIVATE_PART)[2].splitlines()
    rules = (line.strip() for line in lines if line and not line.startswith("//"))
    return frozenset(rule if rule.isascii() else rule.encode("idna").decode() for rule in rules)
