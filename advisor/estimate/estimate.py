"""All estimates of one company or group, as far as its answers, the server and a measurement allow."""

from advisor.estimate import load, storage
from advisor.estimate.cases import THREE, Cases
from advisor.estimate.codes import Currency, FigureCode, Fit, InputCode, Source
from advisor.estimate.figures import FigureWriter
from advisor.estimate.inputs import Inputs, inputs_of
from advisor.estimate.situation import Situation
from advisor.estimate.values import AlternativeEstimate, Days, Estimates, Figure, Range, bounded
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative

MOST_POINTS = 12
"""More points in time than this are more than a table can be read with."""


def estimate(situation: Situation) -> Estimates:
    """The estimates. The same situation always gives the same; nothing here depends on the day."""
    inputs = inputs_of(situation)
    cases = Cases(inputs)
    end = inputs[InputCode.YEARS].value.likely
    years = points(end) if situation.mailboxes is None else (0.0, end)  # of a group, no picture is drawn
    return Estimates(
        measured_at=situation.measured_at if Key.STORAGE_GB_USED in situation.answers.measured else None,
        currency=currency(situation.answers),
        inputs=tuple(inputs[code] for code in InputCode if code in inputs),
        years=years,
        fit=fit(inputs),
        figures=_common(cases, brings=_brings_mail(situation.answers)),
        alternatives=tuple(_alternative(one, cases, years, idle=situation.idle is not False) for one in Alternative),
    )


def points(years: float) -> tuple[float, ...]:
    """The points in time up to ``years``: whole years, or steps of them, the last point included."""
    step = 1
    while years / step > MOST_POINTS - 1:
        step += 1
    whole = tuple(float(year) for year in range(0, int(years) + 1, step))
    return whole if whole[-1] == years else (*whole, years)


def currency(answers: Answers) -> Currency:
    """The money of the country; where it is unknown, of ours."""
    return Currency.CHF if answers.code(Key.COUNTRY) in ("CH", None) else Currency.EUR


def fit(inputs: Inputs) -> Fit:
    """Whether today's mail with room for a change fits. Nobody's guess of today's mail says so."""
    used, quota = inputs[InputCode.USED_GB], inputs.get(InputCode.QUOTA_GB)
    if quota is None or used.source is Source.ASSUMED:
        return Fit.UNKNOWN
    if load.room_gb(used.value.high) <= quota.value.low:
        return Fit.FITS
    return Fit.DOES_NOT_FIT if load.room_gb(used.value.low) > quota.value.high else Fit.PERHAPS


def _brings_mail(answers: Answers) -> bool:
    """Whether old mail may have to be brought to the server: "don't know" counts as yes."""
    on_server = answers.code(Key.MAIL_LOCATION) in ("server", "new")
    return not (on_server and answers.code(Key.LOCAL_ONLY_MAIL) == "none")


def _common(cases: Cases, *, brings: bool) -> tuple[Figure, ...]:
    used, line = InputCode.USED_GB, (InputCode.UPLOAD_MBIT, InputCode.UPLOAD_EFFICIENCY)
    others = (InputCode.MAILBOXES, InputCode.OTHERS_SHARE)

    def hours(case: int, mailboxes: float) -> float:
        mbit, efficiency = (cases.turned(code, case) for code in line)
        return load.upload_hours(bounded(cases.of(used, case) * mailboxes), mbit, efficiency)

    def as_biggest(case: int) -> float:
        count, share = (cases.of(code, case) for code in others)
        return 1 + max(0.0, count - 1) * share

    room = cases.figure(FigureCode.ROOM_GB, lambda case: load.room_gb(cases.of(used, case)), used)
    if not brings:
        return (room,)
    return (
        room,
        cases.figure(FigureCode.UPLOAD_HOURS, lambda case: hours(case, 1), used, *line),
        cases.figure(FigureCode.UPLOAD_ALL_HOURS, lambda case: hours(case, as_biggest(case)), used, *others, *line),
    )


def _alternative(
    alternative: Alternative, cases: Cases, years: tuple[float, ...], *, idle: bool
) -> AlternativeEstimate:
    boxes = [cases.mailbox(case) for case in THREE]
    over_time = (storage.server_gb, storage.local_gb)
    server, local = (tuple(Range(*(of(alternative, box, at) for box in boxes)) for at in years) for of in over_time)
    return AlternativeEstimate(
        alternative=alternative,
        server_gb=server,
        local_gb=local,
        full_days=_full_days(alternative, cases),
        figures=FigureWriter(alternative, cases, idle=idle).figures(),
    )


def _full_days(alternative: Alternative, cases: Cases) -> Days | None:
    """Most mail into the smallest quota fills it soonest."""
    quota = InputCode.QUOTA_GB
    if quota not in cases:
        return None
    latest, likely, soonest = (
        storage.full_after_days(alternative, cases.mailbox(case), cases.turned(quota, case)) for case in THREE
    )
    return Days(soonest, likely, latest)
