"""The form for an older report that shall be compared with the newest one."""

from flask_babel import lazy_gettext
from flask_wtf.file import FileField

from advisor.report.compare.values import DifferentDomainsError
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.server_report import read_server_report
from advisor.report.texts.changes import TWO_DOMAINS
from advisor.web import i18n
from advisor.web.forms.upload import UploadForm
from advisor.web.i18n import gettext
from probes.results import ProbeReport

LARGEST_REPORT = 400_000  # bytes; more than the longest list of servers that a check looks at


class OldReportForm(UploadForm):
    """A report as a JSON file."""

    file = FileField(lazy_gettext("An older report (JSON file)"))

    def report(self, domain: str) -> ProbeReport | None:
        """The report of this domain, or None, and then the field says why."""
        data = self.content()
        if data is None:
            self.refuse(gettext("Choose a file first."))
            return None
        try:
            return _read(data, domain)
        except DocumentError as error:
            self.refuse(error.sentence(i18n.current()))
        except DifferentDomainsError as error:
            self.refuse(TWO_DOMAINS.into(i18n.current(), old=error.old, new=error.new))
        return None


def _read(data: bytes, domain: str) -> ProbeReport:
    if len(data) > LARGEST_REPORT:
        raise DocumentError(Problem.TOO_LARGE, limit=LARGEST_REPORT)
    report = read_server_report(data).report
    if report.domain != domain:
        raise DifferentDomainsError(report.domain[:254], domain)
    return report
