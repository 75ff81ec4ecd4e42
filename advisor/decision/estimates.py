"""Puts the estimates beside an advice: what they need to know of server, measurement and days kept."""

from dataclasses import dataclass, replace

from advisor.decision.facts import ServerFacts
from advisor.decision.keep_days import keep_days
from advisor.decision.measured import whole_months
from advisor.decision.recommendation import Recommendation
from advisor.decision.room import room_conditions
from advisor.estimate.estimate import estimate
from advisor.estimate.limits import known_limit
from advisor.estimate.situation import Situation
from advisor.questionnaire.answers import Answers
from advisor.settings.codes import Alternative
from probes.codes import Protocol
from probes.measurement import Measurement
from probes.results import ProbeReport


@dataclass(frozen=True, slots=True)
class Estimator:
    """What was seen of the server and of one mailbox, for all groups of a company alike."""

    facts: ServerFacts
    report: ProbeReport | None
    measurement: Measurement | None

    def add(self, advice: Recommendation, answers: Answers, mailboxes: int | None = None) -> Recommendation:
        """The advice with its estimates and what they ask for; none where neither protocol is advised.

        ``mailboxes``: those of a group.
        """
        if advice.native is not None:
            return advice
        seen = self.measurement
        situation = Situation(
            answers=answers,
            keep_days=self._days(advice, answers),
            mailboxes=mailboxes,
            months=whole_months(seen) if seen is not None else (),
            measured_at=seen.at if seen is not None else None,
            idle=self.facts.idle,
            login_delay=self.facts.login_delay,
            connection_limit=self._limit(),
        )
        found = estimate(situation)
        room = room_conditions(found, advice.recommended)
        return replace(advice, estimates=found, conditions=(*advice.conditions, *room))

    def _days(self, advice: Recommendation, answers: Answers) -> int | None:
        if advice.recommended is Alternative.POP3_KEEP:
            return advice.keep_days
        return keep_days(answers, self.facts).days

    def _limit(self) -> int | None:
        services = self.report.services if self.report is not None else ()
        imap = [one for one in services if one.protocol is Protocol.IMAP]
        words = (text for one in imap for text in (one.implementation, one.greeting) if text)
        return known_limit(self.facts.provider, words)
