"""Servers named by hand."""

import pytest

from probes.codes import Protocol, Security, Source, Trust
from probes.discovery.manual import discover, parse_manual
from probes.options import ManualClaim
from probes.target import TargetError


def test_a_good_one(tools):
    claim = parse_manual("imap=Mail.Firma.ch:1143:starttls")
    assert claim == ManualClaim(Protocol.IMAP, "mail.firma.ch", 1143, Security.STARTTLS)
    (found,) = discover((claim,), tools).claims
    assert (found.source, found.trust, found.host, found.port) == (Source.MANUAL, Trust.TRUSTED, "mail.firma.ch", 1143)


@pytest.mark.parametrize(
    "text",
    ["", "imap", "imap=", "imap=a.ch", "imap=a.ch:993", "imap=a.ch:993:none", "http=a.ch:80:tls", "imap=a.ch:0:tls",
     "imap=a.ch:65536:tls", "imap=a.ch:９:tls", "imap=127.0.0.1:993:tls", "imap=[::1]:993:tls", "imap=:993:tls",
     f"imap=a.ch:{'9' * 5000}:tls"],
)  # fmt: skip
def test_bad_ones(text):
    with pytest.raises(TargetError):
        parse_manual(text)
