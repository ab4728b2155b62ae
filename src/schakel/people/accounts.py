"""How allauth behaves here: no open sign-up, Dutch mail, and where to go after signing in."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

#: What allauth says when something is wrong, in our words: "u", what is wrong, and what can be done.
ERRORS = {
    "account_inactive": _("Dit account staat uit. Uw netwerkmanager kan het weer aanzetten."),
    "cannot_remove_primary_email": _("Hierop krijgt u bericht. Kies eerst een ander adres."),
    "duplicate_email": _("Dit e-mailadres hoort al bij uw account."),
    "email_password_mismatch": _("Dit e-mailadres en dit wachtwoord horen niet bij elkaar."),
    "email_taken": _("Dit e-mailadres hoort al bij iemand anders."),
    "enter_current_password": _("Vul het wachtwoord in dat u nu gebruikt."),
    "incorrect_code": _("Deze code klopt niet of is te oud. Vraag zo nodig een nieuwe."),
    "incorrect_password": _("Dit wachtwoord klopt niet."),
    "invalid_or_expired_key": _("Deze link werkt niet meer. Vraag een nieuwe."),
    "invalid_login": _("Inloggen lukte niet. Begin opnieuw."),
    "invalid_password_reset": _("Deze link werkt niet meer. Vraag een nieuwe."),
    "max_email_addresses": _("U kunt niet meer dan %d e-mailadressen hebben."),
    "too_many_login_attempts": _("Dit is te vaak geprobeerd. Over vijf minuten kan het weer."),
    "unknown_email": _("Bij dit e-mailadres hoort geen account."),
    "unverified_primary_email": _("Bevestig dit adres eerst; daarna kan het."),
    "select_only_one": _("Kies er één."),
    "same_as_current": _("Kies iets anders dan u nu hebt."),
    "rate_limited": _("Dit gaat te snel achter elkaar. Wacht een paar minuten."),
}
SECOND_FACTOR_ERRORS = {
    "add_email_blocked": _("Een adres toevoegen kan niet zolang u met twee sleutels inlogt."),
    "cannot_delete_authenticator": _("Deze sleutel kunt u niet weghalen: hij is de laatste."),
    "cannot_generate_recovery_codes": _("Herstelcodes krijgt u als u een app of passkey hebt."),
    "incorrect_code": _("Deze code klopt niet of is al gebruikt. Wacht op de volgende."),
    "unverified_email": _("Bevestig eerst uw e-mailadres; daarna kan dit."),
}


class Accounts(DefaultAccountAdapter):
    """People come in by invitation of their network, never by signing up themselves."""

    error_messages = {**DefaultAccountAdapter.error_messages, **ERRORS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account without an invitation."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names, only e-mail addresses."""


class SecondFactors(DefaultMFAAdapter):
    """The second key to an account: an app, a passkey, recovery codes."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SECOND_FACTOR_ERRORS}
