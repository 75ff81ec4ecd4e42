"""The list of groups stays consistent while groups come, go and change their names; links count both ways."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.groups import named, partner, put, readers_together, without

NAMES = ("a", "b", "c", "d")


def group(name, shares_with=None):
    return Group(name, 1, Answers(), None, shares_with)


def names(groups):
    return {one.name for one in groups}


@st.composite
def lists(draw):
    chosen = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    return tuple(
        group(one, draw(st.sampled_from([None, *(other for other in chosen if other != one)]))) for one in chosen
    )


def test_a_group_that_names_nobody_and_is_named_by_nobody_reads_alone():
    office, info = group("office"), group("info")
    assert readers_together((office, info), office) == (office,)


def test_a_link_counts_both_ways_and_through_a_third_group():
    office, till, info = group("office"), group("till", "info"), group("info", "office")
    groups = (office, till, info, group("road"))
    assert readers_together(groups, office) == (office, till, info)
    assert readers_together(groups, till) == (office, till, info)


def test_partner_is_the_own_word_first_then_who_names_it():
    office, till = group("office"), group("till", "office")
    assert partner((office, till), till) == "office"
    assert partner((office, till), office) == "till"
    assert partner((office, group("road")), office) is None


def test_a_new_name_is_followed_by_the_links():
    groups = put((group("office"), group("till", "office")), group("desk", "till"), was="office")
    assert [(one.name, one.shares_with) for one in groups] == [("desk", "till"), ("till", "desk")]


def test_a_group_that_shares_with_nobody_is_named_by_nobody():
    groups = put((group("office"), group("till", "office")), group("office"), was="office")
    assert [(one.name, one.shares_with) for one in groups] == [("office", None), ("till", None)]


def test_a_group_that_has_gone_meanwhile_is_added_again_at_the_end():
    groups = put((group("office"),), group("till"), was="gone")
    assert [one.name for one in groups] == ["office", "till"]


def test_those_who_shared_through_a_removed_group_still_share():
    groups = without((group("info"), group("till", "info"), group("office", "info")), "info")
    assert names(readers_together(groups, groups[0])) == {"till", "office"}


def test_removing_what_is_not_there_changes_nothing():
    groups = (group("office"),)
    assert without(groups, "info") == groups


@given(lists(), st.sampled_from(NAMES))
def test_reading_together_is_the_same_seen_from_each_member(groups, name):
    one = named(groups, name)
    if one is not None:
        together = readers_together(groups, one)
        assert all(readers_together(groups, other) == together for other in together)


@given(lists(), st.sampled_from(NAMES))
def test_after_removing_a_group_the_others_read_together_as_before(groups, name):
    left = without(groups, name)
    assert names(left) == names(groups) - {name}
    assert all(one.shares_with in names(left) - {one.name} for one in left if one.shares_with)
    for one in left:
        before = names(readers_together(groups, named(groups, one.name)))
        assert names(readers_together(left, one)) == before - {name}
