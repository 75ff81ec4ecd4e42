"""Memory of one waiting IMAP connection, in MB, as measured with Dovecot 2.3.19 (``benchmarks/server_load.py``)."""

AS_SHIPPED_MB = 2.1
"""Memory of one waiting IMAP connection of a Dovecot as it is shipped: a process for the session, one for its TLS."""

AWAKE_MB = 0.75
"""The same where one process does TLS for many (service_count = 0)."""

ASLEEP_MB = 0.09
"""The same where sessions also sleep while nothing happens (imap_hibernate_timeout)."""
