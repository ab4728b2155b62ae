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
#: What people talk about in a note: some words all the time, some hardly ever.
WHO = (
    *("de huisarts", "de wijkverpleging", "het ziekenhuis", "de gemeente", "de mantelzorger") * 3,
    *(
        "de apotheker",
        "de praktijkondersteuner",
        "het buurtteam",
        "de verloskundige",
        "de specialist ouderengeneeskunde",
    ),
    *(
        "de fysiotherapeut",
        "de zorgverzekeraar",
        "de woningcorporatie",
        "de ggz",
        "het bewonerspanel",
        "de ergotherapeut",
    ),
)
DOES = (
    *("belt over", "vraagt naar", "wacht op", "regelt") * 2,
    *(
        "bespreekt",
        "mist",
        "deelt",
        "herkent",
        "vergoedt",
        "coördineert",
        "twijfelt over",
        "schrijft over",
        "stuurt terug",
    ),
)
WHAT = (
    *("de overdracht", "de verwijzing", "de afspraken", "het ontslag", "de wachttijd") * 3,
    *(
        "de valpreventie",
        "de medicatielijst",
        "de patiënten",
        "het tijdelijk verblijf",
        "de sociale kaart",
        "de indicatie",
    ),
    *(
        "de polyfarmacie",
        "het proefverlof",
        "de rollator",
        "de dagbesteding",
        "het huisbezoek",
        "de privacyverklaring",
    ),
    *(
        "de nachtzorg",
        "het consult",
        "de incontinentie",
        "het vervoer",
        "de wondzorg",
        "de eenzaamheid",
        "het rookverbod",
    ),
)
WHEN = (
    "in het weekend",
    "na zes weken",
    "elke maandag",
    "bij de start",
    "in de avond",
    "volgens het plan",
    "tot maart",
)


def talk(random: Random) -> str:
    """What somebody says in a conversation: two to seven sentences."""
    return " ".join(
        f"{random.choice(WHO).capitalize()} {random.choice(DOES)} {random.choice(WHAT)} {random.choice(WHEN)}."
        for _sentence in range(random.randint(2, 7))
    )


def title(random: Random, number: int) -> str:
    """A title that says what it is about; the number keeps it apart from others."""
    return f"{random.choice(VERBS)} {random.choice(THINGS)} {random.choice(PLACES)} ({number})"


def text(random: Random, n_sentences: int = 3) -> str:
    """A few sentences."""
    return " ".join(random.sample(SENTENCES, n_sentences))
