"""``mailweiche.recommendation/1``: the advice with the fingerprints of what it was drawn from."""

from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter

from advisor.decision.recommendation import Recommendation
from advisor.report.documents.envelope import Object, Schema, into, plain, read, write
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.shapes import pairs_as_object, pairs_from_object


@dataclass(frozen=True, slots=True)
class Inputs:
    """SHA-256 of the documents that the advice rests on; None where there was none."""

    answers_sha256: str
    report_sha256: str | None = None
    measure_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class StoredRecommendation:
    """The advice, when it was given and from what. ``created_at`` is aware."""

    created_at: datetime
    inputs: Inputs
    recommendation: Recommendation


_ADAPTER = TypeAdapter(StoredRecommendation)


def read_recommendation(data: bytes) -> StoredRecommendation:
    """The checked advice. Raises ``DocumentError``."""
    body = read(data, Schema.RECOMMENDATION)
    header = {"created_at": body.pop("created_at", None), "inputs": body.pop("inputs", None)}
    return into(_ADAPTER, {**header, "recommendation": _nested(body, "")})


def write_recommendation(stored: StoredRecommendation) -> bytes:
    """The document in the flat form of its contract. Raises ``ValueError`` for a time without a zone."""
    if stored.created_at.tzinfo is None:
        raise ValueError("created_at needs a time zone")
    body = plain(_ADAPTER, stored)
    created_at = stored.created_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    flat = _flat(body["recommendation"])
    return write(Schema.RECOMMENDATION, {"created_at": created_at, "inputs": body["inputs"], **flat})


def _flat(recommendation: Object) -> Object:
    pairs_as_object(recommendation["flips"], "changes")
    pairs_as_object(recommendation["conditions"], "params")
    if recommendation["override"] is not None:
        pairs_as_object(recommendation["override"]["conditions"], "params")
    groups = [{"name": group["name"], **_flat(group["recommendation"])} for group in recommendation["groups"]]
    return {**recommendation, "groups": groups}


def _nested(body: Object, place: str) -> Object:
    pairs_from_object(body.get("flips"), "changes", f"{place}flips")
    pairs_from_object(body.get("conditions"), "params", f"{place}conditions")
    override = body.get("override")
    if isinstance(override, dict) and "conditions" in override:
        pairs_from_object(override["conditions"], "params", f"{place}override.conditions")
    groups = body.get("groups")
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise DocumentError(Problem.WRONG_VALUE, place=f"{place}groups", value=groups)
    return {**body, "groups": [_named(group, f"{place}groups.{number}.") for number, group in enumerate(groups)]}


def _named(group: Object, place: str) -> Object:
    return {"name": group.pop("name", None), "recommendation": _nested(group, place)}
