CREATE TABLE "need_publications" (
	"need_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"facts" jsonb,
	CONSTRAINT "need_publications_need_id_number_pk" PRIMARY KEY("need_id","number")
);
--> statement-breakpoint
CREATE TABLE "ocds_releases" (
	"need_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"ocid" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"is_public" boolean NOT NULL,
	"release" json NOT NULL,
	CONSTRAINT "ocds_releases_need_id_number_pk" PRIMARY KEY("need_id","number")
);
--> statement-breakpoint
ALTER TABLE "ocds_releases" ADD CONSTRAINT "ocds_releases_of_publication" FOREIGN KEY ("need_id","number") REFERENCES "public"."need_publications"("need_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ocds_releases_by_time" ON "ocds_releases" USING btree ("at","need_id");--> statement-breakpoint
CREATE INDEX "ocds_releases_by_ocid" ON "ocds_releases" USING btree ("ocid","number");