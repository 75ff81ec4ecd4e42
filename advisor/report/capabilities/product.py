"""Which program a server runs, in words; recognised anew from the values, so that old reports gain it too."""

from collections.abc import Sequence

from advisor.report.cells import Cell, Tone
from advisor.report.texts.capabilities import words
from advisor.text import Language, Text
from probes.results import Service
from probes.services.product import Product, recognise
from probes.services.product_table import SeenIn

_HOW: dict[SeenIn, Text] = {
    SeenIn.IMPLEMENTATION: words.BY_NAME,
    SeenIn.GREETING: words.BY_GREETING,
    SeenIn.CAPABILITIES: words.BY_TOKENS,
}


def product_of(basis: Service, services: Sequence[Service] = ()) -> Product | None:
    """The program behind ``basis``; what it kept to itself, the same host may have said on another port."""
    others = (each for each in services if (each.host, each.protocol) == (basis.host, basis.protocol))
    found = (_recognised(each) for each in (basis, *others))
    return next((product for product in found if product is not None), None)


def product_cell(basis: Service, services: Sequence[Service], language: Language) -> Cell:
    """The program in words, with how we know; "not recognised" is an honest answer."""
    product = product_of(basis, services)
    if product is None:
        return Cell(words.NOT_RECOGNISED.into(language), Tone.NONE)
    name = f"{product.name} {product.version}" if product.version else product.name
    return Cell(_HOW[product.seen_in].into(language, product=name), Tone.NONE)


def _recognised(service: Service) -> Product | None:
    shown = service.capabilities
    tokens = (*(shown.after_login or ()), *(shown.after_tls or ()), *(shown.before_tls or ()))
    return recognise(service.protocol, service.greeting, service.implementation, tokens)
