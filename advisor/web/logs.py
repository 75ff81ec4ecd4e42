"""One line of JSON per event on standard error: hostile text escaped, no addresses of persons."""

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

WITH_OWN_HANDLERS = ("alembic", "sqlalchemy")  # Flask-Alembic sets these up when it is imported

_LOCAL_PART = re.compile(r"[^\s@<>\"'(),:;]+@(?=[^\s@])")


def configure() -> None:
    """Set up our own events. JSON in pure ASCII: no control or bidi character of a server reaches a terminal."""
    structlog.configure(
        processors=[*_common(), _as_json()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.WriteLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def capture_standard_library(level: int = logging.WARNING) -> None:
    """Bring what the libraries say into the same form; for processes of our own, not for a guest in another server."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_common(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _as_json()],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in WITH_OWN_HANDLERS:
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).setLevel(logging.NOTSET)


def _common() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide_persons,
    ]


def _as_json() -> Processor:
    return structlog.processors.JSONRenderer(ensure_ascii=True)


def hide_persons(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace the part before the @ of every address by an ellipsis."""
    return {key: _LOCAL_PART.sub("…@", value) if isinstance(value, str) else value for key, value in event.items()}
