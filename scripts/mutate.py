"""Puts small faults into the modules of the decision, one at a time, and shows which of them no test notices.

Works on a copy of the checkout. For each mutant a process is forked that has only libraries loaded, imports the faulty
module in the place of the right one and runs those unit tests of the decision that run the faulty lines, up to the
first failure: first the exact tests of what uses the module and of the rules, then all others, property tests last with
few examples each. A mutant that outlives them is a survivor, and so is one that only the slow tests would notice.
"""

import argparse
import importlib
import importlib.util
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.machinery import ModuleSpec, SourceFileLoader
from math import sqrt
from pathlib import Path
from types import CodeType, ModuleType
from typing import TypeVar

from mutant_tests import FOLDER, PACKAGE, REST, Known, Lines, Tracer, lines_of, run_tests
from mutants import Mutant, mutants_of

LOADED = ("numpy", "pydantic", "scipy.optimize")
"""Libraries that are loaded once for all children; nothing of the decision may be."""

A = TypeVar("A")
R = TypeVar("R")

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("advisor", "probes", "benchmarks", "tests", "pyproject.toml")
NO_LOGIC = {"__init__", "codes", "recommendation"}
"""Vocabulary and the shape of the document: declarations only."""

SECONDS = 240
QUICK_SECONDS = 0.5
KILLERS = 6
"""So many tests that killed the last mutants are tried first on the next one."""
KILLED, SURVIVED, TOO_LONG = "killed", "survived", "too long"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: ``by`` is the first test that failed."""

    mutant: Mutant
    fate: str
    by: str
    seconds: float


class _Faulty(SourceFileLoader):
    """Loads a module from another text than its file's."""

    def __init__(self, fullname: str, path: str, text: str) -> None:
        super().__init__(fullname, path)
        self.text = text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.text, self.get_filename(fullname), "exec", dont_inherit=True)


class _Finder:
    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if fullname != self.mutant.module:
            return None
        file = f"{fullname.replace('.', '/')}.py"
        return importlib.util.spec_from_file_location(
            fullname, Path.cwd() / file, loader=_Faulty(fullname, str(Path.cwd() / file), self.mutant.source)
        )


def main() -> int:
    """Runs the mutants and prints what became of them; 1 if more than 5 % survive or one in the rules."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        _copy_to(Path(folder))
        os.chdir(folder)
        sys.path.insert(0, folder)
        for name in LOADED:
            importlib.import_module(name)
        modules = [one for one in chosen.modules.split(",") if one] or _all_modules()
        mutants = _in_child(_find, modules)
        taken = [one for module in modules for one in _sample(mutants[module], chosen.sample, chosen.seed)]
        if chosen.only:
            wanted = set(chosen.only.split(","))
            taken = [one for one in taken if one.name in wanted]
        known = _before(chosen.baseline, modules[0])
        if chosen.quick:
            slow = frozenset(test for test, seconds in known.seconds.items() if seconds > QUICK_SECONDS)
            known = replace(known, left_out=slow)
        known = replace(known, depth=chosen.depth)
        for test in sorted(known.red):
            print(f"fails without any mutant, left out: {test}")
        outcomes = list(_run(taken, known, chosen.jobs))
    return _report(modules, mutants, outcomes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--modules", default="", help="names of modules, with commas; without it all")
    parser.add_argument("--sample", type=int, default=0, help="at most so many mutants per module, drawn")
    parser.add_argument("--quick", action="store_true", help="without the slow tests: too many mutants survive")
    parser.add_argument("--depth", type=int, default=REST, help="1: tests of the module alone, 2: of whole advices too")
    parser.add_argument("--baseline", default="", help="file that keeps the run without a mutant for the next time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="names of single mutants, with commas")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _copy_to(folder: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "browser", "integration")
            )
        else:
            shutil.copy2(source, folder / name)


def _all_modules() -> list[str]:
    return sorted(path.stem for path in Path(FOLDER).glob("*.py") if path.stem not in NO_LOGIC)


def _sample(mutants: list[Mutant], size: int, seed: int) -> list[Mutant]:
    if not size or size >= len(mutants):
        return mutants
    drawn = set(random.Random(seed).sample(range(len(mutants)), size))
    return [mutant for number, mutant in enumerate(mutants) if number in drawn]


def _in_child(function: Callable[[A], R], argument: A) -> R:
    """What a function finds in a process of its own, so that nothing of the decision stays loaded here."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(function, (argument,))


def _find(modules: list[str]) -> dict[str, list[Mutant]]:
    loaded = {one: importlib.import_module(f"{PACKAGE}.{one}") for one in modules}
    return {one: mutants_of(module, _file(module).read_text()) for one, module in loaded.items()}


def _file(module: ModuleType) -> Path:
    path = Path(str(module.__file__))
    if not path.is_relative_to(Path.cwd()):
        raise RuntimeError(f"{path} is not the copy")
    return path


def _before(file: str, module: str) -> Known:
    """The run without a mutant, or what a file keeps of it."""
    kept = ROOT / file
    if file and kept.exists():
        found = json.loads(kept.read_text())
        return Known(frozenset(found["red"]), seconds=found["seconds"], lines=_sets(found["lines"]))
    known = replace(_in_child(_baseline, module), lines=_in_child(_lines, module))
    if file:
        lines = {place: sorted(tests) for place, tests in known.lines.items()}
        kept.write_text(json.dumps({"red": sorted(known.red), "seconds": dict(known.seconds), "lines": lines}))
    return known


def _lines(module: str) -> Lines:
    """Which test functions run which lines, by one more run of all tests."""
    _quiet()
    tracer = Tracer()
    run_tests(module, Known(), to_the_end=True, plugin=tracer)
    return _sets(tracer.lines)


def _sets(lines: Mapping[str, Iterable[str]]) -> Lines:
    return {place: frozenset(tests) for place, tests in lines.items()}


def _baseline(module: str) -> Known:
    """Without a mutant, from the copy as it is."""
    _quiet()
    failed, seconds = run_tests(module, Known(), to_the_end=True)
    return Known(red=frozenset(failed), seconds=seconds)


def _quiet() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _run(mutants: Sequence[Mutant], known: Known, jobs: int) -> Iterator[Outcome]:
    waiting = list(reversed(mutants))
    running: dict[int, tuple[Mutant, float, int]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            pid, reader = _start(mutant, known)
            running[pid] = (mutant, time.monotonic(), reader)
        for pid, (mutant, started, reader) in list(running.items()):
            done, status = os.waitpid(pid, os.WNOHANG)
            seconds = time.monotonic() - started
            if not done and seconds < SECONDS:
                continue
            if not done:
                os.kill(pid, 9)
                os.waitpid(pid, 0)
            by = os.read(reader, 4000).decode()
            os.close(reader)
            del running[pid]
            fate = TOO_LONG if not done else SURVIVED if status == 0 else KILLED
            print(f"{fate:<9} {seconds:5.1f} s  {mutant.name}  {by}", flush=True)
            if fate == SURVIVED:
                print(mutant.diff, flush=True)
            if "::" in by:
                known = replace(known, killers=(by, *(one for one in known.killers if one != by))[:KILLERS])
            yield Outcome(mutant, fate, by, seconds)
        time.sleep(0.01)


def _start(mutant: Mutant, known: Known) -> tuple[int, int]:
    """A child that ends with 0 if no test noticed the mutant, and writes which one did."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    code = 1
    try:
        _quiet()
        sys.meta_path.insert(0, _Finder(mutant))
        module, line, _ = mutant.name.split(":")
        failed, _ = run_tests(module, known, lines_of(Path(f"{FOLDER}/{module}.py").read_text(), int(line)))
        os.write(writer, (failed[0] if failed else "").encode()[:4000])
        code = 1 if failed else 0
    finally:
        os._exit(code)


def _report(modules: list[str], mutants: dict[str, list[Mutant]], outcomes: list[Outcome]) -> int:
    print(f"\n{'module':<20} {'mutants':>7} {'run':>5} {'killed':>6} {'survived':>8}  share")
    for module in modules:
        _print_row(module, len(mutants[module]), [one for one in outcomes if one.mutant.name.split(":")[0] == module])
    _print_row("all", sum(map(len, mutants.values())), outcomes)
    survived = [one for one in outcomes if one.fate == SURVIVED]
    in_rules = any(one.mutant.name.startswith("rules:") for one in survived)
    return int(in_rules or len(survived) > 0.05 * len(outcomes))


def _print_row(name: str, size: int, outcomes: list[Outcome]) -> None:
    if outcomes:
        survived, run = sum(one.fate == SURVIVED for one in outcomes), len(outcomes)
        low, high = wilson(survived, run)
        drawn = f"  ({low:.1%} to {high:.1%} of all)" if run < size else ""
        print(f"{name:<20} {size:>7} {run:>5} {run - survived:>6} {survived:>8}  {survived / run:.1%}{drawn}")


def wilson(hits: int, size: int) -> tuple[float, float]:
    """The 95 % interval of a share from a sample (Wilson 1927)."""
    z = 1.96
    share, width = hits / size, 1 + z * z / size
    middle = share + z * z / (2 * size)
    half = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    return max(0.0, (middle - half) / width), (middle + half) / width


if __name__ == "__main__":
    sys.exit(main())
