"""The codes of a probe run, as they stand in its report: closed lists, no judgement and no wording."""

from enum import StrEnum


class Protocol(StrEnum):
    """Services that a company's mail clients talk to."""

    IMAP = "imap"
    POP3 = "pop3"
    SUBMISSION = "submission"
    MANAGESIEVE = "managesieve"


READING = (Protocol.IMAP, Protocol.POP3)
MAIL = (*READING, Protocol.SUBMISSION)
"""What a mail program is set up with: one way to read, and the way to send."""


class Security(StrEnum):
    """How a connection is encrypted: implicit TLS, upgraded by STARTTLS (STLS), or not at all."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Source(StrEnum):
    """Where a claim about a mail server came from."""

    SRV = "srv"
    AUTOCONFIG_HTTPS = "autoconfig_https"
    WELL_KNOWN_HTTPS = "well_known_https"
    AUTOCONFIG_HTTP = "autoconfig_http"
    WELL_KNOWN_HTTP = "well_known_http"
    ISPDB = "ispdb"
    PACC = "pacc"
    AUTODISCOVER = "autodiscover"
    AUTODISCOVER_SRV = "autodiscover_srv"
    AUTODISCOVER_V2 = "autodiscover_v2"
    TXT_MAILCONF = "txt_mailconf"
    JMAP = "jmap"
    MX_PROVIDER = "mx_provider"
    PROVIDER_LIST = "provider_list"
    GUESS = "guess"
    MANUAL = "manual"


SOURCE_ORDER = (
    Source.MANUAL,
    Source.PACC,
    Source.AUTOCONFIG_HTTPS,
    Source.WELL_KNOWN_HTTPS,
    Source.SRV,
    Source.TXT_MAILCONF,
    Source.ISPDB,
    Source.PROVIDER_LIST,
    Source.AUTODISCOVER,
    Source.AUTODISCOVER_SRV,
    Source.AUTODISCOVER_V2,
    Source.JMAP,
    Source.MX_PROVIDER,
    Source.AUTOCONFIG_HTTP,
    Source.WELL_KNOWN_HTTP,
    Source.GUESS,
)
"""The company's own word, what the domain publishes in a protected way, public lists, and what is only derived."""
AUTOCONFIG_FILES = (
    Source.AUTOCONFIG_HTTPS,
    Source.WELL_KNOWN_HTTPS,
    Source.AUTOCONFIG_HTTP,
    Source.WELL_KNOWN_HTTP,
)
"""The files of the domain itself, in the order in which mail programs ask for them."""
FOR_OUTLOOK = (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV, Source.AUTODISCOVER_V2)


class Trust(StrEnum):
    """How far a claim may be believed before the server itself has answered."""

    VERIFIED = "verified"
    TRUSTED = "trusted"
    NEEDS_CONSENT = "needs_consent"


class UsernameForm(StrEnum):
    """What a person types as user name: the address, the part before the @, or something else (a template)."""

    ADDRESS = "address"
    LOCAL_PART = "local_part"
    OTHER = "other"


class Authentication(StrEnum):
    """Ways to sign in, in the words that autoconfig files use."""

    PASSWORD_CLEARTEXT = "password_cleartext"  # noqa: S105 - the name of a method, not a password
    PASSWORD_ENCRYPTED = "password_encrypted"  # noqa: S105 - the name of a method, not a password
    OAUTH2 = "oauth2"
    GSSAPI = "gssapi"
    NTLM = "ntlm"
    CLIENT_CERTIFICATE = "client_certificate"


PASSWORDS = frozenset({Authentication.PASSWORD_CLEARTEXT, Authentication.PASSWORD_ENCRYPTED})


class Status(StrEnum):
    """Whether a check could be carried out; "could not test" is never "not offered"."""

    COMPLETED = "completed"
    FAILED = "failed"
    NOT_RUN = "not_run"


class Reason(StrEnum):
    """Why a check failed, was not run, or what is wrong with the certificate of a completed one."""

    REFUSED = "refused"
    FILTERED = "filtered"
    TIMED_OUT = "timed_out"
    GREETING_TIMEOUT = "greeting_timeout"
    OUT_OF_TIME = "out_of_time"
    RATE_LIMITED = "rate_limited"
    TURNED_AWAY = "turned_away"
    CLOSED = "closed"
    RESET = "reset"
    PROTOCOL_ERROR = "protocol_error"
    STARTTLS_NOT_OFFERED = "starttls_not_offered"
    STARTTLS_REFUSED = "starttls_refused"
    STARTTLS_BROKEN = "starttls_broken"
    STARTTLS_INJECTION = "starttls_injection"
    PREAUTH = "preauth"
    WRONG_PROTOCOL = "wrong_protocol"
    TLS_ON_PLAIN_PORT = "tls_on_plain_port"
    PLAIN_ON_TLS_PORT = "plain_on_tls_port"
    TLS_TIMEOUT = "tls_timeout"
    TLS_VERSION = "tls_version"
    TLS_FAILED = "tls_failed"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE_SELF_SIGNED = "certificate_self_signed"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    CERTIFICATE_CHAIN = "certificate_chain"
    CERTIFICATE_ISSUER_UNKNOWN = "certificate_issuer_unknown"
    NAME_NOT_FOUND = "name_not_found"
    DNS_FAILED = "dns_failed"
    ADDRESS_REFUSED = "address_refused"
    PORT_NOT_ALLOWED = "port_not_allowed"
    LIMIT_EXCEEDED = "limit_exceeded"
    LEFT_ALONE = "left_alone"
    NO_ROUTE = "no_route"
    CANCELLED = "cancelled"


NOTHING_THERE = frozenset({Reason.REFUSED, Reason.NAME_NOT_FOUND})
"""A clear answer: this port or name does not exist."""
NOT_THROUGH = frozenset({Reason.FILTERED, Reason.TIMED_OUT})
"""No answer at all, which may be our own network's doing."""
SPEAKS_BUT_UNSAFE = frozenset(
    {
        Reason.STARTTLS_NOT_OFFERED,
        Reason.STARTTLS_REFUSED,
        Reason.STARTTLS_BROKEN,
        Reason.STARTTLS_INJECTION,
        Reason.PREAUTH,
        Reason.TLS_VERSION,
    }
)
"""The service is there, and must not be used as it is."""


class Offer(StrEnum):
    """The verdict on one protocol over all hosts and ports that were tried for it."""

    OFFERED = "offered"
    INSECURE_ONLY = "insecure_only"
    OFF_ON_PURPOSE = "off_on_purpose"
    UNREACHABLE = "unreachable"
    NOT_FOUND = "not_found"
    NOT_TESTED = "not_tested"


class TlsVersion(StrEnum):
    """TLS versions by the names that OpenSSL gives them."""

    TLS_1_0 = "TLSv1"
    TLS_1_1 = "TLSv1.1"
    TLS_1_2 = "TLSv1.2"
    TLS_1_3 = "TLSv1.3"


class SourceNote(StrEnum):
    """What a source of settings told beside its claims, or how it failed to be one."""

    CERTIFICATE_PROBLEM = "certificate_problem"
    DIGEST_MATCHES = "digest_matches"
    DIGEST_MISSING = "digest_missing"
    DIGEST_WRONG = "digest_wrong"
    EXCHANGE = "exchange"
    HTML_INSTEAD = "html_instead"
    JMAP = "jmap"
    LOGIN_WANTED = "login_wanted"
    MORE_THAN_READ = "more_than_read"
    NOT_FOR_THIS_DOMAIN = "not_for_this_domain"
    NOT_READABLE = "not_readable"
    OAUTH2_WITHOUT_SERVER = "oauth2_without_server"
    OLDER_FORM = "older_form"
    OVER_HTTP = "over_http"
    PARTLY_UNANSWERED = "partly_unanswered"
    POP3_FIRST = "pop3_first"
    REDIRECTED = "redirected"
    SERVER_UNUSABLE = "server_unusable"
    TARGET_IS_CNAME = "target_is_cname"
    UNKNOWN_SERVER_TYPE = "unknown_server_type"
    WRONG_CONTENT_TYPE = "wrong_content_type"


class Tolerated(StrEnum):
    """Departures from a format that were read anyway, beside the claim that was read."""

    AUTHENTICATION_SYNONYM = "authentication_synonym"
    AUTHENTICATION_UNKNOWN = "authentication_unknown"
    DOMAIN_NOT_LISTED = "domain_not_listed"
    ENCODING_WRONG = "encoding_wrong"
    ENCRYPTION_FROM_PORT = "encryption_from_port"
    FIRST_USABLE_TAKEN = "first_usable_taken"
    NAMESPACE = "namespace"
    PLACEHOLDER_FILLED_IN = "placeholder_filled_in"
    PLACEHOLDER_UNCLOSED = "placeholder_unclosed"
    PROVIDER_UNNAMED = "provider_unnamed"
    SERVER_TYPE_SYNONYM = "server_type_synonym"
    SOCKET_TYPE_SYNONYM = "socket_type_synonym"
    SUBMISSION_LABEL_WITH_TLS_PORT = "submission_label_with_tls_port"
    TARGET_IS_CNAME = "target_is_cname"
