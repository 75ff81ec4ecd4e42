"""Why this advice: three reasons from the person's own answers, one honest counter-reason, and the form's own line."""

from collections.abc import Iterable

from advisor.decision.codes import NativeReason, Rule
from advisor.decision.recommendation import AnswerRef, Argument, Exclusion, Ranked, Recommendation
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.report.cells import Cell, Tone, judged
from advisor.report.documents.server_report import ServerReport
from advisor.report.result.answers import from_server, quote, shown_by_server
from advisor.report.result.shares import form_share, rank_share
from advisor.report.result.values import AnswerLine, Form, Option, Reason
from advisor.report.texts.alternatives import ALTERNATIVES, KEEP_DAYS, KEEP_FOR_EVER
from advisor.report.texts.criteria import CRITERIA
from advisor.report.texts.native import NATIVE_REASONS
from advisor.report.texts.rules import exclusion_sentence
from advisor.report.texts.sentences import FORM_ONLY_ONE, REASON_FOR_EVERYONE, REASON_UNANSWERED, RULE_UNANSWERED
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import Language, Text
from probes.codes import Protocol

MOST_REASONS = 3
WORTH_SAYING = 0.1  # of the strongest reason; what weighs less reads as an oddity, not as a reason

_WHY_NOT = {
    ReadingProtocol.IMAP: Text("Warum nicht beim Anbieter lesen (IMAP)?", "Why not read at the provider (IMAP)?"),
    ReadingProtocol.POP3: Text("Warum nicht abholen (POP3)?", "Why not fetch (POP3)?"),
}
_COMPARED = Text("Verglichen mit dem nächstbesten Weg: {other}.", "Compared with the next best way: {other}.")
_COMPARED_AFTER_RULE = Text(
    "Erst die Regel; danach der Vergleich mit dem nächstbesten Weg: {other}.",
    "First the rule; then the comparison with the next best way: {other}.",
)
_COMPARED_FORM = Text("Verglichen mit der anderen Form: {other}.", "Compared with the other form: {other}.")
_ADVISED = Text("Empfohlen", "Advised")
_DECIDED = Text("Entschieden", "Decided")
_POSSIBLE = Text("Möglich", "Possible")
_NOT_COMPARED = Text("Nicht verglichen", "Not compared")
_WHY_NOT_LABEL = Text("Warum nicht:", "Why not:")
_RULED_OUT = Text("Scheidet aus", "Ruled out")


class ReasonWriter:
    """Writes the statements of one recommendation in one language, quoting answers and server check."""

    def __init__(
        self, recommendation: Recommendation, answers: Answers, server: ServerReport | None, language: Language
    ) -> None:
        self._recommendation = recommendation
        self._answers = answers
        self._server = server
        self._language = language

    def reasons(self) -> tuple[Reason, ...]:
        """The first three: what takes the other protocol out altogether, then what rests on the person's answers."""
        if self._recommendation.native is not None:
            return (self._native(NativeReason(self._recommendation.native.reason)),)
        return (*self._exclusions_of_other_protocol(), *self._for(self._recommendation.reasons))[:MOST_REASONS]

    def counter_reason(self) -> Reason | None:
        """What speaks most strongly against the advice; None where nothing does."""
        against = self._recommendation.counter_reasons
        return self._argued(against[0], against=True) if against else None

    def compared_with(self) -> str | None:
        """The way that the reasons argue against; None where nothing was compared."""
        other = self._recommendation.against
        if other is None:
            return None
        sentence = _COMPARED_AFTER_RULE if any(self._exclusions_of_other_protocol()) else _COMPARED
        return sentence.into(self._language, other=ALTERNATIVES[other].name.into(self._language))

    def form(self) -> Form | None:
        """The line about the form of the advised protocol; None where no protocol is advised."""
        advised = self._recommendation.recommended
        if advised is None:
            return None
        texts = ALTERNATIVES[advised]
        share = form_share(self._recommendation, self._language)
        only_one = None if share else FORM_ONLY_ONE.into(self._language)
        title, text = texts.verdict.into(self._language), self._form_text(advised)
        return Form(title, text, self._other_form(advised), self._form_reason(), share, only_one)

    def options(self) -> tuple[Option, ...]:
        """Every way to read mail, the advised one first, the ruled-out ones last."""
        return tuple(self._option(row) for row in sorted(self._recommendation.ranking, key=self._order))

    def _native(self, reason: NativeReason) -> Reason:
        texts = NATIVE_REASONS[reason]
        refs = (AnswerRef(Key.GROUPWARE, self._answers.get(Key.GROUPWARE)),) if reason is NativeReason.GROUPWARE else ()
        lines = quote(refs, self._answers, self._language)
        return Reason(texts.title.into(self._language), texts.text.into(self._language), lines)

    def _for(self, arguments: Iterable[Argument]) -> list[Reason]:
        """What speaks for the advice: first what rests on the person's own answers, the strongest first."""
        speaking = [one for one in arguments if one.contribution > 0]
        strongest = max((one.contribution for one in speaking), default=0.0)
        worth = [one for one in speaking if one.contribution >= WORTH_SAYING * strongest]
        found = [self._argued(one, against=False) for one in worth]
        return sorted(found, key=lambda reason: not any(line.known for line in reason.answers))

    def _argued(self, argument: Argument, *, against: bool) -> Reason:
        texts = CRITERIA[argument.criterion]
        sentence = texts.speaks_against if against else texts.speaks_for
        lines = quote(argument.answers, self._answers, self._language)
        remark = self._remark(lines, REASON_UNANSWERED) if lines else REASON_FOR_EVERYONE.into(self._language)
        seen = shown_by_server(argument.facts, self._language)
        return Reason(texts.name.into(self._language), sentence.into(self._language), (*lines, *seen), remark)

    def _remark(self, lines: tuple[AnswerLine, ...], unanswered: Text) -> str | None:
        """Says plainly when a statement rests on open questions only."""
        return unanswered.into(self._language) if lines and not any(line.known for line in lines) else None

    def _exclusions_of_other_protocol(self) -> Iterable[Reason]:
        """One statement per rule; empty where a form of the other protocol is still possible."""
        advised = self._recommendation.recommended
        others = [
            row for row in self._recommendation.ranking if advised and row.alternative.protocol != advised.protocol
        ]
        if any(row.feasible for row in others):
            return
        told: set[Text] = set()
        for row in others:
            for exclusion in row.excluded_by[:1]:
                sentence = exclusion_sentence(exclusion)
                if sentence not in told:
                    told.add(sentence)
                    yield self._rule(exclusion, row, _WHY_NOT[row.alternative.protocol])

    def _rule(self, exclusion: Exclusion, row: Ranked, title: Text) -> Reason:
        lines = quote(exclusion.because, self._answers, self._language) or self._seen(exclusion, row)
        remark = self._remark(lines, RULE_UNANSWERED)
        lines = (*lines, *shown_by_server(exclusion.facts, self._language))
        return Reason(title.into(self._language), exclusion_sentence(exclusion).into(self._language), lines, remark)

    def _seen(self, exclusion: Exclusion, row: Ranked) -> tuple[AnswerLine, ...]:
        """What the server check says, where it and no answer made the rule fire."""
        if self._server is None or exclusion.rule != Rule.E3:
            return ()
        protocol = Protocol(row.alternative.protocol)
        return (from_server(judged(self._server.report.offers.of(protocol), self._language).text, self._language),)

    def _form_text(self, advised: Alternative) -> str:
        if advised is Alternative.IMAP:
            return ""  # the line above says it all
        description = ALTERNATIVES[advised].description.into(self._language)
        if advised is not Alternative.POP3_KEEP:
            return description
        days = self._recommendation.keep_days
        kept = KEEP_FOR_EVER.into(self._language) if days is None else KEEP_DAYS.into(self._language, days=days)
        return f"{description} {kept}"

    def _other_form(self, advised: Alternative) -> str | None:
        rivals = [
            row
            for row in self._recommendation.ranking
            if row.feasible and row.alternative.protocol is advised.protocol and row.alternative is not advised
        ]
        if not rivals:
            return None
        best = max(rivals, key=lambda row: row.value or 0)
        return _COMPARED_FORM.into(self._language, other=ALTERNATIVES[best.alternative].name.into(self._language))

    def _form_reason(self) -> Reason | None:
        """The strongest reason for the form that has not been told yet; nothing is told twice of the same two ways."""
        told = self.reasons()
        found = self._for(self._recommendation.form_reasons)
        against = self._recommendation.against
        same = against is not None and against.protocol is self._recommendation.protocol
        return next((one for one in found if one not in told), None if same or not found else found[0])

    def _option(self, row: Ranked) -> Option:
        texts = ALTERNATIVES[row.alternative]
        compared = (exclusion for exclusion in row.excluded_by if exclusion.rule != Rule.NATIVE)
        rules = tuple(self._rule(exclusion, row, _WHY_NOT_LABEL) for exclusion in compared)
        name, meaning = texts.name.into(self._language), texts.description.into(self._language)
        return Option(row.alternative, name, meaning, self._state(row), rank_share(row, self._language), rules)

    def _state(self, row: Ranked) -> Cell:
        decision = self._recommendation.decision
        if decision is not None and row.alternative is decision.to:
            return Cell(_DECIDED.into(self._language), Tone.GOOD)
        if row.alternative is self._recommendation.recommended:
            return Cell(_ADVISED.into(self._language), Tone.GOOD)
        if row.feasible:
            return Cell(_POSSIBLE.into(self._language), Tone.NONE)
        if self._recommendation.native is not None:
            return Cell(_NOT_COMPARED.into(self._language), Tone.NONE)
        return Cell(_RULED_OUT.into(self._language), Tone.BAD)

    def _order(self, row: Ranked) -> tuple[bool, bool, float]:
        advised = row.alternative is self._recommendation.recommended
        return not advised, not row.feasible, -(row.value or 0)
