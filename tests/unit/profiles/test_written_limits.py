"""What a kind of file cannot say: for each kind and way the same in the manifest, in the README and in the file."""

import html
import io
import json
import plistlib
import re
import zipfile

import pytest

from advisor.profiles.account import Form, account_for
from advisor.profiles.bundle import settings_sha256, write_bundle
from advisor.profiles.export import export, refused
from advisor.profiles.formats.catalogue import FORMATS, limits, refusals
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.targets import Target
from advisor.settings.codes import Role
from advisor.settings.values import Person
from advisor.text import Language
from tests.unit.profiles.companies import COLLECTOR, company
from tests.unit.profiles.file_words import words_in

PEOPLE = (
    Person("anna@firma.ch", "Anna Müller"),
    COLLECTOR,
    Person("bestellung@firma.ch", "Bestellungen", role=Role.PROGRAM),
)
WITHOUT_WORDS = "user-agent-configuration.json"
"""It has no room for any; the file of the zone beside it says them."""
POINTS_ELSEWHERE = "slip.pdf"
"""One printed page; it names the README instead."""


@pytest.fixture(scope="module")
def unpacked():
    """The ZIP for each way: its files and the manifest, packed once."""
    packed = {}

    def of(form):
        if form not in packed:
            out, settings, every = io.BytesIO(), company(form), tuple(Target)
            made = export(settings, PEOPLE, only=every)
            write_bundle(out, made, refused(settings, PEOPLE, only=every), settings_sha256(settings))
            with zipfile.ZipFile(out) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
            packed[form] = (json.loads(files.pop("manifest.json")), files)
        return packed[form]

    return of


def concerned(form, target):
    """The account of each person and of the company for which there is such a kind of file, by its folder's name."""
    kind = FORMATS[target]
    people = {person.address: account_for(company(form), person) for person in PEOPLE} if kind.person else {}
    return people | ({None: account_for(company(form), None)} if kind.company else {})


def told(account, codes):
    return [" ".join(LIMIT_TEXTS[code].sentences(Language.DE, account)) for code in codes]


def readme(files, address):
    folder = f"people/{address.replace('@', '_')}/" if address else ""
    return files[f"{folder}README.de.txt"].decode().replace("\r\n", "\n")


def of_file(text, address, path):
    """What a README says under the name of a file."""
    name = path.split("/", 2)[-1] if address else path
    _, found, below = text.partition(f"\n{name}\n")
    assert found, name
    return " ".join(below.partition("\n\n")[0].split())


def of_missing(text, name):
    """What a README says about kinds of files that are not there."""
    items = [" ".join(item.split()) for item in re.split(r"\n(?=- )|\n\n", text)]
    return " ".join(item for item in items if re.search(rf"(^- |; ){re.escape(name)}(; |: )", item))


def inside(path, data):
    """The words of a file without the signs that its comments begin and end with."""
    if path.endswith(".mobileconfig"):
        return plistlib.loads(data)["PayloadDescription"]
    if path.endswith(".json"):
        return " ".join(json.loads(data)["read_this_first"])
    if path.endswith(".pdf"):
        return words_in(data)
    text = html.unescape(data.decode())
    return " ".join(re.sub(r"(?m)^\s*([#;]|<!--)? ?|-->", " ", text).split())


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("target", Target)
def test_manifest_readme_and_file_say_the_same(unpacked, form, target):
    manifest, files = unpacked(form)
    entries = [each for each in manifest["files"] if each["target"] == target]
    missing = {each["person"]: each["because"] for each in manifest["not_included"] if each["target"] == target}
    for address, account in concerned(form, target).items():
        codes, because = limits(target, account), refusals(target, account)
        mine = [each for each in entries if each["person"] == address]
        text = readme(files, address)
        assert bool(mine) is not bool(because)
        assert missing.get(address, []) == list(because)
        assert {tuple(each["cannot"]) for each in mine} == ({codes} if mine else set())
        sentences = told(account, codes if mine else because)
        words = of_file(text, address, mine[0]["path"]) if mine else of_missing(text, FORMATS[target].name.de)
        assert [each for each in sentences if each not in words] == []
        for path in (each["path"] for each in mine if not each["path"].endswith(WITHOUT_WORDS)):
            sought = ["README"] if path.endswith(POINTS_ELSEWHERE) else sentences
            said = inside(path, files[path])
            assert [each for each in sought if each not in said] == [], path
    assert set(missing) | {each["person"] for each in entries} == set(concerned(form, target))
