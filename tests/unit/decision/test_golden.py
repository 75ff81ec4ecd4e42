"""The typical companies of the policy and the sentences of the founding article come out as written down beforehand."""

import json
from pathlib import Path

import pytest

COMPANIES = sorted((Path(__file__).parents[2] / "golden" / "companies").glob("*.json"))


def test_every_golden_company_is_read():
    assert len([path for path in COMPANIES if path.stem.startswith("typical")]) == 16
    assert len([path for path in COMPANIES if path.stem.startswith("article")]) == 15


@pytest.mark.parametrize("path", COMPANIES, ids=lambda path: path.stem)
def test_golden_company(path, company, server, document):
    case = json.loads(path.read_text())
    advice = document(company(complete=case["complete"], **case["answers"]), server(**case["server"]))
    expected = case["expected"]
    assert advice["protocol"] == expected["protocol"]
    assert advice["recommended"] in (expected["recommended"] or [None])
    for field in ("status", "keep_days", "protocol_confidence"):
        assert advice[field] == expected.get(field, advice[field])
    assert (advice["native"] or {}).get("reason") == expected.get("native")
    assert set(expected.get("alarms", ())) <= set(advice["alarms"])
    assert set(expected.get("conditions", ())) <= {one["code"] for one in advice["conditions"]}
    assert all({"keys": keys} in advice["contradictions"] for keys in expected.get("contradictions", ()))
    rows = {row["alternative"]: row for row in advice["ranking"]}
    for alternative, rules in expected.get("excluded", {}).items():
        assert [one["rule"] for one in rows[alternative]["excluded_by"]] == rules
        assert not rows[alternative]["feasible"]
