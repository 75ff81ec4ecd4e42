"""One commit per request, in one place: a good answer keeps what was done, any other undoes it."""

from flask import Flask, Response

from advisor.store.database import db

FIRST_ERROR_STATUS = 400


def init_app(app: Flask) -> None:
    """Commit after each request that ends well, roll back after each that does not."""

    @app.after_request
    def finish(response: Response) -> Response:
        if response.status_code < FIRST_ERROR_STATUS:
            db.session.commit()
        else:
            db.session.rollback()
        return response
