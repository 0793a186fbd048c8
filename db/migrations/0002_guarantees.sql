-- The event log: appended by one function, in one total order, chained by hash, never changed.
INSERT INTO event_head (id, seq, hash) VALUES ('head', 0, repeat('0', 64));
--> statement-breakpoint
CREATE FUNCTION event_hash(
  previous_hash text, seq bigint, at timestamptz, actor_id uuid, organisation_id uuid,
  verb text, subject_kind text, subject_id uuid, changes jsonb
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    previous_hash, seq::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(actor_id::text, '-'), coalesce(organisation_id::text, '-'),
    verb, subject_kind, subject_id::text, changes::text), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION record_event(
  actor uuid, organisation uuid, act text, kind text, subject uuid, changed jsonb, topics text[]
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head event_head;
  moment timestamptz;
  link text;
BEGIN
  -- Held to the end of the transaction: commits follow the order of seq, so a reader never sees a gap.
  PERFORM pg_advisory_xact_lock(4201);
  SELECT * INTO head FROM event_head WHERE id = 'head';
  moment := clock_timestamp();
  link := event_hash(head.hash, head.seq + 1, moment, actor, organisation, act, kind, subject, changed);
  INSERT INTO events (seq, at, actor_id, organisation_id, verb, subject_kind, subject_id, changes, previous_hash, hash)
  VALUES (head.seq + 1, moment, actor, organisation, act, kind, subject, changed, head.hash, link);
  UPDATE event_head SET seq = head.seq + 1, hash = link WHERE id = 'head';
  PERFORM pg_notify('bundel', jsonb_build_object('seq', head.seq + 1, 'topics', to_jsonb(topics))::text);
  RETURN head.seq + 1;
END
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: record a new row instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decision_publications_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_publications
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The seal: before the deadline, by the database's clock, only the respondent's organisation reaches a response.
ALTER TABLE responses ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE FUNCTION acting_organisation() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('bundel.organisation', true), '')::uuid
$$;
--> statement-breakpoint
CREATE FUNCTION is_unsealed(challenge uuid) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT EXISTS (SELECT 1 FROM challenges WHERE id = challenge AND deadline <= clock_timestamp())
$$;
--> statement-breakpoint
CREATE POLICY responses_sealed ON responses FOR SELECT TO bundel_app
  USING (organisation_id = acting_organisation() OR is_unsealed(challenge_id));
--> statement-breakpoint
CREATE POLICY responses_own_insert ON responses FOR INSERT TO bundel_app
  WITH CHECK (organisation_id = acting_organisation());
--> statement-breakpoint
CREATE POLICY responses_update ON responses FOR UPDATE TO bundel_app
  USING (organisation_id = acting_organisation() OR is_unsealed(challenge_id));
--> statement-breakpoint
-- After the deadline nothing of what was submitted can be changed by anyone; before it, only by the respondent.
CREATE FUNCTION keep_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.title, NEW.body, NEW.price_cents, NEW.status, NEW.submitted_at, NEW.receipt_hash, NEW.organisation_id, NEW.challenge_id)
     IS DISTINCT FROM
     (OLD.title, OLD.body, OLD.price_cents, OLD.status, OLD.submitted_at, OLD.receipt_hash, OLD.organisation_id, OLD.challenge_id)
     AND is_unsealed(OLD.challenge_id) THEN
    RAISE EXCEPTION 'a response cannot change after the deadline' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER responses_keep_submission BEFORE UPDATE ON responses
  FOR EACH ROW EXECUTE FUNCTION keep_submission();
--> statement-breakpoint
CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_unsealed(NEW.challenge_id) THEN
    RAISE EXCEPTION 'a response cannot be made after the deadline' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER responses_not_late BEFORE INSERT ON responses
  FOR EACH ROW EXECUTE FUNCTION refuse_late();
--> statement-breakpoint
-- Four eyes by person: who assessed does not sign, and a signature stands under one version only.
CREATE FUNCTION check_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  application applications;
BEGIN
  SELECT * INTO application FROM applications WHERE id = NEW.application_id;
  IF NEW.person_id IN (application.assessed_by, application.created_by) THEN
    RAISE EXCEPTION 'who drafted or assessed does not sign' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM memberships WHERE person_id = NEW.person_id AND organisation_id = application.applicant_id) THEN
    RAISE EXCEPTION 'nobody of the applicant signs' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.application_version <> application.version THEN
    RAISE EXCEPTION 'the application changed since' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER signatures_four_eyes BEFORE INSERT ON signatures
  FOR EACH ROW EXECUTE FUNCTION check_signature();
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO bundel_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bundel_app;
--> statement-breakpoint
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO bundel_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bundel_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO bundel_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON events, event_head FROM bundel_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON decisions, decision_publications FROM bundel_app;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION record_event FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_event TO bundel_app;
