"""Form to choose a quarter."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from schakel.network.choosing import AreaFilter
from schakel.overview.queries.quarter import Quarter


class QuarterForm(AreaFilter):
    """Which quarter is shown: the present one, unless another was chosen; of the whole network or of an area."""

    kwartaal = forms.ChoiceField(label=gettext_lazy("Kwartaal"), required=False)
    field_order = ("kwartaal", "gebied", "breed")

    def __init__(self, *args: Any, quarters: Sequence[Quarter], **options: Any) -> None:
        super().__init__(*args, **options)
        self._quarters = {one.word: one for one in quarters}
        field: Any = self.fields["kwartaal"]
        field.choices = [(word, one.label) for word, one in self._quarters.items()]

    def chosen(self) -> Quarter:
        """The quarter that was chosen; anything else than one that is offered is the present one."""
        newest = next(iter(self._quarters.values()))
        return (
            self._quarters.get(self.cleaned_data.get("kwartaal", ""), newest) if self.is_valid() else newest
        )
