"""The programs of a server report: written and strictly read; reports from before they were compared still read."""

import json

import pytest

from advisor.report.documents.errors import DocumentError
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from advisor.settings.clients.values import Client
from probes.codes import Source
from tests.made_up.probe_reports import GOOD
from tests.unit.settings.clients.published import IMAP, SMTP, domain, file

STORED = complete(domain(*file(Source.ISPDB, protocols=(IMAP, SMTP))))
DOCUMENT = json.loads(write_server_report(STORED))


def changed(**client):
    """The report with its first program changed."""
    clients = [{**DOCUMENT["clients"][0], **client}, *DOCUMENT["clients"][1:]]
    return json.dumps({**DOCUMENT, "clients": clients}).encode()


def test_every_program_is_written_with_its_source_and_settings_or_by_hand():
    assert [client["client"] for client in DOCUMENT["clients"]] == [client.value for client in Client]
    by_name = {client["client"]: client for client in DOCUMENT["clients"]}
    found = by_name["thunderbird_desktop"]
    assert (found["reads"], found["settings"]["incoming"]["host"]) == ("ispdb", "mail.firma.ch")
    assert (by_name["apple_mail"]["reads"], by_name["apple_mail"]["settings"]) == (None, "manual")
    assert by_name["apple_mail"]["notes"] == ["unverified_knowledge"]


def test_what_is_written_is_read_back():
    assert read_server_report(write_server_report(STORED)) == STORED
    assert read_server_report(write_server_report(complete(GOOD))) == complete(GOOD)


def test_reports_from_before_still_read():
    old = {key: value for key, value in DOCUMENT.items() if key != "clients"}
    for document in (old, {**old, "clients": []}):
        assert read_server_report(json.dumps(document).encode()).clients == ()


@pytest.mark.parametrize(
    "change",
    [
        {"client": "pine"},
        {"reads": "rumour"},
        {"settings": None},
        {"settings": "by hand"},
        {"settings": []},
        {"settings": {}},
        {"settings": {"incoming": None, "submission": None}},
        {"settings": {"incoming": {**DOCUMENT["clients"][0]["settings"]["incoming"], "port": 0}}},
        {"settings": {"incoming": {**DOCUMENT["clients"][0]["settings"]["incoming"], "port": 70_000}}},
        {"settings": {"incoming": {**DOCUMENT["clients"][0]["settings"]["incoming"], "security": "ssl"}}},
        {"notes": ["nice"]},
        {"notes": "not_proven"},
    ],
)
def test_a_program_that_nobody_wrote_is_refused(change):
    with pytest.raises(DocumentError) as caught:
        read_server_report(changed(**change))
    assert "clients.0" in str(caught.value)


@pytest.mark.parametrize("clients", [None, {}, "manual", [None], ["manual"], [{}]])
def test_a_list_that_is_none_is_refused(clients):
    with pytest.raises(DocumentError):
        read_server_report(json.dumps({**DOCUMENT, "clients": clients}).encode())
