"""The README names what exists, and only that."""

import re
from pathlib import Path

from advisor.web.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OF_EXTENSIONS = {"db"}


def test_readme_names_every_command() -> None:
    named = set(re.findall(r"^\| `mailweiche (\w+)", README, re.MULTILINE))
    assert named == {*COMMANDS} | OF_EXTENSIONS


def test_readme_names_every_make_target() -> None:
    targets = set(re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split())
    assert {target for target in targets - {"clean"} if f"make {target}" not in README} == set()


def test_readme_shows_the_tree_as_it_is() -> None:
    shown = re.findall(r"^(advisor/\w+(?:\.py)?|probes|app\.py) ", README, re.MULTILINE)
    assert [name for name in shown if not (ROOT / name).exists()] == []
    folders = {f"advisor/{path.name}" for path in (ROOT / "advisor").iterdir() if (path / "__init__.py").exists()}
    assert folders <= set(shown)


def test_readme_shows_pictures_that_exist() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


def test_no_machine_paths_and_no_registry_addresses() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "README.md", "Makefile", "pyproject.toml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(work|root|home|farm)/", text), name
        assert not name.startswith("requirements") or "://" not in text
