"""All sources of settings that are asked at once, in one table; guessing comes after them."""

from collections.abc import Callable
from functools import partial

from probes.codes import Source
from probes.discovery import autoconfig, manual, mx, provider_list, srv
from probes.discovery.values import Discover, Discovered
from probes.options import ProbeOptions
from probes.target import Target
from probes.toolbox import Toolbox

_OF_DOMAIN: dict[Source, Callable[[str, Toolbox], Discovered]] = {
    Source.MX_PROVIDER: mx.discover,
    Source.SRV: srv.discover,
    Source.AUTOCONFIG_HTTPS: autoconfig.discover_autoconfig,
    Source.WELL_KNOWN_HTTPS: autoconfig.discover_well_known,
    Source.PROVIDER_LIST: provider_list.discover,
}


def all_sources(target: Target, options: ProbeOptions) -> dict[Source, Discover]:
    """What to ask for this target; the operator's own word only where there is one."""
    found: dict[Source, Discover] = {
        source: partial(discover, target.domain) for source, discover in _OF_DOMAIN.items()
    }
    if options.manual:
        found[Source.MANUAL] = partial(manual.discover, options.manual)
    return found
