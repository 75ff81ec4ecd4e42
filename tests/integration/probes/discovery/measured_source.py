"""One source of settings asked in a process of its own: ``python -m … MODULE FUNCTION NAMESERVER AUTHORITY``.

Prints the claims found and the KiB between what the process held before and the most that it held meanwhile. Another
domain with an honest file is asked first, so that nothing is counted that every process loads once.
"""

import importlib
import sys
from pathlib import Path

from probes.options import ProbeOptions
from probes.toolbox import open_toolbox
from tests.integration.probes.conftest import LOOPBACK, QUICK
from tests.integration.probes.measured_attempt import memory


def main(module: str, function: str, nameserver: str, authority: str) -> None:
    discover = getattr(importlib.import_module(f"probes.discovery.{module}"), function)
    options = ProbeOptions(
        deadline=5.0, nameservers=(nameserver,), allow_networks=LOOPBACK, extra_ca=Path(authority), limits=QUICK
    )
    discover("hoster.example", open_toolbox(options, None))
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before = memory("VmRSS")
    found = discover("firma.example", open_toolbox(options, None))
    sys.stdout.write(f"{len(found.claims)} {memory('VmHWM') - before}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
