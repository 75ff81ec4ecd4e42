"""The formula of a figure with the person's own inputs filled in."""

from advisor.estimate import traffic
from advisor.estimate.codes import FigureCode, InputCode
from advisor.estimate.values import Estimates, Figure
from advisor.report.estimates.figures import Figures
from advisor.report.texts import estimate_formulas as texts
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import Text

_BYTES_PER_KB = 1_000


class FormulaWriter:
    """Writes the formulas of one set of estimates."""

    def __init__(self, found: Estimates, write: Figures) -> None:
        self._found = found
        self._write = write
        self._fields = {one.code.value: write.of_input(one.code, one.value.likely) for one in found.inputs}
        self._fields |= {
            "poll_kb": write.number(traffic.POLL_KB),
            "sign_in_kb": write.number(traffic.SIGN_IN_KB),
            "alive_kb": write.number(traffic.KEEP_ALIVE_KB),
            "listed_b": write.number(round(traffic.LISTED_KB * _BYTES_PER_KB)),
        }

    def formula(self, figure: Figure, alternative: Alternative | None = None) -> str:
        """The sentence for one figure."""
        text = texts.OTHERS[figure.code] if alternative is None else self._text(figure.code, alternative)
        result = self._write.of_figure(figure.code, figure.value.likely)
        sentence = text.into(self._write.language, **self._fields, result=result)
        return f"{sentence} {self._at_most()}" if self._is_cut(figure, alternative) else sentence

    def _text(self, code: FigureCode, alternative: Alternative) -> Text:
        pop3 = alternative.protocol is ReadingProtocol.POP3
        never = alternative is Alternative.POP3_KEEP and self._found.input(InputCode.KEEP_DAYS) is None
        match code:
            case FigureCode.SERVER_GB:
                return texts.SERVER_NEVER_DELETED if never else texts.SERVER[alternative]
            case FigureCode.LOCAL_GB:
                return texts.LOCAL[alternative]
            case FigureCode.TRAFFIC_SIGN_IN:
                return texts.SIGN_IN[alternative.protocol]
            case FigureCode.TRAFFIC_MAIL:
                return texts.MAIL[alternative]
            case FigureCode.MONEY_CARE:
                return texts.CARE[alternative]
            case FigureCode.CONNECTIONS_OWN if pop3:
                return texts.CONNECTIONS_POP3
            case FigureCode.MEMORY_MB if pop3:
                return texts.MEMORY_POP3
            case FigureCode.TRAFFIC_LIST if never:
                return texts.LIST_NEVER_DELETED
            case FigureCode.MONEY_STORAGE if self._found.input(InputCode.QUOTA_GB) is None:
                return texts.STORAGE_UNKNOWN
            case _:
                return texts.OTHERS[code]

    def _is_cut(self, figure: Figure, alternative: Alternative | None) -> bool:
        """Whether an alternative would keep more than there is, so that all mail is what counts."""
        if figure.code is not FigureCode.SERVER_GB or alternative in (None, Alternative.IMAP):
            return False
        return InputCode.USED_GB not in figure.inputs and figure.value.likely == self._everything()

    def _everything(self) -> float:
        everything = self._found.of(Alternative.IMAP).figure(FigureCode.SERVER_GB)
        return everything.value.likely if everything is not None else 0.0

    def _at_most(self) -> str:
        return texts.AT_MOST.into(self._write.language, everything=self._write.gigabytes(self._everything()))
