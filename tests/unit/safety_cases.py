"""Companies, servers and files for the rules of ``test_safety_rules``."""

from hypothesis import settings
from hypothesis import strategies as st

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Kind
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_company, make_server
from tests.unit.profiles.companies import ANNA, BEN, company
from tests.unit.profiles.file_words import words_in

EXAMPLES = settings(max_examples=25, deadline=None)
CHOICES = {key: st.sampled_from(row.codes) for key, row in QUESTIONS.items() if row.kind is Kind.CHOICE}
ANSWERS = st.fixed_dictionaries({}, optional=CHOICES).map(Answers.of)
PAIRS = [(key.value, code) for key, row in QUESTIONS.items() if row.kind is Kind.CHOICE for code in row.codes]
AWAY = {"device_backup": "tested", "keep_copy_on_server": "no", "data_control": "off_provider"}
POP3_ONLY = make_server(imap="not_found")


def companies(**fixed):
    """The typical company with up to three answers set otherwise and the ``fixed`` ones as named.

    Tests take out the cases that a rule does not speak of by ``assume``: were none left, they would fail.
    """
    differing = st.lists(st.sampled_from(PAIRS), max_size=3).map(dict)
    named = st.fixed_dictionaries({key: st.sampled_from(codes) for key, codes in fixed.items()})
    return st.tuples(differing, named).map(lambda two: make_company(**{**two[0], **two[1]}))


SERVERS = st.sampled_from([None, make_server(), make_server(imap="not_found"), make_server(pop3="not_found")])


def feasible(advice) -> set[Alternative]:
    return {row.alternative for row in advice.ranking if row.feasible}


def conditions(advice) -> set[str]:
    return {condition.code for condition in advice.conditions}


def exported(form=Form.IMAP, people=(ANNA, BEN), **changes) -> dict[str, str]:
    return {file.path: words_in(file.data) for file in export(company(form, **changes), people)}


FORBIDDEN_ACTIONS = r"\b(accept|akzeptieren sie|klicken sie auf ja|ignorieren sie)\b"
FORBIDDEN_STEPS = r"(?i)kontotyp ändern|change the (account )?type|leeren sie (den|das|die)|empty the (trash|mailbox)"
