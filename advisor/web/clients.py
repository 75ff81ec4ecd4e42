"""Who asks, as a keyed hash: enough to count, too little to tell anybody's address."""

import hashlib
import hmac

from flask import current_app, request

from advisor.web.served.counting import client_of

PURPOSE = b"mailweiche.client"


def current() -> str:
    """The client of this request; behind trusted proxies that is whom they name."""
    key = hashlib.sha256(PURPOSE + str(current_app.config["SECRET_KEY"]).encode()).digest()
    return hmac.new(key, client_of(request.remote_addr).encode(), hashlib.sha256).hexdigest()
