"""People whose names, user names and addresses try to become settings of terminal programs."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.formats.catalogue import refusals
from advisor.settings.codes import Alternative, Role
from advisor.settings.values import Person
from tests.unit.profiles.companies import ANNA, account, company

LONGEST = "x" * 255
TRICKS = (
    *('"', "'", "\\", "`touch pwned`", "$HOME", "$(id)", "%", "%%", "%(ssl)s", "%U", ";", "#", " #", "[options]", "="),
    *(":", "\n", "\r\n", '\nPassCmd "id"', "\x00", "\x1b[2J", "\u202e", "\u2028", "\u00a0", "{", "}", "~", "|"),
    *("&", "!", "ü", "😀", "@firma.ch", '"""', "\\x22", "\\n"),
)
ADDRESSES = (
    *("anna@firma.ch", "o'neil+x@firma.ch", "con@firma.ch", "A/=b@firma.ch"),
    "a!b#c`id`$d%U|e&f{g}~h@müller.ch",
)

hostile = st.lists(st.sampled_from(TRICKS) | st.text(max_size=8), max_size=6).map("".join)
hostile_people = st.builds(
    Person, address=st.sampled_from(ADDRESSES), name=hostile, username=hostile | st.just(LONGEST)
)
hostile_test = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def terminal_file(target, form=Form.IMAP, person=ANNA, **changes):
    """The text of the exported file, the comment at its top apart; ("", "") where there is none."""
    made = [file for file in export(company(form, **changes), (person,), only={target}) if file.target]
    assert bool(made) is not bool(refusals(target, account(form, person, **changes)))
    if not made:
        return "", ""
    comment, _, content = made[0].data.decode().partition("\n\n")
    assert all(line.startswith("# ") or line == "#" for line in comment.splitlines())
    assert not any(line.endswith("\\") for line in comment.splitlines())
    return comment, content


def collector(alternative=Alternative.IMAP_ARCHIVE):
    """The collecting computer."""
    return Person("info@firma.ch", "Archiv-PC", role=Role.COLLECTOR, alternative=alternative)
