"""Every sentence of the profiles and the staff list, whichever table it stands in."""

import pkgutil
import re
import string
from dataclasses import fields, is_dataclass
from importlib import import_module

import pytest

import advisor.profiles
import advisor.settings
from advisor.text import Text


def texts_in(value):
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def modules():
    for package in (advisor.profiles, advisor.settings):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield import_module(found.name)


TEXTS = sorted({text for module in modules() for text in texts_in(list(vars(module).values()))}, key=lambda t: t.en)


def names(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_there_are_texts():
    assert len(TEXTS) > 200


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_both_languages_are_complete_and_in_the_house_style(text):
    assert text.de.strip() == text.de
    assert text.en.strip() == text.en
    assert text.de
    assert text.en
    assert names(text.de) == names(text.en)
    assert not re.search(r"[ß\"„“”]|(?i:\bbitte\b|\bleider\b)", text.de)
    assert not re.search(r"[ß\"«»]|(?i:\bplease\b|\bsorry\b)", text.en)
    assert text.de.endswith(".") is text.en.endswith(".")
    assert "  " not in text.de + text.en
