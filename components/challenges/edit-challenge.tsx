import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { ChallengeFields } from "@/server/challenges/input";
import type { Challenge } from "@/server/challenges/queries";
import { caller } from "@/server/trpc/caller";
import { ChallengeForm } from "./challenge-form";
import { namesIn } from "./names";

const MOST_NEEDS = 100;
const answer = { how: "", forWhom: "", measuredBy: "" };

/** The proposal form, empty but for the need or programme that one comes from. */
export async function NewChallenge({ need, programme }: { need: string | null; programme: string | null }) {
  const [t, locale] = [await getTranslations("challenges"), (await getLocale()) as "nl" | "en"];
  const api = await caller();
  const me = await api.accounts.me();
  const linked = need ? await api.needs.byId({ id: need }).catch(() => null) : null;
  const bundle = programme ? await api.programmes.byId({ id: programme }).catch(() => null) : null;
  const initial: ChallengeFields = {
    title: "",
    description: "",
    language: locale,
    needId: linked?.id ?? null,
    programmeId: bundle?.id ?? null,
    theme: linked?.theme ?? bundle?.theme ?? null,
    ecosystem: linked?.ecosystems[0] ?? bundle?.ecosystems[0] ?? null,
    elements: bundle?.elements ?? [],
    missionTest: { safe: answer, better: answer, just: answer },
    parties: [],
    procedure: "open-call",
    criteria: [{ key: "c1", name: "", weight: 100 }],
    budgetCents: null,
    contact: "",
    deadline: null,
  };
  return (
    <Page>
      <PageHeader title={t("new.title")} finding={t("new.finding")} />
      {me?.actingFor ? (
        <Form initial={initial} />
      ) : (
        <EmptyState title={t("errors.onlyOrganisations")}>{t("new.noOrganisation")}</EmptyState>
      )}
    </Page>
  );
}

/** The same form with what is there now. */
export async function EditChallenge({ challenge }: { challenge: Challenge }) {
  const t = await getTranslations("challenges");
  const { id, version, title, description, language, theme, ecosystem, elements, parties } = challenge;
  const { procedure, criteria, budgetCents, contact, deadline, needId, programmeId, missionTest } = challenge;
  const initial: ChallengeFields = {
    ...{ id, version, title, description, language, theme, ecosystem, elements, parties },
    ...{ procedure, criteria, budgetCents, contact, needId, programmeId },
    missionTest: { safe: answer, better: answer, just: answer, ...missionTest },
    deadline: deadline?.toISOString() ?? null,
  };
  return (
    <Page>
      <PageHeader
        kind={<Link href={`/challenges/${id}`}>{t("edit.back")}</Link>}
        title={t("edit.title")}
        finding={<span lang={language}>{title}</span>}
      />
      {challenge.abilities.change.can ? (
        <Form initial={initial} />
      ) : (
        <EmptyState title={t("edit.refused")}>
          <Link href={`/challenges/${id}`}>{t("edit.back")}</Link>
        </EmptyState>
      )}
    </Page>
  );
}

async function Form({ initial }: { initial: ChallengeFields }) {
  const [api, locale] = [await caller(), (await getLocale()) as "nl" | "en"];
  const [names, { needs }, { programmes }, linked] = await Promise.all([
    namesIn(locale),
    api.needs.list({ pageSize: MOST_NEEDS }),
    api.programmes.list({}),
    initial.needId ? api.needs.byId({ id: initial.needId }).catch(() => null) : null,
  ]);
  const asked = needs.filter(({ status }) => status === "published");
  const all = linked && !asked.some(({ id }) => id === linked.id) ? [linked, ...asked] : asked;
  return (
    <FeatureMessages namespaces={["challenges"]}>
      <ChallengeForm
        initial={initial}
        options={{
          needs: all.map(({ id, title, buyer }) => ({ value: id, text: `${title} (${buyer.name})` })),
          programmes: programmes.map(({ id, title }) => ({ value: id, text: title })),
          themes: names.themes,
          ecosystems: names.ecosystems,
          elements: names.elements,
        }}
      />
    </FeatureMessages>
  );
}
