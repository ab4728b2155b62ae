"""Text that a network uses again when it answers."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.answers import LONGEST_ANSWER, LONGEST_NAME
from schakel.tenancy.models import TenantModel


@pghistory.track()
class AnswerTemplate(TenantModel):
    """A text of this network for an answer or a verdict; who chooses it can change it before it is sent."""

    name = models.CharField(_("naam"), max_length=LONGEST_NAME)
    text = models.TextField(_("tekst"), max_length=LONGEST_ANSWER)

    class Meta:
        verbose_name = _("antwoordtekst")
        verbose_name_plural = _("antwoordteksten")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("network", "name"), name="an_answer_template_has_its_own_name"),
            models.CheckConstraint(
                name="an_answer_template_has_a_name_and_a_text", condition=~Q(name="") & ~Q(text="")
            ),
        )

    def __str__(self) -> str:
        return self.name
