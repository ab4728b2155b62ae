"""Form fields that are on nearly every page, drawn without a template for each option of a list."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


class FieldsOfForms(DjangoTemplates):
    """Draws a list of choices and a one-line field at once; all else by the templates of Django.

    A list of three hundred partners took Django six hundred templates.
    """

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Draw one field."""
        if template_name == "django/forms/widgets/select.html":
            return _select(context["widget"])
        if template_name in INPUTS:
            return _input(context["widget"])
        return super().render(template_name, context, request)


INPUTS = frozenset(
    f"django/forms/widgets/{kind}.html"
    for kind in ("input", "text", "number", "email", "url", "password", "hidden", "date", "time")
)


def _attributes(attrs: dict[str, Any]) -> str:
    """The attributes as Django writes them: True is a bare name, False is left out."""
    return "".join(
        f" {conditional_escape(name)}" + ("" if value is True else f'="{conditional_escape(value)}"')
        for name, value in attrs.items()
        if value is not False
    )


class LongSelect(forms.Select):
    """A list of very many choices, none of them in groups: each is written at once.

    Django makes a dictionary of each choice first, which takes longer than all else in a field of three hundred.
    """

    def render(
        self, name: str, value: Any, attrs: Mapping[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Draw the field as Django would."""
        attributes = _attributes(self.build_attrs(self.attrs, dict(attrs or {})))
        chosen = {str(one) for one in self.format_value(value)}
        parts = [f'<select name="{escape(name)}"{attributes}>']
        for key, words in self.choices:
            mark = " selected" if str(key) in chosen else ""
            parts.append(f'<option value="{escape(str(key))}"{mark}>{escape(str(words))}</option>')
        parts.append("</select>")
        return SafeString("\n".join(parts))


def choice_lines(field: BoundField) -> SafeString:
    """The choices of a field of radios or boxes to tick, each with its words behind it; none of them in groups.

    Django draws the box of each choice by three templates; the idea form asks about three hundred partners.
    """
    widget: Any = field.field.widget
    attrs = widget.build_attrs(widget.attrs, field.build_widget_attrs({"id": field.auto_id}, widget))
    attributes = _attributes({name: value for name, value in attrs.items() if name != "id"})
    chosen = set(widget.format_value(field.value()))
    before = f'<input type="{widget.input_type}" name="{escape(field.html_name)}" value="'
    parts = []
    for index, (key, words) in enumerate(widget.choices):
        html_id = escape(widget.id_for_label(attrs["id"], str(index)))
        mark = " checked" if str(key) in chosen else ""
        parts.append(
            f'<label class="choice" for="{html_id}">{before}{escape(str(key))}" id="{html_id}"{attributes}{mark}>'
            f"<span>{escape(str(words))}</span></label>"
        )
    return SafeString("".join(parts))


def _select(widget: dict[str, Any]) -> SafeString:
    parts = [f'<select name="{conditional_escape(widget["name"])}"{_attributes(widget["attrs"])}>']
    for group, options, _index in widget["optgroups"]:
        if group:
            parts.append(f'<optgroup label="{conditional_escape(group)}">')
        parts += [_option(option) for option in options]
        if group:
            parts.append("</optgroup>")
    parts.append("</select>")
    return SafeString("\n".join(parts))


def _option(option: dict[str, Any]) -> str:
    value, label = conditional_escape(option["value"]), conditional_escape(option["label"])
    return f'<option value="{value}"{_attributes(option["attrs"])}>{label}</option>'


def _input(widget: dict[str, Any]) -> SafeString:
    value = "" if widget["value"] is None else f' value="{conditional_escape(widget["value"])}"'
    return SafeString(
        f'<input type="{conditional_escape(widget["type"])}" name="{conditional_escape(widget["name"])}"'
        f"{value}{_attributes(widget['attrs'])}>"
    )
