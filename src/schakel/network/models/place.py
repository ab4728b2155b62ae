"""Where and about what: areas as a simple tree, and the themes of a network."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.network.rules import AreaKind
from schakel.tenancy.models import TenantModel, TenantQuerySet


class PublicQuerySet(TenantQuerySet):
    """Rows that a listed network shows to anyone."""

    def published(self) -> Self:
        """All of them: the database lets a visitor read these rows of the network that is visited."""
        return self.all()


class Area(TenantModel):
    """A region, municipality, sub-region or zone; each may lie within another."""

    name = models.CharField(_("naam"), max_length=120)
    slug = models.SlugField(_("adres"), max_length=60)
    kind = models.CharField(_("soort"), max_length=20, choices=AreaKind.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("ligt in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    cbs_code = models.CharField(_("CBS-code"), max_length=10, blank=True)
    note = models.TextField(_("toelichting"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects: ClassVar = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(name="an_area_has_its_own_address", fields=["network", "slug"]),
            models.CheckConstraint(
                name="an_area_does_not_lie_in_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Theme(TenantModel):
    """A subject the network works on, such as care for older people."""

    name = models.CharField(_("naam"), max_length=120)
    slug = models.SlugField(_("adres"), max_length=60)
    scope = models.TextField(_("waar het over gaat"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects: ClassVar = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema’s")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(name="a_theme_has_its_own_address", fields=["network", "slug"]),
        ]

    def __str__(self) -> str:
        return self.name
