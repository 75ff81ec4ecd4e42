"""The companies, lists and server checks that the states of the pages are made of."""

from dataclasses import replace

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.schema import CORE
from advisor.settings.codes import Alternative
from probes.codes import Offer, Protocol, Reason, Source, Trust
from probes.results import Offers, Provider
from tests.browser.seed import FIRM
from tests.made_up import arrival_reports
from tests.made_up.probe_reports import ENDPOINTS, GOOD, failed

ONE_PC = FIRM | {"devices": "one"}
TESTED = ONE_PC | {"device_backup": "tested", "keep_copy_on_server": "no", "mails_per_day": 40, "average_kb": 100}
FULL = FIRM | {"storage_gb_used": 18, "quota_gb": 10, "mail_location": "one_computer", "shared_addresses": "many"}
STRICT = TESTED | {"data_control": "off_provider", "provider_stay": "some_weeks"}
TRIED = "/result/what-if?question=data_control&answer"
OF_DEVICES = "/result/what-if?question=devices&answer"
CORE_ONLY = {key: FIRM[key] for key in CORE}
STAFF = (
    b"address;name;programs;language\n"
    b"anna@firma.example;Anna Muster;outlook;de\n"
    b"beat@firma.example;Beat Beispiel;apple;en\n"
    b"kein-at;Carla;apple;de\n"
)
NAMES = (
    "Anna Muster",
    "Beat Beispiel",
    "Carla Meier",
    "Dragan Petrović",
    "Eva Müller",
    "Fritz Huber",
    "Maximiliane von Wolkenstein-Hohenlohe-Schillingsfürst",
)
MANY = "address;name;programs;language\n" + "".join(f"p{n}@firma.example;{name};;de\n" for n, name in enumerate(NAMES))
HUNDREDS = "address;name\n" + "".join(f"p{n}@firma.example;Person {n}\n" for n in range(150))
ONE = "address;name;programs;language\nanna@firma.example;Anna Muster;{};de\n"
TWO = ONE.format("outlook") + "\naddress;name;programs\nanna@firma.example;Beat Beispiel;outlook\n"
EARLIER = (
    "address;name;alternative;keep_days\nanna@firma.example;Anna Muster;;\n"
    "beat@firma.example;Beat Beispiel;pop3_keep;14\n"
    "\naddress;name;alternative;keep_days\nanna@firma.example;Anna Muster;pop3_keep;14\n"
    "\naddress;name;alternative;keep_days\nbeat@firma.example;Beat Beispiel;;\n"
)
REFUSED = EARLIER + "\naddress;name\nanna@firma.example;Carla Meier\n"
AT_ONCE = "address;name;alternative;programs\nanna@firma.example;Anna Muster;pop3_delete;outlook\n"
CROWD = b"address;name\n" + b"".join(b"p%d@firma.example;Person %d\n" % (n, n) for n in range(30))
HALF_BAD = b"address;name\n" + b"".join(
    b"p%d@firma.example;Person %d\nno address;Person %d\n" % (n, n, n) for n in range(150)
)
STAFF_ALONE = b"address;name;programs\nanna@firma.example;Anna Muster;outlook\nbeat@firma.example;Beat Beispiel;apple\n"
STAFF_BESIDE = STAFF_ALONE + (
    b"info@firma.example;Zentrale;outlook\ninfo@firma.example;Carla;outlook\ndora@firma.example;Dora;apple,outlook\n"
)
STAFF_OPEN = b"address;name;programs\nanna@firma.example;Anna Muster;\nbeat@firma.example;Beat Beispiel;apple\n"
STAFF_LOSES = STAFF_ALONE.replace(b"programs", b"programs;alternative") + b"emil@firma.example;Emil;apple;imap\n"
STAFF_EXCLUDED = (
    "address;name;role;alternative;keep_days;programs\n"
    "anna@firma.example;Anna Muster;;pop3_delete;;outlook\n"
    "beat@firma.example;Beat Beispiel;;;;apple,outlook\n"
    "rechnungen-und-mahnungen@firma.example;Maximiliane von Wolkenstein-Hohenlohe;;pop3_keep;14;thunderbird\n"
    "carla@firma.example;K\u0160the Meier;;;;apple\n"
    "car1a@firma.example;Carla;;;;apple\n"
    "shop@firma.example;Bestellungen;program;imap;;\n"
    "info@firma.example;Archiv-PC;collector;;;thunderbird\n"
).encode()
TILL = {
    "devices": "one",
    "shared_addresses": "none",
    "readers": "program",
    "device_backup": "tested",
    "keep_copy_on_server": "no",
}
ON_ROAD = {"places": "several", "devices_leave_office": "unencrypted", "offline_reading": "all", "outages": "daily"}
LONG = "Aussendienstmitarbeiterinnen und Aussendienstmitarbeiter der Filiale Herzogenbuchsee-Wangenried"


def group(name: str, kind: GroupKind, count: int = 1, shares_with: str | None = None, **answers: object) -> Group:
    return Group(name, count, Answers.of(answers), kind, shares_with)


GROUPS = (
    group("Büro", GroupKind.OFFICE, 3),
    group("Aussendienst", GroupKind.ROAD, 4, **ON_ROAD),
    group("info@", GroupKind.SHARED, shared_addresses="few"),
    group("Buchhaltung", GroupKind.PC, **STRICT | {"provider_stay": "as_short_as_possible"}),
    group("Bestellsoftware", GroupKind.PROGRAM, shares_with="info@", **TILL),
    group(LONG, GroupKind.OTHER, 1_200),
)
M365 = replace(GOOD, provider=Provider("microsoft365", ("oauth2_required",), "2026-11-23"))
OFF = replace(GOOD, offers=Offers(Offer.NOT_FOUND, Offer.NOT_FOUND, Offer.OFFERED))
UNCERTAIN = replace(
    GOOD, claims=tuple(replace(one, source=Source.MX_PROVIDER, trust=Trust.NEEDS_CONSENT) for one in GOOD.claims)
)
SILENT = replace(GOOD, services=tuple(failed(*each, Reason.TLS_TIMEOUT) for each in ENDPOINTS))
POP3_ONLY = replace(GOOD, offers=Offers(Offer.NOT_FOUND, Offer.OFFERED, Offer.OFFERED))

AUTOCONFIG = Source.AUTOCONFIG_HTTPS
EVERY_FILE = (AUTOCONFIG, Source.PACC, Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)
OLD_FILES = {
    source: arrival_reports.file(source, (Protocol.POP3, 110), (Protocol.SUBMISSION, 587), host=arrival_reports.OLD)
    for source in (Source.AUTOCONFIG_HTTP, Source.ISPDB)
}
FETCHING = [
    *arrival_reports.file(AUTOCONFIG, (Protocol.POP3, 995), leave_on_server=True, leave_days=14),
    *arrival_reports.file(AUTOCONFIG, (Protocol.SUBMISSION, 465)),
]
NOT_ARRIVING = arrival_reports.published(zone={}, files={source: [] for source in EVERY_FILE}, preference=None)
MIXED_ARRIVAL = arrival_reports.published(
    zone={
        **arrival_reports.ZONE,
        "_imaps": f"0 1 993 {arrival_reports.OLD}.",
        "_pop3s": f"0 1 9950 {arrival_reports.HOST}.",
        "_imap": "0 1 143 imap.firma.example.",
    },
    files={**OLD_FILES, AUTOCONFIG: FETCHING, Source.PACC: []},
    checks={
        Source.PACC: arrival_reports.empty(Source.PACC, "certificate_expired", reason=Reason.CERTIFICATE_EXPIRED),
    },
)
RELEASED = arrival_reports.settings()
FETCHED = arrival_reports.settings(Alternative.POP3_KEEP, 21)
WITH_PROGRAMS = FIRM | {"programs": ["thunderbird", "apple", "outlook"]}
