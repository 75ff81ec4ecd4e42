"""What mail programs ask by themselves: Autoconfig, Autodiscover, PACC and configuration profiles.

``Host`` is a name to look up, never part of an answer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Request

from advisor.profiles.formats import pacc
from advisor.profiles.targets import Target
from advisor.web.served import replies
from advisor.web.served.desk import Desk
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
from advisor.web.served.replies import XML, Reply

AUTOCONFIG = "/mail/config-v1.1.xml"
WELL_KNOWN = "/.well-known/autoconfig/mail/config-v1.1.xml"
PROFILE = "/mail/apple.mobileconfig"
AUTODISCOVER = "/autodiscover/autodiscover.xml"
AUTODISCOVER_JSON = "/autodiscover/autodiscover.json"
_WITH_ADDRESS = f"{AUTODISCOVER_JSON}/v1.0/"
_VERSION_1 = "autodiscoverv1"
_READ, _READ_OR_SENT = ("GET", "HEAD"), ("GET", "HEAD", "POST")


class Question(Request):
    """What a program sent."""

    max_content_length = MAX_BODY


@dataclass(frozen=True, slots=True)
class Place:
    """Who answers at one address, to which methods. An error of reading is ``BadQuestionError``: nothing is there."""

    answer: Callable[[Question, Desk], Reply]
    methods: tuple[str, ...] = _READ


def autoconfig(question: Question, desk: Desk) -> Reply:
    """The file for Thunderbird and others, which put the address in themselves; so it is the same for all."""
    found = desk.answers(_asked(question, "emailaddress").domains)
    return replies.not_found() if found is None or found.autoconfig is None else replies.file(found.autoconfig, XML)


def configuration_profile(question: Question, desk: Desk) -> Reply:
    """The profile for an iPhone, iPad or Mac; it holds the address, so there must be one."""
    about = _asked(question, "emailaddress")
    found = desk.answers(about.domains)
    content = found.configuration_profile(about.address) if found and about.address else None
    return replies.not_found() if content is None else replies.profile(content)


def user_agent_configuration(question: Question, desk: Desk) -> Reply:
    """The file of PACC, always the same bytes until other settings are released."""
    found = desk.answers(asked([], question.host).domains)
    return replies.not_found() if found is None or found.pacc is None else replies.file(found.pacc, replies.JSON)


def autodiscover(question: Question, desk: Desk) -> Reply:
    """Autodiscover for classic Outlook. What is no question gets Autodiscover's own error, whatever the domain."""
    try:
        address = read_autodiscover(_body(question))
    except BadQuestionError:
        return replies.autodiscover_error(*replies.INVALID_REQUEST)
    except OtherSchemaError:
        return replies.autodiscover_error(*replies.NO_PROVIDER)
    found = desk.answers(of_address(address).domains)
    content = found.autodiscover(address) if found else None
    return replies.not_found() if content is None else replies.file(content, XML, personal=True)


def autodiscover_json(question: Question, desk: Desk) -> Reply:
    """Autodiscover v2: where to ask on. The address comes from the configuration, never from ``Host``."""
    if [value.lower() for value in _values(question, "protocol")] != [_VERSION_1]:
        return replies.other_protocol()
    in_path = question.path[len(_WITH_ADDRESS) :]
    about = of_address(read_address(in_path)) if in_path else _asked(question, "email")
    found = desk.answers(about.domains)
    if found is None or desk.place is None or Target.OUTLOOK_POX not in found.personal:
        return replies.not_found()
    return replies.autodiscover_json(f"{desk.place.url}{AUTODISCOVER}")


_PLACES = {
    AUTOCONFIG: Place(autoconfig),
    WELL_KNOWN: Place(autoconfig),
    PROFILE: Place(configuration_profile),
    pacc.PATH: Place(user_agent_configuration),
}
_IN_ANY_CASE = {AUTODISCOVER: Place(autodiscover, _READ_OR_SENT), AUTODISCOVER_JSON: Place(autodiscover_json)}


def place_for(path: str) -> Place | None:
    """Who answers here, or None where programs ask nothing."""
    found = _PLACES.get(path)
    if found is not None:
        return found
    small = path.lower()
    return _IN_ANY_CASE.get(AUTODISCOVER_JSON if small.startswith(_WITH_ADDRESS) else small)


def _asked(question: Question, parameter: str) -> Asked:
    return asked(_values(question, parameter), question.host)


def _values(question: Question, parameter: str) -> list[str]:
    """All values of a parameter, whose name may be written in any case."""
    return [value for name, value in question.args.items(multi=True) if name.lower() == parameter]


def _body(question: Question) -> bytes:
    try:
        return question.stream.read(MAX_BODY + 1)
    except RequestEntityTooLarge as error:
        raise BadQuestionError from error
