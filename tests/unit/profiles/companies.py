"""Builders for settings and people."""

from dataclasses import replace
from datetime import UTC, datetime

from advisor.profiles.account import Form, account_for
from advisor.settings.codes import Alternative, Role
from advisor.settings.values import CompanySettings, Person, ServerSettings
from advisor.text import Language
from probes.codes import Authentication, Security, Source, Trust, UsernameForm

ANNA = Person("anna@firma.ch", "Anna Müller")
BEN = Person("ben@firma.ch", "Ben Ash", language=Language.EN)
COLLECTOR = Person("info@firma.ch", "Archiv-PC", role=Role.COLLECTOR)
WAYS = {
    Form.IMAP: (Alternative.IMAP, None),
    Form.IMAP_ARCHIVE: (Alternative.IMAP_ARCHIVE, None),
    Form.POP3_KEEP_DAYS: (Alternative.POP3_KEEP, 21),
    Form.POP3_KEEP_FOREVER: (Alternative.POP3_KEEP, None),
    Form.POP3_DELETE: (Alternative.POP3_DELETE, None),
}


def server(host="imap.firma.ch", port=993, security=Security.TLS, **changes) -> ServerSettings:
    """A proven server that takes a password."""
    proven = ServerSettings(
        host=host,
        port=port,
        security=security,
        username=UsernameForm.ADDRESS,
        username_template=None,
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
        proven=True,
        checked_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        source=Source.SRV,
        trust=Trust.TRUSTED,
    )
    return replace(proven, **changes)


def company(form=Form.IMAP, **changes) -> CompanySettings:
    """A company with all three servers that reads in this form."""
    alternative, keep_days = WAYS[form]
    settings = CompanySettings(
        organisation="Firma & Söhne AG",
        domain="firma.ch",
        alternative=alternative,
        keep_days=keep_days,
        imap=server(),
        pop3=server("pop.firma.ch", 995),
        submission=server("smtp.firma.ch", 465),
    )
    return replace(settings, **changes)


def account(form=Form.IMAP, person=ANNA, **changes):
    """The account of ``person`` at such a company."""
    return account_for(company(form, **changes), person)
