"""The picture of storage over time: points, marks and names at the ends of lines. The template only places them."""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from advisor.estimate.values import AlternativeEstimate, Estimates, Range
from advisor.report.estimates.figures import Figures
from advisor.report.estimates.values import Chart, Label, Line
from advisor.text import Text

WIDTH, HEIGHT = 340, 220
LEFT, RIGHT, TOP, BOTTOM = 52.0, 272.0, 14.0, 188.0
_APART = 15.0  # between two names at line ends
_MARKS = 4
_SERVER = Text("Anbieter", "Provider")
_LOCAL = Text("Geräte", "Devices")
_QUOTA = Text("Grenze", "Limit")
_TITLE = Text("Platzbedarf: {way}", "Space needed: {way}")
_SUMMARY = Text(
    "Nach {years}: beim Anbieter {server}, auf den Geräten {local}.",
    "After {years}: at the provider {server}, on the devices {local}.",
)
_YEARS = Text("{years} Jahren", "{years} years")
_ONE_YEAR = Text("einem Jahr", "one year")
_AXIS_END = Text("{year} J.", "{year} y.")


def period(years: float, figures: Figures) -> str:
    """A number of years inside a sentence: "nach zehn Jahren"."""
    return (_ONE_YEAR if years == 1 else _YEARS).into(figures.language, years=figures.number(years))


@dataclass(frozen=True, slots=True)
class Scale:
    """From GB and years to the picture. All pictures of a page share one, so that they can be compared."""

    top_gb: float
    step_gb: float
    years: float

    @classmethod
    def of(cls, found: Estimates, quota: Range | None) -> "Scale":
        """High enough for every likely line and for a quota that is near; a wide band may be cut off."""
        lines = [each.likely for one in found.alternatives for each in (*one.server_gb, *one.local_gb)]
        most = max(*lines, 1e-6)
        if quota is not None and quota.likely <= 2.5 * most:
            most = max(most, quota.likely)
        step = _round_step(most * 1.08 / _MARKS)
        return cls(step * ceil(most * 1.08 / step), step, found.years[-1])

    def x(self, years: float) -> float:
        """Where a point in time lies."""
        return round(LEFT + (RIGHT - LEFT) * years / self.years, 1)

    def y(self, gigabytes: float) -> float:
        """Where an amount lies; what is beyond the picture at its edge."""
        return round(BOTTOM - (BOTTOM - TOP) * min(gigabytes / self.top_gb, 1.0), 1)


def chart(
    one: AlternativeEstimate, found: Estimates, scale: Scale, quota: Range | None, way: str, write: Figures
) -> Chart:
    """The picture of one alternative."""
    years = found.years
    lines = [
        ("server", _points(scale, years, one.server_gb), _SERVER, one.server_gb[-1].likely),
        ("local", _points(scale, years, one.local_gb), _LOCAL, one.local_gb[-1].likely),
    ]
    if quota is not None and quota.likely <= scale.top_gb:
        level = scale.y(quota.likely)
        lines.append(("quota", f"{LEFT},{level} {RIGHT},{level}", _QUOTA, quota.likely))
    heights = _apart([scale.y(end) for *_, end in lines])
    named = tuple(
        Line(kind, points, Label(RIGHT + 6, height, name.into(write.language)))
        for (kind, points, name, _), height in zip(lines, heights, strict=True)
    )
    server, local = one.server_gb[-1], one.local_gb[-1]
    after = period(years[-1], write)
    summary = _SUMMARY.into(
        write.language, years=after, server=write.gigabytes(server.likely), local=write.gigabytes(local.likely)
    )
    return Chart(
        WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM,
        band=_band(scale, years, one.server_gb),
        lines=named,
        across=tuple(_year_marks(scale, write)),
        up=tuple(_size_marks(scale, write)),
        title=_TITLE.into(write.language, way=way),
        summary=summary,
    )  # fmt: skip


def _points(scale: Scale, years: tuple[float, ...], amounts: tuple[Range, ...]) -> str:
    return " ".join(f"{scale.x(at)},{scale.y(each.likely)}" for at, each in zip(years, amounts, strict=True))


def _band(scale: Scale, years: tuple[float, ...], amounts: tuple[Range, ...]) -> str:
    over = [f"{scale.x(at)},{scale.y(each.high)}" for at, each in zip(years, amounts, strict=True)]
    under = [f"{scale.x(at)},{scale.y(each.low)}" for at, each in zip(years, amounts, strict=True)]
    return " ".join((*over, *reversed(under)))


def _year_marks(scale: Scale, write: Figures) -> list[Label]:
    step = max(1, ceil(scale.years / 5))
    marks = [float(year) for year in range(0, floor(scale.years) + 1, step)]
    if scale.years - marks[-1] < step / 2 and len(marks) > 1:
        marks.pop()
    labels = [Label(scale.x(year), BOTTOM + 18, write.number(year)) for year in marks]
    last = _AXIS_END.into(write.language, year=write.number(scale.years))
    return [*labels, Label(RIGHT, BOTTOM + 18, last)]


def _size_marks(scale: Scale, write: Figures) -> list[Label]:
    count = round(scale.top_gb / scale.step_gb)
    marks = [number * scale.step_gb for number in range(count + 1)]
    return [Label(LEFT - 6, scale.y(mark), write.gigabytes(mark) if mark else "0") for mark in marks]


def _round_step(rough: float) -> float:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    power = 10.0 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)


def _apart(heights: list[float]) -> list[float]:
    """The heights moved so that no two names lie on each other, in the same order of numbers."""
    order = sorted(range(len(heights)), key=lambda number: (heights[number], number))
    placed = list(heights)
    for before, after in pairwise(order):
        placed[after] = max(placed[after], placed[before] + _APART)
    over = placed[order[-1]] - BOTTOM
    for number in reversed(order):
        if over <= 0:
            break
        placed[number] -= over
        below = order.index(number) - 1
        over = placed[order[below]] + _APART - placed[number] if below >= 0 else 0
    return [round(height, 1) for height in placed]
