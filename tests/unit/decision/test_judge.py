"""What the rules answer, to the last answer and fact that they name: the rules alone, without the weighing."""

import pytest

from advisor.decision.codes import NativeReason, Rule, ServerFact
from advisor.decision.facts import ServerFacts
from advisor.decision.recommendation import AnswerRef, Exclusion, SeenFact
from advisor.decision.rules import READ_BY_RULES, judge, limit_decides, read_as
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative
from probes.codes import Offer

ALONE = {"devices": "one", "shared_addresses": "none", "readers": "people"}
WISHED = {**ALONE, "device_backup": "tested", "provider_stay": "as_short_as_possible"}
BOTH = {"reported": True, "imap": Offer.OFFERED, "pop3": Offer.OFFERED, "uidl": True}
POP3_ONLY = {**BOTH, "imap": Offer.NOT_FOUND}
ALL = ("imap", "imap_archive", "pop3_keep", "pop3_delete")


def verdict(answers, **facts):
    return judge(Answers.of(answers), ServerFacts(**{**BOTH, **facts}))


def excluded(answers, **facts):
    """The exclusions of each alternative that has some."""
    rules = dict(zip(ALL, verdict(answers, **facts).excluded_by, strict=True))
    return {alternative: exclusions for alternative, exclusions in rules.items() if exclusions}


def refs(**codes):
    return tuple(AnswerRef(Key(key), code) for key, code in codes.items())


def test_nothing_speaks_against_anything():
    found = verdict(WISHED)
    assert found.excluded_by == ((), (), (), ())
    assert found.feasible == tuple(Alternative)
    assert (found.native, found.pop3_only_exception) == (None, False)


def test_native_names_the_answer_or_nothing():
    groupware = verdict({**WISHED, "groupware": "must"})
    assert groupware.native is NativeReason.GROUPWARE
    assert groupware.excluded_by == ((Exclusion(Rule.NATIVE, refs(groupware="must")),),) * 4
    microsoft = verdict({**WISHED, "groupware": "must"}, provider="microsoft365")
    assert microsoft.native is NativeReason.MICROSOFT365
    assert microsoft.excluded_by == ((Exclusion(Rule.NATIVE),),) * 4
    for other in (verdict({**WISHED, "groupware": "nice"}), verdict(WISHED, provider="hostpoint")):
        assert (other.native, other.feasible) == (None, tuple(Alternative))
    assert not groupware.pop3_only_exception


@pytest.mark.parametrize("key", ALONE)
@pytest.mark.parametrize("program", [False, True])
def test_e1_names_each_answer_by_itself(key, program):
    several = {"devices": "two", "shared_addresses": "few", "readers": "both"}
    answers = {**WISHED, **({"readers": "program"} if program else {}), key: several[key]}
    out = (Exclusion(Rule.E1, refs(**{key: several[key]})),)
    assert excluded(answers) == {"pop3_keep": out, "pop3_delete": out}


def test_e1_names_all_answers_in_their_order():
    out = Exclusion(Rule.E1, refs(devices=None, shared_addresses=None, readers=None))
    assert excluded({"device_backup": "tested", "provider_stay": "as_short_as_possible"})["pop3_keep"] == (out,)


@pytest.mark.parametrize("code", ["none", None])
def test_e2_and_e6_name_the_backup(code):
    answers = {key: value for key, value in {**WISHED, "device_backup": code}.items() if value is not None}
    backup = refs(device_backup=code)
    assert excluded(answers) == {"pop3_delete": (Exclusion(Rule.E2, backup), Exclusion(Rule.E6, backup))}


@pytest.mark.parametrize("off", [Offer.NOT_FOUND, Offer.OFF_ON_PURPOSE])
def test_e3_names_what_the_server_offers(off):
    no_imap, no_pop3 = (Exclusion(Rule.E3, refs(server_offers=code)) for code in ("pop3_only", "imap_only"))
    assert excluded(WISHED, imap=off) == {"imap": (no_imap,), "imap_archive": (no_imap,)}
    assert excluded(WISHED, pop3=off) == {"pop3_keep": (no_pop3,), "pop3_delete": (no_pop3,)}


def test_e3_where_nothing_is_offered_no_answer_says_it():
    assert excluded(WISHED, imap=Offer.NOT_FOUND, pop3=Offer.NOT_FOUND) == dict.fromkeys(ALL, (Exclusion(Rule.E3),))


@pytest.mark.parametrize(
    ("answers", "alone"),
    [
        ({}, {"devices": "one"}),
        ({"readers": "program"}, {"devices": "one"}),
        ({"devices": "two", "readers": "program"}, {"readers": "program"}),
    ],
)
@pytest.mark.parametrize(
    ("limit", "out"), [("pop3_only", ("imap", "imap_archive")), ("imap_only", ("pop3_keep", "pop3_delete"))]
)
def test_e3_names_the_program_and_why_it_decides(answers, alone, limit, out):
    found = excluded({**WISHED, **answers, "client_limit": limit})
    for alternative in ALL:
        rule = Exclusion(Rule.E3, refs(client_limit=limit, **alone))
        assert (rule in found.get(alternative, ())) is (alternative in out)


@pytest.mark.parametrize(
    ("answers", "decides"),
    [
        ({"devices": "one", "readers": "people"}, True),
        ({"devices": "two", "readers": "program"}, True),
        ({"devices": "two", "readers": "people"}, False),
        ({"devices": "two", "readers": "both"}, False),
        ({}, False),
    ],
)
def test_a_limited_program_decides_alone_on_one_device_or_as_the_only_reader(answers, decides):
    assert limit_decides(Answers.of(answers)) is decides
    out = excluded({**WISHED, **answers, "client_limit": "pop3_only"}) if answers else excluded({})
    assert ("imap" in out) is decides


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"uidl": False}, (SeenFact(ServerFact.NO_UIDL),)),
        ({"expire_days": 0}, (SeenFact(ServerFact.EXPIRES, 0),)),
        ({"uidl": False, "expire_days": 0}, (SeenFact(ServerFact.NO_UIDL), SeenFact(ServerFact.EXPIRES, 0))),
        ({"uidl": False, "expire_days": 30}, (SeenFact(ServerFact.NO_UIDL),)),
        ({"expire_days": 1}, (SeenFact(ServerFact.EXPIRES, 1),)),
        ({"expire_days": 6}, (SeenFact(ServerFact.EXPIRES, 6),)),
    ],
)
def test_e4_names_what_the_server_showed(facts, named):
    assert excluded(WISHED, **facts) == {"pop3_keep": (Exclusion(Rule.E4, facts=named),)}


@pytest.mark.parametrize("facts", [{"uidl": None}, {"expire_days": 7}, {"expire_days": 8}])
def test_e4_is_silent_without_evidence_and_from_seven_days_on(facts):
    assert excluded(WISHED, **facts) == {}


SEVEN_DAYS = {"quota_gb": 1, "mails_per_day": 100, "average_kb": 1000}


def test_e4_names_the_figures_that_are_known():
    small = {"quota": "lt_2", "quota_gb": 0.01}
    assert excluded({**WISHED, **small}) == {"pop3_keep": (Exclusion(Rule.E4, refs(quota_gb=0.01, quota="lt_2")),)}
    full = {**SEVEN_DAYS, "average_kb": 1001}
    assert excluded({**WISHED, **full}) == {"pop3_keep": (Exclusion(Rule.E4, refs(**full)),)}
    assert excluded({**WISHED, **SEVEN_DAYS}) == {}, "seven days are enough"


def test_e4_names_the_figures_or_the_server_or_both_by_what_is_too_little():
    six = (SeenFact(ServerFact.EXPIRES, 6),)
    less = {**SEVEN_DAYS, "average_kb": 2000}
    assert excluded({**WISHED, **SEVEN_DAYS}, expire_days=6)["pop3_keep"] == (Exclusion(Rule.E4, facts=six),)
    assert excluded({**WISHED, **less}, expire_days=6)["pop3_keep"] == (Exclusion(Rule.E4, refs(**less), six),)
    for days in (7, 30):
        assert excluded({**WISHED, **less}, expire_days=days)["pop3_keep"] == (Exclusion(Rule.E4, refs(**less)),)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"provider_stay": "no_limit", "device_backup": "untested"}, ("readers", "provider_stay", "device_backup")),
        ({"provider_stay": "some_weeks"}, ("readers", "provider_stay")),
        ({"readers": "program", "provider_stay": "no_limit", "device_backup": "manual"}, ("device_backup",)),
        ({"device_backup": "untested"}, ("device_backup",)),
    ],
)
def test_e6_names_what_is_missing(answers, missing):
    answers = {**WISHED, **answers}
    out = Exclusion(Rule.E6, refs(**{key: answers[key] for key in missing}))
    assert excluded(answers) == {"pop3_delete": (out,)}


def test_pop3_only_lifts_e1_and_the_days_for_a_kept_copy():
    shared = {**WISHED, "devices": "two", **SEVEN_DAYS, "average_kb": 2000}
    found = verdict(shared, **POP3_ONLY)
    assert (found.pop3_only_exception, found.feasible) == (True, (Alternative.POP3_KEEP,))
    assert not verdict({**shared, "devices": "one"}, **POP3_ONLY).pop3_only_exception, "E1 is not the reason"
    assert [one.rule for one in excluded({**shared, "devices": "one"}, **POP3_ONLY)["pop3_keep"]] == [Rule.E4]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"imap": Offer.NOT_FOUND, "pop3": Offer.NOT_FOUND},
        {"imap": Offer.NOT_FOUND, "uidl": False},
        {"imap": Offer.NOT_FOUND, "expire_days": 0},
        {"pop3": Offer.NOT_FOUND},
    ],
    ids=["both are offered", "neither", "no UIDL", "nothing may stay", "IMAP only"],
)
def test_pop3_only_is_no_exception_where(facts):
    found = verdict({**WISHED, "devices": "two"}, **facts)
    assert not found.pop3_only_exception
    assert Rule.E1 in {one.rule for one in found.excluded_by[ALL.index("pop3_keep")]}


def test_pop3_only_a_program_that_decides_and_speaks_imap_only_stays_named_alone():
    answers = {**WISHED, "shared_addresses": "few", "client_limit": "imap_only"}
    found = verdict(answers, **POP3_ONLY)
    assert (found.pop3_only_exception, found.feasible) == (False, ())
    assert excluded(answers, **POP3_ONLY)["pop3_keep"] == (
        Exclusion(Rule.E3, refs(client_limit="imap_only", devices="one")),
    )


def test_the_unknown_is_read_as_its_safe_code_and_the_known_as_said():
    assert read_as(Answers.of({}), Key.DEVICES) == "two"
    assert read_as(Answers.of({"devices": "one"}), Key.DEVICES) == "one"
    assert read_as(Answers.of({}), Key.OUTAGES) is None


def test_the_choices_that_rules_read():
    named = "devices shared_addresses readers device_backup provider_stay client_limit groupware"
    assert [key.value for key in READ_BY_RULES] == named.split()
