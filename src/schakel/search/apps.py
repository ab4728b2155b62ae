"""The app of search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Search over everything that a network wrote."""

    name = "schakel.search"
    verbose_name = _("zoeken")
