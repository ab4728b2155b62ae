"""Made-up Dutch texts of a plausible length, the same for the same seed."""

from __future__ import annotations

from random import Random

VERBS = ("Samen", "Sneller", "Eerder", "Beter", "Dichterbij", "Rustiger", "Slimmer", "Veiliger")
THINGS = (
    "overdracht na ontslag",
    "bellen met de wijkverpleging",
    "wachten op hulp",
    "vallen voorkomen",
    "medicijnen thuis",
    "praten over later",
    "zorg in het weekend",
    "steun voor mantelzorgers",
    "de eerste weken met een baby",
    "wonen met dementie",
)
PLACES = ("in de wijk", "in het dorp", "thuis", "op de spoedpost", "in de praktijk", "bij de huisarts")
SENTENCES = (
    "Mensen weten nu niet wie zij kunnen bellen als het ’s avonds misgaat.",
    "De overdracht komt vaak pas na het weekend aan.",
    "Wie zorgt voor een ander, zoekt te lang naar een plek om adem te halen.",
    "Wij stellen voor om met één nummer en één lijst te beginnen.",
    "De wijkverpleging hoort dan dezelfde dag dat iemand naar huis komt.",
    "Na zes maanden kijken wij samen of het werkt en wat het kost.",
    "Het bewonerspanel leest elke brief mee, ook de moeilijke zinnen.",
    "Huisartsen en apothekers doen al mee; de gemeenten denken erover na.",
    "Het scheelt zoeken, bellen en overtypen, elke dag een beetje.",
    "Niemand hoeft zijn verhaal nog drie keer te vertellen.",
)


def title(random: Random, number: int) -> str:
    """A title that says what it is about; the number keeps it apart from others."""
    return f"{random.choice(VERBS)} {random.choice(THINGS)} {random.choice(PLACES)} ({number})"


def text(random: Random, n_sentences: int = 3) -> str:
    """A few sentences."""
    return " ".join(random.sample(SENTENCES, n_sentences))
