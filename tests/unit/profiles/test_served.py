"""What programs are answered that ask by themselves: the files of the export, or none where the export refuses one.

Nothing at all where a program would take mail off the server.
"""

import plistlib
from dataclasses import replace

import pytest

from advisor.profiles.account import DELETING_FORMS, Form, UnsafeSettingsError, account_for
from advisor.profiles.export import export
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.formats.thunderbird import autoconfig
from advisor.profiles.personal import file_of
from advisor.profiles.served import PERSONAL, answers, asking, deletes, domain_of, neutral_person
from advisor.profiles.targets import Target
from advisor.settings.addresses import Address, parse_address
from advisor.settings.codes import Alternative, Program
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import company, server

ANNA = parse_address("anna@firma.ch")
OAUTH2 = (Authentication.OAUTH2,)
STARTTLS = server(port=143, security=Security.STARTTLS)
VARIANTS = {
    "plain": {},
    "only oauth2": {"imap": server(authentication=OAUTH2), "pop3": server(authentication=OAUTH2)},
    "no incoming server": {"imap": None, "pop3": None},
    "no sending server": {"submission": None},
    "starttls": {"imap": STARTTLS, "pop3": STARTTLS},
    "unknown user name": {"submission": server("smtp.firma.ch", 465, username=UsernameForm.OTHER)},
}


@pytest.mark.parametrize("form", sorted(frozenset(Form) - DELETING_FORMS))
@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_exactly_what_the_export_refuses_is_not_answered(form, changes):
    settings = company(form, **changes)
    found, person = answers(settings), account_for(settings, Person("anna@firma.ch", "Anna"))
    assert (found.autoconfig is None) == bool(refusals(Target.THUNDERBIRD, account_for(settings, None)))
    for target in PERSONAL:
        assert (target in found.personal) == (not refusals(target, person))
    assert (found.autodiscover(ANNA) is None) == bool(refusals(Target.OUTLOOK_POX, person))
    assert (found.configuration_profile(ANNA) is None) == bool(refusals(Target.APPLE, person))


@pytest.mark.parametrize("form", sorted(DELETING_FORMS))
@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_a_way_that_takes_mail_off_the_server_is_never_answered(form, changes):
    settings = company(form, **changes)
    found = answers(settings)
    assert deletes(settings)
    assert (found.autoconfig, found.pacc, found.personal) == (None, None, frozenset())
    assert (found.autodiscover(ANNA), found.configuration_profile(ANNA)) == (None, None)
    assert found.domain == "firma.ch"


def test_which_ways_take_mail_off_the_server():
    assert [form for form in Form if deletes(company(form))] == [Form.POP3_KEEP_DAYS, Form.POP3_DELETE]


def test_the_answers_are_written_by_the_same_code_as_the_files():
    settings = company(Form.POP3_KEEP_FOREVER)
    assert answers(settings).autoconfig == autoconfig(account_for(settings, None))


def test_pacc_is_the_same_for_the_same_settings_and_another_for_others():
    assert answers(company()).pacc == answers(company()).pacc
    assert answers(company()).pacc != answers(company(Form.POP3_KEEP_FOREVER)).pacc
    assert answers(company(imap=STARTTLS)).pacc is None


def test_an_address_stands_in_the_place_of_the_name_that_nobody_knows():
    address = Address("anna@müller.ch", "anna@xn--mller-kva.ch")
    assert asking(address) == Person("anna@xn--mller-kva.ch", "anna@müller.ch")
    settings = company(domain="müller.ch")
    assert domain_of(settings) == "xn--mller-kva.ch"
    assert neutral_person(settings).address == "postmaster@xn--mller-kva.ch"
    assert "anna@müller.ch".encode() in answers(settings).autodiscover(address)


def test_unsafe_settings_are_not_answered():
    with pytest.raises(UnsafeSettingsError):
        answers(replace(company(), imap=server("x y")))


OF_THE_LIST = {
    "as she is called": Person("anna@firma.ch", "Anna Müller"),
    "written otherwise": Person("Anna@Firma.CH", "A. M.", language=Language.EN, phone="+41 44 123 45 67"),
    "with a user name": Person("anna@firma.ch", "Anna Müller", username="anna-m", programs=(Program.APPLE,)),
    "with the other form": Person("anna@firma.ch", "Anna Müller", alternative=Alternative.IMAP_ARCHIVE),
}


def identity(profile):
    """By what a device knows profile and account again."""
    found = plistlib.loads(profile)
    (mail,) = found["PayloadContent"]
    return [(each["PayloadIdentifier"], each["PayloadUUID"]) for each in (found, mail)]


@pytest.mark.parametrize("person", OF_THE_LIST.values(), ids=OF_THE_LIST)
def test_a_profile_from_here_and_one_from_the_zip_or_the_personal_page_are_one_account(person):
    """Whichever is installed second takes the place of the first; there are not two accounts on the phone."""
    settings = company()
    (of_the_zip,) = (one for one in export(settings, (person,), only={Target.APPLE}) if one.target)
    of_the_page = file_of(replace(settings, organisation="Neue Firma AG"), person, Target.APPLE, "Praxis Muster")
    asked = answers(replace(settings, imap=server("neu.firma.ch")))
    from_here = [asked.configuration_profile(parse_address(each)) for each in ("anna@firma.ch", "ANNA@FIRMA.CH")]
    found = [identity(each) for each in (of_the_zip.data, of_the_page.data, *from_here)]
    assert found == [found[0]] * 4


def test_an_internationalised_domain_is_one_account_too():
    settings = company(domain="müller.ch")
    anna = Person("anna@müller.ch", "Anna")
    (of_the_zip,) = (one for one in export(settings, (anna,), only={Target.APPLE}) if one.target)
    for written in ("anna@müller.ch", "anna@xn--mller-kva.ch", "anna@MÜLLER.ch"):
        asked = answers(settings).configuration_profile(parse_address(written))
        assert identity(asked) == identity(of_the_zip.data)
