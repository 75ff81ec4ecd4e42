"""The READMEs as text: whole, narrow enough for any editor, and in one language."""

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.readme import WIDTH
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import sheet_view
from advisor.profiles.targets import Target
from advisor.settings.codes import Role
from advisor.settings.values import Person
from advisor.text import Language
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, account, company


def readmes(form, people):
    files = export(company(form), people)
    return {file.path: file.data.decode("utf-8") for file in files if file.path.endswith(".txt")}


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("form", Form)
def test_lines_end_and_break_as_old_editors_need(form):
    for text in readmes(form, (ANNA, BEN, COLLECTOR)).values():
        lines = text.split("\r\n")
        assert lines[-1] == ""
        assert not any("\n" in line for line in lines)
        assert max(len(line) for line in lines) <= WIDTH + len("Apple (iPhone, iPad, Mac)")


@pytest.mark.parametrize("form", Form)
def test_a_persons_readme_says_everything_that_the_sheet_says_but_the_steps(form):
    text = words(readmes(form, (BEN,))["people/ben_firma.ch/README.en.txt"])
    view = sheet_view(account(form, BEN), Circumstances(), Language.EN)
    for line in (view.reading, *view.warnings, *view.password, *view.sent_check, *view.help):
        assert words(line) in text
    for server in view.servers:
        assert f"{server.title} – {server.status}" in text
        for row in server.rows:
            assert f"{row.label}: {row.value}" in text


def test_domains_of_other_letters_are_named_as_people_know_them():
    settings = company(domain="xn--sfirma-3ya.ch")
    files = {file.path: file.data for file in export(settings, (Person("beat@m\u00fcller.ch", "Beat"),), only=())}
    text = words(files["people/beat_xn--mller-kva.ch/README.de.txt"].decode())
    assert "Die Server geh\u00f6ren zu s\u00fcfirma.ch, diese Adresse zu m\u00fcller.ch." in text


def test_letters_that_the_printed_slip_does_not_have_are_not_told():
    files = {file.path: file.data for file in export(company(), (Person("beat@\u4f8b\u3048.ch", "Beat"),), only=())}
    text = words(files["people/beat_xn--r8jz45g.ch/README.de.txt"].decode())
    assert "Die Server geh\u00f6ren zu firma.ch, diese Adresse zu xn--r8jz45g.ch." in text


def test_each_file_of_the_folder_is_explained():
    text = readmes(Form.IMAP, (BEN,))["people/ben_firma.ch/README.en.txt"]
    for name in ("sheet.html", "thunderbird/firma.ch.xml", "mailweiche.mobileconfig"):
        assert f"\r\n{name}\r\n" in text
    assert "Removing the profile removes the account" in words(text)
    assert "Not Signed" in words(text)


def test_files_of_one_kind_are_explained_once():
    made = {file.path: file for file in export(company(), (BEN,), only={Target.EVOLUTION})}
    text = made["people/ben_firma.ch/README.en.txt"].data.decode()
    assert len(made) == len(("README.en.txt", "people/ben_firma.ch/README.en.txt")) + 3
    assert text.count("\r\nevolution/mailweiche-") == 3
    assert words(text).count("put the three files into the folder") == 1


def test_the_companys_files_are_explained_and_only_those_that_are_there():
    def readme(*only):
        files = {file.path: file.data for file in export(company(), (BEN,), only=only)}
        return words(files["README.en.txt"].decode())

    text = readme(Target.DOVECOT, Target.DNS)
    assert "company/dovecot/99-mailweiche.conf Only for a mail server of your own" in text
    assert "company/dns/firma.ch.zone company/dns/user-agent-configuration.json For the person" in text
    assert "company/thunderbird" not in text
    assert "company" not in readme(Target.APPLE).replace("The company’s way", "").replace("your company", "")


@pytest.mark.parametrize("form", Form)
def test_a_file_with_which_a_second_computer_would_delete_is_not_for_the_web_server(form):
    text = words(readmes(form, (BEN,))["README.en.txt"])
    deletes = form in (Form.POP3_KEEP_DAYS, Form.POP3_DELETE)
    assert ("Do not put the file under “company/thunderbird” on the web server" in text) is deletes
    assert ("can also serve everybody from the web server" in text) is not deletes


def test_people_with_the_same_reason_stand_together():
    files = {file.path: file for file in export(company(), (ANNA, BEN, COLLECTOR), only={Target.MPOP, Target.MBSYNC})}
    text = words(files["README.en.txt"].data.decode())
    assert "- mpop (anna@firma.ch, ben@firma.ch): This program only speaks POP3" in text
    assert "- mbsync (isync) (info@firma.ch): This file is for IMAP" in text


def test_the_companys_readme_counts_people_and_explains_the_folders():
    text = words(readmes(Form.IMAP, (ANNA, BEN))["README.en.txt"])
    assert "People: 2." in text
    assert "Give each person only their own folder" in text
    assert "https://autoconfig.firma.ch/mail/config-v1.1.xml" in text
    assert "Not included" not in text


def test_the_companys_readme_says_whose_folder_is_which():
    copier = Person("anna@firma.ch", "Archiv-PC", role=Role.COLLECTOR)
    files = {file.path: file.data for file in export(company(), (ANNA, copier, BEN), only={Target.SHEET})}
    listed = files["README.en.txt"].decode().replace("\r\n", "\n")
    for folder, line in (
        ("people/anna_firma.ch-reader", "Anna Müller <anna@firma.ch>: reads"),
        ("people/anna_firma.ch-collector", "Archiv-PC <anna@firma.ch>: collects copies"),
        ("people/ben_firma.ch", "Ben Ash <ben@firma.ch>: reads"),
    ):
        assert f"\n{folder}\n  {line}\n" in listed
        assert f"{folder}/sheet.html" in files
    assert "Whose folder is which" not in readmes(Form.IMAP, ())["README.en.txt"]


def test_a_programs_readme_is_written_too():
    program = Person("order@firma.ch", "Orders", role=Role.PROGRAM, language=Language.EN)
    text = readmes(Form.IMAP, (program,))["people/order_firma.ch/README.en.txt"]
    assert "Email set-up for Orders" in text
    reason = words(text).partition(": A program of the company collects this mailbox")[0].rpartition("- ")[2]
    assert all(kind in reason for kind in ("Thunderbird", "Apple (iPhone, iPad, Mac)", "Outlook"))
    assert "mailweiche.mobileconfig" not in text
