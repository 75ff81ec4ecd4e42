"""The ZIP: every exported file, and a manifest with checksums. The same input gives the same bytes."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC
from typing import BinaryIO

from advisor.profiles.despite_rules import DespiteRules
from advisor.profiles.files import ExportFile, Refusal
from advisor.profiles.server_deletion import ServerDeletion, StillDeletes
from advisor.settings.values import CompanySettings, Decision

SCHEMA = "mailweiche.bundle/1"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that ZIP knows; the time of packing would change the bytes
_UNIX = 3
_READABLE_FILE = 0o100644 << 16


def write_bundle(
    out: BinaryIO,
    files: Iterable[ExportFile],
    refused: Iterable[Refusal],
    settings_sha256: str,
    decision: Decision | None = None,
    server_deletion: ServerDeletion | None = None,
    despite: Sequence[DespiteRules] | None = None,
    noted: StillDeletes | None = None,
) -> None:
    """Packs ``files`` as they come into ``out`` and closes with ``manifest.json``, which repeats the ``decision`` and
    what somebody confirmed. ``despite``: who gets files although a rule excludes the way; None where nobody knows.
    ``noted``: a deletion of before, and who would lose mail by it.

    Raises ``ValueError`` for a path that could leave the folder it is unpacked into.
    """
    entries = []
    with zipfile.ZipFile(out, "w") as archive:
        for file in files:
            _add(archive, _safe(file.path), file.data)
            entries.append(_entry(file))
        manifest = {
            "schema": SCHEMA,
            "settings_sha256": settings_sha256,
            "decision": _decision(decision) if decision is not None else None,
            **_confirmed(server_deletion),
            **_noted(noted),
            "despite_rules": None if despite is None else [asdict(each) for each in despite],
            "files": entries,
            "not_included": [_missing(refusal) for refusal in refused],
        }
        with archive.open(_member("manifest.json"), "w") as written:  # in pieces: as one text it takes the most memory
            for piece in json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(manifest):
                written.write(piece.encode("utf-8"))
            written.write(b"\n")


def settings_sha256(settings: CompanySettings) -> str:
    """The hash that ties a bundle to its settings: over their canonical JSON (sorted keys, no blanks)."""
    values = asdict(settings)
    if settings.server_deletes is None:  # it was not always there, and the hash of settings stays
        del values["server_deletes"]
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _add(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    archive.writestr(_member(path), data, compresslevel=9)


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, _EPOCH)
    member.create_system = _UNIX
    member.external_attr = _READABLE_FILE
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _safe(path: str) -> str:
    parts = path.split("/")
    if "\\" in path or ":" in path or any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"not a safe path for an archive: {path!r}")
    return path


def _decision(decision: Decision) -> dict[str, object]:
    return {**asdict(decision), "at": decision.at.astimezone(UTC).isoformat().replace("+00:00", "Z")}


def _confirmed(deletion: ServerDeletion | None) -> dict[str, object]:
    """Where the server deletes: after how many days, who was told to lose mail, and when that was confirmed."""
    if deletion is None:
        return {}
    mailboxes = list(deletion.mailboxes)
    return {"server_deletion": {"days": deletion.days, "confirmed_on": deletion.on.isoformat(), "mailboxes": mailboxes}}


def _noted(found: StillDeletes | None) -> dict[str, object]:
    if found is None:
        return {}
    when, losing = found.confirmed_on.isoformat(), list(found.would_lose)
    return {"server_deletes": {"days": found.days, "confirmed_on": when, "would_lose": losing}}


def _entry(file: ExportFile) -> dict[str, object]:
    return {
        "path": file.path,
        "sha256": hashlib.sha256(file.data).hexdigest(),
        "target": file.target,
        "person": file.person,
        "cannot": list(file.cannot),
    }


def _missing(refusal: Refusal) -> dict[str, object]:
    return {"target": refusal.target, "person": refusal.person, "because": list(refusal.because)}
