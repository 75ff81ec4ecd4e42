"""What all sources of one run have said so far: claims, exchangers, provider, and how each source answered."""

from dataclasses import replace

from probes.codes import Reason, Source, Status
from probes.discovery.catalogue import ProviderFacts
from probes.discovery.values import Discovered
from probes.errors import ProbeError
from probes.host_names import NULL_MX
from probes.results import Claim, MailExchanger, Preference, Service, SourceCheck


class Answers:
    """Grows with every answer. A source may answer in several parts; its check is the sum of them."""

    def __init__(self) -> None:
        """Nobody has been asked."""
        self.mail_exchangers: tuple[MailExchanger, ...] = ()
        self.preference: Preference | None = None
        self.claims: tuple[Claim, ...] = ()
        """All claims in the order of the sources, whatever the order of their answers."""
        self._claims: dict[Source, tuple[Claim, ...]] = {}
        self._checks: dict[Source, SourceCheck] = {}
        self._providers: dict[Source, ProviderFacts] = {}

    @property
    def checks(self) -> tuple[SourceCheck, ...]:
        """How each source answered."""
        return tuple(self._checks[source] for source in Source if source in self._checks)

    @property
    def provider(self) -> ProviderFacts | None:
        """A provider's own domain says more than the exchanger, which may belong to its parent company."""
        return self._providers.get(Source.PROVIDER_LIST) or self._providers.get(Source.MX_PROVIDER)

    @property
    def no_mail(self) -> bool:
        """Whether the domain itself says that there is nothing to look for."""
        check = self._checks.get(Source.MX_PROVIDER)
        no_domain = check is not None and check.reason is Reason.NAME_NOT_FOUND
        return no_domain or any(exchanger.host == NULL_MX for exchanger in self.mail_exchangers)

    def check(self, source: Source) -> SourceCheck:
        """How this source has answered so far."""
        return self._checks.get(source, SourceCheck(source, Status.NOT_RUN))

    def left_out(self, source: Source, reason: Reason | None = None) -> None:
        """This source, or the rest of it, is not asked (any more)."""
        known = self._checks.get(source)
        unasked = SourceCheck(source, Status.NOT_RUN, reason=reason)
        self._checks[source] = unasked if known is None else replace(known, reason=known.reason or reason)

    def take(self, source: Source, answer: Discovered | ProbeError) -> None:
        """Add one answer; an error of a later part leaves what the first part said."""
        known = self._checks.get(source)
        if isinstance(answer, ProbeError):
            failed = SourceCheck(source, Status.FAILED, reason=answer.reason)
            self._checks[source] = failed if known is None else replace(known, reason=known.reason or answer.reason)
            return
        self._claims[source] = (*self._claims.get(source, ()), *answer.claims)
        self.claims = tuple(claim for source in Source for claim in self._claims.get(source, ()))
        self.mail_exchangers = answer.mail_exchangers or self.mail_exchangers
        self.preference = self.preference or answer.preference
        if answer.provider:
            self._providers[source] = answer.provider
        before = known or SourceCheck(source, Status.FAILED if answer.failed else Status.COMPLETED)
        self._checks[source] = replace(
            before,
            status=before.status if answer.failed else Status.COMPLETED,
            claims=len(self._claims[source]),
            reason=before.reason or answer.reason,
            notes=tuple(dict.fromkeys((*before.notes, *answer.notes))),
            evidence=(*before.evidence, *answer.evidence),
        )

    def naming(self, service: Service) -> tuple[Source, ...]:
        """Every source that names the host of this service for its protocol."""
        return tuple(
            dict.fromkeys(
                claim.source
                for claim in self.claims
                if claim.protocol is service.protocol and claim.host == service.host
            )
        )
