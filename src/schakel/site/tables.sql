-- PostgreSQL 15, migrations 1453943564e3, statements 52413c354870
-- Made by `make docs` from the migrations, never by hand: see schakel/site/tables.py.
SET LOCAL check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', true);
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner IN SCHEMA public REVOKE USAGE ON SEQUENCES FROM schakel_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner IN SCHEMA public REVOKE ALL ON FUNCTIONS FROM schakel_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner GRANT ALL ON FUNCTIONS TO PUBLIC;
CREATE SCHEMA search;
CREATE SCHEMA tenancy;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE TYPE search.text AS (
	network_id uuid,
	subject_id uuid,
	initiative_id uuid,
	key text,
	number text,
	title text,
	label text,
	body text,
	state text,
	at timestamp with time zone,
	readers uuid[]
);
CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_ceiling_holds_the_awards_dc86c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if new.ceiling_eur < coalesce((
            select sum(a.amount_eur) from initiatives_fundingaward a where a.line_id = new.id
        ), 0) then
            raise exception 'more was awarded from this funding line already' using errcode = 'check_violation';
        end if;
        return new;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_decision_is_never_removed_1e9d7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_frozen_plan_stands_6b5e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_locked_baseline_stays_7fafe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_saving_is_counted_once_a50f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (select from initiatives_valueline f where f.id = new.same_as_id and f.same_as_id is not null)
            or (
                select sum(l.share_percent) from initiatives_valueline l
                join initiatives_valueassessment a on a.id = l.assessment_id
                join initiatives_initiative i on i.id = a.initiative_id
                where coalesce(new.same_as_id, new.id) in (l.id, l.same_as_id)
                    and i.stage not in ('explored', 'merged', 'referred', 'rejected', 'stopped')
            ) > 100 then
            raise exception 'a saving is counted once' using errcode = 'check_violation';
        end if;
        return new;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_signed_agreement_stays_as_it_is_db229() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if row(new.title, new.kind, new.starts_on, new.ends_on, new.notice_months, new.renewal_months, new.preamble,
               new.text, new.supersedes_id)
           is distinct from
           row(old.title, old.kind, old.starts_on, old.ends_on, old.notice_months, old.renewal_months, old.preamble,
               old.text, old.supersedes_id)
           and exists (select 1 from network_agreementparty p
                       where p.network_id = old.network_id and p.agreement_id = old.id and p.signed_on is not null)
        then
            raise exception 'agreement % is signed and stays as it is', old.slug using errcode = 'check_violation';
        end if;
        return new;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_taken_decision_stands_3d954() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    if row(new.network_id, new.number, new.status, new.verdict, new.type, new.body_id, new.method,
                           new.title, new.proposal, new.subject_type, new.subject_id, new.subject_stage,
                           new.amount_eur, new.decided_on, new.proof)
                       is distinct from
                       row(old.network_id, old.number, old.status, old.verdict, old.type, old.body_id, old.method,
                           old.title, old.proposal, old.subject_type, old.subject_id, old.subject_stage,
                           old.amount_eur, old.decided_on, old.proof) then
                        raise exception 'decision % is taken and stands', old.number using errcode = 'check_violation';
                    end if;
                    return new;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_a_threshold_stays_265da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_adopted_minutes_never_change_0d907() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_an_award_is_never_removed_85411() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_an_initiative_begins_as_idea_or_by_decision_07208() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
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
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_an_initiative_moves_by_a_valid_decision_17ebf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
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
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_articles_of_a_signed_agreement_stay_760dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (select 1 from network_agreementparty p
                   where p.agreement_id = case when tg_op = 'DELETE' then old.agreement_id else new.agreement_id end
                     and p.signed_on is not null)
        then
            raise exception 'the agreement of this article is signed' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_awards_fit_the_ceiling_6d4f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        perform 1 from initiatives_fundingline l where l.id = new.line_id for update;
        if new.amount_eur + coalesce((
            select sum(a.amount_eur) from initiatives_fundingaward a where a.line_id = new.line_id and a.id <> new.id
        ), 0) > (select l.ceiling_eur from initiatives_fundingline l where l.id = new.line_id) then
            raise exception 'this funding line does not hold that much' using errcode = 'check_violation';
        end if;
        return new;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_claims_stay_2c8c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_comparisons_stay_47a94() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_documents_are_withdrawn_2fb0a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_figures_stay_84b03() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_finished_has_an_owner_and_is_measured_again_9bc95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
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
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_gate_lists_stay_ea9ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_gates_never_ask_less_than_they_did_8a3da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_indicators_are_ended_6fdda() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_00817() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_chainstationevent" ("coupled_at", "coupled_by_id", "id", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."coupled_at", NEW."coupled_by_id", NEW."id", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_0d794() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_seattenureevent" ("from_on", "id", "kind", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "until_on") VALUES (NEW."from_on", NEW."id", NEW."kind", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."seat_id", NEW."until_on"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_12590() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_adoptionevent" ("component_id", "id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "since_on", "state") VALUES (NEW."component_id", NEW."id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."since_on", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_13037() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_fundinglineevent" ("apply_by", "ceiling_eur", "closed_on", "conditions", "earmark", "funder_id", "funder_name", "id", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."apply_by", NEW."ceiling_eur", NEW."closed_on", NEW."conditions", NEW."earmark", NEW."funder_id", NEW."funder_name", NEW."id", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_16b32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_mandateevent" ("body_id", "ceiling_eur", "consents", "decision_types", "delegated_to", "ending_decision_id", "id", "method", "network_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_decision_id", "stages", "valid_from", "valid_until") VALUES (NEW."body_id", NEW."ceiling_eur", NEW."consents", NEW."decision_types", NEW."delegated_to", NEW."ending_decision_id", NEW."id", NEW."method", NEW."network_id", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source_decision_id", NEW."stages", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_17043() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_chainnormevent" ("id", "level", "most_days", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "source", "target", "unit", "valid_from", "valid_until") VALUES (NEW."id", NEW."level", NEW."most_days", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."source", NEW."target", NEW."unit", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_19f16() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_bottleneckevent" ("area_id", "cause", "figure", "heard_from", "id", "idea_token", "named_at", "named_by_id", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "story", "target", "title") VALUES (NEW."area_id", NEW."cause", NEW."figure", NEW."heard_from", NEW."id", NEW."idea_token", NEW."named_at", NEW."named_by_id", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source", NEW."state", NEW."state_reason", NEW."story", NEW."target", NEW."title"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_27c37() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_consentrequestevent" ("amount_eur", "decision_id", "given_at", "given_by_id", "ground", "hours", "id", "is_required", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."amount_eur", NEW."decision_id", NEW."given_at", NEW."given_by_id", NEW."ground", NEW."hours", NEW."id", NEW."is_required", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_2f64f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_planevent" ("communication", "competition_reason", "content", "frozen_at", "frozen_by_id", "hash", "id", "initiative_id", "is_frozen", "low_literacy", "needs_pilot", "network_id", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privacy_check", "restricts_competition", "result", "summary", "version") VALUES (NEW."communication", NEW."competition_reason", NEW."content", NEW."frozen_at", NEW."frozen_by_id", NEW."hash", NEW."id", NEW."initiative_id", NEW."is_frozen", NEW."low_literacy", NEW."needs_pilot", NEW."network_id", NEW."participation", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."privacy_check", NEW."restricts_competition", NEW."result", NEW."summary", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_368bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_seatevent" ("body_id", "constituency", "from_on", "id", "is_chair", "is_secretary", "is_voting", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "until_on", "weight") VALUES (NEW."body_id", NEW."constituency", NEW."from_on", NEW."id", NEW."is_chair", NEW."is_secretary", NEW."is_voting", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."until_on", NEW."weight"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_428e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_valuelineevent" ("added_at", "added_by_id", "assessment_id", "direction", "id", "moment", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_eur", "price_year", "purse", "same_as_id", "share_percent", "sort", "source", "unit", "volume", "what", "year") VALUES (NEW."added_at", NEW."added_by_id", NEW."assessment_id", NEW."direction", NEW."id", NEW."moment", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."price_eur", NEW."price_year", NEW."purse", NEW."same_as_id", NEW."share_percent", NEW."sort", NEW."source", NEW."unit", NEW."volume", NEW."what", NEW."year"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_432ad() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "public_publicationevent" ("approved_at", "approved_by_id", "for_whom", "id", "initiative_id", "is_published", "network_id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "title", "what") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."for_whom", NEW."id", NEW."initiative_id", NEW."is_published", NEW."network_id", NEW."next_step", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."result", NEW."title", NEW."what"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_44c36() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_phasechangeevent" ("cause", "id", "made_at", "made_by_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "starts_on") VALUES (NEW."cause", NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."series_id", NEW."starts_on"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_52769() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_articleevent" ("agreement_id", "heading", "id", "mark", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."agreement_id", NEW."heading", NEW."id", NEW."mark", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_5684e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_assessmentevent" ("criteria_set_id", "id", "initiative_id", "is_recused", "moment", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rater_id", "recusal_reason", "remark", "seat_id", "submitted_at", "version") VALUES (NEW."criteria_set_id", NEW."id", NEW."initiative_id", NEW."is_recused", NEW."moment", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rater_id", NEW."recusal_reason", NEW."remark", NEW."seat_id", NEW."submitted_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_5ae21() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_chainindicatorevent" ("chosen_at", "chosen_by_id", "id", "last_on", "level", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "target") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."last_on", NEW."level", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."series_id", NEW."source", NEW."target"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_649fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_initiativeevent" ("agreed_plan_id", "answer_by", "benefit", "body_id", "commissioner", "contact", "explorer_id", "follow_on", "gate_edition", "halted_on", "id", "is_historic", "key", "kind", "last_update_id", "lead_id", "merged_into_id", "moved_by_award_id", "moved_by_id", "named_by_id", "network_id", "number", "once_token", "own_gate_edition", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "problem", "proposal", "public_reason", "question_to_submitter", "referred_to", "return_stage", "source", "stage", "stage_due_on", "stage_since", "started_on", "started_precision", "submitted_at", "submitted_by_id", "successor_of_id", "theme_id", "title", "update_asked_on", "waits_for_id", "wake_on", "who_joins") VALUES (NEW."agreed_plan_id", NEW."answer_by", NEW."benefit", NEW."body_id", NEW."commissioner", NEW."contact", NEW."explorer_id", NEW."follow_on", NEW."gate_edition", NEW."halted_on", NEW."id", NEW."is_historic", NEW."key", NEW."kind", NEW."last_update_id", NEW."lead_id", NEW."merged_into_id", NEW."moved_by_award_id", NEW."moved_by_id", NEW."named_by_id", NEW."network_id", NEW."number", NEW."once_token", NEW."own_gate_edition", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phase", NEW."problem", NEW."proposal", NEW."public_reason", NEW."question_to_submitter", NEW."referred_to", NEW."return_stage", NEW."source", NEW."stage", NEW."stage_due_on", NEW."stage_since", NEW."started_on", NEW."started_precision", NEW."submitted_at", NEW."submitted_by_id", NEW."successor_of_id", NEW."theme_id", NEW."title", NEW."update_asked_on", NEW."waits_for_id", NEW."wake_on", NEW."who_joins"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_6e1ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_recusalevent" ("decision_id", "id", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "seat_id", "subject_id", "withdrawn_at") VALUES (NEW."decision_id", NEW."id", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."seat_id", NEW."subject_id", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_7024a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_seriesevent" ("area_id", "ended_on", "ended_reason", "id", "level", "made_at", "made_by_id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "subject_label", "subject_type", "version_id") VALUES (NEW."area_id", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."level", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."version_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_71fc4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_measureevent" ("added_at", "added_by_id", "id", "initiative_id", "kind", "network_id", "no_baseline_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "target") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", NEW."no_baseline_reason", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."series_id", NEW."target"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_776cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_absenceevent" ("from_on", "id", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "until_on", "withdrawn_at") VALUES (NEW."from_on", NEW."id", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id", NEW."until_on", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_78b1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_agreementevent" ("ends_on", "id", "kind", "last_mark", "network_id", "notice_months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preamble", "renewal_months", "slug", "source", "starts_on", "starts_precision", "supersedes_id", "text", "title") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."last_mark", NEW."network_id", NEW."notice_months", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."preamble", NEW."renewal_months", NEW."slug", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."supersedes_id", NEW."text", NEW."title"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_7bf23() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_haltevent" ("communication", "decision_id", "effect", "halted_at", "halted_by_id", "halted_on", "id", "initiative_id", "is_for_safety", "network_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."communication", NEW."decision_id", NEW."effect", NEW."halted_at", NEW."halted_by_id", NEW."halted_on", NEW."id", NEW."initiative_id", NEW."is_for_safety", NEW."network_id", NEW."outcome", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_82074() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_remeasurementevent" ("done_on", "due_on", "finding", "holds", "id", "initiative_id", "lapsed_at", "months", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (NEW."done_on", NEW."due_on", NEW."finding", NEW."holds", NEW."id", NEW."initiative_id", NEW."lapsed_at", NEW."months", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_820dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_lineownerevent" ("answer", "answered_at", "answered_by_id", "due_on", "embedding_id", "id", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."due_on", NEW."embedding_id", NEW."id", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_8683f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_indicatorevent" ("code", "ended_on", "ended_reason", "id", "name", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."name", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_8eb50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_bodyevent" ("area_id", "closed_on", "closing_reason", "founded_by_id", "founded_on", "founded_precision", "id", "is_default", "kind", "method", "name", "network_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "slug", "source", "term_until", "theme_id", "threshold_percent") VALUES (NEW."area_id", NEW."closed_on", NEW."closing_reason", NEW."founded_by_id", NEW."founded_on", NEW."founded_precision", NEW."id", NEW."is_default", NEW."kind", NEW."method", NEW."name", NEW."network_id", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."purpose", NEW."slug", NEW."source", NEW."term_until", NEW."theme_id", NEW."threshold_percent"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_9038c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_baselineevent" ("checked_at", "checked_by_id", "collected_at", "collected_by_id", "from_on", "id", "last_on", "limits", "locked_at", "locked_by_id", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "sha256", "state", "values") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."collected_at", NEW."collected_by_id", NEW."from_on", NEW."id", NEW."last_on", NEW."limits", NEW."locked_at", NEW."locked_by_id", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."series_id", NEW."sha256", NEW."state", NEW."values"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_91040() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_surveyroundevent" ("adjusted_for", "changes", "entered_at", "entered_by_id", "groups", "held_on", "highest", "id", "initiative_id", "instrument", "is_less_better", "licence_holder", "licence_until", "lowest", "moment", "n_answered", "n_asked", "n_paired", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scores", "source") VALUES (NEW."adjusted_for", NEW."changes", NEW."entered_at", NEW."entered_by_id", NEW."groups", NEW."held_on", NEW."highest", NEW."id", NEW."initiative_id", NEW."instrument", NEW."is_less_better", NEW."licence_holder", NEW."licence_until", NEW."lowest", NEW."moment", NEW."n_answered", NEW."n_asked", NEW."n_paired", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."scores", NEW."source"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_917a4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_decisionevent" ("amount_eur", "asks_money", "body_id", "closes_at", "decided_at", "decided_by_person_id", "decided_on", "decided_precision", "dossier", "effective_on", "escalated_from_id", "id", "mandate_id", "meeting_id", "method", "network_id", "number", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "proposal", "proposed_by_id", "public_reason", "ratifies_id", "reason", "recorded_at", "source", "status", "subject_id", "subject_label", "subject_stage", "subject_type", "supersedes_id", "template", "title", "type", "valid_at", "verdict") VALUES (NEW."amount_eur", NEW."asks_money", NEW."body_id", NEW."closes_at", NEW."decided_at", NEW."decided_by_person_id", NEW."decided_on", NEW."decided_precision", NEW."dossier", NEW."effective_on", NEW."escalated_from_id", NEW."id", NEW."mandate_id", NEW."meeting_id", NEW."method", NEW."network_id", NEW."number", NEW."options", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."proof", NEW."proposal", NEW."proposed_by_id", NEW."public_reason", NEW."ratifies_id", NEW."reason", NEW."recorded_at", NEW."source", NEW."status", NEW."subject_id", NEW."subject_label", NEW."subject_stage", NEW."subject_type", NEW."supersedes_id", NEW."template", NEW."title", NEW."type", NEW."valid_at", NEW."verdict"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_924a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_criteriasetevent" ("agreement_id", "id", "is_default", "kind", "moment", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "valid_from", "valid_until", "version") VALUES (NEW."agreement_id", NEW."id", NEW."is_default", NEW."kind", NEW."moment", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source", NEW."theme_id", NEW."valid_from", NEW."valid_until", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_9537a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_stepgainevent" ("chosen_at", "chosen_by_id", "id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source_kind", "target_kind") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."series_id", NEW."source_kind", NEW."target_kind"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_97912() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_spendingevent" ("amount_eur", "cost_type", "hours", "id", "initiative_id", "line_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "until_on", "year") VALUES (NEW."amount_eur", NEW."cost_type", NEW."hours", NEW."id", NEW."initiative_id", NEW."line_id", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."until_on", NEW."year"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_9a989() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_obligationevent" ("agreement_id", "answer", "answered_at", "answered_by_id", "article_id", "asked_at", "due_on", "every_months", "id", "met_on", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_text", "state", "text", "withdrawn_reason") VALUES (NEW."agreement_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."article_id", NEW."asked_at", NEW."due_on", NEW."every_months", NEW."id", NEW."met_on", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source_text", NEW."state", NEW."text", NEW."withdrawn_reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a028e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_pointnoteevent" ("id", "made_at", "made_by_id", "network_id", "period_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "text") VALUES (NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."period_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."series_id", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a0a0c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_lessonevent" ("advice", "context", "grade", "happened", "id", "initiative_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shared_at", "shared_by_id") VALUES (NEW."advice", NEW."context", NEW."grade", NEW."happened", NEW."id", NEW."initiative_id", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."shared_at", NEW."shared_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a0ae4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_answertemplateevent" ("id", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a1373() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_valueassessmentevent" ("amounts_eur", "amounts_origin", "chosen_at", "chosen_by_id", "comparison", "effect", "effect_unit", "groups", "holds_own_cost", "horizon_months", "id", "initiative_id", "is_less_better", "n_took_part", "network_id", "not_counted", "perspective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_index", "price_index_source", "price_year", "source", "why") VALUES (NEW."amounts_eur", NEW."amounts_origin", NEW."chosen_at", NEW."chosen_by_id", NEW."comparison", NEW."effect", NEW."effect_unit", NEW."groups", NEW."holds_own_cost", NEW."horizon_months", NEW."id", NEW."initiative_id", NEW."is_less_better", NEW."n_took_part", NEW."network_id", NEW."not_counted", NEW."perspective", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."price_index", NEW."price_index_source", NEW."price_year", NEW."source", NEW."why"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a781b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_portfolioviewevent" ("asked", "id", "is_shared", "name", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."asked", NEW."id", NEW."is_shared", NEW."name", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b5863() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_transferagreementevent" ("answer_within_hours", "delay_nights_max", "id", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_days", "recorded_by_id", "sent_before_leaving_hours", "valid_from", "valid_until") VALUES (NEW."answer_within_hours", NEW."delay_nights_max", NEW."id", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."readmission_days", NEW."recorded_by_id", NEW."sent_before_leaving_hours", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b99e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_fundingawardevent" ("amount_eur", "awarded_on", "decision_id", "id", "initiative_id", "line_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference") VALUES (NEW."amount_eur", NEW."awarded_on", NEW."decision_id", NEW."id", NEW."initiative_id", NEW."line_id", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_bde77() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_pointanswerevent" ("answered_at", "answered_by_id", "code", "gate", "id", "initiative_id", "link", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "text") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."code", NEW."gate", NEW."id", NEW."initiative_id", NEW."link", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."question", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_be524() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "documents_documentevent" ("added_at", "added_by_id", "annex", "id", "is_made_here", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "subject_id", "subject_label", "subject_type", "title", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."added_at", NEW."added_by_id", NEW."annex", NEW."id", NEW."is_made_here", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."point", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."title", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c7d58() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_growthneedevent" ("evidence", "id", "is_inferred", "met_by_id", "met_on", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "stage", "text") VALUES (NEW."evidence", NEW."id", NEW."is_inferred", NEW."met_by_id", NEW."met_on", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."source", NEW."stage", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c81ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_reportevent" ("ahead", "experience", "id", "initiative_id", "kind", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "settlement", "spent_eur", "written_at", "written_by_id") VALUES (NEW."ahead", NEW."experience", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."result", NEW."settlement", NEW."spent_eur", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_d0c0c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_noteevent" ("author_id", "id", "initiative_id", "n_changes", "network_id", "once_token", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "withdrawn_at", "withdrawn_reason", "written_at") VALUES (NEW."author_id", NEW."id", NEW."initiative_id", NEW."n_changes", NEW."network_id", NEW."once_token", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."readers", NEW."text", NEW."withdrawn_at", NEW."withdrawn_reason", NEW."written_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_db677() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_partnerevent" ("can_teach", "id", "joined_on", "kind", "left_on", "member_of_id", "n_organisations", "n_planned", "name", "network_id", "note", "offers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "status", "wants") VALUES (NEW."can_teach", NEW."id", NEW."joined_on", NEW."kind", NEW."left_on", NEW."member_of_id", NEW."n_organisations", NEW."n_planned", NEW."name", NEW."network_id", NEW."note", NEW."offers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."slug", NEW."status", NEW."wants"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_df2f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_embeddingplanevent" ("agreed_share_percent", "contract_clause", "figures", "id", "initiative_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remeasure", "structural_funding", "training", "work_instruction") VALUES (NEW."agreed_share_percent", NEW."contract_clause", NEW."figures", NEW."id", NEW."initiative_id", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."remeasure", NEW."structural_funding", NEW."training", NEW."work_instruction"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_dfc28() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_membershipevent" ("from_on", "id", "network_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."network_id", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."title", NEW."until_on"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e8e65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_conditionevent" ("decision_id", "due_on", "followed_by_id", "id", "lapsed_on", "lapsed_reason", "met_by_id", "met_note", "met_on", "network_id", "owner_name", "owner_partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."decision_id", NEW."due_on", NEW."followed_by_id", NEW."id", NEW."lapsed_on", NEW."lapsed_reason", NEW."met_by_id", NEW."met_note", NEW."met_on", NEW."network_id", NEW."owner_name", NEW."owner_partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_ea93f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_commitmentevent" ("amended_amount", "amount", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "due_on", "id", "initiative_id", "kind", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text") VALUES (NEW."amended_amount", NEW."amount", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."due_on", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."status", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f9dce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_datapurposeevent" ("agreement_id", "goal", "ground", "id", "longest_months", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."agreement_id", NEW."goal", NEW."ground", NEW."id", NEW."longest_months", NEW."network_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_ff04f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_runningriskevent" ("id", "impact", "initiative_id", "key", "likelihood", "measure", "network_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."impact", NEW."initiative_id", NEW."key", NEW."likelihood", NEW."measure", NEW."network_id", NEW."owner", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."state", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_fff49() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_voteevent" ("cast_at", "cast_by_id", "choice", "decision_id", "id", "is_deputy", "is_withdrawn", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seat_id") VALUES (NEW."cast_at", NEW."cast_by_id", NEW."choice", NEW."decision_id", NEW."id", NEW."is_deputy", NEW."is_withdrawn", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."seat_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_minutes_are_never_removed_f3585() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_money_is_awarded_before_the_start_a5fd7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
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
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_notes_are_withdrawn_c898c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_numbers_resolve_for_ever_6b680() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_419aa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_6b169() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_a1a29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_b856e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_c385c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_ff8c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_remarks_on_minutes_stay_961da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_reports_of_factors_stay_b1485() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_reports_of_waits_stay_93f72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_024dd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_indicatorevent" ("code", "ended_on", "ended_reason", "id", "name", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."name", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_0518f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_transferagreementevent" ("answer_within_hours", "delay_nights_max", "id", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_days", "recorded_by_id", "sent_before_leaving_hours", "valid_from", "valid_until") VALUES (NEW."answer_within_hours", NEW."delay_nights_max", NEW."id", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."readmission_days", NEW."recorded_by_id", NEW."sent_before_leaving_hours", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_05668() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_growthneedevent" ("evidence", "id", "is_inferred", "met_by_id", "met_on", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "stage", "text") VALUES (NEW."evidence", NEW."id", NEW."is_inferred", NEW."met_by_id", NEW."met_on", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."source", NEW."stage", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_127d4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_stepgainevent" ("chosen_at", "chosen_by_id", "id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source_kind", "target_kind") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."series_id", NEW."source_kind", NEW."target_kind"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_135b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_phasechangeevent" ("cause", "id", "made_at", "made_by_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "starts_on") VALUES (NEW."cause", NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."series_id", NEW."starts_on"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_155bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_pointnoteevent" ("id", "made_at", "made_by_id", "network_id", "period_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "text") VALUES (NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."period_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."series_id", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_17ab0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_agreementevent" ("ends_on", "id", "kind", "last_mark", "network_id", "notice_months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preamble", "renewal_months", "slug", "source", "starts_on", "starts_precision", "supersedes_id", "text", "title") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."last_mark", NEW."network_id", NEW."notice_months", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."preamble", NEW."renewal_months", NEW."slug", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."supersedes_id", NEW."text", NEW."title"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1bb61() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_planevent" ("communication", "competition_reason", "content", "frozen_at", "frozen_by_id", "hash", "id", "initiative_id", "is_frozen", "low_literacy", "needs_pilot", "network_id", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privacy_check", "restricts_competition", "result", "summary", "version") VALUES (NEW."communication", NEW."competition_reason", NEW."content", NEW."frozen_at", NEW."frozen_by_id", NEW."hash", NEW."id", NEW."initiative_id", NEW."is_frozen", NEW."low_literacy", NEW."needs_pilot", NEW."network_id", NEW."participation", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."privacy_check", NEW."restricts_competition", NEW."result", NEW."summary", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1fcd6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_decisionevent" ("amount_eur", "asks_money", "body_id", "closes_at", "decided_at", "decided_by_person_id", "decided_on", "decided_precision", "dossier", "effective_on", "escalated_from_id", "id", "mandate_id", "meeting_id", "method", "network_id", "number", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "proposal", "proposed_by_id", "public_reason", "ratifies_id", "reason", "recorded_at", "source", "status", "subject_id", "subject_label", "subject_stage", "subject_type", "supersedes_id", "template", "title", "type", "valid_at", "verdict") VALUES (NEW."amount_eur", NEW."asks_money", NEW."body_id", NEW."closes_at", NEW."decided_at", NEW."decided_by_person_id", NEW."decided_on", NEW."decided_precision", NEW."dossier", NEW."effective_on", NEW."escalated_from_id", NEW."id", NEW."mandate_id", NEW."meeting_id", NEW."method", NEW."network_id", NEW."number", NEW."options", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."proof", NEW."proposal", NEW."proposed_by_id", NEW."public_reason", NEW."ratifies_id", NEW."reason", NEW."recorded_at", NEW."source", NEW."status", NEW."subject_id", NEW."subject_label", NEW."subject_stage", NEW."subject_type", NEW."supersedes_id", NEW."template", NEW."title", NEW."type", NEW."valid_at", NEW."verdict"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_20cdf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_haltevent" ("communication", "decision_id", "effect", "halted_at", "halted_by_id", "halted_on", "id", "initiative_id", "is_for_safety", "network_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."communication", NEW."decision_id", NEW."effect", NEW."halted_at", NEW."halted_by_id", NEW."halted_on", NEW."id", NEW."initiative_id", NEW."is_for_safety", NEW."network_id", NEW."outcome", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_2831e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_consentrequestevent" ("amount_eur", "decision_id", "given_at", "given_by_id", "ground", "hours", "id", "is_required", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."amount_eur", NEW."decision_id", NEW."given_at", NEW."given_by_id", NEW."ground", NEW."hours", NEW."id", NEW."is_required", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_319a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_pointanswerevent" ("answered_at", "answered_by_id", "code", "gate", "id", "initiative_id", "link", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "text") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."code", NEW."gate", NEW."id", NEW."initiative_id", NEW."link", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."question", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_33030() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "public_publicationevent" ("approved_at", "approved_by_id", "for_whom", "id", "initiative_id", "is_published", "network_id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "title", "what") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."for_whom", NEW."id", NEW."initiative_id", NEW."is_published", NEW."network_id", NEW."next_step", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."result", NEW."title", NEW."what"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_331ce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_obligationevent" ("agreement_id", "answer", "answered_at", "answered_by_id", "article_id", "asked_at", "due_on", "every_months", "id", "met_on", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_text", "state", "text", "withdrawn_reason") VALUES (NEW."agreement_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."article_id", NEW."asked_at", NEW."due_on", NEW."every_months", NEW."id", NEW."met_on", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source_text", NEW."state", NEW."text", NEW."withdrawn_reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_37b24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_commitmentevent" ("amended_amount", "amount", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "due_on", "id", "initiative_id", "kind", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text") VALUES (NEW."amended_amount", NEW."amount", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."due_on", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."status", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_3d6f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_adoptionevent" ("component_id", "id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "since_on", "state") VALUES (NEW."component_id", NEW."id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."since_on", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_424d4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_voteevent" ("cast_at", "cast_by_id", "choice", "decision_id", "id", "is_deputy", "is_withdrawn", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "seat_id") VALUES (NEW."cast_at", NEW."cast_by_id", NEW."choice", NEW."decision_id", NEW."id", NEW."is_deputy", NEW."is_withdrawn", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."seat_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_44f43() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_lessonevent" ("advice", "context", "grade", "happened", "id", "initiative_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shared_at", "shared_by_id") VALUES (NEW."advice", NEW."context", NEW."grade", NEW."happened", NEW."id", NEW."initiative_id", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."shared_at", NEW."shared_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_46374() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_conditionevent" ("decision_id", "due_on", "followed_by_id", "id", "lapsed_on", "lapsed_reason", "met_by_id", "met_note", "met_on", "network_id", "owner_name", "owner_partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."decision_id", NEW."due_on", NEW."followed_by_id", NEW."id", NEW."lapsed_on", NEW."lapsed_reason", NEW."met_by_id", NEW."met_note", NEW."met_on", NEW."network_id", NEW."owner_name", NEW."owner_partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_466c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_partnerevent" ("can_teach", "id", "joined_on", "kind", "left_on", "member_of_id", "n_organisations", "n_planned", "name", "network_id", "note", "offers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "status", "wants") VALUES (NEW."can_teach", NEW."id", NEW."joined_on", NEW."kind", NEW."left_on", NEW."member_of_id", NEW."n_organisations", NEW."n_planned", NEW."name", NEW."network_id", NEW."note", NEW."offers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."slug", NEW."status", NEW."wants"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_56aa7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_membershipevent" ("from_on", "id", "network_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."network_id", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."title", NEW."until_on"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_56b53() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_remeasurementevent" ("done_on", "due_on", "finding", "holds", "id", "initiative_id", "lapsed_at", "months", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (NEW."done_on", NEW."due_on", NEW."finding", NEW."holds", NEW."id", NEW."initiative_id", NEW."lapsed_at", NEW."months", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5881b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_seriesevent" ("area_id", "ended_on", "ended_reason", "id", "level", "made_at", "made_by_id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "subject_label", "subject_type", "version_id") VALUES (NEW."area_id", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."level", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."version_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5cf3f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_absenceevent" ("from_on", "id", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "until_on", "withdrawn_at") VALUES (NEW."from_on", NEW."id", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."until_on", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_63708() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_chainstationevent" ("coupled_at", "coupled_by_id", "id", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."coupled_at", NEW."coupled_by_id", NEW."id", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_67dda() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_criteriasetevent" ("agreement_id", "id", "is_default", "kind", "moment", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "valid_from", "valid_until", "version") VALUES (NEW."agreement_id", NEW."id", NEW."is_default", NEW."kind", NEW."moment", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source", NEW."theme_id", NEW."valid_from", NEW."valid_until", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_6e51b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_lineownerevent" ("answer", "answered_at", "answered_by_id", "due_on", "embedding_id", "id", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."due_on", NEW."embedding_id", NEW."id", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_75929() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_seatevent" ("body_id", "constituency", "from_on", "id", "is_chair", "is_secretary", "is_voting", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "until_on", "weight") VALUES (NEW."body_id", NEW."constituency", NEW."from_on", NEW."id", NEW."is_chair", NEW."is_secretary", NEW."is_voting", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."until_on", NEW."weight"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_787d1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_measureevent" ("added_at", "added_by_id", "id", "initiative_id", "kind", "network_id", "no_baseline_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "target") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", NEW."no_baseline_reason", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."series_id", NEW."target"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_79144() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_answertemplateevent" ("id", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."id", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_7d7ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_reportevent" ("ahead", "experience", "id", "initiative_id", "kind", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "settlement", "spent_eur", "written_at", "written_by_id") VALUES (NEW."ahead", NEW."experience", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."result", NEW."settlement", NEW."spent_eur", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_84927() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_bottleneckevent" ("area_id", "cause", "figure", "heard_from", "id", "idea_token", "named_at", "named_by_id", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "story", "target", "title") VALUES (NEW."area_id", NEW."cause", NEW."figure", NEW."heard_from", NEW."id", NEW."idea_token", NEW."named_at", NEW."named_by_id", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source", NEW."state", NEW."state_reason", NEW."story", NEW."target", NEW."title"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_87726() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_chainnormevent" ("id", "level", "most_days", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "source", "target", "unit", "valid_from", "valid_until") VALUES (NEW."id", NEW."level", NEW."most_days", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id", NEW."source", NEW."target", NEW."unit", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_8e8cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_recusalevent" ("decision_id", "id", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "seat_id", "subject_id", "withdrawn_at") VALUES (NEW."decision_id", NEW."id", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."seat_id", NEW."subject_id", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_915d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_chainindicatorevent" ("chosen_at", "chosen_by_id", "id", "last_on", "level", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "target") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."last_on", NEW."level", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."series_id", NEW."source", NEW."target"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9741f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_bodyevent" ("area_id", "closed_on", "closing_reason", "founded_by_id", "founded_on", "founded_precision", "id", "is_default", "kind", "method", "name", "network_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "slug", "source", "term_until", "theme_id", "threshold_percent") VALUES (NEW."area_id", NEW."closed_on", NEW."closing_reason", NEW."founded_by_id", NEW."founded_on", NEW."founded_precision", NEW."id", NEW."is_default", NEW."kind", NEW."method", NEW."name", NEW."network_id", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."purpose", NEW."slug", NEW."source", NEW."term_until", NEW."theme_id", NEW."threshold_percent"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a016a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_valuelineevent" ("added_at", "added_by_id", "assessment_id", "direction", "id", "moment", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_eur", "price_year", "purse", "same_as_id", "share_percent", "sort", "source", "unit", "volume", "what", "year") VALUES (NEW."added_at", NEW."added_by_id", NEW."assessment_id", NEW."direction", NEW."id", NEW."moment", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."price_eur", NEW."price_year", NEW."purse", NEW."same_as_id", NEW."share_percent", NEW."sort", NEW."source", NEW."unit", NEW."volume", NEW."what", NEW."year"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a3ed6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "documents_documentevent" ("added_at", "added_by_id", "annex", "id", "is_made_here", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "subject_id", "subject_label", "subject_type", "title", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."added_at", NEW."added_by_id", NEW."annex", NEW."id", NEW."is_made_here", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."point", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."title", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ab4ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_mandateevent" ("body_id", "ceiling_eur", "consents", "decision_types", "delegated_to", "ending_decision_id", "id", "method", "network_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_decision_id", "stages", "valid_from", "valid_until") VALUES (NEW."body_id", NEW."ceiling_eur", NEW."consents", NEW."decision_types", NEW."delegated_to", NEW."ending_decision_id", NEW."id", NEW."method", NEW."network_id", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source_decision_id", NEW."stages", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_b6c3b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_initiativeevent" ("agreed_plan_id", "answer_by", "benefit", "body_id", "commissioner", "contact", "explorer_id", "follow_on", "gate_edition", "halted_on", "id", "is_historic", "key", "kind", "last_update_id", "lead_id", "merged_into_id", "moved_by_award_id", "moved_by_id", "named_by_id", "network_id", "number", "once_token", "own_gate_edition", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "problem", "proposal", "public_reason", "question_to_submitter", "referred_to", "return_stage", "source", "stage", "stage_due_on", "stage_since", "started_on", "started_precision", "submitted_at", "submitted_by_id", "successor_of_id", "theme_id", "title", "update_asked_on", "waits_for_id", "wake_on", "who_joins") VALUES (NEW."agreed_plan_id", NEW."answer_by", NEW."benefit", NEW."body_id", NEW."commissioner", NEW."contact", NEW."explorer_id", NEW."follow_on", NEW."gate_edition", NEW."halted_on", NEW."id", NEW."is_historic", NEW."key", NEW."kind", NEW."last_update_id", NEW."lead_id", NEW."merged_into_id", NEW."moved_by_award_id", NEW."moved_by_id", NEW."named_by_id", NEW."network_id", NEW."number", NEW."once_token", NEW."own_gate_edition", NEW."partner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phase", NEW."problem", NEW."proposal", NEW."public_reason", NEW."question_to_submitter", NEW."referred_to", NEW."return_stage", NEW."source", NEW."stage", NEW."stage_due_on", NEW."stage_since", NEW."started_on", NEW."started_precision", NEW."submitted_at", NEW."submitted_by_id", NEW."successor_of_id", NEW."theme_id", NEW."title", NEW."update_asked_on", NEW."waits_for_id", NEW."wake_on", NEW."who_joins"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_b709d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_articleevent" ("agreement_id", "heading", "id", "mark", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."agreement_id", NEW."heading", NEW."id", NEW."mark", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."text"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_c5201() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_portfolioviewevent" ("asked", "id", "is_shared", "name", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."asked", NEW."id", NEW."is_shared", NEW."name", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_cceaf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_fundingawardevent" ("amount_eur", "awarded_on", "decision_id", "id", "initiative_id", "line_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference") VALUES (NEW."amount_eur", NEW."awarded_on", NEW."decision_id", NEW."id", NEW."initiative_id", NEW."line_id", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d4b23() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_valueassessmentevent" ("amounts_eur", "amounts_origin", "chosen_at", "chosen_by_id", "comparison", "effect", "effect_unit", "groups", "holds_own_cost", "horizon_months", "id", "initiative_id", "is_less_better", "n_took_part", "network_id", "not_counted", "perspective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_index", "price_index_source", "price_year", "source", "why") VALUES (NEW."amounts_eur", NEW."amounts_origin", NEW."chosen_at", NEW."chosen_by_id", NEW."comparison", NEW."effect", NEW."effect_unit", NEW."groups", NEW."holds_own_cost", NEW."horizon_months", NEW."id", NEW."initiative_id", NEW."is_less_better", NEW."n_took_part", NEW."network_id", NEW."not_counted", NEW."perspective", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."price_index", NEW."price_index_source", NEW."price_year", NEW."source", NEW."why"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_dac1b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "carechain_datapurposeevent" ("agreement_id", "goal", "ground", "id", "longest_months", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."agreement_id", NEW."goal", NEW."ground", NEW."id", NEW."longest_months", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_deb21() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_spendingevent" ("amount_eur", "cost_type", "hours", "id", "initiative_id", "line_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "until_on", "year") VALUES (NEW."amount_eur", NEW."cost_type", NEW."hours", NEW."id", NEW."initiative_id", NEW."line_id", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."until_on", NEW."year"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_df833() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_noteevent" ("author_id", "id", "initiative_id", "n_changes", "network_id", "once_token", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "withdrawn_at", "withdrawn_reason", "written_at") VALUES (NEW."author_id", NEW."id", NEW."initiative_id", NEW."n_changes", NEW."network_id", NEW."once_token", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."readers", NEW."text", NEW."withdrawn_at", NEW."withdrawn_reason", NEW."written_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e3397() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "governance_seattenureevent" ("from_on", "id", "kind", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "until_on") VALUES (NEW."from_on", NEW."id", NEW."kind", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."seat_id", NEW."until_on"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e3c5b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_assessmentevent" ("criteria_set_id", "id", "initiative_id", "is_recused", "moment", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rater_id", "recusal_reason", "remark", "seat_id", "submitted_at", "version") VALUES (NEW."criteria_set_id", NEW."id", NEW."initiative_id", NEW."is_recused", NEW."moment", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rater_id", NEW."recusal_reason", NEW."remark", NEW."seat_id", NEW."submitted_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e53a0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_fundinglineevent" ("apply_by", "ceiling_eur", "closed_on", "conditions", "earmark", "funder_id", "funder_name", "id", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."apply_by", NEW."ceiling_eur", NEW."closed_on", NEW."conditions", NEW."earmark", NEW."funder_id", NEW."funder_name", NEW."id", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e9138() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_surveyroundevent" ("adjusted_for", "changes", "entered_at", "entered_by_id", "groups", "held_on", "highest", "id", "initiative_id", "instrument", "is_less_better", "licence_holder", "licence_until", "lowest", "moment", "n_answered", "n_asked", "n_paired", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scores", "source") VALUES (NEW."adjusted_for", NEW."changes", NEW."entered_at", NEW."entered_by_id", NEW."groups", NEW."held_on", NEW."highest", NEW."id", NEW."initiative_id", NEW."instrument", NEW."is_less_better", NEW."licence_holder", NEW."licence_until", NEW."lowest", NEW."moment", NEW."n_answered", NEW."n_asked", NEW."n_paired", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."scores", NEW."source"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_eacd1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "measuring_baselineevent" ("checked_at", "checked_by_id", "collected_at", "collected_by_id", "from_on", "id", "last_on", "limits", "locked_at", "locked_by_id", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "sha256", "state", "values") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."collected_at", NEW."collected_by_id", NEW."from_on", NEW."id", NEW."last_on", NEW."limits", NEW."locked_at", NEW."locked_by_id", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."series_id", NEW."sha256", NEW."state", NEW."values"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ed22a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_embeddingplanevent" ("agreed_share_percent", "contract_clause", "figures", "id", "initiative_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remeasure", "structural_funding", "training", "work_instruction") VALUES (NEW."agreed_share_percent", NEW."contract_clause", NEW."figures", NEW."id", NEW."initiative_id", NEW."network_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."remeasure", NEW."structural_funding", NEW."training", NEW."work_instruction"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_f473f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "initiatives_runningriskevent" ("id", "impact", "initiative_id", "key", "likelihood", "measure", "network_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."impact", NEW."initiative_id", NEW."key", NEW."likelihood", NEW."measure", NEW."network_id", NEW."owner", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."state", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_value_cards_stay_37dd7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_verdicts_stay_37c81() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_votes_stand_when_the_decision_is_taken_a166a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        if (select status from governance_decision where id = coalesce(new.decision_id, old.decision_id)) <> 'open' then
            raise exception 'the decision is taken, its votes stand' using errcode = 'check_violation';
        end if;
        return coalesce(new, old);
    
                END;
            $$;
CREATE FUNCTION public.pgtrigger_what_a_party_was_asked_stays_36aa0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_what_was_measured_stays_30314() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_what_was_reported_stays_ee434() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_what_was_told_of_factors_stays_8b9b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;



CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION search.asked(words text, OUT exact tsquery, OUT wide tsquery) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog'
    AS $$
declare
    stem text;
    alike text[];
    is_plain boolean;
begin
    exact := websearch_to_tsquery('search.dutch', words);
    wide := exact;
    is_plain := exact::text !~ '!|<[-0-9]+>';
    for stem in select distinct m[1] from regexp_matches(exact::text, '''([^''\\]+)''', 'g') m loop
        if length(stem) < 4 then
            continue;
        end if;
        alike := array(select distinct one from unnest(
            array[stem, stem || 's', (ts_lexize('pg_catalog.dutch_stem', stem))[1],
                  case right(stem, 1) when 'z' then left(stem, -1) || 's' when 's' then left(stem, -1) || 'z'
                                      when 'v' then left(stem, -1) || 'f' when 'f' then left(stem, -1) || 'v' end]
            ) one where length(one) > 2 order by one);
        exact := ts_rewrite(exact, ('''' || stem || '''')::tsquery,
            (select string_agg('''' || one || '''', ' | ') from unnest(alike) one)::tsquery);
        wide := ts_rewrite(wide, ('''' || stem || '''')::tsquery,
            (select string_agg('''' || one || '''' || case when is_plain and length(one) > 3 then ':*' else '' end, ' | ')
             from unnest(alike) one
             where not (is_plain and exists (
                select from unnest(alike) shorter
                where length(shorter) > 3 and shorter <> one and starts_with(one, shorter))))::tsquery);
    end loop;
end $$;
CREATE FUNCTION search.documents_document_keeps_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_document(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.documents_documenttext_keeps_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'DELETE' then
        changed := array(select o.version_id from old_rows o);
    else
        changed := array(select n.version_id from new_rows n);
    end if;
    perform search.keep_document(array(
        select distinct v.document_id from public.documents_documentversion v where v.id = any(changed)));
    return null;
end $$;
CREATE FUNCTION search.documents_documentversion_keeps_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.document_id from new_rows n where n.document_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.document_id from old_rows o where o.document_id is not null);
    else
        changed := array(select n.document_id from new_rows n where n.document_id is not null union select o.document_id from old_rows o where o.document_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_document(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_agendaitem_keeps_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.meeting_id from new_rows n where n.meeting_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.meeting_id from old_rows o where o.meeting_id is not null);
    else
        changed := array(select n.meeting_id from new_rows n where n.meeting_id is not null union select o.meeting_id from old_rows o where o.meeting_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_meeting(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_body_keeps_body() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_body(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_body_keeps_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select distinct n.id from new_rows n join old_rows o on o.id = n.id where row(n.name) is distinct from row(o.name));
    end if;
    changed := array(select distinct m.id from public.governance_meeting m where m.body_id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_meeting(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_body_keeps_minutes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select distinct n.id from new_rows n join old_rows o on o.id = n.id where row(n.name) is distinct from row(o.name));
    end if;
    changed := array(select distinct v.id from public.governance_minutes v join public.governance_meeting m on m.id = v.meeting_id where m.body_id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_minutes(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_condition_keeps_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.decision_id from new_rows n where n.decision_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.decision_id from old_rows o where o.decision_id is not null);
    else
        changed := array(select n.decision_id from new_rows n where n.decision_id is not null union select o.decision_id from old_rows o where o.decision_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_decision(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_decision_keeps_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_decision(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_meeting_keeps_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_meeting(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_meeting_keeps_minutes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select distinct n.id from new_rows n join old_rows o on o.id = n.id where row(n.title, n.starts_at) is distinct from row(o.title, o.starts_at));
    end if;
    changed := array(select distinct v.id from public.governance_minutes v where v.meeting_id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_minutes(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_minutes_keeps_minutes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_minutes(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.governance_minutesremark_keeps_minutes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.minutes_id from new_rows n where n.minutes_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.minutes_id from old_rows o where o.minutes_id is not null);
    else
        changed := array(select n.minutes_id from new_rows n where n.minutes_id is not null union select o.minutes_id from old_rows o where o.minutes_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_minutes(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.hits(wanted uuid, exact tsquery, wide tsquery, of_kinds text[], n_rows integer) RETURNS TABLE(text_id uuid, of_kind text, n bigint, is_all boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
declare
    marks uuid[] := search.my_marks();
    sees_all boolean := tenancy.is_system();
begin
    if not coalesce(wanted = any (tenancy.my_networks()), false) then
        return;
    end if;
    is_all := (select count(*) from (
        select from public.search_findabletext t
        where t.network_id = wanted and t.vector @@ wide and (sees_all or t.readers is null or t.readers && marks)
        limit 3000 + 1) counted) <= 3000;
    if is_all then
        return query
        with found as materialized (
            select t.id, t.kind, ts_rank(t.vector, exact, 1) + 0.2 * ts_rank(t.vector, wide, 1) as weight, t.at
            from public.search_findabletext t
            where t.network_id = wanted and t.vector @@ wide and (sees_all or t.readers is null or t.readers && marks)
        ), best as (
            select f.id, f.kind::text from found f where of_kinds is null or f.kind = any (of_kinds)
            order by f.weight * search.pull(f.kind, f.at) desc, f.at desc nulls last, f.id
            limit n_rows
        )
        select null::uuid, f.kind::text, count(*), true from found f group by f.kind
        union all
        select b.id, b.kind, null::bigint, true from best b;
    else
        -- One line without a text, so that who asks knows that not all were counted, also when nothing is given.
        return query select null::uuid, null::text, null::bigint, false;
        return query
        with kinds as (
            select k.kind from (select distinct unnest(coalesce(of_kinds, array['initiative', 'decision', 'meeting', 'document', 'note', 'exploration', 'plan', 'embedding', 'lesson', 'partner', 'body', 'agreement', 'ambition', 'minutes'])) as kind) k
        ), chosen as materialized (
            (select t.id, t.kind, t.vector, t.at from public.search_findabletext t
             where t.network_id = wanted and ts_filter(t.vector, '{a}') @@ wide
               and (of_kinds is null or t.kind = any (of_kinds))
               and (sees_all or t.readers is null or t.readers && marks)
             limit 3000 / 2)
            union all
            (select n.id, n.kind, n.vector, n.at from kinds k cross join lateral (
                select t.id, t.kind, t.vector, t.at from public.search_findabletext t
                where t.network_id = wanted and t.kind = k.kind and t.vector @@ wide
                  and (sees_all or t.readers is null or t.readers && marks)
                order by t.at desc nulls last limit 3000 / 2 / (select count(*) from kinds)) n)
        ), best as (
            select s.id, s.kind::text,
                max(ts_rank(s.vector, exact, 1) + 0.2 * ts_rank(s.vector, wide, 1)) as weight, max(s.at) as at
            from chosen s group by s.id, s.kind
        )
        select b.id, b.kind, null::bigint, false from best b
        order by b.weight * search.pull(b.kind, b.at) desc, b.at desc nulls last, b.id
        limit n_rows;
    end if;
end $$;
CREATE FUNCTION search.index_again(of_kind text, things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if not tenancy.is_system() then
        raise exception 'only the platform itself indexes a network' using errcode = 'insufficient_privilege';
    end if;
    case of_kind
        when 'initiative' then perform search.keep_initiative(things);
        when 'decision' then perform search.keep_decision(things);
        when 'meeting' then perform search.keep_meeting(things);
        when 'document' then perform search.keep_document(things);
        when 'note' then perform search.keep_note(things);
        when 'exploration' then perform search.keep_exploration(things);
        when 'plan' then perform search.keep_plan(things);
        when 'embedding' then perform search.keep_embedding(things);
        when 'lesson' then perform search.keep_lesson(things);
        when 'partner' then perform search.keep_partner(things);
        when 'body' then perform search.keep_body(things);
        when 'agreement' then perform search.keep_agreement(things);
        when 'ambition' then perform search.keep_ambition(things);
        when 'minutes' then perform search.keep_minutes(things);
        else raise exception 'there is no kind %', of_kind;
    end case;
end $$;
CREATE FUNCTION search.initiatives_activity_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.plan_id from new_rows n where n.plan_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.plan_id from old_rows o where o.plan_id is not null);
    else
        changed := array(select n.plan_id from new_rows n where n.plan_id is not null union select o.plan_id from old_rows o where o.plan_id is not null);
    end if;
    changed := array(select distinct p.initiative_id from public.initiatives_plan p where p.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_budgetline_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.plan_id from new_rows n where n.plan_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.plan_id from old_rows o where o.plan_id is not null);
    else
        changed := array(select n.plan_id from new_rows n where n.plan_id is not null union select o.plan_id from old_rows o where o.plan_id is not null);
    end if;
    changed := array(select distinct p.initiative_id from public.initiatives_plan p where p.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_embeddingplan_keeps_embedding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.initiative_id from new_rows n where n.initiative_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.initiative_id from old_rows o where o.initiative_id is not null);
    else
        changed := array(select n.initiative_id from new_rows n where n.initiative_id is not null union select o.initiative_id from old_rows o where o.initiative_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_embedding(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_exploration_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.initiative_id from new_rows n where n.initiative_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.initiative_id from old_rows o where o.initiative_id is not null);
    else
        changed := array(select n.initiative_id from new_rows n where n.initiative_id is not null union select o.initiative_id from old_rows o where o.initiative_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_explorationquestion_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.exploration_id from new_rows n where n.exploration_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.exploration_id from old_rows o where o.exploration_id is not null);
    else
        changed := array(select n.exploration_id from new_rows n where n.exploration_id is not null union select o.exploration_id from old_rows o where o.exploration_id is not null);
    end if;
    changed := array(select distinct e.initiative_id from public.initiatives_exploration e where e.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_factor_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.exploration_id from new_rows n where n.exploration_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.exploration_id from old_rows o where o.exploration_id is not null);
    else
        changed := array(select n.exploration_id from new_rows n where n.exploration_id is not null union select o.exploration_id from old_rows o where o.exploration_id is not null);
    end if;
    changed := array(select distinct e.initiative_id from public.initiatives_exploration e where e.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_initiative_keeps_initiative() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_initiative(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_initiative_keeps_note() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select distinct n.id from new_rows n join old_rows o on o.id = n.id where row(n.lead_id, n.explorer_id, n.body_id) is distinct from row(o.lead_id, o.explorer_id, o.body_id));
    end if;
    changed := array(select distinct n.id from public.initiatives_note n where n.initiative_id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_note(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_lesson_keeps_lesson() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_lesson(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_milestone_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.plan_id from new_rows n where n.plan_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.plan_id from old_rows o where o.plan_id is not null);
    else
        changed := array(select n.plan_id from new_rows n where n.plan_id is not null union select o.plan_id from old_rows o where o.plan_id is not null);
    end if;
    changed := array(select distinct p.initiative_id from public.initiatives_plan p where p.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_note_keeps_note() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_note(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_option_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.exploration_id from new_rows n where n.exploration_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.exploration_id from old_rows o where o.exploration_id is not null);
    else
        changed := array(select n.exploration_id from new_rows n where n.exploration_id is not null union select o.exploration_id from old_rows o where o.exploration_id is not null);
    end if;
    changed := array(select distinct e.initiative_id from public.initiatives_exploration e where e.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_partnerview_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.exploration_id from new_rows n where n.exploration_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.exploration_id from old_rows o where o.exploration_id is not null);
    else
        changed := array(select n.exploration_id from new_rows n where n.exploration_id is not null union select o.exploration_id from old_rows o where o.exploration_id is not null);
    end if;
    changed := array(select distinct e.initiative_id from public.initiatives_exploration e where e.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_payereffect_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.exploration_id from new_rows n where n.exploration_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.exploration_id from old_rows o where o.exploration_id is not null);
    else
        changed := array(select n.exploration_id from new_rows n where n.exploration_id is not null union select o.exploration_id from old_rows o where o.exploration_id is not null);
    end if;
    changed := array(select distinct e.initiative_id from public.initiatives_exploration e where e.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_plan_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.initiative_id from new_rows n where n.initiative_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.initiative_id from old_rows o where o.initiative_id is not null);
    else
        changed := array(select n.initiative_id from new_rows n where n.initiative_id is not null union select o.initiative_id from old_rows o where o.initiative_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_plangoal_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.plan_id from new_rows n where n.plan_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.plan_id from old_rows o where o.plan_id is not null);
    else
        changed := array(select n.plan_id from new_rows n where n.plan_id is not null union select o.plan_id from old_rows o where o.plan_id is not null);
    end if;
    changed := array(select distinct p.initiative_id from public.initiatives_plan p where p.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_planrole_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.plan_id from new_rows n where n.plan_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.plan_id from old_rows o where o.plan_id is not null);
    else
        changed := array(select n.plan_id from new_rows n where n.plan_id is not null union select o.plan_id from old_rows o where o.plan_id is not null);
    end if;
    changed := array(select distinct p.initiative_id from public.initiatives_plan p where p.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_report_keeps_embedding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.initiative_id from new_rows n where n.initiative_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.initiative_id from old_rows o where o.initiative_id is not null);
    else
        changed := array(select n.initiative_id from new_rows n where n.initiative_id is not null union select o.initiative_id from old_rows o where o.initiative_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_embedding(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_risk_keeps_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.plan_id from new_rows n where n.plan_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.plan_id from old_rows o where o.plan_id is not null);
    else
        changed := array(select n.plan_id from new_rows n where n.plan_id is not null union select o.plan_id from old_rows o where o.plan_id is not null);
    end if;
    changed := array(select distinct p.initiative_id from public.initiatives_plan p where p.id = any(changed));
    if cardinality(changed) > 0 then
        perform search.keep_plan(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.initiatives_storyevent_keeps_initiative() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.initiative_id from new_rows n where n.initiative_id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.initiative_id from old_rows o where o.initiative_id is not null);
    else
        changed := array(select n.initiative_id from new_rows n where n.initiative_id is not null union select o.initiative_id from old_rows o where o.initiative_id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_initiative(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.keep_agreement(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'agreement' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'agreement' and t.subject_id = any(things)
          and not exists (select 1 from search.of_agreement(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'agreement', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_agreement(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'agreement'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_ambition(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    
    perform 1 from public.search_findabletext t
        where t.kind = 'ambition' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'ambition' and t.subject_id = any(things)
          and not exists (select 1 from search.of_ambition(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'ambition', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body,
            state, at, readers
        from search.of_ambition(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'ambition'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_body(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'body' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'body' and t.subject_id = any(things)
          and not exists (select 1 from search.of_body(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'body', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_body(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'body'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_decision(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'decision' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'decision' and t.subject_id = any(things)
          and not exists (select 1 from search.of_decision(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'decision', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_decision(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'decision'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_document(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'document' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'document' and t.subject_id = any(things)
          and not exists (select 1 from search.of_document(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'document', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_document(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'document'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_embedding(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('search of ' || one.thing::text, 0))
        from (select unnest(things) as thing order by 1) one
        where not exists (select 1 from public.search_findabletext t
            where t.kind = 'embedding' and t.subject_id = one.thing);
    perform 1 from public.search_findabletext t
        where t.kind = 'embedding' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'embedding' and t.subject_id = any(things)
          and not exists (select 1 from search.of_embedding(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'embedding', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body,
            state, at, readers
        from search.of_embedding(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'embedding'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_exploration(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'exploration' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'exploration' and t.subject_id = any(things)
          and not exists (select 1 from search.of_exploration(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'exploration', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_exploration(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'exploration'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_initiative(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'initiative' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'initiative' and t.subject_id = any(things)
          and not exists (select 1 from search.of_initiative(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'initiative', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_initiative(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'initiative'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_lesson(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'lesson' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'lesson' and t.subject_id = any(things)
          and not exists (select 1 from search.of_lesson(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'lesson', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_lesson(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'lesson'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_meeting(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'meeting' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'meeting' and t.subject_id = any(things)
          and not exists (select 1 from search.of_meeting(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'meeting', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_meeting(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'meeting'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_minutes(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'minutes' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'minutes' and t.subject_id = any(things)
          and not exists (select 1 from search.of_minutes(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'minutes', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_minutes(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'minutes'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_note(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'note' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'note' and t.subject_id = any(things)
          and not exists (select 1 from search.of_note(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'note', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_note(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'note'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_partner(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'partner' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'partner' and t.subject_id = any(things)
          and not exists (select 1 from search.of_partner(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'partner', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_partner(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'partner'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.keep_plan(things uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = 'plan' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = 'plan' and t.subject_id = any(things)
          and not exists (select 1 from search.of_plan(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, 'plan', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\x02\x03', '') as title,
            translate(label, E'\x02\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\x02\x03', ''), E'\n\s*\n', E'\n', 'g'), E'\n ') as body, state, at, readers
        from search.of_plan(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = 'plan'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
CREATE FUNCTION search.my_marks() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select case when tenancy.me() is null then '{}'::uuid[] else array(
        select tenancy.me()
        union select unnest(tenancy.my_managed_networks())
        union select s.body_id from public.governance_seattenure t
            join public.governance_seat s on s.id = t.seat_id
            where t.person_id = tenancy.me() and t.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (t.until_on is null or t.until_on > (now() at time zone 'Europe/Amsterdam')::date)) end
$$;
CREATE FUNCTION search.network_agreement_keeps_agreement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_agreement(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.network_ambition_keeps_ambition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if tg_op = 'DELETE' then
        perform search.keep_ambition(array(select o.id from old_rows o));
    else
        perform search.keep_ambition(array(select n.id from new_rows n));
    end if;
    return null;
end $$;
CREATE FUNCTION search.network_partner_keeps_exploration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select distinct n.id from new_rows n join old_rows o on o.id = n.id where row(n.name) is distinct from row(o.name));
    end if;
    changed := array(select distinct e.initiative_id from public.initiatives_partnerview v join public.initiatives_exploration e on e.id = v.exploration_id where v.partner_id = any(changed) and v.is_given);
    if cardinality(changed) > 0 then
        perform search.keep_exploration(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.network_partner_keeps_partner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.id from new_rows n where n.id is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.id from old_rows o where o.id is not null);
    else
        changed := array(select n.id from new_rows n where n.id is not null union select o.id from old_rows o where o.id is not null);
    end if;
    
    if cardinality(changed) > 0 then
        perform search.keep_partner(changed);
    end if;
    return null;
end $$;
CREATE FUNCTION search.of_agreement(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select a.network_id, a.id, null::uuid, a.slug, '', a.title, '', a.text, '', a.starts_on::timestamptz, null::uuid[]
        from public.network_agreement a where a.id = any($1)$_$;
CREATE FUNCTION search.of_ambition(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
    select a.network_id, a.id, null::uuid, '', a.code, a.text, '', '', '', null::timestamptz, null::uuid[]
    from public.network_ambition a where a.id = any($1)$_$;
CREATE FUNCTION search.of_body(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select b.network_id, b.id, null::uuid, b.slug, '', b.name, '', concat_ws(E'\n', b.purpose, b.closing_reason),
            case when b.closed_on is null then '' else 'ended' end, b.founded_on::timestamptz, null::uuid[]
        from public.governance_body b where b.id = any($1)$_$;
CREATE FUNCTION search.of_decision(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select d.network_id, d.id, null::uuid, d.number, d.number, d.title, d.subject_label,
            concat_ws(E'\n', d.proposal, d.public_reason, d.reason,
                (select string_agg(c.text, E'\n' order by c.due_on, c.id)
                 from public.governance_condition c where c.decision_id = d.id)),
            d.status, coalesce(d.decided_on::timestamptz, d.recorded_at), null::uuid[]
        from public.governance_decision d where d.id = any($1)$_$;
CREATE FUNCTION search.of_document(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
    select d.network_id, d.id, null::uuid, d.id::text, '', d.title, d.subject_label,
        concat_ws(E'\n', d.withdrawn_reason,
            (select string_agg(concat_ws(E'\n', case when d.withdrawn_at is null then v.file_name end, v.why), E'\n'
                    order by v.number desc)
             from public.documents_documentversion v where v.document_id = d.id)
            , (select x.text from public.documents_documentversion v
                join public.documents_documenttext x on x.version_id = v.id
                where v.document_id = d.id and d.withdrawn_at is null order by v.number desc limit 1)),
        case when d.withdrawn_at is null then '' else 'withdrawn' end, d.added_at, null::uuid[]
    from public.documents_document d where d.id = any($1)$_$;
CREATE FUNCTION search.of_embedding(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select i.network_id, i.id, i.id, i.number, '', '', '',
            concat_ws(E'\n', e.structural_funding, e.work_instruction, e.training, e.figures, e.contract_clause,
                e.remeasure,
                (select string_agg(concat_ws(E'\n', r.result, r.experience, r.settlement, r.ahead), E'\n'
                        order by r.written_at, r.id)
                 from public.initiatives_report r where r.initiative_id = i.id)),
            '', (select max(r.written_at) from public.initiatives_report r where r.initiative_id = i.id), null::uuid[]
        from public.initiatives_initiative i
        left join public.initiatives_embeddingplan e on e.initiative_id = i.id
        where i.id = any($1)
          and (e.id is not null or exists (select 1 from public.initiatives_report r where r.initiative_id = i.id))$_$;
CREATE FUNCTION search.of_exploration(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select distinct on (e.initiative_id) e.network_id, i.id, i.id, i.number, '', '', '',
            concat_ws(E'\n', e.advice, e.findings, e.problem_picture, e.resident_voice, e.prior_art,
                e.embedding_sketch,
                (select string_agg(concat_ws(E'\n', q.text, q.answer), E'\n' order by q.position)
                 from public.initiatives_explorationquestion q where q.exploration_id = e.id),
                (select string_agg(concat_ws(E'\n', o.name, o.text, o.pros, o.cons), E'\n' order by o.position)
                 from public.initiatives_option o where o.exploration_id = e.id),
                (select string_agg(concat_ws(E'\n', p.name, v.interest, v.worry, v.contribution), E'\n'
                        order by p.name)
                 from public.initiatives_partnerview v join public.network_partner p on p.id = v.partner_id
                 where v.exploration_id = e.id and v.is_given),
                (select string_agg(concat_ws(E'\n', f.helps, f.hinders), E'\n' order by f.kind)
                 from public.initiatives_factor f where f.exploration_id = e.id),
                (select string_agg(concat_ws(E'\n', l.pays, l.gains), E'\n' order by l.law)
                 from public.initiatives_payereffect l where l.exploration_id = e.id)),
            '', e.starts_on::timestamptz, null::uuid[]
        from public.initiatives_exploration e join public.initiatives_initiative i on i.id = e.initiative_id
        where e.initiative_id = any($1) order by e.initiative_id, e.attempt desc$_$;
CREATE FUNCTION search.of_initiative(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select i.network_id, i.id, i.id, i.number, i.number, i.title, '',
            concat_ws(E'\n', i.problem, i.proposal, i.benefit, i.who_joins, i.public_reason,
                (select string_agg(concat_ws(E'\n', e.title, e.text), E'\n' order by e.recorded_at, e.id)
                 from public.initiatives_storyevent e where e.initiative_id = i.id and e.text <> '')),
            i.stage, coalesce(i.submitted_at, i.stage_since::timestamptz, i.started_on::timestamptz), null::uuid[]
        from public.initiatives_initiative i where i.id = any($1)$_$;
CREATE FUNCTION search.of_lesson(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select l.network_id, l.id, i.id, '', '', l.advice, '', concat_ws(E'\n', l.context, l.happened), '',
            l.shared_at, null::uuid[]
        from public.initiatives_lesson l join public.initiatives_initiative i on i.id = l.initiative_id
        where l.id = any($1)$_$;
CREATE FUNCTION search.of_meeting(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select m.network_id, m.id, null::uuid, m.number, m.number, coalesce(nullif(m.title, ''), b.name), b.name,
            concat_ws(E'\n', m.place, m.secretary_note, m.cancelled_reason,
                (select string_agg(concat_ws(E'\n', i.title, i.note), E'\n' order by i.position, i.id)
                 from public.governance_agendaitem i where i.meeting_id = m.id)),
            case when m.cancelled_at is null then m.status else 'called_off' end, m.starts_at, null::uuid[]
        from public.governance_meeting m join public.governance_body b on b.id = m.body_id where m.id = any($1)$_$;
CREATE FUNCTION search.of_minutes(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
    select v.network_id, v.id, null::uuid, m.number, '', coalesce(nullif(m.title, ''), b.name), m.number,
        concat_ws(E'\n', v.text,
            (select string_agg(concat_ws(E'\n', r.text, r.reason), E'\n' order by r.added_at, r.id)
             from public.governance_minutesremark r where r.minutes_id = v.id)),
        v.status, m.starts_at, null::uuid[]
    from public.governance_minutes v join public.governance_meeting m on m.id = v.meeting_id
        join public.governance_body b on b.id = m.body_id
    where v.id = any($1)$_$;
CREATE FUNCTION search.of_note(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select n.network_id, n.id, i.id, i.number, '', '', '', n.text, '', n.written_at,
            case when n.readers = 'network' then null
                 else array_remove(array[n.author_id, i.lead_id, i.explorer_id, i.body_id, n.network_id], null) end
        from public.initiatives_note n join public.initiatives_initiative i on i.id = n.initiative_id
        where n.id = any($1) and n.withdrawn_at is null$_$;
CREATE FUNCTION search.of_partner(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select p.network_id, p.id, null::uuid, p.slug, '', p.name, '',
            concat_ws(E'\n', p.note, p.wants, p.offers, p.can_teach), p.status, p.joined_on::timestamptz,
            null::uuid[]
        from public.network_partner p where p.id = any($1)$_$;
CREATE FUNCTION search.of_plan(uuid[]) RETURNS SETOF search.text
    LANGUAGE sql STABLE
    AS $_$
        select distinct on (p.initiative_id) p.network_id, i.id, i.id, i.number, '', '', '',
            concat_ws(E'\n', p.summary, p.result, p.communication, p.low_literacy, p.participation,
                p.privacy_check, p.competition_reason,
                (select string_agg(concat_ws(E'\n', g.text, g.measure), E'\n' order by g.position)
                 from public.initiatives_plangoal g where g.plan_id = p.id),
                (select string_agg(a.text, E'\n' order by a.position)
                 from public.initiatives_activity a where a.plan_id = p.id),
                (select string_agg(m.text, E'\n' order by m.position)
                 from public.initiatives_milestone m where m.plan_id = p.id),
                (select string_agg(l.text, E'\n' order by l.position)
                 from public.initiatives_budgetline l where l.plan_id = p.id),
                (select string_agg(concat_ws(E'\n', r.text, r.measure), E'\n' order by r.position)
                 from public.initiatives_risk r where r.plan_id = p.id),
                (select string_agg(concat_ws(E'\n', o.name, o.tasks), E'\n' order by o.position)
                 from public.initiatives_planrole o where o.plan_id = p.id)),
            '', p.frozen_at, null::uuid[]
        from public.initiatives_plan p join public.initiatives_initiative i on i.id = p.initiative_id
        where p.initiative_id = any($1) order by p.initiative_id, p.version desc$_$;
CREATE FUNCTION search.plain(words text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog'
    AS $$ select lower(public.unaccent('public.unaccent', words)) $$;
CREATE FUNCTION search.pull(kind text, at timestamp with time zone) RETURNS double precision
    LANGUAGE sql STABLE
    AS $$
    select (case when kind in ('initiative', 'partner', 'body') then 1.5 else 1 end)
        * (1 + 0.1 * coalesce(1 / (1 + greatest(extract(epoch from now() - at), 0) / 31557600.0), 0))
$$;
CREATE FUNCTION search.resembling(wanted uuid, words text, n_rows integer) RETURNS TABLE(text_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
declare
    marks uuid[] := search.my_marks();
    sees_all boolean := tenancy.is_system();
    typed text := search.plain(words);
begin
    if not coalesce(wanted = any (tenancy.my_networks()), false) then
        return;
    end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.55', true);
    return query
        select f.id from (
            select t.id, t.plain_title, t.at from public.search_findabletext t
            where t.network_id = wanted and t.plain_title operator(public.%>) typed
              and (sees_all or t.readers is null or t.readers && marks)
            limit 300
        ) f
        order by public.word_similarity(typed, f.plain_title) desc, f.at desc nulls last, f.id
        limit n_rows;
end $$;
CREATE FUNCTION search.things(wanted uuid, of_kind text) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
begin
    if wanted <> all (tenancy.my_networks()) or not tenancy.is_system() then
        raise exception 'only the platform itself indexes a network' using errcode = 'insufficient_privilege';
    end if;
    return case of_kind
        when 'initiative' then array(select distinct h.id from public.initiatives_initiative h where h.network_id = wanted)
        when 'decision' then array(select distinct h.id from public.governance_decision h where h.network_id = wanted)
        when 'meeting' then array(select distinct h.id from public.governance_meeting h where h.network_id = wanted)
        when 'document' then array(select distinct h.id from public.documents_document h where h.network_id = wanted)
        when 'note' then array(select distinct h.id from public.initiatives_note h where h.network_id = wanted)
        when 'exploration' then array(select distinct h.initiative_id from public.initiatives_exploration h where h.network_id = wanted)
        when 'plan' then array(select distinct h.initiative_id from public.initiatives_plan h where h.network_id = wanted)
        when 'embedding' then array(select distinct h.id from public.initiatives_initiative h where h.network_id = wanted)
        when 'lesson' then array(select distinct h.id from public.initiatives_lesson h where h.network_id = wanted)
        when 'partner' then array(select distinct h.id from public.network_partner h where h.network_id = wanted)
        when 'body' then array(select distinct h.id from public.governance_body h where h.network_id = wanted)
        when 'agreement' then array(select distinct h.id from public.network_agreement h where h.network_id = wanted)
        when 'ambition' then array(select distinct h.id from public.network_ambition h where h.network_id = wanted)
        when 'minutes' then array(select distinct h.id from public.governance_minutes h where h.network_id = wanted)
        else '{}'::uuid[] end || array(select t.subject_id from public.search_findabletext t
            where t.network_id = wanted and t.kind = of_kind);
end $$;
CREATE FUNCTION search.vector_of(title text, label text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog'
    AS $$
    select setweight(to_tsvector('search.dutch', translate(title, '<>', '  ')), 'A')
        || setweight(to_tsvector('search.dutch', translate(label, '<>', '  ')), 'B')
        || setweight(to_tsvector('search.dutch', translate(body, '<>', '  ')), 'D')
$$;
CREATE FUNCTION tenancy.all_networks() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$ select array(select n.id from public.network_network n order by n.id) $$;
CREATE FUNCTION tenancy.beat() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
declare
    changed uuid;
begin
    if tg_table_name = 'network_network' then
        changed := new.id;
    elsif tg_op = 'DELETE' then
        changed := old.network_id;
    else
        changed := new.network_id;
    end if;
    if current_setting('schakel.beat', true) is distinct from changed || '|' || pg_current_xact_id() then
        perform tenancy.raise_beat(changed);
        perform set_config('schakel.beat', changed || '|' || pg_current_xact_id(), true);
    end if;
    return null;
end $$;
CREATE FUNCTION tenancy.beat_where_it_takes_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    declare
        found uuid;
    begin
        for found in
            select p.network_id from public.network_partner p where p.organisation_id = new.id order by p.network_id
        loop
            perform tenancy.raise_beat(found);
        end loop;
        return null;
    end $$;
CREATE FUNCTION tenancy.calendar_link(secret text, OUT link_id uuid, OUT network_id uuid, OUT person_id uuid) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select l.id, l.network_id, l.person_id from public.governance_calendarlink l
    where l.secret_hash = secret and l.ended_at is null
$$;
CREATE FUNCTION tenancy.context(OUT kind text, OUT subject uuid) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $_$
declare
    token text := current_setting('schakel.context', true);
    part text[];
    key tenancy.signing_key;
begin
    if token is null or token = '' then
        return;
    end if;
    part := string_to_array(token, '|');
    if array_length(part, 1) is distinct from 4 or part[3] !~ '^[0-9]{1,12}$' then
        return;
    end if;
    if part[3]::bigint < extract(epoch from clock_timestamp()) then
        return;
    end if;
    select * into key from tenancy.signing_key;
    if not found or part[4] is distinct from encode(sha256(key.outer_pad || sha256(key.inner_pad ||
            convert_to(part[1] || '|' || part[2] || '|' || part[3], 'UTF8'))), 'hex') then
        return;
    end if;
    kind := part[1];
    subject := part[2]::uuid;
end $_$;
CREATE FUNCTION tenancy.is_system() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select coalesce((select c.kind = 'system' from tenancy.context() c), false)
$$;
CREATE FUNCTION tenancy.listed_networks() RETURNS TABLE(network_id uuid, n_partners bigint, n_themes bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select n.id,
            (select count(*) from public.network_partner p
              where p.network_id = n.id and p.member_of_id is null and p.status in ('owner', 'partner')),
            (select count(*) from public.network_theme t where t.network_id = n.id)
        from public.network_network n where n.is_listed
    $$;
CREATE FUNCTION tenancy.may_read_public(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select coalesce(tenancy.visited_network() = wanted, false)
            or wanted = any(coalesce(tenancy.my_networks(), '{}'::uuid[]))
    $$;
CREATE FUNCTION tenancy.me() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$ select c.subject from tenancy.context() c where c.kind = 'person' $$;
CREATE FUNCTION tenancy.my_initiatives() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select case c.kind when 'person' then array(
            select i.id from public.initiatives_initiative i
            where i.network_id = any(tenancy.my_networks())
              and (i.lead_id = c.subject or i.explorer_id = c.subject or i.body_id in (
                select s.body_id from public.governance_seattenure t
                join public.governance_seat s on s.id = t.seat_id
                where t.person_id = c.subject
                  and t.from_on <= (now() at time zone 'Europe/Amsterdam')::date
                  and (t.until_on is null or t.until_on > (now() at time zone 'Europe/Amsterdam')::date))))
            else '{}'::uuid[] end
        from tenancy.context() c
    $$;
CREATE FUNCTION tenancy.my_managed_networks() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select case c.kind when 'person' then array(
            select distinct m.network_id from public.network_membership m
            where m.person_id = c.subject and m.role = 'manager'
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
            else '{}'::uuid[] end
        from tenancy.context() c
    $$;
CREATE FUNCTION tenancy.my_networks() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select case c.kind
        when 'system' then array[c.subject]
        when 'person' then array(
            select distinct m.network_id from public.network_membership m
            where m.person_id = c.subject
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
        else '{}'::uuid[] end
    from tenancy.context() c
$$;
CREATE FUNCTION tenancy.my_organisations() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select case c.kind
        when 'person' then array(
            select distinct m.partner_id from public.network_membership m
            where m.person_id = c.subject and m.partner_id is not null
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
        else '{}'::uuid[] end
    from tenancy.context() c
$$;
CREATE FUNCTION tenancy.networks_of(person uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select array(
        select distinct m.network_id from public.network_membership m, tenancy.context() c
        where m.person_id = person
          and ((c.kind = 'person' and c.subject = person) or (c.kind = 'system' and c.subject = m.network_id))
          and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
          and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
$$;
CREATE FUNCTION tenancy.only_own_organisations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
    begin
        if not exists (
            select 1 from public.network_partner p
            where p.organisation_id = new.id and p.network_id = any((select tenancy.my_networks())::uuid[])
        ) then
            raise exception 'only a network in which an organisation takes part writes its numbers'
                using errcode = 'insufficient_privilege';
        end if;
        return new;
    end $$;
CREATE FUNCTION tenancy.public_decisions(wanted uuid, most integer) RETURNS TABLE(number text, initiative text, body text, decided_on date, decided_precision text, verdict text, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select d.number, i.number, b.name, d.decided_on, d.decided_precision,
               (select o ->> 'label' from jsonb_array_elements(d.options) o where o ->> 'code' = d.verdict limit 1),
               d.public_reason
          from public.governance_decision d
          join public.initiatives_initiative i on i.id = d.subject_id
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.governance_body b on b.id = d.body_id
         where d.network_id = wanted and d.status = 'valid' and tenancy.may_read_public(wanted)
           and not tenancy.submitter_waits(wanted, i.submitted_by_id, d.id)
         order by d.decided_on desc nulls last, d.number desc limit most
    $$;
CREATE FUNCTION tenancy.public_decisions(wanted uuid, most integer, today date, about text DEFAULT ''::text, known text DEFAULT ''::text) RETURNS TABLE(number text, initiative text, body text, decided_on date, decided_precision text, verdict text, reason text, replaced_by text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select d.number, i.number, b.name, d.decided_on, d.decided_precision,
               (select o ->> 'label' from jsonb_array_elements(d.options) o where o ->> 'code' = d.verdict limit 1),
               d.public_reason,
               (select l.number
                  from public.governance_decision l
                  join public.initiatives_initiative li on li.id = l.subject_id
                  join public.public_publication lp on lp.initiative_id = li.id and lp.is_published
                 where l.network_id = wanted and l.supersedes_id = d.id and l.status = 'valid'
                   and not tenancy.submitter_waits(wanted, li.submitted_by_id, l.id)
                   and not exists (select 1 from public.governance_mandate m
                                    where m.network_id = wanted and m.source_decision_id = d.id
                                      and m.valid_until > today)
                 limit 1)
          from public.governance_decision d
          join public.initiatives_initiative i on i.id = d.subject_id
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.governance_body b on b.id = d.body_id
         where d.network_id = wanted and d.status = 'valid' and tenancy.may_read_public(wanted)
           and about in ('', i.number) and known in ('', d.number)
           and not tenancy.submitter_waits(wanted, i.submitted_by_id, d.id)
         order by d.decided_on desc nulls last, d.number desc limit most
    $$;
CREATE FUNCTION tenancy.public_initiatives(wanted uuid) RETURNS TABLE(initiative_id uuid, number text, stage text, theme text, since date, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select i.id, i.number,
               case when w.waits then coalesce(nullif(w.from_stage, ''), 'submitted') else i.stage end,
               t.name,
               case when w.waits then null else i.stage_since end,
               case when w.waits then '' else i.public_reason end
          from public.initiatives_initiative i
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.network_theme t on t.id = i.theme_id
          left join lateral (
              select s.from_stage, tenancy.submitter_waits(wanted, i.submitted_by_id, s.decision_id) as waits
                from public.initiatives_stagemove s
               where s.initiative_id = i.id and s.decision_id = i.moved_by_id
          ) w on true
         where i.network_id = wanted and tenancy.may_read_public(wanted)
         order by i.number desc
    $$;
CREATE FUNCTION tenancy.public_places(wanted uuid) RETURNS TABLE(initiative_id uuid, area_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select a.initiative_id, a.area_id
          from public.initiatives_initiativearea a
          join public.public_publication p on p.initiative_id = a.initiative_id and p.is_published
         where a.network_id = wanted and tenancy.may_read_public(wanted)
    $$;
CREATE FUNCTION tenancy.pulse_of(network uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select coalesce((select p.beats from tenancy.pulse p where p.network_id = network), 0)
$$;
CREATE FUNCTION tenancy.raise_beat(network uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    insert into tenancy.pulse as p (network_id, beats, raised_by) values (network, 1, pg_current_xact_id())
    on conflict (network_id) do update set beats = p.beats + 1, raised_by = excluded.raised_by
    where p.raised_by <> excluded.raised_by
$$;
CREATE FUNCTION tenancy.reads_note(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select coalesce((
            select n.readers = 'network'
                or n.author_id = tenancy.me()
                or n.network_id = any(tenancy.my_managed_networks())
                or n.initiative_id = any(tenancy.my_initiatives())
            from public.initiatives_note n
            where n.id = wanted and n.network_id = any(tenancy.my_networks())), false)
    $$;
CREATE FUNCTION tenancy.share_the_journal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
    begin
        perform pg_advisory_xact_lock_shared(727110001);
        return null;
    end $$;
CREATE FUNCTION tenancy.submitter_waits(wanted uuid, submitter uuid, decision uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select exists (
            select 1 from public.notices_notice n left join public.notices_mail m on m.id = n.mail_id
             where n.network_id = wanted and n.person_id = submitter and n.read_at is null
               and n.key in ('decided:' || decision::text, 'answer:' || decision::text)
               and (n.delivery = '' or m.state in ('waiting', 'sending'))
        )
    $$;
CREATE FUNCTION tenancy.takes_part_elsewhere(organisation uuid, network uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
        select network = any((select tenancy.my_networks())::uuid[]) and exists (
            select 1 from public.network_partner p where p.organisation_id = organisation and p.network_id <> network)
    $$;
CREATE FUNCTION tenancy.visited_network() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    select c.subject from tenancy.context() c where c.kind = 'visitor'
$$;
CREATE TEXT SEARCH CONFIGURATION search.dutch (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR asciiword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR word WITH public.unaccent, dutch_stem;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR hword_part WITH public.unaccent, dutch_stem;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR hword_asciipart WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR asciihword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR hword WITH public.unaccent, dutch_stem;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION search.dutch
    ADD MAPPING FOR uint WITH simple;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_bottleneck (
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    story text NOT NULL,
    cause character varying(16) NOT NULL,
    origin character varying(12) NOT NULL,
    heard_from character varying(120) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    figure jsonb NOT NULL,
    state character varying(12) NOT NULL,
    state_reason text NOT NULL,
    named_at timestamp with time zone NOT NULL,
    idea_token uuid,
    area_id uuid,
    named_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_bottleneck_of_a_link_names_both_ends CHECK (((NOT ((origin)::text = 'link'::text)) OR ((NOT ((source)::text = ''::text)) AND (NOT ((target)::text = ''::text))))),
    CONSTRAINT a_bottleneck_says_what_happens CHECK (((NOT ((title)::text = ''::text)) AND (NOT (story = ''::text)))),
    CONSTRAINT a_bottleneck_that_ends_says_why CHECK ((((state)::text = ANY (ARRAY[('open'::character varying)::text, ('taken_up'::character varying)::text])) OR (NOT (state_reason = ''::text))))
);

ALTER TABLE ONLY public.carechain_bottleneck FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_bottleneckevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    story text NOT NULL,
    cause character varying(16) NOT NULL,
    origin character varying(12) NOT NULL,
    heard_from character varying(120) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    figure jsonb NOT NULL,
    state character varying(12) NOT NULL,
    state_reason text NOT NULL,
    named_at timestamp with time zone NOT NULL,
    idea_token uuid,
    area_id uuid,
    named_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_bottleneckevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_bottleneckevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_bottleneckevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_bottleneckvote (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    bottleneck_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_bottleneckvote FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_chaincut (
    id uuid NOT NULL,
    since character varying(7) NOT NULL,
    until character varying(7) NOT NULL,
    trait character varying(20) NOT NULL,
    value character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    worked_out_at timestamp with time zone,
    log_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_cut_by_a_trait_says_which_value CHECK (((((trait)::text = ''::text) AND ((value)::text = ''::text)) OR (NOT ((trait)::text = ''::text)))),
    CONSTRAINT a_cut_leaves_something_out CHECK (((NOT ((since)::text = ''::text)) OR (NOT ((until)::text = ''::text)) OR (NOT ((trait)::text = ''::text))))
);

ALTER TABLE ONLY public.carechain_chaincut FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_chainindicator (
    id uuid NOT NULL,
    level character varying(12) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    last_on date,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_chainindicator FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_chainindicatorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    level character varying(12) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    last_on date,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_chainindicatorevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainindicatorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_chainindicatorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_chainlink (
    id uuid NOT NULL,
    level character varying(12) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    n integer NOT NULL,
    n_waits integer NOT NULL,
    n_overlaps integer NOT NULL,
    mean_s double precision,
    p50_s double precision,
    p80_s double precision,
    p90_s double precision,
    n_waiting integer NOT NULL,
    days jsonb NOT NULL,
    months jsonb NOT NULL,
    waiting jsonb NOT NULL,
    network_id uuid NOT NULL,
    log_id uuid NOT NULL,
    breaks jsonb NOT NULL,
    is_closed boolean NOT NULL,
    cut_id uuid,
    workdays jsonb DEFAULT '{}'::jsonb NOT NULL,
    hours jsonb DEFAULT '{}'::jsonb NOT NULL,
    workhours jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT carechain_chainlink_n_check CHECK ((n >= 0)),
    CONSTRAINT carechain_chainlink_n_overlaps_check CHECK ((n_overlaps >= 0)),
    CONSTRAINT carechain_chainlink_n_waiting_check CHECK ((n_waiting >= 0)),
    CONSTRAINT carechain_chainlink_n_waits_check CHECK ((n_waits >= 0)),
    CONSTRAINT overlaps_and_waits_make_up_a_link CHECK ((n = (n_waits + n_overlaps)))
);

ALTER TABLE ONLY public.carechain_chainlink FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_chainnorm (
    id uuid NOT NULL,
    level character varying(12) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    most_days smallint NOT NULL,
    percent smallint NOT NULL,
    origin character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    network_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    unit character varying(10) DEFAULT 'days'::character varying NOT NULL,
    CONSTRAINT a_chain_norm_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT a_chain_norm_in_hours_is_two_weeks_at_most CHECK ((((unit)::text = ANY (ARRAY[('days'::character varying)::text, ('workdays'::character varying)::text])) OR (most_days <= 336))),
    CONSTRAINT a_chain_norm_is_for_some_of_hundred CHECK (((percent >= 1) AND (percent <= 100))),
    CONSTRAINT a_chain_norm_says_who_says_so CHECK ((NOT ((origin)::text = ''::text))),
    CONSTRAINT carechain_chainnorm_most_days_check CHECK ((most_days >= 0)),
    CONSTRAINT carechain_chainnorm_percent_check CHECK ((percent >= 0))
);

ALTER TABLE ONLY public.carechain_chainnorm FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_chainnormevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    level character varying(12) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    most_days smallint NOT NULL,
    percent smallint NOT NULL,
    origin character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    unit character varying(10) DEFAULT 'days'::character varying NOT NULL,
    CONSTRAINT carechain_chainnormevent_most_days_check CHECK ((most_days >= 0)),
    CONSTRAINT carechain_chainnormevent_percent_check CHECK ((percent >= 0))
);

ALTER TABLE ONLY public.carechain_chainnormevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainnormevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_chainnormevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_chainstation (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    coupled_at timestamp with time zone NOT NULL,
    coupled_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    CONSTRAINT a_station_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE ONLY public.carechain_chainstation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_chainstationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    coupled_at timestamp with time zone NOT NULL,
    coupled_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_chainstationevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainstationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_chainstationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_datapurpose (
    id uuid NOT NULL,
    goal text NOT NULL,
    ground text NOT NULL,
    longest_months smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    network_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT a_data_purpose_says_for_what_and_why CHECK (((NOT (goal = ''::text)) AND (NOT (ground = ''::text)))),
    CONSTRAINT carechain_datapurpose_longest_months_check CHECK ((longest_months >= 0)),
    CONSTRAINT event_data_is_not_kept_for_ever CHECK (((longest_months >= 1) AND (longest_months <= 120)))
);

ALTER TABLE ONLY public.carechain_datapurpose FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_datapurposeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    goal text NOT NULL,
    ground text NOT NULL,
    longest_months smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT carechain_datapurposeevent_longest_months_check CHECK ((longest_months >= 0))
);

ALTER TABLE ONLY public.carechain_datapurposeevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_datapurposeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_datapurposeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_eventlog (
    id uuid NOT NULL,
    title character varying(120) NOT NULL,
    filename character varying(200) NOT NULL,
    n_bytes bigint NOT NULL,
    is_pseudonymised boolean NOT NULL,
    keep_until date NOT NULL,
    state character varying(12) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    columns jsonb NOT NULL,
    mapping jsonb NOT NULL,
    closing jsonb NOT NULL,
    cut_off date,
    counts jsonb NOT NULL,
    rejects jsonb NOT NULL,
    answer jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    first_on date,
    last_on date,
    prepared_at timestamp with time zone,
    words character varying(500) NOT NULL,
    removal_asked_at timestamp with time zone,
    network_id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    sent_by_id uuid NOT NULL,
    kind character varying(12) NOT NULL,
    CONSTRAINT a_log_that_is_ready_says_when CHECK (((NOT ((state)::text = 'ready'::text)) OR (prepared_at IS NOT NULL))),
    CONSTRAINT an_unreadable_log_says_why CHECK (((NOT ((state)::text = 'unreadable'::text)) OR (NOT ((words)::text = ''::text)))),
    CONSTRAINT carechain_eventlog_n_bytes_check CHECK ((n_bytes >= 0))
);

ALTER TABLE ONLY public.carechain_eventlog FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_logpiece (
    id uuid NOT NULL,
    number integer NOT NULL,
    data bytea NOT NULL,
    log_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT carechain_logpiece_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.carechain_logpiece FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_stepgain (
    id uuid NOT NULL,
    source_kind character varying(20) NOT NULL,
    target_kind character varying(20) NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_stepgain FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_stepgainevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    source_kind character varying(20) NOT NULL,
    target_kind character varying(20) NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.carechain_stepgainevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_stepgainevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_stepgainevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_transferagreement (
    id uuid NOT NULL,
    answer_within_hours smallint NOT NULL,
    sent_before_leaving_hours smallint NOT NULL,
    delay_nights_max smallint NOT NULL,
    readmission_days smallint NOT NULL,
    percent smallint NOT NULL,
    origin character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    network_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT a_transfer_agreement_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT a_transfer_agreement_is_for_some_of_hundred CHECK (((percent >= 1) AND (percent <= 100))),
    CONSTRAINT a_transfer_agreement_says_who_says_so CHECK ((NOT ((origin)::text = ''::text))),
    CONSTRAINT carechain_transferagreement_answer_within_hours_check CHECK ((answer_within_hours >= 0)),
    CONSTRAINT carechain_transferagreement_delay_nights_max_check CHECK ((delay_nights_max >= 0)),
    CONSTRAINT carechain_transferagreement_percent_check CHECK ((percent >= 0)),
    CONSTRAINT carechain_transferagreement_readmission_days_check CHECK ((readmission_days >= 0)),
    CONSTRAINT carechain_transferagreement_sent_before_leaving_hours_check CHECK ((sent_before_leaving_hours >= 0))
);

ALTER TABLE ONLY public.carechain_transferagreement FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_transferagreementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    answer_within_hours smallint NOT NULL,
    sent_before_leaving_hours smallint CONSTRAINT carechain_transferagreemente_sent_before_leaving_hours_not_null NOT NULL,
    delay_nights_max smallint NOT NULL,
    readmission_days smallint NOT NULL,
    percent smallint NOT NULL,
    origin character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT carechain_transferagreementeven_sent_before_leaving_hours_check CHECK ((sent_before_leaving_hours >= 0)),
    CONSTRAINT carechain_transferagreementevent_answer_within_hours_check CHECK ((answer_within_hours >= 0)),
    CONSTRAINT carechain_transferagreementevent_delay_nights_max_check CHECK ((delay_nights_max >= 0)),
    CONSTRAINT carechain_transferagreementevent_percent_check CHECK ((percent >= 0)),
    CONSTRAINT carechain_transferagreementevent_readmission_days_check CHECK ((readmission_days >= 0))
);

ALTER TABLE ONLY public.carechain_transferagreementevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_transferagreementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.carechain_transferagreementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.carechain_transferstep (
    id uuid NOT NULL,
    source_kind character varying(20) NOT NULL,
    target_kind character varying(20) NOT NULL,
    source character varying(200) NOT NULL,
    target character varying(200) NOT NULL,
    n_people integer NOT NULL,
    facts jsonb NOT NULL,
    reasons jsonb NOT NULL,
    log_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT carechain_transferstep_n_people_check CHECK ((n_people >= 0))
);

ALTER TABLE ONLY public.carechain_transferstep FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_waitfactors (
    id uuid NOT NULL,
    month_on date NOT NULL,
    number smallint NOT NULL,
    reason text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    n_professionals integer,
    fte numeric(7,2),
    vacancies_fte numeric(7,2),
    n_left integer,
    entered_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    replaced_by_id uuid,
    CONSTRAINT a_corrected_report_of_factors_says_why CHECK (((number = 1) OR (NOT (reason = ''::text)))),
    CONSTRAINT a_report_of_factors_does_not_replace_itself CHECK (((replaced_by_id IS NULL) OR (NOT ((replaced_by_id = id) AND (replaced_by_id IS NOT NULL))))),
    CONSTRAINT carechain_waitfactors_n_left_check CHECK ((n_left >= 0)),
    CONSTRAINT carechain_waitfactors_n_professionals_check CHECK ((n_professionals >= 0)),
    CONSTRAINT carechain_waitfactors_number_check CHECK ((number >= 0)),
    CONSTRAINT no_fewer_than_no_hours_are_worked CHECK ((((fte IS NULL) OR (fte >= (0)::numeric)) AND ((vacancies_fte IS NULL) OR (vacancies_fte >= (0)::numeric))))
);

ALTER TABLE ONLY public.carechain_waitfactors FORCE ROW LEVEL SECURITY;
CREATE TABLE public.carechain_waitreport (
    id uuid NOT NULL,
    month_on date NOT NULL,
    number smallint NOT NULL,
    reason text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    phase character varying(1) NOT NULL,
    split character varying(12) NOT NULL,
    split_name character varying(80) NOT NULL,
    unit character varying(8) NOT NULL,
    mean_wait numeric(7,2),
    n_started integer,
    within_percent numeric(5,2),
    n_waiting integer,
    entered_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    purpose_id uuid NOT NULL,
    replaced_by_id uuid,
    slot_wait numeric(7,2),
    CONSTRAINT a_corrected_report_of_waits_says_why CHECK (((number = 1) OR (NOT (reason = ''::text)))),
    CONSTRAINT a_mean_wait_is_over_people CHECK ((((mean_wait IS NULL) AND (n_started IS NULL)) OR ((mean_wait IS NULL) AND (n_started = 0)) OR ((mean_wait >= (0)::numeric) AND (n_started >= 1)))),
    CONSTRAINT a_part_of_the_people_has_a_name CHECK (((((split)::text = ''::text) AND ((split_name)::text = ''::text)) OR ((NOT ((split)::text = ''::text)) AND (NOT ((split_name)::text = ''::text))))),
    CONSTRAINT a_report_of_waits_does_not_replace_itself CHECK (((replaced_by_id IS NULL) OR (NOT ((replaced_by_id = id) AND (replaced_by_id IS NOT NULL))))),
    CONSTRAINT a_share_within_the_norm_is_of_people CHECK (((within_percent IS NULL) OR ((n_started >= 1) AND (within_percent >= (0)::numeric) AND (within_percent <= (100)::numeric)))),
    CONSTRAINT a_third_free_slot_is_of_one_phase_and_still_to_come CHECK (((slot_wait IS NULL) OR ((slot_wait >= (0)::numeric) AND (NOT ((phase)::text = 'T'::text))))),
    CONSTRAINT carechain_waitreport_n_started_check CHECK ((n_started >= 0)),
    CONSTRAINT carechain_waitreport_n_waiting_check CHECK ((n_waiting >= 0)),
    CONSTRAINT carechain_waitreport_number_check CHECK ((number >= 0)),
    CONSTRAINT only_a_withdrawn_report_of_waits_is_empty CHECK (((number > 1) OR (n_started IS NOT NULL) OR (n_waiting IS NOT NULL) OR (slot_wait IS NOT NULL)))
);

ALTER TABLE ONLY public.carechain_waitreport FORCE ROW LEVEL SECURITY;
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.documents_document (
    id uuid NOT NULL,
    subject_type character varying(20) NOT NULL,
    subject_id uuid NOT NULL,
    subject_label character varying(300) NOT NULL,
    title character varying(200) NOT NULL,
    point character varying(80) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    added_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    withdrawn_by_id uuid,
    is_made_here boolean NOT NULL,
    annex character varying(4) NOT NULL,
    CONSTRAINT a_withdrawn_document_says_when_and_why CHECK ((((withdrawn_at IS NULL) AND (withdrawn_reason = ''::text)) OR ((withdrawn_at IS NOT NULL) AND (NOT (withdrawn_reason = ''::text))))),
    CONSTRAINT only_an_agreement_has_annexes CHECK ((((annex)::text = ''::text) OR ((subject_type)::text = 'agreement'::text)))
);

ALTER TABLE ONLY public.documents_document FORCE ROW LEVEL SECURITY;
CREATE TABLE public.documents_documentcontent (
    id uuid NOT NULL,
    data bytea NOT NULL,
    network_id uuid NOT NULL,
    version_id uuid NOT NULL
);
ALTER TABLE ONLY public.documents_documentcontent ALTER COLUMN data SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.documents_documentcontent FORCE ROW LEVEL SECURITY;
CREATE TABLE public.documents_documentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    subject_type character varying(20) NOT NULL,
    subject_id uuid NOT NULL,
    subject_label character varying(300) NOT NULL,
    title character varying(200) NOT NULL,
    point character varying(80) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    added_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    withdrawn_by_id uuid,
    is_made_here boolean NOT NULL,
    annex character varying(4) NOT NULL
);

ALTER TABLE ONLY public.documents_documentevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.documents_documentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_documentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.documents_documenttext (
    id uuid NOT NULL,
    state character varying(10) NOT NULL,
    text text NOT NULL,
    read_at timestamp with time zone,
    network_id uuid NOT NULL,
    version_id uuid NOT NULL,
    CONSTRAINT a_text_says_when_it_was_read CHECK ((((read_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (read_at IS NOT NULL)))),
    CONSTRAINT only_what_was_read_has_words CHECK (((text = ''::text) OR ((state)::text = ANY (ARRAY[('read'::character varying)::text, ('cut'::character varying)::text]))))
);

ALTER TABLE ONLY public.documents_documenttext FORCE ROW LEVEL SECURITY;
CREATE TABLE public.documents_documentversion (
    id uuid NOT NULL,
    number smallint NOT NULL,
    file_name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    size_bytes integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    why text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid NOT NULL,
    document_id uuid NOT NULL,
    network_id uuid NOT NULL,
    holds jsonb NOT NULL,
    CONSTRAINT documents_documentversion_number_check CHECK ((number >= 0)),
    CONSTRAINT documents_documentversion_size_bytes_check CHECK ((size_bytes >= 0))
);

ALTER TABLE ONLY public.documents_documentversion FORCE ROW LEVEL SECURITY;
CREATE TABLE public.documents_printout (
    id uuid NOT NULL,
    title character varying(300) NOT NULL,
    path character varying(300) NOT NULL,
    file_name character varying(120) NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone,
    failed_at timestamp with time zone,
    data bytea,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT a_printout_that_was_made_has_its_file CHECK ((((data IS NULL) AND (made_at IS NULL)) OR ((data IS NOT NULL) AND (failed_at IS NULL) AND (made_at IS NOT NULL))))
);
ALTER TABLE ONLY public.documents_printout ALTER COLUMN data SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.documents_printout FORCE ROW LEVEL SECURITY;
CREATE TABLE public.exchange_workbookimport (
    id uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    filename character varying(200) NOT NULL,
    pages jsonb NOT NULL,
    outcome jsonb NOT NULL,
    is_right boolean NOT NULL,
    done_at timestamp with time zone,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT only_a_workbook_without_faults_is_brought_in CHECK (((done_at IS NULL) OR is_right))
);

ALTER TABLE ONLY public.exchange_workbookimport FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_absence (
    id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT an_absence_ends_after_it_begins CHECK ((until_on > from_on))
);

ALTER TABLE ONLY public.governance_absence FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_absenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid
);

ALTER TABLE ONLY public.governance_absenceevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_absenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_absenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_agendaitem (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(300) NOT NULL,
    note text NOT NULL,
    subject_type character varying(40) NOT NULL,
    subject_id uuid,
    subject_label character varying(300) NOT NULL,
    url_name character varying(80) NOT NULL,
    url_key character varying(80) NOT NULL,
    network_id uuid NOT NULL,
    body_id uuid NOT NULL,
    condition_id uuid,
    decision_id uuid,
    meeting_id uuid,
    CONSTRAINT governance_agendaitem_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.governance_agendaitem FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_attendance (
    id uuid NOT NULL,
    is_present boolean NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid,
    meeting_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    CONSTRAINT a_present_seat_has_a_person CHECK (((NOT is_present) OR (person_id IS NOT NULL)))
);

ALTER TABLE ONLY public.governance_attendance FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_body (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    purpose text NOT NULL,
    is_default boolean NOT NULL,
    method character varying(20) NOT NULL,
    threshold_percent numeric(5,2) NOT NULL,
    founded_on date,
    founded_precision character varying(10) NOT NULL,
    term_until date,
    closed_on date,
    closing_reason text NOT NULL,
    source text NOT NULL,
    "position" smallint NOT NULL,
    area_id uuid,
    network_id uuid NOT NULL,
    parent_id uuid,
    theme_id uuid,
    founded_by_id uuid,
    CONSTRAINT a_body_does_not_stand_under_itself CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT a_closed_body_says_why CHECK (((closed_on IS NULL) OR (NOT (closing_reason = ''::text)))),
    CONSTRAINT a_threshold_is_half_or_more CHECK (((threshold_percent >= (50)::numeric) AND (threshold_percent < (100)::numeric))),
    CONSTRAINT governance_body_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.governance_body FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_bodyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    purpose text NOT NULL,
    is_default boolean NOT NULL,
    method character varying(20) NOT NULL,
    threshold_percent numeric(5,2) NOT NULL,
    founded_on date,
    founded_precision character varying(10) NOT NULL,
    term_until date,
    closed_on date,
    closing_reason text NOT NULL,
    source text NOT NULL,
    "position" smallint NOT NULL,
    area_id uuid,
    network_id uuid NOT NULL,
    parent_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    theme_id uuid,
    founded_by_id uuid,
    CONSTRAINT governance_bodyevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.governance_bodyevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_bodyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_bodyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_calendarlink (
    id uuid NOT NULL,
    secret_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    body_id uuid,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.governance_calendarlink FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_condition (
    id uuid NOT NULL,
    text text NOT NULL,
    owner_name character varying(200) NOT NULL,
    due_on date NOT NULL,
    met_on date,
    met_note text NOT NULL,
    met_by_id uuid,
    network_id uuid NOT NULL,
    owner_partner_id uuid,
    decision_id uuid NOT NULL,
    lapsed_on date,
    lapsed_reason text NOT NULL,
    followed_by_id uuid,
    CONSTRAINT a_condition_has_an_owner CHECK (((owner_partner_id IS NOT NULL) OR (NOT ((owner_name)::text = ''::text)))),
    CONSTRAINT a_condition_says_what CHECK ((NOT (text = ''::text))),
    CONSTRAINT a_lapsed_condition_says_why_and_was_not_met CHECK (((lapsed_on IS NULL) OR ((met_on IS NULL) AND (NOT (lapsed_reason = ''::text))))),
    CONSTRAINT a_met_condition_says_how CHECK (((met_on IS NULL) OR (NOT (met_note = ''::text))))
);

ALTER TABLE ONLY public.governance_condition FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_conditionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    text text NOT NULL,
    owner_name character varying(200) NOT NULL,
    due_on date NOT NULL,
    met_on date,
    met_note text NOT NULL,
    met_by_id uuid,
    network_id uuid NOT NULL,
    owner_partner_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    lapsed_on date,
    lapsed_reason text NOT NULL,
    followed_by_id uuid
);

ALTER TABLE ONLY public.governance_conditionevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_conditionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_conditionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_consentrequest (
    id uuid NOT NULL,
    ground character varying(20) NOT NULL,
    is_required boolean NOT NULL,
    amount_eur numeric(12,2),
    hours numeric(9,2),
    state character varying(10) NOT NULL,
    given_at timestamp with time zone,
    reason text NOT NULL,
    given_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT a_refused_consent_says_why CHECK (((NOT ((state)::text = 'refused'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT an_answered_consent_names_who_and_when CHECK ((((given_at IS NULL) AND (given_by_id IS NULL) AND ((state)::text = 'asked'::text)) OR ((NOT ((state)::text = 'asked'::text)) AND (given_at IS NOT NULL) AND (given_by_id IS NOT NULL))))
);

ALTER TABLE ONLY public.governance_consentrequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_consentrequestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    ground character varying(20) NOT NULL,
    is_required boolean NOT NULL,
    amount_eur numeric(12,2),
    hours numeric(9,2),
    state character varying(10) NOT NULL,
    given_at timestamp with time zone,
    reason text NOT NULL,
    given_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    decision_id uuid NOT NULL
);

ALTER TABLE ONLY public.governance_consentrequestevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_consentrequestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_consentrequestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_decision (
    id uuid NOT NULL,
    number character varying(12) NOT NULL,
    type character varying(20) NOT NULL,
    closes_at timestamp with time zone,
    method character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    proposal text NOT NULL,
    options jsonb NOT NULL,
    verdict character varying(40) NOT NULL,
    subject_type character varying(40) NOT NULL,
    subject_id uuid,
    subject_label character varying(300) NOT NULL,
    subject_stage character varying(20) NOT NULL,
    amount_eur numeric(12,2),
    asks_money boolean NOT NULL,
    status character varying(12) NOT NULL,
    decided_at timestamp with time zone,
    decided_on date,
    decided_precision character varying(10) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    valid_at timestamp with time zone,
    effective_on date,
    reason text NOT NULL,
    public_reason text NOT NULL,
    proof jsonb NOT NULL,
    dossier jsonb NOT NULL,
    template character varying(20) NOT NULL,
    source text NOT NULL,
    body_id uuid,
    decided_by_person_id uuid,
    escalated_from_id uuid,
    network_id uuid NOT NULL,
    proposed_by_id uuid,
    ratifies_id uuid,
    supersedes_id uuid,
    mandate_id uuid,
    meeting_id uuid,
    CONSTRAINT a_decision_does_not_ratify_itself CHECK (((ratifies_id IS NULL) OR (NOT ((ratifies_id = id) AND (ratifies_id IS NOT NULL))))),
    CONSTRAINT a_decision_does_not_replace_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT a_decision_is_taken_in_a_meeting_or_in_writing CHECK (((meeting_id IS NULL) OR (closes_at IS NULL))),
    CONSTRAINT a_decision_is_taken_on_a_day CHECK ((((decided_at IS NOT NULL) AND (decided_on IS NOT NULL) AND ((status)::text = ANY (ARRAY[('valid'::character varying)::text, ('provisional'::character varying)::text, ('not_carried'::character varying)::text]))) OR (((status)::text = ANY (ARRAY[('valid'::character varying)::text, ('provisional'::character varying)::text, ('not_carried'::character varying)::text])) AND ((template)::text = 'historisch'::text)) OR ((decided_on IS NULL) AND ((status)::text = 'open'::text)) OR ((status)::text = 'withdrawn'::text))),
    CONSTRAINT a_valid_decision_has_four_good_proofs CHECK (((NOT ((status)::text = 'valid'::text)) OR ((template)::text = 'historisch'::text) OR (proof @> '{"ok": {"method": true, "quorum": true, "mandate": true, "consents": true}, "carried": true}'::jsonb))),
    CONSTRAINT an_amount_is_not_below_nothing CHECK (((amount_eur IS NULL) OR (amount_eur >= (0)::numeric))),
    CONSTRAINT only_a_historic_decision_lacks_a_body_or_a_method CHECK ((((template)::text = 'historisch'::text) OR ((body_id IS NOT NULL) AND (NOT ((method)::text = ''::text))))),
    CONSTRAINT who_names_an_amount_asks_for_money CHECK (((amount_eur IS NULL) OR (amount_eur = (0)::numeric) OR asks_money))
);

ALTER TABLE ONLY public.governance_decision FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_decisionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    number character varying(12) NOT NULL,
    type character varying(20) NOT NULL,
    closes_at timestamp with time zone,
    method character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    proposal text NOT NULL,
    options jsonb NOT NULL,
    verdict character varying(40) NOT NULL,
    subject_type character varying(40) NOT NULL,
    subject_id uuid,
    subject_label character varying(300) NOT NULL,
    subject_stage character varying(20) NOT NULL,
    amount_eur numeric(12,2),
    asks_money boolean NOT NULL,
    status character varying(12) NOT NULL,
    decided_at timestamp with time zone,
    decided_on date,
    decided_precision character varying(10) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    valid_at timestamp with time zone,
    effective_on date,
    reason text NOT NULL,
    public_reason text NOT NULL,
    proof jsonb NOT NULL,
    dossier jsonb NOT NULL,
    template character varying(20) NOT NULL,
    source text NOT NULL,
    body_id uuid,
    decided_by_person_id uuid,
    escalated_from_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    proposed_by_id uuid,
    ratifies_id uuid,
    supersedes_id uuid,
    mandate_id uuid,
    meeting_id uuid
);

ALTER TABLE ONLY public.governance_decisionevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_decisionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_decisionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_mandate (
    id uuid NOT NULL,
    decision_types character varying(20)[] NOT NULL,
    stages character varying(20)[] NOT NULL,
    ceiling_eur numeric(12,2),
    delegated_to character varying(10) NOT NULL,
    consents character varying(20)[] NOT NULL,
    method character varying(20) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    note text NOT NULL,
    body_id uuid NOT NULL,
    network_id uuid NOT NULL,
    source_decision_id uuid,
    ending_decision_id uuid,
    CONSTRAINT a_ceiling_is_not_below_nothing CHECK (((ceiling_eur IS NULL) OR (ceiling_eur >= (0)::numeric))),
    CONSTRAINT a_mandate_covers_something CHECK ((
CASE
    WHEN (decision_types IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(decision_types, 1), 0)
END > 0)),
    CONSTRAINT a_mandate_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT a_mandate_names_its_decision_or_says_why_not CHECK (((source_decision_id IS NOT NULL) OR (NOT (note = ''::text))))
);

ALTER TABLE ONLY public.governance_mandate FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_mandateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    decision_types character varying(20)[] NOT NULL,
    stages character varying(20)[] NOT NULL,
    ceiling_eur numeric(12,2),
    delegated_to character varying(10) NOT NULL,
    consents character varying(20)[] NOT NULL,
    method character varying(20) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    note text NOT NULL,
    body_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    source_decision_id uuid,
    ending_decision_id uuid
);

ALTER TABLE ONLY public.governance_mandateevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_mandateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_mandateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_meeting (
    id uuid NOT NULL,
    number character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    status character varying(10) NOT NULL,
    secretary_note text NOT NULL,
    closed_at timestamp with time zone,
    decision_list_published_at timestamp with time zone,
    body_id uuid NOT NULL,
    network_id uuid NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_reason text NOT NULL,
    changed_at timestamp with time zone,
    n_changes integer NOT NULL,
    late_reason character varying(300) NOT NULL,
    CONSTRAINT a_cancelled_meeting_is_closed_and_says_why CHECK (((cancelled_at IS NULL) OR ((decision_list_published_at IS NULL) AND ((status)::text = 'closed'::text) AND (NOT (cancelled_reason = ''::text))))),
    CONSTRAINT a_decision_list_follows_the_meeting CHECK (((decision_list_published_at IS NULL) OR ((status)::text = 'closed'::text))),
    CONSTRAINT a_meeting_is_closed_at_a_moment CHECK ((((closed_at IS NOT NULL) AND ((status)::text = 'closed'::text)) OR ((NOT ((status)::text = 'closed'::text)) AND (closed_at IS NULL)))),
    CONSTRAINT governance_meeting_n_changes_check CHECK ((n_changes >= 0))
);

ALTER TABLE ONLY public.governance_meeting FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_minutes (
    id uuid NOT NULL,
    text text NOT NULL,
    status character varying(10) NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    adopted_on date,
    adopted_how character varying(300) NOT NULL,
    recorded_at timestamp with time zone,
    adopted_in_id uuid,
    meeting_id uuid NOT NULL,
    network_id uuid NOT NULL,
    recorded_by_id uuid,
    written_by_id uuid,
    CONSTRAINT adopted_minutes_say_when_and_how CHECK (((((adopted_how)::text = ''::text) AND (adopted_in_id IS NULL) AND (adopted_on IS NULL) AND (recorded_at IS NULL) AND ((status)::text = 'draft'::text)) OR ((adopted_on IS NOT NULL) AND (recorded_at IS NOT NULL) AND ((status)::text = 'adopted'::text) AND ((adopted_in_id IS NOT NULL) OR (NOT ((adopted_how)::text = ''::text)))))),
    CONSTRAINT governance_minutes_version_check CHECK ((version >= 0)),
    CONSTRAINT minutes_have_a_text CHECK ((NOT (text = ''::text)))
);

ALTER TABLE ONLY public.governance_minutes FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_minutesremark (
    id uuid NOT NULL,
    text text NOT NULL,
    reason character varying(300) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid,
    minutes_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_remark_says_what_and_why CHECK (((NOT (text = ''::text)) AND (NOT ((reason)::text = ''::text))))
);

ALTER TABLE ONLY public.governance_minutesremark FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_numberseries (
    id uuid NOT NULL,
    series character varying(1) NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT governance_numberseries_last_check CHECK ((last >= 0)),
    CONSTRAINT governance_numberseries_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.governance_numberseries FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_personalinvitation (
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    round smallint NOT NULL,
    expires_on date NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone,
    accepted_by_id uuid,
    invited_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid,
    seat_id uuid,
    CONSTRAINT an_accepted_invitation_names_who_came CHECK ((((accepted_at IS NULL) AND (accepted_by_id IS NULL)) OR ((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL)))),
    CONSTRAINT an_invitation_is_accepted_or_taken_back CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL))),
    CONSTRAINT an_invited_representative_speaks_for_a_partner CHECK (((NOT ((role)::text = 'representative'::text)) OR (partner_id IS NOT NULL))),
    CONSTRAINT governance_personalinvitation_round_check CHECK ((round >= 0))
);

ALTER TABLE ONLY public.governance_personalinvitation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_recusal (
    id uuid NOT NULL,
    subject_id uuid,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    decision_id uuid,
    network_id uuid NOT NULL,
    person_id uuid,
    recorded_by_id uuid,
    seat_id uuid NOT NULL,
    CONSTRAINT a_recusal_is_about_a_decision_or_a_thing CHECK (((decision_id IS NOT NULL) OR (subject_id IS NOT NULL))),
    CONSTRAINT a_recusal_says_why CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE ONLY public.governance_recusal FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_recusalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    subject_id uuid,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    decision_id uuid,
    network_id uuid NOT NULL,
    person_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid,
    seat_id uuid NOT NULL
);

ALTER TABLE ONLY public.governance_recusalevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_recusalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_recusalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_seat (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    constituency character varying(200) NOT NULL,
    is_voting boolean NOT NULL,
    is_chair boolean NOT NULL,
    is_secretary boolean NOT NULL,
    weight numeric(5,2),
    "position" smallint NOT NULL,
    from_on date,
    until_on date,
    body_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    CONSTRAINT a_seat_ends_after_it_begins CHECK (((until_on IS NULL) OR (from_on IS NULL) OR (until_on > from_on))),
    CONSTRAINT a_weight_lies_between_nothing_and_everything CHECK (((weight IS NULL) OR ((weight >= (0)::numeric) AND (weight <= (100)::numeric)))),
    CONSTRAINT governance_seat_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.governance_seat FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_seatevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    constituency character varying(200) NOT NULL,
    is_voting boolean NOT NULL,
    is_chair boolean NOT NULL,
    is_secretary boolean NOT NULL,
    weight numeric(5,2),
    "position" smallint NOT NULL,
    from_on date,
    until_on date,
    body_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT governance_seatevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.governance_seatevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_seatevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_seatevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_seattenure (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    CONSTRAINT a_tenure_ends_after_it_begins CHECK (((until_on IS NULL) OR (until_on > from_on)))
);

ALTER TABLE ONLY public.governance_seattenure FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_seattenureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    seat_id uuid NOT NULL
);

ALTER TABLE ONLY public.governance_seattenureevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_seattenureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_seattenureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.governance_vote (
    id uuid NOT NULL,
    choice character varying(10) NOT NULL,
    reason text NOT NULL,
    cast_at timestamp with time zone NOT NULL,
    is_deputy boolean NOT NULL,
    is_withdrawn boolean NOT NULL,
    cast_by_id uuid,
    decision_id uuid NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    CONSTRAINT an_objection_says_why CHECK (((NOT ((choice)::text = 'objection'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT only_an_objection_is_withdrawn CHECK (((NOT is_withdrawn) OR ((choice)::text = 'objection'::text)))
);

ALTER TABLE ONLY public.governance_vote FORCE ROW LEVEL SECURITY;
CREATE TABLE public.governance_voteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    choice character varying(10) NOT NULL,
    reason text NOT NULL,
    cast_at timestamp with time zone NOT NULL,
    is_deputy boolean NOT NULL,
    is_withdrawn boolean NOT NULL,
    cast_by_id uuid,
    decision_id uuid NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    seat_id uuid NOT NULL
);

ALTER TABLE ONLY public.governance_voteevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.governance_voteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.governance_voteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_activity (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    key uuid NOT NULL,
    text character varying(500) NOT NULL,
    owner character varying(200) NOT NULL,
    starts_on date,
    due_on date,
    depends_on character varying(300) NOT NULL,
    network_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT initiatives_activity_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_activity FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_adoption (
    id uuid NOT NULL,
    state character varying(20) NOT NULL,
    since_on date NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    recorded_by_id uuid,
    component_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_adoption FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_adoptionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    state character varying(20) NOT NULL,
    since_on date NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid,
    component_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_adoptionevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_adoptionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_adoptionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_answer (
    id uuid NOT NULL,
    value character varying(10) NOT NULL,
    score smallint,
    reason text NOT NULL,
    criterion_id uuid NOT NULL,
    network_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    CONSTRAINT an_answer_is_a_word_or_a_score_from_1_to_5 CHECK ((((score IS NULL) AND (NOT ((value)::text = ''::text))) OR ((score >= 1) AND (score <= 5) AND ((value)::text = ''::text)))),
    CONSTRAINT initiatives_answer_score_check CHECK ((score >= 0))
);

ALTER TABLE ONLY public.initiatives_answer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_answertemplate (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    text text NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_answer_template_has_a_name_and_a_text CHECK (((NOT ((name)::text = ''::text)) AND (NOT (text = ''::text))))
);

ALTER TABLE ONLY public.initiatives_answertemplate FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_answertemplateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    text text NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_answertemplateevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_answertemplateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_answertemplateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_assessment (
    id uuid NOT NULL,
    moment character varying(2) NOT NULL,
    version smallint NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    remark text NOT NULL,
    is_recused boolean NOT NULL,
    recusal_reason text NOT NULL,
    criteria_set_id uuid NOT NULL,
    network_id uuid NOT NULL,
    rater_id uuid NOT NULL,
    seat_id uuid,
    initiative_id uuid NOT NULL,
    CONSTRAINT initiatives_assessment_version_check CHECK ((version >= 0)),
    CONSTRAINT who_stands_aside_says_why CHECK (((NOT is_recused) OR (NOT (recusal_reason = ''::text))))
);

ALTER TABLE ONLY public.initiatives_assessment FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_assessmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    moment character varying(2) NOT NULL,
    version smallint NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    remark text NOT NULL,
    is_recused boolean NOT NULL,
    recusal_reason text NOT NULL,
    criteria_set_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    rater_id uuid NOT NULL,
    seat_id uuid,
    initiative_id uuid NOT NULL,
    CONSTRAINT initiatives_assessmentevent_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.initiatives_assessmentevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_assessmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_assessmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_budgetline (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    key uuid NOT NULL,
    cost_type character varying(20) NOT NULL,
    text character varying(300) NOT NULL,
    year smallint NOT NULL,
    amount_eur numeric(12,2) NOT NULL,
    hours integer NOT NULL,
    funding_source character varying(200) NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    plan_id uuid NOT NULL,
    funding_line_id uuid,
    CONSTRAINT a_budget_line_is_not_negative CHECK (((amount_eur >= (0)::numeric) AND (hours >= 0))),
    CONSTRAINT initiatives_budgetline_hours_check CHECK ((hours >= 0)),
    CONSTRAINT initiatives_budgetline_position_check CHECK (("position" >= 0)),
    CONSTRAINT initiatives_budgetline_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.initiatives_budgetline FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_claimcomparison (
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_claimcomparison FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_commitment (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    amount numeric(12,2),
    text character varying(500) NOT NULL,
    status character varying(10) NOT NULL,
    due_on date,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    amended_amount numeric(12,2),
    answered_by_id uuid,
    asked_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    CONSTRAINT an_answered_commitment_says_who_and_when CHECK ((((status)::text = ANY (ARRAY[('asked'::character varying)::text, ('withdrawn'::character varying)::text])) OR ((answered_by_id IS NOT NULL) AND (answered_at IS NOT NULL)))),
    CONSTRAINT hours_and_money_have_an_amount CHECK (((NOT ((kind)::text = ANY (ARRAY[('hours'::character varying)::text, ('money'::character varying)::text]))) OR (amount > (0)::numeric)))
);

ALTER TABLE ONLY public.initiatives_commitment FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_commitmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    amount numeric(12,2),
    text character varying(500) NOT NULL,
    status character varying(10) NOT NULL,
    due_on date,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    amended_amount numeric(12,2),
    answered_by_id uuid,
    asked_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    initiative_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_commitmentevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_commitmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_commitmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_component (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    name character varying(200) NOT NULL,
    network_id uuid NOT NULL,
    embedding_id uuid NOT NULL,
    CONSTRAINT initiatives_component_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_component FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_dossier (
    id uuid NOT NULL,
    gate character varying(10) NOT NULL,
    number smallint NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    decision_id uuid,
    initiative_id uuid,
    made_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_dossier_has_a_fingerprint CHECK ((NOT ((sha256)::text = ''::text))),
    CONSTRAINT a_dossier_is_about_an_initiative_or_about_growth CHECK ((((initiative_id IS NOT NULL) AND (NOT ((gate)::text = 'growth'::text))) OR ((decision_id IS NOT NULL) AND ((gate)::text = 'growth'::text) AND (initiative_id IS NULL)))),
    CONSTRAINT initiatives_dossier_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.initiatives_dossier FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_dossierfile (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    network_id uuid NOT NULL,
    version_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_dossierfile FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_effectclaim (
    id uuid NOT NULL,
    number smallint NOT NULL,
    way character varying(10) NOT NULL,
    threshold numeric(14,4) NOT NULL,
    after_periods smallint NOT NULL,
    why text NOT NULL,
    is_chosen_for_score boolean NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    claimed_by_id uuid,
    network_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    CONSTRAINT a_claim_is_a_difference CHECK ((threshold > (0)::numeric)),
    CONSTRAINT a_claim_says_when CHECK (((after_periods >= 1) AND (after_periods <= 60))),
    CONSTRAINT a_claim_says_why CHECK ((NOT (why = ''::text))),
    CONSTRAINT initiatives_effectclaim_after_periods_check CHECK ((after_periods >= 0)),
    CONSTRAINT initiatives_effectclaim_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.initiatives_effectclaim FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_effectverdict (
    id uuid NOT NULL,
    number smallint NOT NULL,
    outcome character varying(20) NOT NULL,
    because character varying(30) NOT NULL,
    grade character varying(1) NOT NULL,
    method character varying(40) NOT NULL,
    effect double precision,
    lower95 double precision,
    upper95 double precision,
    n_before integer NOT NULL,
    n_after integer NOT NULL,
    completeness double precision,
    last_on date,
    cautions character varying(30)[] NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    baseline_id uuid,
    claim_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT initiatives_effectverdict_n_after_check CHECK ((n_after >= 0)),
    CONSTRAINT initiatives_effectverdict_n_before_check CHECK ((n_before >= 0)),
    CONSTRAINT initiatives_effectverdict_number_check CHECK ((number >= 0)),
    CONSTRAINT only_a_claim_with_a_baseline_and_an_interval_is_known CHECK ((((outcome)::text = 'not_yet_known'::text) OR ((baseline_id IS NOT NULL) AND (lower95 IS NOT NULL) AND (upper95 IS NOT NULL))))
);

ALTER TABLE ONLY public.initiatives_effectverdict FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_embeddingplan (
    id uuid NOT NULL,
    structural_funding text NOT NULL,
    work_instruction text NOT NULL,
    training text NOT NULL,
    figures text NOT NULL,
    contract_clause text NOT NULL,
    remeasure text NOT NULL,
    agreed_share_percent smallint NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_agreed_share_is_a_percentage CHECK (((agreed_share_percent >= 1) AND (agreed_share_percent <= 100))),
    CONSTRAINT initiatives_embeddingplan_agreed_share_percent_check CHECK ((agreed_share_percent >= 0))
);

ALTER TABLE ONLY public.initiatives_embeddingplan FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_embeddingplanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    structural_funding text NOT NULL,
    work_instruction text NOT NULL,
    training text NOT NULL,
    figures text NOT NULL,
    contract_clause text NOT NULL,
    remeasure text NOT NULL,
    agreed_share_percent smallint NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT initiatives_embeddingplanevent_agreed_share_percent_check CHECK ((agreed_share_percent >= 0))
);

ALTER TABLE ONLY public.initiatives_embeddingplanevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_embeddingplanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_embeddingplanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_exploration (
    id uuid NOT NULL,
    attempt smallint NOT NULL,
    starts_on date NOT NULL,
    due_on date NOT NULL,
    hours_cap integer,
    problem_picture text NOT NULL,
    findings text NOT NULL,
    prior_art text NOT NULL,
    resident_voice text NOT NULL,
    embedding_sketch text NOT NULL,
    advice text NOT NULL,
    published_at timestamp with time zone,
    network_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    CONSTRAINT explorations_end_after_they_begin CHECK ((due_on > starts_on)),
    CONSTRAINT initiatives_exploration_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT initiatives_exploration_hours_cap_check CHECK ((hours_cap >= 0)),
    CONSTRAINT only_written_advice_is_published CHECK (((published_at IS NULL) OR (NOT (advice = ''::text))))
);

ALTER TABLE ONLY public.initiatives_exploration FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_explorationquestion (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    text character varying(500) NOT NULL,
    answer text NOT NULL,
    exploration_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT initiatives_explorationquestion_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_explorationquestion FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_factor (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    helps text NOT NULL,
    hinders text NOT NULL,
    score smallint,
    exploration_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_factor_scores_1_to_5 CHECK (((score IS NULL) OR ((score >= 1) AND (score <= 5)))),
    CONSTRAINT initiatives_factor_score_check CHECK ((score >= 0))
);

ALTER TABLE ONLY public.initiatives_factor FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_firstview (
    id uuid NOT NULL,
    view uuid NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_firstview FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_fundingaward (
    id uuid NOT NULL,
    amount_eur numeric(12,2) NOT NULL,
    awarded_on date NOT NULL,
    reference character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    decision_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    recorded_by_id uuid,
    line_id uuid NOT NULL,
    CONSTRAINT an_award_is_more_than_nothing CHECK ((amount_eur > (0)::numeric)),
    CONSTRAINT an_award_names_its_letter_or_decision CHECK (((decision_id IS NOT NULL) OR (NOT ((reference)::text = ''::text))))
);

ALTER TABLE ONLY public.initiatives_fundingaward FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_fundingawardevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    amount_eur numeric(12,2) NOT NULL,
    awarded_on date NOT NULL,
    reference character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    decision_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid,
    line_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_fundingawardevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_fundingawardevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_fundingawardevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_fundingline (
    id uuid NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    funder_name character varying(200) NOT NULL,
    earmark text NOT NULL,
    conditions text NOT NULL,
    ceiling_eur numeric(12,2) NOT NULL,
    apply_by date,
    closed_on date,
    funder_id uuid,
    network_id uuid NOT NULL,
    CONSTRAINT a_funding_line_holds_not_less_than_nothing CHECK ((ceiling_eur >= (0)::numeric)),
    CONSTRAINT a_funding_line_says_who_pays CHECK (((funder_id IS NOT NULL) OR (NOT ((funder_name)::text = ''::text))))
);

ALTER TABLE ONLY public.initiatives_fundingline FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_fundinglineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    funder_name character varying(200) NOT NULL,
    earmark text NOT NULL,
    conditions text NOT NULL,
    ceiling_eur numeric(12,2) NOT NULL,
    apply_by date,
    closed_on date,
    funder_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_fundinglineevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_fundinglineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_fundinglineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_gatelist (
    id uuid NOT NULL,
    number smallint NOT NULL,
    gate character varying(2) NOT NULL,
    track character varying(10) NOT NULL,
    version smallint NOT NULL,
    edition smallint NOT NULL,
    rows jsonb NOT NULL,
    reason text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    network_id uuid NOT NULL,
    published_by_id uuid,
    CONSTRAINT a_gate_list_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT initiatives_gatelist_edition_check CHECK ((edition >= 0)),
    CONSTRAINT initiatives_gatelist_number_check CHECK ((number >= 0)),
    CONSTRAINT initiatives_gatelist_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.initiatives_gatelist FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_halt (
    id uuid NOT NULL,
    reason text NOT NULL,
    effect text NOT NULL,
    communication text NOT NULL,
    is_for_safety boolean NOT NULL,
    halted_at timestamp with time zone NOT NULL,
    halted_on date NOT NULL,
    outcome character varying(10) NOT NULL,
    decision_id uuid,
    halted_by_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_emergency_stop_ends_by_decision CHECK ((((decision_id IS NULL) AND ((outcome)::text = ''::text)) OR ((NOT ((outcome)::text = ''::text)) AND (decision_id IS NOT NULL)))),
    CONSTRAINT an_emergency_stop_says_why_and_what_it_means CHECK (((NOT (reason = ''::text)) AND (NOT (effect = ''::text))))
);

ALTER TABLE ONLY public.initiatives_halt FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_haltevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    reason text NOT NULL,
    effect text NOT NULL,
    communication text NOT NULL,
    is_for_safety boolean NOT NULL,
    halted_at timestamp with time zone NOT NULL,
    halted_on date NOT NULL,
    outcome character varying(10) NOT NULL,
    decision_id uuid,
    halted_by_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_haltevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_haltevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_haltevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_ideadraft (
    id uuid NOT NULL,
    once_token uuid NOT NULL,
    answers jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_ideadraft FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_initiative (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    problem text NOT NULL,
    proposal text NOT NULL,
    benefit text NOT NULL,
    who_joins text NOT NULL,
    contact character varying(200) NOT NULL,
    stage character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    phase smallint,
    commissioner character varying(200) NOT NULL,
    submitted_at timestamp with time zone,
    answer_by date,
    question_to_submitter text NOT NULL,
    stage_since date,
    stage_due_on date,
    wake_on date,
    return_stage character varying(20) NOT NULL,
    public_reason text NOT NULL,
    referred_to character varying(200) NOT NULL,
    once_token uuid,
    started_on date,
    started_precision character varying(10) NOT NULL,
    is_historic boolean NOT NULL,
    source character varying(300) NOT NULL,
    key character varying(80) NOT NULL,
    body_id uuid,
    explorer_id uuid,
    lead_id uuid,
    merged_into_id uuid,
    moved_by_id uuid,
    named_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid,
    submitted_by_id uuid,
    successor_of_id uuid,
    theme_id uuid,
    agreed_plan_id uuid,
    follow_on date,
    halted_on date,
    update_asked_on date,
    moved_by_award_id uuid,
    waits_for_id uuid,
    last_update_id uuid,
    gate_edition smallint NOT NULL,
    own_gate_edition smallint NOT NULL,
    CONSTRAINT an_initiative_follows_an_edition_of_the_gates CHECK ((gate_edition >= 1)),
    CONSTRAINT initiatives_begin_when_submitted CHECK ((NOT ((stage)::text = 'draft'::text))),
    CONSTRAINT initiatives_do_not_follow_themselves CHECK ((((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))) AND ((successor_of_id IS NULL) OR (NOT ((successor_of_id = id) AND (successor_of_id IS NOT NULL)))))),
    CONSTRAINT initiatives_initiative_gate_edition_check CHECK ((gate_edition >= 0)),
    CONSTRAINT initiatives_initiative_own_gate_edition_check CHECK ((own_gate_edition >= 0)),
    CONSTRAINT initiatives_initiative_phase_check CHECK ((phase >= 0)),
    CONSTRAINT initiatives_off_the_chain_say_why CHECK ((is_historic OR (NOT ((stage)::text = ANY (ARRAY[('explored'::character varying)::text, ('merged'::character varying)::text, ('parked'::character varying)::text, ('referred'::character varying)::text, ('rejected'::character varying)::text, ('stopped'::character varying)::text]))) OR (NOT (public_reason = ''::text)))),
    CONSTRAINT merged_initiatives_say_into_which CHECK (((NOT ((stage)::text = 'merged'::text)) OR (merged_into_id IS NOT NULL))),
    CONSTRAINT parked_initiatives_know_when_they_wake_and_whereto CHECK (((NOT ((stage)::text = 'parked'::text)) OR ((wake_on IS NOT NULL) AND (NOT ((return_stage)::text = ''::text))))),
    CONSTRAINT submitted_initiatives_promise_an_answer CHECK (((NOT ((stage)::text = 'submitted'::text)) OR (answer_by IS NOT NULL))),
    CONSTRAINT who_waits_for_money_says_from_where CHECK ((is_historic OR (NOT ((stage)::text = 'awaiting_funding'::text)) OR (waits_for_id IS NOT NULL)))
);

ALTER TABLE ONLY public.initiatives_initiative FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_initiativearea (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_initiativearea FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_initiativeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    problem text NOT NULL,
    proposal text NOT NULL,
    benefit text NOT NULL,
    who_joins text NOT NULL,
    contact character varying(200) NOT NULL,
    stage character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    phase smallint,
    commissioner character varying(200) NOT NULL,
    submitted_at timestamp with time zone,
    answer_by date,
    question_to_submitter text NOT NULL,
    stage_since date,
    stage_due_on date,
    wake_on date,
    return_stage character varying(20) NOT NULL,
    public_reason text NOT NULL,
    referred_to character varying(200) NOT NULL,
    once_token uuid,
    started_on date,
    started_precision character varying(10) NOT NULL,
    is_historic boolean NOT NULL,
    source character varying(300) NOT NULL,
    key character varying(80) NOT NULL,
    body_id uuid,
    explorer_id uuid,
    lead_id uuid,
    merged_into_id uuid,
    moved_by_id uuid,
    named_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    submitted_by_id uuid,
    successor_of_id uuid,
    theme_id uuid,
    agreed_plan_id uuid,
    follow_on date,
    halted_on date,
    update_asked_on date,
    moved_by_award_id uuid,
    waits_for_id uuid,
    last_update_id uuid,
    gate_edition smallint NOT NULL,
    own_gate_edition smallint NOT NULL,
    CONSTRAINT initiatives_initiativeevent_gate_edition_check CHECK ((gate_edition >= 0)),
    CONSTRAINT initiatives_initiativeevent_own_gate_edition_check CHECK ((own_gate_edition >= 0)),
    CONSTRAINT initiatives_initiativeevent_phase_check CHECK ((phase >= 0))
);

ALTER TABLE ONLY public.initiatives_initiativeevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_initiativeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_initiativeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_initiativepartner (
    id uuid NOT NULL,
    part character varying(20) NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_initiativepartner FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_invitation (
    id uuid NOT NULL,
    moment character varying(2) NOT NULL,
    due_on date NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    criteria_set_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    rater_id uuid NOT NULL,
    seat_id uuid
);

ALTER TABLE ONLY public.initiatives_invitation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_lesson (
    id uuid NOT NULL,
    context text NOT NULL,
    happened text NOT NULL,
    advice text NOT NULL,
    grade character varying(10) NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    shared_by_id uuid,
    CONSTRAINT a_lesson_is_whole CHECK (((NOT (context = ''::text)) AND (NOT (happened = ''::text)) AND (NOT (advice = ''::text))))
);

ALTER TABLE ONLY public.initiatives_lesson FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_lessonevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    context text NOT NULL,
    happened text NOT NULL,
    advice text NOT NULL,
    grade character varying(10) NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    shared_by_id uuid
);

ALTER TABLE ONLY public.initiatives_lessonevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_lessonevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_lessonevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_lineowner (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    due_on date,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id uuid,
    embedding_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    CONSTRAINT an_answered_embedding_says_who_and_when CHECK ((((state)::text = 'asked'::text) OR ((answered_by_id IS NOT NULL) AND (answered_at IS NOT NULL))))
);

ALTER TABLE ONLY public.initiatives_lineowner FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_lineownerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    due_on date,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id uuid,
    embedding_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_lineownerevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_lineownerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_lineownerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_measure (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    target numeric(14,4) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL,
    no_baseline_reason text NOT NULL
);

ALTER TABLE ONLY public.initiatives_measure FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_measureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    target numeric(14,4) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    series_id uuid NOT NULL,
    no_baseline_reason text NOT NULL
);

ALTER TABLE ONLY public.initiatives_measureevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_measureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_measureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_milestone (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    key uuid NOT NULL,
    kind character varying(10) NOT NULL,
    text character varying(500) NOT NULL,
    due_on date,
    evidence character varying(300) NOT NULL,
    payment_share_percent numeric(5,2),
    debtor_id uuid,
    network_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT initiatives_milestone_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_milestone FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_note (
    id uuid NOT NULL,
    readers character varying(10) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    n_changes smallint NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason character varying(300) NOT NULL,
    once_token uuid NOT NULL,
    author_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_note_says_something CHECK ((NOT (text = ''::text))),
    CONSTRAINT a_withdrawn_note_says_why CHECK (((withdrawn_at IS NULL) OR (NOT ((withdrawn_reason)::text = ''::text)))),
    CONSTRAINT initiatives_note_n_changes_check CHECK ((n_changes >= 0))
);

ALTER TABLE ONLY public.initiatives_note FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_notedraft (
    id uuid NOT NULL,
    text text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_notedraft FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_noteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    readers character varying(10) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    n_changes smallint NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason character varying(300) NOT NULL,
    once_token uuid NOT NULL,
    author_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT initiatives_noteevent_n_changes_check CHECK ((n_changes >= 0))
);

ALTER TABLE ONLY public.initiatives_noteevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_noteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_noteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_notemention (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    note_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_notemention FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_option (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    name character varying(200) NOT NULL,
    text text NOT NULL,
    pros text NOT NULL,
    cons text NOT NULL,
    is_do_nothing boolean NOT NULL,
    is_advised boolean NOT NULL,
    exploration_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT initiatives_option_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_option FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_partnerview (
    id uuid NOT NULL,
    interest text NOT NULL,
    worry text NOT NULL,
    willingness character varying(10) NOT NULL,
    contribution text NOT NULL,
    is_given boolean NOT NULL,
    given_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    exploration_id uuid NOT NULL,
    given_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    CONSTRAINT a_given_view_says_who_and_whether CHECK (((NOT is_given) OR ((given_at IS NOT NULL) AND (NOT ((willingness)::text = ''::text)))))
);

ALTER TABLE ONLY public.initiatives_partnerview FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_payereffect (
    id uuid NOT NULL,
    law character varying(10) NOT NULL,
    pays text NOT NULL,
    gains text NOT NULL,
    exploration_id uuid NOT NULL,
    network_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_payereffect FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_plan (
    id uuid NOT NULL,
    version smallint NOT NULL,
    summary text NOT NULL,
    result text NOT NULL,
    communication text NOT NULL,
    low_literacy text NOT NULL,
    participation text NOT NULL,
    needs_pilot boolean NOT NULL,
    privacy_check text NOT NULL,
    restricts_competition character varying(10) NOT NULL,
    competition_reason text NOT NULL,
    is_frozen boolean NOT NULL,
    frozen_at timestamp with time zone,
    content jsonb,
    hash character varying(64) NOT NULL,
    frozen_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_frozen_plan_keeps_its_content CHECK ((((NOT is_frozen) AND ((hash)::text = ''::text)) OR (is_frozen AND (NOT ((hash)::text = ''::text)) AND (content IS NOT NULL) AND (frozen_at IS NOT NULL)))),
    CONSTRAINT initiatives_plan_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.initiatives_plan FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_planevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    version smallint NOT NULL,
    summary text NOT NULL,
    result text NOT NULL,
    communication text NOT NULL,
    low_literacy text NOT NULL,
    participation text NOT NULL,
    needs_pilot boolean NOT NULL,
    privacy_check text NOT NULL,
    restricts_competition character varying(10) NOT NULL,
    competition_reason text NOT NULL,
    is_frozen boolean NOT NULL,
    frozen_at timestamp with time zone,
    content jsonb,
    hash character varying(64) NOT NULL,
    frozen_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT initiatives_planevent_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.initiatives_planevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_planevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_planevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_plangoal (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    key uuid NOT NULL,
    text character varying(500) NOT NULL,
    measure character varying(300) NOT NULL,
    target character varying(200) NOT NULL,
    due_on date,
    owner character varying(200) NOT NULL,
    network_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT initiatives_plangoal_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_plangoal FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_planrole (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    key uuid NOT NULL,
    name character varying(200) NOT NULL,
    who character varying(200) NOT NULL,
    tasks character varying(500) NOT NULL,
    network_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT initiatives_planrole_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_planrole FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_pointanswer (
    id uuid NOT NULL,
    gate character varying(2) NOT NULL,
    code character varying(20) NOT NULL,
    question character varying(160) NOT NULL,
    text text NOT NULL,
    link character varying(500) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_answered_point_says_something CHECK ((NOT (text = ''::text)))
);

ALTER TABLE ONLY public.initiatives_pointanswer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_pointanswerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    gate character varying(2) NOT NULL,
    code character varying(20) NOT NULL,
    question character varying(160) NOT NULL,
    text text NOT NULL,
    link character varying(500) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_pointanswerevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_pointanswerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_pointanswerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_portfolioview (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    is_shared boolean NOT NULL,
    asked jsonb NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT a_view_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE ONLY public.initiatives_portfolioview FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_portfolioviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    is_shared boolean NOT NULL,
    asked jsonb NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_portfolioviewevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_portfolioviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_portfolioviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_proposal (
    id uuid NOT NULL,
    gate character varying(2) NOT NULL,
    verdict character varying(30) NOT NULL,
    template_version smallint,
    checklist jsonb NOT NULL,
    title character varying(200) NOT NULL,
    problem text NOT NULL,
    wake_on date,
    public_reason text NOT NULL,
    due_on date,
    hours_cap integer,
    commissioner character varying(200) NOT NULL,
    phase smallint,
    proposed_at timestamp with time zone NOT NULL,
    n_moves_before smallint NOT NULL,
    settled_at timestamp with time zone,
    decision_id uuid NOT NULL,
    explorer_id uuid,
    initiative_id uuid,
    lead_id uuid,
    network_id uuid NOT NULL,
    proposed_by_id uuid,
    theme_id uuid,
    extended_to date,
    funding_line_id uuid,
    CONSTRAINT a_proposal_is_about_an_initiative_or_names_a_topic CHECK (((initiative_id IS NOT NULL) OR (NOT ((title)::text = ''::text)))),
    CONSTRAINT initiatives_proposal_hours_cap_check CHECK ((hours_cap >= 0)),
    CONSTRAINT initiatives_proposal_n_moves_before_check CHECK ((n_moves_before >= 0)),
    CONSTRAINT initiatives_proposal_phase_check CHECK ((phase >= 0)),
    CONSTRAINT initiatives_proposal_template_version_check CHECK ((template_version >= 0))
);

ALTER TABLE ONLY public.initiatives_proposal FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_remeasurement (
    id uuid NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    done_on date,
    holds character varying(10) NOT NULL,
    finding text NOT NULL,
    lapsed_at timestamp with time zone,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT a_done_measurement_says_what_came_of_it CHECK (((done_on IS NULL) OR ((NOT ((holds)::text = ''::text)) AND (NOT (finding = ''::text))))),
    CONSTRAINT initiatives_remeasurement_months_check CHECK ((months >= 0))
);

ALTER TABLE ONLY public.initiatives_remeasurement FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_remeasurementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    done_on date,
    holds character varying(10) NOT NULL,
    finding text NOT NULL,
    lapsed_at timestamp with time zone,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT initiatives_remeasurementevent_months_check CHECK ((months >= 0))
);

ALTER TABLE ONLY public.initiatives_remeasurementevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_remeasurementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_remeasurementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_report (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    result text NOT NULL,
    experience text NOT NULL,
    spent_eur numeric(12,2),
    settlement text NOT NULL,
    ahead text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    written_by_id uuid
);

ALTER TABLE ONLY public.initiatives_report FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_reportevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    result text NOT NULL,
    experience text NOT NULL,
    spent_eur numeric(12,2),
    settlement text NOT NULL,
    ahead text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    written_by_id uuid
);

ALTER TABLE ONLY public.initiatives_reportevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_reportevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_reportevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_risk (
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    key uuid NOT NULL,
    text character varying(500) NOT NULL,
    likelihood character varying(10) NOT NULL,
    impact character varying(10) NOT NULL,
    measure character varying(500) NOT NULL,
    owner character varying(200) NOT NULL,
    network_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT initiatives_risk_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.initiatives_risk FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_runningrisk (
    id uuid NOT NULL,
    key uuid,
    text character varying(500) NOT NULL,
    likelihood character varying(10) NOT NULL,
    impact character varying(10) NOT NULL,
    measure character varying(500) NOT NULL,
    owner character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    written_by_id uuid
);

ALTER TABLE ONLY public.initiatives_runningrisk FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_runningriskevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    key uuid,
    text character varying(500) NOT NULL,
    likelihood character varying(10) NOT NULL,
    impact character varying(10) NOT NULL,
    measure character varying(500) NOT NULL,
    owner character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    written_by_id uuid
);

ALTER TABLE ONLY public.initiatives_runningriskevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_runningriskevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_runningriskevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_spending (
    id uuid NOT NULL,
    cost_type character varying(20) NOT NULL,
    year smallint NOT NULL,
    source character varying(200) NOT NULL,
    amount_eur numeric(12,2) NOT NULL,
    hours integer NOT NULL,
    until_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    line_id uuid,
    network_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT initiatives_spending_hours_check CHECK ((hours >= 0)),
    CONSTRAINT initiatives_spending_year_check CHECK ((year >= 0)),
    CONSTRAINT spending_is_money_or_hours CHECK (((amount_eur > (0)::numeric) OR (hours > 0))),
    CONSTRAINT spending_is_not_negative CHECK (((amount_eur >= (0)::numeric) AND (hours >= 0)))
);

ALTER TABLE ONLY public.initiatives_spending FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_spendingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    cost_type character varying(20) NOT NULL,
    year smallint NOT NULL,
    source character varying(200) NOT NULL,
    amount_eur numeric(12,2) NOT NULL,
    hours integer NOT NULL,
    until_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    initiative_id uuid NOT NULL,
    line_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT initiatives_spendingevent_hours_check CHECK ((hours >= 0)),
    CONSTRAINT initiatives_spendingevent_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.initiatives_spendingevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_spendingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_spendingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_stagemove (
    id uuid NOT NULL,
    from_stage character varying(20) NOT NULL,
    to_stage character varying(20) NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    decision_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    award_id uuid,
    CONSTRAINT a_step_rests_on_a_decision_or_an_award CHECK ((((decision_id IS NOT NULL) OR (award_id IS NOT NULL)) AND (1 = (
CASE
    WHEN (decision_id IS NOT NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (award_id IS NOT NULL) THEN 1
    ELSE 0
END))))
);

ALTER TABLE ONLY public.initiatives_stagemove FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_statusupdate (
    id uuid NOT NULL,
    state character varying(10) NOT NULL,
    because text NOT NULL,
    changed text NOT NULL,
    help_needed text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_update_says_because CHECK ((NOT (because = ''::text))),
    CONSTRAINT who_needs_help_says_which CHECK (((NOT ((state)::text = 'help'::text)) OR (NOT (help_needed = ''::text))))
);

ALTER TABLE ONLY public.initiatives_statusupdate FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_storyevent (
    id uuid NOT NULL,
    icon character varying(20) NOT NULL,
    happened_on date,
    "precision" character varying(10) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    title character varying(300) NOT NULL,
    text text NOT NULL,
    person_name character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    is_ahead boolean NOT NULL,
    decision_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL
);

ALTER TABLE ONLY public.initiatives_storyevent FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_surveyround (
    id uuid NOT NULL,
    instrument character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    licence_holder character varying(200) NOT NULL,
    licence_until date,
    moment character varying(10) NOT NULL,
    held_on date NOT NULL,
    n_asked integer NOT NULL,
    n_answered integer NOT NULL,
    n_paired integer,
    lowest numeric(7,2) NOT NULL,
    highest numeric(7,2) NOT NULL,
    is_less_better boolean NOT NULL,
    scores jsonb NOT NULL,
    source character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    adjusted_for character varying(200) NOT NULL,
    changes jsonb NOT NULL,
    groups jsonb NOT NULL,
    CONSTRAINT a_questionnaire_has_a_licence_and_a_source CHECK (((NOT ((licence_holder)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT a_scale_runs_up CHECK ((highest > lowest)),
    CONSTRAINT initiatives_surveyround_n_answered_check CHECK ((n_answered >= 0)),
    CONSTRAINT initiatives_surveyround_n_asked_check CHECK ((n_asked >= 0)),
    CONSTRAINT initiatives_surveyround_n_paired_check CHECK ((n_paired >= 0)),
    CONSTRAINT no_more_people_answer_than_could_be_asked CHECK ((n_answered <= n_asked))
);

ALTER TABLE ONLY public.initiatives_surveyround FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_surveyroundevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    instrument character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    licence_holder character varying(200) NOT NULL,
    licence_until date,
    moment character varying(10) NOT NULL,
    held_on date NOT NULL,
    n_asked integer NOT NULL,
    n_answered integer NOT NULL,
    n_paired integer,
    lowest numeric(7,2) NOT NULL,
    highest numeric(7,2) NOT NULL,
    is_less_better boolean NOT NULL,
    scores jsonb NOT NULL,
    source character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    adjusted_for character varying(200) NOT NULL,
    changes jsonb NOT NULL,
    groups jsonb NOT NULL,
    CONSTRAINT initiatives_surveyroundevent_n_answered_check CHECK ((n_answered >= 0)),
    CONSTRAINT initiatives_surveyroundevent_n_asked_check CHECK ((n_asked >= 0)),
    CONSTRAINT initiatives_surveyroundevent_n_paired_check CHECK ((n_paired >= 0))
);

ALTER TABLE ONLY public.initiatives_surveyroundevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_surveyroundevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_surveyroundevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_valueassessment (
    id uuid NOT NULL,
    comparison character varying(10) NOT NULL,
    perspective character varying(10) NOT NULL,
    horizon_months smallint NOT NULL,
    price_year smallint NOT NULL,
    effect character varying(120) NOT NULL,
    effect_unit character varying(60) NOT NULL,
    is_less_better boolean NOT NULL,
    amounts_eur numeric(11,2)[] NOT NULL,
    amounts_origin character varying(300) NOT NULL,
    holds_own_cost boolean NOT NULL,
    not_counted text NOT NULL,
    source character varying(300) NOT NULL,
    groups jsonb NOT NULL,
    why text NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    n_took_part integer,
    price_index jsonb NOT NULL,
    price_index_source character varying(300) NOT NULL,
    CONSTRAINT a_price_index_has_a_source CHECK (((price_index = '[]'::jsonb) OR (NOT ((price_index_source)::text = ''::text)))),
    CONSTRAINT choices_about_value_say_why CHECK (((NOT (why = ''::text)) AND (NOT ((amounts_origin)::text = ''::text)))),
    CONSTRAINT initiatives_valueassessment_horizon_months_check CHECK ((horizon_months >= 0)),
    CONSTRAINT initiatives_valueassessment_n_took_part_check CHECK ((n_took_part >= 0)),
    CONSTRAINT initiatives_valueassessment_price_year_check CHECK ((price_year >= 0))
);

ALTER TABLE ONLY public.initiatives_valueassessment FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_valueassessmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    comparison character varying(10) NOT NULL,
    perspective character varying(10) NOT NULL,
    horizon_months smallint NOT NULL,
    price_year smallint NOT NULL,
    effect character varying(120) NOT NULL,
    effect_unit character varying(60) NOT NULL,
    is_less_better boolean NOT NULL,
    amounts_eur numeric(11,2)[] NOT NULL,
    amounts_origin character varying(300) NOT NULL,
    holds_own_cost boolean NOT NULL,
    not_counted text NOT NULL,
    source character varying(300) NOT NULL,
    groups jsonb NOT NULL,
    why text NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    n_took_part integer,
    price_index jsonb NOT NULL,
    price_index_source character varying(300) NOT NULL,
    CONSTRAINT initiatives_valueassessmentevent_horizon_months_check CHECK ((horizon_months >= 0)),
    CONSTRAINT initiatives_valueassessmentevent_n_took_part_check CHECK ((n_took_part >= 0)),
    CONSTRAINT initiatives_valueassessmentevent_price_year_check CHECK ((price_year >= 0))
);

ALTER TABLE ONLY public.initiatives_valueassessmentevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valueassessmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_valueassessmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.initiatives_valuecard (
    id uuid NOT NULL,
    number smallint NOT NULL,
    sha256 character varying(64) NOT NULL,
    fault character varying(40) NOT NULL,
    outcome jsonb NOT NULL,
    broad text NOT NULL,
    narrow text NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    assessment_id uuid NOT NULL,
    network_id uuid NOT NULL,
    cloud_broad text NOT NULL,
    cloud_narrow text NOT NULL,
    CONSTRAINT initiatives_valuecard_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.initiatives_valuecard FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_valueline (
    id uuid NOT NULL,
    what character varying(200) NOT NULL,
    sort character varying(20) NOT NULL,
    moment character varying(10) NOT NULL,
    direction character varying(20) NOT NULL,
    purse character varying(20) NOT NULL,
    volume numeric(11,2) NOT NULL,
    unit character varying(60) NOT NULL,
    price_eur numeric(11,2) NOT NULL,
    year smallint NOT NULL,
    source character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid,
    assessment_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    price_year smallint,
    same_as_id uuid,
    share_percent smallint NOT NULL,
    CONSTRAINT a_line_of_cost_is_something_with_a_source CHECK (((volume > (0)::numeric) AND (price_eur > (0)::numeric) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT initiatives_valueline_price_year_check CHECK ((price_year >= 0)),
    CONSTRAINT initiatives_valueline_share_percent_check CHECK ((share_percent >= 0)),
    CONSTRAINT initiatives_valueline_year_check CHECK ((year >= 0)),
    CONSTRAINT only_of_a_saving_a_part_is_counted CHECK (((share_percent >= 1) AND (share_percent <= 100) AND ((NOT ((direction)::text = 'pays'::text)) OR ((same_as_id IS NULL) AND (share_percent = 100)))))
);

ALTER TABLE ONLY public.initiatives_valueline FORCE ROW LEVEL SECURITY;
CREATE TABLE public.initiatives_valuelineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    what character varying(200) NOT NULL,
    sort character varying(20) NOT NULL,
    moment character varying(10) NOT NULL,
    direction character varying(20) NOT NULL,
    purse character varying(20) NOT NULL,
    volume numeric(11,2) NOT NULL,
    unit character varying(60) NOT NULL,
    price_eur numeric(11,2) NOT NULL,
    year smallint NOT NULL,
    source character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid,
    assessment_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    price_year smallint,
    same_as_id uuid,
    share_percent smallint NOT NULL,
    CONSTRAINT initiatives_valuelineevent_price_year_check CHECK ((price_year >= 0)),
    CONSTRAINT initiatives_valuelineevent_share_percent_check CHECK ((share_percent >= 0)),
    CONSTRAINT initiatives_valuelineevent_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.initiatives_valuelineevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valuelineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.initiatives_valuelineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.jobs_job (
    id uuid NOT NULL,
    task character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    words character varying(500) NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    state character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone,
    ended_at timestamp with time zone,
    stop_asked_at timestamp with time zone,
    link_name character varying(100) NOT NULL,
    link_kwargs jsonb NOT NULL,
    network_id uuid NOT NULL,
    started_by_id uuid NOT NULL,
    CONSTRAINT ended_jobs_say_when_and_what CHECK (((NOT ((state)::text = ANY (ARRAY[('cancelled'::character varying)::text, ('done'::character varying)::text, ('failed'::character varying)::text]))) OR ((ended_at IS NOT NULL) AND (NOT ((words)::text = ''::text))))),
    CONSTRAINT jobs_job_done_check CHECK ((done >= 0)),
    CONSTRAINT jobs_job_total_check CHECK ((total >= 0))
);

ALTER TABLE ONLY public.jobs_job FORCE ROW LEVEL SECURITY;
CREATE TABLE public.jobs_round (
    id smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    n_retried integer NOT NULL,
    n_given_up integer NOT NULL,
    CONSTRAINT jobs_round_id_check CHECK ((id >= 0)),
    CONSTRAINT jobs_round_n_given_up_check CHECK ((n_given_up >= 0)),
    CONSTRAINT jobs_round_n_retried_check CHECK ((n_retried >= 0)),
    CONSTRAINT only_the_last_round_is_kept CHECK ((id = 1))
);
CREATE TABLE public.journal_entry (
    sequence bigint NOT NULL,
    network_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id uuid,
    person_name character varying(200) NOT NULL,
    on_behalf_of character varying(200) NOT NULL,
    verb character varying(60) NOT NULL,
    about_type character varying(60) NOT NULL,
    about_id character varying(60) NOT NULL,
    about_label character varying(300) NOT NULL,
    reason text NOT NULL,
    data jsonb NOT NULL
);

ALTER TABLE ONLY public.journal_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE public.journal_entry ALTER COLUMN sequence ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_entry_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_seal (
    id bigint NOT NULL,
    network_id uuid NOT NULL,
    number integer NOT NULL,
    after bigint NOT NULL,
    up_to bigint NOT NULL,
    n_entries integer NOT NULL,
    previous character varying(64) NOT NULL,
    value character varying(64) NOT NULL,
    sealed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT journal_seal_n_entries_check CHECK ((n_entries >= 0)),
    CONSTRAINT journal_seal_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.journal_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE public.journal_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measuring_baseline (
    id uuid NOT NULL,
    number smallint NOT NULL,
    state character varying(20) NOT NULL,
    from_on date NOT NULL,
    last_on date NOT NULL,
    reason text NOT NULL,
    "values" jsonb NOT NULL,
    limits jsonb NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    locked_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    checked_by_id uuid,
    collected_by_id uuid,
    locked_by_id uuid,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL,
    CONSTRAINT a_baseline_does_not_end_before_it_starts CHECK ((last_on >= from_on)),
    CONSTRAINT a_baseline_is_checked_by_somebody_else CHECK ((((checked_at IS NULL) AND (checked_by_id IS NULL) AND ((state)::text = 'collected'::text)) OR ((NOT ((state)::text = 'collected'::text)) AND (checked_at IS NOT NULL) AND (NOT ((checked_by_id = collected_by_id) AND (checked_by_id IS NOT NULL) AND (collected_by_id IS NOT NULL)))))),
    CONSTRAINT a_locked_baseline_has_a_fingerprint_a_moment_and_figures CHECK ((((locked_at IS NOT NULL) AND ((sha256)::text ~ '^[0-9a-f]{64}$'::text) AND ((state)::text = 'locked'::text) AND (NOT ("values" = '[]'::jsonb))) OR ((NOT ((state)::text = 'locked'::text)) AND (locked_at IS NULL) AND ((sha256)::text = ''::text)))),
    CONSTRAINT a_second_baseline_says_why CHECK (((number = 1) OR (NOT (reason = ''::text)))),
    CONSTRAINT measuring_baseline_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.measuring_baseline FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_baselineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    number smallint NOT NULL,
    state character varying(20) NOT NULL,
    from_on date NOT NULL,
    last_on date NOT NULL,
    reason text NOT NULL,
    "values" jsonb NOT NULL,
    limits jsonb NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    locked_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    checked_by_id uuid,
    collected_by_id uuid,
    locked_by_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    series_id uuid NOT NULL,
    CONSTRAINT measuring_baselineevent_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.measuring_baselineevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_baselineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measuring_baselineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measuring_exit (
    id uuid NOT NULL,
    what character varying(300) NOT NULL,
    file_name character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    n_values integer NOT NULL,
    n_hidden integer NOT NULL,
    threshold smallint NOT NULL,
    series jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT an_exit_keeps_the_lowest_threshold CHECK ((threshold >= 5)),
    CONSTRAINT measuring_exit_n_hidden_check CHECK ((n_hidden >= 0)),
    CONSTRAINT measuring_exit_n_values_check CHECK ((n_values >= 0)),
    CONSTRAINT measuring_exit_threshold_check CHECK ((threshold >= 0)),
    CONSTRAINT no_more_is_hidden_than_left CHECK ((n_hidden <= n_values))
);

ALTER TABLE ONLY public.measuring_exit FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_figureimport (
    id uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    filename character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    n_rows integer NOT NULL,
    rows jsonb NOT NULL,
    outcome jsonb NOT NULL,
    is_right boolean NOT NULL,
    done_at timestamp with time zone,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT measuring_figureimport_n_rows_check CHECK ((n_rows >= 0)),
    CONSTRAINT only_a_file_without_faults_is_brought_in CHECK (((done_at IS NULL) OR is_right))
);

ALTER TABLE ONLY public.measuring_figureimport FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_indicator (
    id uuid NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(200) NOT NULL,
    origin character varying(20) NOT NULL,
    ended_on date,
    ended_reason text NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_ended_indicator_says_why CHECK ((((ended_on IS NULL) AND (ended_reason = ''::text)) OR ((ended_on IS NOT NULL) AND (NOT (ended_reason = ''::text)))))
);

ALTER TABLE ONLY public.measuring_indicator FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_indicatorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(200) NOT NULL,
    origin character varying(20) NOT NULL,
    ended_on date,
    ended_reason text NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.measuring_indicatorevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_indicatorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measuring_indicatorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measuring_indicatorversion (
    id uuid NOT NULL,
    number smallint NOT NULL,
    name character varying(200) NOT NULL,
    question character varying(300) NOT NULL,
    kind character varying(20) NOT NULL,
    aim character varying(20) NOT NULL,
    trilemma character varying(20) NOT NULL,
    direction character varying(10) NOT NULL,
    type character varying(20) NOT NULL,
    numerator text NOT NULL,
    denominator text NOT NULL,
    population text NOT NULL,
    unit character varying(60) NOT NULL,
    multiplier integer NOT NULL,
    period character varying(10) NOT NULL,
    target numeric(14,4),
    target_origin character varying(200) NOT NULL,
    target_on date,
    minimal_difference numeric(14,4),
    chart character varying(10) NOT NULL,
    rule_set character varying(10) NOT NULL,
    "interval" character varying(10) NOT NULL,
    disclosure character varying(10) NOT NULL,
    balancing character varying(60)[] NOT NULL,
    source text NOT NULL,
    caveats text NOT NULL,
    authored_by character varying(120) NOT NULL,
    checked_by character varying(120) NOT NULL,
    reviewed_on date NOT NULL,
    review_before date NOT NULL,
    sha256 character varying(64) NOT NULL,
    change text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    indicator_id uuid NOT NULL,
    made_by_id uuid,
    network_id uuid NOT NULL,
    CONSTRAINT a_definition_names_its_source CHECK ((NOT (source = ''::text))),
    CONSTRAINT a_later_definition_says_what_changed CHECK (((number = 1) OR (NOT (change = ''::text)))),
    CONSTRAINT a_share_or_a_rate_has_a_denominator CHECK (((NOT ((type)::text = ANY (ARRAY[('proportion'::character varying)::text, ('rate'::character varying)::text]))) OR (NOT (denominator = ''::text)))),
    CONSTRAINT a_target_says_who_agreed_on_it CHECK ((((target IS NULL) AND ((target_origin)::text = ''::text)) OR ((target IS NOT NULL) AND (NOT ((target_origin)::text = ''::text))))),
    CONSTRAINT measuring_indicatorversion_multiplier_check CHECK ((multiplier >= 0)),
    CONSTRAINT measuring_indicatorversion_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.measuring_indicatorversion FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_phasechange (
    id uuid NOT NULL,
    starts_on date NOT NULL,
    cause character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL,
    CONSTRAINT a_phase_says_what_changed CHECK ((NOT ((cause)::text = ''::text)))
);

ALTER TABLE ONLY public.measuring_phasechange FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_phasechangeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    starts_on date NOT NULL,
    cause character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.measuring_phasechangeevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_phasechangeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measuring_phasechangeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measuring_pointnote (
    id uuid NOT NULL,
    period_on date NOT NULL,
    text character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL,
    CONSTRAINT a_note_at_a_figure_says_something CHECK ((NOT ((text)::text = ''::text)))
);

ALTER TABLE ONLY public.measuring_pointnote FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_pointnoteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    period_on date NOT NULL,
    text character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    series_id uuid NOT NULL
);

ALTER TABLE ONLY public.measuring_pointnoteevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_pointnoteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measuring_pointnoteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measuring_reading (
    id uuid NOT NULL,
    is_stale boolean NOT NULL,
    computed_at timestamp with time zone,
    engine character varying(60) NOT NULL,
    fault character varying(40) NOT NULL,
    points jsonb NOT NULL,
    last jsonb NOT NULL,
    variation character varying(20) NOT NULL,
    assurance character varying(20) NOT NULL,
    lower95 double precision,
    upper95 double precision,
    expected_at_last double precision NOT NULL,
    expected_anywhere double precision NOT NULL,
    autocorrelation double precision,
    dispersion double precision,
    is_trial boolean NOT NULL,
    broad text NOT NULL,
    narrow text NOT NULL,
    network_id uuid NOT NULL,
    series_id uuid NOT NULL,
    is_of_before boolean NOT NULL,
    limits_from_on date,
    limits_last_on date,
    lower double precision,
    upper double precision
);

ALTER TABLE ONLY public.measuring_reading FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_series (
    id uuid NOT NULL,
    level character varying(10) NOT NULL,
    subject_type character varying(20) NOT NULL,
    subject_id uuid,
    subject_label character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    area_id uuid,
    made_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid,
    version_id uuid NOT NULL,
    ended_on date,
    ended_reason text NOT NULL,
    CONSTRAINT a_series_says_about_whom_it_is CHECK ((((area_id IS NULL) AND ((level)::text = 'network'::text) AND (partner_id IS NULL)) OR ((area_id IS NOT NULL) AND ((level)::text = 'area'::text) AND (partner_id IS NULL)) OR ((area_id IS NULL) AND ((level)::text = 'partner'::text) AND (partner_id IS NOT NULL)))),
    CONSTRAINT a_subject_has_a_kind_and_a_key CHECK ((((subject_id IS NULL) AND ((subject_type)::text = ''::text)) OR ((NOT ((subject_type)::text = ''::text)) AND (subject_id IS NOT NULL)))),
    CONSTRAINT an_ended_series_says_why CHECK ((((ended_on IS NULL) AND (ended_reason = ''::text)) OR ((ended_on IS NOT NULL) AND (NOT (ended_reason = ''::text)))))
);

ALTER TABLE ONLY public.measuring_series FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_seriesevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    level character varying(10) NOT NULL,
    subject_type character varying(20) NOT NULL,
    subject_id uuid,
    subject_label character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    area_id uuid,
    made_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    version_id uuid NOT NULL,
    ended_on date,
    ended_reason text NOT NULL
);

ALTER TABLE ONLY public.measuring_seriesevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_seriesevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.measuring_seriesevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.measuring_threshold (
    id uuid NOT NULL,
    number integer NOT NULL,
    threshold smallint NOT NULL,
    reason text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    decision_id uuid,
    network_id uuid NOT NULL,
    set_by_id uuid,
    CONSTRAINT a_low_threshold_has_its_decision CHECK (((threshold >= 10) OR (decision_id IS NOT NULL))),
    CONSTRAINT a_threshold_is_never_below_the_lowest CHECK (((threshold >= 5) AND (threshold <= 100))),
    CONSTRAINT a_threshold_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT measuring_threshold_number_check CHECK ((number >= 0)),
    CONSTRAINT measuring_threshold_threshold_check CHECK ((threshold >= 0))
);

ALTER TABLE ONLY public.measuring_threshold FORCE ROW LEVEL SECURITY;
CREATE TABLE public.measuring_value (
    id uuid NOT NULL,
    period_on date NOT NULL,
    number smallint NOT NULL,
    numerator numeric(18,6),
    denominator numeric(18,6),
    value numeric(18,6),
    n integer,
    state character varying(20) NOT NULL,
    source character varying(200) NOT NULL,
    reason text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id uuid,
    entered_by_id uuid,
    network_id uuid NOT NULL,
    replaced_by_id uuid,
    series_id uuid NOT NULL,
    sd numeric(18,6),
    CONSTRAINT a_corrected_figure_says_why CHECK (((number = 1) OR (NOT (reason = ''::text)))),
    CONSTRAINT a_figure_does_not_replace_itself CHECK (((replaced_by_id IS NULL) OR (NOT ((replaced_by_id = id) AND (replaced_by_id IS NOT NULL))))),
    CONSTRAINT a_final_figure_was_checked_by_somebody CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL) AND ((state)::text = 'provisional'::text)) OR ((approved_at IS NOT NULL) AND ((state)::text = 'final'::text)))),
    CONSTRAINT a_fraction_has_both_its_parts CHECK ((((denominator IS NULL) AND (numerator IS NULL)) OR ((denominator >= (0)::numeric) AND (denominator IS NOT NULL) AND (numerator >= (0)::numeric) AND (numerator IS NOT NULL)))),
    CONSTRAINT a_spread_is_that_of_a_mean_over_two_or_more CHECK (((sd IS NULL) OR ((n >= 2) AND (numerator IS NULL) AND (sd >= (0)::numeric)))),
    CONSTRAINT measuring_value_n_check CHECK ((n >= 0)),
    CONSTRAINT measuring_value_number_check CHECK ((number >= 0)),
    CONSTRAINT only_a_withdrawn_figure_or_nothing_counted_has_no_value CHECK (((value IS NOT NULL) OR ((denominator = (0)::numeric) AND (denominator IS NOT NULL)) OR ((n IS NULL) AND (number > 1) AND (numerator IS NULL))))
);

ALTER TABLE ONLY public.measuring_value FORCE ROW LEVEL SECURITY;
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_agreement (
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    starts_on date,
    starts_precision character varying(10) NOT NULL,
    ends_on date,
    notice_months smallint,
    text text NOT NULL,
    source text NOT NULL,
    supersedes_id uuid,
    network_id uuid NOT NULL,
    renewal_months smallint,
    last_mark smallint NOT NULL,
    preamble text NOT NULL,
    CONSTRAINT an_agreement_does_not_replace_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT an_agreement_ends_after_it_starts CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT an_agreement_that_renews_itself_has_an_end CHECK (((renewal_months IS NULL) OR ((ends_on IS NOT NULL) AND (renewal_months > 0)))),
    CONSTRAINT network_agreement_last_mark_check CHECK ((last_mark >= 0)),
    CONSTRAINT network_agreement_notice_months_check CHECK ((notice_months >= 0)),
    CONSTRAINT network_agreement_renewal_months_check CHECK ((renewal_months >= 0))
);

ALTER TABLE ONLY public.network_agreement FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_agreementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    starts_on date,
    starts_precision character varying(10) NOT NULL,
    ends_on date,
    notice_months smallint,
    text text NOT NULL,
    source text NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    supersedes_id uuid,
    network_id uuid NOT NULL,
    renewal_months smallint,
    last_mark smallint NOT NULL,
    preamble text NOT NULL,
    CONSTRAINT network_agreementevent_last_mark_check CHECK ((last_mark >= 0)),
    CONSTRAINT network_agreementevent_notice_months_check CHECK ((notice_months >= 0)),
    CONSTRAINT network_agreementevent_renewal_months_check CHECK ((renewal_months >= 0))
);

ALTER TABLE ONLY public.network_agreementevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_agreementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_agreementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_agreementparty (
    id uuid NOT NULL,
    signed_on date,
    signed_by_name character varying(120) NOT NULL,
    agreement_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    CONSTRAINT a_signature_has_a_day_and_a_name CHECK (((((signed_by_name)::text = ''::text) AND (signed_on IS NULL)) OR ((signed_on IS NOT NULL) AND (NOT ((signed_by_name)::text = ''::text)))))
);

ALTER TABLE ONLY public.network_agreementparty FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_ambition (
    id uuid NOT NULL,
    code character varying(20) NOT NULL,
    text text NOT NULL,
    "position" smallint NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT network_ambition_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_ambition FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_area (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    slug character varying(60) NOT NULL,
    kind character varying(20) NOT NULL,
    cbs_code character varying(10) NOT NULL,
    note text NOT NULL,
    "position" smallint NOT NULL,
    parent_id uuid,
    network_id uuid NOT NULL,
    CONSTRAINT an_area_does_not_lie_in_itself CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT network_area_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_area FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_article (
    id uuid NOT NULL,
    mark smallint NOT NULL,
    number character varying(20) NOT NULL,
    heading character varying(200) NOT NULL,
    text text NOT NULL,
    "position" smallint NOT NULL,
    agreement_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_article_says_something CHECK ((NOT (((heading)::text = ''::text) AND (text = ''::text)))),
    CONSTRAINT network_article_mark_check CHECK ((mark >= 0)),
    CONSTRAINT network_article_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_article FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_articleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    mark smallint NOT NULL,
    number character varying(20) NOT NULL,
    heading character varying(200) NOT NULL,
    text text NOT NULL,
    "position" smallint NOT NULL,
    agreement_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT network_articleevent_mark_check CHECK ((mark >= 0)),
    CONSTRAINT network_articleevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_articleevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_articleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_articleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_contributiontier (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    text character varying(500) NOT NULL,
    who character varying(200)[] NOT NULL,
    "position" smallint NOT NULL,
    source text NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT network_contributiontier_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_contributiontier FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_criteriaset (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    version smallint NOT NULL,
    kind character varying(20) NOT NULL,
    moment character varying(200) NOT NULL,
    valid_from date,
    valid_until date,
    is_default boolean NOT NULL,
    source text NOT NULL,
    agreement_id uuid,
    network_id uuid NOT NULL,
    theme_id uuid,
    CONSTRAINT a_criteria_set_ends_after_it_starts CHECK (((valid_until IS NULL) OR (valid_from IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT criteria_set_versions_count_from_one CHECK ((version >= 1)),
    CONSTRAINT network_criteriaset_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.network_criteriaset FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_criteriasetevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    version smallint NOT NULL,
    kind character varying(20) NOT NULL,
    moment character varying(200) NOT NULL,
    valid_from date,
    valid_until date,
    is_default boolean NOT NULL,
    source text NOT NULL,
    agreement_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    network_id uuid NOT NULL,
    theme_id uuid,
    CONSTRAINT network_criteriasetevent_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.network_criteriasetevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_criteriasetevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_criteriasetevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_criterion (
    id uuid NOT NULL,
    code character varying(20) NOT NULL,
    text text NOT NULL,
    rule character varying(40) NOT NULL,
    preference character varying(200) NOT NULL,
    refers_to character varying(20)[] NOT NULL,
    is_knockout boolean NOT NULL,
    weight numeric(5,2),
    anchors jsonb NOT NULL,
    "position" smallint NOT NULL,
    criteria_set_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_weight_is_more_than_nothing CHECK (((weight IS NULL) OR (weight > (0)::numeric))),
    CONSTRAINT network_criterion_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_criterion FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_growthneed (
    id uuid NOT NULL,
    stage character varying(20) NOT NULL,
    text character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    source text NOT NULL,
    is_inferred boolean NOT NULL,
    met_on date,
    evidence text NOT NULL,
    met_by_id uuid,
    network_id uuid NOT NULL,
    CONSTRAINT network_growthneed_position_check CHECK (("position" >= 0)),
    CONSTRAINT what_is_there_has_evidence_and_who_wrote_it_down CHECK ((((evidence = ''::text) AND (met_by_id IS NULL) AND (met_on IS NULL)) OR ((met_by_id IS NOT NULL) AND (met_on IS NOT NULL) AND (NOT (evidence = ''::text)))))
);

ALTER TABLE ONLY public.network_growthneed FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_growthneedevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    stage character varying(20) NOT NULL,
    text character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    source text NOT NULL,
    is_inferred boolean NOT NULL,
    met_on date,
    evidence text NOT NULL,
    met_by_id uuid,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT network_growthneedevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_growthneedevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_growthneedevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_growthneedevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_membership (
    id uuid NOT NULL,
    role character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    person_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid,
    CONSTRAINT a_membership_does_not_end_before_it_starts CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT a_representative_speaks_for_a_partner CHECK (((NOT ((role)::text = 'representative'::text)) OR (partner_id IS NOT NULL)))
);

ALTER TABLE ONLY public.network_membership FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    role character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid
);

ALTER TABLE ONLY public.network_membershipevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_network (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(60) NOT NULL,
    region character varying(200) NOT NULL,
    mission text NOT NULL,
    vision text NOT NULL,
    principles text[] NOT NULL,
    growth_stage character varying(20) NOT NULL,
    is_growth_stage_inferred boolean NOT NULL,
    started_on date,
    started_precision character varying(10) NOT NULL,
    legal_form character varying(200) NOT NULL,
    supported_by character varying(200) NOT NULL,
    source text NOT NULL,
    is_listed boolean NOT NULL,
    is_example boolean NOT NULL,
    hue_slug character varying(30) NOT NULL,
    facts jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT a_network_address_is_lower_case CHECK (((slug)::text ~ '^[a-z0-9][a-z0-9-]*$'::text)),
    CONSTRAINT a_network_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE ONLY public.network_network FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_networkevent (
    id uuid NOT NULL,
    key character varying(80) NOT NULL,
    happened_on date,
    "precision" character varying(10) NOT NULL,
    period character varying(120) NOT NULL,
    date_note character varying(200) NOT NULL,
    title character varying(200) NOT NULL,
    attendees character varying(120) NOT NULL,
    note text NOT NULL,
    source text NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT an_event_has_a_day_or_a_period CHECK ((((happened_on IS NOT NULL) AND (NOT (("precision")::text = 'period'::text))) OR ((happened_on IS NULL) AND (("precision")::text = 'period'::text) AND (NOT ((period)::text = ''::text)))))
);

ALTER TABLE ONLY public.network_networkevent FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_obligation (
    id uuid NOT NULL,
    text character varying(500) NOT NULL,
    source_text text NOT NULL,
    due_on date,
    every_months smallint,
    state character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    met_on date,
    withdrawn_reason text NOT NULL,
    agreement_id uuid NOT NULL,
    answered_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    article_id uuid,
    CONSTRAINT a_disputed_or_withdrawn_obligation_says_why CHECK ((((NOT ((state)::text = 'disputed'::text)) OR (NOT (answer = ''::text))) AND ((NOT ((state)::text = 'withdrawn'::text)) OR (NOT (withdrawn_reason = ''::text))))),
    CONSTRAINT an_answered_obligation_says_who_and_when CHECK (((NOT ((state)::text = ANY (ARRAY[('confirmed'::character varying)::text, ('disputed'::character varying)::text]))) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT an_obligation_says_what CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT an_obligation_that_returns_has_a_day CHECK (((every_months IS NULL) OR ((due_on IS NOT NULL) AND (every_months > 0)))),
    CONSTRAINT network_obligation_every_months_check CHECK ((every_months >= 0)),
    CONSTRAINT only_a_confirmed_obligation_is_met CHECK (((met_on IS NULL) OR ((every_months IS NULL) AND ((state)::text = 'confirmed'::text))))
);

ALTER TABLE ONLY public.network_obligation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_obligationanswer (
    id uuid NOT NULL,
    agrees boolean NOT NULL,
    text text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id uuid NOT NULL,
    network_id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    CONSTRAINT who_says_no_to_an_obligation_says_why CHECK ((agrees OR (NOT (text = ''::text))))
);

ALTER TABLE ONLY public.network_obligationanswer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_obligationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    text character varying(500) NOT NULL,
    source_text text NOT NULL,
    due_on date,
    every_months smallint,
    state character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    met_on date,
    withdrawn_reason text NOT NULL,
    agreement_id uuid NOT NULL,
    answered_by_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    article_id uuid,
    CONSTRAINT network_obligationevent_every_months_check CHECK ((every_months >= 0))
);

ALTER TABLE ONLY public.network_obligationevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_obligationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_obligationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_obligationreport (
    id uuid NOT NULL,
    due_on date,
    is_met boolean NOT NULL,
    evidence text NOT NULL,
    happened_on date NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    network_id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    reported_by_id uuid,
    CONSTRAINT a_report_of_an_obligation_shows_it CHECK ((NOT (evidence = ''::text)))
);

ALTER TABLE ONLY public.network_obligationreport FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_organisation (
    id uuid NOT NULL,
    key character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(40) NOT NULL,
    kvk_number character varying(8) NOT NULL,
    agb_code character varying(8) NOT NULL,
    CONSTRAINT a_kvk_number_has_eight_digits CHECK ((((kvk_number)::text = ''::text) OR ((kvk_number)::text ~ '^[0-9]{8}$'::text))),
    CONSTRAINT an_agb_code_has_eight_digits CHECK ((((agb_code)::text = ''::text) OR ((agb_code)::text ~ '^[0-9]{8}$'::text)))
);
CREATE TABLE public.network_partner (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    joined_on date,
    left_on date,
    n_organisations smallint,
    n_planned smallint,
    note text NOT NULL,
    wants text NOT NULL,
    offers text NOT NULL,
    can_teach text NOT NULL,
    "position" smallint NOT NULL,
    member_of_id uuid,
    network_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT a_partner_is_no_member_of_itself CHECK (((member_of_id IS NULL) OR (NOT ((member_of_id = id) AND (member_of_id IS NOT NULL))))),
    CONSTRAINT a_partner_leaves_after_it_joins CHECK (((left_on IS NULL) OR (joined_on IS NULL) OR (left_on >= joined_on))),
    CONSTRAINT network_partner_n_organisations_check CHECK ((n_organisations >= 0)),
    CONSTRAINT network_partner_n_planned_check CHECK ((n_planned >= 0)),
    CONSTRAINT network_partner_position_check CHECK (("position" >= 0)),
    CONSTRAINT who_has_a_leaving_day_has_left CHECK (((left_on IS NULL) OR ((status)::text = 'left'::text)))
);

ALTER TABLE ONLY public.network_partner FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_partnerarea (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    network_id uuid NOT NULL,
    partner_id uuid NOT NULL
);

ALTER TABLE ONLY public.network_partnerarea FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_partnerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(40) NOT NULL,
    status character varying(20) NOT NULL,
    joined_on date,
    left_on date,
    n_organisations smallint,
    n_planned smallint,
    note text NOT NULL,
    wants text NOT NULL,
    offers text NOT NULL,
    can_teach text NOT NULL,
    "position" smallint NOT NULL,
    member_of_id uuid,
    network_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    CONSTRAINT network_partnerevent_n_organisations_check CHECK ((n_organisations >= 0)),
    CONSTRAINT network_partnerevent_n_planned_check CHECK ((n_planned >= 0)),
    CONSTRAINT network_partnerevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_partnerevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.network_partnerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_partnerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_theme (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    slug character varying(60) NOT NULL,
    scope text NOT NULL,
    "position" smallint NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT network_theme_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.network_theme FORCE ROW LEVEL SECURITY;
CREATE TABLE public.network_tierperson (
    id uuid NOT NULL,
    role character varying(200) NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    tier_id uuid NOT NULL
);

ALTER TABLE ONLY public.network_tierperson FORCE ROW LEVEL SECURITY;
CREATE TABLE public.notices_mail (
    id uuid NOT NULL,
    address character varying(254) NOT NULL,
    subject character varying(200) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    state character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    fault character varying(100) NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid,
    CONSTRAINT sent_mail_says_when CHECK (((NOT ((state)::text = 'sent'::text)) OR (sent_at IS NOT NULL)))
);

ALTER TABLE ONLY public.notices_mail FORCE ROW LEVEL SECURITY;
CREATE TABLE public.notices_notice (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    key character varying(120) NOT NULL,
    title character varying(300) NOT NULL,
    because character varying(500) NOT NULL,
    due_on date,
    url_name character varying(100) NOT NULL,
    url_kwargs jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    delivery character varying(10) NOT NULL,
    mail_id uuid,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.notices_notice FORCE ROW LEVEL SECURITY;
CREATE TABLE public.notices_preference (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    delivery character varying(10) NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.notices_preference FORCE ROW LEVEL SECURITY;
CREATE UNLOGGED TABLE public.people_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.people_person (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    is_demo boolean NOT NULL,
    demo_words character varying(200) NOT NULL,
    demo_network character varying(60) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone,
    is_founder boolean NOT NULL
);
CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.public_contact (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    reach character varying(200) NOT NULL,
    verified_at timestamp with time zone,
    network_id uuid NOT NULL,
    CONSTRAINT a_contact_can_be_reached_somehow CHECK (((NOT ((email)::text = ''::text)) OR (NOT ((reach)::text = ''::text))))
);

ALTER TABLE ONLY public.public_contact FORCE ROW LEVEL SECURITY;
CREATE TABLE public.public_membershiprequest (
    id uuid NOT NULL,
    organisation character varying(200) NOT NULL,
    kind character varying(40) NOT NULL,
    answers jsonb NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answer_by date,
    state character varying(10) NOT NULL,
    advice text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    advised_by_id uuid,
    contact_id uuid NOT NULL,
    decision_id uuid,
    network_id uuid NOT NULL,
    partner_id uuid,
    CONSTRAINT a_refused_request_says_why CHECK (((NOT ((state)::text = 'refused'::text)) OR (NOT (answer = ''::text)))),
    CONSTRAINT a_request_is_proposed_with_a_decision CHECK ((((state)::text = ANY (ARRAY[('new'::character varying)::text, ('advised'::character varying)::text])) OR (decision_id IS NOT NULL))),
    CONSTRAINT an_admitted_request_became_a_partner CHECK (((NOT ((state)::text = 'admitted'::text)) OR (partner_id IS NOT NULL)))
);

ALTER TABLE ONLY public.public_membershiprequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.public_outsideidea (
    id uuid NOT NULL,
    answers jsonb NOT NULL,
    channel character varying(10) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    contact_id uuid NOT NULL,
    initiative_id uuid,
    network_id uuid NOT NULL,
    registered_by_id uuid,
    secret_hash character varying(64) NOT NULL,
    CONSTRAINT who_writes_down_an_idea_for_a_resident_is_known CHECK (((((channel)::text = 'web'::text) AND (registered_by_id IS NULL)) OR ((NOT ((channel)::text = 'web'::text)) AND (registered_by_id IS NOT NULL))))
);

ALTER TABLE ONLY public.public_outsideidea FORCE ROW LEVEL SECURITY;
CREATE TABLE public.public_publication (
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    what text NOT NULL,
    for_whom text NOT NULL,
    result text NOT NULL,
    next_step text NOT NULL,
    is_published boolean NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    CONSTRAINT a_public_text_says_what CHECK (((NOT ((title)::text = ''::text)) AND (NOT (what = ''::text)))),
    CONSTRAINT what_is_public_was_approved CHECK (((NOT is_published) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL))))
);

ALTER TABLE ONLY public.public_publication FORCE ROW LEVEL SECURITY;
CREATE TABLE public.public_publicationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    what text NOT NULL,
    for_whom text NOT NULL,
    result text NOT NULL,
    next_step text NOT NULL,
    is_published boolean NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id uuid,
    initiative_id uuid NOT NULL,
    network_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);

ALTER TABLE ONLY public.public_publicationevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.public_publicationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.public_publicationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_findabletext (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    subject_id uuid NOT NULL,
    initiative_id uuid,
    key character varying(80) NOT NULL,
    number character varying(20) NOT NULL,
    title text NOT NULL,
    label text NOT NULL,
    body text NOT NULL,
    state character varying(20) NOT NULL,
    at timestamp with time zone,
    readers uuid[],
    plain_title text NOT NULL,
    vector tsvector,
    network_id uuid NOT NULL
);

ALTER TABLE ONLY public.search_findabletext FORCE ROW LEVEL SECURITY;
CREATE TABLE tenancy.pulse (
    network_id uuid NOT NULL,
    beats bigint NOT NULL,
    raised_by xid8 NOT NULL
);
CREATE TABLE tenancy.signing_key (
    only_one boolean DEFAULT true NOT NULL,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL,
    CONSTRAINT signing_key_inner_pad_check CHECK ((length(inner_pad) = 64)),
    CONSTRAINT signing_key_only_one_check CHECK (only_one),
    CONSTRAINT signing_key_outer_pad_check CHECK ((length(outer_pad) = 64))
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT a_body_has_its_own_address UNIQUE (network_id, slug);
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT a_body_has_one_chair_at_a_time EXCLUDE USING gist (network_id WITH =, body_id WITH =, daterange(from_on, until_on) WITH &&) WHERE (is_chair);
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT a_claim_has_a_verdict_version_once UNIQUE (network_id, claim_id, number);
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT a_claim_is_compared_with_a_series_once UNIQUE (network_id, claim_id, series_id);
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT a_condition_stands_on_an_agenda_once UNIQUE (network_id, meeting_id, condition_id);
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT a_criteria_set_has_each_version_once UNIQUE (network_id, name, version);
ALTER TABLE ONLY public.network_criterion
    ADD CONSTRAINT a_criterion_has_its_own_code UNIQUE (network_id, criteria_set_id, code);
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT a_decision_has_its_own_number UNIQUE (network_id, number);
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT a_decision_moves_an_initiative_once UNIQUE (network_id, decision_id);
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT a_decision_stands_on_an_agenda_once_for_each_reason UNIQUE (network_id, meeting_id, decision_id, kind);
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT a_document_has_a_version_once UNIQUE (network_id, document_id, number);
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT a_dossier_has_one_file UNIQUE (network_id, dossier_id);
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT a_figure_has_a_version_once UNIQUE (network_id, series_id, period_on, number);
ALTER TABLE ONLY public.carechain_transferstep
    ADD CONSTRAINT a_file_counts_a_step_once UNIQUE (network_id, log_id, source_kind, target_kind, source, target);
ALTER TABLE ONLY public.initiatives_gatelist
    ADD CONSTRAINT a_gate_list_has_a_version_once UNIQUE (network_id, gate, track, version);
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT a_kind_of_spending_stands_once UNIQUE NULLS NOT DISTINCT (network_id, initiative_id, cost_type, year, line_id, source);
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT a_link_is_one_indicator UNIQUE (network_id, level, source, target);
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT a_log_counts_a_link_once_in_each_choice UNIQUE NULLS NOT DISTINCT (network_id, log_id, cut_id, level, source, target);
ALTER TABLE ONLY public.carechain_chaincut
    ADD CONSTRAINT a_log_is_cut_once_in_each_way UNIQUE (network_id, log_id, since, until, trait, value);
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT a_measure_has_a_claim_version_once UNIQUE (network_id, measure_id, number);
ALTER TABLE ONLY public.governance_meeting
    ADD CONSTRAINT a_meeting_has_its_own_number UNIQUE (network_id, number);
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT a_meeting_has_minutes_once UNIQUE (network_id, meeting_id);
ALTER TABLE ONLY public.initiatives_gatelist
    ADD CONSTRAINT a_network_numbers_its_gate_lists UNIQUE (network_id, number);
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT a_partner_has_its_own_address UNIQUE (network_id, slug);
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT a_partner_is_asked_once_on_each_ground UNIQUE (network_id, decision_id, partner_id, ground);
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT a_partner_is_party_to_an_agreement_once UNIQUE (network_id, agreement_id, partner_id);
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT a_partner_meets_a_bottleneck_once UNIQUE (network_id, bottleneck_id, partner_id);
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT a_partner_once_per_initiative UNIQUE (network_id, initiative_id, partner_id);
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT a_person_once_in_a_note UNIQUE (network_id, note_id, person_id);
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT a_person_once_in_a_tier UNIQUE (network_id, tier_id, person_id);
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT a_phase_begins_once UNIQUE (network_id, series_id, starts_on);
ALTER TABLE ONLY public.carechain_logpiece
    ADD CONSTRAINT a_piece_of_a_log_comes_once UNIQUE (network_id, log_id, number);
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT a_place_on_an_agenda_is_taken_once UNIQUE (network_id, meeting_id, "position") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT a_point_of_a_gate_has_one_answer UNIQUE (network_id, initiative_id, gate, code);
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT a_rater_is_invited_once UNIQUE (network_id, initiative_id, moment, rater_id);
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT a_report_of_factors_has_a_version_once UNIQUE (network_id, partner_id, month_on, number);
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT a_report_of_waits_has_a_version_once UNIQUE (network_id, partner_id, month_on, phase, split, split_name, number);
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT a_seat_has_its_own_number_in_a_body UNIQUE (network_id, body_id, "position");
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT a_seat_has_one_holder_and_one_deputy_at_a_time EXCLUDE USING gist (network_id WITH =, seat_id WITH =, kind WITH =, daterange(from_on, until_on) WITH &&);
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT a_seat_is_counted_once_at_a_meeting UNIQUE (network_id, meeting_id, seat_id);
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT a_secret_opens_one_calendar UNIQUE (network_id, secret_hash);
ALTER TABLE ONLY public.governance_numberseries
    ADD CONSTRAINT a_series_counts_once_a_year UNIQUE (network_id, series, year);
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT a_series_has_a_baseline_version_once UNIQUE (network_id, series_id, number);
ALTER TABLE ONLY public.measuring_reading
    ADD CONSTRAINT a_series_has_one_reading UNIQUE (network_id, series_id);
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT a_series_is_there_once UNIQUE NULLS NOT DISTINCT (network_id, version_id, level, area_id, partner_id, subject_type, subject_id);
ALTER TABLE ONLY public.network_growthneed
    ADD CONSTRAINT a_stage_needs_a_thing_once UNIQUE (network_id, stage, text);
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT a_station_is_coupled_once UNIQUE (network_id, name);
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT a_step_gains_health_by_one_series UNIQUE (network_id, source_kind, target_kind);
ALTER TABLE ONLY public.network_theme
    ADD CONSTRAINT a_theme_has_its_own_address UNIQUE (network_id, slug);
ALTER TABLE ONLY public.search_findabletext
    ADD CONSTRAINT a_thing_has_one_text_of_a_kind UNIQUE (network_id, kind, subject_id);
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT a_threshold_has_a_version_once UNIQUE (network_id, number);
ALTER TABLE ONLY public.documents_documentcontent
    ADD CONSTRAINT a_version_has_one_content UNIQUE (network_id, version_id);
ALTER TABLE ONLY public.documents_documenttext
    ADD CONSTRAINT a_version_is_read_once UNIQUE (network_id, version_id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_agreement
    ADD CONSTRAINT an_agreement_has_its_own_address UNIQUE (network_id, slug);
ALTER TABLE ONLY public.network_ambition
    ADD CONSTRAINT an_ambition_has_its_own_code UNIQUE (network_id, code);
ALTER TABLE ONLY public.initiatives_answertemplate
    ADD CONSTRAINT an_answer_template_has_its_own_name UNIQUE (network_id, name);
ALTER TABLE ONLY public.network_area
    ADD CONSTRAINT an_area_has_its_own_address UNIQUE (network_id, slug);
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT an_area_once_per_initiative UNIQUE (network_id, initiative_id, area_id);
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT an_area_once_per_partner UNIQUE (network_id, partner_id, area_id);
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT an_article_has_its_own_mark UNIQUE (network_id, agreement_id, mark);
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT an_article_has_its_own_place UNIQUE (network_id, agreement_id, "position") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valuecard
    ADD CONSTRAINT an_assessment_has_a_value_card_once UNIQUE (network_id, assessment_id, number);
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT an_award_moves_an_initiative_once UNIQUE (network_id, award_id);
ALTER TABLE ONLY public.network_networkevent
    ADD CONSTRAINT an_event_has_its_own_key UNIQUE (network_id, key);
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT an_idea_from_outside_becomes_one_initiative UNIQUE (network_id, initiative_id);
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT an_indicator_has_a_version_once UNIQUE (network_id, indicator_id, number);
ALTER TABLE ONLY public.measuring_indicator
    ADD CONSTRAINT an_indicator_has_its_own_code UNIQUE (network_id, code);
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT an_initiative_follows_a_series_once UNIQUE (network_id, initiative_id, series_id);
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT an_initiative_has_one_public_text UNIQUE (network_id, initiative_id);
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT an_initiative_has_one_value_assessment UNIQUE (network_id, initiative_id);
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT an_organisation_is_one_partner_in_a_network UNIQUE (network_id, organisation_id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_bottleneck
    ADD CONSTRAINT carechain_bottleneck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_bottleneckevent
    ADD CONSTRAINT carechain_bottleneckevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT carechain_bottleneckvote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_chaincut
    ADD CONSTRAINT carechain_chaincut_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT carechain_chainindicator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_chainindicatorevent
    ADD CONSTRAINT carechain_chainindicatorevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT carechain_chainlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_chainnorm
    ADD CONSTRAINT carechain_chainnorm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_chainnormevent
    ADD CONSTRAINT carechain_chainnormevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT carechain_chainstation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_chainstationevent
    ADD CONSTRAINT carechain_chainstationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_datapurpose
    ADD CONSTRAINT carechain_datapurpose_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_datapurposeevent
    ADD CONSTRAINT carechain_datapurposeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_eventlog
    ADD CONSTRAINT carechain_eventlog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_logpiece
    ADD CONSTRAINT carechain_logpiece_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT carechain_stepgain_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_stepgainevent
    ADD CONSTRAINT carechain_stepgainevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_transferagreement
    ADD CONSTRAINT carechain_transferagreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_transferagreementevent
    ADD CONSTRAINT carechain_transferagreementevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.carechain_transferstep
    ADD CONSTRAINT carechain_transferstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT carechain_waitfactors_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT carechain_waitreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_documentcontent
    ADD CONSTRAINT documents_documentcontent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_documentevent
    ADD CONSTRAINT documents_documentevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.documents_documenttext
    ADD CONSTRAINT documents_documenttext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_printout
    ADD CONSTRAINT documents_printout_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT dossiers_of_one_owner_are_numbered UNIQUE NULLS NOT DISTINCT (network_id, initiative_id, number);
ALTER TABLE ONLY public.initiatives_factor
    ADD CONSTRAINT each_factor_once UNIQUE (network_id, exploration_id, kind);
ALTER TABLE ONLY public.initiatives_payereffect
    ADD CONSTRAINT each_law_once UNIQUE (network_id, exploration_id, law);
ALTER TABLE ONLY public.exchange_workbookimport
    ADD CONSTRAINT exchange_workbookimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_absence
    ADD CONSTRAINT governance_absence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_absenceevent
    ADD CONSTRAINT governance_absenceevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT governance_agendaitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT governance_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT governance_body_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_bodyevent
    ADD CONSTRAINT governance_bodyevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT governance_calendarlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT governance_condition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_conditionevent
    ADD CONSTRAINT governance_conditionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT governance_consentrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_consentrequestevent
    ADD CONSTRAINT governance_consentrequestevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_decisionevent
    ADD CONSTRAINT governance_decisionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT governance_mandate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_mandateevent
    ADD CONSTRAINT governance_mandateevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_meeting
    ADD CONSTRAINT governance_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT governance_minutes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_minutesremark
    ADD CONSTRAINT governance_minutesremark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_numberseries
    ADD CONSTRAINT governance_numberseries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT governance_personalinvitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT governance_recusal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_recusalevent
    ADD CONSTRAINT governance_recusalevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT governance_seat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_seatevent
    ADD CONSTRAINT governance_seatevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT governance_seattenure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_seattenureevent
    ADD CONSTRAINT governance_seattenureevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT governance_vote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_voteevent
    ADD CONSTRAINT governance_voteevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_activity
    ADD CONSTRAINT initiatives_activity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT initiatives_adoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_adoptionevent
    ADD CONSTRAINT initiatives_adoptionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT initiatives_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_answertemplate
    ADD CONSTRAINT initiatives_answertemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_answertemplateevent
    ADD CONSTRAINT initiatives_answertemplateevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT initiatives_assessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_assessmentevent
    ADD CONSTRAINT initiatives_assessmentevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT initiatives_budgetline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT initiatives_claimcomparison_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT initiatives_commitment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_commitmentevent
    ADD CONSTRAINT initiatives_commitmentevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_component
    ADD CONSTRAINT initiatives_component_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT initiatives_dossier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT initiatives_dossierfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT initiatives_effectclaim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT initiatives_effectverdict_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_embeddingplan
    ADD CONSTRAINT initiatives_embeddingplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_embeddingplanevent
    ADD CONSTRAINT initiatives_embeddingplanevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_exploration
    ADD CONSTRAINT initiatives_exploration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_explorationquestion
    ADD CONSTRAINT initiatives_explorationquestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_factor
    ADD CONSTRAINT initiatives_factor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_firstview
    ADD CONSTRAINT initiatives_firstview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT initiatives_fundingaward_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_fundingawardevent
    ADD CONSTRAINT initiatives_fundingawardevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT initiatives_fundingline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_fundinglineevent
    ADD CONSTRAINT initiatives_fundinglineevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_gatelist
    ADD CONSTRAINT initiatives_gatelist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT initiatives_halt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_haltevent
    ADD CONSTRAINT initiatives_haltevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_ideadraft
    ADD CONSTRAINT initiatives_ideadraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiative_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT initiatives_initiativearea_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_initiativeevent
    ADD CONSTRAINT initiatives_initiativeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT initiatives_initiativepartner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT initiatives_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_lesson
    ADD CONSTRAINT initiatives_lesson_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_lessonevent
    ADD CONSTRAINT initiatives_lessonevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT initiatives_lineowner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_lineownerevent
    ADD CONSTRAINT initiatives_lineownerevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT initiatives_measure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_measureevent
    ADD CONSTRAINT initiatives_measureevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT initiatives_milestone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT initiatives_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT initiatives_notedraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_noteevent
    ADD CONSTRAINT initiatives_noteevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT initiatives_notemention_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_option
    ADD CONSTRAINT initiatives_option_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT initiatives_partnerview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_payereffect
    ADD CONSTRAINT initiatives_payereffect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT initiatives_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_planevent
    ADD CONSTRAINT initiatives_planevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_plangoal
    ADD CONSTRAINT initiatives_plangoal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_planrole
    ADD CONSTRAINT initiatives_planrole_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT initiatives_pointanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_pointanswerevent
    ADD CONSTRAINT initiatives_pointanswerevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_portfolioview
    ADD CONSTRAINT initiatives_portfolioview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_portfolioviewevent
    ADD CONSTRAINT initiatives_portfolioviewevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_remeasurement
    ADD CONSTRAINT initiatives_remeasurement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_remeasurementevent
    ADD CONSTRAINT initiatives_remeasurementevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT initiatives_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_reportevent
    ADD CONSTRAINT initiatives_reportevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_risk
    ADD CONSTRAINT initiatives_risk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_runningrisk
    ADD CONSTRAINT initiatives_runningrisk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_runningriskevent
    ADD CONSTRAINT initiatives_runningriskevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT initiatives_spending_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_spendingevent
    ADD CONSTRAINT initiatives_spendingevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT initiatives_stagemove_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_statusupdate
    ADD CONSTRAINT initiatives_statusupdate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT initiatives_storyevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_surveyround
    ADD CONSTRAINT initiatives_surveyround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_surveyroundevent
    ADD CONSTRAINT initiatives_surveyroundevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT initiatives_valueassessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_valueassessmentevent
    ADD CONSTRAINT initiatives_valueassessmentevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.initiatives_valuecard
    ADD CONSTRAINT initiatives_valuecard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT initiatives_valueline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_valuelineevent
    ADD CONSTRAINT initiatives_valuelineevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs_round
    ADD CONSTRAINT jobs_round_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_pkey PRIMARY KEY (sequence);
ALTER TABLE ONLY public.journal_seal
    ADD CONSTRAINT journal_seal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT measuring_baseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_baselineevent
    ADD CONSTRAINT measuring_baselineevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.measuring_exit
    ADD CONSTRAINT measuring_exit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_figureimport
    ADD CONSTRAINT measuring_figureimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_indicator
    ADD CONSTRAINT measuring_indicator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_indicatorevent
    ADD CONSTRAINT measuring_indicatorevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT measuring_indicatorversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT measuring_phasechange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_phasechangeevent
    ADD CONSTRAINT measuring_phasechangeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.measuring_pointnote
    ADD CONSTRAINT measuring_pointnote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_pointnoteevent
    ADD CONSTRAINT measuring_pointnoteevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.measuring_reading
    ADD CONSTRAINT measuring_reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT measuring_series_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_seriesevent
    ADD CONSTRAINT measuring_seriesevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT measuring_threshold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT measuring_value_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_agreement
    ADD CONSTRAINT network_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_agreementevent
    ADD CONSTRAINT network_agreementevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT network_agreementparty_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_ambition
    ADD CONSTRAINT network_ambition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_area
    ADD CONSTRAINT network_area_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT network_article_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_articleevent
    ADD CONSTRAINT network_articleevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_contributiontier
    ADD CONSTRAINT network_contributiontier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT network_criteriaset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_criteriasetevent
    ADD CONSTRAINT network_criteriasetevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_criterion
    ADD CONSTRAINT network_criterion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_growthneed
    ADD CONSTRAINT network_growthneed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_growthneedevent
    ADD CONSTRAINT network_growthneedevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_membershipevent
    ADD CONSTRAINT network_membershipevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_network
    ADD CONSTRAINT network_network_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_network
    ADD CONSTRAINT network_network_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.network_networkevent
    ADD CONSTRAINT network_networkevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT network_obligation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_obligationanswer
    ADD CONSTRAINT network_obligationanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_obligationevent
    ADD CONSTRAINT network_obligationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_obligationreport
    ADD CONSTRAINT network_obligationreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_organisation
    ADD CONSTRAINT network_organisation_key_key UNIQUE (key);
ALTER TABLE ONLY public.network_organisation
    ADD CONSTRAINT network_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT network_partnerarea_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_partnerevent
    ADD CONSTRAINT network_partnerevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.network_theme
    ADD CONSTRAINT network_theme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT network_tierperson_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.governance_absence
    ADD CONSTRAINT nobody_is_away_twice_at_the_same_time EXCLUDE USING gist (network_id WITH =, person_id WITH =, daterange(from_on, until_on) WITH &&) WHERE ((withdrawn_at IS NULL));
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT nobody_is_told_the_same_thing_twice UNIQUE (network_id, person_id, key);
ALTER TABLE ONLY public.notices_mail
    ADD CONSTRAINT notices_mail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notices_preference
    ADD CONSTRAINT notices_preference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT one_adoption_per_partner_and_component UNIQUE (network_id, component_id, partner_id);
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT one_answer_per_criterion UNIQUE (network_id, assessment_id, criterion_id);
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT one_assessment_per_version UNIQUE (network_id, initiative_id, moment, rater_id, version);
ALTER TABLE ONLY public.initiatives_component
    ADD CONSTRAINT one_component_per_name UNIQUE (network_id, embedding_id, name);
ALTER TABLE ONLY public.initiatives_ideadraft
    ADD CONSTRAINT one_draft_per_form UNIQUE (network_id, once_token);
ALTER TABLE ONLY public.initiatives_embeddingplan
    ADD CONSTRAINT one_embedding_plan_per_initiative UNIQUE (network_id, initiative_id);
ALTER TABLE ONLY public.initiatives_exploration
    ADD CONSTRAINT one_exploration_per_attempt UNIQUE (network_id, initiative_id, attempt);
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT one_funding_line_per_name UNIQUE (network_id, name);
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT one_funding_line_per_slug UNIQUE (network_id, slug);
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT one_initiative_per_number UNIQUE (network_id, number);
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT one_line_owner_per_partner UNIQUE (network_id, embedding_id, partner_id);
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT one_note_being_written_at_a_time UNIQUE (network_id, initiative_id, person_id);
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT one_note_per_sent_form UNIQUE (network_id, once_token);
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT one_plan_per_version UNIQUE (network_id, initiative_id, version);
ALTER TABLE ONLY public.notices_preference
    ADD CONSTRAINT one_preference_for_each_kind UNIQUE (network_id, person_id, kind);
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT one_proposal_per_decision UNIQUE (network_id, decision_id);
ALTER TABLE ONLY public.initiatives_explorationquestion
    ADD CONSTRAINT one_question_per_place UNIQUE (network_id, exploration_id, "position") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT one_report_of_each_kind UNIQUE (network_id, initiative_id, kind);
ALTER TABLE ONLY public.journal_seal
    ADD CONSTRAINT one_seal_per_number UNIQUE (network_id, number);
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT one_seat_one_vote UNIQUE (network_id, decision_id, seat_id);
ALTER TABLE ONLY public.network_contributiontier
    ADD CONSTRAINT one_tier_of_each_kind UNIQUE (network_id, kind);
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT one_version_of_a_criteria_set_holds_on_a_day EXCLUDE USING gist (network_id WITH =, name WITH =, daterange(valid_from, valid_until) WITH &&);
ALTER TABLE ONLY public.initiatives_firstview
    ADD CONSTRAINT one_view_is_opened_first UNIQUE (network_id, person_id);
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT one_view_per_partner UNIQUE (network_id, exploration_id, partner_id);
ALTER TABLE ONLY public.carechain_bottleneck
    ADD CONSTRAINT own_carechain_bottleneck UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT own_carechain_bottleneckvote UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_chaincut
    ADD CONSTRAINT own_carechain_chaincut UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT own_carechain_chainindicator UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT own_carechain_chainlink UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_chainnorm
    ADD CONSTRAINT own_carechain_chainnorm UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT own_carechain_chainstation UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_datapurpose
    ADD CONSTRAINT own_carechain_datapurpose UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_eventlog
    ADD CONSTRAINT own_carechain_eventlog UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_logpiece
    ADD CONSTRAINT own_carechain_logpiece UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT own_carechain_stepgain UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_transferagreement
    ADD CONSTRAINT own_carechain_transferagreement UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_transferstep
    ADD CONSTRAINT own_carechain_transferstep UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT own_carechain_waitfactors UNIQUE (network_id, id);
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT own_carechain_waitreport UNIQUE (network_id, id);
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT own_documents_document UNIQUE (network_id, id);
ALTER TABLE ONLY public.documents_documentcontent
    ADD CONSTRAINT own_documents_documentcontent UNIQUE (network_id, id);
ALTER TABLE ONLY public.documents_documenttext
    ADD CONSTRAINT own_documents_documenttext UNIQUE (network_id, id);
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT own_documents_documentversion UNIQUE (network_id, id);
ALTER TABLE ONLY public.documents_printout
    ADD CONSTRAINT own_documents_printout UNIQUE (network_id, id);
ALTER TABLE ONLY public.exchange_workbookimport
    ADD CONSTRAINT own_exchange_workbookimport UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_absence
    ADD CONSTRAINT own_governance_absence UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT own_governance_agendaitem UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT own_governance_attendance UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT own_governance_body UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT own_governance_calendarlink UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT own_governance_condition UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT own_governance_consentrequest UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT own_governance_decision UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT own_governance_mandate UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_meeting
    ADD CONSTRAINT own_governance_meeting UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT own_governance_minutes UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_minutesremark
    ADD CONSTRAINT own_governance_minutesremark UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_numberseries
    ADD CONSTRAINT own_governance_numberseries UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT own_governance_personalinvitation UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT own_governance_recusal UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT own_governance_seat UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT own_governance_seattenure UNIQUE (network_id, id);
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT own_governance_vote UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_activity
    ADD CONSTRAINT own_initiatives_activity UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT own_initiatives_adoption UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT own_initiatives_answer UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_answertemplate
    ADD CONSTRAINT own_initiatives_answertemplate UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT own_initiatives_assessment UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT own_initiatives_budgetline UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT own_initiatives_claimcomparison UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT own_initiatives_commitment UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_component
    ADD CONSTRAINT own_initiatives_component UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT own_initiatives_dossier UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT own_initiatives_dossierfile UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT own_initiatives_effectclaim UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT own_initiatives_effectverdict UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_embeddingplan
    ADD CONSTRAINT own_initiatives_embeddingplan UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_exploration
    ADD CONSTRAINT own_initiatives_exploration UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_explorationquestion
    ADD CONSTRAINT own_initiatives_explorationquestion UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_factor
    ADD CONSTRAINT own_initiatives_factor UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_firstview
    ADD CONSTRAINT own_initiatives_firstview UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT own_initiatives_fundingaward UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT own_initiatives_fundingline UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_gatelist
    ADD CONSTRAINT own_initiatives_gatelist UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT own_initiatives_halt UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_ideadraft
    ADD CONSTRAINT own_initiatives_ideadraft UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT own_initiatives_initiative UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT own_initiatives_initiativearea UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT own_initiatives_initiativepartner UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT own_initiatives_invitation UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_lesson
    ADD CONSTRAINT own_initiatives_lesson UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT own_initiatives_lineowner UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT own_initiatives_measure UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT own_initiatives_milestone UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT own_initiatives_note UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT own_initiatives_notedraft UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT own_initiatives_notemention UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_option
    ADD CONSTRAINT own_initiatives_option UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT own_initiatives_partnerview UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_payereffect
    ADD CONSTRAINT own_initiatives_payereffect UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT own_initiatives_plan UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_plangoal
    ADD CONSTRAINT own_initiatives_plangoal UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_planrole
    ADD CONSTRAINT own_initiatives_planrole UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT own_initiatives_pointanswer UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_portfolioview
    ADD CONSTRAINT own_initiatives_portfolioview UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT own_initiatives_proposal UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_remeasurement
    ADD CONSTRAINT own_initiatives_remeasurement UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT own_initiatives_report UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_risk
    ADD CONSTRAINT own_initiatives_risk UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_runningrisk
    ADD CONSTRAINT own_initiatives_runningrisk UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT own_initiatives_spending UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT own_initiatives_stagemove UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_statusupdate
    ADD CONSTRAINT own_initiatives_statusupdate UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT own_initiatives_storyevent UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_surveyround
    ADD CONSTRAINT own_initiatives_surveyround UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT own_initiatives_valueassessment UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_valuecard
    ADD CONSTRAINT own_initiatives_valuecard UNIQUE (network_id, id);
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT own_initiatives_valueline UNIQUE (network_id, id);
ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT own_jobs_job UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT own_measuring_baseline UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_exit
    ADD CONSTRAINT own_measuring_exit UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_figureimport
    ADD CONSTRAINT own_measuring_figureimport UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_indicator
    ADD CONSTRAINT own_measuring_indicator UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT own_measuring_indicatorversion UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT own_measuring_phasechange UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_pointnote
    ADD CONSTRAINT own_measuring_pointnote UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_reading
    ADD CONSTRAINT own_measuring_reading UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT own_measuring_series UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT own_measuring_threshold UNIQUE (network_id, id);
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT own_measuring_value UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_agreement
    ADD CONSTRAINT own_network_agreement UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT own_network_agreementparty UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_ambition
    ADD CONSTRAINT own_network_ambition UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_area
    ADD CONSTRAINT own_network_area UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT own_network_article UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_contributiontier
    ADD CONSTRAINT own_network_contributiontier UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT own_network_criteriaset UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_criterion
    ADD CONSTRAINT own_network_criterion UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_growthneed
    ADD CONSTRAINT own_network_growthneed UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT own_network_membership UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_networkevent
    ADD CONSTRAINT own_network_networkevent UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT own_network_obligation UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_obligationanswer
    ADD CONSTRAINT own_network_obligationanswer UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_obligationreport
    ADD CONSTRAINT own_network_obligationreport UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT own_network_partner UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT own_network_partnerarea UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_theme
    ADD CONSTRAINT own_network_theme UNIQUE (network_id, id);
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT own_network_tierperson UNIQUE (network_id, id);
ALTER TABLE ONLY public.notices_mail
    ADD CONSTRAINT own_notices_mail UNIQUE (network_id, id);
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT own_notices_notice UNIQUE (network_id, id);
ALTER TABLE ONLY public.notices_preference
    ADD CONSTRAINT own_notices_preference UNIQUE (network_id, id);
ALTER TABLE ONLY public.public_contact
    ADD CONSTRAINT own_public_contact UNIQUE (network_id, id);
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT own_public_membershiprequest UNIQUE (network_id, id);
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT own_public_outsideidea UNIQUE (network_id, id);
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT own_public_publication UNIQUE (network_id, id);
ALTER TABLE ONLY public.search_findabletext
    ADD CONSTRAINT own_search_findabletext UNIQUE (network_id, id);
ALTER TABLE ONLY public.people_cache
    ADD CONSTRAINT people_cache_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_email_key UNIQUE (email);
ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.public_contact
    ADD CONSTRAINT public_contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT public_membershiprequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT public_outsideidea_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT public_publication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.public_publicationevent
    ADD CONSTRAINT public_publicationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.journal_seal
    ADD CONSTRAINT seals_form_one_chain UNIQUE (network_id, after);
ALTER TABLE ONLY public.search_findabletext
    ADD CONSTRAINT search_findabletext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.documents_printout
    ADD CONSTRAINT the_same_paper_is_printed_once_for_a_person UNIQUE (network_id, person_id, sha256);
ALTER TABLE ONLY tenancy.pulse
    ADD CONSTRAINT pulse_pkey PRIMARY KEY (network_id);
ALTER TABLE ONLY tenancy.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (only_one);
CREATE UNIQUE INDEX a_decision_is_replaced_once ON public.governance_decision USING btree (network_id, supersedes_id) WHERE (supersedes_id IS NOT NULL);
CREATE UNIQUE INDEX a_person_has_one_link_for_a_calendar ON public.governance_calendarlink USING btree (network_id, person_id, body_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX a_person_holds_a_role_once_at_a_time ON public.network_membership USING btree (network_id, person_id, role, partner_id) NULLS NOT DISTINCT WHERE (until_on IS NULL);
CREATE UNIQUE INDEX a_risk_of_the_plan_runs_once ON public.initiatives_runningrisk USING btree (network_id, initiative_id, key) WHERE (key IS NOT NULL);
CREATE UNIQUE INDEX a_seat_is_recused_once_from_a_decision ON public.governance_recusal USING btree (network_id, decision_id, seat_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX a_seat_is_recused_once_from_a_thing ON public.governance_recusal USING btree (network_id, subject_id, seat_id) WHERE ((decision_id IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX a_shared_view_has_its_own_name ON public.initiatives_portfolioview USING btree (network_id, name) WHERE is_shared;
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX agenda_points_of_a_body ON public.governance_agendaitem USING btree (network_id, body_id, meeting_id);
CREATE UNIQUE INDEX an_annex_stands_once ON public.documents_document USING btree (network_id, subject_type, subject_id, annex) WHERE ((NOT ((annex)::text = ''::text)) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX an_obligation_is_met_once_for_a_day ON public.network_obligationreport USING btree (network_id, obligation_id, due_on) NULLS NOT DISTINCT WHERE is_met;
CREATE UNIQUE INDEX an_own_view_has_its_own_name ON public.initiatives_portfolioview USING btree (network_id, person_id, name) WHERE (NOT is_shared);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX awards_of_a_funding_line ON public.initiatives_fundingaward USING btree (network_id, line_id);
CREATE INDEX calendars_by_their_secret ON public.governance_calendarlink USING btree (secret_hash);
CREATE INDEX carechain_bottleneck_area_id_585601a1 ON public.carechain_bottleneck USING btree (area_id);
CREATE INDEX carechain_bottleneck_named_by_id_57f46dfc ON public.carechain_bottleneck USING btree (named_by_id);
CREATE INDEX carechain_bottleneck_network_id_85a5143e ON public.carechain_bottleneck USING btree (network_id);
CREATE INDEX carechain_bottleneckevent_area_id_af69375c ON public.carechain_bottleneckevent USING btree (area_id);
CREATE INDEX carechain_bottleneckevent_named_by_id_f08b98d4 ON public.carechain_bottleneckevent USING btree (named_by_id);
CREATE INDEX carechain_bottleneckevent_network_id_83809fdd ON public.carechain_bottleneckevent USING btree (network_id);
CREATE INDEX carechain_bottleneckevent_pgh_context_id_748c2140 ON public.carechain_bottleneckevent USING btree (pgh_context_id);
CREATE INDEX carechain_bottleneckevent_pgh_obj_id_8242bcac ON public.carechain_bottleneckevent USING btree (pgh_obj_id);
CREATE INDEX carechain_bottleneckvote_bottleneck_id_d12f4a82 ON public.carechain_bottleneckvote USING btree (bottleneck_id);
CREATE INDEX carechain_bottleneckvote_network_id_c72e15fe ON public.carechain_bottleneckvote USING btree (network_id);
CREATE INDEX carechain_bottleneckvote_partner_id_dba6f0c5 ON public.carechain_bottleneckvote USING btree (partner_id);
CREATE INDEX carechain_bottleneckvote_person_id_2800932b ON public.carechain_bottleneckvote USING btree (person_id);
CREATE INDEX carechain_chaincut_log_id_35b29f8a ON public.carechain_chaincut USING btree (log_id);
CREATE INDEX carechain_chaincut_network_id_e61f2012 ON public.carechain_chaincut USING btree (network_id);
CREATE INDEX carechain_chainindicator_chosen_by_id_14262db2 ON public.carechain_chainindicator USING btree (chosen_by_id);
CREATE INDEX carechain_chainindicator_network_id_f99c195d ON public.carechain_chainindicator USING btree (network_id);
CREATE INDEX carechain_chainindicator_series_id_c4e45abe ON public.carechain_chainindicator USING btree (series_id);
CREATE INDEX carechain_chainindicatorevent_chosen_by_id_2b2c93de ON public.carechain_chainindicatorevent USING btree (chosen_by_id);
CREATE INDEX carechain_chainindicatorevent_network_id_ccd389cc ON public.carechain_chainindicatorevent USING btree (network_id);
CREATE INDEX carechain_chainindicatorevent_pgh_context_id_0054608e ON public.carechain_chainindicatorevent USING btree (pgh_context_id);
CREATE INDEX carechain_chainindicatorevent_pgh_obj_id_465bf2dc ON public.carechain_chainindicatorevent USING btree (pgh_obj_id);
CREATE INDEX carechain_chainindicatorevent_series_id_61049653 ON public.carechain_chainindicatorevent USING btree (series_id);
CREATE INDEX carechain_chainlink_cut_id_0a144ba1 ON public.carechain_chainlink USING btree (cut_id);
CREATE INDEX carechain_chainlink_log_id_d5d4e2d5 ON public.carechain_chainlink USING btree (log_id);
CREATE INDEX carechain_chainlink_network_id_277b13e6 ON public.carechain_chainlink USING btree (network_id);
CREATE INDEX carechain_chainnorm_network_id_a763988a ON public.carechain_chainnorm USING btree (network_id);
CREATE INDEX carechain_chainnorm_recorded_by_id_988f1299 ON public.carechain_chainnorm USING btree (recorded_by_id);
CREATE INDEX carechain_chainnormevent_network_id_935dabcd ON public.carechain_chainnormevent USING btree (network_id);
CREATE INDEX carechain_chainnormevent_pgh_context_id_369f3032 ON public.carechain_chainnormevent USING btree (pgh_context_id);
CREATE INDEX carechain_chainnormevent_pgh_obj_id_b592fd7f ON public.carechain_chainnormevent USING btree (pgh_obj_id);
CREATE INDEX carechain_chainnormevent_recorded_by_id_a2e77ac7 ON public.carechain_chainnormevent USING btree (recorded_by_id);
CREATE INDEX carechain_chainstation_coupled_by_id_7b7d9389 ON public.carechain_chainstation USING btree (coupled_by_id);
CREATE INDEX carechain_chainstation_network_id_a80eb980 ON public.carechain_chainstation USING btree (network_id);
CREATE INDEX carechain_chainstation_partner_id_e2d9c9ff ON public.carechain_chainstation USING btree (partner_id);
CREATE INDEX carechain_chainstationevent_coupled_by_id_e5ec6650 ON public.carechain_chainstationevent USING btree (coupled_by_id);
CREATE INDEX carechain_chainstationevent_network_id_4863f240 ON public.carechain_chainstationevent USING btree (network_id);
CREATE INDEX carechain_chainstationevent_partner_id_6436f51f ON public.carechain_chainstationevent USING btree (partner_id);
CREATE INDEX carechain_chainstationevent_pgh_context_id_8cb899eb ON public.carechain_chainstationevent USING btree (pgh_context_id);
CREATE INDEX carechain_chainstationevent_pgh_obj_id_c2d2ab0d ON public.carechain_chainstationevent USING btree (pgh_obj_id);
CREATE INDEX carechain_datapurpose_agreement_id_7465d3a5 ON public.carechain_datapurpose USING btree (agreement_id);
CREATE INDEX carechain_datapurpose_network_id_e0e16fe6 ON public.carechain_datapurpose USING btree (network_id);
CREATE INDEX carechain_datapurpose_recorded_by_id_0cfd9d89 ON public.carechain_datapurpose USING btree (recorded_by_id);
CREATE INDEX carechain_datapurposeevent_agreement_id_c464ddd5 ON public.carechain_datapurposeevent USING btree (agreement_id);
CREATE INDEX carechain_datapurposeevent_network_id_506c5cac ON public.carechain_datapurposeevent USING btree (network_id);
CREATE INDEX carechain_datapurposeevent_pgh_context_id_65ba896b ON public.carechain_datapurposeevent USING btree (pgh_context_id);
CREATE INDEX carechain_datapurposeevent_pgh_obj_id_c3a6e551 ON public.carechain_datapurposeevent USING btree (pgh_obj_id);
CREATE INDEX carechain_datapurposeevent_recorded_by_id_78534ca1 ON public.carechain_datapurposeevent USING btree (recorded_by_id);
CREATE INDEX carechain_eventlog_network_id_789940b2 ON public.carechain_eventlog USING btree (network_id);
CREATE INDEX carechain_eventlog_purpose_id_f02ce4d5 ON public.carechain_eventlog USING btree (purpose_id);
CREATE INDEX carechain_eventlog_sent_by_id_a50c4de3 ON public.carechain_eventlog USING btree (sent_by_id);
CREATE INDEX carechain_logpiece_log_id_baa856a8 ON public.carechain_logpiece USING btree (log_id);
CREATE INDEX carechain_logpiece_network_id_0500f241 ON public.carechain_logpiece USING btree (network_id);
CREATE INDEX carechain_stepgain_chosen_by_id_020da468 ON public.carechain_stepgain USING btree (chosen_by_id);
CREATE INDEX carechain_stepgain_network_id_14259049 ON public.carechain_stepgain USING btree (network_id);
CREATE INDEX carechain_stepgain_series_id_38e65319 ON public.carechain_stepgain USING btree (series_id);
CREATE INDEX carechain_stepgainevent_chosen_by_id_3b889d87 ON public.carechain_stepgainevent USING btree (chosen_by_id);
CREATE INDEX carechain_stepgainevent_network_id_cf262987 ON public.carechain_stepgainevent USING btree (network_id);
CREATE INDEX carechain_stepgainevent_pgh_context_id_ac427ab2 ON public.carechain_stepgainevent USING btree (pgh_context_id);
CREATE INDEX carechain_stepgainevent_pgh_obj_id_12b5260a ON public.carechain_stepgainevent USING btree (pgh_obj_id);
CREATE INDEX carechain_stepgainevent_series_id_85e81b0f ON public.carechain_stepgainevent USING btree (series_id);
CREATE INDEX carechain_transferagreement_network_id_e691d864 ON public.carechain_transferagreement USING btree (network_id);
CREATE INDEX carechain_transferagreement_recorded_by_id_55baccf8 ON public.carechain_transferagreement USING btree (recorded_by_id);
CREATE INDEX carechain_transferagreementevent_network_id_17a487cc ON public.carechain_transferagreementevent USING btree (network_id);
CREATE INDEX carechain_transferagreementevent_pgh_context_id_e8073979 ON public.carechain_transferagreementevent USING btree (pgh_context_id);
CREATE INDEX carechain_transferagreementevent_pgh_obj_id_503d2bf1 ON public.carechain_transferagreementevent USING btree (pgh_obj_id);
CREATE INDEX carechain_transferagreementevent_recorded_by_id_b0a35532 ON public.carechain_transferagreementevent USING btree (recorded_by_id);
CREATE INDEX carechain_transferstep_log_id_4dd83ffc ON public.carechain_transferstep USING btree (log_id);
CREATE INDEX carechain_transferstep_network_id_d681ed7d ON public.carechain_transferstep USING btree (network_id);
CREATE INDEX carechain_waitfactors_entered_by_id_0e88fff6 ON public.carechain_waitfactors USING btree (entered_by_id);
CREATE INDEX carechain_waitfactors_network_id_76288c32 ON public.carechain_waitfactors USING btree (network_id);
CREATE INDEX carechain_waitfactors_partner_id_2ec334aa ON public.carechain_waitfactors USING btree (partner_id);
CREATE INDEX carechain_waitfactors_purpose_id_9c4ab107 ON public.carechain_waitfactors USING btree (purpose_id);
CREATE INDEX carechain_waitfactors_replaced_by_id_e5bd997c ON public.carechain_waitfactors USING btree (replaced_by_id);
CREATE INDEX carechain_waitreport_entered_by_id_28211b3e ON public.carechain_waitreport USING btree (entered_by_id);
CREATE INDEX carechain_waitreport_network_id_c6b7666a ON public.carechain_waitreport USING btree (network_id);
CREATE INDEX carechain_waitreport_partner_id_9cb49a7e ON public.carechain_waitreport USING btree (partner_id);
CREATE INDEX carechain_waitreport_purpose_id_212e4717 ON public.carechain_waitreport USING btree (purpose_id);
CREATE INDEX carechain_waitreport_replaced_by_id_23a04c2c ON public.carechain_waitreport USING btree (replaced_by_id);
CREATE INDEX commitments_of_a_partner ON public.initiatives_commitment USING btree (network_id, partner_id, status);
CREATE INDEX conditions_by_day ON public.governance_condition USING btree (network_id, due_on);
CREATE INDEX decisions_about_a_thing ON public.governance_decision USING btree (network_id, subject_id);
CREATE INDEX decisions_by_state ON public.governance_decision USING btree (network_id, status, decided_on DESC);
CREATE INDEX decisions_of_a_body ON public.governance_decision USING btree (network_id, body_id, decided_on DESC);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX documents_document_added_by_id_d9928353 ON public.documents_document USING btree (added_by_id);
CREATE INDEX documents_document_network_id_ef54baee ON public.documents_document USING btree (network_id);
CREATE INDEX documents_document_withdrawn_by_id_5265cd21 ON public.documents_document USING btree (withdrawn_by_id);
CREATE INDEX documents_documentcontent_network_id_1f9b65bd ON public.documents_documentcontent USING btree (network_id);
CREATE INDEX documents_documentcontent_version_id_682ea58b ON public.documents_documentcontent USING btree (version_id);
CREATE INDEX documents_documentevent_added_by_id_f6e09a44 ON public.documents_documentevent USING btree (added_by_id);
CREATE INDEX documents_documentevent_network_id_e2679a64 ON public.documents_documentevent USING btree (network_id);
CREATE INDEX documents_documentevent_pgh_context_id_fee03ad0 ON public.documents_documentevent USING btree (pgh_context_id);
CREATE INDEX documents_documentevent_pgh_obj_id_ef72a287 ON public.documents_documentevent USING btree (pgh_obj_id);
CREATE INDEX documents_documentevent_withdrawn_by_id_356f5f1b ON public.documents_documentevent USING btree (withdrawn_by_id);
CREATE INDEX documents_documenttext_network_id_d8bf7e44 ON public.documents_documenttext USING btree (network_id);
CREATE INDEX documents_documenttext_version_id_a6b7717d ON public.documents_documenttext USING btree (version_id);
CREATE INDEX documents_documentversion_added_by_id_ae6caea3 ON public.documents_documentversion USING btree (added_by_id);
CREATE INDEX documents_documentversion_document_id_42757b7a ON public.documents_documentversion USING btree (document_id);
CREATE INDEX documents_documentversion_network_id_7770da0c ON public.documents_documentversion USING btree (network_id);
CREATE INDEX documents_of_a_thing ON public.documents_document USING btree (network_id, subject_type, subject_id);
CREATE INDEX documents_printout_network_id_6675fc8e ON public.documents_printout USING btree (network_id);
CREATE INDEX documents_printout_person_id_4fa5b975 ON public.documents_printout USING btree (person_id);
CREATE UNIQUE INDEX doing_nothing_is_one_option ON public.initiatives_option USING btree (network_id, exploration_id) WHERE is_do_nothing;
CREATE INDEX entries_about_a_thing ON public.journal_entry USING btree (network_id, about_type, about_id);
CREATE INDEX entries_of_a_network ON public.journal_entry USING btree (network_id, sequence);
CREATE INDEX exchange_workbookimport_network_id_4b7a7f1a ON public.exchange_workbookimport USING btree (network_id);
CREATE INDEX exchange_workbookimport_person_id_72c078d0 ON public.exchange_workbookimport USING btree (person_id);
CREATE INDEX figures_by_period ON public.measuring_value USING btree (network_id, series_id, period_on);
CREATE INDEX governance_absence_network_id_d2cee87d ON public.governance_absence USING btree (network_id);
CREATE INDEX governance_absence_person_id_5edf4007 ON public.governance_absence USING btree (person_id);
CREATE INDEX governance_absence_recorded_by_id_e8c4a087 ON public.governance_absence USING btree (recorded_by_id);
CREATE INDEX governance_absenceevent_network_id_a9e3d4a0 ON public.governance_absenceevent USING btree (network_id);
CREATE INDEX governance_absenceevent_person_id_92103503 ON public.governance_absenceevent USING btree (person_id);
CREATE INDEX governance_absenceevent_pgh_context_id_06804210 ON public.governance_absenceevent USING btree (pgh_context_id);
CREATE INDEX governance_absenceevent_pgh_obj_id_52d0e6cf ON public.governance_absenceevent USING btree (pgh_obj_id);
CREATE INDEX governance_absenceevent_recorded_by_id_e224cc44 ON public.governance_absenceevent USING btree (recorded_by_id);
CREATE INDEX governance_agendaitem_body_id_1f09c038 ON public.governance_agendaitem USING btree (body_id);
CREATE INDEX governance_agendaitem_condition_id_6f1e5a03 ON public.governance_agendaitem USING btree (condition_id);
CREATE INDEX governance_agendaitem_decision_id_1b411bf6 ON public.governance_agendaitem USING btree (decision_id);
CREATE INDEX governance_agendaitem_meeting_id_2edbbc7a ON public.governance_agendaitem USING btree (meeting_id);
CREATE INDEX governance_agendaitem_network_id_4618bbc6 ON public.governance_agendaitem USING btree (network_id);
CREATE INDEX governance_attendance_meeting_id_e85f80ee ON public.governance_attendance USING btree (meeting_id);
CREATE INDEX governance_attendance_network_id_8e11b487 ON public.governance_attendance USING btree (network_id);
CREATE INDEX governance_attendance_person_id_b6e2d652 ON public.governance_attendance USING btree (person_id);
CREATE INDEX governance_attendance_seat_id_c45c4bdb ON public.governance_attendance USING btree (seat_id);
CREATE INDEX governance_body_area_id_e03e091b ON public.governance_body USING btree (area_id);
CREATE INDEX governance_body_founded_by_id_1d4edf14 ON public.governance_body USING btree (founded_by_id);
CREATE INDEX governance_body_network_id_db8332f7 ON public.governance_body USING btree (network_id);
CREATE INDEX governance_body_parent_id_baf6e069 ON public.governance_body USING btree (parent_id);
CREATE INDEX governance_body_slug_6598a2fb ON public.governance_body USING btree (slug);
CREATE INDEX governance_body_slug_6598a2fb_like ON public.governance_body USING btree (slug varchar_pattern_ops);
CREATE INDEX governance_body_theme_id_89313cca ON public.governance_body USING btree (theme_id);
CREATE INDEX governance_bodyevent_area_id_c0dedb36 ON public.governance_bodyevent USING btree (area_id);
CREATE INDEX governance_bodyevent_founded_by_id_5db835f1 ON public.governance_bodyevent USING btree (founded_by_id);
CREATE INDEX governance_bodyevent_network_id_597595df ON public.governance_bodyevent USING btree (network_id);
CREATE INDEX governance_bodyevent_parent_id_f4e1d50f ON public.governance_bodyevent USING btree (parent_id);
CREATE INDEX governance_bodyevent_pgh_context_id_4f56e4de ON public.governance_bodyevent USING btree (pgh_context_id);
CREATE INDEX governance_bodyevent_pgh_obj_id_41f7d52d ON public.governance_bodyevent USING btree (pgh_obj_id);
CREATE INDEX governance_bodyevent_theme_id_29c935aa ON public.governance_bodyevent USING btree (theme_id);
CREATE INDEX governance_calendarlink_body_id_438e2707 ON public.governance_calendarlink USING btree (body_id);
CREATE INDEX governance_calendarlink_network_id_9822d2c2 ON public.governance_calendarlink USING btree (network_id);
CREATE INDEX governance_calendarlink_person_id_3470ed7f ON public.governance_calendarlink USING btree (person_id);
CREATE INDEX governance_condition_decision_id_273ac77c ON public.governance_condition USING btree (decision_id);
CREATE INDEX governance_condition_followed_by_id_c77dbbb2 ON public.governance_condition USING btree (followed_by_id);
CREATE INDEX governance_condition_met_by_id_60f6507b ON public.governance_condition USING btree (met_by_id);
CREATE INDEX governance_condition_network_id_e86d466b ON public.governance_condition USING btree (network_id);
CREATE INDEX governance_condition_owner_partner_id_4018129b ON public.governance_condition USING btree (owner_partner_id);
CREATE INDEX governance_conditionevent_decision_id_b89d807b ON public.governance_conditionevent USING btree (decision_id);
CREATE INDEX governance_conditionevent_followed_by_id_7448bd53 ON public.governance_conditionevent USING btree (followed_by_id);
CREATE INDEX governance_conditionevent_met_by_id_fc7e687a ON public.governance_conditionevent USING btree (met_by_id);
CREATE INDEX governance_conditionevent_network_id_bd3c285d ON public.governance_conditionevent USING btree (network_id);
CREATE INDEX governance_conditionevent_owner_partner_id_46693a1b ON public.governance_conditionevent USING btree (owner_partner_id);
CREATE INDEX governance_conditionevent_pgh_context_id_c0ad1f34 ON public.governance_conditionevent USING btree (pgh_context_id);
CREATE INDEX governance_conditionevent_pgh_obj_id_f331d180 ON public.governance_conditionevent USING btree (pgh_obj_id);
CREATE INDEX governance_consentrequest_decision_id_0f5a5c63 ON public.governance_consentrequest USING btree (decision_id);
CREATE INDEX governance_consentrequest_given_by_id_f0eae29f ON public.governance_consentrequest USING btree (given_by_id);
CREATE INDEX governance_consentrequest_network_id_81561de9 ON public.governance_consentrequest USING btree (network_id);
CREATE INDEX governance_consentrequest_partner_id_316ecbaa ON public.governance_consentrequest USING btree (partner_id);
CREATE INDEX governance_consentrequestevent_decision_id_c8bf10cd ON public.governance_consentrequestevent USING btree (decision_id);
CREATE INDEX governance_consentrequestevent_given_by_id_0e9c88ce ON public.governance_consentrequestevent USING btree (given_by_id);
CREATE INDEX governance_consentrequestevent_network_id_79bd76f0 ON public.governance_consentrequestevent USING btree (network_id);
CREATE INDEX governance_consentrequestevent_partner_id_cd143376 ON public.governance_consentrequestevent USING btree (partner_id);
CREATE INDEX governance_consentrequestevent_pgh_context_id_5be83611 ON public.governance_consentrequestevent USING btree (pgh_context_id);
CREATE INDEX governance_consentrequestevent_pgh_obj_id_30440606 ON public.governance_consentrequestevent USING btree (pgh_obj_id);
CREATE INDEX governance_decision_body_id_8b8c76ec ON public.governance_decision USING btree (body_id);
CREATE INDEX governance_decision_decided_by_person_id_895dea41 ON public.governance_decision USING btree (decided_by_person_id);
CREATE INDEX governance_decision_escalated_from_id_f60a09f3 ON public.governance_decision USING btree (escalated_from_id);
CREATE INDEX governance_decision_mandate_id_a3f37d34 ON public.governance_decision USING btree (mandate_id);
CREATE INDEX governance_decision_meeting_id_11f72167 ON public.governance_decision USING btree (meeting_id);
CREATE INDEX governance_decision_network_id_aa517234 ON public.governance_decision USING btree (network_id);
CREATE INDEX governance_decision_proposed_by_id_ecabff60 ON public.governance_decision USING btree (proposed_by_id);
CREATE INDEX governance_decision_ratifies_id_01d8d8d4 ON public.governance_decision USING btree (ratifies_id);
CREATE INDEX governance_decision_supersedes_id_0a7b5e74 ON public.governance_decision USING btree (supersedes_id);
CREATE INDEX governance_decisionevent_body_id_3ac55a1b ON public.governance_decisionevent USING btree (body_id);
CREATE INDEX governance_decisionevent_decided_by_person_id_9bcaaaee ON public.governance_decisionevent USING btree (decided_by_person_id);
CREATE INDEX governance_decisionevent_escalated_from_id_3b88119c ON public.governance_decisionevent USING btree (escalated_from_id);
CREATE INDEX governance_decisionevent_mandate_id_2728f925 ON public.governance_decisionevent USING btree (mandate_id);
CREATE INDEX governance_decisionevent_meeting_id_4c0bdd32 ON public.governance_decisionevent USING btree (meeting_id);
CREATE INDEX governance_decisionevent_network_id_ce60ab33 ON public.governance_decisionevent USING btree (network_id);
CREATE INDEX governance_decisionevent_pgh_context_id_2e3578fc ON public.governance_decisionevent USING btree (pgh_context_id);
CREATE INDEX governance_decisionevent_pgh_obj_id_df1df19d ON public.governance_decisionevent USING btree (pgh_obj_id);
CREATE INDEX governance_decisionevent_proposed_by_id_30411008 ON public.governance_decisionevent USING btree (proposed_by_id);
CREATE INDEX governance_decisionevent_ratifies_id_b8c7a530 ON public.governance_decisionevent USING btree (ratifies_id);
CREATE INDEX governance_decisionevent_supersedes_id_f2808c3a ON public.governance_decisionevent USING btree (supersedes_id);
CREATE INDEX governance_mandate_body_id_b63f860d ON public.governance_mandate USING btree (body_id);
CREATE INDEX governance_mandate_ending_decision_id_1791c223 ON public.governance_mandate USING btree (ending_decision_id);
CREATE INDEX governance_mandate_network_id_ed206df2 ON public.governance_mandate USING btree (network_id);
CREATE INDEX governance_mandate_source_decision_id_c5754dd9 ON public.governance_mandate USING btree (source_decision_id);
CREATE INDEX governance_mandateevent_body_id_454d5234 ON public.governance_mandateevent USING btree (body_id);
CREATE INDEX governance_mandateevent_ending_decision_id_6190ba6c ON public.governance_mandateevent USING btree (ending_decision_id);
CREATE INDEX governance_mandateevent_network_id_4e01a729 ON public.governance_mandateevent USING btree (network_id);
CREATE INDEX governance_mandateevent_pgh_context_id_4e2cb895 ON public.governance_mandateevent USING btree (pgh_context_id);
CREATE INDEX governance_mandateevent_pgh_obj_id_926214f2 ON public.governance_mandateevent USING btree (pgh_obj_id);
CREATE INDEX governance_mandateevent_source_decision_id_02cf2754 ON public.governance_mandateevent USING btree (source_decision_id);
CREATE INDEX governance_meeting_body_id_666aa695 ON public.governance_meeting USING btree (body_id);
CREATE INDEX governance_meeting_network_id_f567713c ON public.governance_meeting USING btree (network_id);
CREATE INDEX governance_minutes_adopted_in_id_cd1ae82c ON public.governance_minutes USING btree (adopted_in_id);
CREATE INDEX governance_minutes_meeting_id_47a186fc ON public.governance_minutes USING btree (meeting_id);
CREATE INDEX governance_minutes_network_id_cf9d3a02 ON public.governance_minutes USING btree (network_id);
CREATE INDEX governance_minutes_recorded_by_id_c9a6f805 ON public.governance_minutes USING btree (recorded_by_id);
CREATE INDEX governance_minutes_written_by_id_1fb2bce8 ON public.governance_minutes USING btree (written_by_id);
CREATE INDEX governance_minutesremark_added_by_id_70a5c596 ON public.governance_minutesremark USING btree (added_by_id);
CREATE INDEX governance_minutesremark_minutes_id_67cbcfa8 ON public.governance_minutesremark USING btree (minutes_id);
CREATE INDEX governance_minutesremark_network_id_4d7405d8 ON public.governance_minutesremark USING btree (network_id);
CREATE INDEX governance_numberseries_network_id_918a2f46 ON public.governance_numberseries USING btree (network_id);
CREATE INDEX governance_personalinvitation_accepted_by_id_9efe5d2f ON public.governance_personalinvitation USING btree (accepted_by_id);
CREATE INDEX governance_personalinvitation_invited_by_id_00397aea ON public.governance_personalinvitation USING btree (invited_by_id);
CREATE INDEX governance_personalinvitation_network_id_f85a2173 ON public.governance_personalinvitation USING btree (network_id);
CREATE INDEX governance_personalinvitation_partner_id_cf49ca27 ON public.governance_personalinvitation USING btree (partner_id);
CREATE INDEX governance_personalinvitation_seat_id_788e1c4b ON public.governance_personalinvitation USING btree (seat_id);
CREATE INDEX governance_recusal_decision_id_66e6c1d1 ON public.governance_recusal USING btree (decision_id);
CREATE INDEX governance_recusal_network_id_8b8a0cc9 ON public.governance_recusal USING btree (network_id);
CREATE INDEX governance_recusal_person_id_f95b1b30 ON public.governance_recusal USING btree (person_id);
CREATE INDEX governance_recusal_recorded_by_id_2c8c497f ON public.governance_recusal USING btree (recorded_by_id);
CREATE INDEX governance_recusal_seat_id_a491e84b ON public.governance_recusal USING btree (seat_id);
CREATE INDEX governance_recusalevent_decision_id_3a2f57ad ON public.governance_recusalevent USING btree (decision_id);
CREATE INDEX governance_recusalevent_network_id_ffe94b15 ON public.governance_recusalevent USING btree (network_id);
CREATE INDEX governance_recusalevent_person_id_12562f64 ON public.governance_recusalevent USING btree (person_id);
CREATE INDEX governance_recusalevent_pgh_context_id_d9d6ae39 ON public.governance_recusalevent USING btree (pgh_context_id);
CREATE INDEX governance_recusalevent_pgh_obj_id_2268cb3a ON public.governance_recusalevent USING btree (pgh_obj_id);
CREATE INDEX governance_recusalevent_recorded_by_id_74e4da0a ON public.governance_recusalevent USING btree (recorded_by_id);
CREATE INDEX governance_recusalevent_seat_id_65a88e68 ON public.governance_recusalevent USING btree (seat_id);
CREATE INDEX governance_seat_body_id_a304ff23 ON public.governance_seat USING btree (body_id);
CREATE INDEX governance_seat_network_id_68c1e6f0 ON public.governance_seat USING btree (network_id);
CREATE INDEX governance_seat_partner_id_17295ad0 ON public.governance_seat USING btree (partner_id);
CREATE INDEX governance_seatevent_body_id_17a718d2 ON public.governance_seatevent USING btree (body_id);
CREATE INDEX governance_seatevent_network_id_034ad215 ON public.governance_seatevent USING btree (network_id);
CREATE INDEX governance_seatevent_partner_id_7056dc52 ON public.governance_seatevent USING btree (partner_id);
CREATE INDEX governance_seatevent_pgh_context_id_53a6ce4c ON public.governance_seatevent USING btree (pgh_context_id);
CREATE INDEX governance_seatevent_pgh_obj_id_b3edcfe5 ON public.governance_seatevent USING btree (pgh_obj_id);
CREATE INDEX governance_seattenure_network_id_8bc512b3 ON public.governance_seattenure USING btree (network_id);
CREATE INDEX governance_seattenure_person_id_b39935ae ON public.governance_seattenure USING btree (person_id);
CREATE INDEX governance_seattenure_seat_id_8f8af2b1 ON public.governance_seattenure USING btree (seat_id);
CREATE INDEX governance_seattenureevent_network_id_74cbfa20 ON public.governance_seattenureevent USING btree (network_id);
CREATE INDEX governance_seattenureevent_person_id_28005529 ON public.governance_seattenureevent USING btree (person_id);
CREATE INDEX governance_seattenureevent_pgh_context_id_be37178d ON public.governance_seattenureevent USING btree (pgh_context_id);
CREATE INDEX governance_seattenureevent_pgh_obj_id_1eb3984c ON public.governance_seattenureevent USING btree (pgh_obj_id);
CREATE INDEX governance_seattenureevent_seat_id_e11704e5 ON public.governance_seattenureevent USING btree (seat_id);
CREATE INDEX governance_vote_cast_by_id_a4230180 ON public.governance_vote USING btree (cast_by_id);
CREATE INDEX governance_vote_decision_id_1a7c3bc1 ON public.governance_vote USING btree (decision_id);
CREATE INDEX governance_vote_network_id_917412b4 ON public.governance_vote USING btree (network_id);
CREATE INDEX governance_vote_person_id_85361111 ON public.governance_vote USING btree (person_id);
CREATE INDEX governance_vote_seat_id_6c9a4554 ON public.governance_vote USING btree (seat_id);
CREATE INDEX governance_voteevent_cast_by_id_b1b17c4a ON public.governance_voteevent USING btree (cast_by_id);
CREATE INDEX governance_voteevent_decision_id_1b05f472 ON public.governance_voteevent USING btree (decision_id);
CREATE INDEX governance_voteevent_network_id_57c1744b ON public.governance_voteevent USING btree (network_id);
CREATE INDEX governance_voteevent_person_id_0325a27c ON public.governance_voteevent USING btree (person_id);
CREATE INDEX governance_voteevent_pgh_context_id_41891a92 ON public.governance_voteevent USING btree (pgh_context_id);
CREATE INDEX governance_voteevent_pgh_obj_id_49fa554d ON public.governance_voteevent USING btree (pgh_obj_id);
CREATE INDEX governance_voteevent_seat_id_22c7cc35 ON public.governance_voteevent USING btree (seat_id);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX initiatives_activity_network_id_7ea0d876 ON public.initiatives_activity USING btree (network_id);
CREATE INDEX initiatives_activity_plan_id_3d35ca9c ON public.initiatives_activity USING btree (plan_id);
CREATE INDEX initiatives_adoption_component_id_d5497732 ON public.initiatives_adoption USING btree (component_id);
CREATE INDEX initiatives_adoption_network_id_cccaa91f ON public.initiatives_adoption USING btree (network_id);
CREATE INDEX initiatives_adoption_partner_id_115543a5 ON public.initiatives_adoption USING btree (partner_id);
CREATE INDEX initiatives_adoption_recorded_by_id_c990156f ON public.initiatives_adoption USING btree (recorded_by_id);
CREATE INDEX initiatives_adoptionevent_component_id_5e0c175d ON public.initiatives_adoptionevent USING btree (component_id);
CREATE INDEX initiatives_adoptionevent_network_id_0049a369 ON public.initiatives_adoptionevent USING btree (network_id);
CREATE INDEX initiatives_adoptionevent_partner_id_501adf0b ON public.initiatives_adoptionevent USING btree (partner_id);
CREATE INDEX initiatives_adoptionevent_pgh_context_id_a47a78b4 ON public.initiatives_adoptionevent USING btree (pgh_context_id);
CREATE INDEX initiatives_adoptionevent_pgh_obj_id_38a6289d ON public.initiatives_adoptionevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_adoptionevent_recorded_by_id_75fe6e13 ON public.initiatives_adoptionevent USING btree (recorded_by_id);
CREATE INDEX initiatives_answer_assessment_id_5fcf05ad ON public.initiatives_answer USING btree (assessment_id);
CREATE INDEX initiatives_answer_criterion_id_bd640a20 ON public.initiatives_answer USING btree (criterion_id);
CREATE INDEX initiatives_answer_network_id_d50cfb07 ON public.initiatives_answer USING btree (network_id);
CREATE INDEX initiatives_answertemplate_network_id_d4f84c18 ON public.initiatives_answertemplate USING btree (network_id);
CREATE INDEX initiatives_answertemplateevent_network_id_23bc7001 ON public.initiatives_answertemplateevent USING btree (network_id);
CREATE INDEX initiatives_answertemplateevent_pgh_context_id_639ff9ea ON public.initiatives_answertemplateevent USING btree (pgh_context_id);
CREATE INDEX initiatives_answertemplateevent_pgh_obj_id_683765ad ON public.initiatives_answertemplateevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_assessment_criteria_set_id_b20d3292 ON public.initiatives_assessment USING btree (criteria_set_id);
CREATE INDEX initiatives_assessment_initiative_id_21b8230d ON public.initiatives_assessment USING btree (initiative_id);
CREATE INDEX initiatives_assessment_network_id_cf6a52b1 ON public.initiatives_assessment USING btree (network_id);
CREATE INDEX initiatives_assessment_rater_id_201a2846 ON public.initiatives_assessment USING btree (rater_id);
CREATE INDEX initiatives_assessment_seat_id_39382943 ON public.initiatives_assessment USING btree (seat_id);
CREATE INDEX initiatives_assessmentevent_criteria_set_id_5c5d3062 ON public.initiatives_assessmentevent USING btree (criteria_set_id);
CREATE INDEX initiatives_assessmentevent_initiative_id_7ac2e5da ON public.initiatives_assessmentevent USING btree (initiative_id);
CREATE INDEX initiatives_assessmentevent_network_id_ac77fa5e ON public.initiatives_assessmentevent USING btree (network_id);
CREATE INDEX initiatives_assessmentevent_pgh_context_id_3c69972f ON public.initiatives_assessmentevent USING btree (pgh_context_id);
CREATE INDEX initiatives_assessmentevent_pgh_obj_id_c7afa9e9 ON public.initiatives_assessmentevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_assessmentevent_rater_id_ea7c41c2 ON public.initiatives_assessmentevent USING btree (rater_id);
CREATE INDEX initiatives_assessmentevent_seat_id_275bae7a ON public.initiatives_assessmentevent USING btree (seat_id);
CREATE INDEX initiatives_budgetline_funding_line_id_64b714a3 ON public.initiatives_budgetline USING btree (funding_line_id);
CREATE INDEX initiatives_budgetline_network_id_a4bc9f07 ON public.initiatives_budgetline USING btree (network_id);
CREATE INDEX initiatives_budgetline_partner_id_0f84de5d ON public.initiatives_budgetline USING btree (partner_id);
CREATE INDEX initiatives_budgetline_plan_id_8c1d12ae ON public.initiatives_budgetline USING btree (plan_id);
CREATE INDEX initiatives_claimcomparison_claim_id_65cd88fa ON public.initiatives_claimcomparison USING btree (claim_id);
CREATE INDEX initiatives_claimcomparison_network_id_f343d3a3 ON public.initiatives_claimcomparison USING btree (network_id);
CREATE INDEX initiatives_claimcomparison_series_id_4e144999 ON public.initiatives_claimcomparison USING btree (series_id);
CREATE INDEX initiatives_commitment_answered_by_id_b28f43cd ON public.initiatives_commitment USING btree (answered_by_id);
CREATE INDEX initiatives_commitment_asked_by_id_ee68afb7 ON public.initiatives_commitment USING btree (asked_by_id);
CREATE INDEX initiatives_commitment_initiative_id_73ea5002 ON public.initiatives_commitment USING btree (initiative_id);
CREATE INDEX initiatives_commitment_network_id_6d0cfc43 ON public.initiatives_commitment USING btree (network_id);
CREATE INDEX initiatives_commitment_partner_id_dd9b47cc ON public.initiatives_commitment USING btree (partner_id);
CREATE INDEX initiatives_commitmentevent_answered_by_id_36db8f96 ON public.initiatives_commitmentevent USING btree (answered_by_id);
CREATE INDEX initiatives_commitmentevent_asked_by_id_edd5683a ON public.initiatives_commitmentevent USING btree (asked_by_id);
CREATE INDEX initiatives_commitmentevent_initiative_id_6560159b ON public.initiatives_commitmentevent USING btree (initiative_id);
CREATE INDEX initiatives_commitmentevent_network_id_28fdc377 ON public.initiatives_commitmentevent USING btree (network_id);
CREATE INDEX initiatives_commitmentevent_partner_id_86272b85 ON public.initiatives_commitmentevent USING btree (partner_id);
CREATE INDEX initiatives_commitmentevent_pgh_context_id_9f7dda4a ON public.initiatives_commitmentevent USING btree (pgh_context_id);
CREATE INDEX initiatives_commitmentevent_pgh_obj_id_2b8dc703 ON public.initiatives_commitmentevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_component_embedding_id_9b5935cf ON public.initiatives_component USING btree (embedding_id);
CREATE INDEX initiatives_component_network_id_2b24d19e ON public.initiatives_component USING btree (network_id);
CREATE INDEX initiatives_dossier_decision_id_4a8fdd5e ON public.initiatives_dossier USING btree (decision_id);
CREATE INDEX initiatives_dossier_initiative_id_07a7b5f3 ON public.initiatives_dossier USING btree (initiative_id);
CREATE INDEX initiatives_dossier_made_by_id_70bfe9a4 ON public.initiatives_dossier USING btree (made_by_id);
CREATE INDEX initiatives_dossier_network_id_b1bd2d2e ON public.initiatives_dossier USING btree (network_id);
CREATE INDEX initiatives_dossierfile_dossier_id_ddc0268d ON public.initiatives_dossierfile USING btree (dossier_id);
CREATE INDEX initiatives_dossierfile_network_id_479269a3 ON public.initiatives_dossierfile USING btree (network_id);
CREATE INDEX initiatives_dossierfile_version_id_5b2df9cb ON public.initiatives_dossierfile USING btree (version_id);
CREATE INDEX initiatives_effectclaim_claimed_by_id_d043085d ON public.initiatives_effectclaim USING btree (claimed_by_id);
CREATE INDEX initiatives_effectclaim_measure_id_25fb6c41 ON public.initiatives_effectclaim USING btree (measure_id);
CREATE INDEX initiatives_effectclaim_network_id_16be0135 ON public.initiatives_effectclaim USING btree (network_id);
CREATE INDEX initiatives_effectverdict_baseline_id_a164bd14 ON public.initiatives_effectverdict USING btree (baseline_id);
CREATE INDEX initiatives_effectverdict_claim_id_d5a4c042 ON public.initiatives_effectverdict USING btree (claim_id);
CREATE INDEX initiatives_effectverdict_network_id_ffb96e7a ON public.initiatives_effectverdict USING btree (network_id);
CREATE INDEX initiatives_embeddingplan_initiative_id_8abc166a ON public.initiatives_embeddingplan USING btree (initiative_id);
CREATE INDEX initiatives_embeddingplan_network_id_a715af54 ON public.initiatives_embeddingplan USING btree (network_id);
CREATE INDEX initiatives_embeddingplanevent_initiative_id_c010e7cf ON public.initiatives_embeddingplanevent USING btree (initiative_id);
CREATE INDEX initiatives_embeddingplanevent_network_id_2528d808 ON public.initiatives_embeddingplanevent USING btree (network_id);
CREATE INDEX initiatives_embeddingplanevent_pgh_context_id_af22201d ON public.initiatives_embeddingplanevent USING btree (pgh_context_id);
CREATE INDEX initiatives_embeddingplanevent_pgh_obj_id_2ceca28c ON public.initiatives_embeddingplanevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_exploration_initiative_id_76972cd7 ON public.initiatives_exploration USING btree (initiative_id);
CREATE INDEX initiatives_exploration_network_id_e812b7aa ON public.initiatives_exploration USING btree (network_id);
CREATE INDEX initiatives_explorationquestion_exploration_id_a09cc631 ON public.initiatives_explorationquestion USING btree (exploration_id);
CREATE INDEX initiatives_explorationquestion_network_id_b94a7e19 ON public.initiatives_explorationquestion USING btree (network_id);
CREATE INDEX initiatives_factor_exploration_id_a59b67a8 ON public.initiatives_factor USING btree (exploration_id);
CREATE INDEX initiatives_factor_network_id_058ee794 ON public.initiatives_factor USING btree (network_id);
CREATE INDEX initiatives_firstview_network_id_a15def94 ON public.initiatives_firstview USING btree (network_id);
CREATE INDEX initiatives_firstview_person_id_4cb17de9 ON public.initiatives_firstview USING btree (person_id);
CREATE INDEX initiatives_fundingaward_decision_id_7a859c42 ON public.initiatives_fundingaward USING btree (decision_id);
CREATE INDEX initiatives_fundingaward_initiative_id_1187ab31 ON public.initiatives_fundingaward USING btree (initiative_id);
CREATE INDEX initiatives_fundingaward_line_id_71a1810a ON public.initiatives_fundingaward USING btree (line_id);
CREATE INDEX initiatives_fundingaward_network_id_f4a96f60 ON public.initiatives_fundingaward USING btree (network_id);
CREATE INDEX initiatives_fundingaward_recorded_by_id_ac1fe1f1 ON public.initiatives_fundingaward USING btree (recorded_by_id);
CREATE INDEX initiatives_fundingawardevent_decision_id_b6a1934d ON public.initiatives_fundingawardevent USING btree (decision_id);
CREATE INDEX initiatives_fundingawardevent_initiative_id_928af641 ON public.initiatives_fundingawardevent USING btree (initiative_id);
CREATE INDEX initiatives_fundingawardevent_line_id_35fa9fd2 ON public.initiatives_fundingawardevent USING btree (line_id);
CREATE INDEX initiatives_fundingawardevent_network_id_f31d9ed6 ON public.initiatives_fundingawardevent USING btree (network_id);
CREATE INDEX initiatives_fundingawardevent_pgh_context_id_6c811301 ON public.initiatives_fundingawardevent USING btree (pgh_context_id);
CREATE INDEX initiatives_fundingawardevent_pgh_obj_id_bd283a0d ON public.initiatives_fundingawardevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_fundingawardevent_recorded_by_id_82828b41 ON public.initiatives_fundingawardevent USING btree (recorded_by_id);
CREATE INDEX initiatives_fundingline_funder_id_d700d190 ON public.initiatives_fundingline USING btree (funder_id);
CREATE INDEX initiatives_fundingline_network_id_ae688c87 ON public.initiatives_fundingline USING btree (network_id);
CREATE INDEX initiatives_fundingline_slug_3a9eb803 ON public.initiatives_fundingline USING btree (slug);
CREATE INDEX initiatives_fundingline_slug_3a9eb803_like ON public.initiatives_fundingline USING btree (slug varchar_pattern_ops);
CREATE INDEX initiatives_fundinglineevent_funder_id_ab2fce2e ON public.initiatives_fundinglineevent USING btree (funder_id);
CREATE INDEX initiatives_fundinglineevent_network_id_5ad7f29f ON public.initiatives_fundinglineevent USING btree (network_id);
CREATE INDEX initiatives_fundinglineevent_pgh_context_id_ad655e84 ON public.initiatives_fundinglineevent USING btree (pgh_context_id);
CREATE INDEX initiatives_fundinglineevent_pgh_obj_id_c61b88de ON public.initiatives_fundinglineevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_gatelist_network_id_d033319a ON public.initiatives_gatelist USING btree (network_id);
CREATE INDEX initiatives_gatelist_published_by_id_2c5454ed ON public.initiatives_gatelist USING btree (published_by_id);
CREATE INDEX initiatives_halt_decision_id_37484324 ON public.initiatives_halt USING btree (decision_id);
CREATE INDEX initiatives_halt_halted_by_id_cadda89d ON public.initiatives_halt USING btree (halted_by_id);
CREATE INDEX initiatives_halt_initiative_id_98241a35 ON public.initiatives_halt USING btree (initiative_id);
CREATE INDEX initiatives_halt_network_id_a3a56a03 ON public.initiatives_halt USING btree (network_id);
CREATE INDEX initiatives_haltevent_decision_id_a9b9fecc ON public.initiatives_haltevent USING btree (decision_id);
CREATE INDEX initiatives_haltevent_halted_by_id_9828a697 ON public.initiatives_haltevent USING btree (halted_by_id);
CREATE INDEX initiatives_haltevent_initiative_id_a1be0b86 ON public.initiatives_haltevent USING btree (initiative_id);
CREATE INDEX initiatives_haltevent_network_id_e0108c72 ON public.initiatives_haltevent USING btree (network_id);
CREATE INDEX initiatives_haltevent_pgh_context_id_3396481f ON public.initiatives_haltevent USING btree (pgh_context_id);
CREATE INDEX initiatives_haltevent_pgh_obj_id_32f89396 ON public.initiatives_haltevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_ideadraft_network_id_83b15821 ON public.initiatives_ideadraft USING btree (network_id);
CREATE INDEX initiatives_ideadraft_person_id_bc5c2adf ON public.initiatives_ideadraft USING btree (person_id);
CREATE INDEX initiatives_in_a_stage ON public.initiatives_initiative USING btree (network_id, stage);
CREATE INDEX initiatives_initiative_agreed_plan_id_74a39962 ON public.initiatives_initiative USING btree (agreed_plan_id);
CREATE INDEX initiatives_initiative_body_id_77ab2535 ON public.initiatives_initiative USING btree (body_id);
CREATE INDEX initiatives_initiative_explorer_id_61ed835c ON public.initiatives_initiative USING btree (explorer_id);
CREATE INDEX initiatives_initiative_key_78b8a86d ON public.initiatives_initiative USING btree (key);
CREATE INDEX initiatives_initiative_key_78b8a86d_like ON public.initiatives_initiative USING btree (key varchar_pattern_ops);
CREATE INDEX initiatives_initiative_last_update_id_0497291e ON public.initiatives_initiative USING btree (last_update_id);
CREATE INDEX initiatives_initiative_lead_id_dbf43744 ON public.initiatives_initiative USING btree (lead_id);
CREATE INDEX initiatives_initiative_merged_into_id_057483c7 ON public.initiatives_initiative USING btree (merged_into_id);
CREATE INDEX initiatives_initiative_moved_by_award_id_3139828c ON public.initiatives_initiative USING btree (moved_by_award_id);
CREATE INDEX initiatives_initiative_moved_by_id_839aad6c ON public.initiatives_initiative USING btree (moved_by_id);
CREATE INDEX initiatives_initiative_named_by_id_e537966e ON public.initiatives_initiative USING btree (named_by_id);
CREATE INDEX initiatives_initiative_network_id_45395ec5 ON public.initiatives_initiative USING btree (network_id);
CREATE INDEX initiatives_initiative_partner_id_632538df ON public.initiatives_initiative USING btree (partner_id);
CREATE INDEX initiatives_initiative_submitted_by_id_969d777f ON public.initiatives_initiative USING btree (submitted_by_id);
CREATE INDEX initiatives_initiative_successor_of_id_87fd801e ON public.initiatives_initiative USING btree (successor_of_id);
CREATE INDEX initiatives_initiative_theme_id_f0dc1d3f ON public.initiatives_initiative USING btree (theme_id);
CREATE INDEX initiatives_initiative_waits_for_id_9fc2d541 ON public.initiatives_initiative USING btree (waits_for_id);
CREATE INDEX initiatives_initiativearea_area_id_fbfeb4b4 ON public.initiatives_initiativearea USING btree (area_id);
CREATE INDEX initiatives_initiativearea_initiative_id_2e1d571e ON public.initiatives_initiativearea USING btree (initiative_id);
CREATE INDEX initiatives_initiativearea_network_id_0f2205e1 ON public.initiatives_initiativearea USING btree (network_id);
CREATE INDEX initiatives_initiativeevent_agreed_plan_id_4c498e1b ON public.initiatives_initiativeevent USING btree (agreed_plan_id);
CREATE INDEX initiatives_initiativeevent_body_id_d152c8d5 ON public.initiatives_initiativeevent USING btree (body_id);
CREATE INDEX initiatives_initiativeevent_explorer_id_535aeacf ON public.initiatives_initiativeevent USING btree (explorer_id);
CREATE INDEX initiatives_initiativeevent_last_update_id_20bb4b4f ON public.initiatives_initiativeevent USING btree (last_update_id);
CREATE INDEX initiatives_initiativeevent_lead_id_79950470 ON public.initiatives_initiativeevent USING btree (lead_id);
CREATE INDEX initiatives_initiativeevent_merged_into_id_b148278b ON public.initiatives_initiativeevent USING btree (merged_into_id);
CREATE INDEX initiatives_initiativeevent_moved_by_award_id_3654d934 ON public.initiatives_initiativeevent USING btree (moved_by_award_id);
CREATE INDEX initiatives_initiativeevent_moved_by_id_66955580 ON public.initiatives_initiativeevent USING btree (moved_by_id);
CREATE INDEX initiatives_initiativeevent_named_by_id_f52f8966 ON public.initiatives_initiativeevent USING btree (named_by_id);
CREATE INDEX initiatives_initiativeevent_network_id_35c48179 ON public.initiatives_initiativeevent USING btree (network_id);
CREATE INDEX initiatives_initiativeevent_partner_id_393e3b38 ON public.initiatives_initiativeevent USING btree (partner_id);
CREATE INDEX initiatives_initiativeevent_pgh_context_id_cb19720a ON public.initiatives_initiativeevent USING btree (pgh_context_id);
CREATE INDEX initiatives_initiativeevent_pgh_obj_id_f6b063f9 ON public.initiatives_initiativeevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_initiativeevent_submitted_by_id_80aedf31 ON public.initiatives_initiativeevent USING btree (submitted_by_id);
CREATE INDEX initiatives_initiativeevent_successor_of_id_82f8283a ON public.initiatives_initiativeevent USING btree (successor_of_id);
CREATE INDEX initiatives_initiativeevent_theme_id_9f8e46ed ON public.initiatives_initiativeevent USING btree (theme_id);
CREATE INDEX initiatives_initiativeevent_waits_for_id_8e5a349c ON public.initiatives_initiativeevent USING btree (waits_for_id);
CREATE INDEX initiatives_initiativepartner_initiative_id_92835c23 ON public.initiatives_initiativepartner USING btree (initiative_id);
CREATE INDEX initiatives_initiativepartner_network_id_b6d4ee18 ON public.initiatives_initiativepartner USING btree (network_id);
CREATE INDEX initiatives_initiativepartner_partner_id_e3583b78 ON public.initiatives_initiativepartner USING btree (partner_id);
CREATE INDEX initiatives_invitation_criteria_set_id_8f30f27f ON public.initiatives_invitation USING btree (criteria_set_id);
CREATE INDEX initiatives_invitation_initiative_id_fa6d00ad ON public.initiatives_invitation USING btree (initiative_id);
CREATE INDEX initiatives_invitation_network_id_7f82f042 ON public.initiatives_invitation USING btree (network_id);
CREATE INDEX initiatives_invitation_rater_id_c20c2363 ON public.initiatives_invitation USING btree (rater_id);
CREATE INDEX initiatives_invitation_seat_id_e799d86c ON public.initiatives_invitation USING btree (seat_id);
CREATE INDEX initiatives_lesson_initiative_id_9f54e6c0 ON public.initiatives_lesson USING btree (initiative_id);
CREATE INDEX initiatives_lesson_network_id_64e98d59 ON public.initiatives_lesson USING btree (network_id);
CREATE INDEX initiatives_lesson_shared_by_id_4f3e8ca3 ON public.initiatives_lesson USING btree (shared_by_id);
CREATE INDEX initiatives_lessonevent_initiative_id_1652611e ON public.initiatives_lessonevent USING btree (initiative_id);
CREATE INDEX initiatives_lessonevent_network_id_d2e828d2 ON public.initiatives_lessonevent USING btree (network_id);
CREATE INDEX initiatives_lessonevent_pgh_context_id_d7625f33 ON public.initiatives_lessonevent USING btree (pgh_context_id);
CREATE INDEX initiatives_lessonevent_pgh_obj_id_0943de39 ON public.initiatives_lessonevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_lessonevent_shared_by_id_e87a82d1 ON public.initiatives_lessonevent USING btree (shared_by_id);
CREATE INDEX initiatives_lineowner_answered_by_id_c3bf2995 ON public.initiatives_lineowner USING btree (answered_by_id);
CREATE INDEX initiatives_lineowner_embedding_id_c285c4f2 ON public.initiatives_lineowner USING btree (embedding_id);
CREATE INDEX initiatives_lineowner_network_id_f9dc9bff ON public.initiatives_lineowner USING btree (network_id);
CREATE INDEX initiatives_lineowner_partner_id_575f513a ON public.initiatives_lineowner USING btree (partner_id);
CREATE INDEX initiatives_lineownerevent_answered_by_id_0309a71e ON public.initiatives_lineownerevent USING btree (answered_by_id);
CREATE INDEX initiatives_lineownerevent_embedding_id_96b75cc1 ON public.initiatives_lineownerevent USING btree (embedding_id);
CREATE INDEX initiatives_lineownerevent_network_id_89ae1812 ON public.initiatives_lineownerevent USING btree (network_id);
CREATE INDEX initiatives_lineownerevent_partner_id_f584d116 ON public.initiatives_lineownerevent USING btree (partner_id);
CREATE INDEX initiatives_lineownerevent_pgh_context_id_76c1e786 ON public.initiatives_lineownerevent USING btree (pgh_context_id);
CREATE INDEX initiatives_lineownerevent_pgh_obj_id_8eef9779 ON public.initiatives_lineownerevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_measure_added_by_id_229010ea ON public.initiatives_measure USING btree (added_by_id);
CREATE INDEX initiatives_measure_initiative_id_21dffa7d ON public.initiatives_measure USING btree (initiative_id);
CREATE INDEX initiatives_measure_network_id_945fab27 ON public.initiatives_measure USING btree (network_id);
CREATE INDEX initiatives_measure_series_id_84ac8ebc ON public.initiatives_measure USING btree (series_id);
CREATE INDEX initiatives_measureevent_added_by_id_359a99c9 ON public.initiatives_measureevent USING btree (added_by_id);
CREATE INDEX initiatives_measureevent_initiative_id_2f2c9a4f ON public.initiatives_measureevent USING btree (initiative_id);
CREATE INDEX initiatives_measureevent_network_id_8a9659d1 ON public.initiatives_measureevent USING btree (network_id);
CREATE INDEX initiatives_measureevent_pgh_context_id_b6c8c40c ON public.initiatives_measureevent USING btree (pgh_context_id);
CREATE INDEX initiatives_measureevent_pgh_obj_id_979b75bb ON public.initiatives_measureevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_measureevent_series_id_d5183488 ON public.initiatives_measureevent USING btree (series_id);
CREATE INDEX initiatives_milestone_debtor_id_072443da ON public.initiatives_milestone USING btree (debtor_id);
CREATE INDEX initiatives_milestone_network_id_43474e27 ON public.initiatives_milestone USING btree (network_id);
CREATE INDEX initiatives_milestone_plan_id_47487b3b ON public.initiatives_milestone USING btree (plan_id);
CREATE INDEX initiatives_note_author_id_62c06b90 ON public.initiatives_note USING btree (author_id);
CREATE INDEX initiatives_note_initiative_id_54322423 ON public.initiatives_note USING btree (initiative_id);
CREATE INDEX initiatives_note_network_id_3088d86d ON public.initiatives_note USING btree (network_id);
CREATE INDEX initiatives_notedraft_initiative_id_9ac6ad3b ON public.initiatives_notedraft USING btree (initiative_id);
CREATE INDEX initiatives_notedraft_network_id_5bbbd4db ON public.initiatives_notedraft USING btree (network_id);
CREATE INDEX initiatives_notedraft_person_id_0ed1453e ON public.initiatives_notedraft USING btree (person_id);
CREATE INDEX initiatives_noteevent_author_id_67a3ad71 ON public.initiatives_noteevent USING btree (author_id);
CREATE INDEX initiatives_noteevent_initiative_id_d2e7071d ON public.initiatives_noteevent USING btree (initiative_id);
CREATE INDEX initiatives_noteevent_network_id_4fb886fb ON public.initiatives_noteevent USING btree (network_id);
CREATE INDEX initiatives_noteevent_pgh_context_id_5a0562a2 ON public.initiatives_noteevent USING btree (pgh_context_id);
CREATE INDEX initiatives_noteevent_pgh_obj_id_01bc0d81 ON public.initiatives_noteevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_notemention_network_id_64f5d6ca ON public.initiatives_notemention USING btree (network_id);
CREATE INDEX initiatives_notemention_note_id_ab14c6ce ON public.initiatives_notemention USING btree (note_id);
CREATE INDEX initiatives_notemention_person_id_6f3f8af8 ON public.initiatives_notemention USING btree (person_id);
CREATE INDEX initiatives_of_a_body ON public.initiatives_initiative USING btree (network_id, body_id, stage);
CREATE INDEX initiatives_option_exploration_id_b4bb92ce ON public.initiatives_option USING btree (exploration_id);
CREATE INDEX initiatives_option_network_id_6de70f33 ON public.initiatives_option USING btree (network_id);
CREATE INDEX initiatives_partnerview_exploration_id_ddc0277f ON public.initiatives_partnerview USING btree (exploration_id);
CREATE INDEX initiatives_partnerview_given_by_id_84d20a40 ON public.initiatives_partnerview USING btree (given_by_id);
CREATE INDEX initiatives_partnerview_network_id_2a88b1b7 ON public.initiatives_partnerview USING btree (network_id);
CREATE INDEX initiatives_partnerview_partner_id_81d91444 ON public.initiatives_partnerview USING btree (partner_id);
CREATE INDEX initiatives_payereffect_exploration_id_36b115d9 ON public.initiatives_payereffect USING btree (exploration_id);
CREATE INDEX initiatives_payereffect_network_id_443ded13 ON public.initiatives_payereffect USING btree (network_id);
CREATE INDEX initiatives_plan_frozen_by_id_2b694bc7 ON public.initiatives_plan USING btree (frozen_by_id);
CREATE INDEX initiatives_plan_initiative_id_e1a55e4a ON public.initiatives_plan USING btree (initiative_id);
CREATE INDEX initiatives_plan_network_id_2f00901c ON public.initiatives_plan USING btree (network_id);
CREATE INDEX initiatives_planevent_frozen_by_id_6a607989 ON public.initiatives_planevent USING btree (frozen_by_id);
CREATE INDEX initiatives_planevent_initiative_id_549fe5b3 ON public.initiatives_planevent USING btree (initiative_id);
CREATE INDEX initiatives_planevent_network_id_641876cd ON public.initiatives_planevent USING btree (network_id);
CREATE INDEX initiatives_planevent_pgh_context_id_00f27a22 ON public.initiatives_planevent USING btree (pgh_context_id);
CREATE INDEX initiatives_planevent_pgh_obj_id_1a0726bc ON public.initiatives_planevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_plangoal_network_id_eb28d56a ON public.initiatives_plangoal USING btree (network_id);
CREATE INDEX initiatives_plangoal_plan_id_28a4e9db ON public.initiatives_plangoal USING btree (plan_id);
CREATE INDEX initiatives_planrole_network_id_3331c016 ON public.initiatives_planrole USING btree (network_id);
CREATE INDEX initiatives_planrole_plan_id_91706240 ON public.initiatives_planrole USING btree (plan_id);
CREATE INDEX initiatives_pointanswer_answered_by_id_af7ee2a7 ON public.initiatives_pointanswer USING btree (answered_by_id);
CREATE INDEX initiatives_pointanswer_initiative_id_701447ae ON public.initiatives_pointanswer USING btree (initiative_id);
CREATE INDEX initiatives_pointanswer_network_id_86b0c99d ON public.initiatives_pointanswer USING btree (network_id);
CREATE INDEX initiatives_pointanswerevent_answered_by_id_6b3fbe9d ON public.initiatives_pointanswerevent USING btree (answered_by_id);
CREATE INDEX initiatives_pointanswerevent_initiative_id_06b31348 ON public.initiatives_pointanswerevent USING btree (initiative_id);
CREATE INDEX initiatives_pointanswerevent_network_id_d327ccd6 ON public.initiatives_pointanswerevent USING btree (network_id);
CREATE INDEX initiatives_pointanswerevent_pgh_context_id_4a34c50b ON public.initiatives_pointanswerevent USING btree (pgh_context_id);
CREATE INDEX initiatives_pointanswerevent_pgh_obj_id_9b4aea66 ON public.initiatives_pointanswerevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_portfolioview_network_id_8a935374 ON public.initiatives_portfolioview USING btree (network_id);
CREATE INDEX initiatives_portfolioview_person_id_fecb63fc ON public.initiatives_portfolioview USING btree (person_id);
CREATE INDEX initiatives_portfolioviewevent_network_id_d858864c ON public.initiatives_portfolioviewevent USING btree (network_id);
CREATE INDEX initiatives_portfolioviewevent_person_id_5136cb2b ON public.initiatives_portfolioviewevent USING btree (person_id);
CREATE INDEX initiatives_portfolioviewevent_pgh_context_id_75efdd9c ON public.initiatives_portfolioviewevent USING btree (pgh_context_id);
CREATE INDEX initiatives_portfolioviewevent_pgh_obj_id_76fc6778 ON public.initiatives_portfolioviewevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_proposal_decision_id_84f9da40 ON public.initiatives_proposal USING btree (decision_id);
CREATE INDEX initiatives_proposal_explorer_id_b8567ea3 ON public.initiatives_proposal USING btree (explorer_id);
CREATE INDEX initiatives_proposal_funding_line_id_03788b39 ON public.initiatives_proposal USING btree (funding_line_id);
CREATE INDEX initiatives_proposal_initiative_id_fdb37526 ON public.initiatives_proposal USING btree (initiative_id);
CREATE INDEX initiatives_proposal_lead_id_7aede20f ON public.initiatives_proposal USING btree (lead_id);
CREATE INDEX initiatives_proposal_network_id_453397ef ON public.initiatives_proposal USING btree (network_id);
CREATE INDEX initiatives_proposal_proposed_by_id_4e17776a ON public.initiatives_proposal USING btree (proposed_by_id);
CREATE INDEX initiatives_proposal_theme_id_a91728f0 ON public.initiatives_proposal USING btree (theme_id);
CREATE INDEX initiatives_remeasurement_initiative_id_0d815ccb ON public.initiatives_remeasurement USING btree (initiative_id);
CREATE INDEX initiatives_remeasurement_network_id_5146b924 ON public.initiatives_remeasurement USING btree (network_id);
CREATE INDEX initiatives_remeasurement_recorded_by_id_c5df897e ON public.initiatives_remeasurement USING btree (recorded_by_id);
CREATE INDEX initiatives_remeasurementevent_initiative_id_7d422922 ON public.initiatives_remeasurementevent USING btree (initiative_id);
CREATE INDEX initiatives_remeasurementevent_network_id_40a3a118 ON public.initiatives_remeasurementevent USING btree (network_id);
CREATE INDEX initiatives_remeasurementevent_pgh_context_id_5542ad7f ON public.initiatives_remeasurementevent USING btree (pgh_context_id);
CREATE INDEX initiatives_remeasurementevent_pgh_obj_id_4f3441d9 ON public.initiatives_remeasurementevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_remeasurementevent_recorded_by_id_8060723c ON public.initiatives_remeasurementevent USING btree (recorded_by_id);
CREATE INDEX initiatives_report_initiative_id_3640e703 ON public.initiatives_report USING btree (initiative_id);
CREATE INDEX initiatives_report_network_id_b9a626d4 ON public.initiatives_report USING btree (network_id);
CREATE INDEX initiatives_report_written_by_id_1dae0bbd ON public.initiatives_report USING btree (written_by_id);
CREATE INDEX initiatives_reportevent_initiative_id_17891d80 ON public.initiatives_reportevent USING btree (initiative_id);
CREATE INDEX initiatives_reportevent_network_id_70ecc281 ON public.initiatives_reportevent USING btree (network_id);
CREATE INDEX initiatives_reportevent_pgh_context_id_2b225009 ON public.initiatives_reportevent USING btree (pgh_context_id);
CREATE INDEX initiatives_reportevent_pgh_obj_id_394bf68a ON public.initiatives_reportevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_reportevent_written_by_id_05419535 ON public.initiatives_reportevent USING btree (written_by_id);
CREATE INDEX initiatives_risk_network_id_a16cd94f ON public.initiatives_risk USING btree (network_id);
CREATE INDEX initiatives_risk_plan_id_df867e98 ON public.initiatives_risk USING btree (plan_id);
CREATE INDEX initiatives_runningrisk_initiative_id_ad59aa05 ON public.initiatives_runningrisk USING btree (initiative_id);
CREATE INDEX initiatives_runningrisk_network_id_26c1b272 ON public.initiatives_runningrisk USING btree (network_id);
CREATE INDEX initiatives_runningrisk_written_by_id_6e7c5fc3 ON public.initiatives_runningrisk USING btree (written_by_id);
CREATE INDEX initiatives_runningriskevent_initiative_id_534bfed8 ON public.initiatives_runningriskevent USING btree (initiative_id);
CREATE INDEX initiatives_runningriskevent_network_id_d3d124d7 ON public.initiatives_runningriskevent USING btree (network_id);
CREATE INDEX initiatives_runningriskevent_pgh_context_id_673851fc ON public.initiatives_runningriskevent USING btree (pgh_context_id);
CREATE INDEX initiatives_runningriskevent_pgh_obj_id_8869b43a ON public.initiatives_runningriskevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_runningriskevent_written_by_id_a1128e2f ON public.initiatives_runningriskevent USING btree (written_by_id);
CREATE INDEX initiatives_spending_initiative_id_556ec9dc ON public.initiatives_spending USING btree (initiative_id);
CREATE INDEX initiatives_spending_line_id_826eee0f ON public.initiatives_spending USING btree (line_id);
CREATE INDEX initiatives_spending_network_id_9e69cf8e ON public.initiatives_spending USING btree (network_id);
CREATE INDEX initiatives_spending_recorded_by_id_5141fbfc ON public.initiatives_spending USING btree (recorded_by_id);
CREATE INDEX initiatives_spendingevent_initiative_id_3c2b064a ON public.initiatives_spendingevent USING btree (initiative_id);
CREATE INDEX initiatives_spendingevent_line_id_dac6e9fd ON public.initiatives_spendingevent USING btree (line_id);
CREATE INDEX initiatives_spendingevent_network_id_c8224fde ON public.initiatives_spendingevent USING btree (network_id);
CREATE INDEX initiatives_spendingevent_pgh_context_id_cd368948 ON public.initiatives_spendingevent USING btree (pgh_context_id);
CREATE INDEX initiatives_spendingevent_pgh_obj_id_e9cdbf8c ON public.initiatives_spendingevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_spendingevent_recorded_by_id_de154022 ON public.initiatives_spendingevent USING btree (recorded_by_id);
CREATE INDEX initiatives_stagemove_award_id_7a00c9e0 ON public.initiatives_stagemove USING btree (award_id);
CREATE INDEX initiatives_stagemove_decision_id_e3d59bad ON public.initiatives_stagemove USING btree (decision_id);
CREATE INDEX initiatives_stagemove_initiative_id_0cbcbbba ON public.initiatives_stagemove USING btree (initiative_id);
CREATE INDEX initiatives_stagemove_network_id_5082b1f2 ON public.initiatives_stagemove USING btree (network_id);
CREATE INDEX initiatives_statusupdate_given_by_id_67869c79 ON public.initiatives_statusupdate USING btree (given_by_id);
CREATE INDEX initiatives_statusupdate_initiative_id_88c414ec ON public.initiatives_statusupdate USING btree (initiative_id);
CREATE INDEX initiatives_statusupdate_network_id_ba486ba8 ON public.initiatives_statusupdate USING btree (network_id);
CREATE INDEX initiatives_storyevent_decision_id_9a1bdafb ON public.initiatives_storyevent USING btree (decision_id);
CREATE INDEX initiatives_storyevent_initiative_id_16cc33c7 ON public.initiatives_storyevent USING btree (initiative_id);
CREATE INDEX initiatives_storyevent_network_id_378ec430 ON public.initiatives_storyevent USING btree (network_id);
CREATE INDEX initiatives_surveyround_entered_by_id_dad4956a ON public.initiatives_surveyround USING btree (entered_by_id);
CREATE INDEX initiatives_surveyround_initiative_id_be6ab540 ON public.initiatives_surveyround USING btree (initiative_id);
CREATE INDEX initiatives_surveyround_network_id_e8f57beb ON public.initiatives_surveyround USING btree (network_id);
CREATE INDEX initiatives_surveyroundevent_entered_by_id_ee8f56e1 ON public.initiatives_surveyroundevent USING btree (entered_by_id);
CREATE INDEX initiatives_surveyroundevent_initiative_id_7578fac3 ON public.initiatives_surveyroundevent USING btree (initiative_id);
CREATE INDEX initiatives_surveyroundevent_network_id_76c73c13 ON public.initiatives_surveyroundevent USING btree (network_id);
CREATE INDEX initiatives_surveyroundevent_pgh_context_id_9b4fdd80 ON public.initiatives_surveyroundevent USING btree (pgh_context_id);
CREATE INDEX initiatives_surveyroundevent_pgh_obj_id_d7ff3110 ON public.initiatives_surveyroundevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_valueassessment_chosen_by_id_761dee2d ON public.initiatives_valueassessment USING btree (chosen_by_id);
CREATE INDEX initiatives_valueassessment_initiative_id_e5b37aee ON public.initiatives_valueassessment USING btree (initiative_id);
CREATE INDEX initiatives_valueassessment_network_id_58ade3fd ON public.initiatives_valueassessment USING btree (network_id);
CREATE INDEX initiatives_valueassessmentevent_chosen_by_id_f4b6f4c8 ON public.initiatives_valueassessmentevent USING btree (chosen_by_id);
CREATE INDEX initiatives_valueassessmentevent_initiative_id_a8bf2606 ON public.initiatives_valueassessmentevent USING btree (initiative_id);
CREATE INDEX initiatives_valueassessmentevent_network_id_eb694e56 ON public.initiatives_valueassessmentevent USING btree (network_id);
CREATE INDEX initiatives_valueassessmentevent_pgh_context_id_ce702019 ON public.initiatives_valueassessmentevent USING btree (pgh_context_id);
CREATE INDEX initiatives_valueassessmentevent_pgh_obj_id_a31681e4 ON public.initiatives_valueassessmentevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_valuecard_assessment_id_fa9de11c ON public.initiatives_valuecard USING btree (assessment_id);
CREATE INDEX initiatives_valuecard_network_id_32f81d45 ON public.initiatives_valuecard USING btree (network_id);
CREATE INDEX initiatives_valueline_added_by_id_93bf23d7 ON public.initiatives_valueline USING btree (added_by_id);
CREATE INDEX initiatives_valueline_assessment_id_2610192c ON public.initiatives_valueline USING btree (assessment_id);
CREATE INDEX initiatives_valueline_network_id_727bd798 ON public.initiatives_valueline USING btree (network_id);
CREATE INDEX initiatives_valueline_partner_id_4c3b8ef4 ON public.initiatives_valueline USING btree (partner_id);
CREATE INDEX initiatives_valueline_same_as_id_e745cba0 ON public.initiatives_valueline USING btree (same_as_id);
CREATE INDEX initiatives_valuelineevent_added_by_id_0e366dc8 ON public.initiatives_valuelineevent USING btree (added_by_id);
CREATE INDEX initiatives_valuelineevent_assessment_id_c7d9f339 ON public.initiatives_valuelineevent USING btree (assessment_id);
CREATE INDEX initiatives_valuelineevent_network_id_f438da70 ON public.initiatives_valuelineevent USING btree (network_id);
CREATE INDEX initiatives_valuelineevent_partner_id_14314663 ON public.initiatives_valuelineevent USING btree (partner_id);
CREATE INDEX initiatives_valuelineevent_pgh_context_id_c2a9db85 ON public.initiatives_valuelineevent USING btree (pgh_context_id);
CREATE INDEX initiatives_valuelineevent_pgh_obj_id_15023dce ON public.initiatives_valuelineevent USING btree (pgh_obj_id);
CREATE INDEX initiatives_valuelineevent_same_as_id_73bf7fe3 ON public.initiatives_valuelineevent USING btree (same_as_id);
CREATE INDEX invitations_of_a_rater ON public.initiatives_invitation USING btree (network_id, rater_id);
CREATE INDEX jobs_job_network_id_ad2c12e8 ON public.jobs_job USING btree (network_id);
CREATE INDEX jobs_job_started_by_id_2c714dad ON public.jobs_job USING btree (started_by_id);
CREATE INDEX jobs_of_a_network ON public.jobs_job USING btree (network_id, asked_at DESC);
CREATE INDEX logs_by_their_last_day ON public.carechain_eventlog USING btree (network_id, keep_until);
CREATE INDEX measuring_baseline_checked_by_id_baef3183 ON public.measuring_baseline USING btree (checked_by_id);
CREATE INDEX measuring_baseline_collected_by_id_daf86352 ON public.measuring_baseline USING btree (collected_by_id);
CREATE INDEX measuring_baseline_locked_by_id_366c637f ON public.measuring_baseline USING btree (locked_by_id);
CREATE INDEX measuring_baseline_network_id_97d48ed5 ON public.measuring_baseline USING btree (network_id);
CREATE INDEX measuring_baseline_series_id_f90adeee ON public.measuring_baseline USING btree (series_id);
CREATE INDEX measuring_baselineevent_checked_by_id_873a5f09 ON public.measuring_baselineevent USING btree (checked_by_id);
CREATE INDEX measuring_baselineevent_collected_by_id_c52f8726 ON public.measuring_baselineevent USING btree (collected_by_id);
CREATE INDEX measuring_baselineevent_locked_by_id_39827e60 ON public.measuring_baselineevent USING btree (locked_by_id);
CREATE INDEX measuring_baselineevent_network_id_546d16bc ON public.measuring_baselineevent USING btree (network_id);
CREATE INDEX measuring_baselineevent_pgh_context_id_a6c42070 ON public.measuring_baselineevent USING btree (pgh_context_id);
CREATE INDEX measuring_baselineevent_pgh_obj_id_4b3835ad ON public.measuring_baselineevent USING btree (pgh_obj_id);
CREATE INDEX measuring_baselineevent_series_id_c88d98f4 ON public.measuring_baselineevent USING btree (series_id);
CREATE INDEX measuring_exit_network_id_9d014072 ON public.measuring_exit USING btree (network_id);
CREATE INDEX measuring_exit_person_id_646f0a6c ON public.measuring_exit USING btree (person_id);
CREATE INDEX measuring_figureimport_network_id_85476465 ON public.measuring_figureimport USING btree (network_id);
CREATE INDEX measuring_figureimport_person_id_218dca20 ON public.measuring_figureimport USING btree (person_id);
CREATE INDEX measuring_indicator_code_bec1f424 ON public.measuring_indicator USING btree (code);
CREATE INDEX measuring_indicator_code_bec1f424_like ON public.measuring_indicator USING btree (code varchar_pattern_ops);
CREATE INDEX measuring_indicator_network_id_3a343d6c ON public.measuring_indicator USING btree (network_id);
CREATE INDEX measuring_indicatorevent_network_id_8cc6f8f4 ON public.measuring_indicatorevent USING btree (network_id);
CREATE INDEX measuring_indicatorevent_pgh_context_id_031524ee ON public.measuring_indicatorevent USING btree (pgh_context_id);
CREATE INDEX measuring_indicatorevent_pgh_obj_id_1599c812 ON public.measuring_indicatorevent USING btree (pgh_obj_id);
CREATE INDEX measuring_indicatorversion_indicator_id_9529d887 ON public.measuring_indicatorversion USING btree (indicator_id);
CREATE INDEX measuring_indicatorversion_made_by_id_2d9b06b5 ON public.measuring_indicatorversion USING btree (made_by_id);
CREATE INDEX measuring_indicatorversion_network_id_793a02df ON public.measuring_indicatorversion USING btree (network_id);
CREATE INDEX measuring_phasechange_made_by_id_5fb4ccb0 ON public.measuring_phasechange USING btree (made_by_id);
CREATE INDEX measuring_phasechange_network_id_14a82281 ON public.measuring_phasechange USING btree (network_id);
CREATE INDEX measuring_phasechange_series_id_36ab7295 ON public.measuring_phasechange USING btree (series_id);
CREATE INDEX measuring_phasechangeevent_made_by_id_148c7cc5 ON public.measuring_phasechangeevent USING btree (made_by_id);
CREATE INDEX measuring_phasechangeevent_network_id_5986f180 ON public.measuring_phasechangeevent USING btree (network_id);
CREATE INDEX measuring_phasechangeevent_pgh_context_id_8c2e1522 ON public.measuring_phasechangeevent USING btree (pgh_context_id);
CREATE INDEX measuring_phasechangeevent_pgh_obj_id_af964f34 ON public.measuring_phasechangeevent USING btree (pgh_obj_id);
CREATE INDEX measuring_phasechangeevent_series_id_8ebf0a66 ON public.measuring_phasechangeevent USING btree (series_id);
CREATE INDEX measuring_pointnote_made_by_id_6147d170 ON public.measuring_pointnote USING btree (made_by_id);
CREATE INDEX measuring_pointnote_network_id_d7d29b85 ON public.measuring_pointnote USING btree (network_id);
CREATE INDEX measuring_pointnote_series_id_8e5abb57 ON public.measuring_pointnote USING btree (series_id);
CREATE INDEX measuring_pointnoteevent_made_by_id_aeec321f ON public.measuring_pointnoteevent USING btree (made_by_id);
CREATE INDEX measuring_pointnoteevent_network_id_a59ce845 ON public.measuring_pointnoteevent USING btree (network_id);
CREATE INDEX measuring_pointnoteevent_pgh_context_id_026aedb4 ON public.measuring_pointnoteevent USING btree (pgh_context_id);
CREATE INDEX measuring_pointnoteevent_pgh_obj_id_4e17cf00 ON public.measuring_pointnoteevent USING btree (pgh_obj_id);
CREATE INDEX measuring_pointnoteevent_series_id_d2e42aa1 ON public.measuring_pointnoteevent USING btree (series_id);
CREATE INDEX measuring_reading_network_id_7b2bccbd ON public.measuring_reading USING btree (network_id);
CREATE INDEX measuring_reading_series_id_102bdcee ON public.measuring_reading USING btree (series_id);
CREATE INDEX measuring_series_area_id_8bb41bd6 ON public.measuring_series USING btree (area_id);
CREATE INDEX measuring_series_made_by_id_7e1878ec ON public.measuring_series USING btree (made_by_id);
CREATE INDEX measuring_series_network_id_5533083f ON public.measuring_series USING btree (network_id);
CREATE INDEX measuring_series_partner_id_6025c811 ON public.measuring_series USING btree (partner_id);
CREATE INDEX measuring_series_version_id_da09faa9 ON public.measuring_series USING btree (version_id);
CREATE INDEX measuring_seriesevent_area_id_926e0638 ON public.measuring_seriesevent USING btree (area_id);
CREATE INDEX measuring_seriesevent_made_by_id_86692396 ON public.measuring_seriesevent USING btree (made_by_id);
CREATE INDEX measuring_seriesevent_network_id_1edadadf ON public.measuring_seriesevent USING btree (network_id);
CREATE INDEX measuring_seriesevent_partner_id_c60b1327 ON public.measuring_seriesevent USING btree (partner_id);
CREATE INDEX measuring_seriesevent_pgh_context_id_1d72d1ba ON public.measuring_seriesevent USING btree (pgh_context_id);
CREATE INDEX measuring_seriesevent_pgh_obj_id_d14f738b ON public.measuring_seriesevent USING btree (pgh_obj_id);
CREATE INDEX measuring_seriesevent_version_id_88b86420 ON public.measuring_seriesevent USING btree (version_id);
CREATE INDEX measuring_threshold_decision_id_8aa8a7b5 ON public.measuring_threshold USING btree (decision_id);
CREATE INDEX measuring_threshold_network_id_4d61fee1 ON public.measuring_threshold USING btree (network_id);
CREATE INDEX measuring_threshold_set_by_id_c149a3eb ON public.measuring_threshold USING btree (set_by_id);
CREATE INDEX measuring_value_approved_by_id_0c70e2ec ON public.measuring_value USING btree (approved_by_id);
CREATE INDEX measuring_value_entered_by_id_a66be3f0 ON public.measuring_value USING btree (entered_by_id);
CREATE INDEX measuring_value_network_id_a7a6eb63 ON public.measuring_value USING btree (network_id);
CREATE INDEX measuring_value_replaced_by_id_c46eb706 ON public.measuring_value USING btree (replaced_by_id);
CREATE INDEX measuring_value_series_id_d2259e20 ON public.measuring_value USING btree (series_id);
CREATE INDEX meetings_of_a_body ON public.governance_meeting USING btree (network_id, body_id, starts_at);
CREATE INDEX membership_by_person ON public.network_membership USING btree (person_id, network_id);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX network_agreement_network_id_1cfde21f ON public.network_agreement USING btree (network_id);
CREATE INDEX network_agreement_slug_266cb3d4 ON public.network_agreement USING btree (slug);
CREATE INDEX network_agreement_slug_266cb3d4_like ON public.network_agreement USING btree (slug varchar_pattern_ops);
CREATE INDEX network_agreement_supersedes_id_341faa33 ON public.network_agreement USING btree (supersedes_id);
CREATE INDEX network_agreementevent_network_id_c04dead8 ON public.network_agreementevent USING btree (network_id);
CREATE INDEX network_agreementevent_pgh_context_id_b14e1ea5 ON public.network_agreementevent USING btree (pgh_context_id);
CREATE INDEX network_agreementevent_pgh_obj_id_83b01394 ON public.network_agreementevent USING btree (pgh_obj_id);
CREATE INDEX network_agreementevent_supersedes_id_c5d59a08 ON public.network_agreementevent USING btree (supersedes_id);
CREATE INDEX network_agreementparty_agreement_id_c05574de ON public.network_agreementparty USING btree (agreement_id);
CREATE INDEX network_agreementparty_network_id_5df1be00 ON public.network_agreementparty USING btree (network_id);
CREATE INDEX network_agreementparty_partner_id_3b8634ae ON public.network_agreementparty USING btree (partner_id);
CREATE INDEX network_ambition_network_id_eccf47af ON public.network_ambition USING btree (network_id);
CREATE INDEX network_area_network_id_3b2a6a5c ON public.network_area USING btree (network_id);
CREATE INDEX network_area_parent_id_09d9cf34 ON public.network_area USING btree (parent_id);
CREATE INDEX network_area_slug_00fe1555 ON public.network_area USING btree (slug);
CREATE INDEX network_area_slug_00fe1555_like ON public.network_area USING btree (slug varchar_pattern_ops);
CREATE INDEX network_article_agreement_id_2fd147ba ON public.network_article USING btree (agreement_id);
CREATE INDEX network_article_network_id_fc7e0dbe ON public.network_article USING btree (network_id);
CREATE INDEX network_articleevent_agreement_id_c25b6e3c ON public.network_articleevent USING btree (agreement_id);
CREATE INDEX network_articleevent_network_id_94633e1e ON public.network_articleevent USING btree (network_id);
CREATE INDEX network_articleevent_pgh_context_id_1e087659 ON public.network_articleevent USING btree (pgh_context_id);
CREATE INDEX network_articleevent_pgh_obj_id_a3e19b3f ON public.network_articleevent USING btree (pgh_obj_id);
CREATE INDEX network_contributiontier_network_id_6070af32 ON public.network_contributiontier USING btree (network_id);
CREATE INDEX network_criteriaset_agreement_id_6251e527 ON public.network_criteriaset USING btree (agreement_id);
CREATE INDEX network_criteriaset_network_id_60924b78 ON public.network_criteriaset USING btree (network_id);
CREATE INDEX network_criteriaset_theme_id_68c8f0af ON public.network_criteriaset USING btree (theme_id);
CREATE INDEX network_criteriasetevent_agreement_id_0c4fc750 ON public.network_criteriasetevent USING btree (agreement_id);
CREATE INDEX network_criteriasetevent_network_id_d9234dc1 ON public.network_criteriasetevent USING btree (network_id);
CREATE INDEX network_criteriasetevent_pgh_context_id_6a5bef51 ON public.network_criteriasetevent USING btree (pgh_context_id);
CREATE INDEX network_criteriasetevent_pgh_obj_id_ecb36edc ON public.network_criteriasetevent USING btree (pgh_obj_id);
CREATE INDEX network_criteriasetevent_theme_id_2a5e7174 ON public.network_criteriasetevent USING btree (theme_id);
CREATE INDEX network_criterion_criteria_set_id_642725ef ON public.network_criterion USING btree (criteria_set_id);
CREATE INDEX network_criterion_network_id_8d127dbd ON public.network_criterion USING btree (network_id);
CREATE INDEX network_growthneed_met_by_id_7802237d ON public.network_growthneed USING btree (met_by_id);
CREATE INDEX network_growthneed_network_id_b9ae4cc7 ON public.network_growthneed USING btree (network_id);
CREATE INDEX network_growthneedevent_met_by_id_93b1087c ON public.network_growthneedevent USING btree (met_by_id);
CREATE INDEX network_growthneedevent_network_id_2459eb7f ON public.network_growthneedevent USING btree (network_id);
CREATE INDEX network_growthneedevent_pgh_context_id_f06f2787 ON public.network_growthneedevent USING btree (pgh_context_id);
CREATE INDEX network_growthneedevent_pgh_obj_id_cadeabe3 ON public.network_growthneedevent USING btree (pgh_obj_id);
CREATE INDEX network_membership_network_id_6ebff6df ON public.network_membership USING btree (network_id);
CREATE INDEX network_membership_partner_id_00880432 ON public.network_membership USING btree (partner_id);
CREATE INDEX network_membership_person_id_bf8b298e ON public.network_membership USING btree (person_id);
CREATE INDEX network_membershipevent_network_id_ff7a97f4 ON public.network_membershipevent USING btree (network_id);
CREATE INDEX network_membershipevent_partner_id_65c2c8c4 ON public.network_membershipevent USING btree (partner_id);
CREATE INDEX network_membershipevent_person_id_cb51fcf2 ON public.network_membershipevent USING btree (person_id);
CREATE INDEX network_membershipevent_pgh_context_id_6f84d770 ON public.network_membershipevent USING btree (pgh_context_id);
CREATE INDEX network_membershipevent_pgh_obj_id_a1cd3a86 ON public.network_membershipevent USING btree (pgh_obj_id);
CREATE INDEX network_network_slug_b034d512_like ON public.network_network USING btree (slug varchar_pattern_ops);
CREATE INDEX network_networkevent_key_dd973b7f ON public.network_networkevent USING btree (key);
CREATE INDEX network_networkevent_key_dd973b7f_like ON public.network_networkevent USING btree (key varchar_pattern_ops);
CREATE INDEX network_networkevent_network_id_e0da58d3 ON public.network_networkevent USING btree (network_id);
CREATE INDEX network_obligation_agreement_id_e92043cf ON public.network_obligation USING btree (agreement_id);
CREATE INDEX network_obligation_answered_by_id_7303fe07 ON public.network_obligation USING btree (answered_by_id);
CREATE INDEX network_obligation_article_id_df52aa23 ON public.network_obligation USING btree (article_id);
CREATE INDEX network_obligation_network_id_ff819769 ON public.network_obligation USING btree (network_id);
CREATE INDEX network_obligation_partner_id_2282b161 ON public.network_obligation USING btree (partner_id);
CREATE INDEX network_obligationanswer_answered_by_id_a61e8439 ON public.network_obligationanswer USING btree (answered_by_id);
CREATE INDEX network_obligationanswer_network_id_95e46981 ON public.network_obligationanswer USING btree (network_id);
CREATE INDEX network_obligationanswer_obligation_id_78c3c11b ON public.network_obligationanswer USING btree (obligation_id);
CREATE INDEX network_obligationevent_agreement_id_12d667d5 ON public.network_obligationevent USING btree (agreement_id);
CREATE INDEX network_obligationevent_answered_by_id_f207e51b ON public.network_obligationevent USING btree (answered_by_id);
CREATE INDEX network_obligationevent_article_id_5aa659e3 ON public.network_obligationevent USING btree (article_id);
CREATE INDEX network_obligationevent_network_id_4f773943 ON public.network_obligationevent USING btree (network_id);
CREATE INDEX network_obligationevent_partner_id_27919659 ON public.network_obligationevent USING btree (partner_id);
CREATE INDEX network_obligationevent_pgh_context_id_c8ece6be ON public.network_obligationevent USING btree (pgh_context_id);
CREATE INDEX network_obligationevent_pgh_obj_id_1ece6919 ON public.network_obligationevent USING btree (pgh_obj_id);
CREATE INDEX network_obligationreport_network_id_9e48c3ef ON public.network_obligationreport USING btree (network_id);
CREATE INDEX network_obligationreport_obligation_id_3c8b81da ON public.network_obligationreport USING btree (obligation_id);
CREATE INDEX network_obligationreport_reported_by_id_15e8cdfe ON public.network_obligationreport USING btree (reported_by_id);
CREATE INDEX network_organisation_key_87866c88_like ON public.network_organisation USING btree (key varchar_pattern_ops);
CREATE INDEX network_partner_member_of_id_244c865b ON public.network_partner USING btree (member_of_id);
CREATE INDEX network_partner_network_id_4e7e3dbc ON public.network_partner USING btree (network_id);
CREATE INDEX network_partner_organisation_id_d1255706 ON public.network_partner USING btree (organisation_id);
CREATE INDEX network_partner_slug_4265be1b ON public.network_partner USING btree (slug);
CREATE INDEX network_partner_slug_4265be1b_like ON public.network_partner USING btree (slug varchar_pattern_ops);
CREATE INDEX network_partnerarea_area_id_6ef9ef61 ON public.network_partnerarea USING btree (area_id);
CREATE INDEX network_partnerarea_network_id_14c07a80 ON public.network_partnerarea USING btree (network_id);
CREATE INDEX network_partnerarea_partner_id_28e7e36a ON public.network_partnerarea USING btree (partner_id);
CREATE INDEX network_partnerevent_member_of_id_b0523e97 ON public.network_partnerevent USING btree (member_of_id);
CREATE INDEX network_partnerevent_network_id_44611c0f ON public.network_partnerevent USING btree (network_id);
CREATE INDEX network_partnerevent_organisation_id_2905d98e ON public.network_partnerevent USING btree (organisation_id);
CREATE INDEX network_partnerevent_pgh_context_id_9a263c4b ON public.network_partnerevent USING btree (pgh_context_id);
CREATE INDEX network_partnerevent_pgh_obj_id_3dd7ab3f ON public.network_partnerevent USING btree (pgh_obj_id);
CREATE INDEX network_theme_network_id_e5713b0b ON public.network_theme USING btree (network_id);
CREATE INDEX network_theme_slug_d6726f4b ON public.network_theme USING btree (slug);
CREATE INDEX network_theme_slug_d6726f4b_like ON public.network_theme USING btree (slug varchar_pattern_ops);
CREATE INDEX network_tierperson_network_id_b37028ca ON public.network_tierperson USING btree (network_id);
CREATE INDEX network_tierperson_person_id_5ab21470 ON public.network_tierperson USING btree (person_id);
CREATE INDEX network_tierperson_tier_id_1a0a12f8 ON public.network_tierperson USING btree (tier_id);
CREATE INDEX newest_texts_of_a_kind ON public.search_findabletext USING btree (network_id, kind, at DESC NULLS LAST);
CREATE INDEX notes_of_an_initiative ON public.initiatives_note USING btree (network_id, initiative_id, written_at DESC);
CREATE INDEX notices_mail_network_id_5b8803c7 ON public.notices_mail USING btree (network_id);
CREATE INDEX notices_mail_person_id_f41c5ead ON public.notices_mail USING btree (person_id);
CREATE INDEX notices_notice_mail_id_8dc6f212 ON public.notices_notice USING btree (mail_id);
CREATE INDEX notices_notice_network_id_69743a61 ON public.notices_notice USING btree (network_id);
CREATE INDEX notices_notice_person_id_94368381 ON public.notices_notice USING btree (person_id);
CREATE INDEX notices_of_a_person ON public.notices_notice USING btree (network_id, person_id, at DESC);
CREATE INDEX notices_preference_network_id_8a60199a ON public.notices_preference USING btree (network_id);
CREATE INDEX notices_preference_person_id_199e9b5a ON public.notices_preference USING btree (person_id);
CREATE INDEX notices_to_deliver ON public.notices_notice USING btree (network_id) WHERE ((delivery)::text = ''::text);
CREATE INDEX obligations_of_a_partner ON public.network_obligation USING btree (network_id, partner_id, state);
CREATE UNIQUE INDEX one_baseline_is_on_its_way ON public.measuring_baseline USING btree (network_id, series_id) WHERE (NOT ((state)::text = 'locked'::text));
CREATE UNIQUE INDEX one_emergency_stop_at_a_time ON public.initiatives_halt USING btree (network_id, initiative_id) WHERE ((outcome)::text = ''::text);
CREATE UNIQUE INDEX one_figure_of_a_period_counts ON public.measuring_value USING btree (network_id, series_id, period_on) WHERE (replaced_by_id IS NULL);
CREATE UNIQUE INDEX one_initiative_per_sent_form ON public.initiatives_initiative USING btree (network_id, once_token) WHERE (once_token IS NOT NULL);
CREATE UNIQUE INDEX one_initiative_per_source_key ON public.initiatives_initiative USING btree (network_id, key) WHERE (NOT ((key)::text = ''::text));
CREATE UNIQUE INDEX one_option_is_advised ON public.initiatives_option USING btree (network_id, exploration_id) WHERE is_advised;
CREATE UNIQUE INDEX one_person_per_address ON public.people_person USING btree (lower((email)::text));
CREATE UNIQUE INDEX one_plan_is_being_written ON public.initiatives_plan USING btree (network_id, initiative_id) WHERE (NOT is_frozen);
CREATE UNIQUE INDEX one_report_of_factors_counts ON public.carechain_waitfactors USING btree (network_id, partner_id, month_on) WHERE (replaced_by_id IS NULL);
CREATE UNIQUE INDEX one_report_of_waits_counts ON public.carechain_waitreport USING btree (network_id, partner_id, month_on, phase, split, split_name) WHERE (replaced_by_id IS NULL);
CREATE INDEX people_cache_expires ON public.people_cache USING btree (expires);
CREATE INDEX people_person_demo_network_972a83b8 ON public.people_person USING btree (demo_network);
CREATE INDEX people_person_demo_network_972a83b8_like ON public.people_person USING btree (demo_network varchar_pattern_ops);
CREATE INDEX people_person_email_cdc75531_like ON public.people_person USING btree (email varchar_pattern_ops);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX public_contact_network_id_8dd0494c ON public.public_contact USING btree (network_id);
CREATE INDEX public_membershiprequest_advised_by_id_d57e0814 ON public.public_membershiprequest USING btree (advised_by_id);
CREATE INDEX public_membershiprequest_contact_id_037b6535 ON public.public_membershiprequest USING btree (contact_id);
CREATE INDEX public_membershiprequest_decision_id_affc4531 ON public.public_membershiprequest USING btree (decision_id);
CREATE INDEX public_membershiprequest_network_id_f36c5fdf ON public.public_membershiprequest USING btree (network_id);
CREATE INDEX public_membershiprequest_partner_id_447ed8cf ON public.public_membershiprequest USING btree (partner_id);
CREATE INDEX public_outsideidea_contact_id_2e443fb8 ON public.public_outsideidea USING btree (contact_id);
CREATE INDEX public_outsideidea_initiative_id_f5f78d03 ON public.public_outsideidea USING btree (initiative_id);
CREATE INDEX public_outsideidea_network_id_ba6429ad ON public.public_outsideidea USING btree (network_id);
CREATE INDEX public_outsideidea_registered_by_id_49321fde ON public.public_outsideidea USING btree (registered_by_id);
CREATE INDEX public_publication_approved_by_id_210bcf23 ON public.public_publication USING btree (approved_by_id);
CREATE INDEX public_publication_initiative_id_847e1aee ON public.public_publication USING btree (initiative_id);
CREATE INDEX public_publication_network_id_b5ba29cc ON public.public_publication USING btree (network_id);
CREATE INDEX public_publicationevent_approved_by_id_80e2ae11 ON public.public_publicationevent USING btree (approved_by_id);
CREATE INDEX public_publicationevent_initiative_id_b4ce5b31 ON public.public_publicationevent USING btree (initiative_id);
CREATE INDEX public_publicationevent_network_id_01021a39 ON public.public_publicationevent USING btree (network_id);
CREATE INDEX public_publicationevent_pgh_context_id_54869bb5 ON public.public_publicationevent USING btree (pgh_context_id);
CREATE INDEX public_publicationevent_pgh_obj_id_81840029 ON public.public_publicationevent USING btree (pgh_obj_id);
CREATE INDEX readings_to_make ON public.measuring_reading USING btree (network_id) WHERE is_stale;
CREATE INDEX remeasurements_by_day ON public.initiatives_remeasurement USING btree (network_id, due_on);
CREATE INDEX search_findabletext_network_id_9865570f ON public.search_findabletext USING btree (network_id);
CREATE INDEX series_of_a_subject ON public.measuring_series USING btree (network_id, subject_type, subject_id);
CREATE UNIQUE INDEX somebody_is_invited_once_at_a_time ON public.governance_personalinvitation USING btree (network_id, lower((email)::text)) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX story_of_an_initiative ON public.initiatives_storyevent USING btree (network_id, initiative_id);
CREATE INDEX tenures_of_a_person ON public.governance_seattenure USING btree (network_id, person_id);
CREATE INDEX texts_by_number ON public.search_findabletext USING btree (network_id, number);
CREATE INDEX texts_by_subject ON public.search_findabletext USING btree (kind, subject_id);
CREATE INDEX texts_by_title ON public.search_findabletext USING gin (plain_title public.gin_trgm_ops);
CREATE INDEX texts_by_word ON public.search_findabletext USING gin (vector);
CREATE INDEX texts_by_word_in_title ON public.search_findabletext USING gin (ts_filter(vector, '{a}'::"char"[]));
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX unread_notices ON public.notices_notice USING btree (network_id, person_id) WHERE (read_at IS NULL);
CREATE INDEX updates_of_an_initiative ON public.initiatives_statusupdate USING btree (network_id, initiative_id, given_at DESC);
CREATE INDEX what_happened_lately ON public.initiatives_storyevent USING btree (network_id, recorded_at DESC);
CREATE CONSTRAINT TRIGGER carechain_bottleneck_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_bottleneck DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_bottleneckvote_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_bottleneckvote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_chaincut_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_chaincut DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_chainindicator_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_chainindicator DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_chainlink_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_chainlink DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_chainnorm_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_chainnorm DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_chainstation_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_chainstation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_datapurpose_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_datapurpose DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_eventlog_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_eventlog DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_logpiece_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_logpiece DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_stepgain_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_stepgain DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_transferagreement_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_transferagreement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_transferstep_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_transferstep DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_waitfactors_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_waitfactors DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER carechain_waitreport_beats AFTER INSERT OR DELETE OR UPDATE ON public.carechain_waitreport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER documents_document_beats AFTER INSERT OR DELETE OR UPDATE ON public.documents_document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER documents_document_keeps_document_d AFTER DELETE ON public.documents_document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_document_keeps_document();
CREATE TRIGGER documents_document_keeps_document_i AFTER INSERT ON public.documents_document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_document_keeps_document();
CREATE TRIGGER documents_document_keeps_document_u AFTER UPDATE ON public.documents_document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_document_keeps_document();
CREATE CONSTRAINT TRIGGER documents_documentcontent_beats AFTER INSERT OR DELETE OR UPDATE ON public.documents_documentcontent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER documents_documenttext_beats AFTER INSERT OR DELETE OR UPDATE ON public.documents_documenttext DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER documents_documenttext_keeps_document_d AFTER DELETE ON public.documents_documenttext REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_documenttext_keeps_document();
CREATE TRIGGER documents_documenttext_keeps_document_i AFTER INSERT ON public.documents_documenttext REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_documenttext_keeps_document();
CREATE TRIGGER documents_documenttext_keeps_document_u AFTER UPDATE ON public.documents_documenttext REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_documenttext_keeps_document();
CREATE CONSTRAINT TRIGGER documents_documentversion_beats AFTER INSERT OR DELETE OR UPDATE ON public.documents_documentversion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER documents_documentversion_keeps_document_d AFTER DELETE ON public.documents_documentversion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_documentversion_keeps_document();
CREATE TRIGGER documents_documentversion_keeps_document_i AFTER INSERT ON public.documents_documentversion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_documentversion_keeps_document();
CREATE TRIGGER documents_documentversion_keeps_document_u AFTER UPDATE ON public.documents_documentversion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.documents_documentversion_keeps_document();
CREATE CONSTRAINT TRIGGER documents_printout_beats AFTER INSERT OR DELETE OR UPDATE ON public.documents_printout DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER exchange_workbookimport_beats AFTER INSERT OR DELETE OR UPDATE ON public.exchange_workbookimport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_absence_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_absence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_agendaitem_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_agendaitem DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_agendaitem_keeps_meeting_d AFTER DELETE ON public.governance_agendaitem REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_agendaitem_keeps_meeting();
CREATE TRIGGER governance_agendaitem_keeps_meeting_i AFTER INSERT ON public.governance_agendaitem REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_agendaitem_keeps_meeting();
CREATE TRIGGER governance_agendaitem_keeps_meeting_u AFTER UPDATE ON public.governance_agendaitem REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_agendaitem_keeps_meeting();
CREATE CONSTRAINT TRIGGER governance_attendance_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_attendance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_body_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_body DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_body_keeps_body_d AFTER DELETE ON public.governance_body REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_body();
CREATE TRIGGER governance_body_keeps_body_i AFTER INSERT ON public.governance_body REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_body();
CREATE TRIGGER governance_body_keeps_body_u AFTER UPDATE ON public.governance_body REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_body();
CREATE TRIGGER governance_body_keeps_meeting_d AFTER DELETE ON public.governance_body REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_meeting();
CREATE TRIGGER governance_body_keeps_meeting_i AFTER INSERT ON public.governance_body REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_meeting();
CREATE TRIGGER governance_body_keeps_meeting_u AFTER UPDATE ON public.governance_body REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_meeting();
CREATE TRIGGER governance_body_keeps_minutes_d AFTER DELETE ON public.governance_body REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_minutes();
CREATE TRIGGER governance_body_keeps_minutes_i AFTER INSERT ON public.governance_body REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_minutes();
CREATE TRIGGER governance_body_keeps_minutes_u AFTER UPDATE ON public.governance_body REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_body_keeps_minutes();
CREATE CONSTRAINT TRIGGER governance_calendarlink_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_calendarlink DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_condition_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_condition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_condition_keeps_decision_d AFTER DELETE ON public.governance_condition REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_condition_keeps_decision();
CREATE TRIGGER governance_condition_keeps_decision_i AFTER INSERT ON public.governance_condition REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_condition_keeps_decision();
CREATE TRIGGER governance_condition_keeps_decision_u AFTER UPDATE ON public.governance_condition REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_condition_keeps_decision();
CREATE CONSTRAINT TRIGGER governance_consentrequest_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_consentrequest DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_decision_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_decision_keeps_decision_d AFTER DELETE ON public.governance_decision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_decision_keeps_decision();
CREATE TRIGGER governance_decision_keeps_decision_i AFTER INSERT ON public.governance_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_decision_keeps_decision();
CREATE TRIGGER governance_decision_keeps_decision_u AFTER UPDATE ON public.governance_decision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_decision_keeps_decision();
CREATE CONSTRAINT TRIGGER governance_mandate_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_mandate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_meeting_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_meeting_keeps_meeting_d AFTER DELETE ON public.governance_meeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_meeting_keeps_meeting();
CREATE TRIGGER governance_meeting_keeps_meeting_i AFTER INSERT ON public.governance_meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_meeting_keeps_meeting();
CREATE TRIGGER governance_meeting_keeps_meeting_u AFTER UPDATE ON public.governance_meeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_meeting_keeps_meeting();
CREATE TRIGGER governance_meeting_keeps_minutes_d AFTER DELETE ON public.governance_meeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_meeting_keeps_minutes();
CREATE TRIGGER governance_meeting_keeps_minutes_i AFTER INSERT ON public.governance_meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_meeting_keeps_minutes();
CREATE TRIGGER governance_meeting_keeps_minutes_u AFTER UPDATE ON public.governance_meeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_meeting_keeps_minutes();
CREATE CONSTRAINT TRIGGER governance_minutes_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_minutes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_minutes_keeps_minutes_d AFTER DELETE ON public.governance_minutes REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_minutes_keeps_minutes();
CREATE TRIGGER governance_minutes_keeps_minutes_i AFTER INSERT ON public.governance_minutes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_minutes_keeps_minutes();
CREATE TRIGGER governance_minutes_keeps_minutes_u AFTER UPDATE ON public.governance_minutes REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_minutes_keeps_minutes();
CREATE CONSTRAINT TRIGGER governance_minutesremark_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_minutesremark DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER governance_minutesremark_keeps_minutes_d AFTER DELETE ON public.governance_minutesremark REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_minutesremark_keeps_minutes();
CREATE TRIGGER governance_minutesremark_keeps_minutes_i AFTER INSERT ON public.governance_minutesremark REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_minutesremark_keeps_minutes();
CREATE TRIGGER governance_minutesremark_keeps_minutes_u AFTER UPDATE ON public.governance_minutesremark REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.governance_minutesremark_keeps_minutes();
CREATE CONSTRAINT TRIGGER governance_numberseries_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_numberseries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_personalinvitation_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_personalinvitation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_recusal_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_recusal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_seat_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_seat DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_seattenure_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_seattenure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER governance_vote_beats AFTER INSERT OR DELETE OR UPDATE ON public.governance_vote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_activity_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_activity DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_activity_keeps_plan_d AFTER DELETE ON public.initiatives_activity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_activity_keeps_plan();
CREATE TRIGGER initiatives_activity_keeps_plan_i AFTER INSERT ON public.initiatives_activity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_activity_keeps_plan();
CREATE TRIGGER initiatives_activity_keeps_plan_u AFTER UPDATE ON public.initiatives_activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_activity_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_adoption_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_adoption DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_answer_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_answer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_answertemplate_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_answertemplate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_assessment_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_assessment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_budgetline_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_budgetline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_budgetline_keeps_plan_d AFTER DELETE ON public.initiatives_budgetline REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_budgetline_keeps_plan();
CREATE TRIGGER initiatives_budgetline_keeps_plan_i AFTER INSERT ON public.initiatives_budgetline REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_budgetline_keeps_plan();
CREATE TRIGGER initiatives_budgetline_keeps_plan_u AFTER UPDATE ON public.initiatives_budgetline REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_budgetline_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_claimcomparison_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_claimcomparison DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_commitment_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_commitment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_component_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_component DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_dossier_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_dossier DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_dossierfile_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_dossierfile DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_effectclaim_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_effectclaim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_effectverdict_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_effectverdict DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_embeddingplan_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_embeddingplan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_embeddingplan_keeps_embedding_d AFTER DELETE ON public.initiatives_embeddingplan REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_embeddingplan_keeps_embedding();
CREATE TRIGGER initiatives_embeddingplan_keeps_embedding_i AFTER INSERT ON public.initiatives_embeddingplan REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_embeddingplan_keeps_embedding();
CREATE TRIGGER initiatives_embeddingplan_keeps_embedding_u AFTER UPDATE ON public.initiatives_embeddingplan REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_embeddingplan_keeps_embedding();
CREATE CONSTRAINT TRIGGER initiatives_exploration_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_exploration DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_exploration_keeps_exploration_d AFTER DELETE ON public.initiatives_exploration REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_exploration_keeps_exploration();
CREATE TRIGGER initiatives_exploration_keeps_exploration_i AFTER INSERT ON public.initiatives_exploration REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_exploration_keeps_exploration();
CREATE TRIGGER initiatives_exploration_keeps_exploration_u AFTER UPDATE ON public.initiatives_exploration REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_exploration_keeps_exploration();
CREATE CONSTRAINT TRIGGER initiatives_explorationquestion_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_explorationquestion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_explorationquestion_keeps_exploration_d AFTER DELETE ON public.initiatives_explorationquestion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_explorationquestion_keeps_exploration();
CREATE TRIGGER initiatives_explorationquestion_keeps_exploration_i AFTER INSERT ON public.initiatives_explorationquestion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_explorationquestion_keeps_exploration();
CREATE TRIGGER initiatives_explorationquestion_keeps_exploration_u AFTER UPDATE ON public.initiatives_explorationquestion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_explorationquestion_keeps_exploration();
CREATE CONSTRAINT TRIGGER initiatives_factor_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_factor DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_factor_keeps_exploration_d AFTER DELETE ON public.initiatives_factor REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_factor_keeps_exploration();
CREATE TRIGGER initiatives_factor_keeps_exploration_i AFTER INSERT ON public.initiatives_factor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_factor_keeps_exploration();
CREATE TRIGGER initiatives_factor_keeps_exploration_u AFTER UPDATE ON public.initiatives_factor REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_factor_keeps_exploration();
CREATE CONSTRAINT TRIGGER initiatives_firstview_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_firstview DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_fundingaward_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_fundingaward DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_fundingline_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_fundingline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_gatelist_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_gatelist DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_halt_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_halt DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_ideadraft_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_ideadraft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_initiative_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_initiative DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_initiative_keeps_initiative_d AFTER DELETE ON public.initiatives_initiative REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_initiative_keeps_initiative();
CREATE TRIGGER initiatives_initiative_keeps_initiative_i AFTER INSERT ON public.initiatives_initiative REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_initiative_keeps_initiative();
CREATE TRIGGER initiatives_initiative_keeps_initiative_u AFTER UPDATE ON public.initiatives_initiative REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_initiative_keeps_initiative();
CREATE TRIGGER initiatives_initiative_keeps_note_d AFTER DELETE ON public.initiatives_initiative REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_initiative_keeps_note();
CREATE TRIGGER initiatives_initiative_keeps_note_i AFTER INSERT ON public.initiatives_initiative REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_initiative_keeps_note();
CREATE TRIGGER initiatives_initiative_keeps_note_u AFTER UPDATE ON public.initiatives_initiative REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_initiative_keeps_note();
CREATE CONSTRAINT TRIGGER initiatives_initiativearea_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_initiativearea DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_initiativepartner_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_initiativepartner DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_invitation_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_invitation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_lesson_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_lesson DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_lesson_keeps_lesson_d AFTER DELETE ON public.initiatives_lesson REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_lesson_keeps_lesson();
CREATE TRIGGER initiatives_lesson_keeps_lesson_i AFTER INSERT ON public.initiatives_lesson REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_lesson_keeps_lesson();
CREATE TRIGGER initiatives_lesson_keeps_lesson_u AFTER UPDATE ON public.initiatives_lesson REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_lesson_keeps_lesson();
CREATE CONSTRAINT TRIGGER initiatives_lineowner_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_lineowner DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_measure_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_measure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_milestone_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_milestone DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_milestone_keeps_plan_d AFTER DELETE ON public.initiatives_milestone REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_milestone_keeps_plan();
CREATE TRIGGER initiatives_milestone_keeps_plan_i AFTER INSERT ON public.initiatives_milestone REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_milestone_keeps_plan();
CREATE TRIGGER initiatives_milestone_keeps_plan_u AFTER UPDATE ON public.initiatives_milestone REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_milestone_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_note_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_note_keeps_note_d AFTER DELETE ON public.initiatives_note REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_note_keeps_note();
CREATE TRIGGER initiatives_note_keeps_note_i AFTER INSERT ON public.initiatives_note REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_note_keeps_note();
CREATE TRIGGER initiatives_note_keeps_note_u AFTER UPDATE ON public.initiatives_note REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_note_keeps_note();
CREATE CONSTRAINT TRIGGER initiatives_notedraft_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_notedraft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_notemention_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_notemention DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_option_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_option DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_option_keeps_exploration_d AFTER DELETE ON public.initiatives_option REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_option_keeps_exploration();
CREATE TRIGGER initiatives_option_keeps_exploration_i AFTER INSERT ON public.initiatives_option REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_option_keeps_exploration();
CREATE TRIGGER initiatives_option_keeps_exploration_u AFTER UPDATE ON public.initiatives_option REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_option_keeps_exploration();
CREATE CONSTRAINT TRIGGER initiatives_partnerview_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_partnerview DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_partnerview_keeps_exploration_d AFTER DELETE ON public.initiatives_partnerview REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_partnerview_keeps_exploration();
CREATE TRIGGER initiatives_partnerview_keeps_exploration_i AFTER INSERT ON public.initiatives_partnerview REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_partnerview_keeps_exploration();
CREATE TRIGGER initiatives_partnerview_keeps_exploration_u AFTER UPDATE ON public.initiatives_partnerview REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_partnerview_keeps_exploration();
CREATE CONSTRAINT TRIGGER initiatives_payereffect_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_payereffect DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_payereffect_keeps_exploration_d AFTER DELETE ON public.initiatives_payereffect REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_payereffect_keeps_exploration();
CREATE TRIGGER initiatives_payereffect_keeps_exploration_i AFTER INSERT ON public.initiatives_payereffect REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_payereffect_keeps_exploration();
CREATE TRIGGER initiatives_payereffect_keeps_exploration_u AFTER UPDATE ON public.initiatives_payereffect REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_payereffect_keeps_exploration();
CREATE CONSTRAINT TRIGGER initiatives_plan_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_plan_keeps_plan_d AFTER DELETE ON public.initiatives_plan REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_plan_keeps_plan();
CREATE TRIGGER initiatives_plan_keeps_plan_i AFTER INSERT ON public.initiatives_plan REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_plan_keeps_plan();
CREATE TRIGGER initiatives_plan_keeps_plan_u AFTER UPDATE ON public.initiatives_plan REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_plan_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_plangoal_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_plangoal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_plangoal_keeps_plan_d AFTER DELETE ON public.initiatives_plangoal REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_plangoal_keeps_plan();
CREATE TRIGGER initiatives_plangoal_keeps_plan_i AFTER INSERT ON public.initiatives_plangoal REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_plangoal_keeps_plan();
CREATE TRIGGER initiatives_plangoal_keeps_plan_u AFTER UPDATE ON public.initiatives_plangoal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_plangoal_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_planrole_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_planrole DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_planrole_keeps_plan_d AFTER DELETE ON public.initiatives_planrole REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_planrole_keeps_plan();
CREATE TRIGGER initiatives_planrole_keeps_plan_i AFTER INSERT ON public.initiatives_planrole REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_planrole_keeps_plan();
CREATE TRIGGER initiatives_planrole_keeps_plan_u AFTER UPDATE ON public.initiatives_planrole REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_planrole_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_pointanswer_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_pointanswer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_portfolioview_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_portfolioview DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_proposal_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_proposal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_remeasurement_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_remeasurement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_report_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_report_keeps_embedding_d AFTER DELETE ON public.initiatives_report REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_report_keeps_embedding();
CREATE TRIGGER initiatives_report_keeps_embedding_i AFTER INSERT ON public.initiatives_report REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_report_keeps_embedding();
CREATE TRIGGER initiatives_report_keeps_embedding_u AFTER UPDATE ON public.initiatives_report REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_report_keeps_embedding();
CREATE CONSTRAINT TRIGGER initiatives_risk_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_risk DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_risk_keeps_plan_d AFTER DELETE ON public.initiatives_risk REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_risk_keeps_plan();
CREATE TRIGGER initiatives_risk_keeps_plan_i AFTER INSERT ON public.initiatives_risk REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_risk_keeps_plan();
CREATE TRIGGER initiatives_risk_keeps_plan_u AFTER UPDATE ON public.initiatives_risk REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_risk_keeps_plan();
CREATE CONSTRAINT TRIGGER initiatives_runningrisk_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_runningrisk DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_spending_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_spending DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_stagemove_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_stagemove DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_statusupdate_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_statusupdate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_storyevent_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_storyevent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER initiatives_storyevent_keeps_initiative_d AFTER DELETE ON public.initiatives_storyevent REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_storyevent_keeps_initiative();
CREATE TRIGGER initiatives_storyevent_keeps_initiative_i AFTER INSERT ON public.initiatives_storyevent REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_storyevent_keeps_initiative();
CREATE TRIGGER initiatives_storyevent_keeps_initiative_u AFTER UPDATE ON public.initiatives_storyevent REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.initiatives_storyevent_keeps_initiative();
CREATE CONSTRAINT TRIGGER initiatives_surveyround_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_surveyround DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_valueassessment_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_valueassessment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_valuecard_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_valuecard DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER initiatives_valueline_beats AFTER INSERT OR DELETE OR UPDATE ON public.initiatives_valueline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER jobs_job_beats AFTER INSERT OR DELETE OR UPDATE ON public.jobs_job DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_baseline_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_baseline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_exit_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_exit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_figureimport_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_figureimport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_indicator_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_indicator DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_indicatorversion_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_indicatorversion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_phasechange_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_phasechange DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_pointnote_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_pointnote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_reading_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_reading DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_series_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_threshold_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_threshold DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER measuring_value_beats AFTER INSERT OR DELETE OR UPDATE ON public.measuring_value DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_agreement_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_agreement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER network_agreement_keeps_agreement_d AFTER DELETE ON public.network_agreement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_agreement_keeps_agreement();
CREATE TRIGGER network_agreement_keeps_agreement_i AFTER INSERT ON public.network_agreement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_agreement_keeps_agreement();
CREATE TRIGGER network_agreement_keeps_agreement_u AFTER UPDATE ON public.network_agreement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_agreement_keeps_agreement();
CREATE CONSTRAINT TRIGGER network_agreementparty_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_agreementparty DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_ambition_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_ambition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER network_ambition_keeps_ambition_d AFTER DELETE ON public.network_ambition REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_ambition_keeps_ambition();
CREATE TRIGGER network_ambition_keeps_ambition_i AFTER INSERT ON public.network_ambition REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_ambition_keeps_ambition();
CREATE TRIGGER network_ambition_keeps_ambition_u AFTER UPDATE ON public.network_ambition REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_ambition_keeps_ambition();
CREATE CONSTRAINT TRIGGER network_area_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_area DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_article_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_contributiontier_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_contributiontier DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_criteriaset_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_criteriaset DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_criterion_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_criterion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_growthneed_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_growthneed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_membership_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_network_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_network DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_networkevent_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_networkevent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_obligation_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_obligation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_obligationanswer_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_obligationanswer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_obligationreport_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_obligationreport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_organisation_beats AFTER UPDATE ON public.network_organisation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION tenancy.beat_where_it_takes_part();
CREATE CONSTRAINT TRIGGER network_partner_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_partner DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER network_partner_keeps_exploration_d AFTER DELETE ON public.network_partner REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_partner_keeps_exploration();
CREATE TRIGGER network_partner_keeps_exploration_i AFTER INSERT ON public.network_partner REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_partner_keeps_exploration();
CREATE TRIGGER network_partner_keeps_exploration_u AFTER UPDATE ON public.network_partner REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_partner_keeps_exploration();
CREATE TRIGGER network_partner_keeps_partner_d AFTER DELETE ON public.network_partner REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_partner_keeps_partner();
CREATE TRIGGER network_partner_keeps_partner_i AFTER INSERT ON public.network_partner REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_partner_keeps_partner();
CREATE TRIGGER network_partner_keeps_partner_u AFTER UPDATE ON public.network_partner REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.network_partner_keeps_partner();
CREATE CONSTRAINT TRIGGER network_partnerarea_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_partnerarea DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_theme_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_theme DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER network_tierperson_beats AFTER INSERT OR DELETE OR UPDATE ON public.network_tierperson DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER only_own_organisations BEFORE UPDATE ON public.network_organisation FOR EACH ROW EXECUTE FUNCTION tenancy.only_own_organisations();
CREATE TRIGGER pgtrigger_a_ceiling_holds_the_awards_dc86c BEFORE UPDATE ON public.initiatives_fundingline FOR EACH ROW WHEN ((new.ceiling_eur < old.ceiling_eur)) EXECUTE FUNCTION public.pgtrigger_a_ceiling_holds_the_awards_dc86c();
COMMENT ON TRIGGER pgtrigger_a_ceiling_holds_the_awards_dc86c ON public.initiatives_fundingline IS 'c7a9c9baf6f69d811d1dc3c413abd5cc3222ce1e';
CREATE TRIGGER pgtrigger_a_decision_is_never_removed_1e9d7 BEFORE DELETE ON public.governance_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_a_decision_is_never_removed_1e9d7();
COMMENT ON TRIGGER pgtrigger_a_decision_is_never_removed_1e9d7 ON public.governance_decision IS 'dd0717de461f6b3dd2b600345a812ee536f89225';
CREATE TRIGGER pgtrigger_a_frozen_plan_stands_6b5e2 BEFORE DELETE OR UPDATE ON public.initiatives_plan FOR EACH ROW WHEN (old.is_frozen) EXECUTE FUNCTION public.pgtrigger_a_frozen_plan_stands_6b5e2();
COMMENT ON TRIGGER pgtrigger_a_frozen_plan_stands_6b5e2 ON public.initiatives_plan IS '7576d5b94ed900076c4a17489a1748ea7e199af8';
CREATE TRIGGER pgtrigger_a_locked_baseline_stays_7fafe BEFORE DELETE OR UPDATE ON public.measuring_baseline FOR EACH ROW WHEN (((old.state)::text = 'locked'::text)) EXECUTE FUNCTION public.pgtrigger_a_locked_baseline_stays_7fafe();
COMMENT ON TRIGGER pgtrigger_a_locked_baseline_stays_7fafe ON public.measuring_baseline IS '69d846b9dab5bfd4cddc81838598c586b60929f0';
CREATE TRIGGER pgtrigger_a_saving_is_counted_once_a50f5 AFTER INSERT OR UPDATE ON public.initiatives_valueline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_a_saving_is_counted_once_a50f5();
COMMENT ON TRIGGER pgtrigger_a_saving_is_counted_once_a50f5 ON public.initiatives_valueline IS 'bf240e70f138dd1b9cedf4621c2460819feec72b';
CREATE TRIGGER pgtrigger_a_signed_agreement_stays_as_it_is_db229 BEFORE UPDATE ON public.network_agreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_a_signed_agreement_stays_as_it_is_db229();
COMMENT ON TRIGGER pgtrigger_a_signed_agreement_stays_as_it_is_db229 ON public.network_agreement IS '43a51b7bb5e2e7a42470595a897c0795069e2ce5';
CREATE TRIGGER pgtrigger_a_taken_decision_stands_3d954 BEFORE UPDATE ON public.governance_decision FOR EACH ROW WHEN (((old.status)::text = ANY (ARRAY[('valid'::character varying)::text, ('not_carried'::character varying)::text, ('withdrawn'::character varying)::text]))) EXECUTE FUNCTION public.pgtrigger_a_taken_decision_stands_3d954();
COMMENT ON TRIGGER pgtrigger_a_taken_decision_stands_3d954 ON public.governance_decision IS 'b2d52d71c289ab256d9285df500f58c8cc7f1df8';
CREATE TRIGGER pgtrigger_a_threshold_stays_265da BEFORE DELETE OR UPDATE ON public.measuring_threshold FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_a_threshold_stays_265da();
COMMENT ON TRIGGER pgtrigger_a_threshold_stays_265da ON public.measuring_threshold IS '10889645942ec1e13614fdbad3cbe312fc12a597';
CREATE TRIGGER pgtrigger_adopted_minutes_never_change_0d907 BEFORE UPDATE ON public.governance_minutes FOR EACH ROW WHEN (((old.status)::text = 'adopted'::text)) EXECUTE FUNCTION public.pgtrigger_adopted_minutes_never_change_0d907();
COMMENT ON TRIGGER pgtrigger_adopted_minutes_never_change_0d907 ON public.governance_minutes IS '4cb731029fbf5121123f27a35c6244f001c0dfd3';
CREATE TRIGGER pgtrigger_an_award_is_never_removed_85411 BEFORE DELETE ON public.initiatives_fundingaward FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_an_award_is_never_removed_85411();
COMMENT ON TRIGGER pgtrigger_an_award_is_never_removed_85411 ON public.initiatives_fundingaward IS '4829dd56723f1840af3e164f1ba7a4e97221420d';
CREATE TRIGGER pgtrigger_an_initiative_begins_as_idea_or_by_decision_07208 BEFORE INSERT ON public.initiatives_initiative FOR EACH ROW WHEN ((((new.stage)::text <> 'submitted'::text) AND (NOT new.is_historic))) EXECUTE FUNCTION public.pgtrigger_an_initiative_begins_as_idea_or_by_decision_07208();
COMMENT ON TRIGGER pgtrigger_an_initiative_begins_as_idea_or_by_decision_07208 ON public.initiatives_initiative IS 'a0f666b9c1762c19854b04878690793e168946c8';
CREATE TRIGGER pgtrigger_an_initiative_moves_by_a_valid_decision_17ebf BEFORE UPDATE ON public.initiatives_initiative FOR EACH ROW WHEN (((old.stage)::text IS DISTINCT FROM (new.stage)::text)) EXECUTE FUNCTION public.pgtrigger_an_initiative_moves_by_a_valid_decision_17ebf();
COMMENT ON TRIGGER pgtrigger_an_initiative_moves_by_a_valid_decision_17ebf ON public.initiatives_initiative IS '5fe10803089d8f80609bdec1b69c9d0891ffce85';
CREATE TRIGGER pgtrigger_articles_of_a_signed_agreement_stay_760dc BEFORE INSERT OR DELETE OR UPDATE ON public.network_article FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_articles_of_a_signed_agreement_stay_760dc();
COMMENT ON TRIGGER pgtrigger_articles_of_a_signed_agreement_stay_760dc ON public.network_article IS '226b1f2ef2996a45d05684208ba66ce841ffdc50';
CREATE TRIGGER pgtrigger_awards_fit_the_ceiling_6d4f7 BEFORE INSERT OR UPDATE ON public.initiatives_fundingaward FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_awards_fit_the_ceiling_6d4f7();
COMMENT ON TRIGGER pgtrigger_awards_fit_the_ceiling_6d4f7 ON public.initiatives_fundingaward IS 'b67a2c88a56811b4c57e455f054ebf10f7165b0d';
CREATE TRIGGER pgtrigger_claims_stay_2c8c6 BEFORE DELETE OR UPDATE ON public.initiatives_effectclaim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_claims_stay_2c8c6();
COMMENT ON TRIGGER pgtrigger_claims_stay_2c8c6 ON public.initiatives_effectclaim IS '2a44985121a8397cfe5798955090872cd6e80d6d';
CREATE TRIGGER pgtrigger_comparisons_stay_47a94 BEFORE DELETE OR UPDATE ON public.initiatives_claimcomparison FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_comparisons_stay_47a94();
COMMENT ON TRIGGER pgtrigger_comparisons_stay_47a94 ON public.initiatives_claimcomparison IS 'f5139cae9e884b79095bf8141d215f128219bf5f';
CREATE TRIGGER pgtrigger_documents_are_withdrawn_2fb0a BEFORE DELETE ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_documents_are_withdrawn_2fb0a();
COMMENT ON TRIGGER pgtrigger_documents_are_withdrawn_2fb0a ON public.documents_document IS '827ecbb9fb0517b7c99ded717730bcac9c068205';
CREATE TRIGGER pgtrigger_figures_stay_84b03 BEFORE DELETE ON public.measuring_value FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_figures_stay_84b03();
COMMENT ON TRIGGER pgtrigger_figures_stay_84b03 ON public.measuring_value IS '2d6293fcef4fba18e8797841740c930b0d373493';
CREATE TRIGGER pgtrigger_finished_has_an_owner_and_is_measured_again_9bc95 BEFORE UPDATE ON public.initiatives_initiative FOR EACH ROW WHEN ((((old.stage)::text IS DISTINCT FROM (new.stage)::text) AND ((new.stage)::text = 'finished'::text) AND (NOT new.is_historic))) EXECUTE FUNCTION public.pgtrigger_finished_has_an_owner_and_is_measured_again_9bc95();
COMMENT ON TRIGGER pgtrigger_finished_has_an_owner_and_is_measured_again_9bc95 ON public.initiatives_initiative IS '413de32ebd48d8624ea7377d878606f38809e4f1';
CREATE TRIGGER pgtrigger_gate_lists_stay_ea9ee BEFORE DELETE OR UPDATE ON public.initiatives_gatelist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_gate_lists_stay_ea9ee();
COMMENT ON TRIGGER pgtrigger_gate_lists_stay_ea9ee ON public.initiatives_gatelist IS '0c7de8d19ee23f6383fe2b691a0963bf5eb24b13';
CREATE TRIGGER pgtrigger_gates_never_ask_less_than_they_did_8a3da BEFORE UPDATE ON public.initiatives_initiative FOR EACH ROW WHEN (((new.gate_edition < old.gate_edition) OR (new.own_gate_edition < old.own_gate_edition))) EXECUTE FUNCTION public.pgtrigger_gates_never_ask_less_than_they_did_8a3da();
COMMENT ON TRIGGER pgtrigger_gates_never_ask_less_than_they_did_8a3da ON public.initiatives_initiative IS '8890032635532ba0bc48bae65260c3a9fe1b0f38';
CREATE TRIGGER pgtrigger_indicators_are_ended_6fdda BEFORE DELETE ON public.measuring_indicator FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_indicators_are_ended_6fdda();
COMMENT ON TRIGGER pgtrigger_indicators_are_ended_6fdda ON public.measuring_indicator IS 'ff15a6c04bee6a2b922c3d4a1738de4094a0d959';
CREATE TRIGGER pgtrigger_insert_insert_00817 AFTER INSERT ON public.carechain_chainstation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_00817();
COMMENT ON TRIGGER pgtrigger_insert_insert_00817 ON public.carechain_chainstation IS '91d4780c8016588ac316a44afd0bbdb2ca102090';
CREATE TRIGGER pgtrigger_insert_insert_0d794 AFTER INSERT ON public.governance_seattenure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0d794();
COMMENT ON TRIGGER pgtrigger_insert_insert_0d794 ON public.governance_seattenure IS 'f2132b1daff2e45e381344e76d61acbad2145050';
CREATE TRIGGER pgtrigger_insert_insert_12590 AFTER INSERT ON public.initiatives_adoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_12590();
COMMENT ON TRIGGER pgtrigger_insert_insert_12590 ON public.initiatives_adoption IS '2c2211b6aa789fedd2aea81f1e3c2b8c0fcfd40e';
CREATE TRIGGER pgtrigger_insert_insert_13037 AFTER INSERT ON public.initiatives_fundingline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_13037();
COMMENT ON TRIGGER pgtrigger_insert_insert_13037 ON public.initiatives_fundingline IS 'a818840befb36f0deb6e41ddac0f0c91649f9332';
CREATE TRIGGER pgtrigger_insert_insert_16b32 AFTER INSERT ON public.governance_mandate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_16b32();
COMMENT ON TRIGGER pgtrigger_insert_insert_16b32 ON public.governance_mandate IS '5c8d09dac0ebf4109700fc3dfb49a9e7d48135c8';
CREATE TRIGGER pgtrigger_insert_insert_17043 AFTER INSERT ON public.carechain_chainnorm FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_17043();
COMMENT ON TRIGGER pgtrigger_insert_insert_17043 ON public.carechain_chainnorm IS '5dd73653f1018ada27bb711afb499fe0b08bb659';
CREATE TRIGGER pgtrigger_insert_insert_19f16 AFTER INSERT ON public.carechain_bottleneck FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_19f16();
COMMENT ON TRIGGER pgtrigger_insert_insert_19f16 ON public.carechain_bottleneck IS 'c627758d1ee331c57ddda8f7dbd7cf02c4d74c77';
CREATE TRIGGER pgtrigger_insert_insert_27c37 AFTER INSERT ON public.governance_consentrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_27c37();
COMMENT ON TRIGGER pgtrigger_insert_insert_27c37 ON public.governance_consentrequest IS '27ddd0d2cce058ebb442d5f4669b30bb8551d67c';
CREATE TRIGGER pgtrigger_insert_insert_2f64f AFTER INSERT ON public.initiatives_plan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2f64f();
COMMENT ON TRIGGER pgtrigger_insert_insert_2f64f ON public.initiatives_plan IS '9efc71f7d5807c37da85ba16316180710869c5d7';
CREATE TRIGGER pgtrigger_insert_insert_368bc AFTER INSERT ON public.governance_seat FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_368bc();
COMMENT ON TRIGGER pgtrigger_insert_insert_368bc ON public.governance_seat IS 'fd2013cbf3deee9a460c93c2d1ab03acbad39b80';
CREATE TRIGGER pgtrigger_insert_insert_428e7 AFTER INSERT ON public.initiatives_valueline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_428e7();
COMMENT ON TRIGGER pgtrigger_insert_insert_428e7 ON public.initiatives_valueline IS '5e6d4d8b1f1b33e02928a5be6afee5863d6d1c23';
CREATE TRIGGER pgtrigger_insert_insert_432ad AFTER INSERT ON public.public_publication FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_432ad();
COMMENT ON TRIGGER pgtrigger_insert_insert_432ad ON public.public_publication IS 'ee1dbc322121b9832f65bf49d201d372bac83cbd';
CREATE TRIGGER pgtrigger_insert_insert_44c36 AFTER INSERT ON public.measuring_phasechange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_44c36();
COMMENT ON TRIGGER pgtrigger_insert_insert_44c36 ON public.measuring_phasechange IS '363bcab0aacee6e77737b6a57755e8e2607735b1';
CREATE TRIGGER pgtrigger_insert_insert_52769 AFTER INSERT ON public.network_article FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_52769();
COMMENT ON TRIGGER pgtrigger_insert_insert_52769 ON public.network_article IS '4ccc1c0a72ad3a8b04da45a1b9a03e4df3e86381';
CREATE TRIGGER pgtrigger_insert_insert_5684e AFTER INSERT ON public.initiatives_assessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5684e();
COMMENT ON TRIGGER pgtrigger_insert_insert_5684e ON public.initiatives_assessment IS '222ad4089e30fe813d13c9b0afe1e332175528e2';
CREATE TRIGGER pgtrigger_insert_insert_5ae21 AFTER INSERT ON public.carechain_chainindicator FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5ae21();
COMMENT ON TRIGGER pgtrigger_insert_insert_5ae21 ON public.carechain_chainindicator IS 'be7e9a10586f795099a102de74e1c4af7c18c252';
CREATE TRIGGER pgtrigger_insert_insert_649fe AFTER INSERT ON public.initiatives_initiative FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_649fe();
COMMENT ON TRIGGER pgtrigger_insert_insert_649fe ON public.initiatives_initiative IS '24b56b0d3037ce178c2c80060796a721694b1661';
CREATE TRIGGER pgtrigger_insert_insert_6e1ab AFTER INSERT ON public.governance_recusal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6e1ab();
COMMENT ON TRIGGER pgtrigger_insert_insert_6e1ab ON public.governance_recusal IS '2d634e9cade5b793cd652f041e54593151253d64';
CREATE TRIGGER pgtrigger_insert_insert_7024a AFTER INSERT ON public.measuring_series FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7024a();
COMMENT ON TRIGGER pgtrigger_insert_insert_7024a ON public.measuring_series IS '50438986d9457b52c7f041601094773fea793e4e';
CREATE TRIGGER pgtrigger_insert_insert_71fc4 AFTER INSERT ON public.initiatives_measure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_71fc4();
COMMENT ON TRIGGER pgtrigger_insert_insert_71fc4 ON public.initiatives_measure IS 'c4a662c9320f9ae858e0a26f88f9d2ebc6993d22';
CREATE TRIGGER pgtrigger_insert_insert_776cf AFTER INSERT ON public.governance_absence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_776cf();
COMMENT ON TRIGGER pgtrigger_insert_insert_776cf ON public.governance_absence IS 'd858b42a54336c501b81e9d5c6fad94141941e1e';
CREATE TRIGGER pgtrigger_insert_insert_78b1a AFTER INSERT ON public.network_agreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_78b1a();
COMMENT ON TRIGGER pgtrigger_insert_insert_78b1a ON public.network_agreement IS '374fb8ecd698dff8158b2fac988d60a82c7d6d96';
CREATE TRIGGER pgtrigger_insert_insert_7bf23 AFTER INSERT ON public.initiatives_halt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7bf23();
COMMENT ON TRIGGER pgtrigger_insert_insert_7bf23 ON public.initiatives_halt IS '9aae7c1009d9f895be14a7772eb53bce2eefe4c1';
CREATE TRIGGER pgtrigger_insert_insert_82074 AFTER INSERT ON public.initiatives_remeasurement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_82074();
COMMENT ON TRIGGER pgtrigger_insert_insert_82074 ON public.initiatives_remeasurement IS 'caaf16fb6ef5b3b6500187a14eb5e982aebb063e';
CREATE TRIGGER pgtrigger_insert_insert_820dc AFTER INSERT ON public.initiatives_lineowner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_820dc();
COMMENT ON TRIGGER pgtrigger_insert_insert_820dc ON public.initiatives_lineowner IS '8df8d631c681d434ba79417fd0996fe002f41443';
CREATE TRIGGER pgtrigger_insert_insert_8683f AFTER INSERT ON public.measuring_indicator FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8683f();
COMMENT ON TRIGGER pgtrigger_insert_insert_8683f ON public.measuring_indicator IS '52b8de881cd7a9e5bae78729878c86038f08044d';
CREATE TRIGGER pgtrigger_insert_insert_8eb50 AFTER INSERT ON public.governance_body FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8eb50();
COMMENT ON TRIGGER pgtrigger_insert_insert_8eb50 ON public.governance_body IS '4b1049842f0cf81420ffe888933c111149ac3544';
CREATE TRIGGER pgtrigger_insert_insert_9038c AFTER INSERT ON public.measuring_baseline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9038c();
COMMENT ON TRIGGER pgtrigger_insert_insert_9038c ON public.measuring_baseline IS '7a19bf504d21f40a57e9f5d375720dca96ff8c77';
CREATE TRIGGER pgtrigger_insert_insert_91040 AFTER INSERT ON public.initiatives_surveyround FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_91040();
COMMENT ON TRIGGER pgtrigger_insert_insert_91040 ON public.initiatives_surveyround IS 'ef17f17c4aa0153b50cfa58c30662438a631d7a7';
CREATE TRIGGER pgtrigger_insert_insert_917a4 AFTER INSERT ON public.governance_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_917a4();
COMMENT ON TRIGGER pgtrigger_insert_insert_917a4 ON public.governance_decision IS '6076f294bcf3a681e49a982262a22b50fba403c8';
CREATE TRIGGER pgtrigger_insert_insert_924a2 AFTER INSERT ON public.network_criteriaset FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_924a2();
COMMENT ON TRIGGER pgtrigger_insert_insert_924a2 ON public.network_criteriaset IS '2c266c30b5f46e01ca143f438231c05800390a26';
CREATE TRIGGER pgtrigger_insert_insert_9537a AFTER INSERT ON public.carechain_stepgain FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9537a();
COMMENT ON TRIGGER pgtrigger_insert_insert_9537a ON public.carechain_stepgain IS '9556911746135d5dd8dfb53914572a65a062ff84';
CREATE TRIGGER pgtrigger_insert_insert_97912 AFTER INSERT ON public.initiatives_spending FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_97912();
COMMENT ON TRIGGER pgtrigger_insert_insert_97912 ON public.initiatives_spending IS 'cad69a79a5614d73d4c51d91b388b6b9356b0775';
CREATE TRIGGER pgtrigger_insert_insert_9a989 AFTER INSERT ON public.network_obligation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9a989();
COMMENT ON TRIGGER pgtrigger_insert_insert_9a989 ON public.network_obligation IS '979df44467c2651e12ad84c364a3530b846a93aa';
CREATE TRIGGER pgtrigger_insert_insert_a028e AFTER INSERT ON public.measuring_pointnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a028e();
COMMENT ON TRIGGER pgtrigger_insert_insert_a028e ON public.measuring_pointnote IS '688b183d67f7aedc41a092184256c1f2c16eaaa1';
CREATE TRIGGER pgtrigger_insert_insert_a0a0c AFTER INSERT ON public.initiatives_lesson FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a0a0c();
COMMENT ON TRIGGER pgtrigger_insert_insert_a0a0c ON public.initiatives_lesson IS 'fd854b5c8d71db970867dcd24ccb76f580aff1b6';
CREATE TRIGGER pgtrigger_insert_insert_a0ae4 AFTER INSERT ON public.initiatives_answertemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a0ae4();
COMMENT ON TRIGGER pgtrigger_insert_insert_a0ae4 ON public.initiatives_answertemplate IS '8f7b094e37f11398c1cf199322cad977c8de57c6';
CREATE TRIGGER pgtrigger_insert_insert_a1373 AFTER INSERT ON public.initiatives_valueassessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a1373();
COMMENT ON TRIGGER pgtrigger_insert_insert_a1373 ON public.initiatives_valueassessment IS '411db75f5bb2461b41902c7775ea90b2a89e2e75';
CREATE TRIGGER pgtrigger_insert_insert_a781b AFTER INSERT ON public.initiatives_portfolioview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a781b();
COMMENT ON TRIGGER pgtrigger_insert_insert_a781b ON public.initiatives_portfolioview IS 'c8c9a35976151b14b64573f245c6b2c8850e9bd5';
CREATE TRIGGER pgtrigger_insert_insert_b5863 AFTER INSERT ON public.carechain_transferagreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b5863();
COMMENT ON TRIGGER pgtrigger_insert_insert_b5863 ON public.carechain_transferagreement IS 'ab2aee4e0cedeb15427b91b7ec2b68ae0bb3be36';
CREATE TRIGGER pgtrigger_insert_insert_b99e8 AFTER INSERT ON public.initiatives_fundingaward FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b99e8();
COMMENT ON TRIGGER pgtrigger_insert_insert_b99e8 ON public.initiatives_fundingaward IS 'be06b1b7422dce95959f0b481e19cabe4049e504';
CREATE TRIGGER pgtrigger_insert_insert_bde77 AFTER INSERT ON public.initiatives_pointanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bde77();
COMMENT ON TRIGGER pgtrigger_insert_insert_bde77 ON public.initiatives_pointanswer IS '835a13d061b451b18db0dd070f104beee25b4d71';
CREATE TRIGGER pgtrigger_insert_insert_be524 AFTER INSERT ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_be524();
COMMENT ON TRIGGER pgtrigger_insert_insert_be524 ON public.documents_document IS 'b7fc43fed9bab2676a2abf037ca0f02a37999996';
CREATE TRIGGER pgtrigger_insert_insert_c7d58 AFTER INSERT ON public.network_growthneed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c7d58();
COMMENT ON TRIGGER pgtrigger_insert_insert_c7d58 ON public.network_growthneed IS 'f392236a65293b004baff0a087f0188193329a39';
CREATE TRIGGER pgtrigger_insert_insert_c81ea AFTER INSERT ON public.initiatives_report FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c81ea();
COMMENT ON TRIGGER pgtrigger_insert_insert_c81ea ON public.initiatives_report IS 'fb0e50d2044d19a52d09e7f40e8b1a2f456d9fd5';
CREATE TRIGGER pgtrigger_insert_insert_d0c0c AFTER INSERT ON public.initiatives_note FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d0c0c();
COMMENT ON TRIGGER pgtrigger_insert_insert_d0c0c ON public.initiatives_note IS '5c41606a04b6c59be253cd17d47fa418b06f7cfc';
CREATE TRIGGER pgtrigger_insert_insert_db677 AFTER INSERT ON public.network_partner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_db677();
COMMENT ON TRIGGER pgtrigger_insert_insert_db677 ON public.network_partner IS '7a24879e6cec73aac1aa2b22912ecf424e071d2e';
CREATE TRIGGER pgtrigger_insert_insert_df2f5 AFTER INSERT ON public.initiatives_embeddingplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_df2f5();
COMMENT ON TRIGGER pgtrigger_insert_insert_df2f5 ON public.initiatives_embeddingplan IS '8b789c6794875f7a54e7dba15146ce14e892942d';
CREATE TRIGGER pgtrigger_insert_insert_dfc28 AFTER INSERT ON public.network_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_dfc28();
COMMENT ON TRIGGER pgtrigger_insert_insert_dfc28 ON public.network_membership IS '43c21852bedd0dbbca877a4d70292c3b6bb89c93';
CREATE TRIGGER pgtrigger_insert_insert_e8e65 AFTER INSERT ON public.governance_condition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e8e65();
COMMENT ON TRIGGER pgtrigger_insert_insert_e8e65 ON public.governance_condition IS 'fa9f88f82520264d6e8150a26de6a10befc6b25a';
CREATE TRIGGER pgtrigger_insert_insert_ea93f AFTER INSERT ON public.initiatives_commitment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ea93f();
COMMENT ON TRIGGER pgtrigger_insert_insert_ea93f ON public.initiatives_commitment IS '5d757960cf768e554a8b49b186390c2288468750';
CREATE TRIGGER pgtrigger_insert_insert_f9dce AFTER INSERT ON public.carechain_datapurpose FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f9dce();
COMMENT ON TRIGGER pgtrigger_insert_insert_f9dce ON public.carechain_datapurpose IS 'c33d99dd09d022357e357b2a69251ca3652e897b';
CREATE TRIGGER pgtrigger_insert_insert_ff04f AFTER INSERT ON public.initiatives_runningrisk FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ff04f();
COMMENT ON TRIGGER pgtrigger_insert_insert_ff04f ON public.initiatives_runningrisk IS '1dec9ef06e35d96d3061d026ec4d8fffbb3c35b4';
CREATE TRIGGER pgtrigger_insert_insert_fff49 AFTER INSERT ON public.governance_vote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fff49();
COMMENT ON TRIGGER pgtrigger_insert_insert_fff49 ON public.governance_vote IS 'f88bae9a8120dc1206c8f379adf9447e57152815';
CREATE TRIGGER pgtrigger_minutes_are_never_removed_f3585 BEFORE DELETE ON public.governance_minutes FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_minutes_are_never_removed_f3585();
COMMENT ON TRIGGER pgtrigger_minutes_are_never_removed_f3585 ON public.governance_minutes IS '55d281b6c1bedd9050b8730d908ba6fccc91faa7';
CREATE TRIGGER pgtrigger_money_is_awarded_before_the_start_a5fd7 BEFORE UPDATE ON public.initiatives_initiative FOR EACH ROW WHEN ((((old.stage)::text = ANY (ARRAY[('preparation'::character varying)::text, ('awaiting_funding'::character varying)::text])) AND ((new.stage)::text = ANY (ARRAY[('pilot'::character varying)::text, ('execution'::character varying)::text])))) EXECUTE FUNCTION public.pgtrigger_money_is_awarded_before_the_start_a5fd7();
COMMENT ON TRIGGER pgtrigger_money_is_awarded_before_the_start_a5fd7 ON public.initiatives_initiative IS '5d7c0b5e5f5e32f4256644d50a3999f55880c64e';
CREATE TRIGGER pgtrigger_notes_are_withdrawn_c898c BEFORE DELETE ON public.initiatives_note FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_notes_are_withdrawn_c898c();
COMMENT ON TRIGGER pgtrigger_notes_are_withdrawn_c898c ON public.initiatives_note IS '6a5412c25fe0c610da6b5d41be70e03f7356da5c';
CREATE TRIGGER pgtrigger_numbers_resolve_for_ever_6b680 BEFORE DELETE ON public.initiatives_initiative FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_numbers_resolve_for_ever_6b680();
COMMENT ON TRIGGER pgtrigger_numbers_resolve_for_ever_6b680 ON public.initiatives_initiative IS '6476eb7bad72193b8c65f24a52ccdd8c7f5c0fb0';
CREATE TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_419aa BEFORE INSERT OR DELETE OR UPDATE ON public.initiatives_risk FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_419aa();
COMMENT ON TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_419aa ON public.initiatives_risk IS '25311f35f0c4606910fe6e2a46577eb0b8cdb1e6';
CREATE TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_6b169 BEFORE INSERT OR DELETE OR UPDATE ON public.initiatives_planrole FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_6b169();
COMMENT ON TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_6b169 ON public.initiatives_planrole IS '9d2d6c204e5bff3da521956b05d80fed45035e44';
CREATE TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_a1a29 BEFORE INSERT OR DELETE OR UPDATE ON public.initiatives_activity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_a1a29();
COMMENT ON TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_a1a29 ON public.initiatives_activity IS '899b82ac55946c2423bdaf625bfdf867e5070f6b';
CREATE TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_b856e BEFORE INSERT OR DELETE OR UPDATE ON public.initiatives_milestone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_b856e();
COMMENT ON TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_b856e ON public.initiatives_milestone IS '7d4112534227f1b53573cff74b4af5e36d93f180';
CREATE TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_c385c BEFORE INSERT OR DELETE OR UPDATE ON public.initiatives_budgetline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_c385c();
COMMENT ON TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_c385c ON public.initiatives_budgetline IS '0fdbfe39da94fc315dfc053ed3a85e53404acf1d';
CREATE TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_ff8c6 BEFORE INSERT OR DELETE OR UPDATE ON public.initiatives_plangoal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_ff8c6();
COMMENT ON TRIGGER pgtrigger_parts_of_a_frozen_plan_stand_ff8c6 ON public.initiatives_plangoal IS 'bc2a9a65c411eaa2606268d1d293e7690891f4a6';
CREATE TRIGGER pgtrigger_remarks_on_minutes_stay_961da BEFORE DELETE OR UPDATE ON public.governance_minutesremark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_remarks_on_minutes_stay_961da();
COMMENT ON TRIGGER pgtrigger_remarks_on_minutes_stay_961da ON public.governance_minutesremark IS 'd6446f9bd5287edd65f71922909c045541fb8693';
CREATE TRIGGER pgtrigger_reports_of_factors_stay_b1485 BEFORE DELETE ON public.carechain_waitfactors FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_reports_of_factors_stay_b1485();
COMMENT ON TRIGGER pgtrigger_reports_of_factors_stay_b1485 ON public.carechain_waitfactors IS '31fedb74ea10ed3676b9f1761d394c66c556afdf';
CREATE TRIGGER pgtrigger_reports_of_waits_stay_93f72 BEFORE DELETE ON public.carechain_waitreport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_reports_of_waits_stay_93f72();
COMMENT ON TRIGGER pgtrigger_reports_of_waits_stay_93f72 ON public.carechain_waitreport IS '34c8d80fa378dd2ed3bd53961238d4a52ec58dd4';
CREATE TRIGGER pgtrigger_update_update_024dd AFTER UPDATE ON public.measuring_indicator FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_024dd();
COMMENT ON TRIGGER pgtrigger_update_update_024dd ON public.measuring_indicator IS 'f21b42e695923fa8ccac2a5169229dbcd38a95b2';
CREATE TRIGGER pgtrigger_update_update_0518f AFTER UPDATE ON public.carechain_transferagreement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0518f();
COMMENT ON TRIGGER pgtrigger_update_update_0518f ON public.carechain_transferagreement IS 'a4947077601dc10ac6c7fa46b78a46c782fb06d7';
CREATE TRIGGER pgtrigger_update_update_05668 AFTER UPDATE ON public.network_growthneed FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_05668();
COMMENT ON TRIGGER pgtrigger_update_update_05668 ON public.network_growthneed IS '948e2d414904791b05edb97c40e22ca10a747241';
CREATE TRIGGER pgtrigger_update_update_127d4 AFTER UPDATE ON public.carechain_stepgain FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_127d4();
COMMENT ON TRIGGER pgtrigger_update_update_127d4 ON public.carechain_stepgain IS '84c4bae30e2d6e284a95d5ebae97410078f5ba95';
CREATE TRIGGER pgtrigger_update_update_135b4 AFTER UPDATE ON public.measuring_phasechange FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_135b4();
COMMENT ON TRIGGER pgtrigger_update_update_135b4 ON public.measuring_phasechange IS '0eed72bcd9a48e516f19b99ab058494051534990';
CREATE TRIGGER pgtrigger_update_update_155bf AFTER UPDATE ON public.measuring_pointnote FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_155bf();
COMMENT ON TRIGGER pgtrigger_update_update_155bf ON public.measuring_pointnote IS 'cf2cb48397a4a65dd9c1c728fbb70dc7bd8ef150';
CREATE TRIGGER pgtrigger_update_update_17ab0 AFTER UPDATE ON public.network_agreement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_17ab0();
COMMENT ON TRIGGER pgtrigger_update_update_17ab0 ON public.network_agreement IS '140c5aa2b4fe50d5cf8e56c2d30087e8fd83ce79';
CREATE TRIGGER pgtrigger_update_update_1bb61 AFTER UPDATE ON public.initiatives_plan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1bb61();
COMMENT ON TRIGGER pgtrigger_update_update_1bb61 ON public.initiatives_plan IS '8300cd0e6d41aed61dcf551bb2a175ee971daad9';
CREATE TRIGGER pgtrigger_update_update_1fcd6 AFTER UPDATE ON public.governance_decision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1fcd6();
COMMENT ON TRIGGER pgtrigger_update_update_1fcd6 ON public.governance_decision IS '471db43af501063ed9338d0eee5caf1c312d1c60';
CREATE TRIGGER pgtrigger_update_update_20cdf AFTER UPDATE ON public.initiatives_halt FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_20cdf();
COMMENT ON TRIGGER pgtrigger_update_update_20cdf ON public.initiatives_halt IS '11664a5f59a2ecd00fc653308ff070969db2423a';
CREATE TRIGGER pgtrigger_update_update_2831e AFTER UPDATE ON public.governance_consentrequest FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2831e();
COMMENT ON TRIGGER pgtrigger_update_update_2831e ON public.governance_consentrequest IS 'a85f11868e4a8a6aa3fc2797b190b63bfb6d9b5d';
CREATE TRIGGER pgtrigger_update_update_319a2 AFTER UPDATE ON public.initiatives_pointanswer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_319a2();
COMMENT ON TRIGGER pgtrigger_update_update_319a2 ON public.initiatives_pointanswer IS '918525c13b40977b01931d1e0d9c0487e4209ec4';
CREATE TRIGGER pgtrigger_update_update_33030 AFTER UPDATE ON public.public_publication FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_33030();
COMMENT ON TRIGGER pgtrigger_update_update_33030 ON public.public_publication IS 'e8a5d9b44b78a1cbd790b7a6cc5fe3a550e68f51';
CREATE TRIGGER pgtrigger_update_update_331ce AFTER UPDATE ON public.network_obligation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_331ce();
COMMENT ON TRIGGER pgtrigger_update_update_331ce ON public.network_obligation IS 'bfdec1ceac4722be9bc24a85ba28a6bb7d94cf0c';
CREATE TRIGGER pgtrigger_update_update_37b24 AFTER UPDATE ON public.initiatives_commitment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_37b24();
COMMENT ON TRIGGER pgtrigger_update_update_37b24 ON public.initiatives_commitment IS 'c07b33167e1bc24f0c4279a435d55fea1b0deb95';
CREATE TRIGGER pgtrigger_update_update_3d6f8 AFTER UPDATE ON public.initiatives_adoption FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3d6f8();
COMMENT ON TRIGGER pgtrigger_update_update_3d6f8 ON public.initiatives_adoption IS 'd59e6ce0fae33467c33dcf74448ac8ceeadddfdb';
CREATE TRIGGER pgtrigger_update_update_424d4 AFTER UPDATE ON public.governance_vote FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_424d4();
COMMENT ON TRIGGER pgtrigger_update_update_424d4 ON public.governance_vote IS 'e64f12d13bd572f8381b2843f25736a4e53e7825';
CREATE TRIGGER pgtrigger_update_update_44f43 AFTER UPDATE ON public.initiatives_lesson FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_44f43();
COMMENT ON TRIGGER pgtrigger_update_update_44f43 ON public.initiatives_lesson IS 'e115beb98cef57813c3d4f70921ff6b4a6ea9e3c';
CREATE TRIGGER pgtrigger_update_update_46374 AFTER UPDATE ON public.governance_condition FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_46374();
COMMENT ON TRIGGER pgtrigger_update_update_46374 ON public.governance_condition IS 'b1c1bdd103d590ad9cd803b1285f8990454da085';
CREATE TRIGGER pgtrigger_update_update_466c5 AFTER UPDATE ON public.network_partner FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_466c5();
COMMENT ON TRIGGER pgtrigger_update_update_466c5 ON public.network_partner IS '7cccf85e460663da448669551e44284fd2cd9817';
CREATE TRIGGER pgtrigger_update_update_56aa7 AFTER UPDATE ON public.network_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_56aa7();
COMMENT ON TRIGGER pgtrigger_update_update_56aa7 ON public.network_membership IS 'cdf3c42279dc249dd3727d042a1822f676c2b1cd';
CREATE TRIGGER pgtrigger_update_update_56b53 AFTER UPDATE ON public.initiatives_remeasurement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_56b53();
COMMENT ON TRIGGER pgtrigger_update_update_56b53 ON public.initiatives_remeasurement IS 'f557505495dd65a459ea2a810a7c31f3dddbd3d4';
CREATE TRIGGER pgtrigger_update_update_5881b AFTER UPDATE ON public.measuring_series FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5881b();
COMMENT ON TRIGGER pgtrigger_update_update_5881b ON public.measuring_series IS 'baef6aff091f7c426ece718fdcd68a00c18a180b';
CREATE TRIGGER pgtrigger_update_update_5cf3f AFTER UPDATE ON public.governance_absence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5cf3f();
COMMENT ON TRIGGER pgtrigger_update_update_5cf3f ON public.governance_absence IS '71a61755f8ad78fab31cb4fb6ed537d4bf2498b4';
CREATE TRIGGER pgtrigger_update_update_63708 AFTER UPDATE ON public.carechain_chainstation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_63708();
COMMENT ON TRIGGER pgtrigger_update_update_63708 ON public.carechain_chainstation IS '37b6bb3f0394bac2dd51b28ef9b636aeca6bd6fa';
CREATE TRIGGER pgtrigger_update_update_67dda AFTER UPDATE ON public.network_criteriaset FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_67dda();
COMMENT ON TRIGGER pgtrigger_update_update_67dda ON public.network_criteriaset IS '2a95a38ba1117254aac581f9054620774963ae57';
CREATE TRIGGER pgtrigger_update_update_6e51b AFTER UPDATE ON public.initiatives_lineowner FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6e51b();
COMMENT ON TRIGGER pgtrigger_update_update_6e51b ON public.initiatives_lineowner IS 'c0234c636fbf2fb512e33a71ddcb605555acf2d4';
CREATE TRIGGER pgtrigger_update_update_75929 AFTER UPDATE ON public.governance_seat FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_75929();
COMMENT ON TRIGGER pgtrigger_update_update_75929 ON public.governance_seat IS '8434bf1a3ee9a6580992703e7742c2b20fe291a6';
CREATE TRIGGER pgtrigger_update_update_787d1 AFTER UPDATE ON public.initiatives_measure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_787d1();
COMMENT ON TRIGGER pgtrigger_update_update_787d1 ON public.initiatives_measure IS 'c9d3a5090e9e69a950f554d4cbb890720a311e55';
CREATE TRIGGER pgtrigger_update_update_79144 AFTER UPDATE ON public.initiatives_answertemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_79144();
COMMENT ON TRIGGER pgtrigger_update_update_79144 ON public.initiatives_answertemplate IS '9addc028b7ac8eff97427d72919181a0366103bf';
CREATE TRIGGER pgtrigger_update_update_7d7ae AFTER UPDATE ON public.initiatives_report FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7d7ae();
COMMENT ON TRIGGER pgtrigger_update_update_7d7ae ON public.initiatives_report IS '7ada04c7196b5a115e0271ea11e19d6ddfd68bd9';
CREATE TRIGGER pgtrigger_update_update_84927 AFTER UPDATE ON public.carechain_bottleneck FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_84927();
COMMENT ON TRIGGER pgtrigger_update_update_84927 ON public.carechain_bottleneck IS 'a93f96cede1e04ca4c5fa01b925c3ed8c483d5e7';
CREATE TRIGGER pgtrigger_update_update_87726 AFTER UPDATE ON public.carechain_chainnorm FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_87726();
COMMENT ON TRIGGER pgtrigger_update_update_87726 ON public.carechain_chainnorm IS '0715c4090f9cefa5bcea5702b90fada50d7cfa88';
CREATE TRIGGER pgtrigger_update_update_8e8cf AFTER UPDATE ON public.governance_recusal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8e8cf();
COMMENT ON TRIGGER pgtrigger_update_update_8e8cf ON public.governance_recusal IS '0983de49f4a81f194f0d5ab7015d0bec5af10a99';
CREATE TRIGGER pgtrigger_update_update_915d5 AFTER UPDATE ON public.carechain_chainindicator FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_915d5();
COMMENT ON TRIGGER pgtrigger_update_update_915d5 ON public.carechain_chainindicator IS '614c90872bf0188a763856b52db763cf0fdd7e1e';
CREATE TRIGGER pgtrigger_update_update_9741f AFTER UPDATE ON public.governance_body FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9741f();
COMMENT ON TRIGGER pgtrigger_update_update_9741f ON public.governance_body IS '0f133b62e2e4498c56a20f462947ce6462e9c274';
CREATE TRIGGER pgtrigger_update_update_a016a AFTER UPDATE ON public.initiatives_valueline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a016a();
COMMENT ON TRIGGER pgtrigger_update_update_a016a ON public.initiatives_valueline IS 'bcd95546871438f2c8f4038bf0f3eba26cac2e24';
CREATE TRIGGER pgtrigger_update_update_a3ed6 AFTER UPDATE ON public.documents_document FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a3ed6();
COMMENT ON TRIGGER pgtrigger_update_update_a3ed6 ON public.documents_document IS 'ba205fab4ad9bcf94a81e59a3a3b4651cc492a30';
CREATE TRIGGER pgtrigger_update_update_ab4ab AFTER UPDATE ON public.governance_mandate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ab4ab();
COMMENT ON TRIGGER pgtrigger_update_update_ab4ab ON public.governance_mandate IS 'a4b026c43e864ac9c06221e83ae6cc63f3c04344';
CREATE TRIGGER pgtrigger_update_update_b6c3b AFTER UPDATE ON public.initiatives_initiative FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b6c3b();
COMMENT ON TRIGGER pgtrigger_update_update_b6c3b ON public.initiatives_initiative IS '3cab6b5adcbcac556db2ec21a113762a74b2bbf7';
CREATE TRIGGER pgtrigger_update_update_b709d AFTER UPDATE ON public.network_article FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b709d();
COMMENT ON TRIGGER pgtrigger_update_update_b709d ON public.network_article IS '421e5a146a768cbaa4493182978ca8f48bf61a5c';
CREATE TRIGGER pgtrigger_update_update_c5201 AFTER UPDATE ON public.initiatives_portfolioview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c5201();
COMMENT ON TRIGGER pgtrigger_update_update_c5201 ON public.initiatives_portfolioview IS '83d28a4049afc84dfd7495d3a886489bfc44e77f';
CREATE TRIGGER pgtrigger_update_update_cceaf AFTER UPDATE ON public.initiatives_fundingaward FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_cceaf();
COMMENT ON TRIGGER pgtrigger_update_update_cceaf ON public.initiatives_fundingaward IS '4e218be2fdc23097db1178ab65bf51fdbccc6388';
CREATE TRIGGER pgtrigger_update_update_d4b23 AFTER UPDATE ON public.initiatives_valueassessment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d4b23();
COMMENT ON TRIGGER pgtrigger_update_update_d4b23 ON public.initiatives_valueassessment IS '2fb5f0124db251641a191e2a62a380b126af387c';
CREATE TRIGGER pgtrigger_update_update_dac1b AFTER UPDATE ON public.carechain_datapurpose FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dac1b();
COMMENT ON TRIGGER pgtrigger_update_update_dac1b ON public.carechain_datapurpose IS '9d380cc8ec512e7e12406edd2175f38dcde72f31';
CREATE TRIGGER pgtrigger_update_update_deb21 AFTER UPDATE ON public.initiatives_spending FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_deb21();
COMMENT ON TRIGGER pgtrigger_update_update_deb21 ON public.initiatives_spending IS 'f44fa8aba8543ee5f0f2016e06939ea7df999424';
CREATE TRIGGER pgtrigger_update_update_df833 AFTER UPDATE ON public.initiatives_note FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_df833();
COMMENT ON TRIGGER pgtrigger_update_update_df833 ON public.initiatives_note IS '15d4c292c92f786240fd112435e14e62782a311a';
CREATE TRIGGER pgtrigger_update_update_e3397 AFTER UPDATE ON public.governance_seattenure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e3397();
COMMENT ON TRIGGER pgtrigger_update_update_e3397 ON public.governance_seattenure IS '82feca314980c604646166f0fe53fcaf579dd6ea';
CREATE TRIGGER pgtrigger_update_update_e3c5b AFTER UPDATE ON public.initiatives_assessment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e3c5b();
COMMENT ON TRIGGER pgtrigger_update_update_e3c5b ON public.initiatives_assessment IS '66c1168d29089a4c12428c6040c55761c951d16f';
CREATE TRIGGER pgtrigger_update_update_e53a0 AFTER UPDATE ON public.initiatives_fundingline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e53a0();
COMMENT ON TRIGGER pgtrigger_update_update_e53a0 ON public.initiatives_fundingline IS 'd1b185acf5921d0d42d53c3fa35444e45737a787';
CREATE TRIGGER pgtrigger_update_update_e9138 AFTER UPDATE ON public.initiatives_surveyround FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e9138();
COMMENT ON TRIGGER pgtrigger_update_update_e9138 ON public.initiatives_surveyround IS '3e724acbbe6c192f519317b8d8c1e3fbccfa56fe';
CREATE TRIGGER pgtrigger_update_update_eacd1 AFTER UPDATE ON public.measuring_baseline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_eacd1();
COMMENT ON TRIGGER pgtrigger_update_update_eacd1 ON public.measuring_baseline IS 'f0827c163886bf6e3e1a890ef59246f38eded30e';
CREATE TRIGGER pgtrigger_update_update_ed22a AFTER UPDATE ON public.initiatives_embeddingplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ed22a();
COMMENT ON TRIGGER pgtrigger_update_update_ed22a ON public.initiatives_embeddingplan IS 'd1542d6528c652fc1acb1adb1438f57acedbf041';
CREATE TRIGGER pgtrigger_update_update_f473f AFTER UPDATE ON public.initiatives_runningrisk FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f473f();
COMMENT ON TRIGGER pgtrigger_update_update_f473f ON public.initiatives_runningrisk IS '5629761378f1646d2d98265cd087aab49291d47c';
CREATE TRIGGER pgtrigger_value_cards_stay_37dd7 BEFORE DELETE OR UPDATE ON public.initiatives_valuecard FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_value_cards_stay_37dd7();
COMMENT ON TRIGGER pgtrigger_value_cards_stay_37dd7 ON public.initiatives_valuecard IS '3d2ec3be48ca109c9b87fd029832ac69e8699266';
CREATE TRIGGER pgtrigger_verdicts_stay_37c81 BEFORE DELETE OR UPDATE ON public.initiatives_effectverdict FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_verdicts_stay_37c81();
COMMENT ON TRIGGER pgtrigger_verdicts_stay_37c81 ON public.initiatives_effectverdict IS '3c811774552a4f9a9c77a25f7948633c4a2951e1';
CREATE TRIGGER pgtrigger_votes_stand_when_the_decision_is_taken_a166a BEFORE INSERT OR DELETE OR UPDATE ON public.governance_vote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_votes_stand_when_the_decision_is_taken_a166a();
COMMENT ON TRIGGER pgtrigger_votes_stand_when_the_decision_is_taken_a166a ON public.governance_vote IS '54a8163f02bf250d0c9f6a8321d6284b37b3f719';
CREATE TRIGGER pgtrigger_what_a_party_was_asked_stays_36aa0 BEFORE UPDATE ON public.network_obligation FOR EACH ROW WHEN (((old.network_id IS DISTINCT FROM new.network_id) OR (old.agreement_id IS DISTINCT FROM new.agreement_id) OR (old.partner_id IS DISTINCT FROM new.partner_id) OR ((old.text)::text IS DISTINCT FROM (new.text)::text) OR (old.source_text IS DISTINCT FROM new.source_text) OR (old.every_months IS DISTINCT FROM new.every_months) OR (old.asked_at IS DISTINCT FROM new.asked_at))) EXECUTE FUNCTION public.pgtrigger_what_a_party_was_asked_stays_36aa0();
COMMENT ON TRIGGER pgtrigger_what_a_party_was_asked_stays_36aa0 ON public.network_obligation IS 'e3bb1ffdb0684096a17f53685768b71f3ac21f25';
CREATE TRIGGER pgtrigger_what_was_measured_stays_30314 BEFORE UPDATE ON public.measuring_value FOR EACH ROW WHEN (((old.network_id IS DISTINCT FROM new.network_id) OR (old.series_id IS DISTINCT FROM new.series_id) OR (old.period_on IS DISTINCT FROM new.period_on) OR (old.number IS DISTINCT FROM new.number) OR (old.numerator IS DISTINCT FROM new.numerator) OR (old.denominator IS DISTINCT FROM new.denominator) OR (old.value IS DISTINCT FROM new.value) OR (old.n IS DISTINCT FROM new.n) OR (old.sd IS DISTINCT FROM new.sd) OR ((old.source)::text IS DISTINCT FROM (new.source)::text) OR (old.reason IS DISTINCT FROM new.reason) OR (old.entered_by_id IS DISTINCT FROM new.entered_by_id) OR (old.entered_at IS DISTINCT FROM new.entered_at))) EXECUTE FUNCTION public.pgtrigger_what_was_measured_stays_30314();
COMMENT ON TRIGGER pgtrigger_what_was_measured_stays_30314 ON public.measuring_value IS '61ba051006dafca3ae95c8216b45e3002591cb03';
CREATE TRIGGER pgtrigger_what_was_reported_stays_ee434 BEFORE UPDATE ON public.carechain_waitreport FOR EACH ROW WHEN (((old.network_id IS DISTINCT FROM new.network_id) OR (old.purpose_id IS DISTINCT FROM new.purpose_id) OR (old.partner_id IS DISTINCT FROM new.partner_id) OR (old.month_on IS DISTINCT FROM new.month_on) OR (old.number IS DISTINCT FROM new.number) OR (old.reason IS DISTINCT FROM new.reason) OR (old.entered_by_id IS DISTINCT FROM new.entered_by_id) OR (old.entered_at IS DISTINCT FROM new.entered_at) OR ((old.phase)::text IS DISTINCT FROM (new.phase)::text) OR ((old.split)::text IS DISTINCT FROM (new.split)::text) OR ((old.split_name)::text IS DISTINCT FROM (new.split_name)::text) OR ((old.unit)::text IS DISTINCT FROM (new.unit)::text) OR (old.mean_wait IS DISTINCT FROM new.mean_wait) OR (old.n_started IS DISTINCT FROM new.n_started) OR (old.within_percent IS DISTINCT FROM new.within_percent) OR (old.n_waiting IS DISTINCT FROM new.n_waiting) OR (old.slot_wait IS DISTINCT FROM new.slot_wait))) EXECUTE FUNCTION public.pgtrigger_what_was_reported_stays_ee434();
COMMENT ON TRIGGER pgtrigger_what_was_reported_stays_ee434 ON public.carechain_waitreport IS '77eb4c44e459021ecf3e4c9ec3baf6cc7d6dc90a';
CREATE TRIGGER pgtrigger_what_was_told_of_factors_stays_8b9b0 BEFORE UPDATE ON public.carechain_waitfactors FOR EACH ROW WHEN (((old.network_id IS DISTINCT FROM new.network_id) OR (old.purpose_id IS DISTINCT FROM new.purpose_id) OR (old.partner_id IS DISTINCT FROM new.partner_id) OR (old.month_on IS DISTINCT FROM new.month_on) OR (old.number IS DISTINCT FROM new.number) OR (old.reason IS DISTINCT FROM new.reason) OR (old.entered_by_id IS DISTINCT FROM new.entered_by_id) OR (old.entered_at IS DISTINCT FROM new.entered_at) OR (old.n_professionals IS DISTINCT FROM new.n_professionals) OR (old.fte IS DISTINCT FROM new.fte) OR (old.vacancies_fte IS DISTINCT FROM new.vacancies_fte) OR (old.n_left IS DISTINCT FROM new.n_left))) EXECUTE FUNCTION public.pgtrigger_what_was_told_of_factors_stays_8b9b0();
COMMENT ON TRIGGER pgtrigger_what_was_told_of_factors_stays_8b9b0 ON public.carechain_waitfactors IS 'b3c0bf1c282d217d431dd4d7f514a93bce0316ab';
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE CONSTRAINT TRIGGER public_contact_beats AFTER INSERT OR DELETE OR UPDATE ON public.public_contact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER public_membershiprequest_beats AFTER INSERT OR DELETE OR UPDATE ON public.public_membershiprequest DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER public_outsideidea_beats AFTER INSERT OR DELETE OR UPDATE ON public.public_outsideidea DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER public_publication_beats AFTER INSERT OR DELETE OR UPDATE ON public.public_publication DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE CONSTRAINT TRIGGER search_findabletext_beats AFTER INSERT OR DELETE OR UPDATE ON public.search_findabletext DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tenancy.beat();
CREATE TRIGGER writers_share_a_lock BEFORE INSERT ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION tenancy.share_the_journal();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneck
    ADD CONSTRAINT carechain_bottleneck_area_id_585601a1_fk_network_area_id FOREIGN KEY (area_id) REFERENCES public.network_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT carechain_bottleneck_bottleneck_id_d12f4a82_fk_carechain FOREIGN KEY (bottleneck_id) REFERENCES public.carechain_bottleneck(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneck
    ADD CONSTRAINT carechain_bottleneck_named_by_id_57f46dfc_fk_people_person_id FOREIGN KEY (named_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneck
    ADD CONSTRAINT carechain_bottleneck_network_id_85a5143e_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT carechain_bottleneck_network_id_c72e15fe_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT carechain_bottleneck_partner_id_dba6f0c5_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT carechain_bottleneckvote_person_id_2800932b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chaincut
    ADD CONSTRAINT carechain_chaincut_log_id_35b29f8a_fk_carechain_eventlog_id FOREIGN KEY (log_id) REFERENCES public.carechain_eventlog(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chaincut
    ADD CONSTRAINT carechain_chaincut_network_id_e61f2012_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT carechain_chainindic_chosen_by_id_14262db2_fk_people_pe FOREIGN KEY (chosen_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT carechain_chainindic_network_id_f99c195d_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT carechain_chainindic_series_id_c4e45abe_fk_measuring FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT carechain_chainlink_cut_id_0a144ba1_fk_carechain_chaincut_id FOREIGN KEY (cut_id) REFERENCES public.carechain_chaincut(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT carechain_chainlink_log_id_d5d4e2d5_fk_carechain_eventlog_id FOREIGN KEY (log_id) REFERENCES public.carechain_eventlog(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT carechain_chainlink_network_id_277b13e6_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainnorm
    ADD CONSTRAINT carechain_chainnorm_network_id_a763988a_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainnorm
    ADD CONSTRAINT carechain_chainnorm_recorded_by_id_988f1299_fk_people_person_id FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT carechain_chainstati_coupled_by_id_7b7d9389_fk_people_pe FOREIGN KEY (coupled_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT carechain_chainstati_network_id_a80eb980_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT carechain_chainstati_partner_id_e2d9c9ff_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_datapurpose
    ADD CONSTRAINT carechain_datapurpos_agreement_id_7465d3a5_fk_network_a FOREIGN KEY (agreement_id) REFERENCES public.network_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_datapurpose
    ADD CONSTRAINT carechain_datapurpos_recorded_by_id_0cfd9d89_fk_people_pe FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_datapurpose
    ADD CONSTRAINT carechain_datapurpose_network_id_e0e16fe6_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_eventlog
    ADD CONSTRAINT carechain_eventlog_network_id_789940b2_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_eventlog
    ADD CONSTRAINT carechain_eventlog_purpose_id_f02ce4d5_fk_carechain FOREIGN KEY (purpose_id) REFERENCES public.carechain_datapurpose(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_eventlog
    ADD CONSTRAINT carechain_eventlog_sent_by_id_a50c4de3_fk_people_person_id FOREIGN KEY (sent_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_logpiece
    ADD CONSTRAINT carechain_logpiece_log_id_baa856a8_fk_carechain_eventlog_id FOREIGN KEY (log_id) REFERENCES public.carechain_eventlog(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_logpiece
    ADD CONSTRAINT carechain_logpiece_network_id_0500f241_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT carechain_stepgain_chosen_by_id_020da468_fk_people_person_id FOREIGN KEY (chosen_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT carechain_stepgain_network_id_14259049_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT carechain_stepgain_series_id_38e65319_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_transferagreement
    ADD CONSTRAINT carechain_transferag_network_id_e691d864_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_transferagreement
    ADD CONSTRAINT carechain_transferag_recorded_by_id_55baccf8_fk_people_pe FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_transferstep
    ADD CONSTRAINT carechain_transferst_network_id_d681ed7d_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_transferstep
    ADD CONSTRAINT carechain_transferstep_log_id_4dd83ffc_fk_carechain_eventlog_id FOREIGN KEY (log_id) REFERENCES public.carechain_eventlog(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT carechain_waitfactor_entered_by_id_0e88fff6_fk_people_pe FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT carechain_waitfactor_purpose_id_9c4ab107_fk_carechain FOREIGN KEY (purpose_id) REFERENCES public.carechain_datapurpose(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT carechain_waitfactor_replaced_by_id_e5bd997c_fk_carechain FOREIGN KEY (replaced_by_id) REFERENCES public.carechain_waitfactors(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT carechain_waitfactors_network_id_76288c32_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT carechain_waitfactors_partner_id_2ec334aa_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT carechain_waitreport_entered_by_id_28211b3e_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT carechain_waitreport_network_id_c6b7666a_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT carechain_waitreport_partner_id_9cb49a7e_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT carechain_waitreport_purpose_id_212e4717_fk_carechain FOREIGN KEY (purpose_id) REFERENCES public.carechain_datapurpose(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT carechain_waitreport_replaced_by_id_23a04c2c_fk_carechain FOREIGN KEY (replaced_by_id) REFERENCES public.carechain_waitreport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_added_by_id_d9928353_fk_people_person_id FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_network_id_ef54baee_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_withdrawn_by_id_5265cd21_fk_people_person_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentcontent
    ADD CONSTRAINT documents_documentco_network_id_1f9b65bd_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentcontent
    ADD CONSTRAINT documents_documentco_version_id_682ea58b_fk_documents FOREIGN KEY (version_id) REFERENCES public.documents_documentversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documenttext
    ADD CONSTRAINT documents_documentte_network_id_d8bf7e44_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documenttext
    ADD CONSTRAINT documents_documentte_version_id_a6b7717d_fk_documents FOREIGN KEY (version_id) REFERENCES public.documents_documentversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentve_added_by_id_ae6caea3_fk_people_pe FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentve_document_id_42757b7a_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT documents_documentve_network_id_7770da0c_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_printout
    ADD CONSTRAINT documents_printout_network_id_6675fc8e_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_printout
    ADD CONSTRAINT documents_printout_person_id_4fa5b975_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_workbookimport
    ADD CONSTRAINT exchange_workbookimp_network_id_4b7a7f1a_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_workbookimport
    ADD CONSTRAINT exchange_workbookimport_person_id_72c078d0_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_absence
    ADD CONSTRAINT governance_absence_network_id_d2cee87d_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_absence
    ADD CONSTRAINT governance_absence_person_id_5edf4007_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_absence
    ADD CONSTRAINT governance_absence_recorded_by_id_e8c4a087_fk_people_person_id FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT governance_agendaite_condition_id_6f1e5a03_fk_governanc FOREIGN KEY (condition_id) REFERENCES public.governance_condition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT governance_agendaite_decision_id_1b411bf6_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT governance_agendaite_meeting_id_2edbbc7a_fk_governanc FOREIGN KEY (meeting_id) REFERENCES public.governance_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT governance_agendaitem_body_id_1f09c038_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT governance_agendaitem_network_id_4618bbc6_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT governance_attendanc_meeting_id_e85f80ee_fk_governanc FOREIGN KEY (meeting_id) REFERENCES public.governance_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT governance_attendance_network_id_8e11b487_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT governance_attendance_person_id_b6e2d652_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT governance_attendance_seat_id_c45c4bdb_fk_governance_seat_id FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT governance_body_area_id_e03e091b_fk_network_area_id FOREIGN KEY (area_id) REFERENCES public.network_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT governance_body_founded_by_id_1d4edf14_fk_governanc FOREIGN KEY (founded_by_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT governance_body_network_id_db8332f7_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT governance_body_parent_id_baf6e069_fk_governance_body_id FOREIGN KEY (parent_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT governance_body_theme_id_89313cca_fk_network_theme_id FOREIGN KEY (theme_id) REFERENCES public.network_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT governance_calendarl_network_id_9822d2c2_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT governance_calendarlink_body_id_438e2707_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT governance_calendarlink_person_id_3470ed7f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT governance_condition_decision_id_273ac77c_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT governance_condition_followed_by_id_c77dbbb2_fk_governanc FOREIGN KEY (followed_by_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT governance_condition_met_by_id_60f6507b_fk_people_person_id FOREIGN KEY (met_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT governance_condition_network_id_e86d466b_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT governance_condition_owner_partner_id_4018129b_fk_network_p FOREIGN KEY (owner_partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT governance_consentre_decision_id_0f5a5c63_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT governance_consentre_given_by_id_f0eae29f_fk_people_pe FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT governance_consentre_network_id_81561de9_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT governance_consentre_partner_id_316ecbaa_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_body_id_8b8c76ec_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_decided_by_person_id_895dea41_fk_people_pe FOREIGN KEY (decided_by_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_escalated_from_id_f60a09f3_fk_governanc FOREIGN KEY (escalated_from_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_mandate_id_a3f37d34_fk_governanc FOREIGN KEY (mandate_id) REFERENCES public.governance_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_meeting_id_11f72167_fk_governanc FOREIGN KEY (meeting_id) REFERENCES public.governance_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_network_id_aa517234_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_proposed_by_id_ecabff60_fk_people_person_id FOREIGN KEY (proposed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_ratifies_id_01d8d8d4_fk_governanc FOREIGN KEY (ratifies_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT governance_decision_supersedes_id_0a7b5e74_fk_governanc FOREIGN KEY (supersedes_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT governance_mandate_body_id_b63f860d_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT governance_mandate_ending_decision_id_1791c223_fk_governanc FOREIGN KEY (ending_decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT governance_mandate_network_id_ed206df2_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT governance_mandate_source_decision_id_c5754dd9_fk_governanc FOREIGN KEY (source_decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_meeting
    ADD CONSTRAINT governance_meeting_body_id_666aa695_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_meeting
    ADD CONSTRAINT governance_meeting_network_id_f567713c_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT governance_minutes_adopted_in_id_cd1ae82c_fk_governanc FOREIGN KEY (adopted_in_id) REFERENCES public.governance_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT governance_minutes_meeting_id_47a186fc_fk_governance_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.governance_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT governance_minutes_network_id_cf9d3a02_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT governance_minutes_recorded_by_id_c9a6f805_fk_people_person_id FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT governance_minutes_written_by_id_1fb2bce8_fk_people_person_id FOREIGN KEY (written_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutesremark
    ADD CONSTRAINT governance_minutesre_added_by_id_70a5c596_fk_people_pe FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutesremark
    ADD CONSTRAINT governance_minutesre_minutes_id_67cbcfa8_fk_governanc FOREIGN KEY (minutes_id) REFERENCES public.governance_minutes(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutesremark
    ADD CONSTRAINT governance_minutesre_network_id_4d7405d8_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_numberseries
    ADD CONSTRAINT governance_numberser_network_id_918a2f46_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT governance_personali_accepted_by_id_9efe5d2f_fk_people_pe FOREIGN KEY (accepted_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT governance_personali_invited_by_id_00397aea_fk_people_pe FOREIGN KEY (invited_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT governance_personali_network_id_f85a2173_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT governance_personali_partner_id_cf49ca27_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT governance_personali_seat_id_788e1c4b_fk_governanc FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT governance_recusal_decision_id_66e6c1d1_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT governance_recusal_network_id_8b8a0cc9_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT governance_recusal_person_id_f95b1b30_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT governance_recusal_recorded_by_id_2c8c497f_fk_people_person_id FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT governance_recusal_seat_id_a491e84b_fk_governance_seat_id FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT governance_seat_body_id_a304ff23_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT governance_seat_network_id_68c1e6f0_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT governance_seat_partner_id_17295ad0_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT governance_seattenure_network_id_8bc512b3_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT governance_seattenure_person_id_b39935ae_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT governance_seattenure_seat_id_8f8af2b1_fk_governance_seat_id FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT governance_vote_cast_by_id_a4230180_fk_people_person_id FOREIGN KEY (cast_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT governance_vote_decision_id_1a7c3bc1_fk_governance_decision_id FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT governance_vote_network_id_917412b4_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT governance_vote_person_id_85361111_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT governance_vote_seat_id_6c9a4554_fk_governance_seat_id FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_activity
    ADD CONSTRAINT initiatives_activity_network_id_7ea0d876_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_activity
    ADD CONSTRAINT initiatives_activity_plan_id_3d35ca9c_fk_initiatives_plan_id FOREIGN KEY (plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT initiatives_adoption_component_id_d5497732_fk_initiativ FOREIGN KEY (component_id) REFERENCES public.initiatives_component(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT initiatives_adoption_network_id_cccaa91f_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT initiatives_adoption_partner_id_115543a5_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT initiatives_adoption_recorded_by_id_c990156f_fk_people_pe FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT initiatives_answer_assessment_id_5fcf05ad_fk_initiativ FOREIGN KEY (assessment_id) REFERENCES public.initiatives_assessment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT initiatives_answer_criterion_id_bd640a20_fk_network_c FOREIGN KEY (criterion_id) REFERENCES public.network_criterion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT initiatives_answer_network_id_d50cfb07_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_answertemplate
    ADD CONSTRAINT initiatives_answerte_network_id_d4f84c18_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT initiatives_assessme_criteria_set_id_b20d3292_fk_network_c FOREIGN KEY (criteria_set_id) REFERENCES public.network_criteriaset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT initiatives_assessme_initiative_id_21b8230d_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT initiatives_assessme_network_id_cf6a52b1_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT initiatives_assessment_rater_id_201a2846_fk_people_person_id FOREIGN KEY (rater_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT initiatives_assessment_seat_id_39382943_fk_governance_seat_id FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT initiatives_budgetli_funding_line_id_64b714a3_fk_initiativ FOREIGN KEY (funding_line_id) REFERENCES public.initiatives_fundingline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT initiatives_budgetli_network_id_a4bc9f07_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT initiatives_budgetli_partner_id_0f84de5d_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT initiatives_budgetline_plan_id_8c1d12ae_fk_initiatives_plan_id FOREIGN KEY (plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT initiatives_claimcom_claim_id_65cd88fa_fk_initiativ FOREIGN KEY (claim_id) REFERENCES public.initiatives_effectclaim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT initiatives_claimcom_network_id_f343d3a3_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT initiatives_claimcom_series_id_4e144999_fk_measuring FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT initiatives_commitme_answered_by_id_b28f43cd_fk_people_pe FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT initiatives_commitme_initiative_id_73ea5002_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT initiatives_commitme_network_id_6d0cfc43_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT initiatives_commitme_partner_id_dd9b47cc_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT initiatives_commitment_asked_by_id_ee68afb7_fk_people_person_id FOREIGN KEY (asked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_component
    ADD CONSTRAINT initiatives_componen_embedding_id_9b5935cf_fk_initiativ FOREIGN KEY (embedding_id) REFERENCES public.initiatives_embeddingplan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_component
    ADD CONSTRAINT initiatives_component_network_id_2b24d19e_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT initiatives_dossier_decision_id_4a8fdd5e_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT initiatives_dossier_initiative_id_07a7b5f3_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT initiatives_dossier_made_by_id_70bfe9a4_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT initiatives_dossier_network_id_b1bd2d2e_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT initiatives_dossierf_dossier_id_ddc0268d_fk_initiativ FOREIGN KEY (dossier_id) REFERENCES public.initiatives_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT initiatives_dossierf_network_id_479269a3_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT initiatives_dossierf_version_id_5b2df9cb_fk_documents FOREIGN KEY (version_id) REFERENCES public.documents_documentversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT initiatives_effectcl_claimed_by_id_d043085d_fk_people_pe FOREIGN KEY (claimed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT initiatives_effectcl_measure_id_25fb6c41_fk_initiativ FOREIGN KEY (measure_id) REFERENCES public.initiatives_measure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT initiatives_effectcl_network_id_16be0135_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT initiatives_effectve_baseline_id_a164bd14_fk_measuring FOREIGN KEY (baseline_id) REFERENCES public.measuring_baseline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT initiatives_effectve_claim_id_d5a4c042_fk_initiativ FOREIGN KEY (claim_id) REFERENCES public.initiatives_effectclaim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT initiatives_effectve_network_id_ffb96e7a_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_embeddingplan
    ADD CONSTRAINT initiatives_embeddin_initiative_id_8abc166a_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_embeddingplan
    ADD CONSTRAINT initiatives_embeddin_network_id_a715af54_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_explorationquestion
    ADD CONSTRAINT initiatives_explorat_exploration_id_a09cc631_fk_initiativ FOREIGN KEY (exploration_id) REFERENCES public.initiatives_exploration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_exploration
    ADD CONSTRAINT initiatives_explorat_initiative_id_76972cd7_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_explorationquestion
    ADD CONSTRAINT initiatives_explorat_network_id_b94a7e19_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_exploration
    ADD CONSTRAINT initiatives_explorat_network_id_e812b7aa_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_factor
    ADD CONSTRAINT initiatives_factor_exploration_id_a59b67a8_fk_initiativ FOREIGN KEY (exploration_id) REFERENCES public.initiatives_exploration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_factor
    ADD CONSTRAINT initiatives_factor_network_id_058ee794_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_firstview
    ADD CONSTRAINT initiatives_firstview_network_id_a15def94_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_firstview
    ADD CONSTRAINT initiatives_firstview_person_id_4cb17de9_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT initiatives_fundinga_decision_id_7a859c42_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT initiatives_fundinga_initiative_id_1187ab31_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT initiatives_fundinga_line_id_71a1810a_fk_initiativ FOREIGN KEY (line_id) REFERENCES public.initiatives_fundingline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT initiatives_fundinga_network_id_f4a96f60_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT initiatives_fundinga_recorded_by_id_ac1fe1f1_fk_people_pe FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT initiatives_fundingl_funder_id_d700d190_fk_network_p FOREIGN KEY (funder_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT initiatives_fundingl_network_id_ae688c87_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_gatelist
    ADD CONSTRAINT initiatives_gatelist_network_id_d033319a_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_gatelist
    ADD CONSTRAINT initiatives_gatelist_published_by_id_2c5454ed_fk_people_pe FOREIGN KEY (published_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT initiatives_halt_decision_id_37484324_fk_governance_decision_id FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT initiatives_halt_halted_by_id_cadda89d_fk_people_person_id FOREIGN KEY (halted_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT initiatives_halt_initiative_id_98241a35_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT initiatives_halt_network_id_a3a56a03_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_ideadraft
    ADD CONSTRAINT initiatives_ideadraft_network_id_83b15821_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_ideadraft
    ADD CONSTRAINT initiatives_ideadraft_person_id_bc5c2adf_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_agreed_plan_id_74a39962_fk_initiativ FOREIGN KEY (agreed_plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT initiatives_initiati_initiative_id_2e1d571e_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT initiatives_initiati_initiative_id_92835c23_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_last_update_id_0497291e_fk_initiativ FOREIGN KEY (last_update_id) REFERENCES public.initiatives_statusupdate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_merged_into_id_057483c7_fk_initiativ FOREIGN KEY (merged_into_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_moved_by_award_id_3139828c_fk_initiativ FOREIGN KEY (moved_by_award_id) REFERENCES public.initiatives_fundingaward(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_moved_by_id_839aad6c_fk_governanc FOREIGN KEY (moved_by_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_named_by_id_e537966e_fk_governanc FOREIGN KEY (named_by_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT initiatives_initiati_network_id_0f2205e1_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_network_id_45395ec5_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT initiatives_initiati_network_id_b6d4ee18_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_partner_id_632538df_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT initiatives_initiati_partner_id_e3583b78_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_submitted_by_id_969d777f_fk_people_pe FOREIGN KEY (submitted_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_successor_of_id_87fd801e_fk_initiativ FOREIGN KEY (successor_of_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiati_waits_for_id_9fc2d541_fk_initiativ FOREIGN KEY (waits_for_id) REFERENCES public.initiatives_fundingline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiative_body_id_77ab2535_fk_governance_body_id FOREIGN KEY (body_id) REFERENCES public.governance_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiative_explorer_id_61ed835c_fk_people_person_id FOREIGN KEY (explorer_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiative_lead_id_dbf43744_fk_people_person_id FOREIGN KEY (lead_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT initiatives_initiative_theme_id_f0dc1d3f_fk_network_theme_id FOREIGN KEY (theme_id) REFERENCES public.network_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT initiatives_initiativearea_area_id_fbfeb4b4_fk_network_area_id FOREIGN KEY (area_id) REFERENCES public.network_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT initiatives_invitati_criteria_set_id_8f30f27f_fk_network_c FOREIGN KEY (criteria_set_id) REFERENCES public.network_criteriaset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT initiatives_invitati_initiative_id_fa6d00ad_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT initiatives_invitati_network_id_7f82f042_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT initiatives_invitation_rater_id_c20c2363_fk_people_person_id FOREIGN KEY (rater_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT initiatives_invitation_seat_id_e799d86c_fk_governance_seat_id FOREIGN KEY (seat_id) REFERENCES public.governance_seat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lesson
    ADD CONSTRAINT initiatives_lesson_initiative_id_9f54e6c0_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lesson
    ADD CONSTRAINT initiatives_lesson_network_id_64e98d59_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lesson
    ADD CONSTRAINT initiatives_lesson_shared_by_id_4f3e8ca3_fk_people_person_id FOREIGN KEY (shared_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT initiatives_lineowne_answered_by_id_c3bf2995_fk_people_pe FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT initiatives_lineowne_embedding_id_c285c4f2_fk_initiativ FOREIGN KEY (embedding_id) REFERENCES public.initiatives_embeddingplan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT initiatives_lineowner_network_id_f9dc9bff_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT initiatives_lineowner_partner_id_575f513a_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT initiatives_measure_added_by_id_229010ea_fk_people_person_id FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT initiatives_measure_initiative_id_21dffa7d_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT initiatives_measure_network_id_945fab27_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT initiatives_measure_series_id_84ac8ebc_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT initiatives_milestone_debtor_id_072443da_fk_network_partner_id FOREIGN KEY (debtor_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT initiatives_milestone_network_id_43474e27_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT initiatives_milestone_plan_id_47487b3b_fk_initiatives_plan_id FOREIGN KEY (plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT initiatives_note_author_id_62c06b90_fk_people_person_id FOREIGN KEY (author_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT initiatives_note_initiative_id_54322423_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT initiatives_note_network_id_3088d86d_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT initiatives_notedraf_initiative_id_9ac6ad3b_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT initiatives_notedraft_network_id_5bbbd4db_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT initiatives_notedraft_person_id_0ed1453e_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT initiatives_notement_network_id_64f5d6ca_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT initiatives_notemention_note_id_ab14c6ce_fk_initiatives_note_id FOREIGN KEY (note_id) REFERENCES public.initiatives_note(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT initiatives_notemention_person_id_6f3f8af8_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_option
    ADD CONSTRAINT initiatives_option_exploration_id_b4bb92ce_fk_initiativ FOREIGN KEY (exploration_id) REFERENCES public.initiatives_exploration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_option
    ADD CONSTRAINT initiatives_option_network_id_6de70f33_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT initiatives_partnerv_exploration_id_ddc0277f_fk_initiativ FOREIGN KEY (exploration_id) REFERENCES public.initiatives_exploration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT initiatives_partnerv_given_by_id_84d20a40_fk_people_pe FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT initiatives_partnerv_network_id_2a88b1b7_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT initiatives_partnerv_partner_id_81d91444_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_payereffect
    ADD CONSTRAINT initiatives_payereff_exploration_id_36b115d9_fk_initiativ FOREIGN KEY (exploration_id) REFERENCES public.initiatives_exploration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_payereffect
    ADD CONSTRAINT initiatives_payereff_network_id_443ded13_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT initiatives_plan_frozen_by_id_2b694bc7_fk_people_person_id FOREIGN KEY (frozen_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT initiatives_plan_initiative_id_e1a55e4a_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT initiatives_plan_network_id_2f00901c_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plangoal
    ADD CONSTRAINT initiatives_plangoal_network_id_eb28d56a_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plangoal
    ADD CONSTRAINT initiatives_plangoal_plan_id_28a4e9db_fk_initiatives_plan_id FOREIGN KEY (plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_planrole
    ADD CONSTRAINT initiatives_planrole_network_id_3331c016_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_planrole
    ADD CONSTRAINT initiatives_planrole_plan_id_91706240_fk_initiatives_plan_id FOREIGN KEY (plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT initiatives_pointans_answered_by_id_af7ee2a7_fk_people_pe FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT initiatives_pointans_initiative_id_701447ae_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT initiatives_pointans_network_id_86b0c99d_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_portfolioview
    ADD CONSTRAINT initiatives_portfoli_network_id_8a935374_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_portfolioview
    ADD CONSTRAINT initiatives_portfoli_person_id_fecb63fc_fk_people_pe FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_decision_id_84f9da40_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_explorer_id_b8567ea3_fk_people_person_id FOREIGN KEY (explorer_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_funding_line_id_03788b39_fk_initiativ FOREIGN KEY (funding_line_id) REFERENCES public.initiatives_fundingline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_initiative_id_fdb37526_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_lead_id_7aede20f_fk_people_person_id FOREIGN KEY (lead_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_network_id_453397ef_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_proposed_by_id_4e17776a_fk_people_pe FOREIGN KEY (proposed_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT initiatives_proposal_theme_id_a91728f0_fk_network_theme_id FOREIGN KEY (theme_id) REFERENCES public.network_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_remeasurement
    ADD CONSTRAINT initiatives_remeasur_initiative_id_0d815ccb_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_remeasurement
    ADD CONSTRAINT initiatives_remeasur_network_id_5146b924_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_remeasurement
    ADD CONSTRAINT initiatives_remeasur_recorded_by_id_c5df897e_fk_people_pe FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT initiatives_report_initiative_id_3640e703_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT initiatives_report_network_id_b9a626d4_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT initiatives_report_written_by_id_1dae0bbd_fk_people_person_id FOREIGN KEY (written_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_risk
    ADD CONSTRAINT initiatives_risk_network_id_a16cd94f_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_risk
    ADD CONSTRAINT initiatives_risk_plan_id_df867e98_fk_initiatives_plan_id FOREIGN KEY (plan_id) REFERENCES public.initiatives_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_runningrisk
    ADD CONSTRAINT initiatives_runningr_initiative_id_ad59aa05_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_runningrisk
    ADD CONSTRAINT initiatives_runningr_network_id_26c1b272_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_runningrisk
    ADD CONSTRAINT initiatives_runningr_written_by_id_6e7c5fc3_fk_people_pe FOREIGN KEY (written_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT initiatives_spending_initiative_id_556ec9dc_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT initiatives_spending_line_id_826eee0f_fk_initiativ FOREIGN KEY (line_id) REFERENCES public.initiatives_fundingline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT initiatives_spending_network_id_9e69cf8e_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT initiatives_spending_recorded_by_id_5141fbfc_fk_people_pe FOREIGN KEY (recorded_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT initiatives_stagemov_award_id_7a00c9e0_fk_initiativ FOREIGN KEY (award_id) REFERENCES public.initiatives_fundingaward(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT initiatives_stagemov_decision_id_e3d59bad_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT initiatives_stagemov_initiative_id_0cbcbbba_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT initiatives_stagemove_network_id_5082b1f2_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_statusupdate
    ADD CONSTRAINT initiatives_statusup_given_by_id_67869c79_fk_people_pe FOREIGN KEY (given_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_statusupdate
    ADD CONSTRAINT initiatives_statusup_initiative_id_88c414ec_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_statusupdate
    ADD CONSTRAINT initiatives_statusup_network_id_ba486ba8_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT initiatives_storyeve_decision_id_9a1bdafb_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT initiatives_storyeve_initiative_id_16cc33c7_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT initiatives_storyeve_network_id_378ec430_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_surveyround
    ADD CONSTRAINT initiatives_surveyro_entered_by_id_dad4956a_fk_people_pe FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_surveyround
    ADD CONSTRAINT initiatives_surveyro_initiative_id_be6ab540_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_surveyround
    ADD CONSTRAINT initiatives_surveyro_network_id_e8f57beb_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT initiatives_valueass_chosen_by_id_761dee2d_fk_people_pe FOREIGN KEY (chosen_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT initiatives_valueass_initiative_id_e5b37aee_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT initiatives_valueass_network_id_58ade3fd_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valuecard
    ADD CONSTRAINT initiatives_valuecar_assessment_id_fa9de11c_fk_initiativ FOREIGN KEY (assessment_id) REFERENCES public.initiatives_valueassessment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valuecard
    ADD CONSTRAINT initiatives_valuecard_network_id_32f81d45_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT initiatives_valuelin_assessment_id_2610192c_fk_initiativ FOREIGN KEY (assessment_id) REFERENCES public.initiatives_valueassessment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT initiatives_valuelin_same_as_id_e745cba0_fk_initiativ FOREIGN KEY (same_as_id) REFERENCES public.initiatives_valueline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT initiatives_valueline_added_by_id_93bf23d7_fk_people_person_id FOREIGN KEY (added_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT initiatives_valueline_network_id_727bd798_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT initiatives_valueline_partner_id_4c3b8ef4_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_network_id_ad2c12e8_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_started_by_id_2c714dad_fk_people_person_id FOREIGN KEY (started_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT measuring_baseline_checked_by_id_baef3183_fk_people_person_id FOREIGN KEY (checked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT measuring_baseline_collected_by_id_daf86352_fk_people_person_id FOREIGN KEY (collected_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT measuring_baseline_locked_by_id_366c637f_fk_people_person_id FOREIGN KEY (locked_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT measuring_baseline_network_id_97d48ed5_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT measuring_baseline_series_id_f90adeee_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_exit
    ADD CONSTRAINT measuring_exit_network_id_9d014072_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_exit
    ADD CONSTRAINT measuring_exit_person_id_646f0a6c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_figureimport
    ADD CONSTRAINT measuring_figureimpo_network_id_85476465_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_figureimport
    ADD CONSTRAINT measuring_figureimport_person_id_218dca20_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_indicator
    ADD CONSTRAINT measuring_indicator_network_id_3a343d6c_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT measuring_indicatorv_indicator_id_9529d887_fk_measuring FOREIGN KEY (indicator_id) REFERENCES public.measuring_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT measuring_indicatorv_made_by_id_2d9b06b5_fk_people_pe FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT measuring_indicatorv_network_id_793a02df_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT measuring_phasechange_made_by_id_5fb4ccb0_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT measuring_phasechange_network_id_14a82281_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT measuring_phasechange_series_id_36ab7295_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_pointnote
    ADD CONSTRAINT measuring_pointnote_made_by_id_6147d170_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_pointnote
    ADD CONSTRAINT measuring_pointnote_network_id_d7d29b85_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_pointnote
    ADD CONSTRAINT measuring_pointnote_series_id_8e5abb57_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_reading
    ADD CONSTRAINT measuring_reading_network_id_7b2bccbd_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_reading
    ADD CONSTRAINT measuring_reading_series_id_102bdcee_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT measuring_series_area_id_8bb41bd6_fk_network_area_id FOREIGN KEY (area_id) REFERENCES public.network_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT measuring_series_made_by_id_7e1878ec_fk_people_person_id FOREIGN KEY (made_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT measuring_series_network_id_5533083f_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT measuring_series_partner_id_6025c811_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT measuring_series_version_id_da09faa9_fk_measuring FOREIGN KEY (version_id) REFERENCES public.measuring_indicatorversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT measuring_threshold_decision_id_8aa8a7b5_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT measuring_threshold_network_id_4d61fee1_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT measuring_threshold_set_by_id_c149a3eb_fk_people_person_id FOREIGN KEY (set_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT measuring_value_approved_by_id_0c70e2ec_fk_people_person_id FOREIGN KEY (approved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT measuring_value_entered_by_id_a66be3f0_fk_people_person_id FOREIGN KEY (entered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT measuring_value_network_id_a7a6eb63_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT measuring_value_replaced_by_id_c46eb706_fk_measuring_value_id FOREIGN KEY (replaced_by_id) REFERENCES public.measuring_value(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT measuring_value_series_id_d2259e20_fk_measuring_series_id FOREIGN KEY (series_id) REFERENCES public.measuring_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_person_id FOREIGN KEY (user_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreement
    ADD CONSTRAINT network_agreement_network_id_1cfde21f_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreement
    ADD CONSTRAINT network_agreement_supersedes_id_341faa33_fk_network_a FOREIGN KEY (supersedes_id) REFERENCES public.network_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT network_agreementpar_agreement_id_c05574de_fk_network_a FOREIGN KEY (agreement_id) REFERENCES public.network_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT network_agreementpar_network_id_5df1be00_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT network_agreementpar_partner_id_3b8634ae_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_ambition
    ADD CONSTRAINT network_ambition_network_id_eccf47af_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_area
    ADD CONSTRAINT network_area_network_id_3b2a6a5c_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_area
    ADD CONSTRAINT network_area_parent_id_09d9cf34_fk_network_area_id FOREIGN KEY (parent_id) REFERENCES public.network_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT network_article_agreement_id_2fd147ba_fk_network_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.network_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT network_article_network_id_fc7e0dbe_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_contributiontier
    ADD CONSTRAINT network_contribution_network_id_6070af32_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT network_criteriaset_agreement_id_6251e527_fk_network_a FOREIGN KEY (agreement_id) REFERENCES public.network_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT network_criteriaset_network_id_60924b78_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT network_criteriaset_theme_id_68c8f0af_fk_network_theme_id FOREIGN KEY (theme_id) REFERENCES public.network_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criterion
    ADD CONSTRAINT network_criterion_criteria_set_id_642725ef_fk_network_c FOREIGN KEY (criteria_set_id) REFERENCES public.network_criteriaset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criterion
    ADD CONSTRAINT network_criterion_network_id_8d127dbd_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_growthneed
    ADD CONSTRAINT network_growthneed_met_by_id_7802237d_fk_people_person_id FOREIGN KEY (met_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_growthneed
    ADD CONSTRAINT network_growthneed_network_id_b9ae4cc7_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_network_id_6ebff6df_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_partner_id_00880432_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_person_id_bf8b298e_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_networkevent
    ADD CONSTRAINT network_networkevent_network_id_e0da58d3_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT network_obligation_agreement_id_e92043cf_fk_network_a FOREIGN KEY (agreement_id) REFERENCES public.network_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT network_obligation_answered_by_id_7303fe07_fk_people_person_id FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT network_obligation_article_id_df52aa23_fk_network_article_id FOREIGN KEY (article_id) REFERENCES public.network_article(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT network_obligation_network_id_ff819769_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT network_obligation_partner_id_2282b161_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationanswer
    ADD CONSTRAINT network_obligationan_answered_by_id_a61e8439_fk_people_pe FOREIGN KEY (answered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationanswer
    ADD CONSTRAINT network_obligationan_network_id_95e46981_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationanswer
    ADD CONSTRAINT network_obligationan_obligation_id_78c3c11b_fk_network_o FOREIGN KEY (obligation_id) REFERENCES public.network_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationreport
    ADD CONSTRAINT network_obligationre_network_id_9e48c3ef_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationreport
    ADD CONSTRAINT network_obligationre_obligation_id_3c8b81da_fk_network_o FOREIGN KEY (obligation_id) REFERENCES public.network_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationreport
    ADD CONSTRAINT network_obligationre_reported_by_id_15e8cdfe_fk_people_pe FOREIGN KEY (reported_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_member_of_id_244c865b_fk_network_partner_id FOREIGN KEY (member_of_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_network_id_4e7e3dbc_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_organisation_id_d1255706_fk_network_o FOREIGN KEY (organisation_id) REFERENCES public.network_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT network_partnerarea_area_id_6ef9ef61_fk_network_area_id FOREIGN KEY (area_id) REFERENCES public.network_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT network_partnerarea_network_id_14c07a80_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT network_partnerarea_partner_id_28e7e36a_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_theme
    ADD CONSTRAINT network_theme_network_id_e5713b0b_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT network_tierperson_network_id_b37028ca_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT network_tierperson_person_id_5ab21470_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT network_tierperson_tier_id_1a0a12f8_fk_network_c FOREIGN KEY (tier_id) REFERENCES public.network_contributiontier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_mail
    ADD CONSTRAINT notices_mail_network_id_5b8803c7_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_mail
    ADD CONSTRAINT notices_mail_person_id_f41c5ead_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_mail_id_8dc6f212_fk_notices_mail_id FOREIGN KEY (mail_id) REFERENCES public.notices_mail(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_network_id_69743a61_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT notices_notice_person_id_94368381_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_preference
    ADD CONSTRAINT notices_preference_network_id_8a60199a_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_preference
    ADD CONSTRAINT notices_preference_person_id_199e9b5a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.public_contact
    ADD CONSTRAINT public_contact_network_id_8dd0494c_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT public_membershipreq_advised_by_id_d57e0814_fk_people_pe FOREIGN KEY (advised_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT public_membershipreq_contact_id_037b6535_fk_public_co FOREIGN KEY (contact_id) REFERENCES public.public_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT public_membershipreq_decision_id_affc4531_fk_governanc FOREIGN KEY (decision_id) REFERENCES public.governance_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT public_membershipreq_network_id_f36c5fdf_fk_network_n FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT public_membershipreq_partner_id_447ed8cf_fk_network_p FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT public_outsideidea_contact_id_2e443fb8_fk_public_contact_id FOREIGN KEY (contact_id) REFERENCES public.public_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT public_outsideidea_initiative_id_f5f78d03_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT public_outsideidea_network_id_ba6429ad_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT public_outsideidea_registered_by_id_49321fde_fk_people_pe FOREIGN KEY (registered_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT public_publication_approved_by_id_210bcf23_fk_people_person_id FOREIGN KEY (approved_by_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT public_publication_initiative_id_847e1aee_fk_initiativ FOREIGN KEY (initiative_id) REFERENCES public.initiatives_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT public_publication_network_id_b5ba29cc_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneck
    ADD CONSTRAINT same_network_carechain_bottleneck_area_id FOREIGN KEY (network_id, area_id) REFERENCES public.network_area(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT same_network_carechain_bottleneckvote_bottleneck_id FOREIGN KEY (network_id, bottleneck_id) REFERENCES public.carechain_bottleneck(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_bottleneckvote
    ADD CONSTRAINT same_network_carechain_bottleneckvote_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chaincut
    ADD CONSTRAINT same_network_carechain_chaincut_log_id FOREIGN KEY (network_id, log_id) REFERENCES public.carechain_eventlog(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainindicator
    ADD CONSTRAINT same_network_carechain_chainindicator_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT same_network_carechain_chainlink_cut_id FOREIGN KEY (network_id, cut_id) REFERENCES public.carechain_chaincut(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainlink
    ADD CONSTRAINT same_network_carechain_chainlink_log_id FOREIGN KEY (network_id, log_id) REFERENCES public.carechain_eventlog(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_chainstation
    ADD CONSTRAINT same_network_carechain_chainstation_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_datapurpose
    ADD CONSTRAINT same_network_carechain_datapurpose_agreement_id FOREIGN KEY (network_id, agreement_id) REFERENCES public.network_agreement(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_eventlog
    ADD CONSTRAINT same_network_carechain_eventlog_purpose_id FOREIGN KEY (network_id, purpose_id) REFERENCES public.carechain_datapurpose(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_logpiece
    ADD CONSTRAINT same_network_carechain_logpiece_log_id FOREIGN KEY (network_id, log_id) REFERENCES public.carechain_eventlog(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_stepgain
    ADD CONSTRAINT same_network_carechain_stepgain_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_transferstep
    ADD CONSTRAINT same_network_carechain_transferstep_log_id FOREIGN KEY (network_id, log_id) REFERENCES public.carechain_eventlog(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT same_network_carechain_waitfactors_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT same_network_carechain_waitfactors_purpose_id FOREIGN KEY (network_id, purpose_id) REFERENCES public.carechain_datapurpose(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitfactors
    ADD CONSTRAINT same_network_carechain_waitfactors_replaced_by_id FOREIGN KEY (network_id, replaced_by_id) REFERENCES public.carechain_waitfactors(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT same_network_carechain_waitreport_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT same_network_carechain_waitreport_purpose_id FOREIGN KEY (network_id, purpose_id) REFERENCES public.carechain_datapurpose(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.carechain_waitreport
    ADD CONSTRAINT same_network_carechain_waitreport_replaced_by_id FOREIGN KEY (network_id, replaced_by_id) REFERENCES public.carechain_waitreport(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentcontent
    ADD CONSTRAINT same_network_documents_documentcontent_version_id FOREIGN KEY (network_id, version_id) REFERENCES public.documents_documentversion(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documenttext
    ADD CONSTRAINT same_network_documents_documenttext_version_id FOREIGN KEY (network_id, version_id) REFERENCES public.documents_documentversion(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.documents_documentversion
    ADD CONSTRAINT same_network_documents_documentversion_document_id FOREIGN KEY (network_id, document_id) REFERENCES public.documents_document(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT same_network_governance_agendaitem_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT same_network_governance_agendaitem_condition_id FOREIGN KEY (network_id, condition_id) REFERENCES public.governance_condition(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT same_network_governance_agendaitem_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_agendaitem
    ADD CONSTRAINT same_network_governance_agendaitem_meeting_id FOREIGN KEY (network_id, meeting_id) REFERENCES public.governance_meeting(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT same_network_governance_attendance_meeting_id FOREIGN KEY (network_id, meeting_id) REFERENCES public.governance_meeting(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_attendance
    ADD CONSTRAINT same_network_governance_attendance_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT same_network_governance_body_area_id FOREIGN KEY (network_id, area_id) REFERENCES public.network_area(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT same_network_governance_body_founded_by_id FOREIGN KEY (network_id, founded_by_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT same_network_governance_body_parent_id FOREIGN KEY (network_id, parent_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_body
    ADD CONSTRAINT same_network_governance_body_theme_id FOREIGN KEY (network_id, theme_id) REFERENCES public.network_theme(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_calendarlink
    ADD CONSTRAINT same_network_governance_calendarlink_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT same_network_governance_condition_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT same_network_governance_condition_followed_by_id FOREIGN KEY (network_id, followed_by_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_condition
    ADD CONSTRAINT same_network_governance_condition_owner_partner_id FOREIGN KEY (network_id, owner_partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT same_network_governance_consentrequest_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_consentrequest
    ADD CONSTRAINT same_network_governance_consentrequest_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT same_network_governance_decision_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT same_network_governance_decision_escalated_from_id FOREIGN KEY (network_id, escalated_from_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT same_network_governance_decision_mandate_id FOREIGN KEY (network_id, mandate_id) REFERENCES public.governance_mandate(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT same_network_governance_decision_meeting_id FOREIGN KEY (network_id, meeting_id) REFERENCES public.governance_meeting(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT same_network_governance_decision_ratifies_id FOREIGN KEY (network_id, ratifies_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_decision
    ADD CONSTRAINT same_network_governance_decision_supersedes_id FOREIGN KEY (network_id, supersedes_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT same_network_governance_mandate_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT same_network_governance_mandate_ending_decision_id FOREIGN KEY (network_id, ending_decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_mandate
    ADD CONSTRAINT same_network_governance_mandate_source_decision_id FOREIGN KEY (network_id, source_decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_meeting
    ADD CONSTRAINT same_network_governance_meeting_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT same_network_governance_minutes_adopted_in_id FOREIGN KEY (network_id, adopted_in_id) REFERENCES public.governance_meeting(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutes
    ADD CONSTRAINT same_network_governance_minutes_meeting_id FOREIGN KEY (network_id, meeting_id) REFERENCES public.governance_meeting(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_minutesremark
    ADD CONSTRAINT same_network_governance_minutesremark_minutes_id FOREIGN KEY (network_id, minutes_id) REFERENCES public.governance_minutes(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT same_network_governance_personalinvitation_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_personalinvitation
    ADD CONSTRAINT same_network_governance_personalinvitation_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT same_network_governance_recusal_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_recusal
    ADD CONSTRAINT same_network_governance_recusal_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT same_network_governance_seat_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seat
    ADD CONSTRAINT same_network_governance_seat_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_seattenure
    ADD CONSTRAINT same_network_governance_seattenure_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT same_network_governance_vote_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.governance_vote
    ADD CONSTRAINT same_network_governance_vote_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_activity
    ADD CONSTRAINT same_network_initiatives_activity_plan_id FOREIGN KEY (network_id, plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT same_network_initiatives_adoption_component_id FOREIGN KEY (network_id, component_id) REFERENCES public.initiatives_component(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_adoption
    ADD CONSTRAINT same_network_initiatives_adoption_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT same_network_initiatives_answer_assessment_id FOREIGN KEY (network_id, assessment_id) REFERENCES public.initiatives_assessment(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_answer
    ADD CONSTRAINT same_network_initiatives_answer_criterion_id FOREIGN KEY (network_id, criterion_id) REFERENCES public.network_criterion(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT same_network_initiatives_assessment_criteria_set_id FOREIGN KEY (network_id, criteria_set_id) REFERENCES public.network_criteriaset(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT same_network_initiatives_assessment_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_assessment
    ADD CONSTRAINT same_network_initiatives_assessment_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT same_network_initiatives_budgetline_funding_line_id FOREIGN KEY (network_id, funding_line_id) REFERENCES public.initiatives_fundingline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT same_network_initiatives_budgetline_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_budgetline
    ADD CONSTRAINT same_network_initiatives_budgetline_plan_id FOREIGN KEY (network_id, plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT same_network_initiatives_claimcomparison_claim_id FOREIGN KEY (network_id, claim_id) REFERENCES public.initiatives_effectclaim(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_claimcomparison
    ADD CONSTRAINT same_network_initiatives_claimcomparison_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT same_network_initiatives_commitment_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_commitment
    ADD CONSTRAINT same_network_initiatives_commitment_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_component
    ADD CONSTRAINT same_network_initiatives_component_embedding_id FOREIGN KEY (network_id, embedding_id) REFERENCES public.initiatives_embeddingplan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT same_network_initiatives_dossier_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossier
    ADD CONSTRAINT same_network_initiatives_dossier_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT same_network_initiatives_dossierfile_dossier_id FOREIGN KEY (network_id, dossier_id) REFERENCES public.initiatives_dossier(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_dossierfile
    ADD CONSTRAINT same_network_initiatives_dossierfile_version_id FOREIGN KEY (network_id, version_id) REFERENCES public.documents_documentversion(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectclaim
    ADD CONSTRAINT same_network_initiatives_effectclaim_measure_id FOREIGN KEY (network_id, measure_id) REFERENCES public.initiatives_measure(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT same_network_initiatives_effectverdict_baseline_id FOREIGN KEY (network_id, baseline_id) REFERENCES public.measuring_baseline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_effectverdict
    ADD CONSTRAINT same_network_initiatives_effectverdict_claim_id FOREIGN KEY (network_id, claim_id) REFERENCES public.initiatives_effectclaim(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_embeddingplan
    ADD CONSTRAINT same_network_initiatives_embeddingplan_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_exploration
    ADD CONSTRAINT same_network_initiatives_exploration_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_explorationquestion
    ADD CONSTRAINT same_network_initiatives_explorationquestion_exploration_id FOREIGN KEY (network_id, exploration_id) REFERENCES public.initiatives_exploration(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_factor
    ADD CONSTRAINT same_network_initiatives_factor_exploration_id FOREIGN KEY (network_id, exploration_id) REFERENCES public.initiatives_exploration(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT same_network_initiatives_fundingaward_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT same_network_initiatives_fundingaward_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingaward
    ADD CONSTRAINT same_network_initiatives_fundingaward_line_id FOREIGN KEY (network_id, line_id) REFERENCES public.initiatives_fundingline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_fundingline
    ADD CONSTRAINT same_network_initiatives_fundingline_funder_id FOREIGN KEY (network_id, funder_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT same_network_initiatives_halt_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_halt
    ADD CONSTRAINT same_network_initiatives_halt_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_agreed_plan_id FOREIGN KEY (network_id, agreed_plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_body_id FOREIGN KEY (network_id, body_id) REFERENCES public.governance_body(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_last_update_id FOREIGN KEY (network_id, last_update_id) REFERENCES public.initiatives_statusupdate(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_merged_into_id FOREIGN KEY (network_id, merged_into_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_moved_by_award_id FOREIGN KEY (network_id, moved_by_award_id) REFERENCES public.initiatives_fundingaward(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_moved_by_id FOREIGN KEY (network_id, moved_by_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_named_by_id FOREIGN KEY (network_id, named_by_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_successor_of_id FOREIGN KEY (network_id, successor_of_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_theme_id FOREIGN KEY (network_id, theme_id) REFERENCES public.network_theme(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiative
    ADD CONSTRAINT same_network_initiatives_initiative_waits_for_id FOREIGN KEY (network_id, waits_for_id) REFERENCES public.initiatives_fundingline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT same_network_initiatives_initiativearea_area_id FOREIGN KEY (network_id, area_id) REFERENCES public.network_area(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativearea
    ADD CONSTRAINT same_network_initiatives_initiativearea_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT same_network_initiatives_initiativepartner_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_initiativepartner
    ADD CONSTRAINT same_network_initiatives_initiativepartner_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT same_network_initiatives_invitation_criteria_set_id FOREIGN KEY (network_id, criteria_set_id) REFERENCES public.network_criteriaset(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT same_network_initiatives_invitation_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_invitation
    ADD CONSTRAINT same_network_initiatives_invitation_seat_id FOREIGN KEY (network_id, seat_id) REFERENCES public.governance_seat(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lesson
    ADD CONSTRAINT same_network_initiatives_lesson_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT same_network_initiatives_lineowner_embedding_id FOREIGN KEY (network_id, embedding_id) REFERENCES public.initiatives_embeddingplan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_lineowner
    ADD CONSTRAINT same_network_initiatives_lineowner_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT same_network_initiatives_measure_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_measure
    ADD CONSTRAINT same_network_initiatives_measure_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT same_network_initiatives_milestone_debtor_id FOREIGN KEY (network_id, debtor_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_milestone
    ADD CONSTRAINT same_network_initiatives_milestone_plan_id FOREIGN KEY (network_id, plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_note
    ADD CONSTRAINT same_network_initiatives_note_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notedraft
    ADD CONSTRAINT same_network_initiatives_notedraft_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_notemention
    ADD CONSTRAINT same_network_initiatives_notemention_note_id FOREIGN KEY (network_id, note_id) REFERENCES public.initiatives_note(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_option
    ADD CONSTRAINT same_network_initiatives_option_exploration_id FOREIGN KEY (network_id, exploration_id) REFERENCES public.initiatives_exploration(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT same_network_initiatives_partnerview_exploration_id FOREIGN KEY (network_id, exploration_id) REFERENCES public.initiatives_exploration(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_partnerview
    ADD CONSTRAINT same_network_initiatives_partnerview_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_payereffect
    ADD CONSTRAINT same_network_initiatives_payereffect_exploration_id FOREIGN KEY (network_id, exploration_id) REFERENCES public.initiatives_exploration(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plan
    ADD CONSTRAINT same_network_initiatives_plan_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_plangoal
    ADD CONSTRAINT same_network_initiatives_plangoal_plan_id FOREIGN KEY (network_id, plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_planrole
    ADD CONSTRAINT same_network_initiatives_planrole_plan_id FOREIGN KEY (network_id, plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_pointanswer
    ADD CONSTRAINT same_network_initiatives_pointanswer_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT same_network_initiatives_proposal_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT same_network_initiatives_proposal_funding_line_id FOREIGN KEY (network_id, funding_line_id) REFERENCES public.initiatives_fundingline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT same_network_initiatives_proposal_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_proposal
    ADD CONSTRAINT same_network_initiatives_proposal_theme_id FOREIGN KEY (network_id, theme_id) REFERENCES public.network_theme(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_remeasurement
    ADD CONSTRAINT same_network_initiatives_remeasurement_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_report
    ADD CONSTRAINT same_network_initiatives_report_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_risk
    ADD CONSTRAINT same_network_initiatives_risk_plan_id FOREIGN KEY (network_id, plan_id) REFERENCES public.initiatives_plan(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_runningrisk
    ADD CONSTRAINT same_network_initiatives_runningrisk_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT same_network_initiatives_spending_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_spending
    ADD CONSTRAINT same_network_initiatives_spending_line_id FOREIGN KEY (network_id, line_id) REFERENCES public.initiatives_fundingline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT same_network_initiatives_stagemove_award_id FOREIGN KEY (network_id, award_id) REFERENCES public.initiatives_fundingaward(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT same_network_initiatives_stagemove_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_stagemove
    ADD CONSTRAINT same_network_initiatives_stagemove_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_statusupdate
    ADD CONSTRAINT same_network_initiatives_statusupdate_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT same_network_initiatives_storyevent_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_storyevent
    ADD CONSTRAINT same_network_initiatives_storyevent_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_surveyround
    ADD CONSTRAINT same_network_initiatives_surveyround_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueassessment
    ADD CONSTRAINT same_network_initiatives_valueassessment_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valuecard
    ADD CONSTRAINT same_network_initiatives_valuecard_assessment_id FOREIGN KEY (network_id, assessment_id) REFERENCES public.initiatives_valueassessment(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT same_network_initiatives_valueline_assessment_id FOREIGN KEY (network_id, assessment_id) REFERENCES public.initiatives_valueassessment(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT same_network_initiatives_valueline_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.initiatives_valueline
    ADD CONSTRAINT same_network_initiatives_valueline_same_as_id FOREIGN KEY (network_id, same_as_id) REFERENCES public.initiatives_valueline(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_baseline
    ADD CONSTRAINT same_network_measuring_baseline_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_indicatorversion
    ADD CONSTRAINT same_network_measuring_indicatorversion_indicator_id FOREIGN KEY (network_id, indicator_id) REFERENCES public.measuring_indicator(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_phasechange
    ADD CONSTRAINT same_network_measuring_phasechange_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_pointnote
    ADD CONSTRAINT same_network_measuring_pointnote_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_reading
    ADD CONSTRAINT same_network_measuring_reading_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT same_network_measuring_series_area_id FOREIGN KEY (network_id, area_id) REFERENCES public.network_area(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT same_network_measuring_series_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_series
    ADD CONSTRAINT same_network_measuring_series_version_id FOREIGN KEY (network_id, version_id) REFERENCES public.measuring_indicatorversion(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_threshold
    ADD CONSTRAINT same_network_measuring_threshold_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT same_network_measuring_value_replaced_by_id FOREIGN KEY (network_id, replaced_by_id) REFERENCES public.measuring_value(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.measuring_value
    ADD CONSTRAINT same_network_measuring_value_series_id FOREIGN KEY (network_id, series_id) REFERENCES public.measuring_series(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreement
    ADD CONSTRAINT same_network_network_agreement_supersedes_id FOREIGN KEY (network_id, supersedes_id) REFERENCES public.network_agreement(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT same_network_network_agreementparty_agreement_id FOREIGN KEY (network_id, agreement_id) REFERENCES public.network_agreement(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_agreementparty
    ADD CONSTRAINT same_network_network_agreementparty_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_area
    ADD CONSTRAINT same_network_network_area_parent_id FOREIGN KEY (network_id, parent_id) REFERENCES public.network_area(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_article
    ADD CONSTRAINT same_network_network_article_agreement_id FOREIGN KEY (network_id, agreement_id) REFERENCES public.network_agreement(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT same_network_network_criteriaset_agreement_id FOREIGN KEY (network_id, agreement_id) REFERENCES public.network_agreement(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criteriaset
    ADD CONSTRAINT same_network_network_criteriaset_theme_id FOREIGN KEY (network_id, theme_id) REFERENCES public.network_theme(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_criterion
    ADD CONSTRAINT same_network_network_criterion_criteria_set_id FOREIGN KEY (network_id, criteria_set_id) REFERENCES public.network_criteriaset(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT same_network_network_membership_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT same_network_network_obligation_agreement_id FOREIGN KEY (network_id, agreement_id) REFERENCES public.network_agreement(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT same_network_network_obligation_article_id FOREIGN KEY (network_id, article_id) REFERENCES public.network_article(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligation
    ADD CONSTRAINT same_network_network_obligation_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationanswer
    ADD CONSTRAINT same_network_network_obligationanswer_obligation_id FOREIGN KEY (network_id, obligation_id) REFERENCES public.network_obligation(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_obligationreport
    ADD CONSTRAINT same_network_network_obligationreport_obligation_id FOREIGN KEY (network_id, obligation_id) REFERENCES public.network_obligation(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT same_network_network_partner_member_of_id FOREIGN KEY (network_id, member_of_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT same_network_network_partnerarea_area_id FOREIGN KEY (network_id, area_id) REFERENCES public.network_area(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_partnerarea
    ADD CONSTRAINT same_network_network_partnerarea_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_tierperson
    ADD CONSTRAINT same_network_network_tierperson_tier_id FOREIGN KEY (network_id, tier_id) REFERENCES public.network_contributiontier(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notices_notice
    ADD CONSTRAINT same_network_notices_notice_mail_id FOREIGN KEY (network_id, mail_id) REFERENCES public.notices_mail(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT same_network_public_membershiprequest_contact_id FOREIGN KEY (network_id, contact_id) REFERENCES public.public_contact(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT same_network_public_membershiprequest_decision_id FOREIGN KEY (network_id, decision_id) REFERENCES public.governance_decision(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_membershiprequest
    ADD CONSTRAINT same_network_public_membershiprequest_partner_id FOREIGN KEY (network_id, partner_id) REFERENCES public.network_partner(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT same_network_public_outsideidea_contact_id FOREIGN KEY (network_id, contact_id) REFERENCES public.public_contact(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_outsideidea
    ADD CONSTRAINT same_network_public_outsideidea_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.public_publication
    ADD CONSTRAINT same_network_public_publication_initiative_id FOREIGN KEY (network_id, initiative_id) REFERENCES public.initiatives_initiative(network_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_findabletext
    ADD CONSTRAINT search_findabletext_network_id_9865570f_fk_network_network_id FOREIGN KEY (network_id) REFERENCES public.network_network(id) DEFERRABLE INITIALLY DEFERRED;
CREATE POLICY anyone_tells ON public.notices_notice FOR INSERT WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY anyone_writes ON public.notices_mail FOR INSERT WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
ALTER TABLE public.carechain_bottleneck ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_bottleneckevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_bottleneckvote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chaincut ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainindicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainindicatorevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainnorm ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainnormevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainstation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_chainstationevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_datapurpose ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_datapurposeevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_eventlog ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_logpiece ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_stepgain ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_stepgainevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_transferagreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_transferagreementevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_transferstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_waitfactors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.carechain_waitreport ENABLE ROW LEVEL SECURITY;
CREATE POLICY change_mine ON public.network_network FOR UPDATE USING ((id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
ALTER TABLE public.documents_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.documents_documentcontent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.documents_documentevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.documents_documenttext ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.documents_documentversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.documents_printout ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.exchange_workbookimport ENABLE ROW LEVEL SECURITY;
CREATE POLICY fewer_people ON public.governance_personalinvitation AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR ((network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])) OR (invited_by_id = ( SELECT tenancy.me() AS me))))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR ((network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])) OR (invited_by_id = ( SELECT tenancy.me() AS me)))));
CREATE POLICY fewer_people ON public.initiatives_note AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR (((readers)::text = 'network'::text) OR (author_id = ( SELECT tenancy.me() AS me)) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])) OR (initiative_id = ANY (( SELECT tenancy.my_initiatives() AS my_initiatives)::uuid[]))))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR (((readers)::text = 'network'::text) OR (author_id = ( SELECT tenancy.me() AS me)) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])) OR (initiative_id = ANY (( SELECT tenancy.my_initiatives() AS my_initiatives)::uuid[])))));
CREATE POLICY fewer_people ON public.initiatives_noteevent AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR (((readers)::text = 'network'::text) OR (author_id = ( SELECT tenancy.me() AS me)) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])) OR (initiative_id = ANY (( SELECT tenancy.my_initiatives() AS my_initiatives)::uuid[]))))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR (((readers)::text = 'network'::text) OR (author_id = ( SELECT tenancy.me() AS me)) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])) OR (initiative_id = ANY (( SELECT tenancy.my_initiatives() AS my_initiatives)::uuid[])))));
CREATE POLICY fewer_people ON public.initiatives_notemention AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR tenancy.reads_note(note_id))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR tenancy.reads_note(note_id)));
CREATE POLICY fewer_people ON public.public_contact AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[]))));
CREATE POLICY fewer_people ON public.public_membershiprequest AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[]))));
CREATE POLICY fewer_people ON public.public_outsideidea AS RESTRICTIVE USING ((( SELECT tenancy.is_system() AS is_system) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[])))) WITH CHECK ((( SELECT tenancy.is_system() AS is_system) OR (network_id = ANY (( SELECT tenancy.my_managed_networks() AS my_managed_networks)::uuid[]))));
ALTER TABLE public.governance_absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_absenceevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_agendaitem ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_body ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_bodyevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_calendarlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_conditionevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_consentrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_consentrequestevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_decisionevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_mandate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_mandateevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_minutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_minutesremark ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_numberseries ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_personalinvitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_recusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_recusalevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_seatevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_seattenure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_seattenureevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.governance_voteevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_adoption ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_adoptionevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_answertemplate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_answertemplateevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_assessmentevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_budgetline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_claimcomparison ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_commitment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_commitmentevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_component ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_dossier ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_dossierfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_effectclaim ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_effectverdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_embeddingplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_embeddingplanevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_exploration ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_explorationquestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_firstview ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_fundingaward ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_fundingawardevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_fundingline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_fundinglineevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_gatelist ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_halt ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_haltevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_ideadraft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_initiative ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_initiativearea ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_initiativeevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_initiativepartner ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_lesson ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_lessonevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_lineowner ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_lineownerevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_measureevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_milestone ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_notedraft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_noteevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_notemention ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_option ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_partnerview ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_payereffect ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_planevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_plangoal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_planrole ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_pointanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_pointanswerevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_portfolioview ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_portfolioviewevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_remeasurement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_remeasurementevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_reportevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_risk ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_runningrisk ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_runningriskevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_spending ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_spendingevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_stagemove ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_statusupdate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_storyevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_surveyround ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_surveyroundevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valueassessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valueassessmentevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valuecard ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valueline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.initiatives_valuelineevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.jobs_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.journal_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.journal_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY listed_or_mine ON public.network_network FOR SELECT USING ((is_listed OR (id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))));
ALTER TABLE public.measuring_baseline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_baselineevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_exit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_figureimport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_indicatorevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_indicatorversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_phasechange ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_phasechangeevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_pointnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_pointnoteevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_seriesevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_threshold ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.measuring_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_agreementevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_agreementparty ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_ambition ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_article ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_articleevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_contributiontier ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_criteriaset ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_criteriasetevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_criterion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_growthneed ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_growthneedevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_membershipevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_network ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_networkevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_obligation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_obligationanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_obligationevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_obligationreport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_partnerarea ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_partnerevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_theme ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.network_tierperson ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notices_mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notices_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notices_preference ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_my_networks ON public.carechain_bottleneck USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_bottleneckevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_bottleneckvote USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chaincut USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainindicator USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainindicatorevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainlink USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainnorm USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainnormevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainstation USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_chainstationevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_datapurpose USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_datapurposeevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_eventlog USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_logpiece USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_stepgain USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_stepgainevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_transferagreement USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_transferagreementevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_transferstep USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_waitfactors USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.carechain_waitreport USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.documents_document USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.documents_documentcontent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.documents_documentevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.documents_documenttext USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.documents_documentversion USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.documents_printout USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.exchange_workbookimport USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.governance_absence USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_absenceevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_agendaitem USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_attendance USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_body USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_bodyevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_calendarlink USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_condition USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_conditionevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_consentrequest USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_consentrequestevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_decision USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_decisionevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_mandate USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_mandateevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_meeting USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_minutes USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_minutesremark USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_numberseries USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_personalinvitation USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_recusal USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_recusalevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_seat USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_seatevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_seattenure USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_seattenureevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_vote USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.governance_voteevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_activity USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_adoption USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_adoptionevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_answer USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_answertemplate USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_answertemplateevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_assessment USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_assessmentevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_budgetline USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_claimcomparison USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_commitment USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_commitmentevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_component USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_dossier USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_dossierfile USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_effectclaim USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_effectverdict USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_embeddingplan USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_embeddingplanevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_exploration USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_explorationquestion USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_factor USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_firstview USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.initiatives_fundingaward USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_fundingawardevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_fundingline USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_fundinglineevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_gatelist USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_halt USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_haltevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_ideadraft USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.initiatives_initiative USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_initiativearea USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_initiativeevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_initiativepartner USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_invitation USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_lesson USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_lessonevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_lineowner USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_lineownerevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_measure USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_measureevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_milestone USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_note USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_notedraft USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.initiatives_noteevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_notemention USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_option USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_partnerview USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (is_given OR (partner_id = ANY (( SELECT tenancy.my_organisations() AS my_organisations)::uuid[])))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (is_given OR (partner_id = ANY (( SELECT tenancy.my_organisations() AS my_organisations)::uuid[]))))));
CREATE POLICY of_my_networks ON public.initiatives_payereffect USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_plan USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_planevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_plangoal USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_planrole USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_pointanswer USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_pointanswerevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_portfolioview USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (is_shared OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (is_shared OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))));
CREATE POLICY of_my_networks ON public.initiatives_portfolioviewevent USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (is_shared OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (is_shared OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))));
CREATE POLICY of_my_networks ON public.initiatives_proposal USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_remeasurement USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_remeasurementevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_report USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_reportevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_risk USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_runningrisk USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_runningriskevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_spending USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_spendingevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_stagemove USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_statusupdate USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_storyevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_surveyround USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_surveyroundevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_valueassessment USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_valueassessmentevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_valuecard USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_valueline USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.initiatives_valuelineevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.jobs_job USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.journal_entry USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.journal_seal USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_baseline USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_baselineevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_exit USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_figureimport USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_indicator USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_indicatorevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_indicatorversion USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_phasechange USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_phasechangeevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_pointnote USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_pointnoteevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_reading USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_series USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_seriesevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_threshold USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.measuring_value USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_agreement USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_agreementevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_agreementparty USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_ambition USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_area USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_article USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_articleevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_contributiontier USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_criteriaset USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_criteriasetevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_criterion USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_growthneed USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_growthneedevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_membership USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_membershipevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_networkevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_obligation USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_obligationanswer USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_obligationevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_obligationreport USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_partner USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_partnerarea USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_partnerevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_theme USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.network_tierperson USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.notices_mail USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.notices_notice USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.notices_preference USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text)))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (person_id = ( SELECT c.subject
   FROM tenancy.context() c(kind, subject)
  WHERE (c.kind = 'person'::text))))));
CREATE POLICY of_my_networks ON public.public_contact USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.public_membershiprequest USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.public_outsideidea USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.public_publication USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.public_publicationevent USING ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))) WITH CHECK ((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])));
CREATE POLICY of_my_networks ON public.search_findabletext USING (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (readers IS NULL) OR (readers && ( SELECT search.my_marks() AS my_marks))))) WITH CHECK (((network_id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[])) AND (( SELECT tenancy.is_system() AS is_system) OR (readers IS NULL) OR (readers && ( SELECT search.my_marks() AS my_marks)))));
ALTER TABLE public.public_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.public_membershiprequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.public_outsideidea ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.public_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.public_publicationevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY published_to_visitors ON public.network_ambition FOR SELECT USING (((network_id = ( SELECT tenancy.visited_network() AS visited_network)) AND true));
CREATE POLICY published_to_visitors ON public.network_area FOR SELECT USING (((network_id = ( SELECT tenancy.visited_network() AS visited_network)) AND true));
CREATE POLICY published_to_visitors ON public.network_networkevent FOR SELECT USING (((network_id = ( SELECT tenancy.visited_network() AS visited_network)) AND true));
CREATE POLICY published_to_visitors ON public.network_partner FOR SELECT USING (((network_id = ( SELECT tenancy.visited_network() AS visited_network)) AND ((status)::text = ANY (ARRAY[('owner'::character varying)::text, ('partner'::character varying)::text, ('listener'::character varying)::text, ('participant'::character varying)::text]))));
CREATE POLICY published_to_visitors ON public.network_theme FOR SELECT USING (((network_id = ( SELECT tenancy.visited_network() AS visited_network)) AND true));
CREATE POLICY published_to_visitors ON public.public_publication FOR SELECT USING (((network_id = ( SELECT tenancy.visited_network() AS visited_network)) AND is_published));
ALTER TABLE public.search_findabletext ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_adds ON public.network_network FOR INSERT WITH CHECK ((( SELECT tenancy.is_system() AS is_system) AND (id = ANY (( SELECT tenancy.my_networks() AS my_networks)::uuid[]))));
GRANT ALL ON SCHEMA public TO schakel_owner;
GRANT USAGE ON SCHEMA public TO schakel_runtime;
GRANT USAGE ON SCHEMA search TO schakel_runtime;
GRANT USAGE ON SCHEMA search TO schakel_backup;
GRANT USAGE ON SCHEMA tenancy TO schakel_runtime;
GRANT USAGE ON SCHEMA tenancy TO schakel_backup;
REVOKE ALL ON FUNCTION public._pgh_attach_context() FROM PUBLIC;
GRANT ALL ON FUNCTION public._pgh_attach_context() TO schakel_runtime;
REVOKE ALL ON FUNCTION public._pgtrigger_should_ignore(trigger_name name) FROM PUBLIC;
GRANT ALL ON FUNCTION public._pgtrigger_should_ignore(trigger_name name) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_ceiling_holds_the_awards_dc86c() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_ceiling_holds_the_awards_dc86c() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_decision_is_never_removed_1e9d7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_decision_is_never_removed_1e9d7() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_frozen_plan_stands_6b5e2() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_frozen_plan_stands_6b5e2() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_locked_baseline_stays_7fafe() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_locked_baseline_stays_7fafe() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_saving_is_counted_once_a50f5() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_saving_is_counted_once_a50f5() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_signed_agreement_stays_as_it_is_db229() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_signed_agreement_stays_as_it_is_db229() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_taken_decision_stands_3d954() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_taken_decision_stands_3d954() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_a_threshold_stays_265da() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_a_threshold_stays_265da() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_adopted_minutes_never_change_0d907() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_adopted_minutes_never_change_0d907() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_an_award_is_never_removed_85411() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_an_award_is_never_removed_85411() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_an_initiative_begins_as_idea_or_by_decision_07208() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_an_initiative_begins_as_idea_or_by_decision_07208() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_an_initiative_moves_by_a_valid_decision_17ebf() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_an_initiative_moves_by_a_valid_decision_17ebf() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_articles_of_a_signed_agreement_stay_760dc() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_articles_of_a_signed_agreement_stay_760dc() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_awards_fit_the_ceiling_6d4f7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_awards_fit_the_ceiling_6d4f7() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_claims_stay_2c8c6() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_claims_stay_2c8c6() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_comparisons_stay_47a94() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_comparisons_stay_47a94() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_documents_are_withdrawn_2fb0a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_documents_are_withdrawn_2fb0a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_figures_stay_84b03() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_figures_stay_84b03() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_finished_has_an_owner_and_is_measured_again_9bc95() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_finished_has_an_owner_and_is_measured_again_9bc95() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_gate_lists_stay_ea9ee() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_gate_lists_stay_ea9ee() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_gates_never_ask_less_than_they_did_8a3da() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_gates_never_ask_less_than_they_did_8a3da() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_indicators_are_ended_6fdda() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_indicators_are_ended_6fdda() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_00817() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_00817() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_0d794() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_0d794() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_12590() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_12590() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_13037() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_13037() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_16b32() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_16b32() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_17043() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_17043() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_19f16() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_19f16() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_27c37() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_27c37() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_2f64f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_2f64f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_368bc() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_368bc() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_428e7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_428e7() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_432ad() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_432ad() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_44c36() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_44c36() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_52769() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_52769() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_5684e() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_5684e() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_5ae21() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_5ae21() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_649fe() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_649fe() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_6e1ab() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_6e1ab() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_7024a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_7024a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_71fc4() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_71fc4() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_776cf() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_776cf() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_78b1a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_78b1a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_7bf23() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_7bf23() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_82074() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_82074() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_820dc() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_820dc() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_8683f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_8683f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_8eb50() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_8eb50() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_9038c() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_9038c() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_91040() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_91040() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_917a4() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_917a4() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_924a2() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_924a2() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_9537a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_9537a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_97912() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_97912() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_9a989() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_9a989() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_a028e() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_a028e() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_a0a0c() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_a0a0c() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_a0ae4() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_a0ae4() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_a1373() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_a1373() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_a781b() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_a781b() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_b5863() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_b5863() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_b99e8() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_b99e8() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_bde77() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_bde77() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_be524() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_be524() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_c7d58() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_c7d58() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_c81ea() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_c81ea() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_d0c0c() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_d0c0c() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_db677() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_db677() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_df2f5() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_df2f5() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_dfc28() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_dfc28() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_e8e65() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_e8e65() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_ea93f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_ea93f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_f9dce() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_f9dce() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_ff04f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_ff04f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_insert_insert_fff49() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_insert_insert_fff49() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_minutes_are_never_removed_f3585() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_minutes_are_never_removed_f3585() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_money_is_awarded_before_the_start_a5fd7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_money_is_awarded_before_the_start_a5fd7() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_notes_are_withdrawn_c898c() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_notes_are_withdrawn_c898c() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_numbers_resolve_for_ever_6b680() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_numbers_resolve_for_ever_6b680() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_419aa() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_419aa() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_6b169() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_6b169() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_a1a29() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_a1a29() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_b856e() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_b856e() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_c385c() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_c385c() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_ff8c6() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_parts_of_a_frozen_plan_stand_ff8c6() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_remarks_on_minutes_stay_961da() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_remarks_on_minutes_stay_961da() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_reports_of_factors_stay_b1485() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_reports_of_factors_stay_b1485() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_reports_of_waits_stay_93f72() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_reports_of_waits_stay_93f72() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_024dd() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_024dd() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_0518f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_0518f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_05668() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_05668() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_127d4() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_127d4() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_135b4() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_135b4() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_155bf() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_155bf() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_17ab0() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_17ab0() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_1bb61() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_1bb61() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_1fcd6() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_1fcd6() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_20cdf() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_20cdf() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_2831e() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_2831e() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_319a2() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_319a2() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_33030() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_33030() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_331ce() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_331ce() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_37b24() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_37b24() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_3d6f8() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_3d6f8() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_424d4() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_424d4() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_44f43() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_44f43() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_46374() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_46374() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_466c5() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_466c5() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_56aa7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_56aa7() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_56b53() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_56b53() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_5881b() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_5881b() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_5cf3f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_5cf3f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_63708() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_63708() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_67dda() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_67dda() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_6e51b() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_6e51b() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_75929() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_75929() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_787d1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_787d1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_79144() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_79144() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_7d7ae() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_7d7ae() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_84927() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_84927() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_87726() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_87726() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_8e8cf() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_8e8cf() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_915d5() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_915d5() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_9741f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_9741f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_a016a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_a016a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_a3ed6() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_a3ed6() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_ab4ab() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_ab4ab() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_b6c3b() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_b6c3b() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_b709d() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_b709d() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_c5201() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_c5201() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_cceaf() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_cceaf() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_d4b23() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_d4b23() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_dac1b() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_dac1b() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_deb21() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_deb21() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_df833() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_df833() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_e3397() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_e3397() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_e3c5b() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_e3c5b() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_e53a0() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_e53a0() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_e9138() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_e9138() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_eacd1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_eacd1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_ed22a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_ed22a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_update_update_f473f() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_update_update_f473f() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_value_cards_stay_37dd7() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_value_cards_stay_37dd7() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_verdicts_stay_37c81() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_verdicts_stay_37c81() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_votes_stand_when_the_decision_is_taken_a166a() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_votes_stand_when_the_decision_is_taken_a166a() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_what_a_party_was_asked_stays_36aa0() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_what_a_party_was_asked_stays_36aa0() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_what_was_measured_stays_30314() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_what_was_measured_stays_30314() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_what_was_reported_stays_ee434() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_what_was_reported_stays_ee434() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.pgtrigger_what_was_told_of_factors_stays_8b9b0() FROM PUBLIC;
GRANT ALL ON FUNCTION public.pgtrigger_what_was_told_of_factors_stays_8b9b0() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO schakel_runtime;
GRANT SELECT ON TABLE public.procrastinate_jobs TO schakel_backup;
REVOKE ALL ON FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_notify_queue_abort_job_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_notify_queue_abort_job_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_notify_queue_job_inserted_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_notify_queue_job_inserted_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_register_worker_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_register_worker_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_trigger_function_status_events_update_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_trigger_function_status_events_update_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_unlink_periodic_defers_v1() FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_unlink_periodic_defers_v1() TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) TO schakel_runtime;
REVOKE ALL ON FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) TO schakel_runtime;
REVOKE ALL ON FUNCTION search.asked(words text, OUT exact tsquery, OUT wide tsquery) FROM PUBLIC;
GRANT ALL ON FUNCTION search.asked(words text, OUT exact tsquery, OUT wide tsquery) TO schakel_runtime;
REVOKE ALL ON FUNCTION search.documents_document_keeps_document() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.documents_documenttext_keeps_document() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.documents_documentversion_keeps_document() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_agendaitem_keeps_meeting() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_body_keeps_body() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_body_keeps_meeting() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_body_keeps_minutes() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_condition_keeps_decision() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_decision_keeps_decision() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_meeting_keeps_meeting() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_meeting_keeps_minutes() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_minutes_keeps_minutes() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.governance_minutesremark_keeps_minutes() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.hits(wanted uuid, exact tsquery, wide tsquery, of_kinds text[], n_rows integer) FROM PUBLIC;
GRANT ALL ON FUNCTION search.hits(wanted uuid, exact tsquery, wide tsquery, of_kinds text[], n_rows integer) TO schakel_runtime;
REVOKE ALL ON FUNCTION search.index_again(of_kind text, things uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION search.index_again(of_kind text, things uuid[]) TO schakel_runtime;
REVOKE ALL ON FUNCTION search.initiatives_activity_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_budgetline_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_embeddingplan_keeps_embedding() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_exploration_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_explorationquestion_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_factor_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_initiative_keeps_initiative() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_initiative_keeps_note() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_lesson_keeps_lesson() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_milestone_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_note_keeps_note() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_option_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_partnerview_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_payereffect_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_plan_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_plangoal_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_planrole_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_report_keeps_embedding() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_risk_keeps_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.initiatives_storyevent_keeps_initiative() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_agreement(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_ambition(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_body(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_decision(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_document(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_embedding(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_exploration(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_initiative(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_lesson(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_meeting(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_minutes(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_note(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_partner(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.keep_plan(things uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.my_marks() FROM PUBLIC;
GRANT ALL ON FUNCTION search.my_marks() TO schakel_runtime;
REVOKE ALL ON FUNCTION search.network_agreement_keeps_agreement() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.network_ambition_keeps_ambition() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.network_partner_keeps_exploration() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.network_partner_keeps_partner() FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_agreement(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_ambition(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_body(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_decision(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_document(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_embedding(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_exploration(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_initiative(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_lesson(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_meeting(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_minutes(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_note(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_partner(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.of_plan(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.plain(words text) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.pull(kind text, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.resembling(wanted uuid, words text, n_rows integer) FROM PUBLIC;
GRANT ALL ON FUNCTION search.resembling(wanted uuid, words text, n_rows integer) TO schakel_runtime;
REVOKE ALL ON FUNCTION search.things(wanted uuid, of_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION search.things(wanted uuid, of_kind text) TO schakel_runtime;
REVOKE ALL ON FUNCTION search.vector_of(title text, label text, body text) FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.all_networks() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.all_networks() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.beat() FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.beat_where_it_takes_part() FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.calendar_link(secret text, OUT link_id uuid, OUT network_id uuid, OUT person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.calendar_link(secret text, OUT link_id uuid, OUT network_id uuid, OUT person_id uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.context(OUT kind text, OUT subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.context(OUT kind text, OUT subject uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.is_system() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.is_system() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.listed_networks() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.listed_networks() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.may_read_public(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.may_read_public(wanted uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.me() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.me() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.my_initiatives() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.my_initiatives() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.my_managed_networks() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.my_managed_networks() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.my_networks() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.my_networks() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.my_organisations() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.my_organisations() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.networks_of(person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.networks_of(person uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.only_own_organisations() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.only_own_organisations() TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.public_decisions(wanted uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.public_decisions(wanted uuid, most integer) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.public_decisions(wanted uuid, most integer, today date, about text, known text) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.public_decisions(wanted uuid, most integer, today date, about text, known text) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.public_initiatives(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.public_initiatives(wanted uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.public_places(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.public_places(wanted uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.pulse_of(network uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.pulse_of(network uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.raise_beat(network uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.reads_note(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.reads_note(wanted uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.share_the_journal() FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.submitter_waits(wanted uuid, submitter uuid, decision uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.takes_part_elsewhere(organisation uuid, network uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.takes_part_elsewhere(organisation uuid, network uuid) TO schakel_runtime;
REVOKE ALL ON FUNCTION tenancy.visited_network() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.visited_network() TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO schakel_runtime;
GRANT SELECT ON TABLE public.account_emailaddress TO schakel_backup;
GRANT USAGE ON SEQUENCE public.account_emailaddress_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO schakel_runtime;
GRANT SELECT ON TABLE public.account_emailconfirmation TO schakel_backup;
GRANT USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO schakel_runtime;
GRANT USAGE ON SEQUENCE public.auth_group_id_seq TO schakel_runtime;
GRANT USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO schakel_runtime;
GRANT USAGE ON SEQUENCE public.auth_permission_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_bottleneck TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_bottleneck TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_bottleneckevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_bottleneckevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_bottleneckevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_bottleneckvote TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_bottleneckvote TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_chaincut TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chaincut TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_chainindicator TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainindicator TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_chainindicatorevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainindicatorevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_chainindicatorevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainlink TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_chainlink TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_chainnorm TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainnorm TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_chainnormevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainnormevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_chainnormevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_chainstation TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainstation TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_chainstationevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_chainstationevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_chainstationevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_datapurpose TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_datapurpose TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_datapurposeevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_datapurposeevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_datapurposeevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_eventlog TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_eventlog TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_logpiece TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_logpiece TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_stepgain TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_stepgain TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_stepgainevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_stepgainevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_stepgainevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_transferagreement TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_transferagreement TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.carechain_transferagreementevent TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_transferagreementevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.carechain_transferagreementevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_transferstep TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_transferstep TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_waitfactors TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_waitfactors TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.carechain_waitreport TO schakel_runtime;
GRANT SELECT ON TABLE public.carechain_waitreport TO schakel_backup;
GRANT SELECT ON TABLE public.django_content_type TO schakel_runtime;
GRANT SELECT ON TABLE public.django_content_type TO schakel_backup;
GRANT USAGE ON SEQUENCE public.django_content_type_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.django_migrations TO schakel_runtime;
GRANT SELECT ON TABLE public.django_migrations TO schakel_backup;
GRANT USAGE ON SEQUENCE public.django_migrations_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO schakel_runtime;
GRANT SELECT ON TABLE public.django_session TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_document TO schakel_runtime;
GRANT SELECT ON TABLE public.documents_document TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.documents_documentcontent TO schakel_runtime;
GRANT SELECT ON TABLE public.documents_documentcontent TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.documents_documentevent TO schakel_runtime;
GRANT SELECT ON TABLE public.documents_documentevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.documents_documentevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_documenttext TO schakel_runtime;
GRANT SELECT ON TABLE public.documents_documenttext TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.documents_documentversion TO schakel_runtime;
GRANT SELECT ON TABLE public.documents_documentversion TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_printout TO schakel_runtime;
GRANT SELECT ON TABLE public.documents_printout TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_workbookimport TO schakel_runtime;
GRANT SELECT ON TABLE public.exchange_workbookimport TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_absence TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_absence TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_absenceevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_absenceevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_absenceevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_agendaitem TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_agendaitem TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_attendance TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_attendance TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_body TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_body TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_bodyevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_bodyevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_bodyevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_calendarlink TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_calendarlink TO schakel_backup;
GRANT SELECT ON TABLE public.governance_condition TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_condition TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.governance_conditionevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_conditionevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_conditionevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_consentrequest TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_consentrequest TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_consentrequestevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_consentrequestevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_consentrequestevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_decision TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_decision TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_decisionevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_decisionevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_decisionevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_mandate TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_mandate TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.governance_mandateevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_mandateevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_mandateevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_meeting TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_meeting TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_minutes TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_minutes TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_minutesremark TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_minutesremark TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_numberseries TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_numberseries TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_personalinvitation TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_personalinvitation TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_recusal TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_recusal TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_recusalevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_recusalevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_recusalevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_seat TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_seat TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_seatevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_seatevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_seatevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_seattenure TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_seattenure TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_seattenureevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_seattenureevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_seattenureevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.governance_vote TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_vote TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.governance_voteevent TO schakel_runtime;
GRANT SELECT ON TABLE public.governance_voteevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.governance_voteevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_activity TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_activity TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_adoption TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_adoption TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_adoptionevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_adoptionevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_adoptionevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_answer TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_answer TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_answertemplate TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_answertemplate TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_answertemplateevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_answertemplateevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_answertemplateevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_assessment TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_assessment TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_assessmentevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_assessmentevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_assessmentevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_budgetline TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_budgetline TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_claimcomparison TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_claimcomparison TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_commitment TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_commitment TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_commitmentevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_commitmentevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_commitmentevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_component TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_component TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_dossier TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_dossier TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_dossierfile TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_dossierfile TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_effectclaim TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_effectclaim TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_effectverdict TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_effectverdict TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_embeddingplan TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_embeddingplan TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_embeddingplanevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_embeddingplanevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_embeddingplanevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_exploration TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_exploration TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_explorationquestion TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_explorationquestion TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_factor TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_factor TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_firstview TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_firstview TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_fundingaward TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_fundingaward TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_fundingawardevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_fundingawardevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_fundingawardevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_fundingline TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_fundingline TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_fundinglineevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_fundinglineevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_fundinglineevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_gatelist TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_gatelist TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_halt TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_halt TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_haltevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_haltevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_haltevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_ideadraft TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_ideadraft TO schakel_backup;
GRANT SELECT ON TABLE public.initiatives_initiative TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_initiative TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_initiativearea TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_initiativearea TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_initiativeevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_initiativeevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_initiativeevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_initiativepartner TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_initiativepartner TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_invitation TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_invitation TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_lesson TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_lesson TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_lessonevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_lessonevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_lessonevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_lineowner TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_lineowner TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_lineownerevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_lineownerevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_lineownerevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_measure TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_measure TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_measureevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_measureevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_measureevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_milestone TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_milestone TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_note TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_note TO schakel_backup;
GRANT SELECT ON TABLE public.initiatives_notedraft TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_notedraft TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_noteevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_noteevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_noteevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_notemention TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_notemention TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_option TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_option TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_partnerview TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_partnerview TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_payereffect TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_payereffect TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_plan TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_plan TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_planevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_planevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_planevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_plangoal TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_plangoal TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_planrole TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_planrole TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_pointanswer TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_pointanswer TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_pointanswerevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_pointanswerevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_pointanswerevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_portfolioview TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_portfolioview TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_portfolioviewevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_portfolioviewevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_portfolioviewevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_proposal TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_proposal TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_remeasurement TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_remeasurement TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_remeasurementevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_remeasurementevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_remeasurementevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_report TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_report TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_reportevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_reportevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_reportevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_risk TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_risk TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_runningrisk TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_runningrisk TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_runningriskevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_runningriskevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_runningriskevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_spending TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_spending TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_spendingevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_spendingevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_spendingevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_stagemove TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_stagemove TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_statusupdate TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_statusupdate TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_storyevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_storyevent TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_surveyround TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_surveyround TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_surveyroundevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_surveyroundevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_surveyroundevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_valueassessment TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_valueassessment TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_valueassessmentevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_valueassessmentevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_valueassessmentevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.initiatives_valuecard TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_valuecard TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.initiatives_valueline TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_valueline TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.initiatives_valuelineevent TO schakel_runtime;
GRANT SELECT ON TABLE public.initiatives_valuelineevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.initiatives_valuelineevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.jobs_job TO schakel_runtime;
GRANT SELECT ON TABLE public.jobs_job TO schakel_backup;
GRANT SELECT,INSERT,UPDATE ON TABLE public.jobs_round TO schakel_runtime;
GRANT SELECT ON TABLE public.jobs_round TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.journal_entry TO schakel_runtime;
GRANT SELECT ON TABLE public.journal_entry TO schakel_backup;
GRANT USAGE ON SEQUENCE public.journal_entry_sequence_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.journal_seal TO schakel_runtime;
GRANT SELECT ON TABLE public.journal_seal TO schakel_backup;
GRANT USAGE ON SEQUENCE public.journal_seal_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_baseline TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_baseline TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.measuring_baselineevent TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_baselineevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.measuring_baselineevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.measuring_exit TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_exit TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_figureimport TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_figureimport TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_indicator TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_indicator TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.measuring_indicatorevent TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_indicatorevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.measuring_indicatorevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.measuring_indicatorversion TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_indicatorversion TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_phasechange TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_phasechange TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.measuring_phasechangeevent TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_phasechangeevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.measuring_phasechangeevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_pointnote TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_pointnote TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.measuring_pointnoteevent TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_pointnoteevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.measuring_pointnoteevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_reading TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_reading TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_series TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_series TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.measuring_seriesevent TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_seriesevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.measuring_seriesevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.measuring_threshold TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_threshold TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.measuring_value TO schakel_runtime;
GRANT SELECT ON TABLE public.measuring_value TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO schakel_runtime;
GRANT SELECT ON TABLE public.mfa_authenticator TO schakel_backup;
GRANT USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_agreement TO schakel_runtime;
GRANT SELECT ON TABLE public.network_agreement TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_agreementevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_agreementevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.network_agreementevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_agreementparty TO schakel_runtime;
GRANT SELECT ON TABLE public.network_agreementparty TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_ambition TO schakel_runtime;
GRANT SELECT ON TABLE public.network_ambition TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_area TO schakel_runtime;
GRANT SELECT ON TABLE public.network_area TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_article TO schakel_runtime;
GRANT SELECT ON TABLE public.network_article TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_articleevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_articleevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.network_articleevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_contributiontier TO schakel_runtime;
GRANT SELECT ON TABLE public.network_contributiontier TO schakel_backup;
GRANT SELECT ON TABLE public.network_criteriaset TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_criteriaset TO schakel_runtime;
GRANT SELECT ON TABLE public.network_criteriasetevent TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_criteriasetevent TO schakel_runtime;
GRANT USAGE ON SEQUENCE public.network_criteriasetevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_criterion TO schakel_runtime;
GRANT SELECT ON TABLE public.network_criterion TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_growthneed TO schakel_runtime;
GRANT SELECT ON TABLE public.network_growthneed TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_growthneedevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_growthneedevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.network_growthneedevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_membership TO schakel_runtime;
GRANT SELECT ON TABLE public.network_membership TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_membershipevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_membershipevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.network_membershipevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.network_network TO schakel_runtime;
GRANT SELECT ON TABLE public.network_network TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_networkevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_networkevent TO schakel_backup;
GRANT SELECT ON TABLE public.network_obligation TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_obligation TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.network_obligationanswer TO schakel_runtime;
GRANT SELECT ON TABLE public.network_obligationanswer TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_obligationevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_obligationevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.network_obligationevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT ON TABLE public.network_obligationreport TO schakel_runtime;
GRANT SELECT ON TABLE public.network_obligationreport TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_organisation TO schakel_runtime;
GRANT SELECT ON TABLE public.network_organisation TO schakel_backup;
GRANT UPDATE(kvk_number) ON TABLE public.network_organisation TO schakel_runtime;
GRANT UPDATE(agb_code) ON TABLE public.network_organisation TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_partner TO schakel_runtime;
GRANT SELECT ON TABLE public.network_partner TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_partnerarea TO schakel_runtime;
GRANT SELECT ON TABLE public.network_partnerarea TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.network_partnerevent TO schakel_runtime;
GRANT SELECT ON TABLE public.network_partnerevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.network_partnerevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_theme TO schakel_runtime;
GRANT SELECT ON TABLE public.network_theme TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.network_tierperson TO schakel_runtime;
GRANT SELECT ON TABLE public.network_tierperson TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notices_mail TO schakel_runtime;
GRANT SELECT ON TABLE public.notices_mail TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notices_notice TO schakel_runtime;
GRANT SELECT ON TABLE public.notices_notice TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notices_preference TO schakel_runtime;
GRANT SELECT ON TABLE public.notices_preference TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_cache TO schakel_runtime;
GRANT SELECT ON TABLE public.people_cache TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_person TO schakel_runtime;
GRANT SELECT ON TABLE public.people_person TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.procrastinate_events TO schakel_runtime;
GRANT SELECT ON TABLE public.procrastinate_events TO schakel_backup;
GRANT USAGE ON SEQUENCE public.procrastinate_events_id_seq TO schakel_runtime;
GRANT USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO schakel_runtime;
GRANT SELECT ON TABLE public.procrastinate_periodic_defers TO schakel_backup;
GRANT USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO schakel_runtime;
GRANT SELECT ON TABLE public.procrastinate_workers TO schakel_backup;
GRANT USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO schakel_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.public_contact TO schakel_runtime;
GRANT SELECT ON TABLE public.public_contact TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.public_membershiprequest TO schakel_runtime;
GRANT SELECT ON TABLE public.public_membershiprequest TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.public_outsideidea TO schakel_runtime;
GRANT SELECT ON TABLE public.public_outsideidea TO schakel_backup;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.public_publication TO schakel_runtime;
GRANT SELECT ON TABLE public.public_publication TO schakel_backup;
GRANT SELECT,INSERT ON TABLE public.public_publicationevent TO schakel_runtime;
GRANT SELECT ON TABLE public.public_publicationevent TO schakel_backup;
GRANT USAGE ON SEQUENCE public.public_publicationevent_pgh_id_seq TO schakel_runtime;
GRANT SELECT ON TABLE public.search_findabletext TO schakel_runtime;
GRANT SELECT ON TABLE public.search_findabletext TO schakel_backup;
GRANT SELECT ON TABLE tenancy.pulse TO schakel_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO schakel_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner IN SCHEMA public GRANT ALL ON FUNCTIONS TO schakel_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
INSERT INTO public.django_migrations (app, name, applied) VALUES
    ('people', '0001_initial', now()),
    ('account', '0001_initial', now()),
    ('account', '0002_email_max_length', now()),
    ('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
    ('account', '0004_alter_emailaddress_drop_unique_email', now()),
    ('account', '0005_emailaddress_idx_upper_email', now()),
    ('account', '0006_emailaddress_lower', now()),
    ('account', '0007_emailaddress_idx_email', now()),
    ('account', '0008_emailaddress_unique_primary_email_fixup', now()),
    ('account', '0009_emailaddress_unique_primary_email', now()),
    ('contenttypes', '0001_initial', now()),
    ('contenttypes', '0002_remove_content_type_name', now()),
    ('auth', '0001_initial', now()),
    ('auth', '0002_alter_permission_name_max_length', now()),
    ('auth', '0003_alter_user_email_max_length', now()),
    ('auth', '0004_alter_user_username_opts', now()),
    ('auth', '0005_alter_user_last_login_null', now()),
    ('auth', '0006_require_contenttypes_0002', now()),
    ('auth', '0007_alter_validators_add_error_messages', now()),
    ('auth', '0008_alter_user_username_max_length', now()),
    ('auth', '0009_alter_user_last_name_max_length', now()),
    ('auth', '0010_alter_group_name_max_length', now()),
    ('auth', '0011_update_proxy_permissions', now()),
    ('auth', '0012_alter_user_first_name_max_length', now()),
    ('pghistory', '0001_initial', now()),
    ('pghistory', '0002_aggregateevent', now()),
    ('pghistory', '0003_auto_20201023_1636', now()),
    ('pghistory', '0004_auto_20220906_1625', now()),
    ('pghistory', '0005_events_middlewareevents', now()),
    ('pghistory', '0006_delete_aggregateevent', now()),
    ('pghistory', '0007_auto_20250421_0444', now()),
    ('tenancy', '0001_context', now()),
    ('network', '0001_initial', now()),
    ('network', '0002_tenancy', now()),
    ('network', '0003_criteria_per_theme', now()),
    ('network', '0004_agreements_that_renew', now()),
    ('network', '0005_growth_of_the_network', now()),
    ('network', '0006_who_manages', now()),
    ('network', '0007_what_parties_do', now()),
    ('network', '0008_met_once_for_a_day', now()),
    ('network', '0009_each_answer_stays', now()),
    ('network', '0010_partners_have_areas_and_numbers', now()),
    ('network', '0011_articles_of_agreements', now()),
    ('network', '0012_texts_become_articles', now()),
    ('network', '0013_what_is_signed_stays', now()),
    ('network', '0014_numbers_of_organisations_beat_everywhere', now()),
    ('measuring', '0001_initial', now()),
    ('measuring', '0002_tenancy', now()),
    ('measuring', '0003_series', now()),
    ('measuring', '0004_files', now()),
    ('measuring', '0005_readings', now()),
    ('measuring', '0006_fiches', now()),
    ('measuring', '0007_limits_tell_their_period', now()),
    ('governance', '0001_initial', now()),
    ('governance', '0002_tenancy', now()),
    ('governance', '0003_invitations', now()),
    ('governance', '0004_calendars', now()),
    ('governance', '0005_invitations_are_for_the_office', now()),
    ('governance', '0006_written_down_late', now()),
    ('measuring', '0008_thresholds_of_small_numbers', now()),
    ('measuring', '0009_series_end_and_means_have_a_spread', now()),
    ('carechain', '0001_initial', now()),
    ('carechain', '0002_bottlenecks', now()),
    ('carechain', '0003_cuts', now()),
    ('carechain', '0004_indicators', now()),
    ('carechain', '0005_stations', now()),
    ('carechain', '0006_home_to_home', now()),
    ('carechain', '0007_waits_of_providers', now()),
    ('carechain', '0008_norms_in_working_days', now()),
    ('carechain', '0009_norms_in_hours', now()),
    ('carechain', '0010_third_free_slot', now()),
    ('documents', '0001_initial', now()),
    ('documents', '0002_tenancy', now()),
    ('documents', '0003_words', now()),
    ('documents', '0004_words_that_wait', now()),
    ('documents', '0005_an_archive_made_here', now()),
    ('documents', '0006_made_here', now()),
    ('documents', '0007_what_an_archive_holds', now()),
    ('documents', '0008_annexes', now()),
    ('documents', '0009_printouts', now()),
    ('exchange', '0001_initial', now()),
    ('exchange', '0002_tenancy', now()),
    ('governance', '0007_absences', now()),
    ('governance', '0008_a_decision_that_does_not_count_is_taken_back', now()),
    ('governance', '0009_conditions_lapse', now()),
    ('governance', '0010_conditions_change_hands', now()),
    ('governance', '0011_a_later_decision_replaces_an_earlier_one', now()),
    ('governance', '0012_a_mandate_ends_with_a_decision', now()),
    ('governance', '0013_minutes_that_stay', now()),
    ('initiatives', '0001_initial', now()),
    ('initiatives', '0002_tenancy', now()),
    ('initiatives', '0003_history_moves_only_history', now()),
    ('initiatives', '0004_talk', now()),
    ('initiatives', '0005_whole_life', now()),
    ('initiatives', '0006_whole_life_tenancy', now()),
    ('initiatives', '0007_a_note_being_written_is_its_writers', now()),
    ('initiatives', '0008_internal_notes', now()),
    ('initiatives', '0009_dossiers', now()),
    ('initiatives', '0010_measures', now()),
    ('initiatives', '0011_dossier_files', now()),
    ('initiatives', '0012_value', now()),
    ('initiatives', '0013_surveys', now()),
    ('initiatives', '0014_gates_that_stay', now()),
    ('initiatives', '0015_dossiers_of_the_network', now()),
    ('initiatives', '0016_clouds_of_draws', now()),
    ('initiatives', '0017_who_answered_and_who_changed', now()),
    ('initiatives', '0018_who_is_named_and_fingerprints', now()),
    ('initiatives', '0019_answer_templates', now()),
    ('initiatives', '0020_own_gate_lists', now()),
    ('initiatives', '0021_value_completeness', now()),
    ('initiatives', '0022_spending', now()),
    ('initiatives', '0023_price_index', now()),
    ('initiatives', '0024_kept_views', now()),
    ('initiatives', '0025_compared_claims', now()),
    ('initiatives', '0026_a_saving_is_counted_once', now()),
    ('procrastinate', '0001_initial', now()),
    ('procrastinate', '0002_drop_started_at_column', now()),
    ('procrastinate', '0003_drop_started_at_column', now()),
    ('procrastinate', '0004_drop_procrastinate_version_table', now()),
    ('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
    ('procrastinate', '0006_fix_trigger_status_events_insert', now()),
    ('procrastinate', '0007_add_queueing_lock_column', now()),
    ('procrastinate', '0008_close_fetch_job_race_condition', now()),
    ('procrastinate', '0009_add_defer_job_function', now()),
    ('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
    ('procrastinate', '0011_add_foreign_key_index', now()),
    ('procrastinate', '0012_add_locks_to_periodic_defer', now()),
    ('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
    ('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
    ('procrastinate', '0015_add_trigger_on_job_deletion', now()),
    ('procrastinate', '0016_delete_finished_jobs', now()),
    ('procrastinate', '0017_add_checks_to_finish_job', now()),
    ('procrastinate', '0018_add_checks_to_retry_job', now()),
    ('procrastinate', '0019_fix_finish_job_compat_issue', now()),
    ('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
    ('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
    ('procrastinate', '0022_null_locks_excluded', now()),
    ('procrastinate', '0023_remove_old_finish_job_function', now()),
    ('procrastinate', '0024_job_id_bigint', now()),
    ('procrastinate', '0025_add_models', now()),
    ('procrastinate', '0026_add_job_priority', now()),
    ('procrastinate', '0027_add_periodic_job_priority', now()),
    ('procrastinate', '0028_add_cancel_states', now()),
    ('procrastinate', '0029_add_additional_params_to_retry_job', now()),
    ('procrastinate', '0030_alter_procrastinateevent_options', now()),
    ('procrastinate', '0031_add_indexes_for_fetch_job', now()),
    ('procrastinate', '0032_pre_cancel_notification', now()),
    ('procrastinate', '0033_post_cancel_notification', now()),
    ('procrastinate', '0034_pre_add_heartbeat', now()),
    ('procrastinate', '0035_post_add_heartbeat', now()),
    ('procrastinate', '0036_add_worker_model', now()),
    ('procrastinate', '0037_pre_batch_defer_jobs', now()),
    ('procrastinate', '0038_post_batch_defer_jobs', now()),
    ('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
    ('procrastinate', '0040_pre_retry_failed_job', now()),
    ('procrastinate', '0041_post_retry_failed_job', now()),
    ('jobs', '0001_initial', now()),
    ('jobs', '0002_tenancy', now()),
    ('journal', '0001_initial', now()),
    ('journal', '0002_tenancy', now()),
    ('journal', '0003_pulse', now()),
    ('journal', '0004_writers_share_a_lock', now()),
    ('measuring', '0010_sheets_are_printouts', now()),
    ('mfa', '0001_initial', now()),
    ('mfa', '0002_authenticator_timestamps', now()),
    ('mfa', '0003_authenticator_type_uniq', now()),
    ('notices', '0001_initial', now()),
    ('notices', '0002_tenancy', now()),
    ('notices', '0003_left_behind', now()),
    ('notices', '0004_more_to_tell', now()),
    ('notices', '0005_intake_proposals_and_replies', now()),
    ('notices', '0006_what_parties_do', now()),
    ('notices', '0007_figures_and_verdicts', now()),
    ('notices', '0008_who_stands_in', now()),
    ('sessions', '0001_initial', now()),
    ('people', '0002_cache', now()),
    ('people', '0003_who_may_found', now()),
    ('public', '0001_initial', now()),
    ('public', '0002_tenancy', now()),
    ('public', '0003_for_the_office', now()),
    ('public', '0004_the_submitter_hears_first', now()),
    ('public', '0005_where_it_happens', now()),
    ('public', '0006_what_replaced_a_decision_is_told_with_it', now()),
    ('public', '0007_public_texts_keep_their_history', now()),
    ('public', '0008_decisions_of_one_initiative_are_asked_alone', now()),
    ('search', '0001_initial', now()),
    ('search', '0002_index', now()),
    ('search', '0003_finding', now()),
    ('search', '0004_words_of_documents', now()),
    ('search', '0005_ambitions_and_taking_turns', now()),
    ('search', '0006_minutes', now());
SELECT pg_catalog.set_config('search_path', 'public', true);
