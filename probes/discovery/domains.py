"""Whether two names belong to the same organisation, as far as the public suffix list tells."""

from functools import cache

from publicsuffixlist import PublicSuffixList


def same_organisation(first: str, second: str) -> bool:
    """Whether both names lie under the same registrable domain."""
    return _registrable(first) == _registrable(second)


def _registrable(name: str) -> str:
    return _suffixes().privatesuffix(name) or name


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)
