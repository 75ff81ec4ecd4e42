"""What the check of many domains says on the way."""

from advisor.text import Text

PROGRESS = Text(
    "{done} von {total}: {domain} ({rate} in der Minute)",
    "{done} of {total}: {domain} ({rate} a minute)",
)
BAD_LINE = Text("Zeile {line}: «{text}»: {problem}", "line {line}: “{text}”: {problem}")
LEFT_OUT = Text(
    "Schon in der Datei und ausgelassen: {count} von {total}.",
    "Already in the file and left out: {count} of {total}.",
)
FINISHED = Text("Fertig: {done} Berichte in {seconds} Sekunden.", "Done: {done} reports in {seconds} seconds.")
STOPPING = Text(
    "Angehalten. Was läuft, wird noch fertig; ein zweites Mal bricht auch das ab.",
    "Stopping. What is under way will be finished; a second time ends that as well.",
)
INTERRUPTED = Text(
    "Angehalten nach {done} von {total}; was geschrieben ist, bleibt.",
    "Interrupted after {done} of {total}; what is written stays.",
)
INTERRUPTED_FILE = Text(
    "Angehalten nach {done} von {total}; derselbe Befehl fährt dort fort.",
    "Interrupted after {done} of {total}; the same command goes on from there.",
)
LOST = Text(
    "{domain}: kein Bericht; das System hat den prüfenden Prozess beendet, auch beim zweiten Versuch.",
    "{domain}: no report; the system ended the process that checked it, at the second attempt as well.",
)
INCOMPLETE = Text(
    "{done} von {total} haben einen Bericht; was geschrieben ist, bleibt.",
    "{done} of {total} have a report; what is written stays.",
)
INCOMPLETE_FILE = Text(
    "{done} von {total} haben einen Bericht; derselbe Befehl versucht es mit dem Rest noch einmal.",
    "{done} of {total} have a report; the same command tries the rest once more.",
)
NO_WORKER = Text(
    "Es liess sich kein Prozess starten, der prüft.",
    "No process could be started that does the checking.",
)
NO_TARGETS = Text("Die Liste nennt keine brauchbare Domain.", "The list names no usable domain.")
STRICT = Text(
    "Wegen --strict wurde nichts geprüft; unbrauchbare Zeilen: {count}.",
    "Because of --strict nothing was checked; lines that cannot be used: {count}.",
)
IN_USE = Text(
    "In diese Datei schreibt gerade ein anderer Aufruf dieses Befehls.",
    "Another call of this command is writing into this file.",
)
FOREIGN_LINE = Text(
    "Zeile {line} ist kein Bericht; in diese Datei wird nichts geschrieben.",
    "Line {line} is no report; nothing is written into this file.",
)
