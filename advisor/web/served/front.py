"""Answers mail programs before Flask sees the request: no session, no cookie, no language, no unit of work.

It stands behind the trusted proxies and before everything else, so that a question costs little. What comes over http
gets the answer for everything unknown: on the way anybody could put other servers into the settings.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import structlog
from flask import Flask

from advisor.store.database import DatabaseAwayError, cause_of
from advisor.web.config import Settings
from advisor.web.served import replies
from advisor.web.served.answering import Place, Question, place_for
from advisor.web.served.desk import EXTENSION, Desk, desk_of, open_desk
from advisor.web.served.questions import BadQuestionError
from advisor.web.served.replies import Reply

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = structlog.get_logger()

AGAIN_SECONDS = 30


def init_app(app: Flask, configured: Settings) -> None:
    """Put the answers for programs before the app."""
    app.extensions[EXTENSION] = open_desk(app, configured)
    app.wsgi_app = Front(app, app.wsgi_app)  # type: ignore[method-assign]


class Front:
    """The WSGI application around the one of Flask."""

    def __init__(self, app: Flask, inner: "WSGIApplication") -> None:
        """``inner`` gets whatever no mail program asks."""
        self._app = app
        self._inner = inner

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer, or pass on."""
        place = place_for(environ.get("PATH_INFO", ""))
        if place is None:
            return self._inner(environ, start_response)
        desk = desk_of(self._app)
        seconds = desk.counter.wait(environ.get("REMOTE_ADDR"))
        question = Question(environ)
        if seconds:
            reply = replies.too_many(seconds)
        elif not question.is_secure:
            reply = replies.not_found()
        elif question.method not in place.methods:
            reply = replies.wrong_method(place.methods)
        else:
            reply = _answered(place, question, desk)
        start_response(reply.status, list(reply.headers))
        return [b"" if question.method == "HEAD" else reply.body]


def _answered(place: Place, question: Question, desk: Desk) -> Reply:
    try:
        return place.answer(question, desk)
    except BadQuestionError:
        return replies.not_found()
    except DatabaseAwayError as error:
        log.warning("database_away", error=cause_of(error))
        return replies.away(AGAIN_SECONDS)
