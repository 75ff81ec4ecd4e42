"""One commit per unit of work, in one place: a request that ends well keeps what was done, any other undoes it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask, Response, g

from advisor.store.database import db

FIRST_ERROR_STATUS = 400


def init_app(app: Flask) -> None:
    """Commit after each request that ends well, roll back after each that does not."""

    @app.after_request
    def finish(response: Response) -> Response:
        if response.status_code < FIRST_ERROR_STATUS:
            db.session.commit()
            for action in g.pop("after_commit", ()):
                action()
        else:
            db.session.rollback()
        return response


def after_commit(action: Callable[[], None]) -> None:
    """Do this once the request's changes are visible to others; never, if they are undone."""
    g.setdefault("after_commit", []).append(action)


@contextmanager
def unit() -> Iterator[None]:
    """One commit for one step of a job."""
    try:
        yield
    except BaseException:
        db.session.rollback()
        raise
    db.session.commit()
