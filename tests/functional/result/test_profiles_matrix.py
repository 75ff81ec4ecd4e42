"""What each kind of file cannot say, on the page before the download: the same as in the ZIP, for each kind and way.

The page is read card by card and compared with the limits of the kinds of files and with the manifest of the ZIP that
is then made from the same list.
"""

import json
import re
from dataclasses import dataclass

import html5lib
import pytest

from advisor.profiles.account import account_for
from advisor.profiles.cannot import endangers_mail
from advisor.profiles.formats.catalogue import FORMATS, is_for, limits, refusals
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.targets import Target
from advisor.report.documents.settings import read_settings
from advisor.settings.consent import without_unconfirmed
from advisor.settings.staff import Defaults, read_staff
from advisor.text import Language
from tests.functional.result.staff_lists import unpacked, upload

HEADER = "address,name,role,alternative,keep_days,programs,language\r\n"
READER = "anna@firma.example,Anna Muster,,{},,en\r\n"
NAMED = "beat@firma.example,Beat Beispiel,,{},{},en\r\n"
OTHERS = "archiv@firma.example,Archiv-PC,collector,,,,en\r\nshop@firma.example,Bestellungen,program,{},,en\r\n"
ROWS = {
    "imap": "imap,",
    "imap_archive": "imap_archive,",
    "days": "pop3_keep,21",
    "forever": "pop3_keep,",
    "delete": "pop3_delete,",
}
"""The ways as the two columns of a list say them."""


@dataclass(frozen=True)
class Card:
    """One kind of file as the page shows it; the limits with the names before each sentence, open or folded."""

    choosable: bool
    status: str
    open: tuple[str, ...]
    folded: tuple[str, ...]
    folds: tuple[str, ...]

    @property
    def limits(self):
        return (*self.open, *self.folded)


def preview(client, way):
    page = client.get(f"/profiles/preview?way={way}", headers={"Accept-Language": "en"})
    return html5lib.parse(page.text, namespaceHTMLElements=False)


def cards(tree):
    found = tree.findall(".//section[@aria-labelledby='matrix']//div[@class='card-plain']")
    return {text(each.find(".//h3")): _card(each) for each in found}


def manifest(client, tree, way):
    """Of the ZIP with all kinds of files; a tick for ways that a rule excludes is set where the page asks for it."""
    ticks = {each.get("name"): each.get("value") for each in tree.findall(".//input[@type='checkbox']")}
    despite = {name: value for name, value in ticks.items() if name == "despite_rule"}
    answer = client.post("/profiles/download", data={"way": way, "target": [*Target], **despite})
    return json.loads(unpacked(answer)["manifest.json"])


def _card(element):
    status = text(element.find(".//span[@class]"))
    limits = (tuple(text(item) for item in element.findall(place)) for place in ("./ul/li", "./details/ul/li"))
    folds = tuple(text(item) for item in element.findall("./details/summary"))
    return Card(element.find(".//input") is not None, status, *limits, folds)


def text(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def accounts(client, staff, way):
    """The accounts of the list's people and the company's, worked out beside the page."""
    settings = without_unconfirmed(read_settings(client.get(f"/result/settings.json?way={way}").data))
    people = read_staff(staff.encode(), Defaults(settings.alternative, settings.keep_days, Language.EN))
    assert not people.problems
    return [account_for(settings, person) for person in people.people], account_for(settings, None)


def expected(target, people, company):
    """The sentences by whom they concern: why there is no file, or what it cannot say; all where nobody needs one."""
    asked = people if FORMATS[target].person else [company]
    needing = [account for account in asked if is_for(target, account)]
    concerned = needing or asked
    missing = {account: refusals(target, account) if needing else () for account in concerned}
    found, reasons = {}, set()
    for account, because in missing.items():
        for code in because or limits(target, account):
            sentence = " ".join(LIMIT_TEXTS[code].sentences(Language.EN, account))
            found.setdefault(sentence, []).append(account.person.name if account.person else "")
            reasons |= {sentence} if because else set()
    files = sum(not because for because in missing.values())
    return {
        sentence
        if len(names) == (len(concerned) if sentence in reasons else files)
        else f"{', '.join(names)}: {sentence}"
        for sentence, names in found.items()
    }


@pytest.mark.parametrize(
    ("situation", "way", "rows"),
    [
        *(("firm", "imap", rows) for rows in ROWS),
        ("firm", "imap_archive", "imap_archive"),
        ("pop3_days", "pop3_keep", "days"),
    ],
)
def test_the_page_shows_what_the_files_cannot_say(open_case, all_situations, situation, way, rows):
    client = open_case(all_situations[situation])
    staff = HEADER + READER.format(ROWS[rows]) + OTHERS.format(ROWS[rows])
    upload(client, staff, way=way)
    people, company = accounts(client, staff, way)
    page = preview(client, way)
    shown, packed = cards(page), manifest(client, page, way)
    assert len(shown) == len(Target)
    for target, kind in FORMATS.items():
        card = shown[kind.name.en]
        assert set(card.limits) == expected(target, people, company), target
        written = {each["person"]: tuple(each["cannot"]) for each in packed["files"] if each["target"] == target}
        missing = {each["person"]: each["because"] for each in packed["not_included"] if each["target"] == target}
        by_person = {account.address.shown: account for account in people} if kind.person else {None: company}
        assert card.choosable is not written.keys().isdisjoint(by_person)
        for address, account in by_person.items():
            if is_for(target, account):
                assert (address in written) is not (address in missing)
                assert written.get(address, limits(target, account)) == limits(target, account)
                assert tuple(missing.get(address, ())) == refusals(target, account)


def heading(card):
    """What stands over the folded limits."""
    if "nobody" in card.status:
        return "What the file could not do"
    if not card.choosable:
        return "Why there is no such file"
    if "everyone" in card.status or "company" in card.status:
        return "Limits of this file that endanger no mail"
    return "Why not for everyone, and what else it cannot do"


@pytest.mark.parametrize("rows", ROWS)
def test_what_endangers_mail_is_never_folded_and_nothing_else_is_open(open_case, all_situations, rows):
    client = open_case(all_situations["firm"])
    staff = HEADER + READER.format(ROWS[rows]) + OTHERS.format(ROWS[rows])
    upload(client, staff)
    people, company = accounts(client, staff, "imap")
    shown = cards(preview(client, "imap"))
    seen = set()
    for target, kind in FORMATS.items():
        card = shown[kind.name.en]
        dangers = {
            " ".join(LIMIT_TEXTS[code].sentences(Language.EN, account))
            for account in (people if kind.person else [company])
            if is_for(target, account) and not refusals(target, account)
            for code in limits(target, account)
            if endangers_mail(code)
        }
        assert {danger for danger in dangers if any(each.endswith(danger) for each in card.open)} == dangers, target
        assert all(each.endswith(tuple(dangers)) for each in card.open), target
        assert not any(each.endswith(tuple(dangers)) for each in card.folded), target
        assert not card.folded or card.folds[-1] == heading(card), target
        seen |= dangers
    assert seen


@pytest.mark.parametrize("rows", ["imap_archive", "delete"])
@pytest.mark.parametrize("program", ["apple", "thunderbird", "outlook", "android"])
def test_a_kind_that_nobody_needs_shows_its_limits_too(open_case, all_situations, program, rows):
    client = open_case(all_situations["firm"])
    staff = HEADER + NAMED.format(ROWS[rows], program)
    upload(client, staff)
    people, company = accounts(client, staff, "imap")
    unneeded = [target for target, kind in FORMATS.items() if kind.person and not is_for(target, people[0])]
    shown = cards(preview(client, "imap"))
    assert len(unneeded) >= 3
    for target in unneeded:
        card = shown[FORMATS[target].name.en]
        assert (card.choosable, card.status) == (False, "–nobody on the list needs it")
        assert set(card.limits) == expected(target, people, company)
    assert any(shown[FORMATS[target].name.en].limits for target in unneeded)
