"""Who gets files although a rule excludes their way stands in the ZIP: in its README and in its manifest."""

import io
import json
import zipfile

import pytest

from advisor.profiles.account import Form
from advisor.profiles.packing import pack
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative, Role
from advisor.settings.exclusion_texts import EXCLUSION_TEXTS
from advisor.settings.values import ExcludedWay, Person
from advisor.text import Language
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, company
from tests.unit.profiles.file_words import words_in

POP3 = (ExcludedWay(Alternative.POP3_KEEP, ("E1",)), ExcludedWay(Alternative.POP3_DELETE, ("E1", "E6")))
KEEPS = Person("carla@firma.ch", "Carla", alternative=Alternative.POP3_KEEP, keep_days=14)
DELETES = Person("dora@firma.ch", "Dora", alternative=Alternative.POP3_DELETE)
SHOP = Person("shop@firma.ch", "Shop", role=Role.PROGRAM, alternative=Alternative.POP3_DELETE)
TITLE = {Language.DE: "Trotz einer Regel gemacht", Language.EN: "Made in spite of a rule"}


def packed(people, excluded=POP3, form=Form.IMAP):
    """The words of each README, and the manifest."""
    out = io.BytesIO()
    pack(out, company(form, excluded=excluded), people, only=[Target.SHEET])
    with zipfile.ZipFile(out) as archive:
        files = {name: words_in(archive.read(name)) for name in archive.namelist()}
        return files, json.loads(archive.read("manifest.json"))


def test_the_manifest_names_way_rules_and_everybody():
    _, manifest = packed((ANNA, KEEPS, DELETES, SHOP))
    assert manifest["despite_rules"] == [
        {"alternative": "pop3_keep", "rules": ["E1"], "people": ["carla@firma.ch"]},
        {"alternative": "pop3_delete", "rules": ["E1", "E6"], "people": ["dora@firma.ch", "shop@firma.ch"]},
    ]


@pytest.mark.parametrize("language", Language)
def test_the_readme_says_who_how_and_which_rule(language):
    files, _ = packed((ANNA, BEN, KEEPS, DELETES, SHOP))
    text = files[f"README.{language}.txt"]
    section = text.partition(TITLE[language])[2].partition("----- - ")[2]
    assert section.index("(carla@firma.ch)") < section.index("(dora@firma.ch, shop@firma.ch)")
    for rule in ("E1", "E6"):
        assert EXCLUSION_TEXTS[rule].into(language) in section
    assert text.index(TITLE[language]) < text.index({Language.DE: "Was in diesem", Language.EN: "What is in"}[language])


def test_it_is_for_who_hands_the_files_out():
    files, _ = packed((ANNA, KEEPS))
    assert any(name.startswith("people/carla") for name in files)
    for name, text in files.items():
        assert (TITLE[Language.DE] in text) is (name == "README.de.txt"), name


@pytest.mark.parametrize(
    ("people", "excluded", "form"),
    [
        ((ANNA, BEN), POP3, Form.IMAP),
        ((ANNA, KEEPS), (), Form.IMAP),
        ((ANNA, COLLECTOR), POP3, Form.IMAP),
    ],
    ids=["nobody", "no rule", "a collector never deletes"],
)
def test_nothing_is_said_where_no_rule_speaks_against_anybody(people, excluded, form):
    files, manifest = packed(people, excluded, form)
    assert manifest["despite_rules"] == []
    assert TITLE[Language.DE] not in files["README.de.txt"]


def test_settings_that_know_no_advice_leave_it_open():
    files, manifest = packed((ANNA, KEEPS), None)
    assert manifest["despite_rules"] is None
    assert TITLE[Language.DE] not in files["README.de.txt"]


def test_the_companys_own_way_counts_too():
    _, manifest = packed((ANNA, BEN), POP3, Form.POP3_DELETE)
    assert [each["people"] for each in manifest["despite_rules"]] == [["anna@firma.ch", "ben@firma.ch"]]


def test_of_many_the_readme_names_the_first_and_the_manifest_all():
    people = [Person(f"p{number}@firma.ch", "P", alternative=Alternative.POP3_DELETE) for number in range(30)]
    files, manifest = packed(people)
    assert "30 (p0@firma.ch," in files["README.de.txt"]
    section = files["README.de.txt"].partition(TITLE[Language.DE])[2].partition("Was in diesem")[0]
    assert "p19@firma.ch, …)" in section
    assert "p20@firma.ch" not in section
    assert len(manifest["despite_rules"][0]["people"]) == 30
