import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { ProgrammePage } from "@/components/programmes/programme-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const programmeOf = async (id: string) => orNotFound((await caller()).programmes.byId({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await programmeOf(id)).title };
}

export default async function Programme({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const programme = await programmeOf(id);
  const { change, propose } = programme.abilities;
  const api = await caller();
  const [words, me, regroupings, proposable, fits, known] = await Promise.all([
    api.regions.words(),
    api.accounts.me(),
    api.programmes.regroupings({ id }),
    propose.can ? api.programmes.proposable({ id }) : [],
    propose.can ? api.bundling.fits({ programmeId: id }) : [],
    change.can ? api.interventions.list({}) : { interventions: [] },
  ]);
  const linked = new Set(programme.interventions.map((one) => one.id));
  return (
    <ProgrammePage
      programme={programme}
      words={words}
      regroupings={regroupings}
      proposable={proposable}
      fits={fits}
      linkable={known.interventions.filter((one) => !linked.has(one.id))}
      isSignedIn={me !== null}
    />
  );
}
