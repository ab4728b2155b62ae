"""An import contract the linter does not know itself: every app has a front door."""

from __future__ import annotations

import grimp
from importlinter import Contract, ContractCheck, fields, output


class FrontDoorsOnly(Contract):
    """No app imports the closed modules of another app, such as its views and its forms.

    Configuration options:
        - closed: names of modules inside an app that only the app itself may import.
    """

    closed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import from one app into a closed module of another."""
        broken = []
        for imported in sorted(graph.modules):
            parts = imported.split(".")
            if len(parts) < 3 or parts[0] != "schakel" or parts[2] not in self.closed:
                continue
            for importer in sorted(graph.find_modules_that_directly_import(imported)):
                if importer.split(".")[1:2] != parts[1:2]:
                    broken.append((importer, imported))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that goes round a front door."""
        for importer, imported in check.metadata["broken"]:
            output.print_error(f"{importer} imports {imported}: ask that app's queries and actions instead.")
