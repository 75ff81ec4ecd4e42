"""``mailweiche probe`` against a real Dovecot: one document or one text, in both languages, progress apart from it."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor.report.documents.server_report import read_server_report
from advisor.report.server_report import complete
from probes.codes import Offer, Protocol

SCRIPT = Path(sys.executable).with_name("mailweiche")
DOMAIN = "firma.example"


@pytest.fixture
def probe(lab, dovecot, tmp_path):
    """The command for a domain that has published its wishes in the DNS."""
    lab.dns.add(DOMAIN, "MX", f"10 {dovecot.host}.")
    lab.dns.add(dovecot.host, "A", dovecot.address)
    lab.dns.add(dovecot.host, "CAA", '0 issue "ca.example"')
    lab.dns.add(f"_993._tcp.{dovecot.host}", "TLSA", f"3 1 1 {'ab' * 32}")
    for label, priority, port in (("imaps", 10, 993), ("pop3s", 20, 995), ("submissions", 0, 465)):
        lab.dns.add(f"_{label}._tcp.{DOMAIN}", "SRV", f"{priority} 5 {port} {dovecot.host}.")
    environment = lab.environment(tmp_path)

    def probe(*options):
        command = [SCRIPT, "probe", f"chefin@{DOMAIN}", *options]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr
        assert b"chefin" not in done.stdout + done.stderr
        return done.stdout, done.stderr.decode()

    return probe


def test_json_is_one_document_and_progress_goes_elsewhere(probe):
    document, progress = probe("--json")
    stored = read_server_report(document)
    assert stored == complete(stored.report), "settings, findings and programs are those of today's rules"
    assert stored.report.offers.imap is stored.report.offers.pop3 is Offer.OFFERED
    assert stored.report.preference.protocol is Protocol.IMAP
    assert "993" in progress


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            ("Ihr Mailserver kann beides", "IPv6: keine Adresse", "Dovecot", "Rang 10, Gewicht 5 (SRV)",
             "TLS 1.1 abgelehnt, TLS 1.2 angenommen", "kein solcher Eintrag", "nicht als geschützt bestätigt (DNSSEC)",
             "Wer Zertifikate ausstellen darf (CAA)", "nicht verglichen", "vor der Anmeldung nicht zu sehen",
             "Höchstens 20 MB pro E-Mail"),
        ),
        (
            "en",
            ("can do both", "IPv6: no address", "Dovecot", "rank 10, weight 5 (SRV)",
             "TLS 1.1 refused, TLS 1.2 accepted", "no such record", "not confirmed as protected (DNSSEC)",
             "Who may issue certificates (CAA)", "not compared", "not visible before signing in"),
        ),
    ],
)  # fmt: skip
def test_everything_that_was_seen_is_told(probe, language, words):
    printed, _ = probe("--details", "--lang", language)
    told = " ".join(printed.decode().split())
    for word in words:
        assert word in told, word
    assert "ß" not in told
