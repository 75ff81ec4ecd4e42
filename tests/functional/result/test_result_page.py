"""The result page in each of its states: order, evidence, links, and nothing that leaves the app."""

import re

import html5lib
import pytest

STATES = (
    "firm",
    "preliminary",
    "unreachable",
    "pop3_days",
    "pop3_only",
    "close",
    "not_enough",
    "not_possible",
    "native_provider",
    "native_groupware",
    "alarms",
    "contradiction",
)
ORDER = (
    "verdict",
    "why",
    "form",
    "server",
    "ask-provider",
    "assumptions",
    "certainty",
    "options",
    "conditions",
    "contradictions",
    "effort",
    "next",
    "limits",
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_a_whole_page(open_case, all_situations, state, language):
    client = open_case(all_situations[state])
    answer = client.get("/result", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    headings = [found for found in re.findall(r'<h[12] id="([a-z_-]+)"', answer.text) if found in ORDER]
    assert headings == [name for name in ORDER if name in headings]
    assert headings[0] == "verdict"
    assert headings[-1] == "limits"
    assert {"server", "options", "effort", "next"} <= set(headings)
    assert not re.search(r">\s*None\s*<", answer.text)
    assert "{" not in answer.text


@pytest.mark.parametrize("state", STATES)
def test_nothing_on_the_page_leads_elsewhere(open_case, all_situations, state):
    tree = html5lib.parse(open_case(all_situations[state]).get("/result").text, namespaceHTMLElements=False)
    targets = [value for one in tree.iter() for name, value in one.attrib.items() if name in ("href", "src", "action")]
    assert targets
    assert all(target.startswith(("/", "#")) and not target.startswith("//") for target in targets)


def test_every_link_of_the_page_works(open_case, all_situations):
    client = open_case(all_situations["alarms"])
    targets = set(re.findall(r'<(?:a|link|script)[^>]+(?:href|src)="(/[^"]*)"', client.get("/result").text))
    for target in targets:
        with client.get(target.replace("&amp;", "&")) as answer:
            assert answer.status_code in (200, 302), target


def test_alarms_stand_before_the_advice_mail_on_one_computer_first(open_case, all_situations):
    text = open_case(all_situations["alarms"]).get("/result").text
    places = [text.index(mark) for mark in ('id="alarm-mail_only_on_pc"', 'id="alarm-encrypt_first"', 'id="verdict"')]
    assert places == sorted(places)


def test_big_sentence_says_it_in_plain_words_with_the_protocol_in_brackets(firm):
    text = firm.get("/result", headers={"Accept-Language": "de"}).text
    headline = re.search(r"<h1[^>]*>([^<]+)</h1>", text)
    assert headline is not None
    assert headline[1].strip().endswith("(IMAP).")
    assert "Verlässlich" in text


def test_reasons_quote_the_answers_and_lead_to_their_questions(firm, read):
    text = firm.get("/result", headers={"Accept-Language": "en"}).text
    assert "/questions/devices?then=result" in text
    shown = read(firm)
    assert "Why not fetch (POP3)?" in shown
    assert "Devices per person: two" in shown
    assert "What speaks against it" in shown


def test_excluded_ways_name_their_rule_and_the_answers_behind_it(firm, read):
    options = read(firm).partition("The four ways compared")[2]
    assert options.count("Ruled out") == 2
    assert options.count("Why not:") >= 3
    assert "Devices per person: two" in options
    assert "Backup of the computers with mail" in options


def test_a_rule_told_under_why_is_not_told_again_but_led_to(firm):
    main = firm.get("/result", headers={"Accept-Language": "en"}).text
    options = main.partition('id="options"')[2]
    assert options.count('<a href="#why">Why not fetch (POP3)?</a>') == 2
    rule = "when nobody and nothing else reads the mailbox"
    assert rule in main.partition('id="options"')[0]
    assert all(part.rfind("<details") > part.rfind("</details") for part in options.split(rule)[:-1])


def test_server_facts_exclude_with_the_check_as_evidence(open_case, all_situations, read):
    options = read(open_case(all_situations["not_possible"])).partition("The four ways compared")[2]
    assert options.count("Check of your mail server: Not found") >= 2
    assert "Advised" not in options


def test_server_check_is_summed_up_with_host_source_and_time(firm, read):
    shown = read(firm).partition("Your mail server")[2]
    assert "Checked for firma.example on 2 November 2026, 10:14" in shown
    for value in ("mail.firma.example:993", "mail.firma.example:995", "mail.firma.example:465", "identity proven"):
        assert value in shown


def test_without_a_check_nothing_is_called_checked(open_case, all_situations, read):
    shown = read(open_case(all_situations["preliminary"]))
    assert "has not been checked yet" in shown
    assert "identity proven" not in shown
    assert "Preliminary" in shown
    assert "Not checked against your server." in shown


def test_what_could_not_be_reached_is_not_called_missing(open_case, all_situations, read):
    shown = read(open_case(all_situations["unreachable"]))
    assert "Not reachable" in shown
    assert "Not found" not in shown
    assert "did not get far enough" in shown


def test_assumptions_name_what_was_taken_and_lead_to_the_question(open_case, all_situations, read):
    client = open_case(all_situations["preliminary"])
    shown = read(client).partition("What we had to assume")[2].partition("How sure")[0]
    assert "could change the advice" in shown
    assert "we count it as" in shown
    assert "How to find out in half a minute" in shown
    assert "/questions/device-backup?then=result" in client.get("/result").text


def test_not_enough_information_advises_nothing_and_asks(open_case, all_situations, read):
    shown = read(open_case(all_situations["not_enough"]))
    assert "We do not know enough for that yet." in shown
    assert "Advised" not in shown
    assert "Answer the most useful question" in shown


def test_close_says_so_and_where_it_tips(open_case, all_situations, read):
    shown = read(open_case(all_situations["close"]))
    assert "A close call" in shown
    assert "If your answer were" in shown


def test_native_names_the_reason_and_compares_nothing(open_case, all_situations, read):
    for state, reason in (("native_provider", "Microsoft 365"), ("native_groupware", "Calendar and contacts")):
        shown = read(open_case(all_situations[state]))
        assert "Neither: use your provider’s own connection." in shown
        assert reason in shown
        assert shown.count("Not compared") == 4
        assert "Advised" not in shown


def test_kept_days_are_named(open_case, all_situations, read):
    shown = read(open_case(all_situations["pop3_days"]))
    assert "(POP3)" in shown
    assert re.search(r"stays with the provider for \d+ days", shown)


def test_pop3_only_server_asks_for_imap_and_never_deletes(open_case, all_situations, read):
    shown = read(open_case(all_situations["pop3_only"]))
    assert "stopgap" in shown
    assert "Ask the provider for IMAP" in shown
    assert "is never deleted" in shown


def test_contradiction_is_shown_with_both_answers(open_case, all_situations, read):
    shown = read(open_case(all_situations["contradiction"])).partition("Answers that do not go together")[2]
    assert "Which matters more?" in shown
    assert shown.count("Change") >= 2


def test_limits_follow_the_country(open_case, all_situations, read):
    swiss = all_situations["firm"]
    swiss.answers["country"] = "CH"
    shown = read(open_case(swiss)).partition("What this advice is not")[2]
    assert "No backup" in shown
    assert "Switzerland" in shown
    assert "GoBD" not in shown


def test_effort_counts_only_what_was_stated(open_case, all_situations, read):
    stated = all_situations["firm"]
    assert "once you have counted" in read(open_case(stated))
    stated.answers.update(mailboxes=8, devices_total=13, storage_gb_used=20)
    shown = read(open_case(stated))
    assert "8 mailboxes, 13 devices" in shown
    assert re.search(r"needs 26\sGB", shown)


def test_without_a_case_the_page_says_so(client):
    assert client.get("/result").status_code == 410


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_three_sentences_for_the_boss_ready_to_copy(open_case, all_situations, state):
    tree = html5lib.parse(open_case(all_situations[state]).get("/result").text, namespaceHTMLElements=False)
    field = next(one for one in tree.iter("textarea") if one.get("id") == "boss-text")
    assert len("".join(field.itertext())) > 80
    button = next(one for one in tree.iter("button") if one.get("data-copy") == "boss-text")
    assert button.get("data-copied")


def test_the_explanation_stands_before_the_single_reasons(firm, read):
    why = read(firm).partition("Why")[2]
    assert "A rule takes POP3 out. Only the form was left to weigh." in why.partition("Compared with")[0]


def test_statements_on_law_and_standards_name_their_source_and_date(firm, read):
    limits = read(firm).partition("What this advice is not")[2]
    for statement, source in (
        ("No backup", "Source: RFC 9051"),
        ("in Switzerland", "Source: OR arts. 957a and 958f"),
        ("in Germany", "Source: § 257 HGB"),
        ("in Austria", "Source: § 132 BAO"),
    ):
        assert source in limits.partition(statement)[2].split("Keeping records in")[0]
    assert "As of November 2026. No legal advice." in limits
