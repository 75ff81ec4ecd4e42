"""Which headers of a staff list announce passwords: then the file is refused, whatever stands below.

A header is read word by word (``Initial PW``, ``PIN-Code``, ``AppPw``) and as a whole (``Zugangs-Daten``). The lists
hold what people write in German, English and the languages that are common in Swiss offices, without accents. What
they miss is not stored all the same: of a column that is not understood nothing is kept (``staff_canonical``).
"""

import re
import unicodedata

WORDS = frozenset(
    (
        *(
            "pw",
            "pws",
            "pwd",
            "psw",
            "pswd",
            "pwrd",
            "pword",
            "pass",
            "pin",
            "pins",
            "puk",
            "tan",
            "otp",
            "totp",
            "token",
            "tokens",
            "secret",
        ),
        *("secrets", "mdp", "parole", "parola", "losung", "losungswort", "clave", "senha", "wachtwoord", "heslo"),
        *("haslo", "geslo", "lozinka", "jelszo", "sifre", "пароль"),
    )
)
"""Words that mean a password when they stand alone."""

PARTS = (
    *("passw", "passphrase", "passcode", "passkey", "kennwort", "kennworter", "pwd", "geheim", "pincode"),
    *("zugangscode", "zugangsdaten", "zugangswort", "zugangsschl", "anmeldedaten", "logindaten", "logindata"),
    *("einmalcode", "sicherheitscode", "wiederherstellungscode", "credential", "zugriffscode", "accesscode"),
    *("securitycode", "logincode", "recoverycode", "backupcode", "accesskey", "apikey", "appkey", "privatekey"),
    *("secretkey", "clientsecret", "appsecret", "motdepasse", "codedacces", "codedaccesso", "codicedaccesso"),
    *("codicediaccesso", "credenziali", "contrasena"),
)
"""Parts of the header without blanks and signs that no harmless header has."""

_SHORT = ("pw", "pin", "pass", "token", "otp")
_BESIDE = (
    *("account", "admin", "alt", "app", "code", "email", "erst", "imap", "init", "initial", "konto", "login", "mail"),
    *("master", "neu", "new", "nr", "old", "pop", "smtp", "start", "temp", "user", "web", "wlan"),
)
"""What is written together with a short word: ``MailPW``, ``pwneu``."""
_TOGETHER = frozenset(one for short in _SHORT for other in _BESIDE for one in (short + other, other + short))
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][^\W\d_A-Z])")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_password_header(name: str) -> bool:
    """Whether the column under this header is one for passwords."""
    visible = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    words = {*_words(visible), *_words(_CAMEL.sub(" ", visible))}
    whole = "".join(_words(visible))
    return (
        not words.isdisjoint(WORDS | _TOGETHER)
        or any(word.endswith("pw") for word in words)
        or any(part in whole for part in PARTS)
    )


def _words(text: str) -> list[str]:
    """The words in lower case, without accents."""
    apart = unicodedata.normalize("NFKD", text)
    return _LETTERS.findall("".join(letter for letter in apart if not unicodedata.combining(letter)).lower())
