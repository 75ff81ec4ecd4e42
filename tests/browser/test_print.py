"""On paper: everything that is folded on screen, in dark ink, whatever the screen's colours are."""

import pytest

from tests.browser.seed import FIRM
from tests.made_up.probe_reports import GOOD

WHITE = "rgb(255, 255, 255)"


@pytest.mark.parametrize("script", [True, False])
def test_folded_evidence_is_printed(visit, seed, script) -> None:
    page = visit("de", dark=True, script=script).page
    page.goto(f"/resume/{seed.case(answers=FIRM, report=GOOD)}")
    page.goto("/result")
    evidence = page.locator(".option details .answer-said").first
    assert evidence.bounding_box()["height"] == 0 or not evidence.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert evidence.is_visible()
    assert evidence.bounding_box()["height"] > 0
    assert page.locator("#next").is_hidden()
    ink = page.locator(".verdict .lead").evaluate("element => getComputedStyle(element).color")
    paper = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    assert paper == WHITE
    assert max(int(part) for part in ink.removeprefix("rgb(").removesuffix(")").split(",")) < 100


def test_printing_unfolds_and_folds_again(visit, seed) -> None:
    page = visit("en").page
    page.goto(f"/resume/{seed.case(answers=FIRM, report=GOOD)}")
    page.goto("/result")
    folded = page.locator("main details:not([open])").count()
    assert folded > 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details:not([open])").count() == folded
