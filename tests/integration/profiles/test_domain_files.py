"""The files for the domain before the programs that read them: named-checkzone, doveconf and a running Dovecot."""

import poplib
import re
import ssl
import subprocess
import time
from contextlib import contextmanager

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.integration.servers.dovecot import Dovecot
from tests.unit.profiles import dovecot_rules, zone_rules
from tests.unit.profiles.companies import company, server

STRICT = ["-i", "full", "-k", "fail", "-n", "fail", "-m", "fail", "-M", "fail", "-S", "fail"]
PASSWORD = "geheim-9"
DOMAIN = "firma.ch"


def exported(target, form, **changes):
    return next(file.data for file in export(company(form, **changes), only={target}) if file.target)


def checkzone(tmp_path, snippet):
    file = tmp_path / "zone"
    file.write_text(zone_rules.whole_zone(snippet, DOMAIN), encoding="utf-8")
    return subprocess.run(["named-checkzone", *STRICT, DOMAIN, str(file)], capture_output=True, text=True)


@pytest.mark.parametrize("changed", [bytes, zone_rules.switched_on], ids=["as it is", "switched on"])
@pytest.mark.parametrize("form", Form)
def test_named_finds_no_fault(tmp_path, form, changed):
    done = checkzone(tmp_path, changed(exported(Target.DNS, form)))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "OK"), done.stdout


def test_named_finds_no_fault_with_starttls_and_foreign_hosts(tmp_path):
    changes = {
        "imap": server("mail.anbieter.ch", 143, Security.STARTTLS),
        "pop3": None,
        "submission": server("mail.anbieter.ch", 587, Security.STARTTLS),
    }
    done = checkzone(tmp_path, exported(Target.DNS, Form.IMAP, **changes))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "OK"), done.stdout


def test_named_would_find_a_target_that_is_an_alias(tmp_path):
    """What proves that the check is strict, and so that the others rest on it."""
    wrong = exported(Target.DNS, Form.IMAP) + b"alias.firma.ch. 3600 IN CNAME imap.firma.ch.\n"
    wrong += b"_sieve._tcp.firma.ch. 3600 IN SRV 0 1 4190 alias.firma.ch.\n"
    file = tmp_path / "zone"
    zone = zone_rules.whole_zone(wrong, DOMAIN).replace("alias.firma.ch. 3600 IN A 192.0.2.3\n", "")
    file.write_text(zone, encoding="utf-8")
    done = subprocess.run(["named-checkzone", *STRICT, DOMAIN, str(file)], capture_output=True, text=True)
    assert done.returncode == 1
    assert "is a CNAME (illegal)" in done.stdout


@pytest.mark.parametrize("changed", [bytes, dovecot_rules.switched_on], ids=["as it is", "switched on"])
@pytest.mark.parametrize("form", Form)
def test_doveconf_reads_what_we_mean(tmp_path, form, changed):
    snippet = changed(exported(Target.DOVECOT, form))
    file = tmp_path / "dovecot.conf"
    file.write_bytes(snippet)
    done = subprocess.run(["doveconf", "-c", str(file), "-n"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    shown = re.sub(r"autoexpunge = 3 weeks", "autoexpunge = 21d", done.stdout)
    for path, value in dovecot_rules.read(snippet).items():
        assert f"{path.rpartition('/')[2]} = {value.strip(chr(34))}\n" in shown
    assert ("autoexpunge" in shown) is (changed is not bytes and form is Form.POP3_KEEP_DAYS)


def test_doveconf_refuses_a_time_that_it_does_not_know(tmp_path):
    file = tmp_path / "dovecot.conf"
    wrong = dovecot_rules.switched_on(exported(Target.DOVECOT, Form.POP3_KEEP_DAYS)).replace(b"= 21d", b"= 21 dayz")
    file.write_bytes(wrong)
    done = subprocess.run(["doveconf", "-c", str(file), "-n"], capture_output=True, text=True)
    assert done.returncode != 0
    assert "dayz" in done.stderr


@pytest.fixture(scope="module")
def dovecot_with(test_ca):
    """Starts a Dovecot with more configuration; it ends with the module."""
    running = []

    def start(extra):
        made = Dovecot(test_ca.certificate("mail.firma.example"), extra=extra.decode())
        running.append(made)
        made.add_user("anna@firma.example", PASSWORD)
        return made

    yield start
    for each in running:
        each.stop()


@contextmanager
def pop3(test_ca, dovecot):
    """A session with valid sign-in that ends with QUIT."""
    context = ssl.create_default_context(cafile=str(test_ca.path))
    context.check_hostname = False  # the name of the server is in no DNS
    client = poplib.POP3_SSL(dovecot.address, dovecot.ports["pop3s"], context=context, timeout=60)
    client.user("anna@firma.example")
    client.pass_(PASSWORD)
    yield client
    client.quit()


def mails(test_ca, dovecot):
    """How many mails a sign-in finds."""
    with pop3(test_ca, dovecot) as client:
        return client.stat()[0]


def deliver(dovecot, count=3):
    for number in range(count):
        dovecot.deliver("anna@firma.example", f"Subject: {number}\r\n\r\nGruss\r\n".encode())


def unread(dovecot):
    """Mails without the flag S (seen) in their name."""
    maildir = dovecot.maildir("anna@firma.example")
    return [each for each in (*maildir.glob("new/*"), *maildir.glob("cur/*")) if "S" not in each.name.partition(",")[2]]


def test_dovecot_as_exported_deletes_nothing_and_marks_nothing_as_read(dovecot_with, test_ca):
    dovecot = dovecot_with(exported(Target.DOVECOT, Form.POP3_KEEP_DAYS))
    deliver(dovecot)
    with pop3(test_ca, dovecot) as client:
        assert client.stat()[0] == 3
        for number in (1, 2, 3):
            client.retr(number)
    assert len(unread(dovecot)) == 3


def test_once_switched_on_the_time_limit_deletes_what_nobody_fetched_and_hiding_keeps_it(dovecot_with, test_ca):
    """Six seconds instead of 21 days; everything else is as exported and uncommented."""
    settings = dovecot_rules.switched_on(exported(Target.DOVECOT, Form.POP3_KEEP_DAYS))
    lifetime = dovecot_with(settings.replace(b"= 21d", b"= 6s"))
    hiding = dovecot_with(dovecot_rules.switched_on(exported(Target.DOVECOT, Form.POP3_DELETE)))
    deliver(lifetime)
    deliver(hiding)
    assert mails(test_ca, lifetime) == 3
    time.sleep(7.1)
    mails(test_ca, lifetime)
    assert mails(test_ca, lifetime) == 0
    assert lifetime.messages("anna@firma.example") == []
    with pop3(test_ca, hiding) as client:
        for number in (1, 2, 3):
            client.dele(number)
    assert mails(test_ca, hiding) == 0
    assert len(hiding.messages("anna@firma.example")) == 3
