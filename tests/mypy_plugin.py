"""What mypy cannot know by itself about this project.

- A text that is translated when it is shown counts as text: Django's stubs give it a type that fits almost nowhere
  although it works everywhere.
- The middleware puts the network in every request whose address names one.
- Who makes a request is a person: every page says with a decorator who may see it, and only public ones may meet
  somebody who has not signed in.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import MDEF, SymbolTableNode, TypeInfo, Var
from mypy.plugin import AttributeContext, ClassDefContext, FunctionContext, Plugin
from mypy.types import AnyType, Instance, Type, TypeOfAny

LAZY = {f"django.utils.translation.{name}" for name in ("gettext_lazy", "pgettext_lazy", "ngettext_lazy")}
REQUEST = "django.http.request.HttpRequest"


class Schakel(Plugin):
    """Answers mypy's questions about lazy text and about requests."""

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Give lazy translations the type of the text they become."""
        return as_text if fullname in LAZY else None

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Say who makes a request."""
        if fullname != f"{REQUEST}.user":
            return None
        person = self.lookup_fully_qualified("schakel.people.models.Person")
        if person is None or not isinstance(person.node, TypeInfo):
            return None
        who = Instance(person.node, [])
        return lambda context: who

    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        """Add the network to a request."""
        return with_network if fullname == REQUEST else None


def as_text(context: FunctionContext) -> Type:
    """The type of text."""
    return context.api.named_generic_type("builtins.str", [])


def with_network(context: ClassDefContext) -> None:
    """An attribute of which everything may be asked: which model it is, a lower layer may not know."""
    variable = Var("network", AnyType(TypeOfAny.explicit))
    variable.info = context.cls.info
    variable._fullname = f"{REQUEST}.network"
    context.cls.info.names["network"] = SymbolTableNode(MDEF, variable)


def plugin(version: str) -> type[Plugin]:
    """What mypy asks a plugin for."""
    return Schakel
