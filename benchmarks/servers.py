"""A real Dovecot for the benchmarks, run in a namespace of its own: ``python -m benchmarks.servers ADDRESS FOLDER``.

It listens on ADDRESS (0.0.0.0 for all) and writes the authority that signed its certificate to FOLDER/ca.pem. Says
"ready" once it answers; ends with its standard input.
"""

import sys
from pathlib import Path

from tests.integration.servers.ca import TestCa
from tests.integration.servers.dovecot import Dovecot

HOST = "mail.bench.example"
BUSY = """service {name}-login {{
  service_count = 0
  process_min_avail = 2
}}
"""
MANY = "".join(BUSY.format(name=name) for name in ("imap", "pop3", "submission", "managesieve"))


def main(address, folder, names):
    ca = TestCa(Path(folder))
    server = Dovecot(ca.certificate(*names), names[0], MANY, address)
    print("ready", flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:] or [HOST])
