"""Every page of the URL map in every state it knows: accessible, not too wide, in one language, self-contained."""

import pytest

from tests.browser.shots import DARK_TOO, SHOT
from tests.browser.states import STATES, State

FILES = {"static", "bootstrap.static"}
REDIRECTS = {"start.language", "start.resume", "questions.first", "questions.go_on", "questions.further",
             "profiles.back_to_show", "consent.back", "measure.back_to_show", "override.back_to_show",
             "serving.back_to_show"}  # fmt: skip
REDIRECTS |= {"people.back_to_show", "employee.back_to_show"}
DOWNLOADS = {"check.status", "check.report_json", "result.recommendation_json", "result.answers_json",
             "result.settings_json", "profiles.staff_example", "exports.status", "exports.files",
             "people.links", "employee.file"}  # fmt: skip


def look(visitor, state: State, seed) -> None:
    if state.case is not None:
        visitor.page.goto(f"/resume/{seed.case(**state.case)}")
    path = state.path.format(links=seed.links, export=seed.last_export)
    if state.path.startswith("/for/{") and visitor.language != "de":
        path += f"{'&' if '?' in path else '?'}language={visitor.language}"
    answer = visitor.page.goto(path)
    assert answer.status == state.expect, f"{path}: {answer.status}"
    assert visitor.page.url.endswith(path), f"{path} led to {visitor.page.url}"
    if state.says and visitor.language == "de":
        assert state.says in visitor.page.locator("main").inner_text()
    visitor.check()
    if state.name in SHOT:
        visitor.shot(state.name)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_page_is_sound_in_german_on_a_phone_and_in_english_on_a_desktop(visit, seed, state: State) -> None:
    look(visit("de", phone=True), state, seed)
    look(visit("en"), state, seed)


@pytest.mark.parametrize("state", [one for one in STATES if one.name in DARK_TOO], ids=lambda state: state.name)
def test_page_is_sound_in_the_dark(visit, seed, state: State) -> None:
    look(visit("de", dark=True), state, seed)
    look(visit("en", phone=True, dark=True), state, seed)


def test_every_page_of_the_url_map_is_looked_at(seed) -> None:
    seen = {seed.endpoint_of(state.path.partition("?")[0].replace("{export}", "1")) for state in STATES}
    pages = seed.get_endpoints() - FILES - REDIRECTS - DOWNLOADS
    assert pages - seen == set()
