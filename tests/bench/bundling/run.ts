import { configuredSimilarity } from "@/server/bundling/configured";
import { PARTS } from "./labelled";
import { qualityOn } from "./quality";
import { type Timing, timed } from "./scale";

/**
 * `npm run bench:bundling`: how good the suggestions of bundles are on a labelled set, and how long they take. What is
 * measured, and what it came to, stands in docs/bundling.md. Fails below the targets on the held-out part.
 */
const PRECISION = 0.8;
const RECALL = 0.7;
const SIZES = [2_500, 5_000, 10_000, 20_000];
const AT = 10_000;
const MOST_SECONDS = 5;
const MOST_PAUSE_MS = 50;
/** Twice the needs may take this many times as long. */
const GROWTH = 2.5;

const similarity = configuredSimilarity();
const missed: string[] = [];

for (const part of PARTS) {
  const { needs, offered, precisionAt10, precision, recall } = await qualityOn(part, similarity);
  console.log(
    `${part}: ${needs} needs, ${offered} bundles offered; precision at 10 ${precisionAt10.toFixed(2)} (of all ${precision.toFixed(2)}), recall ${recall.toFixed(2)}`,
  );
  if (part !== "held-out") continue;
  if (precisionAt10 < PRECISION) missed.push(`precision at 10 is below ${PRECISION}`);
  if (recall < RECALL) missed.push(`recall is below ${RECALL}`);
}

let before: Timing | undefined;
for (const size of SIZES) {
  const timing = await timed(size, similarity);
  const growth = before ? timing.seconds / before.seconds : null;
  console.log(
    `${size} needs: ${timing.seconds.toFixed(2)} s${growth ? ` (${growth.toFixed(2)} times)` : ""}, longest pause ${timing.pauseMs.toFixed(0)} ms, ${timing.offered} bundles`,
  );
  if (size === AT && timing.seconds > MOST_SECONDS)
    missed.push(`${AT} needs take longer than ${MOST_SECONDS} s`);
  if (size <= AT && timing.pauseMs > MOST_PAUSE_MS)
    missed.push(`a pause of more than ${MOST_PAUSE_MS} ms at ${size}`);
  if (growth !== null && growth > GROWTH) missed.push(`growth to ${size} needs is over ${GROWTH}`);
  before = timing;
}

for (const what of missed) console.log(`Missed: ${what}.`);
process.exit(missed.length > 0 ? 1 : 0);
