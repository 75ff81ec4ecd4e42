"""The settings of the running app, for code inside a request or a job."""

from typing import cast

from flask import current_app

from advisor.web.config import Settings

EXTENSION = "mailweiche"


def settings() -> Settings:
    """The settings that the running app was made with."""
    return cast("Settings", current_app.extensions[EXTENSION])
