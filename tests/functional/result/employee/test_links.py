"""Links that are none any more, and what a live one goes on to show."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import Case, ProbeRun, Publication
from tests.functional.result.staff_lists import GOOD
from tests.functional.result.staff_pages import (
    change,
    links,
    make,
    open_pages,
    past,
    rows,
)


def test_a_dead_link_is_the_same_for_everybody(app, open_page, see):
    path = open_page()
    token = path.removeprefix("/for/")
    other = "A" if token[0] != "A" else "B"
    dead = [
        "/for/x",
        f"/for/{other}{token[1:]}",
        f"/for/{token[:-1]}",
        f"/for/{token}x",
        f"/for/{token.swapcase()}",
        "/for/" + "a" * 5_000,
        "/for/%00%ff",
        "/for/<script>",
        "/for/..%2f..",
        f"/for/{token[:-1]}%0a",
    ]
    pages = {see(one)[0].data for one in dead}
    change(app, expires_at=past())
    answer, text = see(path)
    pages.add(answer.data)
    assert answer.status_code == 404
    assert len(pages) == 1
    assert "This link opens nothing any more" in text
    assert "ask the person who gave you the link" in text
    assert "script" not in text


@pytest.mark.parametrize("ended", ["link ended", "link ran out", "case ran out", "nothing released"])
@pytest.mark.parametrize("part", ["", "/file/apple", "/opened", "/report", "/program"])
def test_after_its_end_a_link_answers_like_one_that_never_was(app, open_page, ended, part):
    path = open_page()
    if ended == "link ended":
        change(app, ended_at=datetime.now(UTC))
    elif ended == "link ran out":
        change(app, expires_at=past())
    else:
        with app.app_context():
            if ended == "case ran out":
                db.session.execute(sa.update(Case).values(expires_at=past()))
            else:
                db.session.execute(sa.delete(Publication))
            db.session.commit()
    unknown = app.test_client().get("/for/" + "a" * 32)
    client = app.test_client()
    answers = [client.get(path + part)]
    if part in ("/opened", "/report", "/program"):
        answers.append(client.post(path + part, data={"works": "yes", "program": "outlook"}))
    for answer in answers:
        assert (answer.status_code, answer.data) == (404, unknown.data)
    assert rows(app)[0]["done_at"] is None
    assert rows(app)[0]["opened_at"] is None


def test_settings_stay_as_they_were_released(app, open_case, all_situations, see):
    client = open_case(all_situations["firm"])
    make(client)
    path = links(client)["Bob Sample"]
    before = see(path)[0].data
    with app.app_context():
        db.session.execute(sa.delete(ProbeRun))
        db.session.commit()
    assert see(path)[0].data == before


def test_a_released_document_that_is_broken_answers_like_nothing(app, open_page, see):
    path = open_page()
    with app.app_context():
        db.session.execute(sa.update(Publication).values(settings="{}"))
        db.session.commit()
    assert see(path)[0].status_code == 404


@pytest.mark.parametrize("path", ["report", "opened", "program"])
def test_a_reload_after_a_button_leads_back(app, open_page, path):
    page = open_page()
    assert app.test_client().get(f"{page}/{path}").location == page


def test_several_people_never_see_each_other(app, all_situations, see):
    _, text = see(open_pages(app, all_situations["firm"], GOOD)["Bob Sample"])
    assert "Anna" not in text
    assert "anna@" not in text
