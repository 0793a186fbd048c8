CREATE TABLE "bundle_dismissals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"programme_id" uuid,
	"need_ids" uuid[] NOT NULL,
	"dismissed_by" uuid NOT NULL,
	"dismissed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "bundle_dismissals_needs" CHECK (cardinality("bundle_dismissals"."need_ids") >= case when "bundle_dismissals"."programme_id" is null then 2 else 1 end)
);
--> statement-breakpoint
ALTER TABLE "bundle_dismissals" ADD CONSTRAINT "bundle_dismissals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle_dismissals" ADD CONSTRAINT "bundle_dismissals_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle_dismissals" ADD CONSTRAINT "bundle_dismissals_dismissed_by_persons_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bundle_dismissals_standing" ON "bundle_dismissals" USING btree ("organisation_id",coalesce("programme_id", '00000000-0000-0000-0000-000000000000'),"need_ids") WHERE "bundle_dismissals"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "bundle_dismissals_programme_id_index" ON "bundle_dismissals" USING btree ("programme_id");