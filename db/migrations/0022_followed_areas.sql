ALTER TABLE "follows" ALTER COLUMN "subject_id" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_subject" CHECK (case "follows"."subject_kind" when 'ecosystem' then "follows"."subject_id" ~ '^[a-z0-9-]+$'
        when 'cell' then "follows"."subject_id" ~ '^[a-z0-9-]+/[a-z-]+$'
        else "follows"."subject_id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' end);