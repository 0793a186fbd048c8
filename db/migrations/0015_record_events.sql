-- Many acts of one person at once, in the order given, each with its own link in the chain: `record_event` for whole files.
CREATE FUNCTION record_events(actor uuid, organisation uuid, acts jsonb, topics text[])
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head event_head;
  act record;
  moment timestamptz;
  link text;
  first_topic integer := 1;
  -- A notification holds under 8,000 bytes.
  topics_at_once CONSTANT integer := 100;
BEGIN
  PERFORM pg_advisory_xact_lock(4201);
  SELECT * INTO head FROM event_head WHERE id = 'head';
  FOR act IN
    SELECT a.verb, a.kind, a.subject, a.changes
    FROM ROWS FROM (jsonb_to_recordset(acts) AS (verb text, kind text, subject uuid, changes jsonb))
      WITH ORDINALITY AS a (verb, kind, subject, changes, place)
    ORDER BY a.place
  LOOP
    moment := clock_timestamp();
    link := event_hash(head.hash, head.seq + 1, moment, actor, organisation, act.verb, act.kind, act.subject, act.changes);
    INSERT INTO events (seq, at, actor_id, organisation_id, verb, subject_kind, subject_id, changes, previous_hash, hash)
    VALUES (head.seq + 1, moment, actor, organisation, act.verb, act.kind, act.subject, act.changes, head.hash, link);
    head.seq := head.seq + 1;
    head.hash := link;
  END LOOP;
  UPDATE event_head SET seq = head.seq, hash = head.hash WHERE id = 'head';
  WHILE first_topic <= coalesce(array_length(topics, 1), 0) LOOP
    PERFORM pg_notify('bundel', jsonb_build_object(
      'seq', head.seq, 'topics', to_jsonb(topics[first_topic : first_topic + topics_at_once - 1]))::text);
    first_topic := first_topic + topics_at_once;
  END LOOP;
  RETURN head.seq;
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION record_events FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_events TO bundel_app;
