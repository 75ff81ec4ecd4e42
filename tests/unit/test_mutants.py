"""The faults that a mutation run tries: each kind once, and what is no logic is left alone."""

import importlib.util
import sys
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "scripts" / "mutants.py"


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


@pytest.fixture(scope="module")
def mutants_of():
    spec = importlib.util.spec_from_file_location("mutants", FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutants"] = module
    spec.loader.exec_module(module)
    return module.mutants_of


@pytest.fixture
def faults(mutants_of):
    """The faulty lines of a text of one line."""

    def of(source):
        module = ModuleType("package.fruit")
        module.Fruit = Fruit
        return [mutant.source for mutant in mutants_of(module, source)]

    return of


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("a < b", ["pass", "a <= b", "a >= b"]),
        ("0 <= a", ["pass", "0 < a", "0 > a", "1 <= a"]),
        ("a is b", ["pass", "a is not b"]),
        ("x = a and b", ["x = a or b", "x = b", "x = a"]),
        ("x = a or b or c", ["x = a and b and c", "x = b or c", "x = a or c", "x = a or b"]),
        ("x = not a", ["x = a"]),
        ("x = a - b", ["x = a + b"]),
        ("x = 7", ["x = 8"]),
        ("x = 2.0", ["x = 2.2"]),
        ("x = True", ["x = False"]),
        ("x = 'code'", ["x = 'code_x'"]),
        ("x = Fruit.PEAR", ["x = Fruit.APPLE"]),
        ("x = (f.a, f.b)", ["x = (f.b,)", "x = (f.a,)"]),
        ("x = {a: b}", ["x = {}"]),
        ("x = min(a)", ["x = max(a)"]),
        ("x = [a for a in b if a]", ["x = [a for a in b]"]),
        ("x = a if b() else c", ["x = a if not b() else c"]),
    ],
)
def test_each_kind_of_fault(faults, source, faulty):
    assert faults(source) == faulty


def test_results_are_dropped(faults):
    assert faults("def f():\n    return a") == ["def f():\n    return None"]


@pytest.mark.parametrize(
    "source",
    [
        '"""Words of a module."""',
        "x: Literal[1]",
        "@cache(size=1)\ndef f(a: int=None) -> None:\n    return None",
        "x = 'A sentence.'",
        "x = Text('ja', 'yes')",
        "class Kind(StrEnum):\n    ONE = 'one'",
        "x = zip(a, b, strict=True)",
        "Pairs = tuple[One, ...]",
    ],
)
def test_what_is_no_logic_is_left_alone(faults, source):
    assert faults(source) == []


def test_a_mutant_has_a_name_and_a_diff(mutants_of):
    (mutant,) = mutants_of(ModuleType("package.fruit"), "\nx = 1\n")
    assert (mutant.name, mutant.module, mutant.diff) == ("fruit:2:0", "package.fruit", "-x = 1\n+x = 2")
