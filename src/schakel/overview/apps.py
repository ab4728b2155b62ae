"""The overview as a Django app."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """Pages over several apps."""

    name = "schakel.overview"
    label = "overview"
    verbose_name = "Overzicht"

    def ready(self) -> None:
        """Say what leavers, and bodies that close, would leave behind: only here is known all that may be open."""
        from schakel.governance.closing import know_what_runs
        from schakel.network.leaving import know_what_is_open
        from schakel.overview.queries import leaving

        know_what_is_open(of_person=leaving.why_person_stays, of_partner=leaving.why_partner_stays)
        know_what_runs(leaving.why_body_stays)
