"""What the tests of KMail share: the exported script for one form, and what Akonadi ends with."""

from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Security
from tests.unit.profiles.companies import company, server

HOST = "mail.firma.example"
MAIL = "From: kunde@example.net\nTo: anna@firma.example\nSubject: {0}\nMessage-ID: <{0}@example.net>\n\nGuten Tag {0}\n"


def script(form, address, security=Security.TLS, **changes):
    ports = (993, 995, 465) if security is Security.TLS else (143, 110, 587)
    imap, pop3, submission = (server(HOST, port, security) for port in ports)
    settings = company(form, domain="firma.example", imap=imap, pop3=pop3, submission=submission)
    (made,) = [
        file.data
        for file in export(settings, (Person(address, "Anna [Müller]", **changes),), only={Target.KMAIL})
        if file.target
    ]
    return made


def set_up(akonadi, form, address, **changes):
    """The name of the account that the script made."""
    done = akonadi.set_up(script(form, address, **changes))
    assert (done.returncode, done.stderr) == (0, ""), akonadi.log()[-2000:]
    (instance,) = akonadi.accounts()
    return instance


def subjects(mails):
    lines = [line for mail in mails for line in mail.decode().splitlines()]
    return sorted(line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: "))


def fetch(akonadi, instance, *expected):
    """Look for mail until Akonadi has these."""
    akonadi.fetch(instance, lambda: subjects(akonadi.mails()) == sorted(expected))


def group(path, name):
    """One group of a file of KDE's, its parts put together."""
    found, inside = {}, False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            inside = line == f"[{name}]"
        elif inside and line:
            key, _, value = line.partition("=")
            found[key] = value
    return found


def identities(akonadi):
    """All identities by their addresses."""
    path = akonadi.config / "emailidentities"
    groups = (line[1:-1] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("[Identity #"))
    found = (group(path, name) for name in groups)
    return {each.get("Email Address", ""): each for each in found}
