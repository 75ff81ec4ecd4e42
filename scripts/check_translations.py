"""Keeps the German page texts complete: fails on missing, stale, fuzzy or misfilled ones; --update adds new ones."""

import re
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
POT = ROOT / "build/messages.pot"
PO = ROOT / "translations/de/LC_MESSAGES/messages.po"
FIELD = re.compile(r"%\(\w+\)[sd]")
HEADER = b"""# German page texts of Mailweiche (Swiss spelling).
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extract() -> None:
    POT.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "-F", "babel.cfg"]
    options = ["--no-location", "--sort-output", "--omit-header", "-k", "lazy_gettext", "-o", str(POT)]
    subprocess.run([*command, *options, "."], cwd=ROOT, check=True)


def load(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="de")


def update() -> None:
    """Take new texts in, drop those not used any more; nothing is guessed from similar texts."""
    catalog = load(PO)
    catalog.update(load(POT), no_fuzzy_matching=True)
    with PO.open("wb") as file:
        file.write(HEADER)
        write_po(file, catalog, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)


def problems_of(message: Message) -> list[str]:
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    texts = (
        [message.string or ""] if isinstance(message.string, str | None) else [text or "" for text in message.string]
    )
    found = []
    if not all(texts):
        found.append("not translated")
    if message.fuzzy:
        found.append("fuzzy")
    if any("ß" in text for text in texts):
        found.append("sharp s")
    if any(set(FIELD.findall(text)) != set(FIELD.findall(sources[-1])) for text in texts if text):
        found.append("other fields than the English text")
    return found


def main() -> int:
    extract()
    if "--update" in sys.argv[1:]:
        update()
    wanted, present = load(POT), load(PO)
    lines = [f"missing: {message.id!r}" for message in wanted if message.id and message.id not in present]
    lines += [f"not used any more: {message.id!r}" for message in present if message.id and message.id not in wanted]
    lines += [f"{', '.join(found)}: {m.id!r}" for m in present if m.id and (found := problems_of(m))]
    print("\n".join(lines) or f"{len([m for m in wanted if m.id])} page texts, all translated")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
