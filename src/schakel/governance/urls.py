"""Addresses of governance: bodies, meetings and decisions."""

from django.urls import path

from schakel.governance import views
from schakel.governance.views import absences, checking, growth, minutes

app_name = "governance"

BODIES = "<slug:network>/gremia/"
BODY = BODIES + "<slug:slug>/"
MEETINGS = "<slug:network>/overleggen/"
MEETING = MEETINGS + "<slug:number>/"
DECISIONS = "<slug:network>/besluiten/"
DECISION = DECISIONS + "<slug:number>/"

GROWTH = "<slug:network>/groeipad/"
ABSENCES = "<slug:network>/afwezigheid/"

urlpatterns = [
    path(BODIES, views.bodies, name="bodies"),
    path(BODIES + "instellen/", views.found_body, name="found_body"),
    path(BODIES + "standaard/", views.default_bodies, name="default_bodies"),
    path(BODIES + "wie-mocht-beslissen/", views.could_decide, name="could_decide"),
    path(BODY + "mandaat.docx", views.mandate_file, name="mandate_file"),
    path(BODY + "mandaat.pdf", views.mandate_pdf, name="mandate_pdf"),
    path(BODY, views.body, name="body"),
    path(BODY + "voorstel/", views.propose, name="propose"),
    path(BODY + "wijzig/", views.describe_body, name="describe_body"),
    path(BODY + "opheffen/", views.close_body, name="close_body"),
    path(BODY + "mandaat/", views.grant_mandate, name="grant_mandate"),
    path(BODY + "mandaat/<uuid:mandate>/einde/", views.end_mandate, name="end_mandate"),
    path(BODY + "zetels/", views.add_seat, name="add_seat"),
    path(BODY + "zetels/partners/", views.seat_partners, name="seat_partners"),
    path(BODY + "zetels/<int:seat>/", views.seat, name="seat"),
    path(BODY + "zetels/<int:seat>/einde/", views.end_tenure, name="end_tenure"),
    path(BODY + "zetels/<int:seat>/opheffen/", views.end_seat, name="end_seat"),
    path("uitnodiging/<str:token>/", views.accept_invitation, name="accept_invitation"),
    path("<slug:network>/uitnodigingen/", views.invitations, name="invitations"),
    path("<slug:network>/uitnodigingen/nieuw/", views.invite, name="invite"),
    path("<slug:network>/uitnodigingen/<uuid:invitation>/opnieuw/", views.resend, name="resend_invitation"),
    path("<slug:network>/uitnodigingen/<uuid:invitation>/intrekken/", views.revoke, name="revoke_invitation"),
    path("<slug:network>/themas/", views.themes, name="themes"),
    path("<slug:network>/themas/toevoegen/", views.add_theme, name="theme_add"),
    path("<slug:network>/themas/<slug:slug>/wijzig/", views.describe_theme, name="theme_edit"),
    path("<slug:network>/criteria/", views.criteria, name="criteria"),
    path("<slug:network>/criteria/nieuw/", views.add_criteria, name="criteria_add"),
    path("<slug:network>/criteria/<uuid:criteria>/", views.criteria_version, name="criteria_version"),
    path(MEETINGS, views.meetings, name="meetings"),
    path(MEETINGS + "plan/", views.plan_meeting, name="plan_meeting"),
    path(MEETINGS + "kalender/", views.calendars, name="calendars"),
    path(MEETINGS + "kalender/maak/", views.make_calendar, name="make_calendar"),
    path(MEETINGS + "kalender/stop/", views.end_calendar, name="end_calendar"),
    path("kalender/<slug:secret>.ics", views.calendar_feed, name="calendar_feed"),
    path(MEETING, views.meeting, name="meeting"),
    path(MEETING + "overleg.ics", views.meeting_calendar, name="meeting_calendar"),
    path(MEETING + "agenda.docx", views.agenda_file, name="agenda_file"),
    path(MEETING + "agenda.pdf", views.agenda_pdf, name="agenda_pdf"),
    path(MEETING + "besluitenlijst.docx", views.decision_list_file, name="decision_list_file"),
    path(MEETING + "besluitenlijst.pdf", views.decision_list_pdf, name="decision_list_pdf"),
    path(MEETING + "zeg-af/", views.cancel_meeting, name="cancel_meeting"),
    path(MEETING + "wijzig/", views.change_meeting, name="change_meeting"),
    path(MEETING + "aanwezigheid/", views.record_attendance, name="record_attendance"),
    path(MEETING + "deel-agenda/", views.share_agenda, name="share_agenda"),
    path(MEETING + "begin/", views.start_meeting, name="start_meeting"),
    path(MEETING + "sluit/", views.close_meeting, name="close_meeting"),
    path(MEETING + "aantekening/", views.note_meeting, name="note_meeting"),
    path(MEETING + "punten/", views.add_item, name="add_item"),
    path(MEETING + "punten/verplaats/", views.move_item, name="move_item"),
    path(MEETING + "punten/verwijder/", views.remove_item, name="remove_item"),
    path(MEETING + "besluitenlijst/", views.decision_list, name="decision_list"),
    path(MEETING + "besluitenlijst/deel/", views.publish_list, name="publish_list"),
    path(MEETING + "verslag/", minutes.minutes, name="minutes"),
    path(MEETING + "verslag/schrijf/", minutes.write_minutes, name="write_minutes"),
    path(MEETING + "verslag/vaststellen/", minutes.adopt_minutes, name="adopt_minutes"),
    path(MEETING + "verslag/aanvullen/", minutes.add_to_minutes, name="add_to_minutes"),
    path(MEETING + "verslag.docx", minutes.minutes_file, name="minutes_file"),
    path(MEETING + "verslag.pdf", minutes.minutes_pdf, name="minutes_pdf"),
    path(DECISIONS, views.decisions, name="decisions"),
    path(DECISIONS + "controleren/", checking.check_file, name="check_file"),
    path(DECISION, views.decision, name="decision"),
    path(DECISION + "controlebestand.json", checking.verify_file, name="verify_file"),
    path(DECISION + "stemmen/", views.record_votes, name="record_votes"),
    path(DECISION + "stem/", views.cast_vote, name="cast_vote"),
    path(DECISION + "betrokken/", views.recuse, name="recuse"),
    path(DECISION + "betrokken/intrekken/", views.withdraw_recusal, name="withdraw_recusal"),
    path(DECISION + "bezwaar/intrekken/", views.withdraw_objection, name="withdraw_objection"),
    path(DECISION + "schriftelijk/", views.put_in_writing, name="put_in_writing"),
    path(DECISION + "bekrachtigen/", views.ratify, name="ratify"),
    path(DECISION + "voorwaarden/vervuld/", views.meet_condition, name="meet_condition"),
    path(ABSENCES, absences.absences, name="absences"),
    path(ABSENCES + "van/<uuid:person>/", absences.absences, name="absences_of"),
    path(ABSENCES + "<uuid:absence>/", absences.correct_absence, name="correct_absence"),
    path(ABSENCES + "<uuid:absence>/einde/", absences.end_absence, name="end_absence"),
    path(GROWTH, growth.growth, name="growth"),
    path(GROWTH + "stap/", growth.growth_step, name="growth_step"),
    path(GROWTH + "stap/<slug:number>/", growth.growth_take, name="growth_take"),
    path(GROWTH + "behoefte/", growth.growth_need, name="growth_need"),
    path(GROWTH + "behoefte/<uuid:need>/", growth.growth_met, name="growth_met"),
    path(GROWTH + "behoefte/<uuid:need>/terug/", growth.growth_take_back, name="growth_take_back"),
    path(GROWTH + "inbreng/", growth.growth_tier, name="growth_tier"),
    path(GROWTH + "inbreng/<uuid:tier>/", growth.growth_join, name="growth_join"),
    path(GROWTH + "inbreng/mensen/<uuid:person>/weg/", growth.growth_leave, name="growth_leave"),
]
