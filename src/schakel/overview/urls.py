"""Addresses of pages over several apps; each group of pages keeps its own list."""

from django.urls import URLPattern, path

from schakel.overview.views import (
    dashboards,
    deciding,
    documents,
    escalating,
    founding,
    front,
    handover,
    logbook,
    papers,
    partner,
    quarter,
    setup,
    start,
    theme,
    work,
)

app_name = "overview"

DECISION = "<slug:network>/besluiten/<slug:number>/"

DECIDING: list[URLPattern] = [
    path(DECISION + "vaststellen/", deciding.close_decision, name="close_decision"),
    path(DECISION + "intrekken/", deciding.withdraw, name="withdraw"),
    path(DECISION + "akkoord/<slug:partner>/<slug:ground>/", deciding.give_consent, name="give_consent"),
    path(
        DECISION + "geen-akkoord/<slug:partner>/<slug:ground>/",
        deciding.refuse_consent,
        name="refuse_consent",
    ),
    path(DECISION + "voorleggen/", escalating.escalate, name="escalate"),
    path("<slug:network>/overleggen/<slug:number>/vul-agenda/", deciding.fill_agenda, name="fill_agenda"),
    path("<slug:network>/overleggen/<slug:number>/stukken.pdf", papers.pack, name="meeting_pack"),
    path("<slug:network>/gremia/<slug:slug>/aan-de-beurt/", deciding.due, name="due"),
    path("<slug:network>/gremia/<slug:slug>/overdragen/", handover.body_hands_over, name="body_hands_over"),
]

NETWORKS: list[URLPattern] = [
    path("", front.front, name="front"),
    path("netwerken/begin/", founding.found, name="found"),
    path("<slug:network>/partners/<slug:slug>/uittreden/", handover.partner_leaves, name="partner_leave"),
    path("<slug:network>/mensen/<uuid:person>/vertrek/", handover.person_leaves, name="person_leave"),
    path("<slug:network>/beheer/", setup.setup, name="setup"),
    path("<slug:network>/beheer/logboek/", logbook.journal, name="journal"),
    path("<slug:network>/partners/<slug:slug>/", partner.partner, name="partner"),
]

WORK: list[URLPattern] = [
    path("<slug:network>/thema/<slug:slug>/", theme.theme, name="theme"),
    path("<slug:network>/kwartaal/", quarter.quarter, name="quarter"),
    path("<slug:network>/kwartaal/kwartaal.docx", quarter.quarter_file, name="quarter_file"),
    path("<slug:network>/kwartaal/kwartaal.pdf", quarter.quarter_pdf, name="quarter_pdf"),
    path("<slug:network>/taken/", work.work, name="work"),
    path("<slug:network>/taken/<int:number>/opnieuw/", work.try_again, name="try_again"),
]

MEASURING: list[URLPattern] = [
    path("<slug:network>/meten/themas/", dashboards.themes, name="themes"),
]

DOCUMENT = "<slug:network>/documenten/<uuid:pk>/"

DOCUMENTS: list[URLPattern] = [
    path("<slug:network>/documenten/nieuw/<slug:kind>/<slug:key>/", documents.add, name="add_document"),
    path(DOCUMENT, documents.document, name="document"),
    path(DOCUMENT + "download/", documents.download, name="download"),
    path(DOCUMENT + "download/<int:number>/", documents.download, name="download_version"),
    path(DOCUMENT + "versie/", documents.new_version, name="add_version"),
    path(DOCUMENT + "intrekken/", documents.withdraw, name="withdraw_document"),
    path(DOCUMENT + "intrekken/ongedaan/", documents.restore, name="restore_document"),
]

START: list[URLPattern] = [path("<slug:network>/", start.start, name="start")]

urlpatterns = [*NETWORKS, *DECIDING, *MEASURING, *DOCUMENTS, *WORK, *START]
