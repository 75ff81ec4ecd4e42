"""Runs the unit tests of the decision against one mutant, and finds out before which tests run which lines."""

import ast
import functools
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import hypothesis
import pytest

PACKAGE = "advisor.decision"
FOLDER = PACKAGE.replace(".", "/")
TESTS = "tests/unit/decision"
WHOLE = re.compile(r"\badvice\b|make_advice|decision\.advise")
"""What tests of whole advices name: they take longer."""

DEFINED = re.compile(r"^def (test_\w+)", re.MULTILINE)

REST = 3
FIRST = ("test_policy.py", "test_rules.py", "test_status.py", "test_golden.py")
TOO_SLOW = ("test_adaptive.py",)
EXAMPLES = 10
SETTINGS = "_hypothesis_internal_use_settings"  # hypothesis has no public way to set them from outside

Lines = Mapping[str, frozenset[str]]
"""``module:line`` to the test functions that run this line."""

CALLS = 300
"""After so many calls of a function by one test, its lines are taken for known."""

CACHED = type(functools.cache(len))
_Local = Callable[[FrameType, str, Any], Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What runs before have shown: tests that fail anyhow, the seconds that each takes, and the last killers."""

    red: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    seconds: Mapping[str, float] = field(default_factory=dict)
    killers: tuple[str, ...] = ()
    depth: int = REST
    lines: Lines = field(default_factory=dict)

    def running(self, module: str, lines: range | None) -> frozenset[str] | None:
        """The test functions that run any of these lines of a module; None where all may matter."""
        if lines is None or not self.lines:
            return None
        return frozenset[str]().union(*(self.lines.get(f"{module}:{line}", ()) for line in lines))


class _Order:
    """Takes one helping of the tests: the last killers, exact ones of the module, those of whole advices, or the rest.

    Only those of ``wanted`` are taken. Property tests come at the end, and quick ones before slow ones.
    """

    def __init__(self, helping: int, files: Mapping[str, int], known: Known, wanted: frozenset[str] | None) -> None:
        self.helping, self.files, self.known, self.wanted = helping, files, known, wanted
        self.failed: list[str] = []
        self.seconds: dict[str, float] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        killers = self.known.killers
        kept: list[tuple[int, bool, float, pytest.Item]] = []
        for item in items:
            drawn = hasattr(getattr(item, "obj", None), "hypothesis")
            if drawn:
                _few_examples(item)
            killer = item.nodeid in killers
            helping = 0 if killer else self.files.get(item.path.name, REST) if not drawn else REST
            new = item.nodeid not in self.known.seconds
            matters = new or self.wanted is None or function_of(item.nodeid) in self.wanted
            if helping == self.helping and matters and item.nodeid not in self.known.red | self.known.left_out:
                rank = killers.index(item.nodeid) if killer else len(killers)
                kept.append((rank, drawn, self.known.seconds.get(item.nodeid, 0.0), item))
        items[:] = [item for *_, item in sorted(kept, key=lambda one: one[:3])]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def _few_examples(item: pytest.Item) -> None:
    """Caps the examples also where a test names a number of its own; a failure is not shrunk."""
    function = item.obj  # type: ignore[attr-defined]
    function = getattr(function, "__func__", function)
    own: hypothesis.settings = getattr(function, SETTINGS, None) or hypothesis.settings()
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    few = hypothesis.settings(own, max_examples=min(own.max_examples, EXAMPLES), phases=phases, database=None)
    setattr(function, SETTINGS, few)


def function_of(test: str) -> str:
    """The test function, whatever its parameters."""
    return test.partition("[")[0]


def run_tests(
    module: str, known: Known, lines: range | None = None, *, to_the_end: bool = False, plugin: object = None
) -> tuple[list[str], dict[str, float]]:
    """The tests that fail, only the first one or all of them; and the seconds of each. ``lines``: of the fault."""
    folder = Path(TESTS)
    word = f"{PACKAGE}.{module} import"
    wanted = known.running(module, lines)
    files = sorted(path.name for path in folder.glob("test_*.py") if path.name not in TOO_SLOW)
    if wanted is not None:
        places = {Path(one.partition("::")[0]).name for one in wanted}
        files = [name for name in files if name in places or _has_new_tests(folder / name, known)]
    texts = {name: (folder / name).read_text() for name in files}
    users = [name for name in files if word in texts[name]]
    alone = [name for name in users if not WHOLE.search(texts[name])]
    named = [name for name in files if name == f"test_{module}.py"]
    helpings = {name: 1 if name in alone else 2 for name in (*named, *users, *FIRST)}
    helpings = {name: helping for name, helping in helpings.items() if name in texts}
    killers = list(dict.fromkeys(Path(one.partition("::")[0]).name for one in known.killers))
    killers = [name for name in killers if name in texts]
    first = [name for name in helpings if name not in alone]
    seconds: dict[str, float] = {}
    failed: list[str] = []
    for helping, chosen in ((0, killers), (1, alone), (2, first), (REST, files)):
        if not chosen or helping > known.depth:
            continue
        order = _Order(helping, helpings, known, wanted)
        options = ["-q", "--tb=no", "--assert=plain", "--no-summary", *([] if to_the_end else ["-x"])]
        plugins = ["-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist"]
        code = pytest.main(
            [*options, *plugins, *(f"{TESTS}/{name}" for name in chosen)], [order, *([plugin] if plugin else [])]
        )
        failed.extend(order.failed)
        seconds |= order.seconds
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED, pytest.ExitCode.TESTS_FAILED):
            failed.append(f"pytest ended with {code!r}")
        if failed and not to_the_end:
            break
    return failed, seconds


def _has_new_tests(file: Path, known: Known) -> bool:
    """Whether there are tests of which runs before have not shown anything."""
    functions = {function_of(test) for test in known.seconds}
    return any(f"{TESTS}/{file.name}::{name}" not in functions for name in DEFINED.findall(file.read_text()))


class Tracer:
    """Notes which test function runs which line of the decision; every cache is emptied before each test."""

    def __init__(self) -> None:
        self.folder = str(Path.cwd() / FOLDER)
        self.lines: dict[str, set[str]] = {}
        self.run: set[tuple[str, int]] = set()
        self.calls: Counter[CodeType] = Counter()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Around each test, its fixtures included."""
        for found in _caches():
            found.cache_clear()
        self.run.clear()
        self.calls.clear()
        sys.settrace(self._call)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            for file, line in self.run:
                self.lines.setdefault(f"{Path(file).stem}:{line}", set()).add(function_of(item.nodeid))

    def _call(self, frame: FrameType, _event: str, _argument: object) -> _Local | None:
        code = frame.f_code
        if not code.co_filename.startswith(self.folder):
            return None
        self.calls[code] += 1
        return self._line if self.calls[code] <= CALLS else None

    def _line(self, frame: FrameType, _event: str, _argument: object) -> _Local:
        self.run.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def _caches() -> list[Any]:
    """The functions of our modules that remember their results."""
    ours = [module for name, module in sys.modules.items() if name.startswith("advisor.")]
    return [one for module in ours for one in vars(module).values() if isinstance(one, CACHED)]


def lines_of(source: str, line: int) -> range | None:
    """The lines of the statement at ``line``; None where it runs when the module is loaded."""
    tree = ast.parse(source)
    inside = any(
        one.body[0].lineno <= line <= (one.end_lineno or 0)
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef)
    )
    around = [
        one for one in ast.walk(tree) if isinstance(one, ast.stmt) and one.lineno <= line <= (one.end_lineno or 0)
    ]
    if not inside:
        return None
    smallest = min(around, key=lambda one: (one.end_lineno or 0) - one.lineno)
    body = getattr(smallest, "body", None)
    return range(smallest.lineno, (body[0].lineno if body else (smallest.end_lineno or 0) + 1))
