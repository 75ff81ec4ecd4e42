"""A way that deletes at the first fetch: each paper and each file says first that a backup must have been tried."""

import pytest

from advisor.profiles.account import Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export, said_in_file
from advisor.profiles.formats.catalogue import limits
from advisor.profiles.guides import GuideCode
from advisor.profiles.personal import program_offer
from advisor.profiles.remarks import ALARM_TEXTS, BACKUP_FIRST, Circumstances
from advisor.profiles.sheet import sheet_view
from advisor.profiles.slip import slip_view
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative, Program
from advisor.settings.values import Person
from advisor.text import Language
from tests.unit.profiles.companies import account, company
from tests.unit.profiles.file_words import words_in

DELETE_AT_ONCE = (
    Target.THUNDERBIRD,
    Target.THUNDERBIRD_POLICIES,
    Target.OUTLOOK_PRF,
    Target.EVOLUTION,
    Target.CLAWS,
    Target.GETMAIL,
    Target.FETCHMAIL,
    Target.MPOP,
)
NEVER_DELETE = (Target.SHEET, Target.SLIP, Target.APPLE, Target.OUTLOOK_STEPS, Target.MSMTP, Target.DNS, Target.DOVECOT)
DORA = Person("dora@firma.ch", "Dora", alternative=Alternative.POP3_DELETE, language=Language.EN)


def said(text):
    return " ".join(text.split())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_it_is_the_first_thing_on_sheet_and_slip_even_before_other_alarms(form, language):
    around = Circumstances(alarms=tuple(ALARM_TEXTS))
    for view in (sheet_view(account(form), around, language), slip_view(account(form), around, language)):
        first = view.warnings[0] == BACKUP_FIRST.into(language)
        assert first is (form is Form.POP3_DELETE)
        assert (BACKUP_FIRST.into(language) in view.warnings) is first


@pytest.mark.parametrize("form", Form)
def test_it_is_the_first_comment_of_a_file(form):
    comments = said_in_file((), account(form), Circumstances(), Language.EN)
    assert (comments[0] == BACKUP_FIRST.en) is (form is Form.POP3_DELETE)
    assert comments.count(BACKUP_FIRST.en) == (form is Form.POP3_DELETE)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("target", DELETE_AT_ONCE)
def test_a_file_that_cannot_wait_says_so(target, form):
    assert (Cannot.DELETES_AT_ONCE in limits(target, account(form))) is (form is Form.POP3_DELETE)


@pytest.mark.parametrize("target", NEVER_DELETE)
def test_others_do_not(target):
    assert Cannot.DELETES_AT_ONCE not in limits(target, account(Form.POP3_DELETE))


def test_every_file_of_the_export_says_it_and_the_readme_before_how_a_file_is_used():
    person = Person("ben@firma.ch", "Ben", language=Language.EN)
    only = {*DELETE_AT_ONCE, Target.SHEET, Target.SLIP, Target.APPLE}
    made = list(export(company(Form.POP3_DELETE), (person,), only=only))
    for file in made:
        text = said(words_in(file.data))  # comments of several lines begin each with a sign
        assert any(each.partition(",")[0] in text for each in (BACKUP_FIRST.de, BACKUP_FIRST.en)), file.path
    readme = said(next(file.data.decode() for file in made if file.path == "people/ben_firma.ch/README.en.txt"))
    about = readme.partition("outlook/mailweiche-pop3-delete.prf")[2]
    assert about.index("The file cannot wait") < about.index("Only for classic Outlook")


def test_whoever_hands_the_files_out_is_told_where_a_single_person_deletes_at_once():
    for people, told in (((DORA,), True), ((Person("eva@firma.ch", "Eva", language=Language.EN),), False)):
        files = {file.path: file.data for file in export(company(Form.POP3_KEEP_DAYS), people)}
        text = said(files["README.en.txt"].decode())
        assert ("These lines delete at the first fetch: 1 (dora@firma.ch)." in text) is told


@pytest.mark.parametrize("form", Form)
def test_the_steps_with_a_file_that_cannot_wait_begin_with_it(form):
    (file,) = program_offer(GuideCode.OUTLOOK, account(form), Language.EN).files
    assert ("bring one mail back from it" in file.steps[0]) is (form is Form.POP3_DELETE)
    (file,) = program_offer(GuideCode.THUNDERBIRD, account(form), Language.EN).files
    assert file.use.startswith("Open it only when a backup exists") is (form is Form.POP3_DELETE)


@pytest.mark.parametrize("code", [GuideCode.OUTLOOK, GuideCode.MAC, GuideCode.THUNDERBIRD, GuideCode.OTHER])
def test_by_hand_a_copy_stays_until_then(code):
    person = Person("a@firma.ch", "A", programs=(Program.OTHER,))
    steps = " ".join(program_offer(code, account(Form.POP3_DELETE, person), Language.EN).by_hand)
    assert "once the backup of this computer is tested" in steps
