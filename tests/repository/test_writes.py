"""Only actions and models write; an action that writes asks who may, in one transaction, and leaves a journal line."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

from tests.repository.writes import House, written_in

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "schakel"
MODULES = {
    ".".join(("schakel", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "migrations" not in path.parts
}
#: Folders that write: the actions and what they change, and two that set up what is not there yet.
MAY_WRITE = {"actions", "models", "demo", "site"}
#: Elsewhere a write needs a reason.
WRITES_FOR_A_REASON = {
    (
        "schakel.exchange.management.commands.network",
        "Person.objects.create_user(…)",
    ): "who loads has no account yet",
    ("schakel.tenancy.keys", "cursor.execute(…)"): "the key that signs contexts, before any row is read",
    ("schakel.tenancy.written", "model._default_manager.raw(…)"): "a question that a queryset wrote",
    ("schakel.tenancy.operations", "schema_editor.execute(…)"): "the SQL of migrations",
}
PACKAGES = sorted({name[: name.index(".actions") + 8] for name in MODULES if ".actions" in name})

OWN = "only what belongs to the person themselves; nobody else reads it"
CALLER = "whose it is knows who may: the app above asks, in the same transaction"
WORKER = "the worker does this, for nobody in particular; what it did is in its own rows"
PLATFORM = "belongs to no network, and the journal is one network's"
#: Actions that leave something out: what, and the reason.
LEAVES_OUT: dict[str, tuple[str, str]] = {
    "documents.add_document": ("permission", CALLER),
    "documents.keep_made": ("permission", CALLER),
    "documents.keep_printout": ("permission journal", WORKER),
    "documents.forget_printouts": ("permission journal", WORKER),
    "documents.keep_words": ("permission journal", WORKER),
    "carechain.remove_what_is_over": ("permission", WORKER),
    "governance.end_calendar_link": ("permission", OWN),
    "governance.extend_conditions": ("permission", "the valid decision that says so is the permission"),
    "governance.note_return": (
        "permission journal",
        "a day beside a decision, in the action that settles it",
    ),
    "governance.replace_decision": (
        "permission",
        "the valid decision that takes the place is the permission",
    ),
    "governance.lapse_conditions": ("permission", "the valid decision that ends the work is the permission"),
    "initiatives.open_first": ("journal", OWN),
    "initiatives.discard_draft": ("journal", OWN),
    "initiatives.save_draft": ("journal", OWN),
    "initiatives.save_note_draft": ("journal", OWN),
    "initiatives.save_view": ("journal", "a view that is still being written; giving it is recorded"),
    "initiatives.set_dossier": ("permission", WORKER),
    "initiatives.settle": ("permission", "the valid decision that it carries out is the permission"),
    "initiatives.tell": (
        "transaction permission journal",
        "one line of a story, in the action that it tells of",
    ),
    "jobs.begin": ("permission journal", WORKER),
    "jobs.end": ("permission journal", WORKER),
    "jobs.give_up": ("transaction permission journal", WORKER),
    "jobs.make_round": ("permission journal", WORKER),
    "jobs.tell_progress": ("permission journal", WORKER),
    "jobs.tidy": ("transaction permission journal", WORKER),
    "journal.record": (
        "transaction permission journal",
        "this is the journal; outside a transaction it raises",
    ),
    "governance.overtake": ("permission", CALLER),
    "initiatives.work_out_value": ("permission journal", WORKER),
    "journal.seal": ("permission journal", WORKER),
    "measuring.renew_readings": ("permission journal", WORKER),
    "measuring.work_out": ("permission journal", WORKER),
    "measuring.work_out_some": ("permission journal", WORKER),
    "notices.deliver": ("transaction permission journal", WORKER),
    "measuring.forget_files": ("permission journal", WORKER),
    "notices.forget_old": ("transaction permission journal", WORKER),
    "notices.notify": ("permission journal", CALLER),
    "notices.prefer": ("permission journal", OWN),
    "notices.read": ("permission journal", OWN),
    "notices.read_all": ("permission journal", OWN),
    "notices.read_before": ("permission journal", WORKER),
    "notices.send": ("transaction permission journal", "in steps, so that a mail leaves at most once"),
    "notices.send_digests": ("transaction permission journal", WORKER),
    "notices.unread_again": ("permission journal", OWN),
    "notices.write_to": ("permission journal", CALLER),
    "overview.handover.tell_of_leavers": ("transaction permission journal", WORKER),
    "people.let_found": ("transaction permission journal", f"the system administrator does this; {PLATFORM}"),
    "people.make_account": ("permission journal", f"who reads the mail of the address may; {PLATFORM}"),
    "people.note_visit": ("transaction permission journal", PLATFORM),
    "public.confirm_request": ("permission", "who reads the mail of the address may"),
    "public.forget_unproved": ("permission", WORKER),
    "public.send_idea": ("permission", "everyone may; it counts once the address is proved"),
    "public.send_request": ("permission", "everyone may; it counts once the address is proved"),
}


@cache
def relations() -> frozenset[str]:
    """The names under which a row of ours holds several others."""
    found = set()
    for model in apps.get_models():
        if model.__module__.startswith("schakel."):
            found |= {one.name for one in model._meta.many_to_many}
            found |= {one.get_accessor_name() for one in model._meta.related_objects}
    return frozenset(name for name in found if name)


@cache
def house() -> House:
    found = {name: path for name, path in MODULES.items() if ".actions" in name}
    return House({name: path.read_text(encoding="utf-8") for name, path in found.items()}, relations())


@pytest.mark.parametrize("name", MODULES)
def test_only_actions_and_models_write(name):
    if MAY_WRITE & set(name.split(".")[1:]):
        return
    found = set(written_in(ast.parse(MODULES[name].read_text(encoding="utf-8")), relations()))
    assert found == {what for module, what in WRITES_FOR_A_REASON if module == name}, (
        "this belongs in an action"
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_an_action_that_writes_asks_who_may_and_leaves_a_line_in_the_journal(package):
    app = package.split(".")[1]
    actions = house().actions_of(package)
    assert actions, "no actions were found here"
    found = {f"{app}.{name}": " ".join(house().faults(target)) for name, target in actions.items()}
    expected = {name: what for name, (what, _why) in LEAVES_OUT.items() if name.startswith(f"{app}.")}
    assert {name: what for name, what in found.items() if what} == expected


# --- The check itself, on faults that are put in

WRITES = [
    "row.save()",
    "row.save(update_fields=['stage'])",
    "await row.asave()",
    "Initiative.objects.create(title='x')",
    "initiative.explorations.create(attempt=1)",
    "Initiative.objects.bulk_create(rows, batch_size=500)",
    "Initiative.objects.bulk_update(rows, ['stage'])",
    "Organisation.objects.get_or_create(key='x')",
    "made, new = Publication.objects.update_or_create(network=n, defaults={})",
    "Person.objects.create_user('a@voorbeeld.test')",
    "Initiative.objects.filter(pk=pk).update(stage='pilot')",
    "rows = Initiative.objects.filter(pk=pk)\nrows.update(stage='pilot')",
    "initiative.merged_here.update(merged_into=into)",
    "rows.update(**values)",
    "row.delete()",
    "Initiative.objects.filter(pk=pk).delete()",
    "initiative.taking_part.all()._raw_delete('default')",
    "initiative.partners.add(partner)",
    "initiative.areas.set(areas)",
    "initiative.partners.remove(partner)",
    "initiative.areas.clear()",
    "cursor.execute('update initiatives_initiative set stage = %s', ['pilot'])",
    "cursor.execute('delete from initiatives_initiative')",
    "cursor.execute('with gone as (delete from journal_entry returning 1) select * from gone')",
    "cursor.execute(f'insert into {table} values (1)')",
    "cursor.execute(words)",
    "cursor.executemany('insert into x values (%s)', rows)",
]
NO_WRITES = [
    "Initiative.objects.filter(pk=pk).first()",
    "found = set()\nfound.add(1)\nfound.remove(1)\nfound.clear()",
    "self.seen.add(key)",
    "digest.update(b'x')",
    "done.update(path)",
    "cursor.execute('select 1')",
    "cursor.execute(f'select * from {table}')",
    "flag.set()",
    "row.refresh_from_db()",
]


@pytest.mark.parametrize("code", WRITES)
def test_every_kind_of_write_is_seen(code):
    assert len(list(written_in(ast.parse(code), relations()))) == 1


@pytest.mark.parametrize("code", NO_WRITES)
def test_what_only_looks_like_a_write_is_not_one(code):
    assert list(written_in(ast.parse(code), relations())) == []


WHOLE = """
from django.db import transaction
from schakel.care.permissions import why_not_refer
from schakel.journal.actions import record
from schakel.web.refusal import allow

@transaction.atomic
def refer(row, *, by):
    allow(why_not_refer(by, row))
    row.stage = "referred"
    _keep(row)
    record(by=by, verb="referred", about=row)

def _keep(row):
    row.save()
"""
AROUND = {
    "schakel.care.permissions": "def why_not_refer(person, row): ...",
    "schakel.journal.actions": "def record(**told):\n    Entry.objects.create(**told)",
    "schakel.web.refusal": "def allow(reason): ...",
}


def faults(text: str, **more: str) -> list[str]:
    planted = House({"schakel.care.actions": text, **AROUND, **more}, frozenset())
    return planted.faults(planted.actions_of("schakel.care.actions")["refer"])


def test_an_action_that_does_all_of_it_is_well():
    assert faults(WHOLE) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("@transaction.atomic\n", "transaction"),
        ("    allow(why_not_refer(by, row))\n", "permission"),
        ('    record(by=by, verb="referred", about=row)\n', "journal"),
    ],
)
def test_an_action_that_leaves_a_part_out_is_found(line, what):
    assert line in WHOLE
    assert faults(WHOLE.replace(line, "")) == [what]


def test_a_refusal_that_does_not_look_at_who_acts_is_no_permission():
    text = WHOLE.replace("allow(why_not_refer(by, row))", "allow(why_not_move(row.stage))")
    assert faults(text + "\ndef why_not_move(stage): ...\n") == ["permission"]


def test_a_write_is_found_through_the_front_door_of_another_app():
    text = "from schakel.other import actions as other\n\ndef refer(row):\n    other.keep(row)\n"
    more = {
        "schakel.other.actions": "from schakel.other.actions.keeping import keep",
        "schakel.other.actions.keeping": "def keep(row):\n    row.save()\n",
    }
    assert faults(text, **more) == ["transaction", "permission", "journal"]


def test_a_write_is_found_through_a_table_of_functions():
    text = "def _one(row):\n    row.delete()\n\nDEEDS = {'one': _one}\n\ndef refer(row):\n    DEEDS[row.kind](row)\n"
    assert faults(text) == ["transaction", "permission", "journal"]


def test_an_action_that_only_reads_needs_nothing():
    assert faults("def refer(row):\n    return row.stage\n") == []
