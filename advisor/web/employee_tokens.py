"""The secret of a personal page: made from the key of the installation and a random number of the row.

The database holds the number and the hash of the secret. Who reads the database alone cannot make the secret; the
installation can make it again, so that a consultant can look a link up a second time.
"""

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode

from flask import current_app

_PURPOSE = b"mailweiche: personal pages of employees, 1"
_BYTES = 24  # 192 bits in 32 letters
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


def new_nonce() -> str:
    """A number for a row that gets a new link."""
    return secrets.token_urlsafe(16)


def token_for(case_id: int, nonce: str) -> str:
    """The secret of the row with this number."""
    mac = hmac.new(_key(), f"{case_id}:{nonce}".encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(mac[:_BYTES]).decode()


def hash_of(token: str) -> str | None:
    """What is stored of a secret; None for what cannot be one, however long it is."""
    return hashlib.sha256(token.encode()).hexdigest() if _TOKEN.fullmatch(token) else None


def _key() -> bytes:
    """A key for this purpose only: what is signed elsewhere never makes a secret here."""
    secret = current_app.config["SECRET_KEY"]
    return hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).digest()
