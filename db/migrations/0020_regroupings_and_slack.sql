CREATE TABLE "programme_regroupings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"from_status" text NOT NULL,
	"needs" jsonb NOT NULL,
	"pledge_ids" uuid[] DEFAULT '{}' NOT NULL,
	"intervention_ids" uuid[] DEFAULT '{}' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "programme_regroupings_kind" CHECK ("programme_regroupings"."kind" in ('split', 'merge')),
	CONSTRAINT "programme_regroupings_two" CHECK ("programme_regroupings"."from_id" <> "programme_regroupings"."to_id"),
	CONSTRAINT "programme_regroupings_undone" CHECK (("programme_regroupings"."undone_at" is null) = ("programme_regroupings"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "programme_needs" DROP CONSTRAINT "programme_needs_status";--> statement-breakpoint
ALTER TABLE "programmes" DROP CONSTRAINT "programmes_published";--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "slack_earlier" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "slack_later" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD COLUMN "asked_start" date;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD COLUMN "asked_end" date;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD COLUMN "asked_reason" text;--> statement-breakpoint
ALTER TABLE "programme_regroupings" ADD CONSTRAINT "programme_regroupings_from_id_programmes_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_regroupings" ADD CONSTRAINT "programme_regroupings_to_id_programmes_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_regroupings" ADD CONSTRAINT "programme_regroupings_made_by_persons_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_regroupings" ADD CONSTRAINT "programme_regroupings_undone_by_persons_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_regroupings_merged_once" ON "programme_regroupings" USING btree ("from_id") WHERE "programme_regroupings"."kind" = 'merge' and "programme_regroupings"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "programme_regroupings_from_id_index" ON "programme_regroupings" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "programme_regroupings_to_id_index" ON "programme_regroupings" USING btree ("to_id");--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_slack" CHECK ("needs"."slack_earlier" between 0 and 8 and "needs"."slack_later" between 0 and 8);--> statement-breakpoint
ALTER TABLE "programme_needs" ADD CONSTRAINT "programme_needs_asked_window" CHECK (("programme_needs"."asked_start" is null) = ("programme_needs"."asked_end" is null) and ("programme_needs"."asked_start" is null) = ("programme_needs"."asked_reason" is null) and "programme_needs"."asked_end" >= "programme_needs"."asked_start");--> statement-breakpoint
ALTER TABLE "programme_needs" ADD CONSTRAINT "programme_needs_status" CHECK ("programme_needs"."status" in ('proposed', 'consented', 'refused', 'withdrawn', 'fixed', 'released', 'moved'));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_published" CHECK ("programmes"."status" <> 'published' or "programmes"."published_at" is not null);