"""The numbers of the policy, transcribed a second time, and that no answer is asked without an effect."""

import numpy as np
import pytest

from advisor.decision import policy
from advisor.decision.alarms import alarms, contradictions
from advisor.decision.cells import ROWS, SECOND_VALUES
from advisor.decision.codes import NativeReason, ServerFact
from advisor.decision.conditions import conditions
from advisor.decision.criteria import Criterion
from advisor.decision.evaluation import evaluate
from advisor.decision.factors import codes_of, prior_of
from advisor.decision.facts import facts_of
from advisor.decision.matrix import ALTERNATIVES, CRITERIA, values
from advisor.decision.needs import NEEDS
from advisor.decision.policy import DRAWS
from advisor.decision.streams import code_numbers, uniform
from advisor.decision.swings import drawn_points, mean_points, table_of
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key, Kind

MATRIX = """
same_state 1 1 .15 0 100
team 1 1 .1 0 100
offline .25 1 .9 .9 60
line .75 .4 .5 .5 40
off_provider 0 .25 .65 1 100
own_copy .1 1 .8 .8 70
server_space 0 .6 .8 1 60
device_space 1 0 .3 .3 50
device_loss 1 1 .4 0 80
theft .75 0 .1 0 50
wrong_delete 0 1 .7 .6 30
push 1 1 .2 .2 25
effort 1 .25 .45 .55 35
server_load .2 .2 .6 1 50
central 1 .7 .1 0 70
history .8 1 .5 .5 40
sole_program .6 .2 .1 1 90
"""

SWINGS = """
devices: one same_state 0 5, two same_state 60 90, three_plus same_state 80 100
places: several same_state 40 70
webmail: yes same_state 40 60
folders: yes same_state 25 45
shared_addresses: few team 60 90, many team 80 100
outages: monthly offline 5 15, weekly offline 20 45, daily offline 40 60
offline_reading: recent offline 10 25, all offline 45 60
line: slow_or_metered line 20 40
data_control: own_copy own_copy 50 70, off_provider off_provider 85 100, off_provider own_copy 20 40
data_control: central central 50 70
provider_stay: some_weeks off_provider 40 60, as_short_as_possible off_provider 85 100
device_backup: tested device_loss 0 10, untested device_loss 15 35, manual device_loss 30 55, none device_loss 55 80
provider_backup: yes device_loss 5 15, no wrong_delete 10 20
keep_copy_on_server: yes device_loss 30 50, no off_provider 15 30
space: tight server_space 40 60
storage_cost: matters server_space 25 45
device_space: tight device_space 30 50
devices_leave_office: encrypted theft 0 5, unencrypted theft 30 50
immediacy: at_once push 15 25, minutes push 0 5
keep_history: all history 20 40
server_load: concern server_load 30 50
readers: program sole_program 70 90
it_effort: as_little_as_possible effort 30 35, someone_cares effort 10 20
everyone: any effort 12 25, any wrong_delete 5 12
"""

NEUTRAL_CODES = """
shared_addresses: none
mail_location: server new
local_only_mail: none
outages: hardly_ever
offline_reading: no
data_control: provider_fine
places: one
webmail: no
folders: no
immediacy: hours
line: fast
keep_history: recent
largest_mailbox: lt_2
storage_cost: fine
device_space: ample
devices_leave_office: no
retention: no archived
server_load: fine not_ours
client_limit: none
server_offers: both
provider_mixing: allowed
groupware: no
second_factor: no
country: CH DE AT other
"""
"""Codes that need nothing and say nothing: they rule out that the others hold, or serve texts only (country)."""


NEUTRAL = {
    (line.split(": ")[0], code) for line in NEUTRAL_CODES.strip().splitlines() for code in line.split(": ")[1].split()
}


def test_the_matrix():
    rows = [line.split() for line in MATRIX.strip().splitlines()]
    assert [row[0] for row in rows] == [criterion.value for criterion in CRITERIA]
    assert values().T.tolist() == [[float(cell) for cell in row[1:5]] for row in rows]
    assert [row.cap for row in ROWS] == [int(row[5]) for row in rows]
    assert [row.criterion for row in ROWS] == list(CRITERIA)


SECOND = """
no_idle push 0.3 0.3 0.2 0.2
long_login_delay push 1 1 0.1 0.1
no_lean_sync line 0.65 0.35 0.5 0.5
"""


def test_the_matrix_is_shared_and_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        values()[0, 0] = 1


@pytest.mark.parametrize("fact", ServerFact)
def test_the_second_values_change_one_row_each(fact):
    row = next((line.split() for line in SECOND.strip().splitlines() if line.startswith(f"{fact} ")), None)
    after = values(frozenset({fact}))
    changed = {CRITERIA[number] for _, number in np.argwhere(values() != after).tolist()}
    assert changed == ({Criterion(row[1])} if row else set())
    if row:
        assert after[:, CRITERIA.index(Criterion(row[1]))].tolist() == [float(cell) for cell in row[2:]]


def test_every_second_value_has_its_reason_and_its_cell_alone():
    cells = [(one.criterion, one.alternative) for one in SECOND_VALUES]
    assert len(set(cells)) == len(cells)
    assert all(one.why and 0 <= one.value <= 1 for one in SECOND_VALUES)


def test_second_values_add_up():
    all_of_them = values(frozenset(ServerFact))
    assert np.argwhere(values() != all_of_them).shape[0] == len(SECOND_VALUES)
    assert np.array_equal(values(), values(frozenset()))


def test_every_cell_has_its_reason_and_stays_on_its_scale():
    for row in ROWS:
        for cell in row.cells:
            assert cell.why
            assert 0 <= cell.value <= 1


def test_the_swing_points():
    expected = set()
    for line in SWINGS.strip().splitlines():
        factor, rest = line.split(": ")
        for part in rest.split(", "):
            code, criterion, low, high = part.split()
            expected.add((factor, code, criterion, float(low), float(high)))
    assert {(n.factor.value, n.code, n.criterion.value, n.low, n.high) for n in NEEDS} == expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.criterion)
def test_no_need_exceeds_the_cap_of_its_criterion(row):
    table = table_of(row.criterion)
    assert (table.low + table.span).max() <= row.cap
    assert table.low.min() >= 0


def test_the_largest_answer_counts_and_the_others_add_nothing(company):
    same_state = [one.value for one in CRITERIA].index("same_state")
    alone = mean_points(company(devices="two"))[same_state]
    assert alone == 75
    assert mean_points(company(devices="two", places="several", webmail="yes", folders="yes"))[same_state] == alone
    assert mean_points(company(devices="one", places="several", folders="yes"))[same_state] == 55


def test_the_middle_decides_which_answer_is_the_largest(company):
    offline = [one.value for one in CRITERIA].index("offline")
    assert mean_points(company(outages="daily", offline_reading="all"))[offline] == 52.5


def test_folders_matter_only_where_there_is_a_second_place(company):
    same_state = [one.value for one in CRITERIA].index("same_state")
    assert mean_points(company(folders="yes"))[same_state] == 2.5
    assert mean_points(company(folders="yes", webmail="yes"))[same_state] == 50
    assert mean_points(company(folders="yes", places="unknown"))[same_state] == pytest.approx(0.6 * 2.5 + 0.4 * 55)


@pytest.mark.parametrize(
    ("differs", "points"),
    [
        ({"storage_gb_used": 7.1, "quota_gb": 10, "largest_mailbox": "lt_2"}, 50),
        ({"storage_gb_used": 7, "quota_gb": 10, "largest_mailbox": "gt_50"}, 0),
        ({"largest_mailbox": "2_10", "quota": "2_10"}, 50),
        ({"largest_mailbox": "gt_50", "quota": "10_50"}, 50),
        ({"largest_mailbox": "2_10", "quota": "10_50"}, 0),
        ({"largest_mailbox": "gt_50", "quota": "gt_50"}, 12.5),
        ({"largest_mailbox": "unknown"}, 12.5),
        ({"quota": "unknown"}, 12.5),
    ],
)
def test_tight_space(company, differs, points):
    at = [one.value for one in CRITERIA].index("server_space")
    assert mean_points(company(**differs))[at] == points


def test_the_mean_of_the_draws_is_the_mean(company):
    for answers in (Answers(), company(), company(devices="unknown", data_control="unknown")):
        assert drawn_points(answers).mean(axis=1) == pytest.approx(mean_points(answers), abs=1)


def test_an_unknown_answer_is_a_mixture_over_its_codes():
    for key in (Key.DEVICES, Key.DATA_CONTROL, Key.OUTAGES):
        counted = np.bincount(code_numbers(key, prior_of(key)), minlength=len(codes_of(key))) / DRAWS
        assert counted == pytest.approx(np.array(prior_of(key)), abs=0.015)


def test_an_answer_changes_no_other_draw(company):
    before, after = drawn_points(company()), drawn_points(company(outages="weekly"))
    changed = [CRITERIA[number].value for number in np.flatnonzero((before != after).any(axis=1))]
    assert changed == ["offline"]
    assert uniform("a").tolist() != uniform("b").tolist()
    assert uniform("a").min() >= 0
    assert uniform("a").max() < 1


CHOICES = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE]
CONTEXTS = (
    {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no", "quota_gb": 0.3},
    {"devices": "two", "data_control": "own_copy"},
    {"data_control": "off_provider", "device_backup": "none", "provider_stay": "as_short_as_possible"},
    {"offline_reading": "all", "device_space": "tight", "local_only_mail": "one", "quota": "2_10"},
    {"data_control": "own_copy", "largest_mailbox": "gt_50", "client_limit": "pop3_only"},
)


def needed(key, code):
    """Whether the code itself, or the tightness that is drawn from it, gives any criterion points."""
    spoken = any((need.factor, need.code) == (key, code) and need.high > 0 for need in NEEDS)
    return spoken or (key in (Key.QUOTA, Key.LARGEST_MAILBOX) and code != "lt_2") or (key, code) == (Key.QUOTA, "lt_2")


def fired(answers):
    """Everything that rules, alarms, conditions and contradictions say about a company, whatever is advised."""
    now = evaluate(answers, facts_of(answers, None))
    if now.verdict.native:
        return {now.verdict.native}
    rules = {one.rule for exclusions in now.verdict.excluded_by for one in exclusions}
    said = {one.code for alternative in ALTERNATIVES for one in conditions(now, alternative)}
    heard = {alarm for alternative in ALTERNATIVES for alarm in alarms(answers, alternative)}
    return rules | said | heard | {one.keys for one in contradictions(answers)}


def fires(key, code, company):
    """Whether the code makes something be said that another code of the same question leaves unsaid."""
    for context in CONTEXTS:
        said = [fired(company(**{**context, key.value: other})) for other in QUESTIONS[key].codes]
        here = said[QUESTIONS[key].codes.index(code)]
        if any(here - other for other in said if NativeReason.GROUPWARE not in other):
            return True
    return False


@pytest.mark.parametrize("key", CHOICES)
def test_each_code_moves_a_need_or_fires_something_or_is_listed_as_neutral(key, company):
    for code in QUESTIONS[key].codes:
        effective = needed(key, code) or fires(key, code, company)
        assert effective is ((key.value, code) not in NEUTRAL), f"{key}={code}"


def test_alternatives_in_the_order_of_the_contract():
    assert [one.value for one in ALTERNATIVES] == ["imap", "imap_archive", "pop3_keep", "pop3_delete"]


@pytest.mark.parametrize("key", [key for key, question in QUESTIONS.items() if question.prior])
def test_the_priors_of_a_question_add_up_to_one(key):
    assert sum(QUESTIONS[key].prior) == pytest.approx(1, abs=1e-12)


def test_the_numbers_of_the_method():
    assert (policy.SEED, policy.DRAWS, policy.DECIMALS) == (20_261_123, 10_000, 9)
    assert (policy.CLOSE_BELOW, policy.PRELIMINARY_UNKNOWN, policy.NOT_ENOUGH_UNKNOWN) == (0.75, 3, 6)
    assert (policy.TIGHT_SHARE, policy.SPACE_TIGHT_PRIOR, policy.SOON_FULL_DAYS) == (0.7, 0.25, 90)
