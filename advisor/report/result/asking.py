"""Where the provider stands in the way: what is possible now, what would be better, and the letter that asks for it."""

from advisor.decision.codes import Ability
from advisor.decision.recommendation import Recommendation, Wished
from advisor.report.documents.server_report import ServerReport
from advisor.report.result.values import Asking
from advisor.report.server.letters import ability_letter
from advisor.report.texts import asking as texts
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.text import Language

_ENCRYPTION = (Ability.IMAP_ENCRYPTION, Ability.POP3_ENCRYPTION)


def asking(recommendation: Recommendation, server: ServerReport | None, name: str, language: Language) -> Asking | None:
    """The part about the provider; None where it can do all that is needed. ``name`` signs, else the domain does."""
    wished = recommendation.wished
    if wished is None:
        return None
    report = server.report if server is not None else None
    signed = name or (report.domain if report is not None else texts.NO_NAME.into(language))
    return Asking(
        now=_now(recommendation.recommended, language),
        better=_better(recommendation.recommended, wished, language),
        missing=tuple(texts.ABILITIES[one].into(language) for one in wished.missing),
        letter=ability_letter(wished.missing, report, signed, language),
    )


def _now(recommended: Alternative | None, language: Language) -> str:
    if recommended is None:
        return texts.NOTHING_NOW.into(language)
    return texts.NOW.into(language, way=ALTERNATIVES[recommended].name.into(language))


def _better(recommended: Alternative | None, wished: Wished, language: Language) -> str:
    if recommended is wished.recommended:
        first = any(one in _ENCRYPTION for one in wished.missing)
        return (texts.SAME_WAY_SAFE if first else texts.SAME_WAY).into(language)
    sentence = texts.POSSIBLE_THEN if recommended is None else texts.BETTER
    return sentence.into(language, way=ALTERNATIVES[wished.recommended].name.into(language))
