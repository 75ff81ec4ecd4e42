"""Sees to the system programs that the tests start: installs them as root on Debian, else names what is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "aerc": "aerc",
    "akonadi-backend-sqlite": "/usr/share/doc/akonadi-backend-sqlite",
    "akonadi-server": "akonadi_control",
    "bind9-utils": "named-checkzone",
    "chromium": "chromium",
    "claws-mail": "claws-mail",
    "dbus-daemon": "dbus-run-session",
    "dovecot-imapd": "/usr/lib/dovecot/imap",
    "dovecot-managesieved": "/usr/lib/dovecot/managesieve",
    "dovecot-pop3d": "/usr/lib/dovecot/pop3",
    "dovecot-submissiond": "/usr/lib/dovecot/submission",
    "evolution-data-server": "/usr/lib/evolution-data-server/camel-providers",
    "fetchmail": "fetchmail",
    "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu",
    "getmail6": "getmail",
    "gir1.2-edataserver-1.2": "/usr/share/doc/gir1.2-edataserver-1.2",
    "isync": "mbsync",
    "kdepim-runtime": "akonadi_imap_resource",
    "libnss-wrapper": "/usr/share/doc/libnss-wrapper",
    "librsvg2-bin": "rsvg-convert",
    "libxml2-utils": "xmllint",
    "mailutils-imap4d": "/usr/sbin/imap4d",
    "mailutils-pop3d": "/usr/sbin/pop3d",
    "mpop": "mpop",
    "msmtp": "msmtp",
    "neomutt": "neomutt",
    "offlineimap3": "offlineimap",
    "openssl": "openssl",
    "poppler-utils": "pdftotext",
    "postgresql": "/usr/lib/postgresql",
    "python3-gi": "/usr/lib/python3/dist-packages/gi",
    "systemd": "busctl",
    "thunderbird": "/usr/lib/thunderbird/thunderbird-bin",
    "util-linux": "unshare",
    "xdotool": "xdotool",
    "xvfb": "Xvfb",
    "zbar-tools": "zbarimg",
}
POLICY = Path("/usr/sbin/policy-rc.d")
REFUSE_ALL = "#!/bin/sh\nexit 101\n"  # no package may start its service


def missing() -> list[str]:
    return [package for package, program in PACKAGES.items() if not present(program)]


def present(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else shutil.which(program) is not None


def install(packages: list[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    had_policy = POLICY.exists()
    if not had_policy:
        POLICY.write_text(REFUSE_ALL, encoding="ascii")
        POLICY.chmod(0o755)
    try:
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment, stdin=subprocess.DEVNULL)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
            check=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    finally:
        if not had_policy:
            POLICY.unlink()


def main() -> int:
    needed = missing()
    if needed and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(needed)}", flush=True)
        install(needed)
        needed = missing()
    if needed:
        print(f"The tests need these Debian packages: {' '.join(needed)}", file=sys.stderr)
        print(f"Install them with: sudo apt-get install --no-install-recommends {' '.join(needed)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
