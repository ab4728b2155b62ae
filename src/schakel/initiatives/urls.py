"""The addresses of initiatives, in Dutch, with the number that people say aloud."""

from __future__ import annotations

from django.urls import path, register_converter

from schakel.initiatives.views import (
    answers,
    archive,
    dossier,
    edition,
    embedding,
    exploration,
    following,
    gate,
    gate_lists,
    growth_dossier,
    idea,
    initiative,
    intake,
    kept_views,
    measures,
    money,
    papers,
    plan,
    portfolio,
    promise,
    proposal,
    screening,
    spending,
    staying,
    surveys,
    talk,
    value,
)

app_name = "initiatives"


class NumberConverter:
    """The number of an initiative: I-2026-014."""

    regex = r"I-\d{4}-\d{3,9}"

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


class DecisionNumberConverter(NumberConverter):
    """The number of a decision: B-2026-031."""

    regex = r"B-\d{4}-\d{3,9}"


class ListConverter(NumberConverter):
    """The checklist of a gate: p3, or p3-licht for a process assignment."""

    regex = r"p[0-6](?:-licht)?"


register_converter(NumberConverter, "initiative")
register_converter(ListConverter, "poortlijst")
register_converter(DecisionNumberConverter, "besluit")

HOME = "<slug:network>/initiatieven/"
ONE = f"{HOME}<initiative:number>/"

LISTS = "<slug:network>/beheer/poortlijsten/"
ONE_LIST = f"{LISTS}<poortlijst:which>/"

FUNDING = "<slug:network>/geldstromen/"

urlpatterns = [
    path("<slug:network>/groeipad/bewijs/", growth_dossier.growth_dossiers, name="growth_dossiers"),
    path("<slug:network>/groeipad/bewijs/<int:nth>/", growth_dossier.growth_dossier, name="growth_dossier"),
    path(f"{ONE}dossier/", dossier.dossiers, name="dossiers"),
    path(f"{ONE}dossier/<int:nth>/", dossier.dossier, name="dossier"),
    path(HOME, portfolio.portfolio, name="portfolio"),
    path(f"{HOME}verkend/", portfolio.explored, name="explored"),
    path(f"{HOME}weergaven/", kept_views.all_views, name="views"),
    path(f"{HOME}weergaven/nieuw/", kept_views.keep_view, name="keep_view"),
    path(f"{HOME}nieuw/", idea.submit, name="submit"),
    path(f"{HOME}nieuw/bewaar/", idea.save, name="save_draft"),
    path(f"{HOME}nieuw/lijkt-erop/", idea.alike, name="alike"),
    path(f"{HOME}uit-knelpunt/<uuid:bottleneck>/", idea.from_bottleneck, name="from_bottleneck"),
    path(f"{HOME}nieuw/terug/", idea.restore, name="restore_draft"),
    path(f"{HOME}nieuw/<uuid:token>/", idea.submit, name="draft"),
    path(f"{HOME}nieuw/<uuid:token>/weg/", idea.discard, name="discard_draft"),
    path("<slug:network>/beheer/antwoordteksten/", answers.answers, name="answers"),
    path(LISTS, gate_lists.gate_lists, name="gate_lists"),
    path(ONE_LIST, gate_lists.gate_list, name="gate_list"),
    path(f"{ONE_LIST}nieuw/", gate_lists.next_gate_list, name="next_gate_list"),
    path(f"{ONE_LIST}versie/<int:version>/", gate_lists.own_version, name="own_gate_list"),
    path(f"{ONE_LIST}schakel/<int:version>/", gate_lists.platform_version, name="platform_gate_list"),
    path(f"{HOME}intake/", intake.tray, name="intake"),
    path(f"{HOME}beoordelen/", screening.tasks, name="scoring"),
    path(f"{HOME}screening/", screening.boards, name="screening"),
    path(f"{HOME}screening/<slug:body>/", screening.boards, name="screening"),
    path(f"{HOME}screening/<slug:body>/onderwerp/", screening.topic, name="topic"),
    path(ONE, initiative.detail, name="detail"),
    path(f"{ONE}ontvangst/", idea.receipt, name="receipt"),
    path(f"{ONE}ontvangst.pdf", papers.receipt_pdf, name="receipt_pdf"),
    path(f"{ONE}aanvullen/", idea.amend, name="amend"),
    path(f"{ONE}intake/", intake.answer, name="intake"),
    path(f"{ONE}lijkt-erop/", intake.alike, name="alike_of"),
    path(f"{ONE}beoordeling/", screening.assessment, name="assessment"),
    path(f"{ONE}beoordeling/uitnodigen/", screening.invite, name="invite"),
    path(f"{ONE}beoordelen/", screening.score, name="score"),
    path(f"{ONE}beoordelen/betrokken/", screening.recuse, name="recuse"),
    path(f"{ONE}verkenning/", exploration.exploration, name="exploration"),
    path(f"{ONE}verkenning/schrijven/", exploration.write, name="write_exploration"),
    path(f"{ONE}verkenning/kijk/", exploration.view, name="view"),
    path(f"{ONE}verkenning/kijk/<slug:partner>/", exploration.view, name="view"),
    path(f"{ONE}verkenning/kijk/<slug:partner>/bewaar/", exploration.save_view, name="save_view"),
    path(f"{ONE}plan/", plan.plan, name="plan"),
    path(f"{ONE}plan/begin/", plan.begin, name="begin_plan"),
    path(f"{ONE}plan/schrijven/", plan.write, name="write_plan"),
    path(f"{ONE}plan/vastleggen/", plan.freeze, name="freeze_plan"),
    path(f"{ONE}plan/versie/<int:version>/", plan.plan, name="plan_version"),
    path(f"{ONE}plan/verschil/<int:before>/<int:after>/", plan.difference, name="plan_difference"),
    path(f"{ONE}toezeggingen/vraag/", promise.ask, name="ask_commitment"),
    path(f"{ONE}toezeggingen/<uuid:pk>/", promise.commitment, name="commitment"),
    path(f"{ONE}toezeggingen/<uuid:pk>/intrekken/", promise.withdraw, name="withdraw_commitment"),
    path(f"{ONE}toezeggingen/<uuid:pk>/overnemen/", promise.accept, name="accept_amendment"),
    path(f"{ONE}geld/", money.money, name="money"),
    path(f"{ONE}geld/uitgaven/", spending.spending, name="spending"),
    path(f"{ONE}geld/uitgaven/bestand/", spending.spending_file, name="spending_file"),
    path(f"{ONE}geld/uitgaven/sjabloon/", spending.spending_sheet, name="spending_sheet"),
    path(f"{ONE}geld/toekenning/", money.record_award, name="record_award"),
    path(f"{ONE}geld/toekenning/<uuid:pk>/", money.correct_award, name="correct_award"),
    path(f"{ONE}waarde/", value.value, name="value"),
    path(f"{ONE}waarde/keuzes/", value.choose, name="choose_value"),
    path(f"{ONE}waarde/cijfers/", value.groups, name="enter_value_groups"),
    path(f"{ONE}waarde/regel/", value.add_line, name="add_value_line"),
    path(f"{ONE}waarde/regel/<uuid:pk>/weg/", value.drop_line, name="drop_value_line"),
    path(f"{ONE}meten/", measures.measures, name="measures"),
    path(f"{ONE}meten/kies/", measures.add_measure, name="add_measure"),
    path(f"{ONE}meten/oordeel/", measures.ask_verdict, name="ask_verdict"),
    path(f"{ONE}meten/<uuid:pk>/weg/", measures.drop_measure, name="drop_measure"),
    path(f"{ONE}meten/<uuid:pk>/geen-nulmeting/", measures.no_baseline, name="no_baseline"),
    path(f"{ONE}meten/<uuid:pk>/belofte/", measures.claim_effect, name="claim_effect"),
    path(f"{ONE}peilingen/", surveys.surveys, name="surveys"),
    path(f"{ONE}peilingen/nieuw/", surveys.add_survey, name="add_survey"),
    path(f"{ONE}peilingen/<uuid:pk>/weg/", surveys.drop_survey, name="drop_survey"),
    path(f"{ONE}borging/", embedding.embedding, name="embedding"),
    path(f"{ONE}borging/schrijven/", embedding.write, name="write_embedding"),
    path(f"{ONE}borging/vraag/", embedding.ask_line_owner, name="ask_line_owner"),
    path(f"{ONE}borging/overnemen/<uuid:pk>/", embedding.line_owner, name="line_owner"),
    path(
        f"{ONE}borging/overnemen/<uuid:pk>/intrekken/",
        embedding.withdraw_line_owner,
        name="withdraw_line_owner",
    ),
    path(f"{ONE}borging/adoptie/<slug:partner>/", embedding.adoption, name="adoption"),
    path(f"{ONE}borging/hermeting/<uuid:pk>/", embedding.remeasure, name="remeasure"),
    path(f"{ONE}verslag/<slug:kind>/", embedding.report, name="report"),
    path(f"{ONE}stand/", following.update, name="update"),
    path(f"{ONE}risicos/", following.risks, name="risks"),
    path(f"{ONE}risicos/nieuw/", following.add_risk, name="add_risk"),
    path(f"{ONE}risicos/<uuid:pk>/", following.edit_risk, name="edit_risk"),
    path(f"{ONE}noodstop/", following.halt, name="halt"),
    path(f"{ONE}volgen/", following.follow, name="follow"),
    path(f"{ONE}vervolg/", following.successor, name="successor"),
    path(f"{ONE}archief/", archive.archive, name="archive"),
    path(f"{ONE}les/", embedding.lesson, name="lesson"),
    path(f"{ONE}poort/", gate.gate, name="gate"),
    path(f"{ONE}samenvatting/", papers.summary, name="summary"),
    path(f"{ONE}samenvatting.docx", papers.summary_file, name="summary_file"),
    path(f"{ONE}samenvatting.pdf", papers.summary_pdf, name="summary_pdf"),
    path(f"{ONE}verkenning.docx", papers.exploration_file, name="exploration_file"),
    path(f"{ONE}verkenning.pdf", papers.exploration_pdf, name="exploration_pdf"),
    path(f"{ONE}plan.docx", papers.plan_file, name="plan_file"),
    path(f"{ONE}plan.pdf", papers.plan_pdf, name="plan_pdf"),
    path(f"{ONE}poort/oplegnotitie.docx", papers.memo_file, name="memo_file"),
    path(f"{ONE}poort/oplegnotitie.pdf", papers.memo_pdf, name="memo_pdf"),
    path(f"{ONE}poort/criteria/", proposal.confirm_criteria, name="confirm_criteria"),
    path(f"{ONE}poort/editie/", edition.edition, name="edition"),
    path(f"{ONE}poort/punt/<slug:code>/", gate_lists.answer_point, name="answer_point"),
    path(f"{ONE}poort/voorstel/<besluit:decision>/", proposal.amend, name="amend_proposal"),
    path(f"{ONE}poort/<slug:gate>/<slug:verdict>/", proposal.propose, name="propose"),
    path(f"{ONE}gesprek/", talk.talk, name="talk"),
    path(f"{ONE}gesprek/bewaar/", talk.save_note, name="save_note"),
    path(f"{ONE}gesprek/<uuid:pk>/wijzig/", talk.change_note, name="change_note"),
    path(f"{ONE}gesprek/<uuid:pk>/intrekken/", talk.withdraw_note, name="withdraw_note"),
    path(f"{ONE}gesprek/<uuid:pk>/versies/", talk.note_versions, name="note_versions"),
    path(f"{ONE}documenten/", initiative.documents, name="documents"),
    path(f"{ONE}partners/", initiative.partners, name="partners"),
    path(f"{ONE}partners/kiezen/", initiative.choose_partners, name="choose_partners"),
    path(f"{ONE}trekker/", initiative.appoint, name="appoint"),
    path("<slug:network>/standen/", following.updates, name="updates"),
    path("<slug:network>/standen/vragen/", following.ask_updates, name="ask_updates"),
    path("<slug:network>/borging/", staying.overview, name="staying"),
    path("<slug:network>/lessen/", staying.lessons, name="lessons"),
    path(FUNDING, money.funding, name="funding"),
    path(f"{FUNDING}nieuw/", money.add_line, name="add_funding_line"),
    path(f"{FUNDING}<slug:slug>/wijzigen/", money.edit_line, name="edit_funding_line"),
    path(f"{FUNDING}<slug:slug>/sluiten/", money.close_line, name="close_funding_line"),
]
