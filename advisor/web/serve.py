"""The embedded server: web and job worker in one process, no other service."""

import signal
import sys
from types import FrameType
from typing import NoReturn

import structlog
from flask import Flask
from waitress.server import BaseWSGIServer, create_server  # type: ignore[import-untyped]  # has none

from advisor.store.database import db
from advisor.web import logs
from advisor.web.config import ConfigError
from advisor.web.extensions import alembic
from advisor.web.settings import settings
from advisor.web.worker import Worker

log = structlog.get_logger()

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
THREADS = 8


def serve(app: Flask, host: str = DEFAULT_HOST, port: int = DEFAULT_PORT) -> None:
    """Serve until interrupted (SIGINT or SIGTERM). Raises ``ConfigError`` where address or database cannot be used."""
    logs.capture_standard_library()
    prepare_database(app)
    server = _bind(app, host, port)
    worker = Worker(app)
    for number in (signal.SIGINT, signal.SIGTERM):  # SIGINT too: a shell that starts us in the background ignores it
        signal.signal(number, _end)
    worker.start()
    sys.stderr.write(f"Mailweiche: http://{host}:{port}\n")
    try:
        server.run()
    finally:
        worker.stop()
        server.close()


def prepare_database(app: Flask) -> None:
    """Bring SQLite up to date by itself; a database server is only looked at, its operator decides when.

    Raises ``ConfigError`` where it is not up to date, ``DatabaseAwayError`` where it does not answer.
    """
    with app.app_context():
        if not alembic.needs_upgrade():
            return
        if db.engine.dialect.name != "sqlite":
            raise ConfigError("MAILWEICHE_DATABASE_URL: the tables are not up to date; run “mailweiche db upgrade”")
        alembic.upgrade()


def _bind(app: Flask, host: str, port: int) -> BaseWSGIServer:
    """The server, which itself drops what proxies say unless the operator trusts one (the app counts how many)."""
    with app.app_context():
        nobody = settings().trusted_proxies == 0
    try:
        return create_server(
            app, host=host, port=port, threads=THREADS, ident=None, clear_untrusted_proxy_headers=nobody
        )
    except OSError as error:
        raise ConfigError(f"cannot listen on {host}:{port}: {error.strerror}") from None


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
