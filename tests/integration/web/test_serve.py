"""``mailweiche serve``: web and worker in one process, tables made by itself, clean end."""

import http.cookiejar
import re
import signal
import socket
import urllib.parse
import urllib.request

import pytest

from tests.integration.servers.process import free_loopback_port
from tests.integration.web.conftest import wait_until


class Browser:
    """A plain browser without JavaScript: cookies, form tokens, nothing else."""

    def __init__(self, base: str) -> None:
        self._base = base
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies)
        self.page = ""

    def get(self, path: str) -> str:
        with self._opener.open(self._base + path, timeout=60) as answer:
            self.page = answer.read().decode()
        return self.page

    def post(self, path: str, **fields: str) -> str:
        token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', self.page)
        data = urllib.parse.urlencode({"csrf_token": token[1], **fields}).encode()
        with self._opener.open(self._base + path, data, timeout=60) as answer:
            self.page = answer.read().decode()
        return self.page


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_one_command_serves_pages_and_checks(installation, firma, ending) -> None:
    for file in (installation.folder / "instance").glob("*.sqlite3*"):
        file.unlink()
    port = free_loopback_port()
    process = installation.start("serve", "--port", str(port))
    wait_until(lambda: answers(port))
    browser = Browser(f"http://127.0.0.1:{port}")
    browser.get("/language/en?next=/")
    browser.post("/start")
    browser.get("/check")
    browser.post("/check", target="firma.example")
    wait_until(lambda: f"{firma.host}:993" in browser.get("/check/progress"))
    process.send_signal(ending)
    assert process.wait(60) == 0
    assert "Traceback" not in installation.log()


def test_a_port_in_use_ends_with_one_clear_line(installation) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = installation.start("serve", "--port", str(taken.getsockname()[1]))
        assert process.wait(60) == 2
    lines = installation.log().splitlines()
    assert len(lines) == 1
    assert "cannot listen on 127.0.0.1" in lines[0]
