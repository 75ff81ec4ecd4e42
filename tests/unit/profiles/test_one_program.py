"""Fetching is for one program on one device: which files there are, and what is said beside them."""

import pytest

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export
from advisor.profiles.formats.catalogue import FORMATS, USUAL, limits, refusals
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.values import Person
from advisor.text import Language
from tests.unit.profiles.companies import BEN, COLLECTOR, account, company
from tests.unit.profiles.file_words import words_in

PHONE_FILES = (Target.THUNDERBIRD_ANDROID_QR, Target.K9)
OF_PROGRAMS = "Use those of one program only, on one computer only."
SECOND = "A second program would fetch mail and delete it on the server"
NOBODY_ELSE = "only if nobody else reads it"
ONE_PROGRAM = "in exactly one program"
ORDINARY = (
    Target.SHEET,
    Target.SLIP,
    Target.THUNDERBIRD,
    Target.THUNDERBIRD_POLICIES,
    Target.APPLE,
    Target.OUTLOOK_PRF,
    Target.OUTLOOK_STEPS,
    Target.OUTLOOK_POX,
    Target.EVOLUTION,
    Target.KMAIL,
    Target.CLAWS,
)


def reader(*programs, **changes):
    return Person("ben@firma.ch", "Ben", programs=programs, language=Language.EN, **changes)


def made(form, person, only=USUAL):
    return {file.path: words_in(file.data) for file in export(company(form), (person,), only=only)}


def readme(form, person, only=USUAL):
    return " ".join(made(form, person, only)["people/ben_firma.ch/README.en.txt"].split())


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("target", PHONE_FILES)
def test_a_phone_gets_a_file_for_fetching_only_where_it_is_the_device_that_the_list_names(target, form):
    unnamed = (Cannot.PHONE_NOT_NAMED,) if form in POP3_FORMS else ()
    assert refusals(target, account(form, BEN)) == unnamed
    assert refusals(target, account(form, reader(Program.ANDROID))) == ()
    paths = set(made(form, BEN))
    assert any(path.endswith(("thunderbird_android.svg", ".k9s")) for path in paths) is (form not in POP3_FORMS)


def test_that_a_phone_has_no_file_is_said():
    text = readme(Form.POP3_DELETE, BEN)
    assert "Fetching (POP3) is for a single computer, and the list names no phone for this person." in text


@pytest.mark.parametrize("form", Form)
def test_whoever_gets_files_for_several_programs_is_told_to_use_those_of_one(form):
    text = readme(form, BEN)
    assert (OF_PROGRAMS in text) is (form in POP3_FORMS)
    assert (SECOND in text) is (form in DELETING_FORMS)


@pytest.mark.parametrize(
    ("person", "only", "said"),
    [
        (reader(Program.OUTLOOK), USUAL, False),
        (reader(Program.THUNDERBIRD), USUAL, False),
        (reader(Program.OUTLOOK, Program.BROWSER), USUAL, False),
        (reader(Program.OUTLOOK), (*USUAL, Target.GETMAIL), True),
        (reader(Program.OUTLOOK, Program.THUNDERBIRD), USUAL, True),
        (reader(), (Target.SHEET, Target.SLIP, Target.APPLE), False),
        (reader(), (Target.GETMAIL, Target.MSMTP), False),
        (reader(), (Target.GETMAIL, Target.MPOP), True),
        (reader(), (Target.SHEET,), False),
        (reader(role=Role.COLLECTOR), USUAL, False),
        (reader(role=Role.PROGRAM), USUAL, False),
    ],
)
def test_it_is_said_only_where_there_is_a_choice(person, only, said):
    assert (OF_PROGRAMS in readme(Form.POP3_KEEP_FOREVER, person, only)) is said


@pytest.mark.parametrize("form", Form)
def test_every_paper_says_one_program_and_where_it_deletes_nobody_else(form):
    files = made(form, BEN)
    for name in ("README.en.txt", "people/ben_firma.ch/README.en.txt", "people/ben_firma.ch/sheet.html"):
        text = " ".join(files[name].split())
        assert (NOBODY_ELSE in text) is (form in DELETING_FORMS), name
        assert (ONE_PROGRAM in text) is (form is Form.POP3_KEEP_FOREVER), name
    slip = " ".join(files["people/ben_firma.ch/slip.pdf"].split())
    assert ("nobody else reads it" in slip) is (form in DELETING_FORMS)


@pytest.mark.parametrize("alternative", [Alternative.IMAP, Alternative.IMAP_ARCHIVE])
def test_a_collector_by_imap_is_told_that_deleting_cannot_be_locked(alternative):
    collector = Person("info@firma.ch", "Archiv-PC", role=Role.COLLECTOR, alternative=alternative)
    for target in ORDINARY:
        assert Cannot.COLLECTOR_CAN_DELETE in limits(target, account(Form.IMAP, collector)), target
        assert Cannot.COLLECTOR_CAN_DELETE not in refusals(target, account(Form.IMAP, collector)), target
    for target in (Target.MBSYNC, Target.GETMAIL, Target.OFFLINEIMAP):
        assert Cannot.COLLECTOR_CAN_DELETE not in limits(target, account(Form.IMAP, collector)), target


@pytest.mark.parametrize("target", FORMATS)
def test_others_are_not(target):
    for about in (account(Form.IMAP, COLLECTOR), account(Form.IMAP, BEN), account(Form.IMAP_ARCHIVE, person=None)):
        assert Cannot.COLLECTOR_CAN_DELETE not in limits(target, about)


@pytest.mark.parametrize("language", Language)
def test_where_a_collector_by_imap_is_set_up_every_file_says_so(language):
    collector = Person(
        "info@firma.ch", "PC", role=Role.COLLECTOR, alternative=Alternative.IMAP_ARCHIVE, language=language
    )
    sentence = LIMIT_TEXTS[Cannot.COLLECTOR_CAN_DELETE].cannot.into(language)
    told = {
        path.rpartition("/")[2]
        for path, text in made(Form.IMAP, collector, (*USUAL, Target.CLAWS, Target.EVOLUTION, Target.KMAIL)).items()
        if sentence.split(";")[0] in " ".join(text.split())
    }
    assert {f"README.{language}.txt", "sheet.html", "firma.ch.xml", "accountrc", "kmail.sh", "steps.html"} <= told
