"""Saying what data is for, bringing a log in piece by piece, preparing it, and removing it with all that it gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Func, IntegerField
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain import folder, preparing
from schakel.carechain.actions.cuts import cut_by_area, keep_links
from schakel.carechain.actions.indicators import let_flow
from schakel.carechain.models import ChainNorm, DataPurpose, EventLog, LogPiece
from schakel.carechain.permissions import (
    why_not_add_piece,
    why_not_agree_use,
    why_not_ask_anew,
    why_not_look,
    why_not_open,
    why_not_prepare,
    why_not_remove,
    why_not_send_log,
    why_not_set_norm,
)
from schakel.carechain.rules import (
    KEPT_HALF,
    KEPT_UNPREPARED,
    LONGEST_MONTHS,
    MOST_BYTES,
    PIECE_BYTES,
    LogKind,
    LogState,
    NormUnit,
    not_counted,
    why_not_columns,
    why_not_keep,
    why_not_so_long,
)
from schakel.jobs import actions as jobs
from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.web.fields import without_invisible_signs
from schakel.web.formats import number
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.jobs.models import Job
    from schakel.network.models import Agreement, Network
    from schakel.people.models import Person

LOOK, PREPARE, REMOVE = "carechain.look", "carechain.prepare", "carechain.remove"
COUNT, ASK = "carechain.count", "carechain.ask"
#: Signs in the list of steps that close a case, and of a reason that a file is not read.
_LONGEST_WORDS = 500


@transaction.atomic
def record_purpose(
    network: Network, *, by: Person, agreement: Agreement, goal: str, ground: str, longest_months: int
) -> DataPurpose:
    """Write down under which agreement, for what, on which ground and how long at most event data is used."""
    allow(why_not_agree_use(by, network))
    if agreement.network_id != network.pk:
        raise Refused(_("Deze overeenkomst is van een ander netwerk."))
    if not 1 <= longest_months <= LONGEST_MONTHS:
        raise Refused(_("Bewaar gegevens tussen 1 en %(n)s maanden.") % {"n": LONGEST_MONTHS})
    if not goal.strip() or not ground.strip():
        raise Refused(_("Schrijf op waarvoor de gegevens zijn, en waarom het mag."))
    made = DataPurpose.objects.create(
        network=network,
        agreement=agreement,
        goal=goal.strip(),
        ground=ground.strip(),
        longest_months=longest_months,
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    record(
        by=by, verb="recorded", about=made, data={"agreement": str(agreement.pk), "months": longest_months}
    )
    return made


@transaction.atomic
def begin_log(
    purpose: DataPurpose,
    *,
    by: Person,
    title: str,
    filename: str,
    n_bytes: int,
    keep_until: date,
    is_pseudonymised: bool = False,
    kind: LogKind = LogKind.EVENTS,
    cut_off: date | None = None,
) -> EventLog:
    """Begin to bring in a file: why, what it is called, how large it is, until when it is kept. Pieces follow.

    cut_off: of a file with transfers the last day that counts; of another one it is chosen with its columns.
    """
    allow(why_not_send_log(by, purpose.network))
    today = timezone.localdate()
    allow(why_not_keep(keep_until, today=today, longest_months=purpose.longest_months))
    if n_bytes <= 0:
        raise Refused(_("Dit bestand is leeg."))
    if n_bytes > MOST_BYTES:
        words = _(
            "Dit bestand is groter dan %(mb)s MB. Maak het kleiner als Parquet of .gz, of gebruik de shell."
        )
        raise Refused(words % {"mb": number(MOST_BYTES // 1_000_000)})
    name = without_invisible_signs(PureWindowsPath(filename).name)[-200:] or _("logboek")
    log = EventLog.objects.create(
        network_id=purpose.network_id,
        purpose=purpose,
        kind=kind,
        cut_off=cut_off,
        title=without_invisible_signs(title).strip()[:120] or name[:120],
        filename=name,
        n_bytes=n_bytes,
        is_pseudonymised=is_pseudonymised,
        keep_until=keep_until,
        sent_by=by,
        sent_at=timezone.now(),
    )
    record(
        by=by, verb="began to send", about=log, data={"bytes": n_bytes, "keep_until": keep_until.isoformat()}
    )
    return log


@transaction.atomic
def add_piece(
    log: EventLog, *, by: Person, at: int, data: bytes, is_queued: bool = True
) -> tuple[EventLog, Job | None]:
    """Add the next piece of a file; with the last one the worker looks at its columns.

    at: how many bytes came before. A piece that is there already is left as it is, so that it may be sent again.
    is_queued: False when who calls has the columns looked at itself.
    """
    log = locked_log(log)
    allow(why_not_add_piece(by, log))
    if not data or len(data) > PIECE_BYTES:
        raise Refused(_("Een stuk van een bestand is niet leeg en hoogstens 8 MB."))
    there = received(log)
    if at < there:
        return log, None
    if at > there or at + len(data) > log.n_bytes:
        raise Refused(_("Dit stuk past niet achter wat er al is. Kies het bestand opnieuw."))
    LogPiece.objects.create(network_id=log.network_id, log=log, number=at, data=data)
    if at + len(data) < log.n_bytes:
        return log, None
    log.state = LogState.RECEIVED
    log.save(update_fields=["state"])
    record(by=by, verb="sent", about=log, data={"bytes": log.n_bytes})
    if not is_queued:
        return log, None
    return log, _start_looking(log, by=by)


@transaction.atomic
def look_again(log: EventLog, *, by: Person) -> Job:
    """Have the worker look at the columns, or count the transfers, once more, after that was stopped or broke off."""
    log = locked_log(log)
    allow(why_not_look(by, log))
    return _start_looking(log, by=by)


def _start_looking(log: EventLog, *, by: Person) -> Job:
    if log.kind == LogKind.TRANSFERS:
        return _start(log, by=by, task=COUNT, title=_("Overdrachten tellen: %(name)s"))
    return _start(log, by=by, task=LOOK, title=_("Logboek bekijken: %(name)s"))


@transaction.atomic
def look_at_columns(log: EventLog, *, by: Person) -> EventLog:
    """Look which columns a file has and what they probably are; what is no log is told, and its pieces go."""
    from schakel.methods.eventlog.reasons import BadLog

    log = locked_log(log)
    allow(why_not_look(by, log))
    try:
        with folder.incoming(log.network_id, log.pk) as path:
            write_pieces(log, path)
            looked = preparing.look(path)
    except OSError as fault:
        raise no_room() from fault
    except BadLog as fault:
        log.state, log.words = LogState.UNREADABLE, str(fault)[:_LONGEST_WORDS]
        log.pieces.all().delete()
    else:
        log.state, log.columns, log.mapping = LogState.RECOGNISED, looked.columns, looked.mapping
    log.save(update_fields=["state", "words", "columns", "mapping"])
    record(by=by, verb="looked at", about=log, data={"columns": len(log.columns)})
    return log


@transaction.atomic
def choose_columns(
    log: EventLog,
    *,
    by: Person,
    mapping: Mapping[str, str],
    cut_off: date | None = None,
    closing: Sequence[str] = (),
    is_queued: bool = True,
) -> tuple[EventLog, Job | None]:
    """Say which column is what, up to which day events count, and with which steps a case ends; then prepare it.

    is_queued: False when who calls prepares it itself.
    """
    log = locked_log(log)
    allow(why_not_prepare(by, log))
    chosen = {role: name for role, name in mapping.items() if name}
    allow(why_not_columns(chosen, log.columns))
    log.mapping, log.cut_off, log.words = chosen, cut_off, ""
    log.closing = [one for one in (without_invisible_signs(word).strip()[:200] for word in closing) if one][
        :50
    ]
    log.save(update_fields=["mapping", "cut_off", "closing", "words"])
    record(by=by, verb="chose columns", about=log, data={"roles": sorted(chosen)})
    if not is_queued:
        return log, None
    return log, _start(log, by=by, task=PREPARE, title=_("Logboek klaarzetten: %(name)s"))


@transaction.atomic
def prepare_log(log: EventLog, *, by: Person, tell: preparing.Tell) -> EventLog:
    """Prepare a log, ask it everything that pages show, and let the file go; all of it or nothing.

    A file that cannot be used as it was chosen is told on its page, where the columns may be chosen anew.
    """
    from schakel.methods.eventlog.reasons import BadLog

    log = locked_log(log)
    allow(why_not_prepare(by, log))
    out = folder.log_folder(log.network_id, log.pk)
    folder.remove(log.network_id, log.pk)
    try:
        with folder.incoming(log.network_id, log.pk) as path:
            tell(_("ophalen"), 0.0)
            write_pieces(log, path)
            key = None if log.is_pseudonymised else folder.key_of(log.network_id)
            counts, rejects = preparing.make(
                path, out, mapping=log.mapping, key=key, filename=log.filename, tell=tell
            )
        answered = preparing.ask(out, cut_off=log.cut_off, closing=log.closing, tell=tell)
        _keep(log, counts, rejects, answered)
    except BadLog as fault:
        folder.remove(log.network_id, log.pk)
        log.words = str(fault)[:_LONGEST_WORDS]
        log.save(update_fields=["words"])
        record(by=by, verb="could not prepare", about=log)
        return log
    except BaseException as fault:
        folder.remove(log.network_id, log.pk)
        if isinstance(fault, OSError):
            raise no_room() from fault
        raise
    log.pieces.all().delete()
    let_flow(log, by=by)
    record(
        by=by, verb="prepared", about=log, data={"events": counts["events"], "rejected": counts["rejected"]}
    )
    return log


@transaction.atomic
def begin_asking_anew(log: EventLog, *, by: Person) -> Job:
    """Have the worker ask a log everything again, in the way in which Schakel counts now."""
    log = locked_log(log)
    allow(why_not_ask_anew(by, log))
    return _start(log, by=by, task=ASK, title=_("Logboek opnieuw uitrekenen: %(name)s"))


@transaction.atomic
def ask_anew(log: EventLog, *, by: Person | None, tell: preparing.Tell = preparing.say_nothing) -> EventLog:
    """Open a prepared log and ask it everything again; whoever opens it leaves a line in the journal.

    What it told before stays until all is worked out. Choices that people made are worked out again when asked for.
    A log that lacks nothing stays as it is: whoever clicked twice finds it done.
    """
    log = locked_log(log)
    allow(why_not_open(by, log))
    if not not_counted(log.answer):
        return log
    place = folder.log_folder(log.network_id, log.pk)
    if not place.is_dir():
        raise Refused(_("De gegevens van dit logboek liggen er niet meer. Voer het bestand opnieuw in."))
    record(by=by, verb="opened", about=log)
    answered = preparing.ask(place, cut_off=log.cut_off, closing=log.closing, tell=tell)
    log.cuts.all().delete()
    log.links.all().delete()
    _keep(log, log.counts, log.rejects, answered)
    record(by=by, verb="counted anew", about=log)
    return log


@transaction.atomic
def ask_removal(log: EventLog, *, by: Person) -> EventLog:
    """Let nobody see a log any more, and have the worker remove it with everything that was made of it."""
    log = locked_log(log)
    allow(why_not_remove(by, log))
    log.removal_asked_at = timezone.now()
    log.save(update_fields=["removal_asked_at"])
    record(by=by, verb="asked to remove", about=log)
    defer(REMOVE, network=log.network_id)
    return log


@transaction.atomic
def remove_what_is_over(network: Network, *, now: datetime) -> int:
    """Remove logs whose last day has passed, that somebody wants gone, or that nobody prepared; returns how many.

    The folder goes first: should the row then stay, the next time both are gone. A folder without a row goes too;
    so does what was left half done, such as a file that came in when the worker was ended.
    """
    today = timezone.localdate(now)
    n_removed = 0
    rows = EventLog.objects.of(network).select_for_update()
    for log in rows:
        is_old = log.state != LogState.READY and log.sent_at < now - KEPT_UNPREPARED
        if not (log.keep_until < today or log.removal_asked_at is not None or is_old):
            continue
        folder.remove(network.pk, log.pk)
        record(by=None, verb="removed", about=log, data={"keep_until": log.keep_until.isoformat()})
        log.delete()
        n_removed += 1
    for lost in folder.lying(network.pk) - set(EventLog.objects.of(network).values_list("pk", flat=True)):
        folder.remove(network.pk, lost)
    folder.remove_halves(network.pk, before=now - KEPT_HALF)
    return n_removed


@transaction.atomic
def set_norm(
    network: Network,
    *,
    by: Person,
    level: str,
    target: str,
    most: int,
    origin: str,
    valid_from: date,
    source: str = "",
    percent: int = 80,
    unit: str = NormUnit.DAYS,
) -> ChainNorm:
    """Say within how long people go on to a station; the norm that held before ends on the day this one begins.

    source: only from this station; without it from everywhere. most, unit: so many days or hours, see ``NormUnit``.
    """
    allow(why_not_set_norm(by, network))
    allow(why_not_so_long(most, unit))
    same = ChainNorm.objects.of(network).filter(level=level, source=source, target=target).select_for_update()
    if same.filter(valid_from__gte=valid_from).exists():
        raise Refused(_("Er is al een norm die op deze dag of later begint. Kies een latere dag."))
    same.filter(valid_until__isnull=True).update(valid_until=valid_from)
    made = ChainNorm.objects.create(
        network=network,
        level=level,
        source=source,
        target=target,
        most=most,
        unit=NormUnit(unit),
        percent=percent,
        origin=origin.strip(),
        valid_from=valid_from,
        recorded_by=by,
    )
    record(by=by, verb="set norm", about=made, data={"most": most, "unit": unit, "percent": percent})
    return made


def no_room() -> Refused:
    """The folder of logs is full or closed: nothing was prepared, and who manages the system can help."""
    return Refused(
        _(
            "De map voor logboeken is vol of niet te beschrijven. Er is niets klaargezet."
            " Vraag de systeembeheerder om hulp."
        )
    )


def received(log: EventLog) -> int:
    """How many bytes of a file are in. One database query that reads no content."""
    size = Func(F("data"), function="length", output_field=IntegerField())
    last = log.pieces.order_by("-number").values_list("number", size).first()
    return sum(last) if last else 0


def locked_log(log: EventLog) -> EventLog:
    """The log, that nobody else changes meanwhile."""
    rows = EventLog.objects.filter(network_id=log.network_id).select_related("network")
    return rows.select_for_update(of=("self",)).get(pk=log.pk)


def _start(log: EventLog, *, by: Person, task: str, title: str) -> Job:
    return jobs.start(log.network, by=by, task=task, title=title % {"name": log.title}, log=log.pk)


def write_pieces(log: EventLog, path: Any) -> None:
    """The file as it was sent, a piece at a time."""
    with path.open("wb") as file:
        for number_ in list(log.pieces.order_by("number").values_list("number", flat=True)):
            file.write(bytes(log.pieces.values_list("data", flat=True).get(number=number_)))


def _keep(
    log: EventLog, counts: dict[str, Any], rejects: list[dict[str, Any]], answered: preparing.Answered
) -> None:
    log.counts, log.rejects, log.answer = counts, rejects, answered.answer
    log.sha256 = counts.get("sha256", log.sha256)
    log.first_on, log.last_on = answered.first_on, answered.last_on
    log.state, log.prepared_at, log.words = LogState.READY, timezone.now(), ""
    log.save()
    keep_links(log, None, answered.links)
    cut_by_area(log)
