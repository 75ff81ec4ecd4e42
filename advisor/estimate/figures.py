"""The figures of one alternative: each its formula, and the inputs that it is counted from."""

from collections.abc import Iterator

from advisor.estimate import load, storage, traffic
from advisor.estimate.assumptions import WORKING_DAYS
from advisor.estimate.cases import Cases
from advisor.estimate.codes import FigureCode as F
from advisor.estimate.codes import InputCode as I
from advisor.estimate.values import Figure, bounded
from advisor.settings.codes import Alternative, ReadingProtocol

_KB_PER_MB = 1_000
_CARE = {
    Alternative.IMAP: I.CARE_IMAP,
    Alternative.IMAP_ARCHIVE: I.CARE_IMAP_ARCHIVE,
    Alternative.POP3_KEEP: I.CARE_POP3_KEEP,
    Alternative.POP3_DELETE: I.CARE_POP3_DELETE,
}
_GROWING = (I.USED_GB, I.GROWTH_GB, I.YEARS)
_SERVER = {
    Alternative.IMAP: _GROWING,
    Alternative.IMAP_ARCHIVE: (I.GROWTH_GB, I.ARCHIVE_YEARS),
    Alternative.POP3_KEEP: (I.MAILS_PER_DAY, I.MAIL_KB, I.KEEP_DAYS, I.GAP_DAYS),
    Alternative.POP3_DELETE: (I.MAILS_PER_DAY, I.MAIL_KB, I.GAP_DAYS),
}
_LOCAL = {
    Alternative.IMAP: (I.DEVICES, I.GROWTH_GB, I.CACHE_DAYS),
    Alternative.IMAP_ARCHIVE: (*_GROWING, I.COPIES, I.DEVICES, I.CACHE_DAYS),
    Alternative.POP3_KEEP: _GROWING,
    Alternative.POP3_DELETE: _GROWING,
}


class FigureWriter:
    """Works out the figures of one alternative. ``idle`` False: the server is known not to push."""

    def __init__(self, alternative: Alternative, cases: Cases, *, idle: bool) -> None:
        self._alternative = alternative
        self._cases = cases
        self._idle = idle
        self._imap = alternative.protocol is ReadingProtocol.IMAP

    def figures(self) -> tuple[Figure, ...]:
        """All figures in the order of showing."""
        return (*self._storage(), *self._traffic(), *self._connections(), *self._money())

    def _storage(self) -> Iterator[Figure]:
        server, local = _SERVER[self._alternative], _LOCAL[self._alternative]
        if self._alternative is Alternative.POP3_KEEP and I.KEEP_DAYS not in self._cases:
            server = _GROWING
        of, others = self._cases.figure, (I.MAILBOXES, I.OTHERS_SHARE)
        yield of(F.SERVER_GB, self._server, *server)
        yield of(F.SERVER_ALL_GB, self._server_all, *server, *others)
        yield of(F.LOCAL_GB, self._local, *local)

    def _server(self, case: int, share: float = 1.0) -> float:
        mailbox = storage.of_another_mailbox(self._cases.mailbox(case), share)
        return storage.server_gb(self._alternative, mailbox, self._cases.of(I.YEARS, case))

    def _server_all(self, case: int) -> float:
        further = max(0.0, self._cases.of(I.MAILBOXES, case) - 1)
        return bounded(self._server(case) + further * self._server(case, self._cases.of(I.OTHERS_SHARE, case)))

    def _local(self, case: int) -> float:
        return storage.local_gb(self._alternative, self._cases.mailbox(case), self._cases.of(I.YEARS, case))

    def _traffic(self) -> Iterator[Figure]:
        of, day = self._cases.figure, self._day
        mail = (I.MAILS_PER_DAY, I.MAIL_KB)
        if self._imap:
            yield of(F.TRAFFIC_SIGN_IN, lambda case: day(case).sign_in / _KB_PER_MB, I.DEVICES, I.RECONNECTS)
            if self._idle:
                waits = (I.DEVICES, I.ONLINE_HOURS)
                yield of(F.TRAFFIC_WAIT, lambda case: day(case).waiting / _KB_PER_MB, *waits)
            loads = (I.READ_COPIES,) if self._alternative is Alternative.IMAP else (I.COPIES, I.READ_COPIES)
            yield of(F.TRAFFIC_MAIL, lambda case: day(case).mail / _KB_PER_MB, *mail, I.DEVICES, *loads)
        else:
            polls = (I.ONLINE_HOURS, I.POLL_MINUTES)
            yield of(F.TRAFFIC_SIGN_IN, lambda case: day(case).sign_in / _KB_PER_MB, *polls)
            if self._alternative is Alternative.POP3_KEEP:
                kept = (I.MAILS_PER_DAY, I.KEEP_DAYS if I.KEEP_DAYS in self._cases else I.YEARS)
                yield of(F.TRAFFIC_LIST, lambda case: day(case).listing / _KB_PER_MB, *polls, *kept)
            yield of(F.TRAFFIC_MAIL, lambda case: day(case).mail / _KB_PER_MB, *mail)
        yield of(F.TRAFFIC, lambda case: day(case).total / _KB_PER_MB)

    def _day(self, case: int) -> traffic.Traffic:
        of = self._cases.of
        mails, mail_kb, devices = of(I.MAILS_PER_DAY, case), of(I.MAIL_KB, case), of(I.DEVICES, case)
        polls = of(I.ONLINE_HOURS, case) * 60 / self._cases.turned(I.POLL_MINUTES, case)
        if not self._imap:
            return traffic.polling(polls, self._kept(case), mails, mail_kb)
        sign_ins = of(I.RECONNECTS, case)
        held = (
            traffic.holding(of(I.ONLINE_HOURS, case), devices, sign_ins)
            if self._idle
            else traffic.asking(polls, devices, sign_ins)
        )
        loaded = of(I.READ_COPIES, case)
        if self._alternative is Alternative.IMAP_ARCHIVE:
            loaded = max(loaded, of(I.COPIES, case))
        return traffic.together(held, traffic.mail_by_imap(mails, mail_kb, devices, loaded))

    def _kept(self, case: int) -> float:
        """Mails that each poll lists; where nothing is ever deleted, those of all years."""
        if self._alternative is not Alternative.POP3_KEEP:
            return 0.0
        mails = self._cases.of(I.MAILS_PER_DAY, case)
        if I.KEEP_DAYS in self._cases:
            return mails * self._cases.of(I.KEEP_DAYS, case)
        return mails * WORKING_DAYS * self._cases.of(I.YEARS, case)

    def _connections(self) -> Iterator[Figure]:
        """POP3 signs in, fetches and is gone: one connection at a time, and no memory in between."""
        of = self._cases.of
        if not self._imap:
            yield self._cases.figure(F.CONNECTIONS_OWN, lambda _: 1.0)
            yield self._cases.figure(F.MEMORY_MB, lambda _: 0.0)
            return
        own = (I.DEVICES, I.CONNECTIONS)
        yield self._cases.figure(
            F.CONNECTIONS_OWN, lambda case: load.connections(1, of(I.DEVICES, case), of(I.CONNECTIONS, case)), *own
        )
        if I.READERS in self._cases:
            yield self._cases.figure(
                F.CONNECTIONS_SHARED,
                lambda case: load.connections(of(I.READERS, case), of(I.DEVICES, case), of(I.CONNECTIONS, case)),
                I.READERS,
                *own,
            )
        yield self._cases.figure(
            F.MEMORY_MB,
            lambda case: load.memory_mb(of(I.DEVICES_TOTAL, case), of(I.CONNECTIONS, case), of(I.CONNECTION_MB, case)),
            I.DEVICES_TOTAL,
            I.CONNECTIONS,
            I.CONNECTION_MB,
        )

    def _money(self) -> Iterator[Figure]:
        of, figure, care = self._cases.of, self._cases.figure, _CARE[self._alternative]
        extra = (I.QUOTA_GB, I.MAILBOXES, I.GB_PRICE)
        yield figure(F.MONEY_STORAGE, self._storage_money, *_SERVER[self._alternative], *extra)
        yield figure(F.MONEY_CARE, lambda case: of(care, case) * of(I.HOURLY_RATE, case), care, I.HOURLY_RATE)
        yield figure(
            F.MONEY,
            lambda case: self._storage_money(case) + of(care, case) * of(I.HOURLY_RATE, case),
        )
        yield figure(F.SEAT, lambda case: load.seat_money(self._server(case)), *_SERVER[self._alternative])

    def _storage_money(self, case: int) -> float:
        """What goes beyond the quota of all mailboxes costs extra; where the quota is unknown, likely nothing does."""
        if I.QUOTA_GB in self._cases:
            included = self._cases.turned(I.QUOTA_GB, case) * self._cases.turned(I.MAILBOXES, case)
            return load.storage_money(self._server_all(case), included, self._cases.of(I.GB_PRICE, case))
        return load.storage_money(self._server_all(case), 0, self._cases.of(I.GB_PRICE, case)) if case == 2 else 0.0
