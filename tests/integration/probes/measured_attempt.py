"""One attempt in a process of its own, and how far its memory rose: ``python -m … PORT NAMESERVER AUTHORITY [TIMES]``.

Prints the reason of the result and the KiB between what the process held before and the most that it held meanwhile.
An attempt on a server that behaves (POP3, port 995) comes first, so that nothing is counted that every process loads
once; never one on the same server, whose memory a second attempt would find free. TIMES: so many times as much as the
product may be read; that is how the measuring itself is tested.
"""

import re
import sys
from dataclasses import replace
from pathlib import Path

from probes.attempts import attempt
from probes.options import ProbeOptions
from probes.plan import Endpoint
from probes.toolbox import open_toolbox
from tests.integration.probes.conftest import LOOPBACK, PROTOCOLS, QUICK


def memory(what: str) -> int:
    return int(re.search(rf"{what}:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def main(port: int, nameserver: str, authority: str, times: int = 1) -> None:
    patient = QUICK if times == 1 else replace(QUICK, reply=30.0)  # to read so much may take its time
    limits = replace(patient, line_bytes=times * QUICK.line_bytes, phase_bytes=times * QUICK.phase_bytes)
    options = ProbeOptions(
        deadline=3.0 if times == 1 else 60.0,
        nameservers=(nameserver,),
        allow_networks=LOOPBACK,
        extra_ca=Path(authority),
        limits=limits,
    )

    def reason(port: int) -> object:
        protocol, security = PROTOCOLS[port]
        return attempt(Endpoint(protocol, "mail.firma.example", port, security), open_toolbox(options, None)).reason

    assert reason(995) is None
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before = memory("VmRSS")
    found = reason(port)
    sys.stdout.write(f"{found} {memory('VmHWM') - before}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:4], *map(int, sys.argv[4:]))
