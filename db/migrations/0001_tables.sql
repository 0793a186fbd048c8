CREATE TABLE "identities" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext",
	"name" text NOT NULL,
	"language" text DEFAULT 'nl' NOT NULL,
	"is_administrator" boolean DEFAULT false NOT NULL,
	"persona" text,
	"email_verified_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "persons_email_unique" UNIQUE("email"),
	CONSTRAINT "persons_persona_unique" UNIQUE("persona"),
	CONSTRAINT "persons_language" CHECK ("persons"."language" in ('nl', 'en')),
	CONSTRAINT "persons_erased_without_email" CHECK ("persons"."erased_at" is null or "persons"."email" is null),
	CONSTRAINT "persons_name_length" CHECK (char_length("persons"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"identifier" "citext" NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "challenge_reviewers" (
	"challenge_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"conflict" text DEFAULT 'undeclared' NOT NULL,
	"conflict_note" text,
	"declared_at" timestamp with time zone,
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "challenge_reviewers_challenge_id_person_id_pk" PRIMARY KEY("challenge_id","person_id"),
	CONSTRAINT "challenge_reviewers_conflict" CHECK ("challenge_reviewers"."conflict" in ('undeclared', 'none', 'conflict'))
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"client_id" uuid NOT NULL,
	"need_id" uuid,
	"programme_id" uuid,
	"theme" text,
	"ecosystem" text,
	"elements" text[] DEFAULT '{}' NOT NULL,
	"mission_test" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"parties" text[] DEFAULT '{}' NOT NULL,
	"procedure" text DEFAULT 'open-call' NOT NULL,
	"criteria" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"budget_cents" bigint,
	"contact" text DEFAULT '' NOT NULL,
	"deadline" timestamp with time zone,
	"status" text DEFAULT 'draft' NOT NULL,
	"assessment" text,
	"assessed_by" uuid,
	"proposed_by" uuid NOT NULL,
	"opened_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "challenges_language" CHECK ("challenges"."language" in ('nl', 'en')),
	CONSTRAINT "challenges_procedure" CHECK ("challenges"."procedure" in ('startup-in-residence', 'sbir', 'innovation-partnership', 'open-call')),
	CONSTRAINT "challenges_status" CHECK ("challenges"."status" in ('draft', 'proposed', 'returned', 'accepted', 'open', 'under-review', 'decided', 'cancelled')),
	CONSTRAINT "challenges_elements" CHECK ("challenges"."elements" <@ array['formal-institutions', 'culture', 'infrastructure', 'demand', 'networks', 'leadership', 'talent', 'finance', 'knowledge', 'intermediate-services']::text[]),
	CONSTRAINT "challenges_second_person" CHECK ("challenges"."assessed_by" is null or "challenges"."assessed_by" <> "challenges"."proposed_by"),
	CONSTRAINT "challenges_open_with_deadline" CHECK ("challenges"."status" not in ('open', 'under-review', 'decided') or "challenges"."deadline" is not null),
	CONSTRAINT "challenges_budget" CHECK ("challenges"."budget_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "diagnosis_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"from_source" boolean DEFAULT false NOT NULL,
	"organisation_id" uuid,
	"created_by" uuid,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "diagnosis_rounds_slug_unique" UNIQUE("slug"),
	CONSTRAINT "diagnosis_rounds_status" CHECK ("diagnosis_rounds"."status" in ('draft', 'published')),
	CONSTRAINT "diagnosis_rounds_published" CHECK (("diagnosis_rounds"."status" = 'published') = ("diagnosis_rounds"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"round_id" uuid NOT NULL,
	"ecosystem" text NOT NULL,
	"element" text NOT NULL,
	"rating" text NOT NULL,
	"basis" text NOT NULL,
	"ground" jsonb NOT NULL,
	"evidence" text,
	"measurement" jsonb,
	"source" jsonb,
	"judged_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_round_id_ecosystem_element_pk" PRIMARY KEY("round_id","ecosystem","element"),
	CONSTRAINT "ratings_element" CHECK ("ratings"."element" in ('formal-institutions', 'culture', 'infrastructure', 'demand', 'networks', 'leadership', 'talent', 'finance', 'knowledge', 'intermediate-services')),
	CONSTRAINT "ratings_rating" CHECK ("ratings"."rating" in ('weak', 'average', 'strong', 'not-assessed')),
	CONSTRAINT "ratings_basis" CHECK ("ratings"."basis" in ('measured', 'judged'))
);
--> statement-breakpoint
CREATE TABLE "event_head" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"person_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_person_id_subject_kind_subject_id_pk" PRIMARY KEY("person_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_cursors" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fund_id" uuid NOT NULL,
	"applicant_id" uuid NOT NULL,
	"response_id" uuid,
	"challenge_id" uuid,
	"intervention_id" uuid,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"amount_cents" bigint,
	"cofunding_cents" bigint DEFAULT 0 NOT NULL,
	"mission_test" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"parties" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"assessment" text,
	"advice" text,
	"assessed_by" uuid,
	"created_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_language" CHECK ("applications"."language" in ('nl', 'en')),
	CONSTRAINT "applications_status" CHECK ("applications"."status" in ('draft', 'submitted', 'assessed', 'awarded', 'refused', 'withdrawn')),
	CONSTRAINT "applications_amounts" CHECK ("applications"."amount_cents" > 0 and "applications"."cofunding_cents" >= 0),
	CONSTRAINT "applications_advice" CHECK ("applications"."advice" in ('award', 'refuse')),
	CONSTRAINT "applications_one_purpose" CHECK (num_nonnulls("applications"."response_id", "applications"."intervention_id") = 1),
	CONSTRAINT "applications_assessor_is_not_applicant" CHECK ("applications"."assessed_by" is null or "applications"."assessed_by" <> "applications"."created_by")
);
--> statement-breakpoint
CREATE TABLE "decision_publications" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"kind" text NOT NULL,
	"challenge_id" uuid,
	"response_id" uuid,
	"application_id" uuid,
	"fund_id" uuid,
	"organisation_id" uuid NOT NULL,
	"beneficiary_id" uuid,
	"subject_version" integer NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"amount_cents" bigint,
	"cofunding_cents" bigint,
	"reasons" jsonb NOT NULL,
	"decided_by" uuid[] NOT NULL,
	"corrects_id" uuid,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_number_unique" UNIQUE("number"),
	CONSTRAINT "decisions_kind" CHECK ("decisions"."kind" in ('selection', 'award', 'refusal')),
	CONSTRAINT "decisions_award_by_two" CHECK ("decisions"."kind" = 'selection' or cardinality("decisions"."decided_by") >= 2),
	CONSTRAINT "decisions_subject" CHECK (num_nonnulls("decisions"."challenge_id", "decisions"."application_id") >= 1)
);
--> statement-breakpoint
CREATE TABLE "fund_mandates" (
	"fund_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"limit_cents" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fund_mandates_fund_id_person_id_pk" PRIMARY KEY("fund_id","person_id"),
	CONSTRAINT "fund_mandates_limit" CHECK ("fund_mandates"."limit_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "funds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"budget_cents" bigint NOT NULL,
	"promised_cents" bigint DEFAULT 0 NOT NULL,
	"conditions" text[] DEFAULT '{}' NOT NULL,
	"minimum_parties" integer DEFAULT 2 NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funds_language" CHECK ("funds"."language" in ('nl', 'en')),
	CONSTRAINT "funds_status" CHECK ("funds"."status" in ('open', 'closed')),
	CONSTRAINT "funds_never_over_budget" CHECK ("funds"."promised_cents" between 0 and "funds"."budget_cents"),
	CONSTRAINT "funds_cooperation" CHECK ("funds"."minimum_parties" >= 2)
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"application_version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"voided_at" timestamp with time zone,
	CONSTRAINT "signatures_once_per_version" UNIQUE("application_id","application_version","person_id"),
	CONSTRAINT "signatures_verdict" CHECK ("signatures"."verdict" in ('award', 'refuse'))
);
--> statement-breakpoint
CREATE TABLE "intervention_partners" (
	"intervention_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "intervention_partners_intervention_id_organisation_id_pk" PRIMARY KEY("intervention_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "interventions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"language" text NOT NULL,
	"instrument" text NOT NULL,
	"ecosystem" text NOT NULL,
	"element" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"budget_cents" bigint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"target" jsonb NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"stop_reason" text,
	"result" jsonb,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interventions_language" CHECK ("interventions"."language" in ('nl', 'en')),
	CONSTRAINT "interventions_element" CHECK ("interventions"."element" in ('formal-institutions', 'culture', 'infrastructure', 'demand', 'networks', 'leadership', 'talent', 'finance', 'knowledge', 'intermediate-services')),
	CONSTRAINT "interventions_status" CHECK ("interventions"."status" in ('planned', 'running', 'completed', 'stopped')),
	CONSTRAINT "interventions_period" CHECK ("interventions"."ends_on" >= "interventions"."starts_on"),
	CONSTRAINT "interventions_budget" CHECK ("interventions"."budget_cents" >= 0),
	CONSTRAINT "interventions_stopped_with_reason" CHECK ("interventions"."status" <> 'stopped' or "interventions"."stop_reason" is not null),
	CONSTRAINT "interventions_completed_with_result" CHECK ("interventions"."status" <> 'completed' or "interventions"."result" is not null)
);
--> statement-breakpoint
CREATE TABLE "need_invitations" (
	"need_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "need_invitations_need_id_organisation_id_pk" PRIMARY KEY("need_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "need_slips" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"from_start" date NOT NULL,
	"from_end" date NOT NULL,
	"to_start" date NOT NULL,
	"to_end" date NOT NULL,
	"reason" text NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"buyer_id" uuid NOT NULL,
	"reference" text,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"window_start" date,
	"window_end" date,
	"window_precision" text DEFAULT 'quarter' NOT NULL,
	"value_min_cents" bigint,
	"value_max_cents" bigint,
	"certainty" text DEFAULT 'idea' NOT NULL,
	"cpv" text,
	"theme" text,
	"ecosystems" text[] DEFAULT '{}' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"procedure" text DEFAULT 'unknown' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"questions" text[] DEFAULT '{}' NOT NULL,
	"visibility" text DEFAULT 'organisation' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"withdraw_reason" text,
	"became_url" text,
	"published_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('dutch', description), 'B') || setweight(to_tsvector('english', description), 'B')) STORED,
	CONSTRAINT "needs_language" CHECK ("needs"."language" in ('nl', 'en')),
	CONSTRAINT "needs_window_precision" CHECK ("needs"."window_precision" in ('quarter', 'date')),
	CONSTRAINT "needs_certainty" CHECK ("needs"."certainty" in ('idea', 'draft-budget', 'budgeted', 'announced')),
	CONSTRAINT "needs_procedure" CHECK ("needs"."procedure" in ('open', 'restricted', 'negotiated', 'competitive-dialogue', 'innovation-partnership', 'below-threshold', 'unknown')),
	CONSTRAINT "needs_visibility" CHECK ("needs"."visibility" in ('public', 'signed-in', 'invited', 'organisation')),
	CONSTRAINT "needs_status" CHECK ("needs"."status" in ('draft', 'published', 'fulfilled', 'withdrawn')),
	CONSTRAINT "needs_window" CHECK ("needs"."window_end" >= "needs"."window_start"),
	CONSTRAINT "needs_value" CHECK ("needs"."value_min_cents" >= 0 and "needs"."value_max_cents" >= "needs"."value_min_cents"),
	CONSTRAINT "needs_published" CHECK ("needs"."status" <> 'published' or "needs"."published_at" is not null),
	CONSTRAINT "needs_withdrawn_with_reason" CHECK ("needs"."status" <> 'withdrawn' or "needs"."withdraw_reason" is not null),
	CONSTRAINT "needs_published_complete" CHECK ("needs"."status" <> 'published' or ("needs"."window_start" is not null and "needs"."window_end" is not null and "needs"."value_min_cents" is not null and "needs"."value_max_cents" is not null and "needs"."theme" is not null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" "citext" NOT NULL,
	"roles" text[] NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_roles" CHECK ("invitations"."roles" <@ array['manager', 'buyer', 'curator', 'analyst', 'reviewer', 'entrepreneur', 'partner', 'funding-officer', 'approver', 'controller']::text[])
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id"),
	CONSTRAINT "memberships_roles" CHECK ("memberships"."roles" <@ array['manager', 'buyer', 'curator', 'analyst', 'reviewer', 'entrepreneur', 'partner', 'funding-officer', 'approver', 'controller']::text[])
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"registration_number" text,
	"email_domain" "citext",
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('ministry', 'municipality', 'province', 'ngo', 'international-organisation', 'company', 'education', 'research', 'financier', 'cluster-organisation')),
	CONSTRAINT "organisations_name_length" CHECK (char_length("organisations"."name") between 2 and 200)
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"amount_cents" bigint,
	"quantity" integer,
	"unit" text,
	"year_from" integer NOT NULL,
	"year_to" integer NOT NULL,
	"status" text DEFAULT 'offered' NOT NULL,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pledges_kind" CHECK ("pledges"."kind" in ('capacity', 'training', 'research', 'capital')),
	CONSTRAINT "pledges_status" CHECK ("pledges"."status" in ('offered', 'withdrawn')),
	CONSTRAINT "pledges_years" CHECK ("pledges"."year_to" >= "pledges"."year_from"),
	CONSTRAINT "pledges_amount" CHECK ("pledges"."amount_cents" >= 0 and "pledges"."quantity" >= 0),
	CONSTRAINT "pledges_capital_has_amount" CHECK ("pledges"."kind" <> 'capital' or "pledges"."amount_cents" is not null)
);
--> statement-breakpoint
CREATE TABLE "programme_interventions" (
	"programme_id" uuid NOT NULL,
	"intervention_id" uuid NOT NULL,
	CONSTRAINT "programme_interventions_programme_id_intervention_id_pk" PRIMARY KEY("programme_id","intervention_id")
);
--> statement-breakpoint
CREATE TABLE "programme_needs" (
	"programme_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"reason" text,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programme_needs_programme_id_need_id_pk" PRIMARY KEY("programme_id","need_id"),
	CONSTRAINT "programme_needs_status" CHECK ("programme_needs"."status" in ('proposed', 'consented', 'refused', 'withdrawn', 'fixed', 'released')),
	CONSTRAINT "programme_needs_reasoned" CHECK ("programme_needs"."status" not in ('refused', 'withdrawn', 'released') or "programme_needs"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"theme" text,
	"programme_theme" text,
	"lead_id" uuid NOT NULL,
	"ecosystems" text[] DEFAULT '{}' NOT NULL,
	"elements" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"close_reason" text,
	"published_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('dutch', description), 'B') || setweight(to_tsvector('english', description), 'B')) STORED,
	CONSTRAINT "programmes_language" CHECK ("programmes"."language" in ('nl', 'en')),
	CONSTRAINT "programmes_status" CHECK ("programmes"."status" in ('draft', 'published', 'closed')),
	CONSTRAINT "programmes_elements" CHECK ("programmes"."elements" <@ array['formal-institutions', 'culture', 'infrastructure', 'demand', 'networks', 'leadership', 'talent', 'finance', 'knowledge', 'intermediate-services']::text[]),
	CONSTRAINT "programmes_published" CHECK ("programmes"."status" = 'draft' or "programmes"."published_at" is not null),
	CONSTRAINT "programmes_closed_with_reason" CHECK ("programmes"."status" <> 'closed' or "programmes"."close_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"price_cents" bigint,
	"status" text DEFAULT 'draft' NOT NULL,
	"submitted_at" timestamp with time zone,
	"receipt_hash" text,
	"feedback" jsonb,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "responses_one_per_organisation" UNIQUE("challenge_id","organisation_id"),
	CONSTRAINT "responses_language" CHECK ("responses"."language" in ('nl', 'en')),
	CONSTRAINT "responses_status" CHECK ("responses"."status" in ('draft', 'submitted', 'withdrawn')),
	CONSTRAINT "responses_price" CHECK ("responses"."price_cents" >= 0),
	CONSTRAINT "responses_submitted_with_receipt" CHECK ("responses"."status" <> 'submitted' or ("responses"."submitted_at" is not null and "responses"."receipt_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"scores" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"submitted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_one_per_reviewer" UNIQUE("response_id","reviewer_id"),
	CONSTRAINT "reviews_status" CHECK ("reviews"."status" in ('draft', 'submitted'))
);
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_reviewers" ADD CONSTRAINT "challenge_reviewers_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_reviewers" ADD CONSTRAINT "challenge_reviewers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_reviewers" ADD CONSTRAINT "challenge_reviewers_assigned_by_persons_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_client_id_organisations_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_assessed_by_persons_id_fk" FOREIGN KEY ("assessed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_proposed_by_persons_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_rounds" ADD CONSTRAINT "diagnosis_rounds_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_rounds" ADD CONSTRAINT "diagnosis_rounds_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_round_id_diagnosis_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."diagnosis_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_judged_by_persons_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_cursors" ADD CONSTRAINT "read_cursors_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_applicant_id_organisations_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_intervention_id_interventions_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."interventions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assessed_by_persons_id_fk" FOREIGN KEY ("assessed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_publications" ADD CONSTRAINT "decision_publications_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_publications" ADD CONSTRAINT "decision_publications_published_by_persons_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_beneficiary_id_organisations_id_fk" FOREIGN KEY ("beneficiary_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_corrects_id_decisions_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_mandates" ADD CONSTRAINT "fund_mandates_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_mandates" ADD CONSTRAINT "fund_mandates_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_partners" ADD CONSTRAINT "intervention_partners_intervention_id_interventions_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."interventions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intervention_partners" ADD CONSTRAINT "intervention_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_invitations" ADD CONSTRAINT "need_invitations_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_invitations" ADD CONSTRAINT "need_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_slips" ADD CONSTRAINT "need_slips_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_slips" ADD CONSTRAINT "need_slips_moved_by_persons_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_buyer_id_organisations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_persons_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_verified_by_persons_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_interventions" ADD CONSTRAINT "programme_interventions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_interventions" ADD CONSTRAINT "programme_interventions_intervention_id_interventions_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."interventions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD CONSTRAINT "programme_needs_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD CONSTRAINT "programme_needs_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD CONSTRAINT "programme_needs_proposed_by_persons_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_needs" ADD CONSTRAINT "programme_needs_decided_by_persons_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_lead_id_organisations_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_persons_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identities_person_id_index" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "challenge_reviewers_person_id_index" ON "challenge_reviewers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "challenges_status_deadline_index" ON "challenges" USING btree ("status","deadline");--> statement-breakpoint
CREATE INDEX "challenges_need_id_index" ON "challenges" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "challenges_programme_id_index" ON "challenges" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "ratings_ecosystem_element_index" ON "ratings" USING btree ("ecosystem","element");--> statement-breakpoint
CREATE INDEX "events_subject_kind_subject_id_seq_index" ON "events" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "events_actor_id_index" ON "events" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "applications_fund_id_status_index" ON "applications" USING btree ("fund_id","status");--> statement-breakpoint
CREATE INDEX "applications_applicant_id_index" ON "applications" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "decisions_challenge_id_index" ON "decisions" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "decisions_application_id_index" ON "decisions" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "interventions_ecosystem_element_index" ON "interventions" USING btree ("ecosystem","element");--> statement-breakpoint
CREATE INDEX "need_invitations_organisation_id_index" ON "need_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "need_slips_need_id_index" ON "need_slips" USING btree ("need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "needs_reference_of_buyer" ON "needs" USING btree ("buyer_id","reference");--> statement-breakpoint
CREATE INDEX "needs_search" ON "needs" USING gin ("search");--> statement-breakpoint
CREATE INDEX "needs_by_window" ON "needs" USING btree ("status","visibility","window_start","id");--> statement-breakpoint
CREATE INDEX "needs_buyer_id_index" ON "needs" USING btree ("buyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_open" ON "invitations" USING btree ("organisation_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "memberships_person_id_index" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "pledges_programme_id_index" ON "pledges" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "pledges_organisation_id_index" ON "pledges" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "programme_interventions_intervention_id_index" ON "programme_interventions" USING btree ("intervention_id");--> statement-breakpoint
CREATE INDEX "programme_needs_need_id_index" ON "programme_needs" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "programmes_search" ON "programmes" USING gin ("search");--> statement-breakpoint
CREATE INDEX "programmes_lead_id_index" ON "programmes" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "responses_organisation_id_index" ON "responses" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "reviews_reviewer_id_index" ON "reviews" USING btree ("reviewer_id");