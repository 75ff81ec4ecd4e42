"""Cells that a spreadsheet may take for a formula (OWASP: CSV injection)."""

import unicodedata

_STARTS = ("=", "+", "-", "@")  # a tab or a line break never gets into a row


def starts_formula(cell: str) -> bool:
    """Whether the cell starts like one, also with full-width signs, which some spreadsheets read as the plain ones."""
    return unicodedata.normalize("NFKC", cell).lstrip().startswith(_STARTS)
