"""Thunderbird itself takes our files and ends with the account that was meant."""

import json
import zipfile
from dataclasses import replace

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.integration.profiles.thunderbird_program import INSTALLED, Computer
from tests.unit.profiles.companies import ANNA, COLLECTOR, company, server

ASSISTANT = """
const load = name => ChromeUtils.importESModule(`resource:///modules/accountcreation/${name}.sys.mjs`)[name];
const config = await load("FetchConfig").fromDisk(given[1].split("@")[1], new AbortController().signal);
load("AccountConfig").replaceVariables(config, given[0], given[1], "");
await load("CreateInBackend").createAccountInBackend(config);
"""
ACCOUNTS = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const of_account = account => {
  const incoming = account.incomingServer;
  const identity = account.defaultIdentity;
  const outgoing = MailServices.outgoingServer.getServerByIdentity(identity);
  const bool = name => incoming.getBoolValue(name);
  return {
    type: incoming.type, host: incoming.hostname, port: incoming.port, socket: incoming.socketType,
    method: incoming.authMethod, username: incoming.username, name: incoming.prettyName,
    leave: bool("leave_on_server"), by_age: bool("delete_by_age_from_server"),
    days: incoming.getIntValue("num_days_to_leave_on_server"), together: bool("delete_mail_left_on_server"),
    full_copy: bool("offline_download"),
    full_name: identity.fullName, email: identity.email,
    sent: identity.fccFolderURI.replace(incoming.serverURI, "SERVER"),
    drafts: identity.draftsFolderURI.replace(incoming.serverURI, "SERVER"),
    out_host: outgoing.serverURI.host, out_port: outgoing.serverURI.port, out_socket: outgoing.socketType,
    out_method: outgoing.authMethod, out_username: outgoing.username,
  };
};
return MailServices.accounts.accounts.filter(each => each.incomingServer.type != "none").map(of_account);
"""
LOCAL_FOLDERS = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
return MailServices.accounts.localFoldersServer.hostname;
"""
LOCKED = "return Services.prefs.getChildList('mail').filter(name => Services.prefs.prefIsLocked(name));"
POLICIES_ACTIVE = "return Services.policies.status == Services.policies.ACTIVE;"
PRIVATE = {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account1.server": "server1",
    "mail.account.account1.identities": "id1",
    "mail.account.account2.server": "server2",
    "mail.server.server1.type": "pop3",
    "mail.server.server1.hostname": "pop.private.example",
    "mail.server.server1.userName": "private",
    "mail.server.server1.leave_on_server": True,
    "mail.server.server2.type": "none",
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.userName": "nobody",
    "mail.identity.id1.useremail": "me@private.example",
    "mail.identity.id1.smtpServer": "smtp1",
    "mail.identity.id1.fcc_folder": "mailbox://private@pop.private.example/Sent",
    "mail.identity.id1.draft_folder": "mailbox://private@pop.private.example/Drafts",
    "mail.smtpservers": "smtp1",
    "mail.smtpserver.smtp1.hostname": "smtp.private.example",
}
IMAP = {"type": "imap", "host": "imap.firma.ch", "port": 993, "leave": False, "by_age": False}
POP3 = {"type": "pop3", "host": "pop.firma.ch", "port": 995}
BOTH = {
    "socket": 3,
    "method": 3,
    "username": "anna@firma.ch",
    "name": "anna@firma.ch",
    "full_name": "Anna Müller",
    "email": "anna@firma.ch",
    "sent": "SERVER/Sent",
    "drafts": "SERVER/Drafts",
    "out_host": "smtp.firma.ch",
    "out_port": 465,
    "out_socket": 3,
    "out_method": 3,
    "out_username": "anna@firma.ch",
}
BY_ASSISTANT = {
    Form.IMAP: IMAP,
    Form.IMAP_ARCHIVE: IMAP | {"full_copy": True},
    Form.POP3_KEEP_DAYS: POP3 | {"leave": True, "by_age": True, "days": 21, "together": True},
    Form.POP3_KEEP_FOREVER: POP3 | {"leave": True, "by_age": True, "days": 9999, "together": True},
    Form.POP3_DELETE: POP3 | {"leave": False},
}
BY_POLICIES = {
    Form.IMAP: IMAP,
    Form.IMAP_ARCHIVE: IMAP | {"full_copy": True},
    Form.POP3_KEEP_DAYS: POP3 | {"leave": True, "by_age": True, "days": 21, "together": False},
    Form.POP3_KEEP_FOREVER: POP3 | {"leave": True, "by_age": False, "together": False},
    Form.POP3_DELETE: POP3 | {"leave": False, "together": False},
}


@pytest.fixture
def computers():
    made = []

    def new(**preferences):
        made.append(Computer(**preferences))
        return made[-1]

    yield new
    for each in made:
        each.remove()


def exported(target, settings, person=ANNA, of="people"):
    """The one file of this kind for the person, or for the company."""
    files = export(settings, (person,), only={target})
    return next(file.data for file in files if file.target is target and file.path.startswith(of))


def differing(account, expected):
    return {name: account[name] for name in expected if account[name] != expected[name]}


@pytest.mark.parametrize("form", BY_ASSISTANT)
def test_the_assistant_reads_our_file(computers, form):
    computer = computers()
    computer.install("isp/firma.ch.xml", exported(Target.THUNDERBIRD, company(form)))
    with computer.running() as program:
        program.ask(ASSISTANT, "Anna Müller", "anna@firma.ch")
        (account,) = program.ask(ACCOUNTS)
    assert differing(account, BOTH | BY_ASSISTANT[form]) == {}


@pytest.mark.parametrize("form", [Form.IMAP, Form.POP3_KEEP_DAYS])
def test_the_assistant_fills_in_the_companys_file_for_each_address(computers, form):
    """The file for a fleet without internet, with STARTTLS, another user name, and people who are strangers to it."""
    starttls = {"security": Security.STARTTLS, "username": UsernameForm.LOCAL_PART}
    settings = replace(
        company(form),
        organisation='A & B <x> "Ä" --> ]]> %EMAILADDRESS%',
        imap=server("imap.firma.ch", 143, authentication=(Authentication.PASSWORD_ENCRYPTED,), **starttls),
        pop3=server("pop.firma.ch", 110, authentication=(Authentication.PASSWORD_ENCRYPTED,), **starttls),
        submission=server("smtp.firma.ch", 587, Security.STARTTLS),
    )
    computer = computers()
    computer.install("isp/firma.ch.xml", exported(Target.THUNDERBIRD, settings, of="company"))
    with computer.running() as program:
        program.ask(ASSISTANT, "Ben Ash", "ben@firma.ch")
        program.ask(ASSISTANT, "Carla O'Neil", "carla.o'neil+x@firma.ch")
        accounts = program.ask(ACCOUNTS)
    kept = {"leave": True, "by_age": True, "days": 21} if form is Form.POP3_KEEP_DAYS else {}
    for account, address, username in zip(
        accounts, ("ben@firma.ch", "carla.o'neil+x@firma.ch"), ("ben", "carla.o'neil+x"), strict=True
    ):
        expected = {
            "type": "imap" if form is Form.IMAP else "pop3",
            "port": 143 if form is Form.IMAP else 110,
            "socket": 2,
            "method": 4,
            "username": username,
            "email": address,
            "out_host": "smtp.firma.ch",
            "out_port": 587,
            "out_socket": 2,
            "out_method": 3,
            "out_username": address,
        }
        assert differing(account, expected | kept) == {}


@pytest.mark.parametrize("form", BY_POLICIES)
def test_a_new_profile_gets_the_account_of_the_policies(computers, form):
    computer = computers()
    computer.install("distribution/policies.json", exported(Target.THUNDERBIRD_POLICIES, company(form)))
    with computer.running() as program:
        assert program.ask(POLICIES_ACTIVE)
        assert program.ask(LOCAL_FOLDERS) == "Local Folders"
        (account,) = program.ask(ACCOUNTS)
        locked = program.ask(LOCKED)
    assert differing(account, BOTH | BY_POLICIES[form]) == {}
    assert {name.rpartition(".")[2] for name in locked} <= {
        "leave_on_server",
        "delete_by_age_from_server",
        "num_days_to_leave_on_server",
        "delete_mail_left_on_server",
    }
    assert bool(locked) == (form not in (Form.IMAP, Form.IMAP_ARCHIVE))


def test_policies_with_starttls_one_day_and_a_hostile_name(computers):
    starttls = server("pop.firma.ch", 110, Security.STARTTLS, authentication=(Authentication.PASSWORD_ENCRYPTED,))
    submission = server("smtp.firma.ch", 587, Security.STARTTLS)
    settings = replace(company(Form.POP3_KEEP_DAYS), pop3=starttls, submission=submission, keep_days=1)
    person = Person("o'neil+x@firma.ch", 'Ann "Ä" \\ </x> %s ${y}', username="a/b c@d*é#?")
    computer = computers()
    computer.install("distribution/policies.json", exported(Target.THUNDERBIRD_POLICIES, settings, person))
    with computer.running() as program:
        (account,) = program.ask(ACCOUNTS)
    expected = {
        "port": 110,
        "socket": 2,
        "method": 4,
        "days": 2,
        "by_age": True,
        "leave": True,
        "username": "a/b c@d*é#?",
        "full_name": 'Ann "Ä" \\ </x> %s ${y}',
        "email": "o'neil+x@firma.ch",
        "sent": "SERVER/Sent",
        "out_port": 587,
        "out_socket": 2,
        "out_method": 3,
    }
    assert differing(account, expected) == {}


def test_the_collecting_computer_never_deletes(computers):
    computer = computers()
    computer.install("distribution/policies.json", exported(Target.THUNDERBIRD_POLICIES, company(), COLLECTOR))
    with computer.running() as program:
        (account,) = program.ask(ACCOUNTS)
    assert differing(account, POP3 | {"leave": True, "by_age": False, "together": False}) == {}


def test_a_profile_with_an_account_keeps_it_and_nothing_else(computers):
    before, after = computers(**PRIVATE), computers(**PRIVATE)
    after.install("distribution/policies.json", exported(Target.THUNDERBIRD_POLICIES, company(Form.POP3_DELETE)))
    with before.running() as program:
        mine = program.ask(ACCOUNTS)
    with after.running() as program:
        assert program.ask(POLICIES_ACTIVE)
        assert program.ask(ACCOUNTS) == mine
    assert (len(mine), mine[0]["leave"], mine[0]["out_host"]) == (1, True, "smtp.private.example")


def test_without_the_file_the_account_is_gone(computers):
    """What the file says about itself, so that nobody removes it carelessly."""
    computer = computers()
    computer.install("distribution/policies.json", exported(Target.THUNDERBIRD_POLICIES, company(Form.POP3_DELETE)))
    with computer.running() as program:
        assert len(program.ask(ACCOUNTS)) == 1
    computer.install("distribution/policies.json", None)
    with computer.running() as program:
        assert program.ask(ACCOUNTS) == []


def test_the_companys_rules_bind_the_account_that_the_assistant_makes(computers):
    computer = computers()
    rules = exported(Target.THUNDERBIRD_POLICIES, company(Form.POP3_KEEP_FOREVER), of="company")
    computer.install("distribution/policies.json", rules)
    computer.install("isp/firma.ch.xml", exported(Target.THUNDERBIRD, company(Form.POP3_DELETE)))
    with computer.running() as program:
        program.ask(ASSISTANT, "Anna Müller", "anna@firma.ch")
        (account,) = program.ask(ACCOUNTS)
    assert differing(account, BY_POLICIES[Form.POP3_KEEP_FOREVER]) == {}


def test_the_companys_rules_hold_for_an_account_that_is_already_there(computers):
    computer = computers(**PRIVATE, **{"mail.server.server1.delete_by_age_from_server": True})
    rules = exported(Target.THUNDERBIRD_POLICIES, company(Form.POP3_KEEP_FOREVER), of="company")
    computer.install("distribution/policies.json", rules)
    with computer.running() as program:
        (account,) = program.ask(ACCOUNTS)
    assert (account["leave"], account["by_age"]) == (True, False)


def test_thunderbirds_own_schema_knows_the_policies():
    """Unknown policies are ignored without a word."""
    with zipfile.ZipFile(INSTALLED / "omni.ja") as archive:
        schema = json.loads(archive.read("modules/policies/policies-schema.json"))
    for of in ("people", "company"):
        file = json.loads(exported(Target.THUNDERBIRD_POLICIES, company(Form.POP3_KEEP_FOREVER), of=of))
        assert set(file["policies"]) <= set(schema["properties"])
