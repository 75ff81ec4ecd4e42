"""A strict check of Autodiscover responses (POX), as a schema would do it: the documented elements and values only."""

import re
from xml.etree import ElementTree as ET

ROOT = "{http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006}"
OURS = "{http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a}"
HOST = r"[a-z0-9.-]{1,253}"
SWITCH = "on|off"
ELEMENTS = {
    "Type": "IMAP|POP3|SMTP",
    "TTL": r"[1-9][0-9]{0,3}",
    "Server": HOST,
    "Port": r"[1-9][0-9]{0,4}",
    "LoginName": r"\S(.*\S)?",
    "DomainRequired": SWITCH,
    "SPA": SWITCH,
    "SSL": SWITCH,
    "Encryption": "None|SSL|TLS|Auto",
    "AuthRequired": SWITCH,
    "UsePOPAuth": SWITCH,
    "SMTPLast": SWITCH,
}
SMTP_ONLY = {"UsePOPAuth", "SMTPLast"}
OPTIONAL = {"LoginName", *SMTP_ONLY}


def read(data: bytes) -> list[dict[str, str]]:
    """The protocols of a response that keeps all rules, in its order."""
    root = ET.fromstring(data)
    assert root.tag == f"{ROOT}Autodiscover"
    (response,) = root
    assert response.tag == f"{OURS}Response"
    user, account = response
    assert [each.tag for each in user] == [f"{OURS}DisplayName"]
    kind, action, *protocols = account
    assert (account.tag, kind.tag, action.tag) == (f"{OURS}Account", f"{OURS}AccountType", f"{OURS}Action")
    assert (kind.text, action.text) == ("email", "settings")
    read_protocols = [_protocol(each) for each in protocols]
    assert [each["Type"] for each in read_protocols] in (["IMAP", "SMTP"], ["POP3", "SMTP"])
    return read_protocols


def _protocol(element: ET.Element) -> dict[str, str]:
    assert element.tag == f"{OURS}Protocol"
    values = {}
    for each in element:
        name = each.tag.removeprefix(OURS)
        assert not each.attrib
        assert not len(each)
        assert name not in values
        assert re.fullmatch(ELEMENTS[name], each.text), (name, each.text)
        values[name] = each.text
    assert set(values) >= set(ELEMENTS) - OPTIONAL
    assert values["Type"] == "SMTP" or not SMTP_ONLY & set(values)
    assert int(values["Port"]) <= 65535
    return values
