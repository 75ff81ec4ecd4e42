"""R15: a check never tries to sign in, so it locks nobody out. The real server's own log says so."""

import time

from probes.codes import Offer
from probes.options import ProbeOptions
from probes.runner import run
from probes.target import parse_target

LOG_SECONDS = 60
CONNECTIONS = 6  # 143 993 110 995 465 587, once each
NEVER_TRIED = ("no auth attempts", "disconnected before auth was ready")


def endings(dovecot, before: int) -> list[str]:
    """What the server logged about connections that ended since then."""
    lines = (dovecot.folder / "dovecot.log").read_text().splitlines()[before:]
    return [line for line in lines if "-login:" in line]


def test_the_server_sees_no_attempt_to_sign_in(firma, dns_server, test_ca) -> None:
    before = len((firma.folder / "dovecot.log").read_text().splitlines())
    options = ProbeOptions(
        nameservers=(dns_server.nameserver,), allow_networks=("127.0.0.0/8",), extra_ca=test_ca.path, vantage="test"
    )
    report = run(parse_target("alice@firma.example"), options)
    assert report.offers.imap is Offer.OFFERED
    deadline = time.monotonic() + LOG_SECONDS
    while len(endings(firma, before)) < CONNECTIONS and time.monotonic() < deadline:
        time.sleep(0.1)
    seen = endings(firma, before)
    assert len(seen) >= CONNECTIONS, seen
    assert not [line for line in seen if not any(words in line for words in NEVER_TRIED)], seen
