"""The form that chooses what the board shows: of which partner, and in which area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.network.choosing import AreaFilter
from schakel.network.models import Partner


class BoardForm(AreaFilter):
    """Whose figures, and of which area."""

    partner = forms.CharField(label=gettext_lazy("Van wie?"), required=False)
    field_order = ("partner", "gebied", "breed")

    def __init__(self, *args: Any, partners: Sequence[Partner], **options: Any) -> None:
        """Offer the partners that are counted."""
        super().__init__(*args, **options)
        self._partners = {one.slug: one for one in partners}
        choices = [("", _("Het hele netwerk")), *((slug, one.name) for slug, one in self._partners.items())]
        self.fields["partner"].widget = forms.Select(choices=choices)

    def chosen_partner(self) -> Partner | None:
        """The partner that was chosen, or None; one that is not there is a page that is not there."""
        asked = self.data.get("partner", "")
        if asked and asked not in self._partners:
            raise Http404(_("Deze partner is er niet."))
        return self._partners.get(asked)
