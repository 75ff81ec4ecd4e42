"""What the estimates need to know of one company or group, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from advisor.questionnaire.answers import Answers
from probes.measurement import Month


@dataclass(frozen=True, slots=True)
class Situation:
    """``answers``: with measured figures in the place of stated ones. ``mailboxes``: those of a group, None for the
    company's own word. ``keep_days``: how long a kept copy stays, None without end. ``months``: the whole months that
    were measured, ``measured_at`` when. ``idle``: whether the server pushes new mail, None where nobody has seen it.
    ``login_delay``: seconds that it wants between two visits. ``connection_limit``: connections at once per user and
    internet address, where the server is known.
    """

    answers: Answers
    keep_days: int | None
    mailboxes: int | None = None
    months: tuple[Month, ...] = ()
    measured_at: datetime | None = None
    idle: bool | None = None
    login_delay: int | None = None
    connection_limit: int | None = None
