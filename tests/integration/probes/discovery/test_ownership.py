"""The line that proves control of a domain: found in the DNS or on the domain's own web server, and nowhere else."""

import pytest

from probes.codes import Reason
from probes.ownership import DnsLook, FileLook, Place, look
from probes.toolbox import open_toolbox
from tests.integration.own_time import OwnTime
from tests.integration.probes.discovery.conftest import answer, redirect

DOMAIN, TXT, PATH = "firma.example", "_mailweiche.firma.example", "/.well-known/mailweiche.txt"
TOKEN = "t0k_en-" + "x" * 36
LINE = f"mailweiche={TOKEN}"
OTHER = f"mailweiche={'y' * 43}"


def seen(web, **changes):
    return look(DOMAIN, TOKEN, open_toolbox(web.lab.options(**changes), None))


def test_the_record_proves_among_others_and_in_pieces(web):
    web.lab.dns.add(TXT, "TXT", '"v=spf1 -all"')
    web.lab.dns.add(TXT, "TXT", f'"{LINE[:20]}" "{LINE[20:]}"')
    found = seen(web)
    assert found.proved_by is Place.DNS
    assert found.dns.records == ("v=spf1 -all", LINE)


@pytest.mark.parametrize("body", [LINE, f"{LINE}\n", f"\ufeff{LINE}\r\n", f"  {LINE} \n\n"])
def test_the_file_proves_with_any_end_of_line(web, body):
    web.serve(DOMAIN, {PATH: answer(body.encode())})
    assert seen(web).proved_by is Place.FILE
    assert web.paths(DOMAIN) == [("GET", "https", PATH)]


def test_the_record_counts_before_the_file(web):
    web.lab.dns.add(TXT, "TXT", f'"{LINE}"')
    web.serve(DOMAIN, {PATH: answer(LINE.encode())})
    assert seen(web).proved_by is Place.DNS


@pytest.mark.parametrize(
    "record", ["", OTHER, LINE[:-1], LINE + "x", LINE.upper(), TOKEN, f"x {LINE}", f"{LINE} {LINE}", "ü" * 60]
)
def test_another_record_proves_nothing_and_is_shown(web, record):
    web.lab.dns.add(TXT, "TXT", f'"{record}"')
    found = seen(web)
    assert found.proved_by is None
    assert found.dns == DnsLook(records=(record,))


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (OTHER.encode(), FileLook(status=200, line=OTHER)),
        (f"{LINE}\n{LINE}".encode(), FileLook(status=200, line=LINE)),
        (f"<!doctype html>\n{LINE}".encode(), FileLook(status=200, line="<!doctype html>")),
        (b"", FileLook(status=200)),
        (b"\xff\xfe\x00\x1b[31m\xe2\x80\xaered", FileLook(status=200, line="��[31mred")),
        (LINE.encode() + b" " * 300_000, FileLook(status=200, line=LINE)),
    ],
)
def test_another_file_proves_nothing_and_its_first_line_is_shown_cleaned(web, page, shown):
    web.serve(DOMAIN, {PATH: answer(page)})
    assert seen(web).file == shown


@pytest.mark.parametrize("to", ["https://hoster.example/proof", f"https://{DOMAIN}/proof"])
def test_a_redirect_proves_nothing_even_to_the_same_name(web, to):
    web.serve(DOMAIN, {PATH: redirect(to), "/proof": answer(LINE.encode())})
    web.serve("hoster.example", answer(LINE.encode()))
    assert seen(web).file == FileLook(status=302, location=to)
    assert web.paths("hoster.example") == []


def test_http_is_not_even_tried(web):
    web.serve(DOMAIN, http=answer(LINE.encode()))
    found = seen(web)
    assert found.file == FileLook(reason=Reason.REFUSED)
    assert web.requests == []


def test_a_certificate_of_somebody_else_proves_nothing(web, test_ca):
    context = test_ca.certificate("hoster.example").server_context()
    web.serve(DOMAIN, {PATH: answer(LINE.encode())}, context=context)
    assert seen(web).file == FileLook(reason=Reason.CERTIFICATE_NAME)


def test_addresses_inside_are_not_visited(web):
    web.serve(DOMAIN, {PATH: answer(LINE.encode())})
    assert seen(web, allow_networks=()).file == FileLook(reason=Reason.ADDRESS_REFUSED)
    assert web.requests == []


def test_what_cannot_be_asked_is_told_apart_from_nothing(web):
    assert seen(web).dns == DnsLook()
    web.lab.dns.fail(TXT)
    assert seen(web).dns == DnsLook(reason=Reason.DNS_FAILED)


def test_slow_ones_cost_no_more_than_the_deadline(web):
    web.lab.dns.silence(TXT)
    web.serve(DOMAIN, lambda peer: peer.drip(b"HTTP/1.1 200 OK\r\nX: y\r\n"))
    with OwnTime() as took:
        found = seen(web, deadline=1.0)
    assert took.seconds < 2
    assert found.proved_by is None
    assert found.dns.reason is Reason.DNS_FAILED


def test_a_domain_that_is_too_long_for_a_record_is_proved_by_a_file_only(web):
    long = ".".join(("x" * 60, "y" * 60, "z" * 60, "w" * 60, "example"))
    found = look(long, TOKEN, open_toolbox(web.lab.options(), None))
    assert (found.dns, found.file.reason) == (DnsLook(), Reason.NAME_NOT_FOUND)
