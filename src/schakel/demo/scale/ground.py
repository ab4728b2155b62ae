"""The ground of the large network: partners, people, groups, seats, mandates and meetings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.contrib.auth.hashers import make_password

from schakel.demo.moments import AMSTERDAM
from schakel.demo.scale.sizes import Sizes, made_id, person_id
from schakel.governance.models import Attendance, Body, Mandate, Meeting, Seat, SeatTenure
from schakel.governance.rules import BodyKind, DecisionType, Delegate, Ground, MeetingStatus, Method
from schakel.network import actions as network_actions
from schakel.network.models import Area, CriteriaSet, Membership, Network, Organisation, Partner, Theme
from schakel.network.rules import CriterionText, OrganisationKind, Role
from schakel.people.models import Person

#: Every vote and decision writes its history by trigger, so a batch stays well within the time one statement may take.
BATCH = 400
ROLES = (Role.PROFESSIONAL, Role.PROFESSIONAL, Role.PROFESSIONAL, Role.ANALYST, Role.READER)
METHODS = (Method.MAJORITY, Method.CONSENT, Method.CONSENSUS)


@dataclass
class Made:
    """What has been made so far."""

    network: Network
    sizes: Sizes
    random: Random
    today: date
    partners: list[Partner] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    criteria_set: CriteriaSet | None = None
    bodies: list[Body] = field(default_factory=list)
    seats: dict[object, list[Seat]] = field(default_factory=dict)
    holders: dict[object, Person] = field(default_factory=dict)
    mandates: dict[tuple[object, str], Mandate] = field(default_factory=dict)
    meetings: dict[object, list[Meeting]] = field(default_factory=dict)

    @property
    def began_on(self) -> date:
        """The first day of the network."""
        return self.today - timedelta(days=366 * self.sizes.n_years)

    def moment(self, day: date, hour: int = 10) -> datetime:
        """An hour of a day, in Dutch time."""
        return datetime.combine(day, time(hour), tzinfo=AMSTERDAM)

    def some_day(self) -> date:
        """Any past day of the network."""
        return self.began_on + timedelta(days=self.random.randrange(30, 366 * self.sizes.n_years - 30))


def partners_and_people(made: Made) -> None:
    """Partners of all kinds, areas and themes, and people with a place in the network."""
    sizes, network = made.sizes, made.network
    kinds = list(OrganisationKind.values)
    keys = [f"schaal-{number:03d}" for number in range(1, sizes.n_partners + 1)]
    organisations = Organisation.objects.bulk_create(
        Organisation(
            id=made_id("organisation", number),
            key=key,
            name=f"Organisatie {key[7:]}",
            kind=kinds[number % len(kinds)],
        )
        for number, key in enumerate(keys)
    )
    made.partners = Partner.objects.bulk_create(
        Partner(
            id=made_id("partner", number),
            network=network,
            organisation=one,
            name=one.name,
            slug=one.key,
            kind=one.kind,
            joined_on=made.began_on,
            wants="Minder zoeken en bellen.",
            offers="Mensen die meedenken.",
            position=number,
        )
        for number, one in enumerate(organisations)
    )
    made.areas = Area.objects.bulk_create(
        Area(
            id=made_id("area", number),
            network=network,
            name=f"Gemeente {number + 1}",
            slug=f"gemeente-{number + 1}",
            kind="municipality",
            position=number,
        )
        for number in range(sizes.n_areas)
    )
    made.themes = Theme.objects.bulk_create(
        Theme(
            id=made_id("theme", number),
            network=network,
            name=f"Thema {number + 1}",
            slug=f"thema-{number + 1}",
            position=number,
        )
        for number in range(sizes.n_themes)
    )
    made.criteria_set = network_actions.new_criteria_version(
        network,
        by=None,
        name="Zes vragen",
        kind="yes_no",
        valid_from=made.began_on,
        criteria=[CriterionText(code=f"S{n}", text=f"Is het antwoord op vraag {n} ja?") for n in range(1, 7)],
    )
    _people(made)


def _people(made: Made) -> None:
    password = make_password(None)
    made.people = Person.objects.bulk_create(
        [
            Person(
                id=person_id(number),
                email=f"mens{number:04d}@schaal.example",
                name=f"Mens {number:04d} Voorbeeld",
                password=password,
                is_demo=True,
                demo_network=made.network.slug,
            )
            for number in range(made.sizes.n_people)
        ],
        batch_size=BATCH,
    )
    memberships = []
    for number, person in enumerate(made.people):
        partner = made.partners[number % len(made.partners)]
        if number == 0:
            role = Role.MANAGER
        elif number <= len(made.partners):
            role = Role.REPRESENTATIVE
        else:
            role = ROLES[number % len(ROLES)]
        memberships.append(
            Membership(
                id=made_id("membership", number),
                network=made.network,
                person=person,
                partner=partner,
                role=role,
                from_on=made.began_on,
            )
        )
    Membership.objects.bulk_create(memberships, batch_size=BATCH)


def groups(made: Made) -> None:
    """A platform, a theme group for each theme and a task group for each area, with seats and mandates."""
    network, sizes = made.network, made.sizes
    platform = Body(
        id=made_id("body", 0),
        network=network,
        name="Bestuurlijk platform",
        slug="platform",
        kind=BodyKind.EXECUTIVE_BOARD,
        method=Method.MAJORITY,
        founded_on=made.began_on,
    )
    made.bodies = [platform]
    for number, theme in enumerate(made.themes, start=1):
        made.bodies.append(
            Body(
                id=made_id("body", number),
                network=network,
                name=f"Themagroep {theme.name}",
                slug=f"themagroep-{theme.slug}",
                kind=BodyKind.THEME_GROUP,
                theme=theme,
                parent=platform,
                method=METHODS[number % len(METHODS)],
                founded_on=made.began_on,
                position=number,
            )
        )
    for number, area in enumerate(made.areas, start=1 + sizes.n_themes):
        made.bodies.append(
            Body(
                id=made_id("body", number),
                network=network,
                name=f"Taakgroep {area.name}",
                slug=f"taakgroep-{area.slug}",
                kind=BodyKind.TASK_GROUP,
                area=area,
                parent=platform,
                method=Method.MAJORITY,
                founded_on=made.began_on,
                position=number,
            )
        )
    Body.objects.bulk_create(made.bodies)
    _seats(made)
    _mandates(made)


def _seats(made: Made) -> None:
    """Seats go round the people from the second on, so that one person rarely sits twice in a body."""
    seats, tenures = [], []
    turn = 1
    for number, body in enumerate(made.bodies):
        mine = []
        for place in range(1, made.sizes.n_seats + 1):
            person = made.people[turn % len(made.people)]
            partner = made.partners[turn % len(made.partners)]
            turn += 1
            seat = Seat(
                id=made_id("seat", number, place),
                network=made.network,
                body=body,
                name=f"Zetel {place}",
                partner=partner,
                is_chair=place == 1,
                is_secretary=place == made.sizes.n_seats,
                is_voting=place < made.sizes.n_seats,
                position=place,
                from_on=made.began_on,
            )
            mine.append(seat)
            made.holders[seat.pk] = person
            tenures.append(
                SeatTenure(
                    id=made_id("tenure", number, place),
                    network=made.network,
                    seat=seat,
                    person=person,
                    from_on=made.began_on,
                )
            )
        made.seats[body.pk] = mine
        seats += mine
    Seat.objects.bulk_create(seats)
    SeatTenure.objects.bulk_create(tenures)


def _mandates(made: Made) -> None:
    rows = []
    gates = [DecisionType.P1, DecisionType.P2, DecisionType.P3, DecisionType.PX, DecisionType.OTHER]
    for number, body in enumerate(made.bodies):
        is_platform = body.kind == BodyKind.EXECUTIVE_BOARD
        own = Mandate(
            id=made_id("mandate", number),
            network=made.network,
            body=body,
            decision_types=list(DecisionType.values) if is_platform else gates,
            ceiling_eur=None if is_platform else Decimal(50_000),
            consents=[Ground.PARTNERS_IN_PLAN, Ground.FUNDER],
            valid_from=made.began_on,
            note="Verzonnen, om mee te meten.",
        )
        rows.append(own)
        for decision_type in own.decision_types:
            made.mandates[body.pk, decision_type] = own
        if body.kind == BodyKind.THEME_GROUP:
            intake = Mandate(
                id=made_id("intake", number),
                network=made.network,
                body=body,
                decision_types=[DecisionType.P0],
                delegated_to=Delegate.MANAGER,
                valid_from=made.began_on,
                note="Verzonnen, om mee te meten.",
            )
            rows.append(intake)
            made.mandates[body.pk, DecisionType.P0] = intake
    Mandate.objects.bulk_create(rows)


def meetings(made: Made) -> None:
    """Meetings over the years, all but the last of each body closed, with who was there."""
    rows, there = [], []
    span = (made.today - made.began_on).days
    count = 0
    for number, body in enumerate(made.bodies):
        mine = []
        for turn in range(made.sizes.n_meetings):
            count += 1
            is_last = turn == made.sizes.n_meetings - 1
            on = made.began_on + timedelta(days=span * (turn + 1) // made.sizes.n_meetings + number)
            on = (
                made.today + timedelta(days=7 + number)
                if is_last
                else min(on, made.today - timedelta(days=3))
            )
            meeting = Meeting(
                id=made_id("meeting", number, turn),
                network=made.network,
                number=f"V-{on.year}-{count:04d}",
                body=body,
                starts_at=made.moment(on, 15),
                place="Zaal 1",
                status=MeetingStatus.DRAFT if is_last else MeetingStatus.CLOSED,
                closed_at=None if is_last else made.moment(on, 17),
                decision_list_published_at=None if is_last else made.moment(on, 18),
            )
            mine.append(meeting)
            if not is_last:
                there += [
                    Attendance(
                        id=made_id("attendance", number, turn, seat.position),
                        network=made.network,
                        meeting=meeting,
                        seat=seat,
                        person=made.holders[seat.pk],
                        is_present=seat.position != 5,
                    )
                    for seat in made.seats[body.pk]
                ]
        made.meetings[body.pk] = mine
        rows += mine
    Meeting.objects.bulk_create(rows, batch_size=BATCH)
    Attendance.objects.bulk_create(there, batch_size=BATCH)
