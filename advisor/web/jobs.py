"""Background jobs."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Bind the queue to the app."""
