"""Where there is nothing to export: the page says why, and the way on."""

import pytest

ANNA = {"way": "imap", "name": "Anna Muster", "address": "anna@firma.example", "language": "de"}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", ["preliminary", "not_enough", "not_possible", "native_provider", "native_groupware"])
def test_without_settings_the_page_shows_the_way_on(open_case, all_situations, state, language):
    client = open_case(all_situations[state])
    answer = client.get("/profiles", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert 'class="button"' in answer.text
    assert "<form" not in answer.text.partition("<main")[2]
    for path in ("/profiles/person", "/profiles/staff", "/profiles/download"):
        assert client.post(path, data=ANNA).mimetype == "text/html"


def test_microsoft_gets_no_password_profile_and_is_told_what_instead(open_case, all_situations, read):
    shown = read(open_case(all_situations["native_provider"]), "/profiles")
    assert "Exchange" in shown
    assert "Mailweiche therefore makes none" in shown


def test_without_a_case_the_page_says_so(client):
    assert client.get("/profiles").status_code == 410
    assert client.post("/profiles/download").status_code == 410
