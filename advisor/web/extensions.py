"""The Flask extensions of the app, made once and bound in ``create_app``."""

from flask_alembic import Alembic
from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_wtf.csrf import CSRFProtect

from advisor.store.database import db
from advisor.store.models import Base

__all__ = ["alembic", "babel", "bootstrap", "csrf", "db"]

alembic = Alembic(metadatas=Base.metadata, run_mkdir=False)
babel = Babel()
bootstrap = Bootstrap5()
csrf = CSRFProtect()
