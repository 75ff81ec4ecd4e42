"""A name server that is no bottleneck: NSD (Debian's package nsd) with one zone, on an address of the namespace.

Debian builds it so that it answers one client at most 200 times a second unless it is told otherwise.
"""

import subprocess
from pathlib import Path

ADDRESS = "127.0.0.53"
ZONE = "example."
HEAD = """$ORIGIN example.
$TTL 60
@ SOA ns.example. root.example. 1 3600 600 86400 60
@ NS ns.example.
ns A 127.0.0.53
"""
CONFIG = """
server:
  ip-address: {address}
  username: ""
  chroot: ""
  zonesdir: "{folder}"
  pidfile: ""
  xfrdfile: ""
  database: ""
  zonelistfile: "{folder}/zone.list"
  logfile: "{folder}/nsd.log"
  rrl-ratelimit: 0
remote-control:
  control-enable: no
zone:
  name: {zone}
  zonefile: zone
"""


class Names:
    """The running server; ``records`` are lines of a zone file with whole names."""

    def __init__(self, folder, records):
        """Start it."""
        Path(folder, "zone").write_text(HEAD + "\n".join(records) + "\n")
        config = Path(folder, "nsd.conf")
        config.write_text(CONFIG.format(address=ADDRESS, folder=folder, zone=ZONE))
        self.nameserver = f"{ADDRESS}:53"
        self._process = subprocess.Popen(["nsd", "-d", "-c", config], stderr=subprocess.DEVNULL)

    def stop(self):
        """End it."""
        self._process.terminate()
        self._process.wait()


def mail_domain(domain, host, address):
    """The records of one domain whose mail host publishes IMAP, POP3 and submission."""
    services = (("_imaps", 993), ("_pop3s", 995), ("_submissions", 465))
    return (
        f"{domain}. MX 10 {host}.",
        f"{host}. A {address}",
        *(f"{label}._tcp.{domain}. SRV 0 1 {port} {host}." for label, port in services),
    )
