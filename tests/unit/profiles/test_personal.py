"""What one person gets on their own page: files, steps with and without them, one program where two would hurt."""

import pytest

from advisor.profiles.account import DELETING_FORMS, Form
from advisor.profiles.formats.catalogue import FORMATS, refusals
from advisor.profiles.formats.outlook_prf import file_name, outlook_profile
from advisor.profiles.guides import GuideCode, StepKind
from advisor.profiles.guides_files import COMMANDS, STEPS, TARGETS
from advisor.profiles.personal import can_be_set_up, may_choose_one, program_offer, targets_of
from advisor.profiles.sheet import GUIDES
from advisor.profiles.targets import Target
from advisor.settings.codes import Program, Role
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication
from tests.unit.profiles.companies import COLLECTOR, account, server


def person(*programs):
    return Person("anna@firma.ch", "Anna", programs=programs)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("code", GuideCode)
def test_every_program_has_something_for_every_way(code, form, language):
    offer = program_offer(code, account(form), language)
    assert offer.by_hand
    said = " ".join((*offer.by_hand, *(step for file in offer.files for step in file.steps)))
    assert "{" not in said
    assert {file.target for file in offer.files} == set(TARGETS.get(code, ()))


@pytest.mark.parametrize("code", [GuideCode.IPHONE, GuideCode.MAC, GuideCode.ANDROID])
@pytest.mark.parametrize("form", Form)
def test_what_a_file_cannot_say_is_a_step_with_and_without_it(code, form):
    offer = program_offer(code, account(form), Language.EN)
    always = [step.text.en for step in GUIDES[code].steps if step.kind is StepKind.ALWAYS and form in step.forms]
    by_hand = [step.text.en for step in GUIDES[code].steps if step.kind is StepKind.BY_HAND and form in step.forms]
    days = str(account(form).keep_days)
    with_file = next(file.steps for file in offer.files if file.steps)
    for text in (each.replace("{days}", days) for each in always):
        assert text in with_file
        assert text in offer.by_hand
    assert not any(step in with_file for step in offer.by_hand if step.startswith("Without the profile"))
    assert len(by_hand) + len(always) == len(offer.by_hand)


def test_steps_with_a_file_name_the_file_that_is_loaded():
    for (_, target), steps in STEPS.items():
        name = {Target.APPLE: ".mobileconfig", Target.OUTLOOK_PRF: "{prf_file}", Target.K9: "mailweiche.k9s"}[target]
        texts = " ".join((*(step.text.en for step in steps), COMMANDS.get(target, "")))
        assert name in texts or "Download the file" in texts


@pytest.mark.parametrize("form", Form)
def test_outlook_steps_name_the_profile_that_the_file_makes(form):
    about = account(form)
    made = outlook_profile(about, ()).decode("ascii")
    name = next(line.partition("=")[2] for line in made.splitlines() if line.startswith("ProfileName="))
    (file,) = program_offer(GuideCode.OUTLOOK, about, Language.EN).files
    assert any(f"“{name}”" in step for step in file.steps)


@pytest.mark.parametrize("form", Form)
def test_the_copied_line_names_the_very_file_and_an_old_one_goes_first(form):
    about = account(form)
    (file,) = program_offer(GuideCode.OUTLOOK, about, Language.EN).files
    steps = [step for step in file.steps if not step.startswith("First make a backup")]
    assert file.command == f'outlook.exe /importprf "%USERPROFILE%\\Downloads\\{file_name(about)}"'
    assert f"already holds a file “{file_name(about)}”, delete this old file" in steps[0]
    assert "begins with “anna@firma.ch”" in steps[1]
    assert "click “Remove”" in steps[1]
    assert "Never delete a data file" in steps[2]
    assert "“Outlook Files”" in steps[2]


def test_a_refused_file_says_why_and_has_a_way_without():
    about = account(Form.IMAP, imap=server(authentication=(Authentication.OAUTH2,)))
    offer = program_offer(GuideCode.IPHONE, about, Language.EN)
    (file,) = offer.files
    assert refusals(Target.APPLE, about)
    assert file.refused
    assert file.limits == ()


def test_a_file_that_can_be_written_says_what_it_cannot_do():
    (file,) = program_offer(GuideCode.IPHONE, account(Form.POP3_KEEP_DAYS), Language.EN).files
    assert file.refused == ()
    assert any("signed" in line.lower() for line in file.limits)


@pytest.mark.parametrize("form", Form)
def test_one_program_only_where_two_would_each_take_a_part(form):
    several = may_choose_one(account(form, person(Program.OUTLOOK, Program.THUNDERBIRD)))
    expected = (GuideCode.OUTLOOK, GuideCode.THUNDERBIRD) if form in DELETING_FORMS else ()
    assert several == expected
    assert may_choose_one(account(form, person(Program.OUTLOOK))) == ()
    assert may_choose_one(account(form, person(Program.OUTLOOK, Program.BROWSER))) == ()
    assert bool(may_choose_one(account(form, person()))) is (form in DELETING_FORMS)
    assert may_choose_one(account(form, person(Program.APPLE))) == (), "fetching is for the Mac, not for the iPhone too"


def test_the_collector_never_deletes_and_need_not_choose():
    assert COLLECTOR.role is Role.COLLECTOR
    assert may_choose_one(account(Form.POP3_KEEP_FOREVER, COLLECTOR)) == ()


def test_files_of_programs():
    assert targets_of(()) == frozenset()
    assert targets_of((GuideCode.MAC, GuideCode.BROWSER)) == {Target.APPLE}
    assert targets_of(tuple(GuideCode)) == {target for targets in TARGETS.values() for target in targets}
    assert all(FORMATS[target].person for target in targets_of(tuple(GuideCode)))


@pytest.mark.parametrize(
    ("code", "form", "said"),
    [
        (GuideCode.OUTLOOK_NEW, Form.POP3_DELETE, 1),
        (GuideCode.OUTLOOK_NEW, Form.IMAP, 0),
        (GuideCode.IPHONE, Form.POP3_KEEP_DAYS, 1),
        (GuideCode.MAC, Form.IMAP, 0),
        (GuideCode.ANDROID, Form.POP3_DELETE, 1),
        (GuideCode.PROVIDER_SIGN_IN, Form.IMAP, 0),
    ],
)
def test_what_a_program_cannot_do_is_said_without_a_file_too(code, form, said):
    assert len(program_offer(code, account(form), Language.EN).limits) == said


@pytest.mark.parametrize(
    ("form", "offered"), [(Form.POP3_KEEP_DAYS, False), (Form.POP3_DELETE, False), (Form.IMAP, True)]
)
def test_what_cannot_delete_reliably_is_no_choice_where_mail_is_deleted(form, offered):
    anybody = account(form, person())
    assert (GuideCode.OUTLOOK_NEW in can_be_set_up(anybody)) is offered
    assert GuideCode.OUTLOOK_NEW not in may_choose_one(anybody)


def test_the_only_program_of_a_row_stays():
    only = account(Form.POP3_KEEP_DAYS, person(Program.OUTLOOK_NEW, Program.BROWSER))
    assert GuideCode.OUTLOOK_NEW in can_be_set_up(only)
