"""Words around what is known about a provider; the notes themselves stand in the table of findings."""

from advisor.text import Text

AS_OF = Text("Zuletzt nachgesehen: {date}.", "Last looked up: {date}.")
