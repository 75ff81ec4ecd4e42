"""Comparing with a report that a person has kept: the file that is refused, and the one that is right."""

from dataclasses import replace
from datetime import timedelta

import pytest

from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from tests.browser.test_mistakes import assert_told
from tests.made_up.probe_reports import GOOD, MIXED


def files(domain: str) -> list[dict[str, object]]:
    old = replace(GOOD, domain=domain, started_at=GOOD.started_at - timedelta(days=30))
    return [{"name": "old.json", "mimeType": "application/json", "buffer": write_server_report(complete(old))}]


@pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
def test_a_kept_report_is_compared_after_one_of_another_domain_was_refused(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case(report=MIXED)}")
    visitor.page.goto("/check/compare")
    domain = visitor.page.locator(".caption .value").inner_text()
    visitor.page.locator("input[type=file]").set_input_files(files("andere.example"))
    visitor.page.locator("main form button").first.click()
    assert_told(visitor, "mistake-compare")
    visitor.page.locator("input[type=file]").set_input_files(files(domain))
    visitor.page.locator("main form button").first.click()
    assert "mail.firma.example:465" in visitor.page.locator("main").inner_text()
    visitor.check()
    visitor.shot("compare-kept")
