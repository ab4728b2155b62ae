"""Why figures allow no answer, in words for who made the file."""

from __future__ import annotations

from schakel.methods.unmeasurable import Why

WORDS = {
    Why.TOO_FEW_POINTS: "Er zijn te weinig metingen voor deze methode.",
    Why.TOO_FEW_BEFORE: "Er zijn te weinig metingen van voor de start. Nodig: twee, en voor een lijn drie.",
    Why.TOO_FEW_AFTER: "Er zijn te weinig metingen van na de start. Nodig: twee, en voor een lijn drie.",
    Why.TOO_FEW_AREAS: "Er zijn te weinig gebieden om toeval van verschil te onderscheiden.",
    Why.TOO_FEW_PERSONS: "Elke groep heeft twee personen of meer nodig.",
    Why.NO_COMPARISON: "Elk gebied heeft de verandering. Voeg gebieden toe zonder, met ‘treated’ 0.",
    Why.NO_TREATED: "Geen enkele regel valt na de start. Zet ‘after’ op 1 vanaf de start en ‘treated’ waar hij was.",
    Why.NO_VARIATION: "Alle metingen zijn gelijk of liggen precies op een lijn: toeval is dan niet te schatten.",
    Why.NOT_FINITE: "Een van de getallen is te groot.",
    Why.NO_COUNTS: "Met ‘exposure’ of --counts moeten de waarden aantallen zijn: hele getallen van 0 of meer.",
    Why.NO_EXPOSURE: "‘exposure’ moet overal meer zijn dan 0.",
    Why.NO_EVENTS: "Voor of na de start zijn er te weinig periodes met een gebeurtenis: een verhouding is er dan niet.",
    Why.ENTANGLED: "De verandering is niet te scheiden van de periode, het gebied of het seizoen: er is te weinig.",
    Why.AREA_IN_BOTH_ARMS: "Een gebied staat in beide groepen. Rekenen per gebied kan als elk gebied in één groep zit.",
    Why.CHOSEN_FOR_ITS_SCORE: "De groep is gekozen omdat zij slecht scoorde. Dan wordt zij vanzelf beter: voor en na"
    " vergelijken zegt niets. Voeg een vergelijking toe, of een langere reeks.",
}


def in_words(why: Why) -> str:
    """What is the matter, and what to do about it.

    >>> in_words(Why.TOO_FEW_PERSONS)
    'Elke groep heeft twee personen of meer nodig.'
    """
    return WORDS[why]
