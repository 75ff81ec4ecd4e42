"""Every page of the URL map in every state it knows: accessible, not too wide, in one language, self-contained."""

from dataclasses import dataclass, field, replace

import pytest

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.path import PAGES
from advisor.questionnaire.schema import CORE
from advisor.settings.codes import Alternative
from advisor.store.models import RunState
from advisor.web.devices import Device
from probes.codes import Offer, Protocol, Reason, Source, Trust
from probes.results import Offers, Provider
from tests.browser.seed import FIRM
from tests.browser.seed_exports import EXPORT, FAILED, NOW, READY, WORKING, ready
from tests.made_up import arrival_reports
from tests.made_up.measurements import MEASUREMENT
from tests.made_up.probe_reports import ALL, CONTRADICTING, ENDPOINTS, GOOD, MIXED, failed

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
CROWD = b"address;name\n" + b"".join(b"p%d@firma.example;Person %d\n" % (n, n) for n in range(30))
STAFF_ALONE = b"address;name;programs\nanna@firma.example;Anna Muster;outlook\nbeat@firma.example;Beat Beispiel;apple\n"
STAFF_BESIDE = STAFF_ALONE + (
    b"info@firma.example;Zentrale;outlook\ninfo@firma.example;Carla;outlook\ndora@firma.example;Dora;apple,outlook\n"
)
STAFF_OPEN = b"address;name;programs\nanna@firma.example;Anna Muster;\nbeat@firma.example;Beat Beispiel;apple\n"
STAFF_LOSES = STAFF_ALONE.replace(b"programs", b"programs;alternative") + b"emil@firma.example;Emil;apple;imap\n"
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


@dataclass(frozen=True)
class State:
    """One page in one state: where, what the case holds, the answer's status, and a German word that must be there."""

    name: str
    path: str
    case: dict[str, object] | None = field(default_factory=dict)
    expect: int = 200
    says: str | None = None


def with_case(name: str, path: str, expect: int = 200, says: str | None = None, **case: object) -> State:
    return State(name, path, case, expect, says)


def personal(name: str, query: str, says: str, *, row: int = 0, staff: str = "", answers: object = FIRM) -> State:
    """The page of one employee; its address is known only when the case is made."""
    case = {"answers": answers, "report": GOOD, "pages": staff or ONE.format("")}
    return State(name, f"/for/{{links[{row}]}}{query}", case, 200, says)


STATES = [
    State("landing", "/", None),
    with_case("landing-with-case", "/", answers=FIRM),
    with_case("delete", "/delete"),
    State("expired", "/resume/not-a-link", None, 410),
    State("without-case", "/questions/answers", None, 410),
    State("not-found", "/nowhere", None, 404),
    State("wrong-method", "/start", None, 405),
    State("example", "/example", None),
    State("how-we-decide", "/how-we-decide", None, says="Regelwerk"),
    *(with_case(f"question-{page.slug}", f"/questions/{page.slug}") for page in PAGES if page.keys),
    with_case("question-answered", "/questions/devices", answers=FIRM),
    with_case("choose", "/questions/choose", says="Fertig", answers=FIRM, report=GOOD),
    with_case("choose-open", "/questions/choose", says="könnte", answers=CORE_ONLY),
    with_case("question-deciding", "/questions/groupware", says="Noch etwa", answers=CORE_ONLY, report=GOOD),
    with_case("summary-empty", "/questions/answers"),
    with_case("summary-full", "/questions/answers", answers=FIRM),
    with_case("summary-groups", "/questions/answers", answers=FIRM, groups=GROUPS),
    with_case("groups-empty", "/groups", says="Unterwegs", answers=FIRM),
    with_case("groups", "/groups", says="Noch eine Gruppe", answers=FIRM | {"readers": "both"}, groups=GROUPS),
    with_case("groups-full", "/groups", says="zwölf", groups=[group(str(n), GroupKind.OFFICE) for n in range(12)]),
    *(with_case(f"group-new-{kind}", f"/groups/new/{kind}", answers=FIRM, groups=GROUPS) for kind in GroupKind),
    with_case("group-edit", "/groups/5", says="ändern", answers=FIRM, groups=GROUPS),
    with_case("group-remove", "/groups/6/remove", answers=FIRM, groups=GROUPS),
    with_case("result-groups", "/result", says="nicht leeren", answers=FIRM, report=GOOD, groups=GROUPS),
    with_case("result-groups-unchecked", "/result", groups=GROUPS),
    *(
        with_case(f"result-group-{number}", f"/result/groups/{number}", answers=FIRM, report=GOOD, groups=GROUPS)
        for number in (2, 4, 5, 6)
    ),
    with_case("secret-link", "/questions/link"),
    with_case("check-start", "/check", answers=FIRM),
    with_case("check-queued", "/check/progress", report=GOOD, state=RunState.QUEUED),
    with_case("check-running", "/check/progress", report=GOOD, state=RunState.RUNNING, unfinished=3),
    with_case("check-failed", "/check/progress", report=GOOD, state=RunState.FAILED, unfinished=3),
    with_case("check-cancelled", "/check/progress", report=GOOD, state=RunState.CANCELLED, unfinished=3),
    *(with_case(f"check-{name}", "/check/result", report=report) for name, report in ALL.items()),
    *(
        with_case(f"check-{name}-{part}", f"/check/result/{part}", report=report)
        for part in ("programs", "signposts", "abilities", "details")
        for name, report in (("good", GOOD), ("contradicting", CONTRADICTING), ("nothing", ALL["nothing_found"]))
    ),
    with_case("check-silent-details", "/check/result/details", says="nicht zustande gekommen", report=SILENT),
    with_case("check-with-earlier", "/check/result", says="Was hat sich seit", report=MIXED, earlier=GOOD),
    with_case("compare", "/check/compare", says="angehen", report=MIXED, earlier=GOOD),
    with_case("compare-nothing", "/check/compare", says="Nichts hat sich", report=GOOD, earlier=GOOD),
    with_case("compare-empty", "/check/compare", says="einzige", report=GOOD),
    with_case("compare-not-there", "/check/compare?run=0", expect=404, report=GOOD, earlier=GOOD),
    State("compare-forbidden", "/check/compare", None, 410),
    with_case("measure-empty", "/measure", says="So wird gemessen", answers=FIRM),
    with_case("measure", "/measure", says="GB von", answers=FIRM, report=GOOD, measured=MEASUREMENT),
    with_case("result-measured", "/result", says="gemessen", answers=FIRM, report=GOOD, measured=MEASUREMENT),
    State("measure-forbidden", "/measure", None, 410),
    with_case("result-firm", "/result", says="(IMAP)", answers=FIRM, report=GOOD),
    with_case("result-pop3", "/result", says="(POP3)", answers=STRICT, report=GOOD),
    with_case("result-preliminary", "/result", says="Vorläufig", answers=FIRM),
    with_case("result-close", "/result", says="Knapp", answers=TESTED | {"offline_reading": "recent"}, report=GOOD),
    with_case("result-not-enough", "/result"),
    with_case("result-not-possible", "/result", says="Den Anbieter fragen", answers=FIRM, report=OFF),
    with_case("result-pop3-only", "/result", says="Besser für Sie", answers=FIRM, report=POP3_ONLY),
    with_case("result-native", "/result", answers=FIRM, report=M365),
    with_case("result-alarms", "/result", answers=FIRM | {"mail_location": "one_computer", "device_backup": "none"}),
    with_case("result-partly-checked", "/result", answers=FIRM, report=MIXED),
    with_case("certainty-firm", "/result/certainty", says="Nur die Form", answers=FIRM, report=GOOD),
    with_case("certainty-pop3", "/result/certainty", says="an erster Stelle", answers=STRICT, report=GOOD),
    with_case("certainty-not-enough", "/result/certainty", says="nichts kippen"),
    with_case("what-if", "/result/what-if", says="Ausprobieren", answers=FIRM, report=GOOD),
    with_case("what-if-question", "/result/what-if?question=data_control", says="heute", answers=FIRM, report=GOOD),
    with_case("what-if-form", f"{TRIED}=own_copy", says="mit eigener Kopie", answers=FIRM, report=GOOD),
    with_case("what-if-protocol", f"{OF_DEVICES}=two", says="etwas anderes raten", answers=STRICT, report=GOOD),
    with_case("what-if-unknown", f"{TRIED}=seven", expect=400, says="gibt es nicht", answers=FIRM, report=GOOD),
    State("what-if-forbidden", "/result/what-if", None, 410),
    with_case("hand-over", "/result/hand-over", answers=FIRM, report=GOOD),
    with_case("estimates", "/result/estimates", says="Passt nicht", answers=FULL, report=GOOD),
    with_case("estimates-measured", "/result/estimates", says="gemessen", answers=FIRM, measured=MEASUREMENT),
    with_case("estimates-unknown", "/result/estimates", says="erst sagen"),
    with_case("estimates-native", "/result/estimates", says="nichts zu schätzen", answers=FIRM, report=M365),
    State("estimates-forbidden", "/result/estimates", None, 410),
    with_case("override", "/result/override", says="Warum entscheiden Sie anders?", answers=FIRM, report=GOOD),
    with_case("override-native", "/result/override", says="nichts zu entscheiden", answers=FIRM, report=M365),
    with_case("override-not-enough", "/result/override", says="Noch fehlen Antworten"),
    State("override-forbidden", "/result/override", None, 410),
    with_case("profiles", "/profiles", answers=FIRM, report=GOOD),
    with_case("profiles-consent", "/profiles", says="1 Frage vor", answers=FIRM, report=UNCERTAIN),
    with_case("profiles-native", "/profiles", answers=FIRM, report=M365),
    with_case("profiles-no-report", "/profiles", answers=FIRM),
    with_case("profiles-no-server", "/profiles", answers=FIRM, report=ALL["nothing_found"]),
    with_case("profiles-no-advice", "/profiles", report=GOOD),
    with_case("export-begins", EXPORT, says="Dateien werden geschrieben", export=WORKING | {"done": 0}),
    with_case("export-working", EXPORT, says="1’240 von 5’000 Personen", export=WORKING),
    with_case("export-ready", EXPORT, says="245.3 MB", export=ready("a")),
    with_case("export-fetched", EXPORT, says="heruntergeladen", export=ready("b", downloaded_at=NOW)),
    with_case("export-failed", EXPORT, says="kein Platz", export=FAILED),
    with_case(
        "export-failed-for-good", EXPORT, says="ist gelöscht", export=FAILED | {"staff": None, "gone": "expired"}
    ),
    with_case("export-cancelled", EXPORT, says="angehalten", export={"state": RunState.CANCELLED}),
    with_case("export-gone", EXPORT, says="rechtzeitig", export=READY | {"gone": "expired"}),
    with_case("export-not-there", "/profiles/export/2147483647", expect=404),
    State("export-forbidden", "/profiles/export/1", None, 410),
    with_case("profiles-export", "/profiles", says="Hintergrund", answers=FIRM, report=GOOD, export=WORKING),
    with_case("profiles-export-ready", "/profiles", says="sind bereit", answers=FIRM, report=GOOD, export=ready("c")),
    with_case("preview-large", "/profiles/preview", says="Hintergrund", answers=FIRM, report=GOOD, staff=CROWD),
    with_case("preview", "/profiles/preview", answers=FIRM, report=GOOD, staff=STAFF),
    with_case(
        "preview-server-deletes",
        "/profiles/preview",
        says="Wer verliert",
        answers=STRICT,
        report=GOOD,
        staff=STAFF_ALONE,
    ),
    with_case(
        "preview-loses", "/profiles/preview", says="darf es nicht", answers=STRICT, report=GOOD, staff=STAFF_LOSES
    ),
    with_case(
        "preview-clash", "/profiles/preview", says="Rolle Sammler", answers=STRICT, report=GOOD, staff=STAFF_BESIDE
    ),
    with_case(
        "preview-one-program",
        "/profiles/preview",
        says="Welches Programm",
        answers=STRICT,
        report=GOOD,
        staff=STAFF_OPEN,
    ),
    with_case("preview-groups", "/profiles/preview", answers=FIRM, report=GOOD, staff=STAFF, groups=GROUPS),
    with_case(
        "profiles-groups", "/profiles", says="Gruppen mit einem anderen Weg", answers=FIRM, report=GOOD, groups=GROUPS
    ),
    with_case("people-empty", "/profiles/people", says="noch keine", answers=FIRM),
    with_case("people", "/profiles/people", says="1 von 6 erledigt", answers=FIRM, report=GOOD, pages=MANY),
    with_case("people-trouble", "/profiles/people?show=trouble", answers=FIRM, report=GOOD, pages=MANY),
    with_case("people-long", "/profiles/people?page=2", says="Teil 2", answers=FIRM, report=GOOD, pages=HUNDREDS),
    State("people-forbidden", "/profiles/people", None, 410),
    with_case("preview-with-pages", "/profiles/preview", answers=FIRM, report=GOOD, staff=STAFF, pages=MANY),
    *(personal(f"employee-{device}", f"?device={device}", "Guten Tag") for device in Device),
    personal("employee-recognised", "", "Gerät"),
    personal("employee-outlook", "?device=windows&program=outlook", "Windows-Taste"),
    personal("employee-other-device", "?device=linux", "nichts einzurichten", staff=ONE.format("apple")),
    personal("employee-only-one", "", "Ihre Wahl bleibt", answers=STRICT),
    personal("employee-pop3", "?device=windows", "genau einem Computer", staff=ONE.format("outlook"), answers=STRICT),
    personal("employee-clash", "", "Richten Sie noch nichts ein", staff=TWO, answers=STRICT),
    personal("employee-done", "?device=mac&program=mac", "Vielen Dank", row=2, staff=MANY),
    personal("employee-trouble", "?device=mac&program=mac", "nicht geht", row=3, staff=MANY),
    replace(personal("employee-ended", "", "öffnet nichts mehr", row=5, staff=MANY), expect=404),
    State("employee-never-was", "/for/not-a-link", None, 404, "öffnet nichts mehr"),
    State("employee-cut", "/for/a/b/c", None, 404),
    with_case(
        "arrival",
        "/profiles/arrival",
        says="kommt an",
        answers=FIRM,
        report=arrival_reports.published(),
        released=RELEASED,
    ),
    with_case(
        "arrival-mixed",
        "/profiles/arrival",
        says="Mails können verschwinden",
        answers=WITH_PROGRAMS,
        report=MIXED_ARRIVAL,
        released=FETCHED,
    ),
    with_case(
        "arrival-nothing", "/profiles/arrival", says="nichts an", answers=FIRM, report=NOT_ARRIVING, released=RELEASED
    ),
    with_case("arrival-chosen", "/profiles/arrival", says="Freigegeben ist noch nichts", answers=FIRM, report=GOOD),
    with_case("arrival-unchecked", "/profiles/arrival", says="noch nicht geprüft", answers=FIRM, released=RELEASED),
    State("arrival-forbidden", "/profiles/arrival", None, 410),
    with_case(
        "arrival-checking",
        "/check/progress?then=arrival",
        says="Zurück zu dem",
        report=GOOD,
        released=RELEASED,
        state=RunState.RUNNING,
        unfinished=3,
    ),
    with_case(
        "arrival-check-failed",
        "/check/progress?then=arrival",
        says="Zurück zu dem",
        report=GOOD,
        released=RELEASED,
        state=RunState.FAILED,
        unfinished=3,
    ),
    with_case("serve-closed", "/profiles/serve", says="MAILWEICHE_PUBLIC_URL", answers=FIRM, report=GOOD),
    State("serve-forbidden", "/profiles/serve", None, 410),
    with_case("sheet", "/profiles/sheet", answers=FIRM, report=GOOD),
    with_case("sheet-of-a-person", "/profiles/sheet/1", answers=FIRM, report=GOOD, staff=STAFF),
]
SHOT = {
    "landing",
    "question-devices",
    "summary-full",
    "check-running",
    "check-good",
    "profiles",
    "profiles-consent",
    "preview",
    "preview-server-deletes",
    "preview-loses",
    "preview-clash",
    "preview-one-program",
    "sheet",
}
SHOT |= {f"result-{state}" for state in ("firm", "pop3", "close", "native", "alarms", "not-possible")} | {"example"}
SHOT |= {"check-contradicting", "compare", "measure", "how-we-decide"}
SHOT |= {"estimates"}
SHOT |= {"people", "people-empty", "preview-with-pages", "employee-windows", "employee-iphone", "employee-android"}
SHOT |= {"employee-outlook", "employee-only-one", "employee-trouble", "employee-ended", "employee-other-device"}
SHOT |= {"employee-pop3", "employee-clash"}
SHOT |= {f"export-{state}" for state in ("begins", "working", "ready", "failed", "cancelled", "gone")} | {
    "profiles-export"
}
SHOT |= {f"check-contradicting-{part}" for part in ("programs", "signposts", "abilities", "details")}
SHOT |= {"certainty-firm", "certainty-pop3", "what-if-form", "what-if-protocol", "what-if-unknown"}
SHOT |= {
    "groups-empty",
    "groups",
    "group-new-program",
    "profiles-groups",
    "result-groups",
    "result-group-4",
    "result-group-5",
}
SHOT |= {"arrival", "arrival-mixed", "arrival-nothing", "arrival-chosen", "arrival-unchecked"}
DARK_TOO = SHOT | {"check-wrong_name", "choose", "check-start"}
FILES = {"static", "bootstrap.static"}
REDIRECTS = {"start.language", "start.resume", "questions.first", "questions.go_on", "questions.further",
             "profiles.back_to_show", "consent.back", "measure.back_to_show", "override.back_to_show",
             "serving.back_to_show"}  # fmt: skip
REDIRECTS |= {"people.back_to_show", "employee.back_to_show"}
DOWNLOADS = {"check.status", "check.report_json", "result.recommendation_json", "result.answers_json",
             "result.settings_json", "profiles.staff_example", "exports.status", "exports.files",
             "people.links", "employee.file"}  # fmt: skip


def look(visitor, state: State, seed) -> None:
    if state.case is not None:
        visitor.page.goto(f"/resume/{seed.case(**state.case)}")
    path = state.path.format(links=seed.links, export=seed.last_export)
    if state.path.startswith("/for/{") and visitor.language != "de":
        path += f"{'&' if '?' in path else '?'}language={visitor.language}"
    answer = visitor.page.goto(path)
    assert answer.status == state.expect, f"{path}: {answer.status}"
    assert visitor.page.url.endswith(path), f"{path} led to {visitor.page.url}"
    if state.says and visitor.language == "de":
        assert state.says in visitor.page.locator("main").inner_text()
    visitor.check()
    if state.name in SHOT:
        visitor.shot(state.name)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_page_is_sound_in_german_on_a_phone_and_in_english_on_a_desktop(visit, seed, state: State) -> None:
    look(visit("de", phone=True), state, seed)
    look(visit("en"), state, seed)


@pytest.mark.parametrize("state", [one for one in STATES if one.name in DARK_TOO], ids=lambda state: state.name)
def test_page_is_sound_in_the_dark(visit, seed, state: State) -> None:
    look(visit("de", dark=True), state, seed)
    look(visit("en", phone=True, dark=True), state, seed)


def test_every_page_of_the_url_map_is_looked_at(seed) -> None:
    seen = {seed.endpoint_of(state.path.partition("?")[0].replace("{export}", "1")) for state in STATES}
    pages = seed.get_endpoints() - FILES - REDIRECTS - DOWNLOADS
    assert pages - seen == set()
