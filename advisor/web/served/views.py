"""What mail programs ask by themselves: Autoconfig, Autodiscover, PACC and configuration profiles.

Nobody here has a session, and nothing is written to the database. ``Host`` is a name to look up, never part of an
answer.
"""

from typing import cast

from flask import Blueprint, Flask, Response, current_app, request
from werkzeug.routing import BaseConverter, Map

from advisor.profiles.formats import pacc
from advisor.profiles.served import Answers
from advisor.profiles.targets import Target
from advisor.web.config import Settings
from advisor.web.served import replies
from advisor.web.served.counting import Counter
from advisor.web.served.kept import KeptAnswers
from advisor.web.served.public import PublicPlace, public_place
from advisor.web.served.questions import (
    MAX_BODY,
    Asked,
    BadQuestionError,
    OtherSchemaError,
    asked,
    of_address,
    read_address,
    read_autodiscover,
)
from advisor.web.settings import EXTENSION as SETTINGS

EXTENSION = "mailweiche.served"
AUTOCONFIG = "/mail/config-v1.1.xml"
WELL_KNOWN = "/.well-known/autoconfig/mail/config-v1.1.xml"
PROFILE = "/mail/apple.mobileconfig"
AUTODISCOVER = "/autodiscover/autodiscover.xml"
AUTODISCOVER_JSON = "/autodiscover/autodiscover.json"
AUTODISCOVER_V1 = "autodiscoverv1"
_XML_PATH = "/<any_case('autodiscover'):_folder>/<any_case('autodiscover.xml'):_file>"
_JSON_PATH = "/<any_case('autodiscover'):_folder>/<any_case('autodiscover.json'):_file>"
_VERSION = "<any_case('v1.0'):_version>"

blueprint = Blueprint("served", __name__)


class AnyCase(BaseConverter):
    """One word of a path, in capital or small letters."""

    def __init__(self, map: Map, word: str) -> None:  # noqa: A002 - the name that Werkzeug gives it
        """``word`` is taken as it is."""
        super().__init__(map)
        escaped = word.replace(".", r"\.")
        self.regex = f"(?i:{escaped})"


class Desk:
    """What the answers of one app share: who asked how often, and what is known."""

    def __init__(self, counter: Counter, kept: KeptAnswers, place: PublicPlace | None) -> None:
        """``place``: where programs reach this installation; None: it answers nobody."""
        self.counter = counter
        self.kept = kept
        self.place = place


def init_app(app: Flask) -> None:
    """Bind the desk; without a public address that programs can reach nobody is answered."""
    app.url_map.converters["any_case"] = AnyCase
    configured = cast("Settings", app.extensions[SETTINGS])
    place = public_place(configured.public_url)
    app.extensions[EXTENSION] = Desk(Counter(configured.served_per_minute), KeptAnswers(), place)


def desk() -> Desk:
    """That of the running app."""
    return cast("Desk", current_app.extensions[EXTENSION])


@blueprint.before_request
def count() -> Response | None:
    """Refuse who asks too often, whatever they ask."""
    seconds = desk().counter.wait(request.remote_addr)
    return replies.too_many(seconds) if seconds else None


@blueprint.get(AUTOCONFIG, merge_slashes=False)
@blueprint.get(WELL_KNOWN, merge_slashes=False)
def autoconfig() -> Response:
    """The file for Thunderbird and others, which put the address in themselves; so it is the same for all."""
    found = _found(_asked("emailaddress"))
    return (
        replies.not_found()
        if found is None or found.autoconfig is None
        else replies.file(found.autoconfig, replies.XML)
    )


@blueprint.get(PROFILE, merge_slashes=False)
def configuration_profile() -> Response:
    """The profile for an iPhone, iPad or Mac; it holds the address, so there must be one."""
    question = _asked("emailaddress")
    found = _found(question)
    if found is None or question is None or question.address is None:
        return replies.not_found()
    content = found.configuration_profile(question.address)
    return replies.not_found() if content is None else replies.profile(content)


@blueprint.get(pacc.PATH, merge_slashes=False)
def user_agent_configuration() -> Response:
    """The file of PACC, always the same bytes until other settings are released."""
    found = _found(_asked())
    return replies.not_found() if found is None or found.pacc is None else replies.file(found.pacc, replies.JSON)


@blueprint.route(_XML_PATH, methods=["GET", "POST"], merge_slashes=False)
def autodiscover(**_words: str) -> Response:
    """Autodiscover for classic Outlook. What is no question gets Autodiscover's own error, whatever the domain."""
    try:
        address = read_autodiscover(_body())
    except BadQuestionError:
        return replies.autodiscover_error(*replies.INVALID_REQUEST)
    except OtherSchemaError:
        return replies.autodiscover_error(*replies.NO_PROVIDER)
    found = _found(of_address(address))
    content = found.autodiscover(address) if found else None
    return replies.not_found() if content is None else replies.file(content, replies.XML, personal=True)


@blueprint.get(_JSON_PATH, merge_slashes=False)
@blueprint.get(f"{_JSON_PATH}/{_VERSION}/<address>", merge_slashes=False)
def autodiscover_json(address: str | None = None, **_words: str) -> Response:
    """Autodiscover v2: where to ask on. The address comes from the configuration, never from ``Host``."""
    if [value.lower() for value in _values("protocol")] != [AUTODISCOVER_V1]:
        return replies.other_protocol()
    question = _asked("email") if address is None else _of(address)
    found, place = _found(question), desk().place
    if found is None or place is None or Target.OUTLOOK_POX not in found.personal:
        return replies.not_found()
    return replies.autodiscover_json(f"{place.url}{AUTODISCOVER}")


def _asked(parameter: str = "") -> Asked | None:
    """What the question is about; None where it is none."""
    try:
        return asked(_values(parameter) if parameter else [], request.host)
    except BadQuestionError:
        return None


def _of(text: str) -> Asked | None:
    try:
        return of_address(read_address(text))
    except BadQuestionError:
        return None


def _values(parameter: str) -> list[str]:
    """All values of a parameter, whose name may be written in any case."""
    return [value for name, value in request.args.items(multi=True) if name.lower() == parameter]


def _found(question: Asked | None) -> Answers | None:
    if question is None or desk().place is None:
        return None
    found = (desk().kept.of(domain) for domain in question.domains)
    return next((answers for answers in found if answers is not None), None)


def _body() -> bytes:
    """What was sent, or more than is allowed of it."""
    if (request.content_length or 0) > MAX_BODY:
        raise BadQuestionError
    return request.stream.read(MAX_BODY + 1)
