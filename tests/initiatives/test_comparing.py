"""A promise beside who does not take part: chosen with it, counted when that is honest, and otherwise why not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from schakel.initiatives import actions, queries
from schakel.initiatives.actions.comparing import compared
from schakel.initiatives.actions.measures import work_out
from schakel.initiatives.gates.followed import courses_of
from schakel.initiatives.models import (
    ClaimComparison,
    EffectClaim,
    Initiative,
    InitiativeArea,
    InitiativePartner,
    Measure,
)
from schakel.initiatives.queries.papers import dossier
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.comparing import Alone, beside_words
from schakel.journal.models import Entry
from schakel.measuring.models import Series
from schakel.methods.effect import analysis
from schakel.network.models import Area
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import Scene, fresh, make_initiative, make_scene
from tests.factories.measuring import fill, make_baseline, make_indicator, make_series, of
from tests.factories.network import make_partner
from tests.worlds import world

START = date(2026, 7, 1)
#: Around nothing, without a level and without a trend of its own, whatever block of four is looked at.
BLOCK = (1, -1, -1, 1)
#: Eighteen months at 60, then 90: beside itself the pilot brings 30.
OWN = [of(60, 100)] * 18 + [of(90, 100)] * 4
#: Twenty lower before, thirty lower afterwards: the pilot brings 30 − 20 = 10 more than there.
OTHER = [of(40 - step, 100) for step in (*BLOCK * 4, 0, 0)] + [of(60 - step, 100) for step in BLOCK]


@world
def pilot(scene: Scene) -> Initiative:
    """A pilot that began in July 2026."""
    made = make_initiative(scene, Stage.PILOT, edition=1)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=made.pk).update(started_on=START)
    return fresh(made)


@pytest.fixture
def own(scene: Scene) -> Series:
    """Figures of a partner that takes part, with a locked baseline."""
    made = make_series(scene.network, make_indicator(scene.network, target="80"), partner=scene.partners[0])
    fill(made, *OWN[:18])
    make_baseline(made, n=18)
    return made


def beside(scene: Scene, own: Series, *figures, **more) -> Series:
    """A series of the same definition, of a partner that does not take part."""
    partner = more.pop("partner", None) or make_partner(scene.network, **more)
    made = make_series(scene.network, own.version, partner=partner)
    fill(made, *figures)
    return made


def promise(scene: Scene, pilot: Initiative, own: Series, *others: Series, least: int = 5) -> EffectClaim:
    with looking(scene.lead) as by:
        measure = Measure.objects.filter(series=own).first() or actions.follow_measure(
            pilot, by=by, series=own, kind="outcome", target=None
        )
        return actions.claim_effect(
            measure, by=by, way="higher", threshold=Decimal(least), after_periods=4, why="x", beside=others
        )


def row_of(scene: Scene, pilot: Initiative) -> queries.MeasureRow:
    with looking(scene.lead) as person:
        return queries.measures_of(person, fresh(pilot)).rows[0]


def facts(scene: Scene, pilot: Initiative, claim: EffectClaim) -> dict:
    with as_platform(scene.network):
        claim.measure.initiative = fresh(pilot)
        return work_out(claim, courses_of([claim.measure])[claim.measure.pk]).facts


# --------------------------------------------------------------------------- the calculation, by hand


def course(*values: float) -> analysis.Course:
    return analysis.Course(list(values), start=6)


def rows(n: int) -> list[list[float]]:
    """Areas at 10 in the mean of six periods, each with its own trend, then at 10, 11 or 12: 11 in the mean of 19."""
    return [
        [10 + 0.1 * (n / 2 + 0.5 - j) * (t - 2.5) for t in range(6)] + [10.0 + j % 3] * 4
        for j in range(1, n + 1)
    ]


CHOICES = analysis.Choices(at=(4,))
#: At 10 before, at 16 afterwards.
TREATED = course(*[10.0] * 6, *[16.0] * 4)


def test_beside_nineteen_areas_the_effect_is_the_change_here_less_the_mean_change_there():
    found = compared(TREATED, rows(19), CHOICES)
    [at] = found.effect_at
    # Here from 10 to 16; there from 10 to (6 × 12 + 6 × 10 + 7 × 11) / 19 = 11.
    assert (found.method, found.grade) == ("difference_in_differences", "B")
    assert at.value == pytest.approx((16 - 10) - (11 - 10))
    assert at.lower95 < 5 < at.upper95
    assert found.areas.p_placebo == pytest.approx(1 / 20)


@pytest.mark.parametrize(
    ("own", "others", "reason"),
    [
        (TREATED, rows(2), Alone.FEW),
        (TREATED, rows(18), Alone.FEW),
        (TREATED, [[10.0 + t + t % 2 / 5 for t in range(6)] + [16.0] * 4], Alone.NOT_PARALLEL),
        (TREATED, [[*[None] * 6, 1.0, 2.0, 1.0, 2.0]], Alone.NOT_IN_STEP),
        (TREATED, [[None, None, None, 9.0, 8.5, 9.0, 9.0, 8.0, 9.0, 8.0]], Alone.NOT_IN_STEP),
        (TREATED, [[9.0, 8.5, 9.0, 9.0, None, 8.5, 9.0, 8.0, 9.0, 8.0]], Alone.PARALLEL_UNKNOWN),
        (TREATED, [[5.0] * 10], Alone.UNMEASURABLE),
    ],
)
def test_a_comparison_that_is_not_honest_is_refused_with_its_reason(own, others, reason):
    assert compared(own, others, CHOICES) == reason


def test_a_promise_says_with_whom_it_is_compared():
    assert beside_words([]) == "zonder vergelijking"
    assert beside_words(["Borne"]) == "vergeleken met Borne"


# --------------------------------------------------------------------------- chosen with the promise


@pytest.mark.django_db
def test_what_is_compared_with_is_fixed_with_the_promise(scene, pilot, own):
    other = beside(scene, own, *OTHER[:18], name="Borne")
    claim = promise(scene, pilot, own, other, other)
    assert row_of(scene, pilot).claim_words == (
        "4 maanden na de start minstens 5 procentpunt hoger, vergeleken met Borne"
    )
    with as_platform(scene.network):
        entry = Entry.objects.get(verb="effect claimed")
        assert entry.data == {"claim": str(claim.pk), "beside": [str(other.pk)]}
        for change in (
            lambda: ClaimComparison.objects.update(series=own),
            lambda: ClaimComparison.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
    stranger = make_scene()
    with looking(stranger.lead):
        assert not ClaimComparison.objects.exists()


@pytest.mark.django_db
def test_who_takes_part_is_nobody_to_compare_with(scene, pilot, own):
    joined = beside(scene, own, name="Thuiszorg Es")
    elsewhere = make_scene()
    other_version = make_series(scene.network, make_indicator(scene.network, "Valt"), partner=joined.partner)
    with as_platform(scene.network):
        InitiativePartner.objects.create(network=scene.network, initiative=pilot, partner=joined.partner)
        town = Area.objects.create(network=scene.network, name="Borne", slug="borne", kind="municipality")
    for series, words in (
        (joined, "Thuiszorg Es doet mee aan dit initiatief"),
        (own, "doet mee aan dit initiatief"),
        (other_version, "andere definitie"),
        (make_series(scene.network, own.version), "hele netwerk"),
        (make_series(scene.network, own.version, area=town), "een partner met een partner"),
        (make_series(elsewhere.network), "ander netwerk"),
    ):
        with pytest.raises(Refused, match=words):
            promise(scene, pilot, own, series)
    with as_platform(scene.network):
        assert not EffectClaim.objects.exists()


@pytest.mark.django_db
def test_an_area_in_or_around_one_that_takes_part_does_too(scene, pilot):
    version = make_indicator(scene.network, target="80")
    with as_platform(scene.network):
        names = ("streek", "borne", "wijk", "wierden")
        areas = {
            name: Area.objects.create(network=scene.network, name=name, slug=f"g-{name}", kind="municipality")
            for name in names
        }
        for name, parent in (("borne", "streek"), ("wijk", "borne"), ("wierden", "streek")):
            Area.objects.filter(pk=areas[name].pk).update(parent=areas[parent])
        InitiativeArea.objects.filter(initiative=pilot).delete()
    series = {name: make_series(scene.network, version, area=area) for name, area in areas.items()}
    own = series["borne"]
    with pytest.raises(Refused, match="staat in geen gebied"):
        promise(scene, pilot, own, series["wierden"])
    with as_platform(scene.network):
        InitiativeArea.objects.create(network=scene.network, initiative=pilot, area=areas["borne"])
    for name in ("streek", "wijk"):
        with pytest.raises(Refused, match=f"{name} doet mee"):
            promise(scene, pilot, own, series[name])
    promise(scene, pilot, own, series["wierden"])


# --------------------------------------------------------------------------- the verdict


@pytest.mark.django_db
def test_the_verdict_counts_what_changed_more_than_there(scene, pilot, own):
    other = beside(scene, own, *OTHER[:18], name="Borne")
    claim = promise(scene, pilot, own, other, least=20)
    fill(own, *OWN)
    fill(other, *OTHER)
    with as_platform(scene.network):
        [found] = actions.judge_effects(scene.network, by=None)
    # Here from 60 to 90, there from 40 to 60: not 30 but 10 more, less than the 20 that were promised.
    assert (found.outcome, found.because, found.grade) == ("partly", "better_but_less", "B")
    assert found.effect == pytest.approx(10)
    assert 0 < found.lower95 < 10 < found.upper95 < 20
    assert (found.n_before, found.n_after) == (18, 4)
    assert "one_beside_one" in found.cautions
    row = row_of(scene, pilot)
    assert ("Vergeleken met", "Borne") in row.verdict_facts
    assert not row.is_stale
    with looking(scene.lead) as person:
        told = str(dossier(person, fresh(pilot), timezone.localdate()).parts)
    assert "minstens 20 procentpunt hoger, vergeleken met Borne. Deels gehaald" in told
    assert "Vergeleken met: Borne." in told
    assert "het verschil tussen twee reeksen" in told
    fill(other, *OTHER[:-1], of(61, 100), reason="Vergeten.")
    assert row_of(scene, pilot).is_stale
    assert facts(scene, pilot, claim)["effect"] != pytest.approx(10)


@pytest.mark.django_db
def test_without_an_honest_comparison_the_verdict_rests_on_its_own_series_and_says_why(scene, pilot, own):
    few = [of(4, 100), *OTHER[1:]]
    behind = OTHER[:21]
    others = [
        beside(scene, own, *figures, name=f"Partner {at}") for at, figures in enumerate((few, behind, OTHER))
    ]
    hidden, late, joined = (promise(scene, pilot_before(scene, pilot), own, one) for one in others)
    fill(own, *OWN[:21], of(91, 100))
    with as_platform(scene.network):
        Initiative.objects.filter(pk=pilot.pk).update(started_on=START)
        InitiativePartner.objects.create(network=scene.network, initiative=pilot, partner=others[2].partner)
    for claim, reason in (
        (hidden, Alone.HIDDEN),
        (late, Alone.NOT_IN_STEP),
        (joined, Alone.TAKES_PART),
    ):
        found = facts(scene, pilot, claim)
        assert (found["outcome"], found["grade"], found["cautions"][0]) == ("met", "C", reason)
    with as_platform(scene.network):
        actions.judge_effects(scene.network, by=None)
    row = row_of(scene, pilot)
    assert (
        row.verdict_cautions[0] == "Niet vergeleken: een reeks waarmee u zou vergelijken, doet nu zelf mee."
    )
    assert not row.compared_with


def pilot_before(scene: Scene, pilot: Initiative) -> Initiative:
    """The pilot as it was before its start, so that a promise may be replaced."""
    with as_platform(scene.network):
        Initiative.objects.filter(pk=pilot.pk).update(started_on=None)
    return fresh(pilot)


# --------------------------------------------------------------------------- the page


@pytest.mark.django_db
def test_the_lead_chooses_with_whom_to_compare_and_reads_why_not_with_others(scene, pilot, own):
    joined = beside(scene, own, name="Thuiszorg Es")
    other = beside(scene, own, *OTHER[:18], name="Borne")
    with as_platform(scene.network):
        InitiativePartner.objects.create(network=scene.network, initiative=pilot, partner=joined.partner)
    with looking(scene.lead) as by:
        measure = actions.follow_measure(pilot, by=by, series=own, kind="outcome", target=None)
    lead = Browser(scene.network, scene.lead)
    at = f"initiatieven/{pilot.number}/meten/"
    claim = f"{at}{measure.pk}/belofte/"
    asked = questions(lead, claim)
    beside(scene, own, name="Wierden")
    assert questions(lead, claim) == asked
    page = text(lead.get(claim))
    assert "Met wie vergelijkt u?" in page
    assert "Niet te kiezen, want dit doet mee: Thuiszorg Es." in page
    sent = {"way": "higher", "threshold": "5", "after_periods": "4", "why": "Elders."}
    refused = lead.post(claim, **sent, beside=[str(joined.pk)])
    assert (refused.status_code, "Deze keuze is er niet" in text(refused)) == (422, True)
    assert lead.post(claim, **sent, beside=[str(other.pk)]).status_code == 302
    assert "vergeleken met Borne" in text(lead.get(at))


@pytest.mark.django_db
def test_a_figure_of_the_whole_network_is_compared_with_nobody(scene, pilot):
    whole = make_series(scene.network, make_indicator(scene.network, target="50"))
    lonely = make_series(
        scene.network, make_indicator(scene.network, "Valt", target="5"), partner=scene.partners[0]
    )
    lead = Browser(scene.network, scene.lead)
    for series, words in ((whole, "daar zit iedereen in"), (lonely, "nog geen reeks van dit cijfer")):
        with looking(scene.lead) as by:
            measure = actions.follow_measure(pilot, by=by, series=series, kind="outcome", target=None)
        page = text(lead.get(f"initiatieven/{pilot.number}/meten/{measure.pk}/belofte/"))
        assert words in page
        assert "Met wie vergelijkt u?" not in page
