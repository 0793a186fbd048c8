-- What a visitor may read of a need, for its OCDS releases; null when nothing. The contact is for who is signed in.
CREATE FUNCTION public_facts(need uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'id', n.id, 'reference', n.reference, 'title', n.title, 'description', n.description, 'language', n.language,
    'windowStart', n.window_start, 'windowEnd', n.window_end, 'windowPrecision', n.window_precision,
    'valueMinCents', n.value_min_cents, 'valueMaxCents', n.value_max_cents, 'certainty', n.certainty, 'cpv', n.cpv,
    'theme', n.theme, 'ecosystems', n.ecosystems, 'place', n.place, 'procedure', n.procedure, 'skills', n.skills,
    'questions', n.questions, 'status', n.status, 'withdrawReason', n.withdraw_reason, 'becameUrl', n.became_url,
    'buyer', jsonb_build_object('id', b.id, 'name', b.name),
    'programmes', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) ORDER BY l.status = 'fixed' DESC, l.decided_at, p.id)
      FROM programme_needs l JOIN programmes p ON p.id = l.programme_id
      WHERE l.need_id = n.id AND l.status IN ('consented', 'fixed') AND p.status <> 'draft'), '[]'))
  FROM needs n JOIN organisations b ON b.id = n.buyer_id
  WHERE n.id = need AND n.visibility = 'public' AND n.published_at IS NOT NULL
$$;
--> statement-breakpoint
-- Appends what is public of these needs where it differs from what was appended last: as often as it is called, nothing
-- is lost and nothing stands twice.
CREATE FUNCTION keep_publications(changed uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  concerned uuid[] := ARRAY(
    SELECT c.id FROM unnest(changed) AS c (id)
    WHERE EXISTS (SELECT 1 FROM needs n WHERE n.id = c.id AND n.visibility = 'public' AND n.published_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM need_publications p WHERE p.need_id = c.id)
    ORDER BY c.id);
BEGIN
  -- Of two transactions that change a need and its programme at once, the later one waits and then sees both.
  PERFORM 1 FROM needs WHERE id = ANY (concerned) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO need_publications (need_id, number, at, facts)
  SELECT c.id, coalesce(last.number, 0) + 1,
    -- A later publication has a later moment, also to who counts in milliseconds.
    greatest(date_trunc('milliseconds', clock_timestamp()), last.at + interval '1 millisecond'), now.facts
  FROM unnest(concerned) AS c (id)
    LEFT JOIN LATERAL (
      SELECT number, at, facts FROM need_publications WHERE need_id = c.id ORDER BY number DESC LIMIT 1) last ON true
    CROSS JOIN LATERAL (SELECT public_facts(c.id) AS facts) now
  WHERE now.facts IS DISTINCT FROM last.facts;
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION keep_publications FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION keep_publications_of_needs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_publications(ARRAY(SELECT id FROM changed));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION keep_publications_of_bundles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_publications(ARRAY(SELECT DISTINCT need_id FROM changed));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION keep_publications_of_programmes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_publications(ARRAY(
    SELECT DISTINCT need_id FROM programme_needs WHERE programme_id IN (SELECT id FROM changed)));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION keep_publications_of_buyers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_publications(ARRAY(SELECT id FROM needs WHERE buyer_id IN (SELECT id FROM changed)));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER needs_kept_on_insert AFTER INSERT ON needs
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_needs();
--> statement-breakpoint
CREATE TRIGGER needs_kept_on_update AFTER UPDATE ON needs
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_needs();
--> statement-breakpoint
CREATE TRIGGER needs_kept_on_delete AFTER DELETE ON needs
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_needs();
--> statement-breakpoint
CREATE TRIGGER programme_needs_kept_on_insert AFTER INSERT ON programme_needs
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_bundles();
--> statement-breakpoint
CREATE TRIGGER programme_needs_kept_on_update AFTER UPDATE ON programme_needs
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_bundles();
--> statement-breakpoint
CREATE TRIGGER programme_needs_kept_on_delete AFTER DELETE ON programme_needs
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_bundles();
--> statement-breakpoint
CREATE TRIGGER programmes_kept AFTER UPDATE ON programmes
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_programmes();
--> statement-breakpoint
CREATE TRIGGER organisations_kept AFTER UPDATE ON organisations
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_publications_of_buyers();
--> statement-breakpoint
CREATE TRIGGER need_publications_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON need_publications
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ocds_releases_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ocds_releases
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON need_publications FROM bundel_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON ocds_releases FROM bundel_app;
--> statement-breakpoint
-- What was public before publications were kept is published now.
SELECT keep_publications(ARRAY(SELECT id FROM needs));
