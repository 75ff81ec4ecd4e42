"""What the answers of one app share: who asked how often, what is known, and where programs reach us."""

from typing import cast

from flask import Flask

from advisor.profiles.served import Answers
from advisor.web.config import Settings
from advisor.web.served.counting import Counter
from advisor.web.served.kept import KeptAnswers, stored
from advisor.web.served.public import PublicPlace, public_place

EXTENSION = "mailweiche.served"


class Desk:
    """Shared by all threads. ``place`` None: programs cannot reach this installation, and it answers nobody."""

    def __init__(self, counter: Counter, kept: KeptAnswers, place: PublicPlace | None) -> None:
        """All three may be exchanged by a test."""
        self.counter = counter
        self.kept = kept
        self.place = place

    def answers(self, domains: tuple[str, ...]) -> Answers | None:
        """Those for the first of these domains whose owner has proved control."""
        if self.place is None:
            return None
        found = (self.kept.of(domain) for domain in domains)
        return next((answers for answers in found if answers is not None), None)


def open_desk(app: Flask, configured: Settings) -> Desk:
    """The desk of an app."""

    def find(domain: str) -> Answers | None:
        with app.app_context():
            return stored(domain)

    return Desk(Counter(configured.served_per_minute), KeptAnswers(find), public_place(configured.public_url))


def desk_of(app: Flask) -> Desk:
    """The desk that ``open_desk`` made for this app."""
    return cast("Desk", app.extensions[EXTENSION])
