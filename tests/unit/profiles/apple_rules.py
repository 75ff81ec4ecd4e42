"""A checker for configuration profiles that reads its rules from ``tests/data/apple/payload_rules.json``."""

import json
import plistlib
import re
from datetime import datetime
from pathlib import Path
from uuid import UUID

RULES = json.loads((Path(__file__).parents[2] / "data" / "apple" / "payload_rules.json").read_text("utf-8"))
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "dictionary": dict, "date": datetime}
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


def problems(data: bytes) -> list[str]:
    """Everything that is wrong with a profile: ``key: what``."""
    profile = plistlib.loads(data)
    found = check(profile, RULES["top_level"])
    for payload in profile.get("PayloadContent", []) if isinstance(profile.get("PayloadContent"), list) else []:
        found += check(payload, RULES["mail"])
        if "IncomingMailServerIMAPPathPrefix" in payload and payload.get("EmailAccountType") != "EmailTypeIMAP":
            found.append("IncomingMailServerIMAPPathPrefix: imap only")
    return found


def check(payload: dict, rules: dict) -> list[str]:
    """The problems of one dictionary against its rules."""
    found = [f"{key}: unknown" for key in payload if key not in rules]
    for key, rule in rules.items():
        if key not in payload:
            found += [f"{key}: missing"] if rule["presence"] == "required" else []
            continue
        if rule["presence"] == "never":
            found.append(f"{key}: never")
        found += [f"{key}: {what}" for what in value_problems(payload[key], rule)]
    return found


def value_problems(value, rule: dict) -> list[str]:
    """What is wrong with one value: type, values, range or format."""
    if type(value) is not TYPES[rule["type"]]:
        return ["type"]
    if "values" in rule and value not in rule["values"]:
        return ["values"]
    if "range" in rule and not rule["range"][0] <= value <= rule["range"][1]:
        return ["range"]
    if "format" in rule and not FORMATS[rule["format"]](value):
        return ["format"]
    return []


def is_uuid(text: str) -> bool:
    """Eight-four-four-four-twelve, in capitals."""
    try:
        return str(UUID(text)).upper() == text
    except ValueError:
        return False


def is_consent(texts: dict) -> bool:
    """One text for all languages and one for each, none of them empty."""
    return "default" in texts and all(type(text) is str and text.strip() for text in texts.values())


FORMATS = {
    "consent": is_consent,
    "uuid": is_uuid,
    "host": lambda text: bool(HOST.fullmatch(text)),
    "reverse_dns": lambda text: bool(HOST.fullmatch(text)),
    "address": lambda text: bool(HOST.fullmatch(text.rpartition("@")[2])) and text.count("@") == 1 and text.isascii(),
}
