ALTER TABLE "programme_needs" ADD COLUMN "answer_by" date DEFAULT current_date + 28 NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD COLUMN "fix_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What was fixed before buyers were asked, stays so.
UPDATE "programme_needs" SET "fix_allowed" = true WHERE "status" = 'fixed';--> statement-breakpoint
CREATE UNIQUE INDEX "programme_needs_fixed_once" ON "programme_needs" USING btree ("need_id") WHERE "programme_needs"."status" = 'fixed' and not "programme_needs"."fix_allowed";
