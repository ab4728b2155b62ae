"""What the database itself guards about the stage of an initiative, whatever door a change comes through."""

from __future__ import annotations

import pgtrigger

#: Invariant 1 in the database: no other door (API, import, shell) moves an initiative without a valid decision that
#: was taken about this initiative in the stage where it stands, or, while it waits for money, without a recorded award
#: that followed the approved plan within a year. The step is written down at once, once per decision or award.
STAGE_MOVES_BY_DECISION = pgtrigger.Trigger(
    name="an_initiative_moves_by_a_valid_decision",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Condition("OLD.stage IS DISTINCT FROM NEW.stage"),
    func="""
        if old.stage = 'awaiting_funding' and new.stage in ('pilot', 'execution')
            and new.moved_by_award_id is distinct from old.moved_by_award_id and exists (
            select 1 from initiatives_fundingaward a join governance_decision d on d.id = old.moved_by_id
            where a.id = new.moved_by_award_id and a.network_id = new.network_id and a.initiative_id = new.id
              and d.status = 'valid' and d.subject_id = new.id
              and a.awarded_on <= d.decided_on + interval '12 months'
        ) then
            insert into initiatives_stagemove
                (id, network_id, initiative_id, award_id, from_stage, to_stage, moved_at)
            values (gen_random_uuid(), new.network_id, new.id, new.moved_by_award_id, old.stage, new.stage, now());
            return new;
        end if;
        if not exists (
            select 1 from governance_decision d
            where d.id = new.moved_by_id and d.network_id = new.network_id and d.subject_id = new.id
              and d.status = 'valid' and d.subject_stage = old.stage
              and (d.template <> 'historisch' or new.is_historic)
        ) then
            raise exception 'initiative % moves from % to % only by a valid decision about it',
                old.number, old.stage, new.stage using errcode = 'check_violation';
        end if;
        insert into initiatives_stagemove (id, network_id, initiative_id, decision_id, from_stage, to_stage, moved_at)
        values (gen_random_uuid(), new.network_id, new.id, new.moved_by_id, old.stage, new.stage, now());
        return new;
    """,
)
#: Invariant 7 in the database: nothing begins on money that was not awarded to it.
MONEY_BEFORE_THE_START = pgtrigger.Trigger(
    name="money_is_awarded_before_the_start",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Condition(
        "OLD.stage IN ('preparation', 'awaiting_funding') AND NEW.stage IN ('pilot', 'execution')"
    ),
    func="""
        if exists (
            select 1 from initiatives_budgetline b
            where b.funding_line_id is not null and b.plan_id = (
                select p.id from initiatives_plan p
                where p.initiative_id = new.id and p.is_frozen order by p.version desc limit 1)
            group by b.funding_line_id
            having sum(b.amount_eur) > coalesce((
                select sum(a.amount_eur) from initiatives_fundingaward a
                where a.initiative_id = new.id and a.line_id = b.funding_line_id), 0)
        ) then
            raise exception 'initiative % begins only on money that was awarded to it', new.number
                using errcode = 'check_violation';
        end if;
        return new;
    """,
)
#: Invariant 12 in the database: what is finished has an owner in the line and a day on which it is measured again.
OWNED_AND_MEASURED_AGAIN = pgtrigger.Trigger(
    name="finished_has_an_owner_and_is_measured_again",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Condition(
        "OLD.stage IS DISTINCT FROM NEW.stage AND NEW.stage = 'finished' AND NOT NEW.is_historic"
    ),
    func="""
        if not exists (
            select 1 from initiatives_lineowner o join initiatives_embeddingplan e on e.id = o.embedding_id
            where e.initiative_id = new.id and o.state = 'accepted'
        ) or not exists (
            select 1 from initiatives_remeasurement r
            where r.initiative_id = new.id and r.done_on is null and r.lapsed_at is null
        ) then
            raise exception 'initiative % is finished only with a line owner and a day to measure again', new.number
                using errcode = 'check_violation';
        end if;
        return new;
    """,
)
#: An initiative begins as a submitted idea, as history from a source, or as a topic that a body named by a decision.
BEGINS_AS_IDEA = pgtrigger.Trigger(
    name="an_initiative_begins_as_idea_or_by_decision",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    condition=pgtrigger.Condition("NEW.stage <> 'submitted' AND NOT NEW.is_historic"),
    func="""
        if new.stage <> 'exploration' or not exists (
            select 1 from governance_decision d
            where d.id = new.moved_by_id and d.id = new.named_by_id and d.network_id = new.network_id
              and d.subject_id = new.id and d.type = 'p1' and d.status = 'valid'
        ) then
            raise exception 'initiative % begins as a submitted idea or as a named topic', new.number
                using errcode = 'check_violation';
        end if;
        insert into initiatives_stagemove (id, network_id, initiative_id, decision_id, from_stage, to_stage, moved_at)
        values (gen_random_uuid(), new.network_id, new.id, new.moved_by_id, '', new.stage, now());
        return new;
    """,
)
