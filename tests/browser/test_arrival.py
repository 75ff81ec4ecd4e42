"""Checking again from the page about arrival: a real check of a domain that publishes nothing any more, and back."""

import pytest
from playwright.sync_api import expect

from tests.browser.seed import FIRM
from tests.made_up import arrival_reports

CHECK_MILLISECONDS = 120_000


@pytest.mark.parametrize("script", [True, False])
def test_a_new_check_comes_back_with_its_result(visit, seed, script):
    visitor = visit("en", script=script)
    page = visitor.page
    case = seed.case(answers=FIRM, report=arrival_reports.published(), released=arrival_reports.settings())
    page.goto(f"/resume/{case}")
    page.goto("/profiles/arrival?way=imap")
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything that you published arrives.")
    page.get_by_role("button", name="Check again").click()
    headline = page.get_by_role("heading", level=1)
    expect(headline).to_have_text("Nothing arrives so far.", timeout=CHECK_MILLISECONDS)
    assert page.url.endswith("/profiles/arrival?way=imap")
    assert not visitor.errors
