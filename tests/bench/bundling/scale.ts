import { readCpv } from "@/db/cpv/read";
import type { Comparable, Similarity } from "@/server/bundling/similarity";
import { bundlesAmong } from "@/server/bundling/suggest";

export type Timing = { needs: number; seconds: number; pauseMs: number; offered: number };

const RUNS = 3;

/**
 * All suggestions among so many needs that were never seen before, and the longest that the event loop was held; both in
 * time of the processor, which does not grow when others use the machine. The least of three runs.
 */
export async function timed(count: number, similarity: Similarity): Promise<Timing> {
  const runs: Timing[] = [];
  for (let run = 0; run < RUNS; run++) {
    const needs = made(count, run);
    const pauses = watchPauses();
    const before = cpuMs();
    const { length } = await bundlesAmong(similarity, needs);
    const seconds = (cpuMs() - before) / 1000;
    runs.push({ needs: count, seconds, pauseMs: pauses.longest(), offered: length });
  }
  const least = (field: "seconds" | "pauseMs") => Math.min(...runs.map((run) => run[field]));
  return { ...runs[0]!, seconds: least("seconds"), pauseMs: least("pauseMs") };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Looks at each turn of the event loop how much work went before it. */
function watchPauses(): { longest: () => number } {
  let [last, longest, watching] = [cpuMs(), 0, true];
  const look = () => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return {
    longest: () => {
      watching = false;
      return longest;
    },
  };
}

/** Needs in the words of the CPV's own names, in both languages, spread over five years. */
function made(count: number, run: number): Comparable[] {
  const entries = readCpv();
  const nameAt = (index: number) => entries[index % entries.length]!;
  return Array.from({ length: count }, (_, at) => {
    const place = (at * 7919 + run * 104_729) % entries.length;
    const language = at % 4 === 3 ? "en" : "nl";
    const quarter = (at * 31) % 20;
    const month = String((quarter % 4) * 3 + 1).padStart(2, "0");
    return {
      id: `${count}-${run}-${at}`,
      version: 1,
      buyerId: `buyer-${at % 60}`,
      language,
      title: nameAt(place).name[language],
      description: [1, 2, 3, 40, 41].map((step) => nameAt(place + step).name[language]).join(". "),
      cpv: at % 3 === 0 ? null : nameAt(place).code,
      windowStart: `${2027 + Math.floor(quarter / 4)}-${month}-01`,
      windowEnd: `${2028 + Math.floor(quarter / 4)}-${month}-28`,
      place: "Den Haag",
      theme: `theme-${at % 7}`,
      ecosystems: [],
      valueMinCents: 1_000_000 * (1 + (at % 90)),
      valueMaxCents: 2_000_000 * (1 + (at % 90)),
    };
  });
}
