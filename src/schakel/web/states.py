"""How a state looks: shape, then word, then colour. Nowhere else is a colour given to a state."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Look:
    """The icon, the word and the colour of a state. Colours: good, care, plain, here (the network's own)."""

    icon: str
    word: str | Promise
    colour: str


#: Blue is as hoped, orange asks someone to act, grey is neither; ``here`` is the place in the chain or a request.
LOOKS: dict[str, Look] = {
    # A point of a gate, a promise, a condition
    "ready": Look("ready", _("Gereed"), "good"),
    "partly": Look("partly", _("Bezig"), "plain"),
    "missing": Look("late", _("Ontbreekt"), "care"),
    "not_begun": Look("open", _("Nog niet begonnen"), "plain"),
    "late": Look("late", _("Te laat"), "care"),
    "met": Look("ready", _("Vervuld"), "good"),
    "lapsed": Look("stopped", _("Vervallen"), "plain"),
    # Asked of you
    "ask_consent": Look("decision", _("Akkoord gevraagd"), "here"),
    "ask_vote": Look("decision", _("Stem gevraagd"), "here"),
    "ask_decision": Look("decision", _("Besluit gevraagd"), "here"),
    "ask_promise": Look("promise", _("Toezegging"), "here"),
    "ask_score": Look("score", _("Score"), "here"),
    "ask_view": Look("view", _("Uw kijk gevraagd"), "here"),
    "ask_intake": Look("idea", _("Nieuw idee"), "here"),
    "ask_accept": Look("promise", _("Borging"), "here"),
    "ask_update": Look("view", _("Stand van zaken"), "here"),
    "ask_measure": Look("score", _("Hermeting"), "here"),
    "ask_meeting": Look("meeting", _("Overleg"), "here"),
    "ask_work": Look("doc", _("Werk"), "here"),
    # A notice that was opened
    "read": Look("mail", _("Gelezen"), "plain"),
    # Where an initiative is
    "draft": Look("score", _("Concept"), "plain"),
    "submitted": Look("ring", _("Idee"), "here"),
    "screening": Look("ring", _("Screening"), "here"),
    "exploration": Look("ring", _("Verkenning"), "here"),
    "preparation": Look("ring", _("Plan"), "here"),
    "awaiting_funding": Look("ring", _("Wacht op geld"), "here"),
    "pilot": Look("ring", _("Pilot"), "here"),
    "execution": Look("ring", _("Invoering"), "here"),
    "embedding": Look("ring", _("Borging"), "here"),
    "explored": Look("ready", _("Onderzocht, geen vervolg"), "good"),
    "finished": Look("ready", _("Klaar"), "good"),
    "stopped": Look("stopped", _("Gestopt"), "plain"),
    "rejected": Look("stopped", _("Gaat niet door"), "plain"),
    "parked": Look("parked", _("In de wacht"), "plain"),
    "referred": Look("referred", _("Doorgestuurd"), "plain"),
    "merged": Look("merged", _("Samengevoegd"), "plain"),
    # What was decided
    "go": Look("ready", _("Ga door"), "good"),
    "go_if": Look("ready_tail", _("Ga door, met voorwaarde"), "good"),
    "adjust": Look("adjust", _("Pas aan"), "plain"),
    "stop": Look("stopped", _("Stop"), "plain"),
    "unknown": Look("unknown", _("Nog niet te zeggen"), "plain"),
    # What a decision is worth
    "voting": Look("decision", _("Wordt over besloten"), "here"),
    "valid": Look("ready", _("Geldig besluit"), "good"),
    "provisional": Look("provisional", _("Onder voorbehoud"), "care"),
    "not_carried": Look("stopped", _("Niet aangenomen"), "plain"),
    "withdrawn": Look("recused", _("Ingetrokken"), "plain"),
    # Answers, votes, promises
    "yes": Look("ready", _("Ja"), "good"),
    "no": Look("no", _("Nee"), "plain"),
    "not_yet": Look("unknown", _("Nog niet"), "plain"),
    "maybe": Look("partly", _("Misschien"), "plain"),
    "for": Look("ready", _("Voor"), "good"),
    "against": Look("no", _("Tegen"), "plain"),
    "abstain": Look("abstain", _("Onthouding"), "plain"),
    "objection": Look("late", _("Bezwaar"), "care"),
    "recused": Look("recused", _("Stemt niet mee"), "plain"),
    "absent": Look("open", _("Niet aanwezig"), "plain"),
    "asked": Look("open", _("Gevraagd"), "plain"),
    "confirmed": Look("ready", _("Toegezegd"), "good"),
    "amended": Look("adjust", _("Anders toegezegd"), "plain"),
    "declined": Look("no", _("Niet toegezegd"), "plain"),
    "given": Look("ready", _("Akkoord gegeven"), "good"),
    "refused": Look("no", _("Geen akkoord"), "plain"),
    # How far a partner is with something that becomes ordinary work
    "adoption_not_started": Look("open", _("Nog niet begonnen"), "plain"),
    "adoption_started": Look("partly", _("Begonnen"), "plain"),
    "adoption_in_use": Look("ready", _("In gebruik"), "good"),
    "adoption_standard": Look("ready_tail", _("Gewoon werk"), "good"),
    "adoption_not_applicable": Look("recused", _("Hoort hier niet bij"), "plain"),
    "accepted": Look("ready", _("Aanvaard"), "good"),
    "not_accepted": Look("no", _("Niet aanvaard"), "plain"),
    "holds_yes": Look("ready", _("Blijft goed gaan"), "good"),
    "holds_no": Look("late", _("Zakt weg"), "care"),
    "holds_unknown": Look("unknown", _("Nog niet te zeggen"), "plain"),
    # What came of a promised effect
    "verdict_met": Look("ready", _("Gehaald"), "good"),
    "verdict_partly": Look("partly", _("Deels gehaald"), "plain"),
    "verdict_not": Look("late", _("Niet gehaald"), "care"),
    "verdict_unknown": Look("unknown", _("Nog niet te zeggen"), "plain"),
    # How it goes, and what became of a risk
    "update_on_track": Look("ready", _("Op koers"), "good"),
    "update_attention": Look("partly", _("Let op"), "plain"),
    "update_help": Look("late", _("Hulp nodig"), "care"),
    "update_none": Look("unknown", _("Nog geen stand"), "plain"),
    "risk_open": Look("open", _("Kan gebeuren"), "plain"),
    "risk_happened": Look("late", _("Is gebeurd"), "care"),
    "risk_closed": Look("ready", _("Speelt niet meer"), "plain"),
    "halted": Look("late", _("Ligt stil"), "care"),
    "aftercare": Look("ready_tail", _("In nazorg"), "good"),
    # A partner in the network
    "candidate": Look("open", _("Kandidaat"), "plain"),
    "listener": Look("partly", _("Toehoorder"), "plain"),
    "partner": Look("ready", _("Partner"), "here"),
    "owner": Look("ready", _("Eigenaar"), "here"),
    "participant": Look("ring", _("Doet mee, is geen partner"), "plain"),
    "left": Look("leave", _("Vertrokken"), "plain"),
    # A meeting, a term, a mandate
    "planned": Look("open", _("Gepland"), "plain"),
    "agenda": Look("meeting", _("Agenda klaar"), "here"),
    "live": Look("partly", _("Bezig"), "here"),
    "closed": Look("ready", _("Afgerond"), "plain"),
    "adopted": Look("ready", _("Vastgesteld"), "good"),
    "called_off": Look("stopped", _("Afgezegd"), "plain"),
    "vacant": Look("unknown", _("Zetel vrij"), "plain"),
    "away": Look("away", _("Afwezig"), "plain"),
    "untold": Look("unknown", _("Niet in de bron"), "plain"),
    "running": Look("ready", _("Loopt"), "good"),
    "ended": Look("stopped", _("Afgelopen"), "plain"),
    # What a control chart shows, and whether what it does by itself reaches its target
    "variation_improvement": Look("better", _("Verbetering"), "good"),
    "variation_concern": Look("worse", _("Verslechtering"), "care"),
    "variation_neutral": Look("changed", _("Verandering"), "plain"),
    "variation_common": Look("same", _("Geen verandering"), "plain"),
    "assurance_pass": Look("goal_always", _("Haalt doel vanzelf"), "good"),
    "assurance_fail": Look("goal_never", _("Haalt doel niet vanzelf"), "care"),
    "assurance_hit_or_miss": Look("goal_sometimes", _("Haalt doel soms"), "plain"),
    # The same of limits that rest on a baseline: how it went then is no alarm about how it goes now
    "assurance_pass_before": Look("goal_always", _("Haalde doel vanzelf"), "plain"),
    "assurance_fail_before": Look("goal_missed", _("Haalde doel niet vanzelf"), "plain"),
    "assurance_hit_or_miss_before": Look("goal_sometimes", _("Haalde doel soms"), "plain"),
    "assurance_none": Look("unknown", _("Geen doel afgesproken"), "plain"),
    # A wait against its norm, and how far a log is
    "norm_met": Look("ready", _("Haalt norm"), "good"),
    "norm_not_met": Look("late", _("Haalt norm niet"), "care"),
    "norm_none": Look("open", _("Geen norm"), "plain"),
    "norm_unknown": Look("unknown", _("Niet te zeggen"), "plain"),
    "wait_shorter": Look("better", _("Korter"), "good"),
    "wait_longer": Look("worse", _("Langer"), "care"),
    "wait_same": Look("same", _("Geen duidelijk verschil"), "plain"),
    "bottleneck_open": Look("open", _("Open"), "plain"),
    "bottleneck_taken_up": Look("partly", _("Opgepakt"), "here"),
    "bottleneck_solved": Look("ready", _("Opgelost"), "good"),
    "bottleneck_dropped": Look("parked", _("Laten rusten"), "plain"),
    "log_asks": Look("score", _("Kies de kolommen"), "here"),
    "default": Look("unknown", _("Standaard, niet uit de bron"), "plain"),
    "example": Look("idea", _("Voorbeeld"), "plain"),
}


def look(state: str) -> Look:
    """Find how a state looks; a state nobody gave a look is a programming error.

    >>> look("late").colour
    'care'
    """
    return LOOKS[str(state)]
