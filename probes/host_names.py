"""Host names in reports: how they are compared, and what stands where there is none on purpose."""

NOT_OFFERED = "."
"""The host of a claim whose service is off on purpose (RFC 2782, RFC 6186 section 3.4)."""

NULL_MX = "."
"""The host of a mail exchanger whose domain takes no mail (RFC 7505)."""


def host_name(host: str) -> str:
    """A host name as it is compared: lower case, without the dot at the end; ``NOT_OFFERED`` stays."""
    return host.rstrip(".").lower() or host
