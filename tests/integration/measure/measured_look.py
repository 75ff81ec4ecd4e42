"""One look into a mailbox in a process of its own, and how far its memory rose: ``python -m … PORT NAMESERVER CA``.

Prints the troubles and the KiB between what the process held before and the most that it held meanwhile.
"""

import re
import sys
from pathlib import Path

from probes.measure import Account, measure
from probes.options import ProbeOptions
from probes.services.measure_door import Door
from probes.services.measure_limits import MeasureLimits
from tests.integration.measure.conftest import HOST, PORTS
from tests.integration.measure.mailboxes import ADDRESS, PASSWORD

LIMITS = MeasureLimits(connect=2.0, tls=2.0, reply=2.0, total=60.0, farewell=0.2)  # the sizes are those of the product


def memory(what: str) -> int:
    return int(re.search(rf"{what}:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def main(port: int, nameserver: str, authority: str) -> None:
    options = ProbeOptions(nameservers=(nameserver,), allow_networks=("127.0.0.0/8",), extra_ca=Path(authority))
    protocol, security = PORTS[port]
    door = Door(protocol, HOST, port, security, ADDRESS)
    before = memory("VmRSS")
    found = measure(Account(ADDRESS, PASSWORD), (door,), options, lambda *_: None, LIMITS)
    sys.stdout.write(f"{','.join(each.trouble for each in found.problems)} {memory('VmHWM') - before}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
