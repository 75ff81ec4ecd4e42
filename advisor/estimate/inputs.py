"""The inputs of the estimates: measured wins over stated, stated over the class of an answer, that over defaults."""

from collections.abc import Iterator

from advisor.estimate import assumptions
from advisor.estimate.codes import InputCode, Source
from advisor.estimate.limits import USUAL
from advisor.estimate.situation import Situation
from advisor.estimate.values import Input, Range, bounded
from advisor.questionnaire.schema import Key
from probes.measurement import Month

Inputs = dict[InputCode, Input]
Spread = tuple[float, float, float]

_MONTHS_A_YEAR = 12
_BYTES_PER_GB = 1e9
_KB_PER_GB = 1e6


def inputs_of(situation: Situation) -> Inputs:
    """Every input by its code; the quota is missing where nobody knows it, readers where no address is shared."""
    found: Inputs = {}
    for one in (*_mail(situation), *_space(situation), *_people(situation), *_stay(situation), *_line(situation)):
        found[one.code] = one
    growth = _growth(situation, found)
    always = {code: _assumed(code, value) for code, value in assumptions.ALWAYS.items()}
    return {**always, **found, growth.code: growth}


def _mail(situation: Situation) -> Iterator[Input]:
    spread = _spread([month.messages for month in _months(situation)]) or assumptions.STATED_AMOUNT
    yield _amount(situation, InputCode.MAILS_PER_DAY, Key.MAILS_PER_DAY, assumptions.MAILS_PER_DAY, spread)
    sizes = (1.0, 1.0, 1.0) if Key.AVERAGE_KB in situation.answers.measured else assumptions.STATED_AMOUNT
    yield _amount(situation, InputCode.MAIL_KB, Key.AVERAGE_KB, assumptions.MAIL_KB, sizes)


def _growth(situation: Situation, found: Inputs) -> Input:
    """Measured months as they were; else mails × size × working days."""
    sizes = [month.bytes for month in _months(situation)]
    spread = _spread(sizes)
    if spread is not None:
        a_year = sum(sizes) / len(sizes) * _MONTHS_A_YEAR / _BYTES_PER_GB
        return Input(InputCode.GROWTH_GB, _scaled(a_year, spread), Source.MEASURED)
    mails, size = found[InputCode.MAILS_PER_DAY], found[InputCode.MAIL_KB]
    low, likely, high = (
        bounded(count * kb * assumptions.WORKING_DAYS / _KB_PER_GB)
        for count, kb in zip(mails.value.three, size.value.three, strict=True)
    )
    return Input(InputCode.GROWTH_GB, Range(low, likely, high), max(mails.source, size.source, key=list(Source).index))


def _space(situation: Situation) -> Iterator[Input]:
    answers = situation.answers
    if answers.number(Key.STORAGE_GB_USED) is None and answers.code(Key.MAIL_LOCATION) == "new":
        yield Input(InputCode.USED_GB, Range(0, 0, 0), Source.ANSWERED)
    else:
        yield (
            _exact(situation, InputCode.USED_GB, Key.STORAGE_GB_USED)
            or _class(situation, InputCode.USED_GB, Key.LARGEST_MAILBOX, assumptions.USED_CLASSES)
            or _assumed(InputCode.USED_GB, assumptions.USED_GB)
        )
    quota = _exact(situation, InputCode.QUOTA_GB, Key.QUOTA_GB) or _class(
        situation, InputCode.QUOTA_GB, Key.QUOTA, assumptions.QUOTA_CLASSES
    )
    if quota is not None:
        yield quota
    years = _exact(situation, InputCode.YEARS, Key.YEARS) or _assumed(InputCode.YEARS, _point(assumptions.YEARS))
    yield Input(years.code, _point(_within_horizon(years.value.likely)), years.source)


def _people(situation: Situation) -> Iterator[Input]:
    devices = _class(situation, InputCode.DEVICES, Key.DEVICES, assumptions.DEVICES_CLASSES) or _assumed(
        InputCode.DEVICES, assumptions.DEVICES
    )
    yield devices
    yield Input(InputCode.COPIES, Range(1, 1, devices.value.high), Source.ASSUMED)
    yield Input(InputCode.READ_COPIES, Range(0.5, 1, max(1, devices.value.high)), Source.ASSUMED)
    people = _exact(situation, InputCode.MAILBOXES, Key.PEOPLE)
    mailboxes = _mailboxes(situation, people)
    yield mailboxes
    total = _exact(situation, InputCode.DEVICES_TOTAL, Key.DEVICES_TOTAL) if situation.mailboxes is None else None
    heads = people.value.likely if people is not None and situation.mailboxes is None else mailboxes.value.likely
    yield total or Input(InputCode.DEVICES_TOTAL, _times(devices.value, heads), Source.ASSUMED)
    if situation.answers.code(Key.SHARED_ADDRESSES) != "none":
        yield _readers(situation, people)
    yield _limit(situation)


def _mailboxes(situation: Situation, people: Input | None) -> Input:
    if situation.mailboxes is not None:
        return Input(InputCode.MAILBOXES, _point(situation.mailboxes), Source.STATED)
    stated = _exact(situation, InputCode.MAILBOXES, Key.MAILBOXES)
    return stated or _assumed(InputCode.MAILBOXES, people.value if people is not None else _point(1))


def _readers(situation: Situation, people: Input | None) -> Input:
    """Of "4 or more" the stated number of people is the likely upper end: all may read it."""
    found = _class(situation, InputCode.READERS, Key.SHARED_ADDRESSES, assumptions.READERS_CLASSES)
    if found is None:
        return _assumed(InputCode.READERS, assumptions.READERS)
    if people is None or situation.answers.code(Key.SHARED_ADDRESSES) != "many":
        return found
    everybody = max(people.value.likely, found.value.low)
    return Input(found.code, Range(found.value.low, min(found.value.likely, everybody), everybody), found.source)


def _limit(situation: Situation) -> Input:
    if situation.connection_limit is None:
        return _assumed(InputCode.CONNECTION_LIMIT, USUAL)
    return Input(InputCode.CONNECTION_LIMIT, _point(situation.connection_limit), Source.KNOWN)


def _stay(situation: Situation) -> Iterator[Input]:
    if situation.keep_days is not None:
        yield Input(InputCode.KEEP_DAYS, _point(situation.keep_days), Source.KNOWN)
    absence = situation.answers.number(Key.LONGEST_ABSENCE_DAYS)
    longest = max(1.0, assumptions.LONGEST_GAP_DAYS if absence is None else absence)
    gap = Range(1, min(assumptions.USUAL_GAP_DAYS, longest), longest)
    yield Input(InputCode.GAP_DAYS, gap, Source.ASSUMED if absence is None else Source.STATED)


def _line(situation: Situation) -> Iterator[Input]:
    upload = _exact(situation, InputCode.UPLOAD_MBIT, Key.UPLOAD_MBIT)
    yield upload or _assumed(InputCode.UPLOAD_MBIT, assumptions.UPLOAD_MBIT)
    if situation.login_delay is not None:
        yield _no_sooner(situation.login_delay)
    rate = _exact(situation, InputCode.HOURLY_RATE, Key.HOURLY_RATE)
    yield rate or _assumed(InputCode.HOURLY_RATE, assumptions.HOURLY_RATE)


def _no_sooner(seconds: int) -> Input:
    """Minutes between two visits, none sooner than the server wants (RFC 2449 section 6.5)."""
    usual, wanted = assumptions.ALWAYS[InputCode.POLL_MINUTES], seconds / 60
    low, likely, high = (max(minutes, wanted) for minutes in usual.three)
    return Input(InputCode.POLL_MINUTES, Range(low, likely, high), Source.KNOWN)


def _months(situation: Situation) -> tuple[Month, ...]:
    """The measured months, where they are what counts: a group's own figures win over them."""
    return situation.months if Key.MAILS_PER_DAY in situation.answers.measured else ()


def _spread(figures: list[int]) -> Spread | None:
    """Mean of the quieter half, mean, and mean of the busier half, as parts of the mean; None without figures."""
    total = sum(figures)
    if not total:
        return None
    ordered = sorted(figures)
    half = (len(ordered) + 1) // 2
    mean = total / len(ordered)
    return sum(ordered[:half]) / half / mean, 1.0, sum(ordered[-half:]) / half / mean


def _amount(situation: Situation, code: InputCode, key: Key, usual: Range, spread: Spread) -> Input:
    stated = situation.answers.number(key)
    return _assumed(code, usual) if stated is None else Input(code, _scaled(stated, spread), _source(situation, key))


def _exact(situation: Situation, code: InputCode, key: Key) -> Input | None:
    """A figure as it was measured or stated, None without one."""
    stated = situation.answers.number(key)
    return None if stated is None else Input(code, _point(stated), _source(situation, key))


def _class(situation: Situation, code: InputCode, key: Key, classes: dict[str, Range]) -> Input | None:
    answer = situation.answers.code(key)
    value = classes.get(answer) if answer is not None else None
    return None if value is None else Input(code, value, Source.ANSWERED)


def _assumed(code: InputCode, value: Range) -> Input:
    return Input(code, value, Source.ASSUMED)


def _source(situation: Situation, key: Key) -> Source:
    return Source.MEASURED if key in situation.answers.measured else Source.STATED


def _point(figure: float) -> Range:
    figure = bounded(figure)
    return Range(figure, figure, figure)


def _scaled(figure: float, spread: Spread) -> Range:
    low, likely, high = (bounded(figure * part) for part in spread)
    return Range(low, likely, high)


def _times(value: Range, factor: float) -> Range:
    return Range(bounded(value.low * factor), bounded(value.likely * factor), bounded(value.high * factor))


def _within_horizon(years: float) -> float:
    return min(max(years, assumptions.SHORTEST_YEARS), assumptions.LONGEST_YEARS)
