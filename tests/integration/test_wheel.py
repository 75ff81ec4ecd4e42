"""Built as a wheel and unpacked elsewhere, the app has every file that it has in its own tree, and works."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from advisor.report.documents.settings import write_settings
from tests.unit.profiles.companies import company

ROOT = Path(__file__).resolve().parents[2]
IN_THE_TREE = ("pyproject.toml", "README.md", "app.py", "advisor", "probes", "scripts")
FOLDERS = ("templates", "static", "translations", "migrations")
NOT_SHIPPED = {".pyc", ".mo"}
"""Made anew where they are needed."""
BUILD = "import sys; from setuptools import build_meta as build; print(build.build_{kind}(sys.argv[1]))"


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """A copy of what a build reads, so that none leaves anything in the tree itself."""
    copy = tmp_path_factory.mktemp("tree")
    for name in (*IN_THE_TREE, *FOLDERS):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(source, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(tree, tmp_path_factory) -> Path:
    return build(tree, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def build(tree: Path, folder: Path, kind: str) -> Path:
    command = [sys.executable, "-P", "-c", BUILD.format(kind=kind), str(folder)]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.splitlines()[-1]


def expected_files(tree: Path) -> set[str]:
    """Everything in the packages and in the four folders beside them, by its place in the wheel."""
    packages = {str(path.relative_to(tree)) for name in ("advisor", "probes") for path in files_in(tree / name)}
    beside = {f"advisor/web/files/{path.relative_to(tree)}" for name in FOLDERS for path in files_in(tree / name)}
    return packages | beside


def files_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and path.suffix not in NOT_SHIPPED}


def names_of(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def run(unpacked: Path, code: str, *arguments: str, **more: str) -> subprocess.CompletedProcess:
    """Run ``code`` with the unpacked wheel before everything else, from a folder that holds nothing of the app."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("MAILWEICHE_")}
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=unpacked.parent,
        env={**settings, "PYTHONPATH": str(unpacked), **more},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_every_file_is_in_the_wheel_and_no_other(tree, wheel) -> None:
    wanted = expected_files(tree)
    assert {"advisor/profiles/templates/kmail.sh", "advisor/web/files/templates/base.html"} <= wanted
    made = "advisor/web/files/translations/de/LC_MESSAGES/messages.mo"
    assert names_of(wheel) == wanted | {made}


def test_a_wheel_made_from_the_source_archive_is_the_same(tree, wheel, tmp_path) -> None:
    archive = build(tree, tmp_path, "sdist")
    shutil.unpack_archive(archive, tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    assert names_of(build(source, tmp_path, "wheel")) == names_of(wheel)


EXPORT = "import sys; from advisor.web.cli import main; main(sys.argv[1:])"


def test_the_export_of_the_wheel_writes_what_that_of_the_tree_writes(unpacked, tmp_path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_bytes(write_settings(company()))
    staff = tmp_path / "staff.csv"
    staff.write_text("address,name\nvera@firma.ch,Vera Frei\n")
    packed = []
    for place in (unpacked, ROOT):
        out = tmp_path / f"{len(packed)}.zip"
        options = ["--settings", str(settings), "--staff", str(staff), "--out", str(out), "--only", "all"]
        done = run(place, EXPORT, "export", *options)
        assert done.returncode == 0, done.stderr
        packed.append(out.read_bytes())
    assert packed[0] == packed[1]
    with zipfile.ZipFile(tmp_path / "0.zip") as archive:
        names = {Path(name).name for name in archive.namelist()}
    assert {"slip.pdf", "sheet.html", "kmail.sh"} <= names


PAGES = """
from pathlib import Path
import advisor
from advisor.web.config import load_settings
from advisor.web.factory import create_app
app = create_app(load_settings())
with app.app_context():
    from advisor.web.extensions import alembic
    alembic.upgrade()
client = app.test_client()
page = client.get("/", headers={"Accept-Language": "de"})
style = client.get("/static/css/theme.css")
print(Path(advisor.__file__).parents[1])
print(app.instance_path)
print(page.status_code, "lang=\\"de\\"" in page.text, "Für Betreiber von Mailservern" in page.text, style.status_code)
"""


def test_the_pages_of_the_wheel_are_there_in_german(unpacked, tmp_path) -> None:
    done = run(unpacked, PAGES, MAILWEICHE_INSTANCE=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(unpacked), str(tmp_path), "200 True True 200"]


WHERE = "from advisor.web.config import load_settings; print(load_settings().instance)"


def test_an_installed_app_keeps_its_data_beside_its_code_and_not_in_it(unpacked) -> None:
    done = run(unpacked, WHERE)
    assert done.stdout.strip() == str(Path(sys.prefix) / "var" / "mailweiche"), done.stderr
