"""Builds the Flask application from its settings."""

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from advisor.store.database import engine_options, prepare_engine
from advisor.web import errors, headers, i18n, jobs, logs, template_tools, transaction
from advisor.web.blueprints import BLUEPRINTS
from advisor.web.config import FILES, Settings, load_settings, prepare_instance, secret_key
from advisor.web.extensions import alembic, babel, bootstrap, csrf, db
from advisor.web.served import front
from advisor.web.settings import EXTENSION

LARGEST_UPLOAD = 4 * 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """The application. Without settings they come from the environment. Raises ``ConfigError`` for a bad value."""
    logs.configure()
    settings = settings or load_settings()
    prepare_instance(settings)
    app = Flask(
        "advisor",
        instance_path=str(settings.instance.resolve()),
        template_folder=str(FILES / "templates"),
        static_folder=str(FILES / "static"),
        root_path=str(Path(__file__).resolve().parents[1]),
    )
    app.extensions[EXTENSION] = settings
    app.config.from_mapping(_flask_config(settings))
    front.init_app(app, settings)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    _bind_extensions(app)
    for module in (transaction, headers, errors, template_tools, jobs):
        module.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _flask_config(settings: Settings) -> dict[str, object]:
    https = settings.public_url.startswith("https://")
    return {
        "SECRET_KEY": secret_key(settings),
        "SQLALCHEMY_ENGINES": {"default": engine_options(settings.database)},
        "ALEMBIC": {"script_location": str(FILES / "migrations")},
        "BABEL_TRANSLATION_DIRECTORIES": str(FILES / "translations"),
        "BABEL_DEFAULT_TIMEZONE": "Europe/Zurich",
        "BOOTSTRAP_SERVE_LOCAL": True,
        "MAX_CONTENT_LENGTH": LARGEST_UPLOAD,
        "MAX_FORM_MEMORY_SIZE": 100_000,
        "SESSION_COOKIE_NAME": "mailweiche",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        # a late answer to a picture or script must not bring an older cookie back over a newer one
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": settings.case_days * 86400,
        "WTF_CSRF_TIME_LIMIT": None,  # a form may stay open over lunch; the token still ends with the session
    }


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    alembic.init_app(app)
    babel.init_app(app, locale_selector=i18n.select_locale)
    bootstrap.init_app(app)
    csrf.init_app(app)
