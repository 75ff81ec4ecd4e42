"""What every template may call: texts and dates in the reader's language, the languages on offer."""

from flask import Flask

from advisor.report.dates import at_minute, day
from advisor.web import i18n
from advisor.web.cases import current_case_or_none


def init_app(app: Flask) -> None:
    """Make the helpers known to Jinja."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.add_template_filter(i18n.say, "say")
    app.add_template_filter(lambda when: day(when, i18n.current()), "day")
    app.add_template_filter(lambda when: at_minute(when, i18n.current()), "moment")
    app.add_template_filter(i18n.format_decimal, "number")

    @app.context_processor
    def page() -> dict[str, object]:
        return {
            "language": i18n.current().value,
            "languages": [language.value for language in i18n.available()],
            "current_case": current_case_or_none,
        }
