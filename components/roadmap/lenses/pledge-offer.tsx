import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Section } from "@/components/layout/page";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { type Lens, PLEDGED_THROUGH } from "@/server/roadmap/input";
import type { PledgingView } from "@/server/roadmap/lenses/queries/pledging";
import { LensPledge } from "./lens-pledge";
import type { About } from "./parts";

type Props = { lens: Lens; about: About; pledging: PledgingView };

/** The form to pledge through a lens, filled in from the row or cell that was chosen. */
export async function PledgeOffer({ lens, about, pledging }: Props) {
  const t = await getTranslations("lenses.offer");
  const kind = PLEDGED_THROUGH[lens];
  return (
    <Section title={t(kind)} id="pledge">
      {pledging.mayPledge ? (
        <Form lens={lens} about={about} pledging={pledging} />
      ) : (
        <p className="max-w-measure text-muted">
          {t("who")} {!pledging.isSignedIn && <Link href="/sign-in">{t("signIn")}</Link>}
        </p>
      )}
    </Section>
  );
}

async function Form({ lens, about, pledging: { programmes } }: Props) {
  const t = await getTranslations("lenses.offer");
  const kind = PLEDGED_THROUGH[lens];
  const chosen = programmes.find(({ id }) => id === about.programme) ?? programmes[0];
  if (!chosen) return <p className="max-w-measure text-muted">{t("nowhere")}</p>;
  const topic = about.topic ?? (about.programme === chosen.id ? chosen.title : undefined);
  const form = (
    <FeatureMessages namespaces={["programmes", "lenses"]}>
      <LensPledge
        key={`${about.topic}:${about.year}:${about.programme}`}
        given={{
          kind,
          about: `${lens}:${about.topic ?? ""}:${about.year ?? ""}:${about.programme ?? ""}`,
          title: topic ? t(`titleFor.${kind}`, { topic }).slice(0, 200) : "",
          topics: about.topic && (kind === "training" || kind === "research") ? [about.topic] : [],
          yearFrom: about.year ?? chosen.yearFrom,
          yearTo: about.year ?? chosen.yearTo,
          programmes: [chosen, ...programmes.filter((one) => one !== chosen)].map(({ id, title }) => ({
            id,
            title,
          })),
        }}
      />
    </FeatureMessages>
  );
  return (
    <>
      <p className="max-w-measure text-muted">{topic ? t(`about.${lens}`, { topic }) : t("start")}</p>
      {topic ? form : <Disclosure summary={t("open")}>{form}</Disclosure>}
    </>
  );
}
