"""The app as people run it (``mailweiche serve``), a real Chromium, and real mail servers behind a test name server."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser.seed import Seed
from tests.integration.servers.fixtures import _running_dns, dns_server, dovecot, firma, test_ca
from tests.integration.servers.process import free_loopback_port

__all__ = ["_running_dns", "dns_server", "dovecot", "firma", "test_ca"]

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "build/screenshots"
START_SECONDS = 120  # no statement about the app: a busy machine starts it late
EXPECT_MILLISECONDS = 30_000  # as long as Playwright waits for everything else; by itself only 5,000
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
LOCALES = {"de": "de-CH", "en": "en-GB"}
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STICKING_OUT = """() => {
  const folded = [...document.querySelectorAll("details:not([open])")];
  folded.forEach(each => { each.open = true; });
  const block = each => {
    const style = getComputedStyle(each);
    return !style.display.startsWith("inline") && style.overflowX === "visible" && each.clientWidth > 0;
  };
  const found = [...document.querySelectorAll("body *:not(svg *)")]
    .filter(each => block(each) && !each.closest(".visually-hidden") && each.scrollWidth > each.clientWidth)
    .map(each => `${each.tagName} ${each.className}: ${each.textContent.trim().replace(/\\s+/g, " ").slice(0, 80)}`);
  folded.forEach(each => { each.open = false; });
  return found;
}"""
"""Boxes out of which something sticks, also those that are folded away."""
RULES = {"runOnly": {"type": "tag", "values": STANDARDS}}


class Site:
    """The running app: its address and its process."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.port = free_loopback_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "app.log"
        self.instance = folder / "instance"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("mailweiche"), "serve", "--port", str(self.port)],
                cwd=ROOT,
                env=os.environ | {"MAILWEICHE_INSTANCE": str(self.instance)} | environment,
                stdout=log,
                stderr=log,
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(self.url, timeout=START_SECONDS).close()
            except OSError:
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"the app did not answer in {START_SECONDS} s: {self.log.read_text()}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=START_SECONDS)


@pytest.fixture(scope="session")
def site(tmp_path_factory, _running_dns, test_ca) -> Iterator[Site]:
    site = Site(
        tmp_path_factory.mktemp("site"),
        MAILWEICHE_NAMESERVERS=f"{_running_dns.address}:{_running_dns.port}",
        MAILWEICHE_PROBE_ALLOW_NETWORKS="127.0.0.0/8",
        MAILWEICHE_PROBE_EXTRA_CA=str(test_ca.path),
        MAILWEICHE_PROBE_COOLDOWN="0",
        MAILWEICHE_HANDOVER_NAME="Praxis Muster",
        MAILWEICHE_HANDOVER_ADDRESS="hilfe@praxis-muster.ch",
    )
    yield site
    site.stop()


@pytest.fixture(scope="session", autouse=True)
def whole_pages() -> Iterator[None]:
    """By itself a click ends when the answer begins to come in; here only once the page is there, so that no test looks
    at half a page.
    """
    click = Locator.click

    def and_wait(self: Locator, **options: object) -> None:
        click(self, **options)
        self.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Locator, "click", and_wait)
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert Path(CHROMIUM).exists(), "the browser tests need Debian's chromium package"
    with sync_playwright() as playwright:
        expect.set_options(timeout=EXPECT_MILLISECONDS)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seed(site) -> Seed:
    return Seed(site.instance)


class Visitor:
    """One person's browser: its page, and everything that went wrong in it."""

    def __init__(self, browser: Browser, site: Site, language: str, *, phone: bool, dark: bool, script: bool) -> None:
        self.language, self.site = language, site
        self.name = f"{language}-{'phone' if phone else 'desktop'}{'-dark' if dark else ''}"
        self.context = browser.new_context(
            base_url=site.url,
            viewport=PHONE if phone else DESKTOP,
            locale=LOCALES[language],
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            accept_downloads=True,
        )
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._console)
        self.page.on("request", self._request)

    def _console(self, message) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.errors.append(message.text)

    def _request(self, request) -> None:
        if not request.url.startswith((self.site.url, "data:", "blob:")):
            self.foreign.append(request.url)

    def shot(self, name: str) -> None:
        """A screenshot of the whole page into a folder that git ignores."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}-{self.name}.png", full_page=True)

    def check(self) -> None:
        """No accessibility violation, no sideways scrolling, nothing beyond the edge of its box, the right language,
        nothing loaded from elsewhere.
        """
        found = Axe().run(self.page, options=RULES).response["violations"]
        told = [f"{one['id']}: {one['help']} at {[node['html'] for node in one['nodes']][:3]}" for one in found]
        assert not told, f"{self.page.url}: {told}"
        assert self.page.locator("html").get_attribute("lang") == self.language
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, f"{self.page.url} is {width} px too wide"
        sticking = self.page.evaluate(STICKING_OUT)
        assert not sticking, f"{self.page.url}: sticks out of {sticking[:5]}"
        assert "ß" not in self.page.locator("body").inner_text()
        assert not self.errors, self.errors
        assert not self.foreign, self.foreign


@pytest.fixture
def visit(chromium, site) -> Iterator:
    visitors: list[Visitor] = []

    def new(language="de", *, phone=False, dark=False, script=True) -> Visitor:
        visitor = Visitor(chromium, site, language, phone=phone, dark=dark, script=script)
        visitors.append(visitor)
        return visitor

    yield new
    for visitor in visitors:
        visitor.context.close()
