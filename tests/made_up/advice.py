"""Made-up advice: IMAP, a kept copy, none at all, and the provider's own connection."""

from dataclasses import replace

from advisor.decision.codes import NativeReason
from advisor.decision.recommendation import Native, Ranked, Recommendation, Status
from advisor.settings.codes import Alternative, ReadingProtocol

IMAP = Recommendation(
    policy="test",
    status=Status.FIRM,
    qualifiers=(Status.FIRM,),
    protocol=ReadingProtocol.IMAP,
    protocol_confidence=0.9,
    recommended=Alternative.IMAP,
    form_confidence=0.8,
    keep_days=None,
    confidence=0.8,
    confidence_error=0.01,
    ranking=(
        Ranked(Alternative.IMAP, 0.9, 0.8, True),
        Ranked(Alternative.IMAP_ARCHIVE, 0.7, 0.1, True),
        Ranked(Alternative.POP3_KEEP, 0.6, 0.1, True),
        Ranked(Alternative.POP3_DELETE, None, None, False),
    ),
)
KEEP = replace(
    IMAP,
    protocol=ReadingProtocol.POP3,
    recommended=Alternative.POP3_KEEP,
    keep_days=28,
    confidence=0.6,
    ranking=(
        Ranked(Alternative.POP3_KEEP, 0.9, 0.6, True),
        Ranked(Alternative.IMAP, 0.7, 0.4, True),
        Ranked(Alternative.IMAP_ARCHIVE, None, None, False),
        Ranked(Alternative.POP3_DELETE, None, None, False),
    ),
)
NONE = replace(
    IMAP,
    status=Status.NOT_ENOUGH_INFORMATION,
    protocol=None,
    protocol_confidence=None,
    recommended=None,
    form_confidence=None,
    confidence=None,
    confidence_error=None,
)
NEITHER = replace(NONE, status=Status.FIRM, native=Native(NativeReason.GROUPWARE))
