"""The way through the questionnaire: which page comes next, which came before, what is still open.

The eight core questions come first, in a fixed order, one a page. Then the person chooses (crossroads): see the answer,
or sharpen it. Of the further questions on which the recommendation may still hang, the most useful one comes next;
which these are comes in as a ranking. When none is left, the crossroads says so, and the rest makes plan and profiles
fit: first what still moves anything, then what rules, conditions and texts need. Figures come several to a page, and
the page that lists all answers comes last.

Every known answer counts, even where later answers have made its question irrelevant: nothing a person said is dropped.
``off_path`` lists such answers so that the page with all answers can show them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from advisor.questionnaire.answers import Answers
from advisor.questionnaire.relevance import relevant
from advisor.questionnaire.schema import CORE, Key
from advisor.text import Text


class Section(StrEnum):
    """Parts of the questionnaire, in their order."""

    CORE = "core"
    DAILY_WORK = "daily_work"
    DEVICES = "devices"
    MAILBOXES = "mailboxes"
    CONTROL = "control"
    PROVIDER = "provider"
    COMPANY = "company"
    FIGURES = "figures"


class PageKind(StrEnum):
    """What a page shows: one question, several figures, the crossroads after the core, or all answers."""

    QUESTION = "question"
    FIGURES = "figures"
    CROSSROADS = "crossroads"
    ALL_ANSWERS = "all_answers"


SECTION_NAMES: dict[Section, Text] = {
    Section.CORE: Text("Das Wichtigste", "The essentials"),
    Section.DAILY_WORK: Text("Ihr Alltag mit E-Mails", "Your daily work with mail"),
    Section.DEVICES: Text("Geräte und Leitung", "Devices and line"),
    Section.MAILBOXES: Text("Postfächer", "Mailboxes"),
    Section.CONTROL: Text("Wo die Post liegt", "Where mail is kept"),
    Section.PROVIDER: Text("Ihr Anbieter", "Your provider"),
    Section.COMPANY: Text("Ihre Firma", "Your company"),
    Section.FIGURES: Text("Zahlen", "Figures"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One screen. ``slug`` names it in addresses; ``section`` is None for pages without questions."""

    slug: str
    kind: PageKind
    section: Section | None = None
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a page stands in its part: page ``number`` of ``total``. Further pages come and go with the answers, so
    their total is what is in sight now.
    """

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """``deciding``: open questions on which the recommendation may hang, alone or together, the most useful first.
    ``moving``: the others that still move anything, the most useful first.
    """

    deciding: tuple[Key, ...] = ()
    moving: tuple[Key, ...] = ()


CROSSROADS = Page("choose", PageKind.CROSSROADS)
ALL_ANSWERS = Page("answers", PageKind.ALL_ANSWERS)

_FURTHER = {
    Section.DAILY_WORK: "places webmail folders immediacy programs groupware",
    Section.DEVICES: "devices_leave_office device_space client_limit line",
    Section.MAILBOXES: "readers largest_mailbox quota storage_cost",
    Section.CONTROL: "provider_stay keep_copy_on_server keep_history",
    Section.PROVIDER: "provider_backup server_offers provider_mixing server_load second_factor",
    Section.COMPANY: "it_effort retention country",
}
_FIGURES = {
    "figures-company": "people mailboxes devices_total longest_absence_days hourly_rate",
    "figures-mail": "mails_per_day average_kb years",
    "figures-space": "storage_gb_used quota_gb upload_mbit",
}


WEIGHED_ONLY = frozenset(
    {
        Key.PLACES,
        Key.WEBMAIL,
        Key.FOLDERS,
        Key.IMMEDIACY,
        Key.KEEP_HISTORY,
        Key.STORAGE_COST,
        Key.DEVICE_SPACE,
        Key.PROVIDER_BACKUP,
        Key.KEEP_COPY_ON_SERVER,
        Key.SERVER_LOAD,
        Key.IT_EFFORT,
        Key.SERVER_OFFERS,
    }
)
"""Questions that no condition, alarm or text needs: where they no longer move the recommendation, nobody is asked."""


def _question(key: Key, section: Section) -> Page:
    return Page(key.value.replace("_", "-"), PageKind.QUESTION, section, (key,))


def _all_pages() -> Iterator[Page]:
    for key in CORE:
        yield _question(key, Section.CORE)
    yield CROSSROADS
    for section, names in _FURTHER.items():
        for name in names.split():
            yield _question(Key(name), section)
    for slug, names in _FIGURES.items():
        yield Page(slug, PageKind.FIGURES, Section.FIGURES, tuple(Key(name) for name in names.split()))
    yield ALL_ANSWERS


PAGES: tuple[Page, ...] = tuple(_all_pages())
_BY_SLUG = {page.slug: page for page in PAGES}
_BY_KEY = {key: page for page in PAGES for key in page.keys}


def page_named(slug: str) -> Page | None:
    """The page of this name, on the path or not, or None."""
    return _BY_SLUG.get(slug)


def page_of(key: Key) -> Page:
    """The page that asks this question; changing one answer starts there."""
    return _BY_KEY[key]


@dataclass(frozen=True, slots=True)
class Journey:
    """One person's way through the pages.

    ``seen``: questions that the person has passed, so that a "don't know" is not asked again and again;
    ``server_checked``: whether a mail server report stands in for the question about the provider's offer;
    ``ranking``: how useful the open questions are now; ``walked``: the further pages in the order they were shown.
    """

    answers: Answers
    seen: frozenset[Key] = frozenset()
    server_checked: bool = False
    ranking: Ranking = Ranking()
    walked: tuple[Page, ...] = ()

    def keys_on(self, page: Page) -> tuple[Key, ...]:
        """The questions of a page that are relevant now."""
        return tuple(key for key in page.keys if relevant(key, self.answers, server_checked=self.server_checked))

    def pages(self) -> tuple[Page, ...]:
        """All pages that are relevant now, by section."""
        return tuple(page for page in PAGES if not page.keys or self.keys_on(page))

    def deciding(self) -> tuple[Page, ...]:
        """The open further pages on which the recommendation may still hang, the most useful first."""
        return self._ranked(self.ranking.deciding)

    def details(self) -> tuple[Page, ...]:
        """The open further pages that come after those that decide: they make plan and profiles fit."""
        needed = (page for page in self._further() if self.is_open(page) and not WEIGHED_ONLY.issuperset(page.keys))
        found = dict.fromkeys((*self._ranked(self.ranking.moving), *needed))
        return tuple(page for page in found if page not in self.deciding())

    def next_page(self, page: Page) -> Page | None:
        """The page after this one; None after the last. Works from a page that has left the path, too."""
        if page == ALL_ANSWERS:
            return None
        if page.section is Section.CORE:
            later = PAGES[PAGES.index(page) + 1 : PAGES.index(CROSSROADS)]
            return next((one for one in later if self.keys_on(one)), CROSSROADS)
        left = (one for one in (*self.deciding(), *self.details()) if one != page)
        return next(left, ALL_ANSWERS)

    def after(self, page: Page, before: "Journey") -> Page | None:
        """Where to go once a page was answered; ``before``: the journey as it was until then.

        When what decides has come to an end, the crossroads says so.
        """
        done = bool(before.deciding()) and not self.deciding()
        return CROSSROADS if done and page.section is not Section.CORE else self.next_page(page)

    def previous_page(self, page: Page) -> Page | None:
        """The page before this one; None before the first. Further pages go back the way the person came."""
        if page.section in (None, Section.CORE):
            earlier = (one for one in reversed(PAGES[: PAGES.index(page)]) if one.section is Section.CORE)
            return next((one for one in earlier if self.keys_on(one)), None)
        came = self.walked[: self.walked.index(page)] if page in self.walked else self.walked
        return came[-1] if came else CROSSROADS

    def is_open(self, page: Page) -> bool:
        """Whether the page asks something that was neither answered nor passed with "don't know"."""
        return bool(self._open_keys(page))

    def first_open(self) -> Page:
        """Where to resume: the first open core page, else the crossroads."""
        core = (page for page in self.pages() if page.section is Section.CORE)
        return next((page for page in core if self.is_open(page)), CROSSROADS)

    def first_open_further(self) -> Page:
        """Where "sharpen it" leads: the most useful open page, else the page with all answers."""
        return next(iter((*self.deciding(), *self.details())), ALL_ANSWERS)

    def progress(self, page: Page) -> Progress | None:
        """The progress line of a question page; None for pages without questions."""
        if page.section is None:
            return None
        if page.section is Section.CORE:
            core = [one for one in PAGES if one.section is Section.CORE and (self.keys_on(one) or one == page)]
            return Progress(core.index(page) + 1, len(core))
        done = [one for one in self._further() if not self.is_open(one) and one != page]
        left = [one for one in self.deciding() or self.details() if one != page]
        return Progress(len(done) + 1, len(done) + 1 + len(left))

    def off_path(self) -> tuple[Key, ...]:
        """Known answers whose question is not asked any more; they are kept and count."""
        asked = {key for page in self.pages() for key in self.keys_on(page)}
        return tuple(key for key, _ in self.answers.values if key not in asked)

    def _open_keys(self, page: Page) -> tuple[Key, ...]:
        return tuple(key for key in self.keys_on(page) if self.answers.get(key) is None and key not in self.seen)

    def _ranked(self, keys: tuple[Key, ...]) -> tuple[Page, ...]:
        pages = (page_of(key) for key in keys if key in self._open_keys(page_of(key)))
        return tuple(dict.fromkeys(page for page in pages if page.section is not Section.CORE))

    def _further(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages() if page.section not in (None, Section.CORE))
