"""What the server makes a condition of each way, exactly; whole advices are tried in ``test_server_facts``."""

import pytest

from advisor.decision.codes import Insecurity
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts
from advisor.decision.server_conditions import server_conditions
from advisor.settings.codes import Alternative, ReadingProtocol
from probes.codes import Offer
from tests.unit.decision.conftest import make_company

IMAP, ARCHIVE, KEEP, DELETE = Alternative
BOTH = {"imap": Offer.OFFERED, "pop3": Offer.OFFERED, "uidl": True}
SECOND = {"second_factor": "yes"}
TWO = {"devices": "two"}
ENABLED = {"notes": ("must_enable_imap", "must_enable_pop3")}
CERTIFICATE = {"imap": Offer.INSECURE_ONLY, "insecure": ((ReadingProtocol.IMAP, Insecurity.CERTIFICATE),)}
OFF = {"imap": Offer.NOT_FOUND}
FETCHES = {"data_control": "off_provider", "device_backup": "tested"}


@pytest.mark.parametrize(
    ("facts", "answers", "way", "told"),
    [
        ({}, {}, IMAP, []),
        ({}, {}, KEEP, []),
        (ENABLED, {}, ARCHIVE, [("enable_protocol", {"protocol": "imap"})]),
        (ENABLED, {}, KEEP, [("enable_protocol", {"protocol": "pop3"})]),
        (CERTIFICATE, {}, IMAP, [("require_tls", {"protocol": "imap", "why": "certificate"})]),
        (CERTIFICATE, {}, KEEP, []),
        ({"pop3": Offer.INSECURE_ONLY}, {}, KEEP, [("require_tls", {"protocol": "pop3"})]),
        ({"imap": Offer.UNREACHABLE}, {}, KEEP, [("check_server", {"protocol": "imap"})]),
        (OFF, {}, KEEP, [("ask_provider_for_imap", {"why": "better"})]),
        (OFF, FETCHES, KEEP, []),
        ({**OFF, "uidl": False}, {**FETCHES, "keep_copy_on_server": "no"}, DELETE, []),
        (OFF, TWO, KEEP, [("ask_provider_for_imap", {})]),
        ({"oauth2_only": (ReadingProtocol.IMAP,)}, {}, IMAP, [("oauth2_required", {})]),
        ({"oauth2_only": (ReadingProtocol.IMAP,)}, {}, KEEP, []),
        ({"notes": ("oauth2_required",)}, {}, KEEP, [("oauth2_required", {})]),
        ({"notes": ("bridge_only",)}, {}, IMAP, [("bridge_required", {})]),
        ({"notes": ("app_password_required",)}, {}, IMAP, [("app_password", {})]),
        ({"notes": ("app_password_with_2fa",)}, {}, IMAP, []),
        ({"notes": ("app_password_with_2fa",)}, SECOND, IMAP, [("app_password", {}), ("keep_second_factor", {})]),
        ({}, SECOND, IMAP, [("keep_second_factor", {})]),
        ({}, {"second_factor": "unknown"}, KEEP, [("keep_second_factor", {})]),
        ({"login_delay": 3660}, {}, KEEP, [("poll_interval", {"minutes": 61})]),
        ({"login_delay": 3661}, {}, DELETE, [("poll_interval", {"minutes": 62})]),
        ({"login_delay": 3660}, {}, IMAP, []),
        ({"expire_days": 10}, {}, DELETE, [("server_expires", {"days": 10})]),
        ({"expire_days": 27}, {}, KEEP, [("server_expires", {"days": 27}), ("short_copy", {"days": 27, "needed": 28})]),
        ({"expire_days": 28}, {}, KEEP, [("server_expires", {"days": 28})]),
        ({"expire_days": 0}, {}, DELETE, []),
        (
            {**OFF, "expire_days": 10},
            TWO,
            KEEP,
            [("ask_provider_for_imap", {}), ("server_expires", {"days": 10})],
        ),
        ({"expire_days": 10}, {}, ARCHIVE, []),
        ({"special_use": False}, TWO, IMAP, [("sent_folder_by_hand", {})]),
        ({"special_use": False}, {"shared_addresses": "few"}, IMAP, [("sent_folder_by_hand", {})]),
        ({"special_use": False}, {"webmail": "yes"}, IMAP, [("sent_folder_by_hand", {})]),
        ({"special_use": False}, {}, IMAP, []),
        ({"special_use": True}, TWO, IMAP, []),
        ({"special_use": False}, TWO, KEEP, []),
        ({"shared_folders": True}, {"shared_addresses": "few"}, IMAP, [("shared_folders", {})]),
        ({"shared_folders": True}, {"shared_addresses": "many"}, ARCHIVE, [("shared_folders", {})]),
        ({"shared_folders": False}, {"shared_addresses": "many"}, IMAP, [("shared_password", {})]),
        ({}, {"shared_addresses": "many"}, IMAP, []),
        ({"shared_folders": True}, {}, IMAP, []),
        ({"idle": False}, {"immediacy": "at_once"}, IMAP, [("no_push", {})]),
        ({"idle": False}, {"immediacy": "at_once"}, KEEP, []),
    ],
)
def test_what_the_server_asks_of_each_way(facts, answers, way, told):
    now = evaluate(make_company(**{"second_factor": "no", **answers}), ServerFacts(reported=True, **{**BOTH, **facts}))
    assert [(one.code.value, dict(one.params)) for one in server_conditions(now, way)] == told
