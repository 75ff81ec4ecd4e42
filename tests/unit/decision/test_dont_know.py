"""«Don't know» is safe: it opens nothing that a rule had closed, and it never makes the advice surer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key, Kind

SOME = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CHOICES = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE]
COMPANIES = st.fixed_dictionaries(
    {key.value: st.sampled_from(QUESTIONS[key].codes) for key in CHOICES if key != "groupware"}
)
KEYS = st.sampled_from([key for key in CHOICES if key != "groupware"])
ROOM = st.sampled_from([{}, {"quota_gb": 0.02, "quota": "lt_2"}, {"quota_gb": 5, "quota": "2_10"}])
AMOUNT = st.fixed_dictionaries(
    {}, optional={"mails_per_day": st.sampled_from([40, 9000]), "average_kb": st.sampled_from([100, 20_000])}
)
VOLUME = (Key.MAILS_PER_DAY, Key.AVERAGE_KB)
SERVERS = st.sampled_from([None, {}, {"pop3": "not_found"}, {"imap": "not_found"}, {"pop3_capabilities": ["USER"]}])
NOISE = 0.02  # two shares of 10,000 draws each


def excluded_by(advice):
    return {row.alternative: {one.rule for one in row.excluded_by} for row in advice.ranking}


def pop3_share(advice):
    return sum(row.first_rank_acceptability or 0 for row in advice.ranking if row.alternative.startswith("pop3"))


@settings(SOME, max_examples=40)
@given(COMPANIES, ROOM, AMOUNT, SERVERS, st.sampled_from([*CHOICES, Key.QUOTA_GB, *VOLUME]))
def test_unknown_opens_nothing_that_e1_e2_or_e6_closed(server, values, room, amount, facts, key):
    report = facts if facts is None else server(**facts)
    answers = Answers.of({**values, **room, **amount, "groupware": "no"})
    before, after = advise(answers, report), advise(answers.with_answer(key, "unknown"), report)
    if after.native or before.native:
        return
    for alternative, rules in excluded_by(before).items():
        if rules and not excluded_by(after)[alternative]:
            assert not rules & {"E1", "E2", "E6"}
            assert after.status != "firm" or (key in VOLUME and after.recommended == before.recommended != alternative)


KEPT = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
KNOWN = {"mails_per_day": 9000, "average_kb": 100, "quota": "lt_2", "quota_gb": 0.25}


@pytest.mark.parametrize("key", ["mails_per_day", "average_kb", "quota_gb"])
@pytest.mark.parametrize("wish", [{}, KEPT], ids=["imap", "pop3_keep"])
def test_what_e4_closed_and_the_unknown_opens_is_never_advised_firmly(advice, wish, key):
    tight = {**KNOWN, **({"average_kb": 20_000, "mails_per_day": 40} if key == "average_kb" else {})}
    tight = {**tight, "mails_per_day": 40, "quota_gb": 0.02} if key == "quota_gb" else tight
    before, after = advice(**{**wish, **tight}), advice(**{**wish, **tight, key: "unknown"})
    assert excluded_by(before)["pop3_keep"] == {"E4"}
    assert excluded_by(after)["pop3_keep"] == set()
    advised_otherwise = after.recommended != "pop3_keep" and after.recommended == before.recommended
    assert after.status != "firm" or (advised_otherwise and key != "quota_gb")
    assert not wish or (after.recommended, after.status) != ("pop3_keep", "firm")


@SOME
@given(COMPANIES, KEYS)
def test_unknown_never_raises_pop3_or_the_confidence_above_every_answer(server, values, key):
    report = server()
    answers = Answers.of({**values, "groupware": "no"})
    unknown = advise(answers.with_answer(key, "unknown"), report)
    known = [advise(answers.with_answer(key, code), report) for code in QUESTIONS[key].codes]
    assert pop3_share(unknown) <= max(map(pop3_share, known)) + NOISE
    if unknown.confidence is not None:
        assert unknown.confidence <= max(one.confidence or 0 for one in known) + NOISE


@SOME
@given(COMPANIES, st.sets(KEYS, max_size=6))
def test_every_unknown_that_could_flip_is_listed_and_named(server, values, open_keys):
    report = server()
    answers = Answers.of({**values, "groupware": "no"})
    for key in open_keys:
        answers = answers.with_answer(key, "unknown")
    advice = advise(answers, report)
    if advice.recommended is None:
        return
    turning = {
        key
        for key in open_keys
        if any(_other(advice, answers.with_answer(key, code), report) for code in QUESTIONS[key].codes)
    }
    assert {one.key for one in advice.assumptions if one.could_flip} == turning
    assert {one.key for one in advice.assumptions} >= {key for key in open_keys if QUESTIONS[key].core}
    protocols = {flip.changes[0][0] for flip in advice.flips if flip.protocol_changes and len(flip.changes) == 1}
    assert (protocols & open_keys) <= turning
    assert not protocols & open_keys or advice.status != "firm"


def _other(advice, answers, report):
    return advise(answers, report).recommended != advice.recommended


def test_alarms_come_in_their_order(advice):
    advised = advice(
        mail_location="unknown", data_control="own_copy", devices="two", devices_leave_office="unknown",
        readers="both", device_backup="none",
    )  # fmt: skip
    assert advised.recommended == "imap_archive"
    assert advised.alarms == ("mail_only_on_pc", "encrypt_first", "separate_program_mailbox", "backup_first")


@pytest.mark.parametrize("count", range(9))
def test_core_questions_left_open(advice, count):
    core = [key for key in QUESTIONS if QUESTIONS[key].core]
    open_ones = dict.fromkeys((key.value for key in reversed(core[8 - count :])), "unknown")
    advised = advice(**open_ones)
    assert ("preliminary" in advised.qualifiers) >= (count >= 3)
    assert (advised.status == "not_enough_information") is (count >= 6)


def test_both_basics_unknown_is_not_enough(advice):
    assert advice(devices="unknown", shared_addresses="unknown").status == "not_enough_information"
    assert advice(devices="unknown").status != "not_enough_information"


def test_readers_unknown_weighs_as_both(advice):
    unknown, both = advice(readers="unknown"), advice(readers="both")
    assert [row.value for row in unknown.ranking] == [row.value for row in both.ranking]


def test_the_next_question_moves_most(company, server):
    advised = advise(company(devices="unknown", line="unknown", data_control="unknown"), server())
    gains = [one.expected_gain for one in advised.ask_next]
    assert gains == sorted(gains, reverse=True)
    assert {one.key for one in advised.ask_next} <= {Key.DEVICES, Key.LINE, Key.DATA_CONTROL}
    assert advised.ask_next[0].key == Key.DATA_CONTROL


def test_a_question_that_moves_nothing_is_not_asked(company, server):
    """Where one alternative alone is left, no answer to how fast the line is can move the first ranks."""
    answers = company(readers="program", device_backup="tested", line="unknown")
    advised = advise(answers, server(imap="not_found", pop3_capabilities=["USER"]))
    assert advised.recommended == "pop3_delete"
    assert advised.ask_next == ()


def test_the_expected_gain_is_the_mean_move_of_the_first_ranks(company, server):
    answers = company(data_control="unknown", device_backup="tested", keep_copy_on_server="no")
    now = advise(answers, server())
    question = QUESTIONS[Key.DATA_CONTROL]
    moves = [
        prior * distance(now, advise(answers.with_answer(Key.DATA_CONTROL, code), server()))
        for code, prior in zip(question.codes, question.prior, strict=True)
    ]
    assert {one.key: one.expected_gain for one in now.ask_next}[Key.DATA_CONTROL] == pytest.approx(sum(moves), abs=1e-6)


def distance(one, other):
    shares = [{row.alternative: row.first_rank_acceptability or 0 for row in advice.ranking} for advice in (one, other)]
    return sum(abs(shares[0][name] - shares[1][name]) for name in shares[0]) / 2
