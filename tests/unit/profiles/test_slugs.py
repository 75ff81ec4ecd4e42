"""Folder names that nothing can misread."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.profiles.slugs import LONGEST_SLUG, person_slugs, slug
from advisor.settings.codes import Alternative, Program, Role
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


def test_folders_of_one_mailbox_say_by_role_or_name_whose_they_are():
    anna, ben = Person("info@firma.ch", "Anna Meier"), Person("info@firma.ch", "Ben")
    copier = Person("info@firma.ch", "Archiv-PC", role=Role.COLLECTOR)
    assert person_slugs([anna, copier]) == ("info_firma.ch-reader", "info_firma.ch-collector")
    assert person_slugs([anna, ben, copier]) == (
        "info_firma.ch-anna-meier",
        "info_firma.ch-ben",
        "info_firma.ch-collector",
    )
    twice = [anna, ben, replace(anna, role=Role.COLLECTOR), replace(ben, role=Role.COLLECTOR)]
    assert person_slugs(twice)[2] == "info_firma.ch-anna-meier-collector"


def test_two_devices_of_one_person_are_told_apart_by_program_or_way():
    anna = Person("anna@firma.ch", "Anna", alternative=Alternative.IMAP)
    phone, desk = replace(anna, programs=(Program.ANDROID,)), replace(anna, programs=(Program.OUTLOOK,))
    assert person_slugs([phone, desk]) == ("anna_firma.ch-android", "anna_firma.ch-outlook")
    copying = replace(anna, alternative=Alternative.IMAP_ARCHIVE)
    assert person_slugs([anna, copying]) == ("anna_firma.ch-imap", "anna_firma.ch-imap-archive")


def test_a_name_without_latin_letters_is_not_invented():
    people = [Person("info@firma.ch", name) for name in ("Олена", "Ελένη", "Anna")]
    slugs = person_slugs(people)
    assert slugs[2] == "info_firma.ch-anna"
    assert not any("mailbox" in each for each in slugs)
    assert len(set(slugs)) == 3


def test_the_same_person_twice_still_gets_two_folders():
    assert len(set(person_slugs([Person("a@firma.ch", "A")] * 3))) == 3


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Person, address=st.text(max_size=20), name=st.text(max_size=5)), max_size=8))
def test_no_two_people_share_a_folder(people):
    assert len(set(person_slugs(people))) == len(people)
