"""docs/reference/commands.md: every command with its arguments, from the commands themselves."""

from __future__ import annotations

import argparse
from pathlib import Path

import django
from django.core.management import get_commands, load_command_class

from schakel.site.commandline import parsers

MAKEFILE = Path(__file__).resolve().parents[2] / "Makefile"


def pages() -> dict[str, str]:
    """The page, as the code is now."""
    django.setup()
    lines = [
        "# Commands",
        "",
        "Made from the code by `make docs`. Every `schakel` command lives in `.venv/bin/`. Without settings in the",
        "environment a command uses the database of the folder `.schakel`, and starts it for as long as it runs.",
        "",
        "## make",
        "",
        "| command | does |",
        "| --- | --- |",
        *make_rows(),
        "",
        "## schakel",
        "",
    ]
    for name, parser in parsers().items():
        lines += section(name, parser)
    for name, app in sorted(get_commands().items()):
        if str(app).startswith("schakel."):
            command = load_command_class(app, name)
            lines += section(name, command.create_parser("schakel", name), own_only=True)
    lines += [
        "### Django's own",
        "",
        "`schakel migrate` makes or changes the tables and signs in as the migrator; so does `schakel makemigrations`.",
        "`schakel collectstatic` puts the files of the pages where production serves them. `schakel help` names all",
        "others.",
        "",
    ]
    return {"reference/commands.md": "\n".join(lines)}


def make_rows() -> list[str]:
    """What `make help` says."""
    rows = []
    for line in MAKEFILE.read_text(encoding="utf-8").splitlines():
        if line.startswith('\t@echo "make '):
            name, _, meaning = line.removeprefix('\t@echo "').removesuffix('"').partition("  ")
            rows.append(f"| `{name.strip()}` | {meaning.strip().replace('$(PORT)', '8000')} |")
    return rows


def section(name: str, parser: argparse.ArgumentParser, *, own_only: bool = False) -> list[str]:
    """One command and the commands below it."""
    lines = [f"### schakel {name}", "", sentence(parser.description), ""]
    lines += rows_of(parser, own_only=own_only)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                lines += [
                    f"#### schakel {name} {word}",
                    "",
                    sentence(below.description or helps(action, word)),
                    "",
                ]
                lines += rows_of(below, own_only=own_only)
    return lines


def helps(action: argparse._SubParsersAction, word: str) -> str:
    """The short help of a command below another."""
    return next((choice.help or "" for choice in action._choices_actions if choice.dest == word), "")


def sentence(text: str | None) -> str:
    """The text as a sentence."""
    words = str(text or "").strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def rows_of(parser: argparse.ArgumentParser, *, own_only: bool) -> list[str]:
    """A table of the arguments, without those that every management command has."""
    common = {
        "version",
        "verbosity",
        "settings",
        "pythonpath",
        "traceback",
        "no_color",
        "force_color",
        "skip_checks",
    }
    rows = []
    for action in parser._actions:
        if (action.dest in common and own_only) or isinstance(
            action, argparse._HelpAction | argparse._SubParsersAction
        ):
            continue
        if action.choices is not None and not action.option_strings:
            shown = " or ".join(f"`{choice}`" for choice in action.choices)
        else:
            shown = f"`{', '.join(action.option_strings) or action.metavar or action.dest}`"
        rows.append(f"| {shown} | {' '.join(str(action.help or '').split())} |")
    return ["| argument | meaning |", "| --- | --- |", *rows, ""] if rows else []
