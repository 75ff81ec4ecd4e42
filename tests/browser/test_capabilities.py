"""The tables of abilities, on phone and desktop, in both languages, light and dark, with everything unfolded."""

import pytest

from tests.browser.seed import FIRM
from tests.made_up.capability_reports import RICH


@pytest.mark.parametrize(("language", "phone", "dark"), [("de", True, False), ("de", False, False), ("en", True, True)])
def test_tables_of_abilities(visit, seed, language, phone, dark) -> None:
    visitor = visit(language, phone=phone, dark=dark)
    visitor.page.goto(f"/resume/{seed.case(answers=FIRM, report=RICH)}")
    visitor.page.goto("/check/result/abilities")
    heading = visitor.page.locator("#abilities-imap")
    assert heading.is_visible()
    visitor.shot("abilities-folded")
    visitor.check()
    visitor.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    visitor.shot("abilities")
    visitor.check()
