"""How a wheel is built: what the app reads from beside its packages is packed into one of them.

In the tree, templates, static files, translations and migrations lie beside the packages. Installed, they must not lie
among the packages of others; so they go to ``advisor/web/files``, where ``advisor.web.config`` finds them. Translations
are compiled on the way. An installation that points to the tree (``pip install -e``) reads the tree.
"""

from itertools import chain
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools.command.build_py import build_py

FOLDERS = ("templates", "static", "translations", "migrations")
INSIDE = Path("advisor/web/files")
_TEXTS, _COMPILED, _PYTHON_CACHE = ".po", ".mo", "__pycache__"


class BuildWithFolders(build_py):  # type: ignore[misc]  # setuptools says nothing about its types
    """The step of the build that copies modules, and with it the folders beside the packages."""

    def run(self) -> None:
        """Copy all; nothing but modules where the installation points to the tree."""
        super().run()
        if self.editable_mode:
            return
        for source in _sources():
            target = self._target(source)
            self.mkpath(str(target.parent))
            self.copy_file(str(source), str(target), preserve_mode=False)
            if source.suffix == _TEXTS:
                _compile(source, target.with_suffix(_COMPILED))

    def get_source_files(self) -> list[str]:
        """What an archive of the source must hold so that a wheel can be built from it."""
        return [*super().get_source_files(), *(str(path) for path in _sources()), "scripts/wheel.py"]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """What ``run`` has written."""
        written = [] if self.editable_mode else list(chain.from_iterable(map(self._written, _sources())))
        return [*super().get_outputs(include_bytecode), *written]

    def _written(self, source: Path) -> list[str]:
        target = self._target(source)
        return [str(target), *([str(target.with_suffix(_COMPILED))] if source.suffix == _TEXTS else [])]

    def _target(self, source: Path) -> Path:
        return Path(self.build_lib) / INSIDE / source


def _sources() -> list[Path]:
    found = chain.from_iterable(Path(folder).rglob("*") for folder in FOLDERS)
    return sorted(path for path in found if path.is_file() and _PYTHON_CACHE not in path.parts and _shipped(path))


def _shipped(path: Path) -> bool:
    return path.suffix != _COMPILED


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as texts, target.open("wb") as compiled:
        write_mo(compiled, read_po(texts))
