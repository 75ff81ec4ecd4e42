"""Properties of the advice as it leaves the product: the JSON document, for any company and any server."""

import json
from datetime import UTC, datetime
from itertools import pairwise
from math import log2

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.policy import POLICY_VERSION
from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.schema import CORE, QUESTIONS, Key, Kind
from advisor.report.documents.recommendation import (
    Inputs,
    StoredRecommendation,
    read_recommendation,
    write_recommendation,
)

SOME = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(SOME, max_examples=30)
CHOICES = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE]

COMPANIES = st.fixed_dictionaries(
    {},
    optional={
        **{key.value: st.sampled_from(QUESTIONS[key].codes) for key in CHOICES},
        "longest_absence_days": st.integers(1, 60),
        "quota_gb": st.sampled_from([0.02, 0.2, 5, 50]),
        "storage_gb_used": st.sampled_from([0.1, 4, 40]),
        "mails_per_day": st.sampled_from([5, 40, 2000]),
    },
)
FULL = st.fixed_dictionaries(
    {key.value: st.sampled_from(QUESTIONS[key].codes) for key in CHOICES if key != "groupware"}
)
OFFERS = ["offered", "offered", "offered", "not_found", "off_on_purpose", "unreachable", "not_tested", "insecure_only"]
SERVERS = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {
            "imap": st.sampled_from(OFFERS),
            "pop3": st.sampled_from(OFFERS),
            "pop3_capabilities": st.sampled_from([["UIDL"], ["USER"], [], ["UIDL", "EXPIRE 0"], ["UIDL", "EXPIRE 20"]]),
            "after_login": st.sampled_from([None, ("IMAP4rev1",), ("IDLE",)]),
        }
    ),
)

# Needs that speak to one criterion alone and to no rule: the answer that needs more, after the one that needs less.
RAISED = [
    ("outages", "hardly_ever", "monthly", "offline"),
    ("outages", "monthly", "weekly", "offline"),
    ("outages", "weekly", "daily", "offline"),
    ("offline_reading", "no", "recent", "offline"),
    ("offline_reading", "recent", "all", "offline"),
    ("line", "fast", "slow_or_metered", "line"),
    ("immediacy", "hours", "minutes", "push"),
    ("immediacy", "minutes", "at_once", "push"),
    ("storage_cost", "fine", "matters", "server_space"),
    ("device_space", "ample", "tight", "device_space"),
    ("devices_leave_office", "encrypted", "unencrypted", "theft"),
    ("server_load", "fine", "concern", "server_load"),
    ("keep_history", "recent", "all", "history"),
    ("it_effort", "someone_cares", "as_little_as_possible", "effort"),
    ("places", "one", "several", "same_state"),
    ("webmail", "no", "yes", "same_state"),
]
VALUES = {
    "offline": (0.25, 1, 0.9, 0.9), "line": (0.75, 0.4, 0.5, 0.5), "push": (1, 1, 0.2, 0.2),
    "server_space": (0, 0.6, 0.8, 1), "device_space": (1, 0, 0.3, 0.3), "theft": (0.75, 0, 0.1, 0),
    "server_load": (0.2, 0.2, 0.6, 1), "history": (0.8, 1, 0.5, 0.5), "effort": (1, 0.25, 0.45, 0.55),
    "same_state": (1, 1, 0.15, 0),
}  # fmt: skip
ALTERNATIVES = ("imap", "imap_archive", "pop3_keep", "pop3_delete")


# The property speaks of unknown answers that are mixtures over their codes. Space is judged from two answers together,
# with a prior of its own; who reads a mailbox counts as "both" while unknown, in rules and in weights.
NO_MIXTURE = ("groupware", "largest_mailbox", "quota", "readers")


def answers_of(values):
    return Answers.of({key: value for key, value in values.items() if value is not None})


def rows_of(advice):
    return {row["alternative"]: row for row in advice["ranking"]}


@MANY
@given(COMPANIES, st.sampled_from(RAISED))
def test_p1_a_raised_need_never_turns_a_win_into_a_loss(document, server, values, raised):
    key, less, more, criterion = raised
    before = rows_of(document(answers_of({**values, key: less, "groupware": "no"}), server()))
    after = rows_of(document(answers_of({**values, key: more, "groupware": "no"}), server()))
    at = dict(zip(ALTERNATIVES, VALUES[criterion], strict=True))
    for one in ALTERNATIVES:
        for other in ALTERNATIVES:
            both = before[one]["feasible"] and before[other]["feasible"]
            if both and at[one] >= at[other] and before[one]["value"] > before[other]["value"]:
                assert after[one]["value"] > after[other]["value"] - 2e-9


@MANY
@given(COMPANIES, SERVERS)
def test_p6_contributions_add_up_to_the_difference_of_the_values(document, server, values, facts):
    advice = document(answers_of(values), facts and server(**facts))
    rows, recommended, against = rows_of(advice), advice["recommended"], advice["against"]
    if against:
        total = sum(one["contribution"] for one in (*advice["reasons"], *advice["counter_reasons"]))
        assert total == pytest.approx(rows[recommended]["value"] - rows[against]["value"], abs=2e-8)
        assert all(one["contribution"] > 0 for one in advice["reasons"])
        assert all(one["contribution"] < 0 for one in advice["counter_reasons"])
    if advice["form_reasons"]:
        protocol = advice["protocol"]
        forms = [name for name in rows if name.startswith(protocol) and name != recommended]
        other = max((name for name in forms if rows[name]["feasible"]), key=lambda name: rows[name]["value"])
        total = sum(one["contribution"] for one in advice["form_reasons"])
        assert total == pytest.approx(rows[recommended]["value"] - rows[other]["value"], abs=2e-8)


@MANY
@given(COMPANIES, SERVERS)
def test_p6_first_ranks_add_up_to_one(document, server, values, facts):
    shares = [
        row["first_rank_acceptability"] for row in document(answers_of(values), facts and server(**facts))["ranking"]
    ]
    known = [share for share in shares if share is not None]
    assert sum(known) == pytest.approx(1 if known else 0)


@MANY
@given(COMPANIES, SERVERS)
def test_p7_the_infeasible_is_never_advised_and_says_why(document, server, values, facts):
    advice = document(answers_of(values), facts and server(**facts))
    rows = rows_of(advice)
    assert sorted(rows) == sorted(ALTERNATIVES)
    for row in rows.values():
        assert row["feasible"] is (row["excluded_by"] == [])
        assert (row["value"] is None) is (row["first_rank_acceptability"] is None) is (not row["feasible"])
    if advice["recommended"]:
        assert rows[advice["recommended"]]["feasible"]
        assert advice["recommended"] == advice["ranking"][0]["alternative"]
        assert advice["protocol"] == advice["recommended"].split("_")[0]
    elif not advice["native"]:
        assert advice["status"] in ("not_possible", "not_enough_information")
        assert advice["protocol"] is advice["protocol_confidence"] is advice["confidence"] is None
    if advice["status"] == "not_possible":
        assert not any(row["feasible"] for row in rows.values())
    feasible = [row["value"] for row in advice["ranking"] if row["feasible"]]
    assert all(more >= less for more, less in pairwise(feasible))


@SOME
@given(COMPANIES, SERVERS, st.sampled_from(CHOICES))
def test_p8_unknown_is_unanswered_and_not_the_middle_answer(document, server, values, facts, key):
    facts = facts and server(**facts)
    absent = document(answers_of({**values, key.value: None}), facts)
    assert document(answers_of({**values, key.value: "unknown"}), facts) == absent
    read = {one["key"]: one["read_as"] for one in absent["assumptions"]}
    if key in CORE and not absent["native"]:
        assert read[key.value] == QUESTIONS[key].safe


@pytest.mark.parametrize("key", [Key.DEVICES, Key.DEVICE_BACKUP, Key.DATA_CONTROL, Key.OFFLINE_READING])
def test_p8_unknown_differs_from_every_single_answer(key, company, document, server):
    unknown = rows_of(document(company(**{key.value: "unknown"}), server()))["imap"]["value"]
    for code in QUESTIONS[key].codes:
        assert rows_of(document(company(**{key.value: code}), server()))["imap"]["value"] != unknown


@settings(SOME, max_examples=10)
@given(COMPANIES, SERVERS)
def test_p9_every_flip_holds_and_every_single_flip_is_found(document, server, values, facts):
    report = facts and server(**facts)
    answers = answers_of({**values, "groupware": "no"})
    advice = document(answers, report)
    if not advice["recommended"]:
        assert not advice["flips"]
        return
    for flip in advice["flips"]:
        assert advise(changed(answers, flip["changes"]), report).recommended == flip["to"]
        assert flip["protocol_changes"] is (flip["to"].split("_")[0] != advice["protocol"])
    single = {next(iter(flip["changes"].items())) for flip in advice["flips"] if len(flip["changes"]) == 1}
    assert single == set(_brute_force(answers, facts_of(answers, report)))
    for changes_protocol in (True, False):
        sizes = {len(flip["changes"]) for flip in advice["flips"] if flip["protocol_changes"] is changes_protocol}
        assert len(sizes) <= 1, "only the smallest are told (test_flips: against brute force)"


def changed(answers, changes):
    for key, code in changes.items():
        answers = answers.with_answer(Key(key), code)
    return answers


def _brute_force(answers, facts):
    """Every single other answer of any question with which something else comes out best."""
    best = evaluate(answers, facts).best
    for key in (key for key in CHOICES if key not in ("server_offers", "provider_backup", "quota")):
        for code in QUESTIONS[key].codes:
            again = evaluate(answers.with_answer(key, code), facts).best
            if again and again is not best:
                yield key.value, code


@SOME
@given(FULL, st.sampled_from([key for key in CHOICES if key not in NO_MIXTURE]))
def test_p10_an_answer_does_not_add_doubt_on_the_whole(document, server, values, key):
    facts = server()
    before = document(answers_of({**values, "groupware": "no", key.value: None}), facts)
    question = QUESTIONS[key]
    after = [document(answers_of({**values, "groupware": "no", key.value: code}), facts) for code in question.codes]
    feasible = [[name for name, row in sorted(rows_of(one).items()) if row["feasible"]] for one in (before, *after)]
    if all(names == feasible[0] for names in feasible):
        expected = sum(p * entropy_of(one) for p, one in zip(question.prior, after, strict=True))
        assert expected <= entropy_of(before) + 0.02


def entropy_of(advice):
    shares = [row["first_rank_acceptability"] for row in advice["ranking"]]
    return -sum(share * log2(share) for share in shares if share)


@SOME
@given(COMPANIES, SERVERS)
def test_p11_the_same_input_gives_the_same_bytes(document, server, values, facts):
    facts = facts and server(**facts)
    shuffled = dict(sorted(values.items(), reverse=True))
    first, second = (json.dumps(document(answers_of(one), facts)) for one in (values, shuffled))
    assert first == second


def test_p11_what_is_stored_is_read_back(company, server):
    advised = advise(Answers.of(dict(company(devices="unknown").values), [Group("Kasse", 2, Answers())]), server())
    stored = StoredRecommendation(datetime(2026, 11, 23, tzinfo=UTC), Inputs("0" * 64), advised)
    assert read_recommendation(write_recommendation(stored)) == stored


@settings(SOME, max_examples=10)
@given(SERVERS)
def test_p12_an_empty_questionnaire_gives_no_advice(document, server, facts):
    advice = document(Answers(), facts and server(**facts))
    assert advice["recommended"] is advice["protocol"] is advice["confidence"] is None
    assert advice["status"] in ("not_enough_information", "not_possible")
    assert advice["policy"] == POLICY_VERSION
    assert advice["flips"] == advice["reasons"] == []
    assert [one["key"] for one in advice["assumptions"]][: len(CORE)] == [key.value for key in CORE]


@MANY
@given(COMPANIES, SERVERS)
def test_the_status_is_the_first_that_holds(document, server, values, facts):
    advice = document(answers_of(values), facts and server(**facts))
    order = ["not_possible", "not_enough_information", "close", "preliminary", "firm"]
    qualifiers = advice["qualifiers"]
    assert qualifiers == sorted(qualifiers, key=order.index)
    assert advice["status"] == qualifiers[0]
    assert ("firm" in qualifiers) is (qualifiers == ["firm"])
    unknown = sum(values.get(key.value) is None for key in CORE)
    if not advice["native"]:
        assert (unknown >= 6) <= (advice["recommended"] is None)
        assert (unknown >= 3) <= ("preliminary" in qualifiers)
        assert (facts is None) <= ("preliminary" in qualifiers)
    if advice["protocol_confidence"] is not None:
        assert (advice["protocol_confidence"] < 0.75) <= ("close" in qualifiers)


@SOME
@given(COMPANIES, SERVERS)
def test_shares_and_errors(document, server, values, facts):
    advice = document(answers_of(values), facts and server(**facts))
    if advice["recommended"]:
        share = advice["confidence"]
        assert advice["confidence_error"] == pytest.approx(1.96 * (share * (1 - share) / 10_000) ** 0.5, abs=1e-8)
        assert share <= min(advice["protocol_confidence"], advice["form_confidence"]) + 1e-9
        rows = rows_of(advice)
        other = [
            row for row in rows.values() if row["feasible"] and not row["alternative"].startswith(advice["protocol"])
        ]
        assert bool(other) is (advice["against"] is not None and not advice["against"].startswith(advice["protocol"]))
        assert {one["criterion"] for one in advice["critical_weights"]} <= {
            *VALUES,
            *("team", "off_provider", "own_copy", "device_loss", "wrong_delete", "central", "sole_program"),
        }
        if advice["against"]:
            assert sum(one["weight"] for one in advice["critical_weights"]) == pytest.approx(1, abs=1e-6)
    assert (advice["keep_days"] is None) or advice["recommended"] == "pop3_keep"
    assert advice["override"] is None
    assert (advice["estimates"] is None) is (advice["native"] is not None)
