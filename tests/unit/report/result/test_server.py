"""The few rows about the server on the result page."""

from dataclasses import replace

import pytest

from advisor.report.result.server import server_summary
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from probes.codes import Offer, Protocol, Reason, Security
from probes.results import Offers
from tests.made_up.probe_reports import ALL, GOOD, failed
from tests.unit.report.result.test_view import ADVICE

UNREACHED = Offers(Offer.UNREACHABLE, Offer.UNREACHABLE, Offer.UNREACHABLE)
ENDED = [Reason.RATE_LIMITED, Reason.TURNED_AWAY, Reason.FILTERED, Reason.LIMIT_EXCEEDED]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "report",
    [
        *ALL.values(),
        *(
            replace(GOOD, services=(failed(Protocol.IMAP, 993, Security.TLS, reason),), offers=UNREACHED)
            for reason in ENDED
        ),
    ],
)
def test_the_result_says_of_each_service_what_the_check_says(report, language):
    server = complete(report)
    said = [row.reachable for row in server_summary(ADVICE, server, language).rows]
    assert said == [service.status for service in server_view(server, language).services]
