"""The words that people write into a staff list, and the codes they mean."""

from advisor.settings.codes import Alternative, Program, Role
from advisor.text import Language

ROLES: dict[str, Role] = {
    **{role.value: role for role in Role},
    **dict.fromkeys(("leser", "leserin", "person"), Role.READER),
    **dict.fromkeys(("sammler", "sammelrechner", "archiv"), Role.COLLECTOR),
    "programm": Role.PROGRAM,
}

ALTERNATIVES: dict[str, Alternative] = {code.value: code for code in Alternative}

LANGUAGES: dict[str, Language] = {
    **{language.value: language for language in Language},
    **dict.fromkeys(("deutsch", "german"), Language.DE),
    **dict.fromkeys(("englisch", "english"), Language.EN),
}

PROGRAMS: dict[str, Program] = {
    **{program.value: program for program in Program},
    **dict.fromkeys(("neues outlook", "new outlook", "outlook neu", "outlook new"), Program.OUTLOOK_NEW),
    **dict.fromkeys(("apple mail", "iphone", "ipad", "mac"), Program.APPLE),
    "webmail": Program.BROWSER,
    **dict.fromkeys(("andere", "anderes"), Program.OTHER),
}
