"""The embedded server: web and job worker in one process."""

import waitress
from flask import Flask

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000


def serve(app: Flask, host: str = DEFAULT_HOST, port: int = DEFAULT_PORT) -> None:
    """Serve until interrupted."""
    waitress.serve(app, host=host, port=port, threads=8, ident=None)
