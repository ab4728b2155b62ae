"""What is said about a zip file that may not be opened; what makes it so is in ``methods.archives``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from schakel.methods.archives import Unsafe, why_unsafe

WORDS = {
    Unsafe.DAMAGED: gettext_lazy("Het bestand is beschadigd."),
    Unsafe.FOLLOWED: gettext_lazy("Achter dit bestand staat nog iets anders."),
    Unsafe.TOO_MANY: gettext_lazy("Er zitten te veel losse delen in dit bestand."),
    Unsafe.LOCKED: gettext_lazy(
        "Het bestand is versleuteld. Haal het wachtwoord eraf en probeer het opnieuw."
    ),
    Unsafe.TOO_LARGE: gettext_lazy("Uitgepakt wordt dit bestand te groot."),
    Unsafe.SQUEEZED: gettext_lazy("Dit bestand is verdacht sterk samengeperst."),
    Unsafe.LEADS_OUT: gettext_lazy("Het bestand heeft delen met een onveilige naam."),
    Unsafe.OVERLAPS: gettext_lazy("Delen van dit bestand overlappen elkaar."),
}


def why_not_unpack(data: bytes) -> str | None:
    """Why this zip file may not be opened, judged by its directory alone; None when it may."""
    unsafe = why_unsafe(data)
    return None if unsafe is None else str(WORDS[unsafe])
