"""The file of PACC (draft-ietf-mailmaint-pacc): who asks finds the servers, and DNS says that the file is genuine.

There are no ports in it, always those of implicit TLS, no user name, and no word for which protocol is preferred, so
only the decided one stands there. Draft 02 calls sending ``smtp``, later ones ``submit``: both are written.
"""

import base64
import hashlib
import json

from advisor.profiles.account import POP3_FORMS, Account
from probes.codes import Security

PATH = "/.well-known/user-agent-configuration.json"
_IMAPS = 993
_SUBMISSIONS = 465
_LONGEST_NAME, _LONGEST_SHORT_NAME = 60, 20


def possible(account: Account) -> bool:
    """Whether the servers can be told this way; they must be known. Not for POP3: nothing here says that mail stays."""
    if account.form in POP3_FORMS or account.incoming is None or account.outgoing is None or account.oauth2_only:
        return False
    found = [(server.security, server.port) for server in (account.incoming, account.outgoing)]
    return found == [(Security.TLS, _IMAPS), (Security.TLS, _SUBMISSIONS)]


def configuration(account: Account) -> bytes:
    """The file. The account must have both servers."""
    if account.incoming is None or account.outgoing is None:
        raise ValueError("a PACC file needs both servers")
    sending = {"host": account.outgoing.host}
    document = {
        "protocols": {account.protocol: {"host": account.incoming.host}, "smtp": sending, "submit": sending},
        "authentication": {"password": True},
        "info": {
            "provider": {
                "name": account.organisation[:_LONGEST_NAME].strip(),
                "shortName": account.organisation[:_LONGEST_SHORT_NAME].strip(),
            }
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode("utf-8") + b"\n"


def digest_record(body: bytes) -> str:
    """What the TXT record says about exactly these bytes."""
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode("ascii")
    return f"v=UAAC1; a=sha256; d={digest}"
