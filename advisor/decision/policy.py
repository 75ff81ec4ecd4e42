"""The fixed numbers of the method; every result carries ``POLICY_VERSION``.

Change a number of the policy (here, in ``matrix``, ``needs``, ``rules`` or the priors of the questionnaire) only
together with the version.
"""

POLICY_VERSION = "2026-11-2"

SEED = 20_261_123
DRAWS = 10_000

CLOSE_BELOW = 0.75
"""Confidence in the protocol below which the advice is called close."""

PRELIMINARY_UNKNOWN = 3
NOT_ENOUGH_UNKNOWN = 6
"""Core questions without an answer from which the advice is preliminary, or not given at all."""

TIGHT_SHARE = 0.7
"""A mailbox filled beyond this share of its quota counts as tight; a kept copy may fill it up to here."""

SPACE_TIGHT_PRIOR = 0.25
"""Chance that space is tight where neither figures nor codes say so (own judgement)."""

SOON_FULL_DAYS = 90
"""A mailbox that is full within so many days is warned of: a quarter of a year (own judgement)."""

DECIMALS = 9
"""Numbers of the document are rounded to this many places, so that every machine writes the same bytes."""
