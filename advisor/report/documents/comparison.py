"""``mailweiche.comparison/1``: what changed between two reports of one domain."""

from pydantic import TypeAdapter

from advisor.report.compare.values import Comparison
from advisor.report.documents.envelope import Schema, plain, write
from advisor.report.documents.shapes import pairs_as_object

_ADAPTER = TypeAdapter(Comparison)


def write_comparison(comparison: Comparison) -> bytes:
    """The document; ``changes`` is empty where nothing changed."""
    body = plain(_ADAPTER, comparison)
    pairs_as_object(body["changes"], "params")
    return write(Schema.COMPARISON, body)
