"""``mailweiche probe``: the server check of domains or addresses, without any password.

Only what its options need is loaded here: the processes of a batch start while the rest still loads.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from advisor.text import Language
from advisor.web.commands.common import FILE, json_option, language_option
from advisor.web.commands.nameservers import nameserver_option
from probes.workers import Workers

LONGEST_DEADLINE = 60.0
JOBS = 8
MOST_JOBS = 32


def _seconds(_context: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and math.isnan(value):  # no range refuses it, and no deadline that is none ever passes
        raise click.BadParameter(f"give a number from 1 to {LONGEST_DEADLINE:.0f}")
    return value


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the command; the options of the other ways to use it are None, empty or false."""

    target: str | None
    batch: Path | None
    replay: Path | None
    against: Path | None
    settings: Path | None
    out: Path | None
    jobs: int | None
    strict: bool
    nameservers: tuple[str, ...]
    timeout: float | None
    manual: tuple[str, ...]
    details: bool
    as_json: bool
    language: str

    @property
    def reader(self) -> Language:
        """The language of what people read."""
        return Language(self.language)


@click.command("probe")
@click.argument("target", required=False)
@click.option("--batch", type=FILE, metavar="FILE", help="Check every domain of a list; one report a line.")
@click.option("--out", type=FILE, metavar="FILE", help="With --batch: add to this file what is not in it yet.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    help=f"With --batch: how many domains are checked at once; default is {JOBS}.",
)
@click.option("--strict", is_flag=True, help="With --batch: check nothing if a line of the list is not usable.")
@click.option("--replay", type=FILE, metavar="REPORT", help="Read a stored report with today's rules; asks nobody.")
@click.option("--against", type=FILE, metavar="REPORT", help="Show what changed since this report.")
@click.option(
    "--settings", type=FILE, metavar="SETTINGS", help="Show also whether what was published for these settings arrives."
)
@nameserver_option
@click.option(
    "--timeout",
    type=click.FloatRange(1, LONGEST_DEADLINE),
    callback=_seconds,
    help="Seconds for the first pass; default is the installation's setting.",
)
@click.option(
    "--manual", multiple=True, metavar="imap=HOST:PORT:tls|starttls", help="A server to check besides those found."
)
@click.option("--details", is_flag=True, help="Show also every ability, step and attempt, and letters to the provider.")
@json_option
@language_option
def probe_command(**options: Any) -> None:  # noqa: ANN401 - click's own door; Call names every type
    """Check the mail servers of TARGET (a domain or an address) from outside; never logs in."""
    call = Call(**options)
    _check_combination(call)
    if call.batch is not None:
        _batch(call, call.batch)
        return
    from advisor.web.commands.probe_one import probe_one

    probe_one(call)


def _batch(call: Call, file: Path) -> None:
    jobs = call.jobs or JOBS
    with Workers(jobs) as workers:
        if jobs > 1:
            workers.start()
        from advisor.web.commands.probe_batch import BatchOrder, probe_batch

        order = BatchOrder(file, call.out, jobs, call.strict, call.nameservers, call.timeout, call.reader)
        probe_batch(order, workers)


def _check_combination(call: Call) -> None:
    """Refuse options that do not go together. Raises ``click.UsageError``."""
    ways = [call.target is not None, call.batch is not None, call.replay is not None]
    if sum(ways) != 1:
        raise click.UsageError("Give one of TARGET, --batch FILE and --replay REPORT")
    only_batch = {"--out": call.out, "--jobs": call.jobs, "--strict": call.strict}
    only_one = {"--against": call.against, "--manual": call.manual}
    not_told = {"--json": call.as_json, "--batch": call.batch, "--against": call.against}
    only_told = {"--details": call.details, "--settings": call.settings}
    only_live = {"--nameserver": call.nameservers, "--timeout": call.timeout, "--manual": call.manual}
    refused = [
        *(f"{name} needs --batch" for name, value in only_batch.items() if value and call.batch is None),
        *(f"{name} cannot be used with --batch" for name, value in only_one.items() if value and call.batch),
        *(
            f"{told} cannot be used with {name}"
            for told, wanted in only_told.items()
            for name, value in not_told.items()
            if wanted and value
        ),
        *(f"--replay asks nobody and takes no {name}" for name, value in only_live.items() if value and call.replay),
    ]
    if refused:
        raise click.UsageError(refused[0])
