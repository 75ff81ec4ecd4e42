"""Error pages that say what happened to the answers and what to do next."""

import structlog
from flask import Flask, Response, render_template
from flask.globals import request_ctx
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

log = structlog.get_logger()
OWN_PAGES = {403, 404, 405, 410, 413, 429}


class CaseExpiredError(HTTPException):
    """The person's case is gone: expired, deleted, or the link was never right."""

    code = 410


def init_app(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(InternalServerError, _server_error)


def _form_expired(error: CSRFError) -> tuple[str, int]:
    log.info("form_refused", reason=error.description)
    return render_template("errors/form_expired.html"), 400


def _http_error(error: HTTPException) -> tuple[str, int] | HTTPException | Response:
    if error.code is None or error.response is not None:
        return error
    if request_ctx.url_adapter is None:  # no page can be built for a name of this server that cannot be one
        return Response(f"{error.name}\n", error.code, content_type="text/plain; charset=utf-8")
    template = f"errors/{error.code}.html" if error.code in OWN_PAGES else "errors/other.html"
    return render_template(template, code=error.code), error.code


def _server_error(error: InternalServerError) -> tuple[str, int]:
    log.error("server_error", exc_info=error.original_exception)
    return render_template("errors/500.html"), 500
