"""Whether a server shows another certificate, and in what it differs. Days left are no difference: they pass anyway."""

from collections.abc import Iterator

from advisor.report.compare.tools import listed
from advisor.report.compare.values import ChangeCode, Weight
from probes.results import Certificate

Difference = tuple[ChangeCode, Weight, dict[str, str]]


def certificate_changes(old: Certificate, new: Certificate) -> Iterator[Difference]:
    """What differs between two certificates: code, weight and params of each change."""
    if _replaced(old, new):
        weight = Weight.GOOD_NEWS if _renewed(old, new) else Weight.WORTH_KNOWING
        yield ChangeCode.CERTIFICATE_REPLACED, weight, _facts(old, new)
    elif old.sha256 and new.sha256 and set(old.chain) != set(new.chain):
        chains = {"old": listed(old.chain), "new": listed(new.chain)}
        yield ChangeCode.CERTIFICATE_CHAIN_CHANGED, Weight.WORTH_KNOWING, chains


def _replaced(old: Certificate, new: Certificate) -> bool:
    """By fingerprint where both are known, else by everything that stands in it."""
    if old.sha256 and new.sha256:
        return old.sha256 != new.sha256
    return (
        (old.subject, old.issuer, _names(old)) != (new.subject, new.issuer, _names(new))
        or (old.not_before, old.not_after) != (new.not_before, new.not_after)
        or _key_changed(old, new)
    )


def _names(certificate: Certificate) -> frozenset[str]:
    return frozenset(name.lower() for name in certificate.names)


def _key_changed(old: Certificate, new: Certificate) -> bool:
    pairs = ((old.key, new.key), (old.spki_sha256, new.spki_sha256))
    return any(before and after and before != after for before, after in pairs)


def _renewed(old: Certificate, new: Certificate) -> bool:
    """The usual renewal: the same names by the same authority, valid for longer."""
    same = _names(old) == _names(new) and _authority(old.issuer) == _authority(new.issuer)
    return same and new.not_after > old.not_after and new.problem is None


def _authority(issuer: str) -> str:
    """The organisation that issues: it may sign with several intermediate certificates in turn."""
    return next((part for part in issuer.split(",") if part.startswith("O=")), issuer)


def _facts(old: Certificate, new: Certificate) -> dict[str, str]:
    before, after = _names(old), _names(new)
    return {
        "old_issuer": old.issuer,
        "new_issuer": new.issuer,
        "old_expires": old.not_after.date().isoformat(),
        "new_expires": new.not_after.date().isoformat(),
        "names_added": listed(after - before),
        "names_removed": listed(before - after),
        "key": _key(old, new),
    }


def _key(old: Certificate, new: Certificate) -> str:
    """``same``, ``new`` or, where one report does not know it, an empty string."""
    if not (old.spki_sha256 and new.spki_sha256):
        return "new" if _key_changed(old, new) else ""
    return "same" if old.spki_sha256 == new.spki_sha256 else "new"
