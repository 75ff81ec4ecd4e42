"""The key sentences of the estimates. ``{way}``: name of an alternative; sizes, hours and dates are phrases."""

from advisor.estimate.codes import Fit
from advisor.text import Text

FIT: dict[Fit, Text] = {
    Fit.FITS: Text(
        "Ihre heutige Post passt: Das grösste Postfach braucht mit Reserve {needed}, der Anbieter gibt {quota}.",
        "Your mail of today fits: the biggest mailbox needs {needed} with some room, the provider gives {quota}.",
    ),
    Fit.PERHAPS: Text(
        "Ob Ihre heutige Post passt, ist offen: Das grösste Postfach braucht mit Reserve {needed}, der Anbieter gibt "
        "{quota}. Messen Sie, bevor Sie etwas hochladen.",
        "Whether your mail of today fits is open: the biggest mailbox needs {needed} with some room, the provider "
        "gives {quota}. Measure before you upload anything.",
    ),
    Fit.DOES_NOT_FIT: Text(
        "Passt nicht: Das grösste Postfach braucht mit Reserve {needed}, der Anbieter gibt {quota}. Laden Sie nichts "
        "hoch, bevor mehr Platz da ist.",
        "Does not fit: the biggest mailbox needs {needed} with some room, the provider gives {quota}. Upload nothing "
        "before there is more space.",
    ),
}
NO_QUOTA = Text(
    "Ob und wann der Platz ausgeht, können wir erst sagen, wenn Sie angeben, wie viel Platz der Anbieter pro Postfach "
    "gibt.",
    "Whether and when space runs out can only be said once you state how much space the provider gives per mailbox.",
)
NO_USED = Text(
    "Ob die heutige Post passt, können wir erst sagen, wenn Sie angeben, wie voll das grösste Postfach ist.",
    "Whether the mail of today fits can only be said once you state how full the biggest mailbox is.",
)

FULL_LIKELY = Text(
    "Mit «{way}» ist das grösste Postfach beim jetzigen Tempo {when} voll. {span}",
    "With “{way}” the biggest mailbox is full {when} at this rate. {span}",
)
FULL_OPEN = Text(
    "Wann das grösste Postfach voll ist, bleibt mit diesen Angaben offen: vielleicht schon jetzt, vielleicht nie.",
    "These figures leave open when the biggest mailbox will be full: perhaps already now, perhaps never.",
)
FULL_NOW = Text(
    "Mit «{way}» ist das grösste Postfach wohl schon voll. Ein volles Postfach weist neue Post ab.",
    "With “{way}” the biggest mailbox is probably full already. A full mailbox refuses new mail.",
)
FULL_NEVER = Text(
    "Mit «{way}» wird das grösste Postfach beim jetzigen Tempo nicht voll.",
    "With “{way}” the biggest mailbox never fills up at this rate.",
)
MOVED_OUT = Text(
    "Das gilt, sobald die alte Post in Ihrer eigenen Ablage liegt und nicht mehr beim Anbieter.",
    "This holds once old mail lies in your own store and no longer with the provider.",
)
FULL_PERHAPS = Text(
    "Mit «{way}» wird das grösste Postfach beim jetzigen Tempo nicht voll, im ungünstigsten Fall aber {when}.",
    "With “{way}” the biggest mailbox does not fill up at this rate; in the worst case it does {when}.",
)
FULL_PERHAPS_NOW = Text(
    "Mit «{way}» wird das grösste Postfach beim jetzigen Tempo nicht voll, im ungünstigsten Fall aber ist es heute "
    "schon zu klein.",
    "With “{way}” the biggest mailbox does not fill up at this rate; in the worst case it is too small today.",
)
SPAN = Text("Frühestens {soonest}, spätestens {latest}.", "At the earliest {soonest}, at the latest {latest}.")
SPAN_OPEN = Text("Frühestens {soonest}, vielleicht auch nie.", "At the earliest {soonest}, perhaps never.")
IN_MONTH = Text("etwa im {month}", "around {month}")
ON_DAY = Text("etwa am {day}", "around {day}")
NOW = Text("jetzt schon", "already now")
BY = Text("im {month}", "in {month}")
NEVER = Text("nie", "never")
UNKNOWN = Text("unbekannt", "unknown")

UPLOAD = Text(
    "Alte Post hochzuladen dauert für das grösste Postfach {hours}.",
    "Uploading old mail takes {hours} for the biggest mailbox.",
)
UPLOAD_ALL = Text(
    "Alte Post hochzuladen dauert für das grösste Postfach {hours}, für alle nacheinander {all_hours}.",
    "Uploading old mail takes {hours} for the biggest mailbox, {all_hours} for all one by one.",
)
TRAFFIC = Text(
    "Mit «{way}» gehen pro Postfach am Tag etwa {amount} über die Leitung.",
    "With “{way}” about {amount} a day go over the line per mailbox.",
)
SHARED_OVER = Text(
    "Eine gemeinsame Adresse hält im selben Büro etwa {count} Verbindungen gleichzeitig; erlaubt sind {limit}. Was "
    "darüber liegt, wird abgewiesen. Fragen Sie Ihren Anbieter nach der Grenze pro Postfach und Internetanschluss.",
    "A shared address holds about {count} connections at once in the same office; the limit is {limit}. What goes "
    "beyond is refused. Ask your provider for the limit per mailbox and internet line.",
)
OWN_OVER = Text(
    "Die Geräte einer Person halten etwa {count} Verbindungen gleichzeitig; erlaubt sind {limit}. Fragen Sie Ihren "
    "Anbieter nach der Grenze pro Postfach und Internetanschluss.",
    "One person’s devices hold about {count} connections at once; the limit is {limit}. Ask your provider for the "
    "limit per mailbox and internet line.",
)
CONNECTIONS_FIT = Text(
    "Die Geräte einer Person halten etwa {count} Verbindungen gleichzeitig; erlaubt sind {limit}. Das genügt.",
    "One person’s devices hold about {count} connections at once; the limit is {limit}. That is enough.",
)
USUALLY = Text("je nach Anbieter {limit}", "{limit}, depending on the provider")
MONEY = Text(
    "Mit «{way}» kosten Platz und Pflege im Jahr etwa {amount}. Die Preise sind Annahmen.",
    "With “{way}” space and care cost about {amount} a year. The prices are assumptions.",
)
HOURS_RANGE = Text("etwa {low} bis {high} Stunden", "about {low} to {high} hours")
HOURS_ABOUT = Text("etwa {low} Stunden", "about {low} hours")
UNDER_AN_HOUR = Text("weniger als eine Stunde", "less than an hour")
AT_MOST_HOURS = Text("höchstens {high} Stunden", "at most {high} hours")
AMOUNT_RANGE = Text("{likely} ({low} bis {high})", "{likely} ({low} to {high})")
BETWEEN = Text("{low} bis {high}", "{low} to {high}")
