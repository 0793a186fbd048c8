CREATE EXTENSION IF NOT EXISTS citext;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- The application connects as this role: it may do what commands do, and nothing to the log but append and read.
DO $$
BEGIN
  CREATE ROLE bundel_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('GRANT bundel_app TO %I', current_user);
END
$$;
