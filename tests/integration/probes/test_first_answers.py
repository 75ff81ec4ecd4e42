"""The first answers show within a second, however slow the rest is."""

from probes.codes import Source
from probes.progress import MailExchangersFound, ServiceFinished, SourceFinished
from probes.runner import run
from probes.target import parse_target
from tests.integration.own_time import OwnTime
from tests.integration.probes import speaking
from tests.integration.probes.scripted import BlackHole

NAME = "mail.firma.example"
SLOW = 2.5


def silent(peer):
    peer.hold()


def test_signposts_and_servers_are_told_while_slow_ones_are_waited_for(lab, good_tls):
    hole = BlackHole(443)
    lab.started.append(hole)
    lab.dns.add("autoconfig.firma.example", "A", hole.address)
    lab.host(NAME, {993: speaking.imaps(good_tls), 143: speaking.imap(good_tls), 110: silent, 995: silent})
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
    lab.dns.add("_pop3s._tcp.firma.example", "SRV", f"0 1 995 {NAME}.")
    heard = []

    def observer(event):
        heard.append((took.so_far(), event))

    limits = type(lab.options().limits)(greeting=SLOW, tls=SLOW, connect=SLOW)
    with OwnTime() as took:
        run(parse_target("firma.example"), lab.options(deadline=6.0, limits=limits), observer)

    def first(kind, wanted=lambda event: True):
        return min(at for at, event in heard if isinstance(event, kind) and wanted(event))

    assert first(SourceFinished, lambda event: event.check.source is Source.SRV) < 1.0
    assert first(MailExchangersFound) < 1.0
    assert first(ServiceFinished, lambda event: event.service.port == 993) < 1.0
    assert took.whole > SLOW, "the silent server was waited for"
