"""What the rules find in a report, as these tests ask for it."""

from advisor.findings.derive import findings_of


def codes(seen) -> set[str]:
    return {each.code for each in findings_of(seen)}


def params(seen, code) -> dict[str, object]:
    return next(dict(each.params) for each in findings_of(seen) if each.code == code)
