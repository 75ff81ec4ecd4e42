"""Evolution's own service reads the exported keyfiles, and its own library says what they mean."""

import json
import os
import shutil
import subprocess

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Authentication, Security
from tests.integration.profiles.clients import as_nobody
from tests.integration.servers.process import program, world_readable_folder
from tests.unit.profiles.companies import ANNA, COLLECTOR, company, server

# The bindings belong to the system's Python, not to the one that runs the tests.
READER = """
import json, sys
import gi
gi.require_version("EDataServer", "1.2")
gi.require_version("Camel", "1.2")
from gi.repository import EDataServer
EDataServer.SourceCamel.register_types()
registry = EDataServer.SourceRegistry.new_sync(None)
mine = {s.get_uid().rpartition("-")[2]: s for s in registry.list_sources(None) if s.get_uid().startswith("mailweiche-")}

def connection(source, backend):
    settings = source.get_extension(EDataServer.SourceCamel.get_extension_name(backend)).get_settings()
    return {name: getattr(settings.props, name) for name in ("host", "port", "user", "auth_mechanism")} | {
        "security": settings.props.security_method.value_nick
    }

account, identity, transport = (mine[part] for part in ("account", "identity", "transport"))
backend = account.get_extension("Mail Account").get_backend_name()
found = {
    "backend": backend,
    "incoming": connection(account, backend),
    "outgoing": connection(transport, transport.get_extension("Mail Transport").get_backend_name()),
    "linked": account.get_extension("Mail Account").get_identity_uid() == identity.get_uid()
    and identity.get_extension("Mail Submission").get_transport_uid() == transport.get_uid(),
    "sent": identity.get_extension("Mail Submission").get_sent_folder().replace(account.get_uid(), "ACCOUNT"),
    "address": identity.get_extension("Mail Identity").get_address(),
    "name": identity.get_extension("Mail Identity").get_name(),
    "organisation": identity.get_extension("Mail Identity").get_organization(),
    "enabled": all(source.get_enabled() for source in mine.values()),
    "extensions": sorted(line for s in mine.values() for line in s.to_string()[0].splitlines() if line.startswith("[")),
}
if backend == "pop":
    settings = account.get_extension("Pop Backend").get_settings().props
    found |= {"keep": settings.keep_on_server, "days": settings.delete_after_days, "expunged": settings.delete_expunged}
else:
    found["full_copy"] = account.get_extension("Offline").get_stay_synchronized()
json.dump(found, sys.stdout)
"""


@pytest.fixture
def home():
    folder = world_readable_folder("mailweiche-evolution-")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def read_by_evolution(home, settings, person):
    """What Evolution makes of the exported files in the person's home."""
    sources = home / ".config" / "evolution" / "sources"
    sources.mkdir(parents=True)
    for file in export(settings, (person,), only={Target.EVOLUTION}):
        if file.target:
            (sources / file.path.rpartition("/")[2]).write_bytes(file.data)
    (home / "read.py").write_text(READER, encoding="utf-8")
    if os.getuid() == 0:
        for path in (home, *home.rglob("*")):
            shutil.chown(path, "nobody")
    environment = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(home),
        "GSETTINGS_BACKEND": "memory",
    }
    done = subprocess.run(
        [program("dbus-run-session", "dbus-daemon"), "--", "/usr/bin/python3", str(home / "read.py")],
        env=environment,
        cwd=home,
        **as_nobody(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


TLS, STARTTLS = "ssl-on-alternate-port", "starttls-on-standard-port"
EXPECTED = {
    Form.IMAP: {"backend": "imapx", "full_copy": False, "sent": "folder://ACCOUNT/Sent"},
    Form.IMAP_ARCHIVE: {"backend": "imapx", "full_copy": True},
    Form.POP3_KEEP_DAYS: {"backend": "pop", "keep": True, "days": 21, "expunged": False, "sent": "folder://local/Sent"},
    Form.POP3_KEEP_FOREVER: {"backend": "pop", "keep": True, "days": 0, "expunged": False},
    Form.POP3_DELETE: {"backend": "pop", "keep": False},
}


@pytest.mark.parametrize("form", Form)
def test_evolution_ends_with_the_account_that_was_meant(home, form):
    found = read_by_evolution(home, company(form), ANNA)
    assert {name: found[name] for name in EXPECTED[form]} == EXPECTED[form]
    imap = form.startswith("imap")
    assert found["incoming"] == {
        "host": "imap.firma.ch" if imap else "pop.firma.ch",
        "port": 993 if imap else 995,
        "user": "anna@firma.ch",
        "auth_mechanism": None,
        "security": TLS,
    }
    assert found["outgoing"] == {
        "host": "smtp.firma.ch",
        "port": 465,
        "user": "anna@firma.ch",
        "auth_mechanism": "PLAIN",
        "security": TLS,
    }
    assert (found["linked"], found["enabled"]) == (True, True)
    assert (found["address"], found["name"]) == ("anna@firma.ch", "Anna Müller")
    assert found["organisation"] == "Firma & Söhne AG"


def test_starttls_encrypted_passwords_and_hostile_words(home):
    words = 'A\\n\\s "B" ; # [x] = %s $(id) `id` \u202e\r\n[Pop Backend]\nKeepOnServer=false'
    settings = company(
        Form.POP3_KEEP_DAYS,
        organisation=words,
        pop3=server("pop.firma.ch", 110, Security.STARTTLS, authentication=(Authentication.PASSWORD_ENCRYPTED,)),
    )
    found = read_by_evolution(home, settings, Person("anna@firma.ch", words, username=words))
    one_line = 'A\\n\\s "B" ; # [x] = %s $(id) `id` [Pop Backend] KeepOnServer=false'
    assert (found["name"], found["organisation"], found["incoming"]["user"]) == (one_line, one_line, one_line)
    assert (found["keep"], found["days"]) == (True, 21)
    assert (found["incoming"]["security"], found["incoming"]["auth_mechanism"]) == (STARTTLS, "CRAM-MD5")
    assert found["extensions"].count("[Pop Backend]") == 1


def test_the_collecting_computer_never_deletes(home):
    found = read_by_evolution(home, company(), COLLECTOR)
    assert (found["keep"], found["days"], found["expunged"]) == (True, 0, False)
