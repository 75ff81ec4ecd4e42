"""What an operator has promised to leave alone gets no packet, whatever else is allowed."""

import pytest

from probes.deadline import Deadline
from probes.errors import AddressRefusedError
from probes.guard import AddressGuard
from probes.hosts import HostBook
from probes.options import ProbeOptions
from probes.refusal import refusal_of, unless_refused
from probes.runner import run
from probes.target import Target, TargetError, TargetProblem, parse_target

LIST = ("firma.example", "*.andere.example", "käserei.example", "192.0.2.0/24", "2001:db8::/32", "198.51.100.7")


@pytest.mark.parametrize(
    ("name", "covered"),
    [
        ("firma.example", True),
        ("mail.firma.example", True),
        ("MAIL.Firma.Example", True),
        ("meinefirma.example", False),
        ("example", False),
        ("andere.example", True),
        ("xn--kserei-bua.example", True),
    ],
)
def test_a_domain_covers_everything_under_it(name, covered) -> None:
    assert refusal_of(LIST).covers(name) is covered


def test_a_refused_target_is_an_error_of_its_own_before_anything_is_asked() -> None:
    target = parse_target("info@mail.firma.example")
    for attempt in (
        lambda: unless_refused(target, LIST),
        lambda: run(target, ProbeOptions(refuse=LIST, nameservers=("192.0.2.53",))),
    ):
        with pytest.raises(TargetError) as caught:
            attempt()
        assert caught.value.problem is TargetProblem.REFUSED
    other = Target("frei.example", "frei.example")
    assert unless_refused(other, LIST) is other


class NoDns:
    def addresses(self, *_: object) -> object:
        raise AssertionError("asked")


def test_a_refused_host_is_not_even_looked_up() -> None:
    book = HostBook(NoDns(), AddressGuard.of((), LIST))
    with pytest.raises(AddressRefusedError):
        book.find("imap.firma.example", Deadline(1))


@pytest.mark.parametrize("text", ["192.0.2.9", "::ffff:192.0.2.9", "64:ff9b::c000:209", "2001:db8::1", "198.51.100.7"])
def test_a_refused_network_is_closed_in_every_form_also_where_an_operator_opened_it(text) -> None:
    guard = AddressGuard(AddressGuard.of(("0.0.0.0/0", "::/0")).allowed, lambda _: False, refusal_of(LIST))
    with pytest.raises(AddressRefusedError):
        guard.judge(text)
    assert str(guard.judge("203.0.113.1")) == "203.0.113.1"


@pytest.mark.parametrize("text", ["no domain", "", "192.0.2.0/99"])
def test_a_list_that_cannot_be_read_is_an_error_of_the_operator(text) -> None:
    with pytest.raises(ValueError, match=r".+"):
        refusal_of((text,))
