"""The Flask extensions of the app, made once and bound in ``create_app``."""

from flask_alembic import Alembic
from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_wtf.csrf import CSRFProtect

from advisor.store import limit_models, models  # noqa: F401 - the tables register themselves
from advisor.store.database import Base, db

__all__ = ["alembic", "babel", "bootstrap", "csrf", "db"]

alembic = Alembic(metadatas=Base.metadata, run_mkdir=False)
babel = Babel()
bootstrap = Bootstrap5()
csrf = CSRFProtect()
