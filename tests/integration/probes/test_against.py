"""A server that changes between two checks: the command says what is different now, and of the same server nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("mailweiche")
NAME = "mail.firma.example"
OLD = b"IMAP4rev1 IDLE AUTH=PLAIN"


def imap_over(context, capabilities):
    def handler(peer):
        peer.start_tls(context)
        peer.send(b"* OK hi\r\n")
        peer.send(b"* CAPABILITY " + capabilities + b"\r\n" + peer.tag() + b" OK\r\n")
        peer.hold()

    return handler


@pytest.fixture
def probe(lab, tmp_path):
    """The command ``probe firma.example``, its standard output."""
    environment = lab.environment(tmp_path)
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")

    def probe(*options):
        command = [SCRIPT, "probe", "firma.example", "--timeout", "3", *options]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return probe


def changes(printed):
    document = json.loads(printed)
    assert document["schema"] == "mailweiche.comparison/1"
    return {(change["code"], change["severity"]): change for change in document["changes"]}


def test_a_renewed_certificate_and_a_new_ability_are_told(lab, test_ca, probe, tmp_path):
    old, new = (test_ca.certificate(NAME, valid_days=days).server_context() for days in (30, 90))
    handlers = {993: imap_over(old, OLD)}
    host = lab.host(NAME, handlers)
    (tmp_path / "old.json").write_text(probe("--json"))
    assert "firma.example: Nothing has changed." in probe("--against", "old.json")
    host.stop()
    lab.dns.clear()
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
    lab.host(NAME, {993: imap_over(new, OLD + b" MOVE"), 995: lambda peer: peer.send(b"-ERR\r\n")})
    found = changes(probe("--against", "old.json", "--json"))
    certificate = found["certificate_replaced", "good_news"]
    assert certificate["subject"] == f"imap:{NAME}:993"
    assert certificate["params"]["key"] == "new"
    assert found["capability_added", "worth_knowing"]["params"]["tokens"] == "MOVE"
    assert ("address_changed", "worth_knowing") in found
    assert not {code for code, severity in found if severity == "needs_action" and code.startswith("certificate")}
