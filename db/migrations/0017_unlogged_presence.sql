-- Who is here now means nothing after a crash, and each opened page writes it: it need not wait for the disk. A table that
-- is not logged can refer to one that is.
ALTER TABLE "presences" SET UNLOGGED;
--> statement-breakpoint
-- To who listens for it: who is at this topic has changed. Never who.
CREATE FUNCTION tell_presence(topic text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('bundel', jsonb_build_object('presence', topic)::text)
$$;
