"""Who does what next about one thing."""

from advisor.report.arrival.values import Item, Status, Thing, Why
from advisor.report.texts import arrival_reasons as words
from advisor.text import Language, Text

_RECORDS = frozenset(
    {item for item in Item if item.value.startswith("srv_")} | {Item.PACC_DIGEST, Item.AUTODISCOVER_SRV}
)
_FOR_OUTLOOK = frozenset({Item.AUTODISCOVER, Item.AUTODISCOVER_SRV})
_SECOND_PLACES = frozenset({Item.WELL_KNOWN, Item.AUTOCONFIG_HTTP, Item.WELL_KNOWN_HTTP})
_BY_WHY: dict[Why, Text] = {
    Why.CERTIFICATE: words.GET_CERTIFICATE,
    Why.NO_ANSWER: words.MEND_SERVER,
    Why.ENCRYPTION: words.MEND_SERVER,
    Why.WEB_ERROR: words.MEND_SERVER,
    Why.LOGIN: words.NO_LOGIN,
    Why.OVER_HTTP: words.ONLY_HTTPS,
    Why.WRONG_CONTENT_TYPE: words.SET_TYPE,
}
_NOTHING_TO_DO = frozenset({Status.SAME, Status.NOT_NEEDED})


def action(thing: Thing, domain: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """The sentence, and the records that go with it; both empty where there is nothing to do."""
    if thing.status in _NOTHING_TO_DO:
        return "", ()
    text = _text(thing)
    lines = thing.lines if text in _WITH_LINES else ()
    return text.into(language, file=_file(thing, domain, text), kind=_kind(thing)), lines


_WITH_LINES = frozenset({words.PUT_RECORD, words.PUT_NAME, words.RENEW_DIGEST, words.FILE_WAS_CHANGED})


def _text(thing: Thing) -> Text:
    if thing.status is Status.NOT_ASKED:
        return words.LATER_DNS if thing.why is Why.DNS_SILENT else words.LATER
    if not thing.wanted:
        return words.DROP_RECORD if thing.item in _RECORDS else words.DROP_FILE
    if thing.item is Item.PACC_DIGEST and thing.status is Status.OTHER:
        return words.FILE_WAS_CHANGED if thing.as_exported is False else words.RENEW_DIGEST
    if thing.item is Item.AUTODISCOVER_SRV:
        return words.PUT_RECORD if thing.why in (Why.NO_RECORD, Why.UNUSABLE) else _of_web(thing)
    if thing.item in _RECORDS:
        return words.PUT_RECORD if thing.lines else words.DROP_RECORD
    return _of_web(thing)


def _of_web(thing: Thing) -> Text:
    if thing.why is Why.NO_NAME:
        return words.PUT_NAME if thing.lines else words.MEND_SERVER
    if thing.why in _BY_WHY:
        return _BY_WHY[thing.why]
    if thing.item in _FOR_OUTLOOK:
        return words.PUT_ANSWER
    return words.PUT_FILE_OR_DROP if thing.item in _SECOND_PLACES else words.PUT_FILE


def _file(thing: Thing, domain: str, text: Text) -> str:
    """The path in the ZIP of what is to be put there."""
    if text is words.PUT_RECORD:
        return f"company/dns/{domain}.zone"
    if thing.item in (Item.PACC_FILE, Item.PACC_DIGEST):
        return "company/dns/user-agent-configuration.json"
    return "outlook/autodiscover.xml" if thing.item in _FOR_OUTLOOK else f"company/thunderbird/{domain}.xml"


def _kind(thing: Thing) -> str:
    return "application/json" if thing.item is Item.PACC_FILE else "text/xml"
