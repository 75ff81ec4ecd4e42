"""How sure the advice is while the questions go on, and what could still change it, in plain sentences."""

from dataclasses import dataclass
from math import ceil

from flask_babel import ngettext

from advisor.report.result.shares import as_percent
from advisor.web.i18n import gettext
from advisor.web.question_way import Way


@dataclass(frozen=True, slots=True)
class Sureness:
    """``now``: how sure the advice is; ``still``: what could change it. ``done``: nothing is left to ask about it.

    ``about``: roughly how many questions are left until then.
    """

    now: str
    still: str
    done: bool
    about: int


def sureness(way: Way) -> Sureness:
    """The sentences for this way."""
    return Sureness(_now(way), _still(way), done=not way.journey.deciding(), about=questions_left(way))


def questions_left(way: Way) -> int:
    """Roughly how many questions are left until nothing open changes the recommendation.

    Those that change it alone are all asked; of those that matter only together, about half, as the others drop out on
    the way (simulated companies, ``benchmarks/adaptive.py``).
    """
    open_keys = {key for page in way.journey.deciding() for key in way.journey.keys_on(page)}
    alone = len(open_keys.intersection(way.standing.turning))
    return alone + ceil((len(way.journey.deciding()) - alone) / 2) if open_keys else 0


def _now(way: Way) -> str:
    confidence = way.standing.confidence
    if confidence is None:
        sentence: str = gettext("It is not enough for a recommendation yet.")
    elif confidence == 1:
        sentence = gettext("So far everything speaks for one way.")
    else:
        sentence = gettext("How sure we are now: %(percent)s%%.", percent=as_percent(confidence))
    return sentence


def _still(way: Way) -> str:
    """What single answers could change; then whether it is proven that several together cannot."""
    count = len(way.standing.turning)
    if count and way.journey.deciding():
        sentence: str = ngettext(
            "%(num)s open answer could still change the recommendation.",
            "%(num)s open answers could still change the recommendation.",
            count,
        )
    elif count:
        sentence = ngettext(
            "%(num)s answer that you do not know could still change the recommendation.",
            "%(num)s answers that you do not know could still change the recommendation.",
            count,
        )
    elif way.standing.deciding:
        sentence = gettext(
            "No single open answer changes the way that we recommend. That several together change nothing is not "
            "proven."
        )
    else:
        sentence = gettext("Done: no open answer changes the way that we recommend, not even several together.")
    return sentence
