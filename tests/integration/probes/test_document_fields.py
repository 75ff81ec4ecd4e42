"""The document of a real run, field by field as the contract names them."""

import json

import pytest

from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from probes.options import Limits
from probes.runner import run
from probes.target import parse_target

REPORT = {"schema", "domain", "started_at", "duration_ms", "vantage", "claims", "services", "offers", "preference",
          "settings", "provider", "findings", "clients"}  # fmt: skip
CLAIM = {"source", "protocol", "host", "port", "security", "username", "username_template", "authentication", "trust",
         "evidence", "tolerated"}  # fmt: skip
EVIDENCE = {"url", "record", "status", "at", "sha256"}
SERVICE = {"protocol", "host", "address", "port", "security", "status", "reason", "tls", "greeting", "implementation",
           "capabilities", "authentication", "timings_ms", "claimed_by"}  # fmt: skip
CERTIFICATE = {"subject", "names", "issuer", "not_before", "not_after", "days_left", "trusted", "name_matches",
               "problem"}  # fmt: skip
SETTINGS = {"host", "port", "security", "username", "username_template", "authentication", "proven", "checked_at",
            "source", "trust"}  # fmt: skip
FINDING = {"code", "severity", "subject", "params"}


@pytest.fixture
def document(lab, dovecot):
    lab.dns.add("firma.example", "MX", f"10 {dovecot.host}.")
    lab.dns.add(dovecot.host, "A", dovecot.address)
    for label, priority, port in (("imaps", 20, 993), ("pop3s", 10, 995), ("submissions", 0, 465)):
        lab.dns.add(f"_{label}._tcp.firma.example", "SRV", f"{priority} 5 {port} {dovecot.host}.")
    report = run(parse_target("firma.example"), lab.options(deadline=15, second_pass=10, limits=Limits()))
    return json.loads(write_server_report(complete(report)))


def test_every_field_of_the_contract_is_there(document):
    assert document["schema"] == "mailweiche.server-report/1"
    assert set(document) >= REPORT
    for claim in document["claims"]:
        assert set(claim) >= CLAIM
        assert set(claim["evidence"]) >= EVIDENCE
    for service in document["services"]:
        assert set(service) >= SERVICE
        assert set(service["capabilities"]) == {"before_tls", "after_tls", "after_login"}
        assert set(service["timings_ms"]) == {"dns", "connect", "tls", "greeting", "capability"}
        assert set(service["tls"]) >= {"version", "cipher", "certificate"}
        assert set(service["tls"]["certificate"]) >= CERTIFICATE
    assert set(document["offers"]) == {"imap", "pop3", "submission", "managesieve"}
    assert set(document["settings"]) == {"imap", "pop3", "submission"}
    assert all(set(server) == SETTINGS for server in document["settings"].values())
    assert all(set(finding) == FINDING for finding in document["findings"])


def test_the_fields_mean_what_the_contract_says(document):
    assert document["preference"] == {"protocol": "pop3", "source": "srv"}
    assert document["provider"] is None
    for service in document["services"]:
        lists = service["capabilities"]
        assert (lists["before_tls"] is None) is (service["security"] == "tls")
        assert lists["after_login"] is None
        assert service["claimed_by"]
    on = {service["port"]: service["capabilities"]["after_tls"] for service in document["services"]}
    assert {"AUTH=PLAIN", "IDLE"} <= set(on[993]), "IMAP: one token each"
    assert "SASL PLAIN LOGIN" in on[995], "POP3: one line each"
    assert "SIZE 20480000" in on[465], "SMTP: one line each"
    assert {each["proven"] for each in document["settings"].values()} == {True}
    assert "preference_pop3" in {finding["code"] for finding in document["findings"]}


def test_each_program_reads_something_and_ends_with_settings_or_by_hand(document):
    assert [each["client"] for each in document["clients"]] == [
        "thunderbird_desktop", "thunderbird_android", "outlook_classic", "outlook_new", "apple_mail", "evolution",
        "kmail", "fairemail",
    ]  # fmt: skip
    for each in document["clients"]:
        assert {"client", "reads", "settings"} <= set(each)
        assert each["settings"] == "manual" or each["settings"]
