"""A person in the middle of the questionnaire."""

import re
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key, Kind
from advisor.store import cases as store
from advisor.web import case_answers

SECRET_LINK = re.compile(r'value="[a-z]+://[^/]+(/resume/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Person:
    """One browser with a case."""

    app: Flask
    client: FlaskClient

    def read(self, slug: str) -> str:
        answer = self.client.get(f"/questions/{slug}")
        assert answer.status_code == 200, answer.status
        return answer.text

    def say(self, slug: str, query: str = "", **fields: object) -> TestResponse:
        return self.client.post(f"/questions/{slug}{query}", data=fields)

    def secret_link(self) -> str:
        found = SECRET_LINK.search(self.read("link"))
        assert found is not None
        return found[1]

    def saved(self) -> Answers:
        """The answers as the rest of the app reads them."""
        token = self.secret_link().removeprefix("/resume/")
        with self.app.app_context():
            case = store.by_token(token)
            assert case is not None
            return case_answers.load(case)


def start(app: Flask, language: str = "en") -> Person:
    client = app.test_client()
    client.get(f"/language/{language}")
    client.post("/start")
    return Person(app, client)


def some_answer(key: Key) -> object:
    """An answer that the question allows, as a form sends it."""
    question = QUESTIONS[key]
    match question.kind:
        case Kind.CHOICE:
            return question.codes[-1]
        case Kind.SEVERAL:
            return list(question.codes[:2])
        case Kind.WHOLE_NUMBER | Kind.NUMBER:
            return "12"
