"""Which servers are tried where the domain names more than anybody needs: the same ones in every run."""

import pytest

from probes.codes import Offer, Protocol, Reason, Source, Status
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes import speaking
from tests.integration.probes.discovery.conftest import answer, settings_file

DOMAIN = "firma.example"
MAIL = f"mail.{DOMAIN}"


@pytest.mark.parametrize("_", range(10))
def test_a_crowd_of_dead_servers_does_not_keep_out_what_the_domain_itself_names(lab, web, good_tls, _):
    """Five records of the DNS that lead nowhere, and the domain's own file with the server that works."""
    for number in range(5):
        lab.dns.add(f"_imaps._tcp.{DOMAIN}", "SRV", f"{number} 1 993 m{number}.{DOMAIN}.")
        lab.dns.add(f"m{number}.{DOMAIN}", "A", "127.9.9.9")
    file = answer(settings_file(MAIL), b"200 OK", b"Content-Type: text/xml")
    web.serve(f"autoconfig.{DOMAIN}", {"/mail/config-v1.1.xml": file})
    lab.host(MAIL, {993: speaking.imaps(good_tls)})
    report = run(parse_target(DOMAIN), lab.options(deadline=6.0))
    mail = {row.port: row for row in report.services if row.host == MAIL and row.protocol is Protocol.IMAP}
    assert (mail[993].status, mail[143].reason) == (Status.COMPLETED, Reason.REFUSED)
    assert report.offers.imap is Offer.OFFERED
    tried = {row.host for row in report.services if row.protocol is Protocol.IMAP and row.reason is Reason.REFUSED}
    assert tried == {MAIL, *(f"m{number}.{DOMAIN}" for number in range(4))}
    assert next(check for check in report.sources if check.source is Source.SRV).claims == 5
