import { headOfPage } from "@/server/trpc/caller";
import { Refreshing } from "./refreshing";

/** Keeps the page as it is now: when something of the topics changes after the page was read, it is refreshed. */
export async function Live({ topics }: { topics: string[] }) {
  return <Refreshing topics={topics} since={await headOfPage()} />;
}
