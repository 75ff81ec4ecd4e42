"""``mailweiche serve``: the embedded default, web and worker in one process."""

import click
from flask import current_app
from flask.cli import with_appcontext


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@with_appcontext
def serve_command(host: str, port: int) -> None:
    """Serve the app with its job worker until interrupted."""
    from advisor.web.serve import serve

    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - documented way to the app
    serve(app, host, port)
