"""What the question pages show, finished for the templates: texts in the reader's language, links, progress."""

from dataclasses import dataclass
from enum import StrEnum

from flask import url_for
from flask_babel import format_time, ngettext
from wtforms import Field

from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.path import ALL_ANSWERS, CROSSROADS, SECTION_NAMES, Journey, Page, PageKind, Section
from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import Wording
from advisor.store.models import Case
from advisor.text import Text
from advisor.web.forms.questions import QuestionForm
from advisor.web.i18n import gettext, say
from advisor.web.question_sureness import Sureness, questions_left, sureness
from advisor.web.question_way import Way

_FIGURES_TITLES = {
    "figures-company": Text("Menschen, Postfächer, Geräte", "People, mailboxes, devices"),
    "figures-mail": Text("Menge der E-Mails", "Amount of mail"),
    "figures-space": Text("Platz und Leitung", "Space and line"),
}


class ReturnTo(StrEnum):
    """The page that a person came from to change one answer, and returns to."""

    SUMMARY = "summary"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """Where the page stands in its part, as a figure and in words."""

    value: int
    total: int
    label: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with its field and its help."""

    field: Field
    title: str
    hint: str | None
    unit: str | None
    why: str
    moves: str
    check: str | None


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A page with one question, or with several figures (``has_figures``)."""

    title: str
    section: str
    progress: ProgressLine | None
    asked: tuple[AskedQuestion, ...]
    has_figures: bool
    action: str
    back: str
    offers_answer: bool
    saved_at: str | None
    sure: Sureness | None


def question_page(
    page: Page, form: QuestionForm, case: Case, way: Way | Journey, return_to: ReturnTo | None
) -> QuestionPage:
    """The view of one question page; a further one says how sure the advice is (``Way``)."""
    journey = way.journey if isinstance(way, Way) else way
    asked = tuple(_asked(form.field_of(key), wording(key)) for key in form.keys)
    has_figures = page.kind is PageKind.FIGURES
    section = page.section or Section.CORE
    return QuestionPage(
        title=say(_FIGURES_TITLES[page.slug]) if has_figures else asked[0].title,
        section=say(SECTION_NAMES[section]),
        progress=_progress(page, way),
        asked=asked,
        has_figures=has_figures,
        action=page_url(page, return_to),
        back=_back_url(page, journey, return_to),
        offers_answer=section is not Section.CORE and return_to is None,
        saved_at=saved_at(case, journey),
        sure=sureness(way) if isinstance(way, Way) and return_to is None else None,
    )


def shown_keys(page: Page, journey: Journey) -> tuple[Key, ...]:
    """The questions to show on a page: the relevant ones, those answered before, else all (it was opened directly)."""
    relevant = journey.keys_on(page)
    shown = tuple(key for key in page.keys if key in relevant or journey.answers.get(key) is not None)
    return shown or page.keys


def page_url(page: Page, return_to: ReturnTo | None = None) -> str:
    """Where a page of the questionnaire lives."""
    if page == CROSSROADS:
        return url_for("questions.choose")
    if page == ALL_ANSWERS:
        return url_for("questions.summary")
    return url_for("questions.page", slug=page.slug, then=return_to)


def return_url(return_to: ReturnTo) -> str:
    """The page that a person came from."""
    return url_for("questions.summary" if return_to is ReturnTo.SUMMARY else "result.show")


def answer_url(journey: Journey) -> str:
    """The way to the answer: by the server check, unless that has been done."""
    return url_for("result.show" if journey.server_checked else "check.start")


def saved_at(case: Case, journey: Journey) -> str | None:
    """When something was saved last, as a clock time; None before the first answer."""
    nothing_yet = not journey.answers.values and not journey.seen
    return None if nothing_yet else format_time(case.updated_at, "short")


def _asked(field: Field, texts: Wording) -> AskedQuestion:
    return AskedQuestion(
        field=field,
        title=say(texts.title),
        hint=_hint(texts),
        unit=say(texts.unit) if texts.unit else None,
        why=say(texts.why),
        moves=say(texts.moves),
        check=say(texts.check) if texts.check else None,
    )


def _hint(texts: Wording) -> str | None:
    parts = [say(texts.hint)] if texts.hint else []
    if texts.example:
        parts.append(gettext("For example %(example)s.", example=say(texts.example)))
    return " ".join(parts) or None


def _progress(page: Page, way: Way | Journey) -> ProgressLine | None:
    progress = (way.journey if isinstance(way, Way) else way).progress(page)
    if progress is None:
        return None
    if isinstance(way, Way):
        deciding = way.journey.deciding()
        left = max(1, questions_left(way)) if deciding else progress.total - progress.number + 1
        return ProgressLine(progress.number, progress.number + left, _about(left, deciding=bool(deciding)))
    label = gettext("Question %(number)s of %(total)s", number=progress.number, total=progress.total)
    return ProgressLine(progress.number, progress.total, label)


def _about(left: int, *, deciding: bool) -> str:
    label: str
    if deciding:
        label = ngettext("About %(num)s more question", "About %(num)s more questions", left)
    else:
        label = ngettext("Up to %(num)s more page, if you like", "Up to %(num)s more pages, if you like", left)
    return label


def _back_url(page: Page, journey: Journey, return_to: ReturnTo | None) -> str:
    if return_to is not None:
        return return_url(return_to)
    before = journey.previous_page(page)
    return page_url(before) if before else url_for("start.landing")
