"""What the tests of files for terminal programs share: exported files, mail on the server, a program set up."""

import shutil
from dataclasses import replace

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.settings.codes import Alternative, Role
from advisor.settings.values import Person
from probes.codes import Security
from tests.unit.profiles.companies import company, server

PASSWORD = "geheim 7'\"$`"
MAIL = (
    "From: kunde@example.net\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@example.net>\r\n\r\nGrüezi\r\n"
)
READER = "Zoë O'Brien; #1"


def exported(target, form, mailbox, dovecot, *, role=Role.READER, security=Security.TLS, host=None, **words):
    """The exported file of this person; ``words`` are more fields of theirs."""
    tls = security is Security.TLS
    ports = {"imap": (143, 993), "pop3": (110, 995), "submission": (587, 465)}
    servers = {name: server(host or dovecot.host, pair[tls], security) for name, pair in ports.items()}
    settings = replace(company(form), domain="firma.example", **servers)
    person = replace(Person(mailbox, READER, role=role, alternative=own_word(role, form)), **words)
    files = [file for file in export(settings, (person,), only={target}) if file.target and file.person]
    assert len(files) == 1
    return files[0].data


def own_word(role, form):
    """A collector collects by POP3 unless told otherwise."""
    return Alternative.IMAP_ARCHIVE if role is Role.COLLECTOR and form is Form.IMAP_ARCHIVE else None


def deliver(dovecot, mailbox, *subjects_, **age):
    for subject in subjects_:
        dovecot.deliver(mailbox, MAIL.format(to=mailbox, subject=subject).encode(), **age)


def subjects(mails):
    lines = [line for mail in mails for line in mail.decode().splitlines()]
    return sorted(line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: "))


def set_up(machine, data):
    """Put the file in its place with the password in the keyring; the answer is the command that starts the program."""
    return machine.put_in_place(machine.use_keyring(data, PASSWORD))


def run(machine, command, **options):
    done = machine.run(command, **options)
    assert done.code == 0, done.output
    return done.output


def unread(dovecot, mailbox):
    """Mails on the server that nobody has opened."""
    maildir = dovecot.maildir(mailbox)
    seen = [each for each in maildir.glob("cur/*") if "S" in each.name.rpartition(",")[2]]
    return len(dovecot.messages(mailbox)) - len(seen)


def dovecot_sent(dovecot, mailbox, message):
    """Put a mail into the folder of sent mail."""
    folder = dovecot.maildir(mailbox) / ".Sent"
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    mail = folder / "cur" / "1700000000.M1P1.test:2,S"
    mail.write_bytes(message)
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, "mail", "mail")
