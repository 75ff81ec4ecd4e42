"""GNU mailutils' imap4d and pop3d (Debian 12) on a loopback address of their own, with the standard ports."""

import shutil

from tests.integration.servers.ca import ServerCertificate
from tests.integration.servers.process import (
    ServerProcess,
    free_loopback_address,
    program,
    world_readable_folder,
)

PORTS = {"imap": 143, "imaps": 993, "pop3": 110, "pop3s": 995}

CONFIG = """
mode daemon;
foreground yes;
max-children 20;
pidfile "{folder}/{name}.pid";
logging {{ syslog no; }};
tcp-wrappers {{ enable no; }};
tls-file-checks {{ key-file none; cert-file none; ca-file none; }};
tls {{
  ssl-certificate-file "{certificate.chain}";
  ssl-key-file "{certificate.key}";
}};
server {address}:{plain} {{ tls-mode ondemand; }};
server {address}:{tls} {{ tls-mode connection; }};
{extra}
"""


class Mailutils:
    """The two running servers; ``host`` is the name in their certificate."""

    def __init__(
        self, certificate: ServerCertificate, host: str = "mail.werkstatt.example", extra: str = "", pop3: str = ""
    ) -> None:
        """Start both; ``extra`` is more configuration in their own language, ``pop3`` what pop3d alone understands."""
        self.host = host
        self.ports = dict(PORTS)
        self.address = free_loopback_address(tuple(PORTS.values()))
        self.folder = world_readable_folder("mailweiche-mailutils-")
        self._extra = {"imap4d": extra, "pop3d": f"{extra}\n{pop3}"}
        self._processes = [
            self._start("imap4d", "mailutils-imap4d", certificate, (143, 993)),
            self._start("pop3d", "mailutils-pop3d", certificate, (110, 995)),
        ]

    def stop(self) -> None:
        """End both servers and delete their folder."""
        for process in self._processes:
            process.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, name: str, package: str, certificate: ServerCertificate, ports: tuple[int, int]) -> ServerProcess:
        config = self.folder / f"{name}.conf"
        plain, tls = ports
        config.write_text(
            CONFIG.format(
                folder=self.folder,
                name=name,
                certificate=certificate,
                address=self.address,
                plain=plain,
                tls=tls,
                extra=self._extra[name],
            )
        )
        command = [program(name, package), f"--config-file={config}"]
        process = ServerProcess(command, self.folder / f"{name}.log")
        process.wait_for(self.address, ports)
        return process
