"""The codes of what a report shows beyond the outcome of single attempts, in the order in which they are told."""

from enum import StrEnum


class FindingCode(StrEnum):
    """One kind of finding. Those about a provider bear the codes of the provider list."""

    # encryption and certificates
    CLEARTEXT_ONLY = "cleartext_only"
    CLEARTEXT_LOGIN_OFFERED = "cleartext_login_offered"
    CERTIFICATE_EXPIRES_SOON = "certificate_expires_soon"
    CERTIFICATE_NAMES_OTHER_HOST = "certificate_names_other_host"
    CERTIFICATE_KEY_WEAK = "certificate_key_weak"
    DANE_MISMATCH = "dane_mismatch"
    OLD_TLS_VERSIONS_ACCEPTED = "old_tls_versions_accepted"
    STARTTLS_ONLY = "starttls_only"
    TLS13_MISSING = "tls13_missing"
    # what is published
    PUBLISHED_CLEARTEXT = "published_cleartext"
    LEFTOVER_OF_OLD_HOST = "leftover_of_old_host"
    SOURCES_CONTRADICT = "sources_contradict"
    SRV_SAYS_OFF_BUT_ANSWERS = "srv_says_off_but_answers"
    IMAP_ANNOUNCED_BUT_OFF = "imap_announced_but_off"
    POP3_ANNOUNCED_BUT_OFF = "pop3_announced_but_off"
    POP3_OPEN_BUT_UNANNOUNCED = "pop3_open_but_unannounced"
    EXCHANGE_SEEN = "exchange_seen"
    AUTODISCOVER_CERTIFICATE_WRONG = "autodiscover_certificate_wrong"
    AUTOCONFIG_CERTIFICATE_WRONG = "autoconfig_certificate_wrong"
    PACC_DIGEST_WRONG = "pacc_digest_wrong"
    POP3_LISTED_FIRST = "pop3_listed_first"
    PLACEHOLDER_BROKEN = "placeholder_broken"
    SRV_TARGET_IS_CNAME = "srv_target_is_cname"
    AUTOCONFIG_HTTP_ONLY = "autoconfig_http_only"
    AUTOCONFIG_UNREADABLE = "autoconfig_unreadable"
    AUTOCONFIG_HTML = "autoconfig_html"
    PACC_DIGEST_MISSING = "pacc_digest_missing"
    # signing in and fetching
    OAUTH2_ONLY = "oauth2_only"
    APOP_ONLY = "apop_only"
    EXPIRE_FORBIDS_COPY = "expire_forbids_copy"
    EXPIRE_DESTROYS_COPY = "expire_destroys_copy"
    MISSING_UIDL = "missing_uidl"
    LOGIN_DELAY_LONG = "login_delay_long"
    POP3_WITHOUT_CAPA = "pop3_without_capa"
    # differences between ways in
    IPV6_BROKEN = "ipv6_broken"
    IPV4_BROKEN = "ipv4_broken"
    FAMILIES_DIFFER = "families_differ"
    PORTS_DIFFER = "ports_differ"
    # the way there
    UNTESTED_FROM_HERE = "untested_from_here"
    RATE_LIMITED_HERE = "rate_limited_here"
    FILTER_IN_FRONT = "filter_in_front"
    FORWARDER_IN_FRONT = "forwarder_in_front"
    MX_UNKNOWN = "mx_unknown"
    PREFERENCE_IMAP = "preference_imap"
    PREFERENCE_POP3 = "preference_pop3"
    PROVIDER_RECOGNISED = "provider_recognised"
    CAA_PRESENT = "caa_present"
    DANE_PRESENT = "dane_present"
    # what is known about the provider
    OAUTH2_REQUIRED = "oauth2_required"
    APP_PASSWORD_REQUIRED = "app_password_required"  # noqa: S105 - a code, not a password
    APP_PASSWORD_WITH_2FA = "app_password_with_2fa"  # noqa: S105 - a code, not a password
    BRIDGE_ONLY = "bridge_only"
    IMAP_NOT_OFFERED = "imap_not_offered"
    POP3_NOT_OFFERED = "pop3_not_offered"
    MUST_ENABLE_IMAP = "must_enable_imap"
    MUST_ENABLE_POP3 = "must_enable_pop3"
    MIXING_DISCOURAGED = "mixing_discouraged"
    POP3_MIN_INTERVAL = "pop3_min_interval"
    BUSINESS_VS_CONSUMER_MX = "business_vs_consumer_mx"
