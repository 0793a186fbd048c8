CREATE TABLE "narrative_carets" (
	"programme_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"caret" jsonb NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "narrative_carets_programme_id_client_id_pk" PRIMARY KEY("programme_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "narrative_updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"update" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "narrative_updates_size" CHECK (octet_length("narrative_updates"."update") between 1 and 1048576)
);
--> statement-breakpoint
CREATE TABLE "narrative_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"writers" uuid[] NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "narratives" (
	"programme_id" uuid PRIMARY KEY NOT NULL,
	"state" "bytea",
	"folded_seq" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"writers" uuid[] DEFAULT '{}' NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"versioned_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "narrative_carets" ADD CONSTRAINT "narrative_carets_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narrative_carets" ADD CONSTRAINT "narrative_carets_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narrative_updates" ADD CONSTRAINT "narrative_updates_programme_id_narratives_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."narratives"("programme_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narrative_versions" ADD CONSTRAINT "narrative_versions_programme_id_narratives_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."narratives"("programme_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "narrative_updates_order" ON "narrative_updates" USING btree ("programme_id","seq");--> statement-breakpoint
CREATE INDEX "narrative_versions_programme_id_written_at_index" ON "narrative_versions" USING btree ("programme_id","written_at");