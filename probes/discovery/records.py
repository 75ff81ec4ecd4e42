"""One question to the DNS as a step of a source: records, whether they were validated, and the evidence of both."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from probes.cleaning import clean
from probes.codes import Reason
from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError
from probes.resolver import Answered
from probes.results import Evidence
from probes.toolbox import Toolbox

NO_RECORD = "no_record"
_Record = TypeVar("_Record")
Question = Callable[[str, Deadline], Answered[_Record]]


@dataclass(frozen=True, slots=True)
class Reply(Generic[_Record]):
    """``evidence`` holds one step for each record, in the same order, or the single step that found none.

    ``cut``: there were more records than these.
    """

    evidence: tuple[Evidence, ...]
    records: tuple[_Record, ...] = ()
    dnssec: bool = False
    reason: Reason | None = None
    cut: bool = False


def ask(
    question: Question[_Record], name: str, kind: str, tools: Toolbox, shown: Callable[[_Record], str] = str
) -> Reply[_Record]:
    """Ask for the records of ``name``; ``shown`` writes one as it stands in a zone. Raises ``CancelledError``."""
    try:
        answer = question(name, tools.deadline)
    except (DnsFailedError, NameNotFoundError) as error:
        return Reply((Evidence(tools.at, record=f"{name}. {kind}", status=error.reason.value),), reason=error.reason)
    if not answer.records:
        return Reply((Evidence(tools.at, record=f"{name}. {kind}", status=NO_RECORD, dnssec=answer.dnssec),))
    texts = (clean(f"{name}. {kind} {shown(record)}") for record in answer.records)
    evidence = tuple(Evidence(tools.at, record=text, dnssec=answer.dnssec) for text in texts)
    return Reply(evidence, answer.records, answer.dnssec, cut=answer.cut)
