"""Every state in which a page is looked at."""

from dataclasses import dataclass, field, replace

from advisor.questionnaire.answers import GroupKind
from advisor.questionnaire.path import PAGES
from advisor.store.models import RunState
from advisor.web.devices import Device
from tests.browser.companies import (
    AT_ONCE,
    CORE_ONLY,
    CROWD,
    EARLIER,
    FETCHED,
    FULL,
    GROUPS,
    HALF_BAD,
    HUNDREDS,
    M365,
    MANY,
    MIXED_ARRIVAL,
    NOT_ARRIVING,
    OF_DEVICES,
    OFF,
    ONE,
    POP3_ONLY,
    REFUSED,
    RELEASED,
    SILENT,
    STAFF,
    STAFF_ALONE,
    STAFF_BESIDE,
    STAFF_EXCLUDED,
    STAFF_LOSES,
    STAFF_OPEN,
    STRICT,
    TESTED,
    TRIED,
    TWO,
    UNCERTAIN,
    WITH_PROGRAMS,
    group,
)
from tests.browser.seed import FIRM
from tests.browser.seed_exports import EXPORT, FAILED, NOW, READY, WORKING, ready
from tests.made_up import arrival_reports
from tests.made_up.measurements import MEASUREMENT
from tests.made_up.probe_reports import ALL, CONTRADICTING, GOOD, MIXED


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


SERVER_DELETES = {"answers": FIRM, "report": GOOD, "deletes_days": 14}
EARLIER_PAGES = {"answers": FIRM, "pages": EARLIER}


def personal(
    name: str, query: str, says: str, *, row: int = 0, staff: str = "", answers: object = FIRM, **more: object
) -> State:
    """The page of one employee; its address is known only when the case is made."""
    case = {"answers": answers, "report": GOOD, "pages": staff or ONE.format(""), **more}
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
    State("administrators", "/administrators", None, says="Protokoll"),
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
    with_case(
        "preview-long",
        "/profiles/preview?part=2&bad=2",
        says="Teil 2 von 2",
        answers=FIRM,
        report=GOOD,
        staff=HALF_BAD,
    ),
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
    with_case(
        "preview-excluded",
        "/profiles/preview",
        says="schliesst eine Regel den Weg aus",
        answers=FIRM,
        report=GOOD,
        staff=STAFF_EXCLUDED,
    ),
    with_case("preview-groups", "/profiles/preview", answers=FIRM, report=GOOD, staff=STAFF, groups=GROUPS),
    with_case(
        "profiles-groups", "/profiles", says="Gruppen mit einem anderen Weg", answers=FIRM, report=GOOD, groups=GROUPS
    ),
    with_case("people-empty", "/profiles/people", says="noch keine", answers=FIRM),
    with_case("people", "/profiles/people", says="1 von 6 erledigt", answers=FIRM, report=GOOD, pages=MANY),
    with_case("people-trouble", "/profiles/people?show=trouble", answers=FIRM, report=GOOD, pages=MANY),
    with_case("people-long", "/profiles/people?page=2", says="Teil 2", answers=FIRM, report=GOOD, pages=HUNDREDS),
    with_case("people-earlier", "/profiles/people", says="frühere Einstellungen", report=GOOD, **EARLIER_PAGES),
    with_case("people-anew", "/profiles/people/anew", says="beginnt zu löschen", report=GOOD, **EARLIER_PAGES),
    with_case("people-anew-refused", "/profiles/people/anew", says="Carla", answers=FIRM, report=GOOD, pages=REFUSED),
    with_case("people-server-deletes", "/profiles/people", says="würden Mails verlieren", pages=MANY, **SERVER_DELETES),
    with_case(
        "preview-still-deletes", "/profiles/preview", says="würden Mails verlieren", staff=STAFF, **SERVER_DELETES
    ),
    personal("employee-server-deletes", "?device=iphone", "nach 14 Tagen", deletes_days=14),
    State("people-forbidden", "/profiles/people", None, 410),
    with_case("preview-with-pages", "/profiles/preview", answers=FIRM, report=GOOD, staff=STAFF, pages=MANY),
    *(personal(f"employee-{device}", f"?device={device}", "Guten Tag") for device in Device),
    personal("employee-recognised", "", "Gerät"),
    personal("employee-outlook", "?device=windows&program=outlook", "Windows-Taste"),
    personal("employee-other-device", "?device=linux", "nichts einzurichten", staff=ONE.format("apple")),
    personal("employee-only-one", "", "Wahl ändern", answers=STRICT),
    personal("employee-backup", "", "gesichert", staff=AT_ONCE, answers=STRICT),
    personal("employee-pop3", "?device=windows", "genau einem Computer", staff=ONE.format("outlook"), answers=STRICT),
    personal("employee-clash", "", "Richten Sie jetzt nichts ein", staff=TWO, answers=STRICT),
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
