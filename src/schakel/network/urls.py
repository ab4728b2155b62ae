"""Addresses of the network: partners, people, agreements, and what it is."""

from django.urls import path

from schakel.network import views

app_name = "network"

PARTNER = "<slug:network>/partners/<slug:slug>/"
PEOPLE = "<slug:network>/mensen/"
AGREEMENTS = "<slug:network>/overeenkomsten/"

urlpatterns = [
    path("<slug:network>/over/", views.about, name="about"),
    path("<slug:network>/over/wijzig/", views.edit, name="edit"),
    path("<slug:network>/gebieden/", views.areas, name="areas"),
    path("<slug:network>/gebieden/toevoegen/", views.put_area, name="area_add"),
    path("<slug:network>/gebieden/<slug:slug>/wijzig/", views.put_area, name="area_edit"),
    path("<slug:network>/partners/", views.partners, name="partners"),
    path("<slug:network>/partner-toevoegen/", views.add_partner, name="partner_add"),
    path(PARTNER + "wijzig/", views.edit_partner, name="partner_edit"),
    path(PARTNER + "pas-aan/", views.change_partner, name="partner_change"),
    path(PEOPLE, views.people, name="people"),
    path(PEOPLE + "<uuid:membership>/einde/", views.end_membership, name="membership_end"),
    path(AGREEMENTS, views.agreements, name="agreements"),
    path("<slug:network>/overeenkomst-toevoegen/", views.add_agreement, name="agreement_add"),
    path(AGREEMENTS + "<slug:slug>/", views.agreement, name="agreement"),
    path(AGREEMENTS + "<slug:slug>/wijzig/", views.change_agreement, name="agreement_edit"),
    path(AGREEMENTS + "<slug:slug>/artikelen/", views.write_articles, name="articles"),
    path(AGREEMENTS + "<slug:slug>/tekst/", views.agreement_text, name="agreement_text"),
    path(AGREEMENTS + "<slug:slug>/verschil/", views.agreement_difference, name="agreement_difference"),
    path(AGREEMENTS + "<slug:slug>/nieuwe-versie/", views.renew_agreement, name="agreement_renew"),
    path(AGREEMENTS + "<slug:slug>/partij/", views.add_party, name="party_add"),
    path(AGREEMENTS + "<slug:slug>/verplichting/", views.add_obligation, name="obligation_add"),
    path(AGREEMENTS + "<slug:slug>/verplichting/<uuid:pk>/", views.answer_obligation, name="obligation"),
    path(
        AGREEMENTS + "<slug:slug>/verplichting/<uuid:pk>/verslag/",
        views.report_obligation,
        name="obligation_report",
    ),
    path(
        AGREEMENTS + "<slug:slug>/verplichting/<uuid:pk>/intrekken/",
        views.withdraw_obligation,
        name="obligation_withdraw",
    ),
    path(AGREEMENTS + "<slug:slug>/teken/<slug:partner>/", views.sign, name="sign"),
]
