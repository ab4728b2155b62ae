"""Addresses anyone may open, and where the office handles what came in."""

from django.urls import path

from schakel.public.views import checking, office, outside, pages, register

app_name = "public"
IDEA = "<slug:network>/idee/"
JOIN = "<slug:network>/lid-worden/"
DESK = "<slug:network>/beheer/"

urlpatterns = [
    path("<slug:network>/openbaar/", pages.site, name="site"),
    path("<slug:network>/openbaar/besluiten/", register.decisions, name="decisions"),
    path("<slug:network>/openbaar/besluiten/feed.atom", register.feed, name="feed"),
    path("<slug:network>/openbaar/besluiten/controleren/", checking.check_decision, name="check_decision"),
    path(
        "<slug:network>/openbaar/besluiten/<slug:number>/controlebestand.json",
        checking.decision_file,
        name="decision_file",
    ),
    path("<slug:network>/openbaar/<slug:number>/", pages.initiative, name="initiative"),
    path(IDEA, outside.idea, name="idea"),
    path(IDEA + "verstuurd/", outside.idea_sent, name="idea_sent"),
    path(IDEA + "bevestig/<str:token>/", outside.idea_confirm, name="idea_confirm"),
    path(IDEA + "<slug:number>/<uuid:secret>/", outside.idea_status, name="idea_status"),
    path(JOIN, outside.join, name="join"),
    path(JOIN + "verstuurd/", outside.join_sent, name="join_sent"),
    path(JOIN + "bevestig/<str:token>/", outside.join_confirm, name="join_confirm"),
    path(DESK + "ideeen/", office.contributions, name="contributions"),
    path(DESK + "ideeen/opschrijven/", office.register, name="register"),
    path(DESK + "verzoeken/", office.requests, name="requests"),
    path(DESK + "verzoeken/<uuid:pk>/", office.one_request, name="request"),
    path(DESK + "openbaar/", office.editing, name="editing"),
    path(DESK + "openbaar/samen/", office.publish_together, name="publish_together"),
    path(DESK + "openbaar/<slug:number>/", office.publish, name="publish"),
]
