"""Conditions that the server makes: what the provider must do first, and what to mind because of what it can."""

from collections.abc import Iterator

from advisor.decision.codes import Ability
from advisor.decision.codes import ConditionCode as Code
from advisor.decision.evaluation import Evaluation
from advisor.decision.keep_days import keep_days
from advisor.decision.recommendation import Condition
from advisor.decision.rules import read_as
from advisor.decision.status import untested_protocols
from advisor.decision.wished import waits_for_mail, wished
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.clients.oauth2 import not_known_to_sign_in
from advisor.settings.codes import Alternative, ReadingProtocol
from probes.codes import Offer

_ENABLE = {ReadingProtocol.IMAP: "must_enable_imap", ReadingProtocol.POP3: "must_enable_pop3"}
_SECONDS_PER_MINUTE = 60


def server_conditions(now: Evaluation, recommended: Alternative) -> Iterator[Condition]:
    """What must be so at the server before the advised way can be set up, then what to mind there."""
    yield from _of_access(now, recommended.protocol)
    yield from _of_sign_in(now, recommended.protocol)
    if recommended.protocol is ReadingProtocol.POP3:
        yield from _of_fetching(now, recommended)
    else:
        yield from _of_reading(now, recommended)


def _of_access(now: Evaluation, protocol: ReadingProtocol) -> Iterator[Condition]:
    facts, named = now.facts, ("protocol", protocol.value)
    if now.verdict.pop3_only_exception:
        yield Condition(Code.ASK_PROVIDER_FOR_IMAP)
    elif facts.is_off(ReadingProtocol.IMAP) and _imap_is_wished(now):
        yield Condition(Code.ASK_PROVIDER_FOR_IMAP, (("why", "better"),))
    for untested in untested_protocols(now):
        yield Condition(Code.CHECK_SERVER, (("protocol", untested.value),))
    if facts.offer(protocol) is Offer.INSECURE_ONLY:
        why = facts.insecurity(protocol)
        yield Condition(Code.REQUIRE_TLS, (named,) if why is None else (named, ("why", why.value)))
    if _ENABLE[protocol] in facts.notes:
        yield Condition(Code.ENABLE_PROTOCOL, (named,))


def _imap_is_wished(now: Evaluation) -> bool:
    wish = wished(now)
    return wish is not None and Ability.IMAP in wish.missing


def _of_sign_in(now: Evaluation, protocol: ReadingProtocol) -> Iterator[Condition]:
    second_factor = read_as(now.answers, Key.SECOND_FACTOR) == "yes"
    facts = now.facts
    if "oauth2_required" in facts.notes or protocol in facts.oauth2_only:
        unsure = not_known_to_sign_in(now.answers.several(Key.PROGRAMS), facts.provider)
        yield Condition(Code.OAUTH2_REQUIRED, (("programs", ",".join(unsure)),) if unsure else ())
    if "bridge_only" in facts.notes:
        yield Condition(Code.BRIDGE_REQUIRED)
    if "app_password_required" in facts.notes or (second_factor and "app_password_with_2fa" in facts.notes):
        yield Condition(Code.APP_PASSWORD)
    if second_factor:
        yield Condition(Code.KEEP_SECOND_FACTOR)


def _of_fetching(now: Evaluation, recommended: Alternative) -> Iterator[Condition]:
    facts = now.facts
    if facts.login_delay is not None:
        yield Condition(Code.POLL_INTERVAL, (("minutes", -(-facts.login_delay // _SECONDS_PER_MINUTE)),))
    if facts.expire_days:
        yield Condition(Code.SERVER_EXPIRES, (("days", facts.expire_days),))
    kept = keep_days(now.answers, facts)
    if recommended is Alternative.POP3_KEEP and not now.verdict.pop3_only_exception and kept.days < kept.needed:
        yield Condition(Code.SHORT_COPY, (("days", kept.days), ("needed", kept.needed)))


def _of_reading(now: Evaluation, recommended: Alternative) -> Iterator[Condition]:
    answers, facts = now.answers, now.facts
    if waits_for_mail(answers, facts, recommended):
        yield Condition(Code.NO_PUSH)
    if facts.special_use is False and _sent_mail_is_seen_twice(answers):
        yield Condition(Code.SENT_FOLDER_BY_HAND)
    if answers.code(Key.SHARED_ADDRESSES) in ("few", "many") and facts.shared_folders is not None:
        yield Condition(Code.SHARED_FOLDERS if facts.shared_folders else Code.SHARED_PASSWORD)


def _sent_mail_is_seen_twice(answers: Answers) -> bool:
    """Whether sent mail is looked for on more than one device or by more than one person."""
    alone = read_as(answers, Key.DEVICES) == "one" and read_as(answers, Key.SHARED_ADDRESSES) == "none"
    return not alone or answers.code(Key.WEBMAIL) == "yes"
