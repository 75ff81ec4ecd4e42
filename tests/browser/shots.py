"""Which states are kept as pictures, in which appearance; names as in ``states``."""

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
    "preview-excluded",
    "preview-long",
    "sheet",
}
SHOT |= {f"result-{state}" for state in ("firm", "pop3", "close", "native", "alarms", "not-possible")} | {"example"}
SHOT |= {"check-contradicting", "compare", "measure", "how-we-decide"}
SHOT |= {"estimates"}
SHOT |= {"people", "people-empty", "preview-with-pages", "employee-windows", "employee-iphone", "employee-android"}
SHOT |= {"employee-outlook", "employee-only-one", "employee-trouble", "employee-ended", "employee-other-device"}
SHOT |= {"employee-pop3", "employee-clash", "employee-backup", "people-earlier", "people-anew", "people-anew-refused"}
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
SHOT |= {"people-server-deletes", "preview-still-deletes", "employee-server-deletes"}
DARK_TOO = SHOT | {"check-wrong_name", "choose", "check-start"}
