"""One attempt in a process of its own, and how far its memory rose: ``python -m … PORT NAMESERVER AUTHORITY``.

Prints the reason of the result and the KiB between what the process held before and the most that it held meanwhile.
An attempt on a closed port comes first, so that nothing is counted that every process loads once.
"""

import re
import sys
from pathlib import Path

from probes.attempts import attempt
from probes.options import ProbeOptions
from probes.plan import Endpoint
from probes.toolbox import open_toolbox
from tests.integration.probes.conftest import LOOPBACK, PROTOCOLS, QUICK


def memory(what: str) -> int:
    return int(re.search(rf"{what}:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def main(port: int, nameserver: str, authority: str) -> None:
    options = ProbeOptions(
        deadline=3.0, nameservers=(nameserver,), allow_networks=LOOPBACK, extra_ca=Path(authority), limits=QUICK
    )

    def reason(port: int) -> object:
        protocol, security = PROTOCOLS[port]
        return attempt(Endpoint(protocol, "mail.firma.example", port, security), open_toolbox(options, None)).reason

    reason(995)
    reason(port)  # what TLS loads when it is first used
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before = memory("VmRSS")
    found = reason(port)
    sys.stdout.write(f"{found} {memory('VmHWM') - before}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
