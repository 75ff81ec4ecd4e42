"""What mpop, msmtp and NeoMutt say they have read of our files, compared with what was meant.

An option that is spelt wrongly would be left out here; getmail and fetchmail are asked likewise where they fetch.
"""

import re

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.integration.profiles.terminal_files import exported, run, set_up

UNSET = "(not set)"
SECURE = {"tls": "on", "tls_certcheck": "on", "tls_trust_file": "system", "auth": "choose", "tls_fingerprint": UNSET}
SECURITIES = [Security.TLS, Security.STARTTLS]


def dump(output):
    return dict(re.findall(r"^(\w[\w ]*) = (.*)$", output, re.MULTILINE))


def keyring(mailbox):
    return f"secret-tool lookup mailweiche {mailbox.replace('@', '_')}"


@pytest.mark.parametrize("security", SECURITIES)
@pytest.mark.parametrize(
    ("form", "keep"), [(Form.POP3_DELETE, "off"), (Form.POP3_KEEP_DAYS, "on"), (Form.POP3_KEEP_FOREVER, "on")]
)
def test_mpop(dovecot, machine, mailbox, form, keep, security):
    set_up(machine, exported(Target.MPOP, form, mailbox, dovecot, security=security))
    values = dump(run(machine, "mpop -P"))
    intent = SECURE | {
        "host": dovecot.host,
        "port": "995" if security is Security.TLS else "110",
        "user": mailbox,
        "passwordeval": keyring(mailbox),
        "tls_starttls": "off" if security is Security.TLS else "on",
        "delivery": f"maildir {machine.home}/Mail/{mailbox.replace('@', '_')}",
        "keep": keep,
        "only_new": "on",
        "killsize": "off",
        "skipsize": "off",
        "filter": UNSET,
    }
    assert {key: values[key] for key in intent} == intent


@pytest.mark.parametrize("security", SECURITIES)
def test_msmtp(dovecot, machine, mailbox, security):
    set_up(machine, exported(Target.MSMTP, Form.IMAP, mailbox, dovecot, security=security))
    values = dump(run(machine, "msmtp -P kunde@example.net"))
    intent = SECURE | {
        "host": dovecot.host,
        "port": "465" if security is Security.TLS else "587",
        "user": mailbox,
        "passwordeval": keyring(mailbox),
        "tls_starttls": "off" if security is Security.TLS else "on",
        "from": mailbox,
    }
    assert {key: values[key] for key in intent} == intent


@pytest.mark.parametrize("security", SECURITIES)
def test_neomutt(dovecot, machine, mailbox, security):
    """Its exit code is 0 even where it understands nothing, so it must complain of nothing either."""
    set_up(machine, exported(Target.NEOMUTT, Form.IMAP, mailbox, dovecot, security=security))
    values = dict(re.findall(r"^set (\w+) = (.*)$", run(machine, "neomutt -D"), re.MULTILINE))
    secure, port, sending = ("s", 993, 465) if security is Security.TLS else ("", 143, 587)
    folder = f"imap{secure}://{dovecot.host}:{port}/"
    intent = {
        "from": f'"{mailbox}"',
        "imap_user": f'"{mailbox}"',
        "folder": f'"{folder}"',
        "spool_file": f'"{folder}INBOX"',
        "record": f'"{folder}Sent"',
        "postponed": f'"{folder}Drafts"',
        "smtp_url": f'"smtp{secure}://{mailbox.replace("@", "%40")}@{dovecot.host}:{sending}/"',
        "ssl_force_tls": "yes",
        "ssl_starttls": "yes",
        "ssl_verify_dates": "yes",
        "ssl_verify_host": "yes",
    }
    assert {key: values[key] for key in intent} == intent
    assert run(machine, "neomutt -D >/dev/null") == ""
