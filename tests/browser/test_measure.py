"""Uploading a measurement: the file that is refused, the one that counts, and deleting it again."""

import pytest

from advisor.report.documents.measure import write_measurement
from tests.browser.seed import FIRM
from tests.browser.test_mistakes import assert_told
from tests.made_up.measurements import MEASUREMENT


def files(content: bytes) -> list[dict[str, object]]:
    return [{"name": "measure.json", "mimeType": "application/json", "buffer": content}]


@pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
def test_a_measurement_is_uploaded_after_a_wrong_file_and_deleted(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case(FIRM)}")
    visitor.page.goto("/measure")
    visitor.page.locator("input[type=file]").set_input_files(files(b'{"schema": "mailweiche.answers/1"}'))
    visitor.page.locator("form[enctype] button").click()
    assert_told(visitor, "mistake-measure")
    visitor.page.locator("input[type=file]").set_input_files(files(write_measurement(MEASUREMENT)))
    visitor.page.locator("form[enctype] button").click()
    assert "8.2 GB" in visitor.page.locator("main").inner_text()
    visitor.check()
    visitor.page.locator("form[action$='/measure/delete'] button").click()
    assert "8.2 GB" not in visitor.page.locator("main").inner_text()
    visitor.check()
