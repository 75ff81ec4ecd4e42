"""Folder names that nothing can misread."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.profiles.slugs import LONGEST_SLUG, person_slugs, slug
from advisor.settings.codes import Role
from advisor.settings.values import Person

SAFE = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna.muster@firma.ch", "anna.muster_firma.ch"),
        ("../../etc/passwd", "etc-passwd"),
        ("..\\x", "x"),
        ("Käthe@firma.ch", "kathe_firma.ch"),
        ("con", "mail-con"),
        ("AUX.txt", "mail-aux.txt"),
        ("com1.@firma.ch", "mail-com1._firma.ch"),
        ("", "mailbox"),
        ("\u202e...", "mailbox"),
    ],
)
def test_slugs(text, expected):
    assert slug(text) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_every_slug_is_safe(text):
    made = slug(text)
    assert SAFE.fullmatch(made)
    assert ".." not in made
    assert len(made) <= LONGEST_SLUG + len("mail-")


def test_people_of_one_mailbox_get_folders_of_their_own_that_do_not_depend_on_the_order():
    people = [
        Person("info@firma.ch", "Anna"),
        Person("ben@firma.ch", "Ben"),
        Person("info@firma.ch", "Ben"),
        Person("info@firma.ch", "Ben", role=Role.COLLECTOR),
    ]
    slugs = person_slugs(people)
    assert len(set(slugs)) == 4
    assert slugs[1] == "ben_firma.ch"
    assert person_slugs(people[::-1]) == slugs[::-1]


def test_the_same_person_twice_still_gets_two_folders():
    assert len(set(person_slugs([Person("a@firma.ch", "A")] * 3))) == 3


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Person, address=st.text(max_size=20), name=st.text(max_size=5)), max_size=8))
def test_no_two_people_share_a_folder(people):
    assert len(set(person_slugs(people))) == len(people)
