import { setRequestLocale } from "next-intl/server";
import { HomeView } from "@/components/home/home-view";
import { caller } from "@/server/trpc/caller";

export default async function Home({ params }: { params: Promise<{ locale: string }> }) {
  setRequestLocale((await params).locale);
  const api = await caller();
  const [facts, heatmap, needs, { programmes }, { challenges }, decided, me, waiting] = await Promise.all([
    api.regions.facts(),
    api.ecosystem.heatmap({}),
    api.needs.list({ pageSize: 1 }),
    api.programmes.list({}),
    api.challenges.list({}),
    api.funding.decisions({}),
    api.accounts.me(),
    api.notifications.waiting(),
  ]);
  return (
    <HomeView
      mission={facts.region.mission.sentence}
      heatmap={heatmap}
      needs={needs.total}
      programmes={programmes.filter(({ status }) => status === "published")}
      challenges={challenges}
      decided={decided}
      waiting={me ? waiting : null}
    />
  );
}
