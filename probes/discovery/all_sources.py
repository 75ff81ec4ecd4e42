"""All sources of settings that are asked at once, in one table; guessing comes after them."""

from collections.abc import Callable
from functools import partial

from probes.codes import Source
from probes.discovery import (
    autoconfig,
    autodiscover,
    autodiscover_v2,
    ispdb,
    jmap,
    manual,
    mx,
    pacc,
    provider_list,
    srv,
    txt_mailconf,
)
from probes.discovery.values import Discover, Discovered
from probes.options import ProbeOptions
from probes.target import Target
from probes.toolbox import Toolbox

_OF_DOMAIN: dict[Source, Callable[[str, Toolbox], Discovered]] = {
    Source.MX_PROVIDER: mx.discover,
    Source.SRV: srv.discover,
    Source.PROVIDER_LIST: provider_list.discover,
    Source.AUTOCONFIG_HTTPS: autoconfig.discover_autoconfig,
    Source.WELL_KNOWN_HTTPS: autoconfig.discover_well_known,
    Source.PACC: pacc.discover,
    Source.ISPDB: ispdb.discover,
    Source.AUTODISCOVER: autodiscover.discover,
    Source.AUTODISCOVER_SRV: autodiscover.discover_srv,
    Source.AUTODISCOVER_V2: autodiscover_v2.discover,
    Source.TXT_MAILCONF: txt_mailconf.discover,
    Source.JMAP: jmap.discover,
    Source.AUTOCONFIG_HTTP: autoconfig.discover_autoconfig_http,
    Source.WELL_KNOWN_HTTP: autoconfig.discover_well_known_http,
}


def all_sources(target: Target, options: ProbeOptions) -> dict[Source, Discover]:
    """What to ask for this target; the public list and the operator's own word only where there is one."""
    found: dict[Source, Discover] = {
        source: partial(discover, target.domain) for source, discover in _OF_DOMAIN.items()
    }
    if not options.ispdb_url:
        del found[Source.ISPDB]
    if options.manual:
        found[Source.MANUAL] = partial(manual.discover, options.manual)
    return found
