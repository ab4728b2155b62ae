"""The command `schakel`: a few commands of its own, and every management command of the apps."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import psycopg

from schakel.site import backup, calculations, chain, decision_file, machine, postgres, serve, tables
from schakel.site.roles import CannotPrepare, Roles, prepare, sql_to_run
from schakel.site.tidying import AT_MOST_PILED_UP

#: Commands that change tables and therefore sign in as the migrator.
AS_MIGRATOR = frozenset(
    {"migrate", "makemigrations", "sqlmigrate", "squashmigrations", "showmigrations", "pgtrigger"}
)
#: With these `schakel migrate` still means every table: what it prints, not what it does.
ONLY_WORDS = re.compile(r"(-v|--verbosity=?)?[0-3]?|--no-?input|--(no|force)-color|--traceback")
#: Commands that work without any database.
WITHOUT_DATABASE = frozenset(
    {
        "help",
        "version",
        "--help",
        "--version",
        "collectstatic",
        "makemessages",
        "compilemessages",
        "findstatic",
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; mistakes a person can mend are told in plain words, without a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Loading the apps makes half a million things that all stay, and Django draws models anew at each step of a
    # migration: looking for what can go took a sixth of every command, and a third of migrating. Meanwhile a migration
    # may hold 360 MB instead of 180.
    gc.set_threshold(*AT_MOST_PILED_UP)
    try:
        if words and words[0] in OWN:
            return OWN[words[0]](parsers()[words[0]].parse_args(words[1:]))
        if not words or words[0] in {"-h", "--help"}:
            print(__doc__, OVERVIEW, sep="\n\n")
            return 0
        return manage(words)
    except (
        CannotPrepare,
        postgres.ServerFailed,
        postgres.NoPostgres,
        backup.BackupFailed,
        serve.CannotServe,
    ) as fault:
        print(fault, file=sys.stderr)
        return 1
    except psycopg.OperationalError as fault:
        print(f"The database does not answer: {str(fault).strip()}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


OVERVIEW = """\
  schakel local               everything on this machine: database, demo, pages
  schakel serve               serve pages with the settings of the environment
  schakel seal                seal the journal, every minute
  schakel worker              do the work that is queued: mail, long jobs, daily tasks
  schakel database prepare    make roles, database and extensions
  schakel database sql        print what an administrator must run where prepare may not
  schakel database dump F     write a backup
  schakel database restore F  put a backup in a prepared, empty database
  schakel database start      start the database of this folder and leave it running
  schakel database stop       stop it
  schakel database settings   print the environment of this folder's database
  schakel migrate             make or change the tables
  schakel demo load           load the demo          (also: demo people, demo scale)
  schakel network load FILE   load a network file
  schakel decision verify F   check a file of a decision; with a database also against the register
  schakel journal verify      check that nobody changed the journal
  schakel spc FILE            control chart of a CSV file, without a database
  schakel rate FILE           rates with intervals from a CSV file, without a database
  schakel effect FILE         what a change did, from a CSV file, without a database
  schakel value FILE          what a change costs and brings, from a CSV file, without a database
  schakel chain prepare FILE  a log of events made ready, without a database
  schakel chain pseudonymise  people in a file become pseudonyms, with the key of a network
  schakel chain generate      the events of an invented region, to try things out
  schakel chain report LOG    where a care chain waits, with a picture, without a database
  schakel chain waits FILE    waiting times by the counting rules of the field, without a database
  schakel help                every other command"""


def manage(words: list[str]) -> int:
    """Run a management command of Django or of one of the apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.site.settings")
    with ExitStack() as stack:
        if words[0] not in WITHOUT_DATABASE and not machine.is_configured():
            stack.enter_context(machine.database(machine.chosen_folder(), make=True))
        if words[0] in AS_MIGRATOR:
            os.environ["SCHAKEL_DATABASE_ROLE"] = "migrator"
        if words[0] == "migrate" and all(ONLY_WORDS.fullmatch(word) for word in words[1:]):
            tables.bring_in()
        from django.core.management import execute_from_command_line

        execute_from_command_line(["schakel", *words])
    return 0


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The arguments of our own commands; the reference page is made from them too."""
    made = {}
    for name, deed in OWN.items():
        made[name] = argparse.ArgumentParser(f"schakel {name}", description=deed.__doc__)
        if name in calculations.CALCULATIONS:
            calculations.describe(calculations.CALCULATIONS[name], made[name])
    chain.describe(made["chain"])
    folder = machine.chosen_folder()
    made["local"].add_argument("--port", type=int, default=8000, help="where the pages are served")
    made["local"].add_argument("--folder", type=Path, default=folder, help="where data and passwords live")
    made["local"].add_argument("--forget", action="store_true", help="remove the folder's data instead")
    made["serve"].add_argument("--host", default="127.0.0.1", help="address to listen on")
    made["serve"].add_argument(
        "--port", type=int, default=int(os.environ.get("SCHAKEL_PORT") or 8000), help="port"
    )
    made["serve"].add_argument("--workers", type=int, default=2, help="processes")
    made["serve"].add_argument("--threads", type=int, default=4, help="threads in each process")
    made["seal"].add_argument(
        "--every", type=float, default=60.0, metavar="SECONDS", help="time between seals; 0 seals once"
    )
    made["worker"].add_argument("--at-once", type=int, default=2, help="tasks at the same time")
    made["worker"].add_argument(
        "--until-empty", action="store_true", help="stop when nothing is left, instead of waiting for more"
    )
    decision_file.describe(made["decision"])
    made["prepare"].add_argument("--folder", type=Path, default=folder, help="where data and passwords live")
    commands = made["database"].add_subparsers(dest="command", required=True)
    for name, meaning in DATABASE_COMMANDS.items():
        command = commands.add_parser(name, help=meaning, description=meaning)
        command.add_argument("--folder", type=Path, default=folder, help="where data and passwords live")
        if name in {"dump", "restore"}:
            command.add_argument(
                "--programs", type=Path, help="folder with pg_ctl, pg_dump and pg_restore to use"
            )
            command.add_argument("file", type=Path, help="the backup")
    return made


def local(options: argparse.Namespace) -> int:
    """Everything on this machine, until Ctrl-C: database, demo and pages."""
    from schakel.site import local as everything

    folder = options.folder.absolute()
    return everything.forget(folder) if options.forget else everything.run(folder, options.port)


def serve_pages(options: argparse.Namespace) -> int:
    """Serve pages with the settings of the environment."""
    sizes = {"workers": options.workers, "threads": options.threads}
    if machine.is_configured():
        serve.become_server(options.host, options.port, **sizes)
    with machine.database(machine.chosen_folder(), base_url=f"http://{options.host}:{options.port}"):
        return serve.serve(options.host, options.port, **sizes)


def seal(options: argparse.Namespace) -> int:
    """Seal the journal again and again, until told to stop."""
    from schakel.site.sealing import keep_sealing

    with ExitStack() as stack:
        if not machine.is_configured():
            stack.enter_context(machine.database(machine.chosen_folder()))
        keep_sealing(options.every)
    return 0


def worker(options: argparse.Namespace) -> int:
    """Do the work that is queued, until told to stop."""
    from schakel.site.working import keep_working

    with ExitStack() as stack:
        if not machine.is_configured():
            stack.enter_context(machine.database(machine.chosen_folder()))
        keep_working(at_once=options.at_once, until_empty=options.until_empty)
    return 0


def prepare_here(options: argparse.Namespace) -> int:
    """Make roles, database and extensions; safe to repeat."""
    folder = options.folder.absolute()
    if not machine.is_configured():
        with machine.database(folder, make=True):
            print("Roles, database and extensions are there.")
        return 0
    administrator = machine.known_administrator(folder)
    if administrator is None:
        print("Set DATABASE_URL to the address of an administrator of the server, or run what this prints:")
        print("  schakel database sql")
        return 1
    made = prepare(administrator, os.environ["SCHAKEL_DATABASE_NAME"], Roles.of_environment())
    print(f"Made: {', '.join(made)}." if made else "Everything was there already.")
    return 0


def database(options: argparse.Namespace) -> int:
    """Make, copy, put back, start and stop the database."""
    folder = options.folder.absolute()
    match options.command:
        case "prepare":
            return prepare_here(options)
        case "sql":
            print(
                sql_to_run(
                    Roles.of_environment(), os.environ.get("SCHAKEL_DATABASE_NAME") or machine.DATABASE
                )
            )
        case "dump":
            backup.dump(folder, options.file, programs=options.programs)
            print(f"The backup is in {options.file}.")
        case "restore":
            backup.restore(folder, options.file, programs=options.programs)
            print(f"The backup {options.file} is back in the database. Next: schakel migrate")
        case "start":
            server = postgres.start(folder)
            print(f"{server.source} runs in {server.place}.")
        case "stop":
            found = postgres.running(folder)
            if found:
                found.stop()
            print("The database has stopped." if found else "The database was not running.")
        case "settings":
            for name, value in settings_here(folder).items():
                print(f"export {name}='{value}'")
    return 0


def settings_here(folder: Path) -> dict[str, str]:
    """The environment of the folder's database, which has to be running."""
    server = postgres.running(folder)
    if server is None:
        raise postgres.ServerFailed("The database is not running. First: schakel database start")
    return postgres.environment(server, machine.DATABASE)


OWN: dict[str, Callable[[argparse.Namespace], int]] = {
    "local": local,
    "serve": serve_pages,
    "seal": seal,
    "worker": worker,
    "decision": decision_file.run,
    "prepare": prepare_here,
    "database": database,
    **{name: partial(calculations.run, one) for name, one in calculations.CALCULATIONS.items()},
    "chain": chain.run,
}
DATABASE_COMMANDS = {
    "prepare": "make roles, database and extensions; safe to repeat",
    "sql": "print the SQL an administrator runs where prepare may not",
    "dump": "write a backup with the backup role",
    "restore": "put a backup in a prepared, empty database",
    "start": "start the database of this folder and leave it running",
    "stop": "stop the database of this folder",
    "settings": "print the environment of this folder's database, to source in a shell",
}


if __name__ == "__main__":
    sys.exit(main())
