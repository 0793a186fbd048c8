import { bundel, read } from "./applications";
import { callsOn } from "./calls";
import { type BenchDatabase, benchDatabase } from "./data";
import { compare, type Line } from "./measure";

const FEW = { needs: 5_000, programmes: 250 };
const MANY = { needs: 50_000, programmes: 2_500 };
const LIMIT = 1.5;

type Session = (database: BenchDatabase) => Promise<{ cookie: string; secret: string }>;

/** What the same work costs with 50,000 needs beside what it costs with 5,000. */
export async function measureScale(session: Session, add: (lines: Line[]) => void): Promise<void> {
  const [few, many] = [await benchDatabase(FEW), await benchDatabase(MANY)];
  try {
    await measureCalls(few, many, add);
    await measureScreen(few, many, session, add);
  } finally {
    await Promise.all([few.leave(), many.leave()]);
  }
}

async function measureCalls(few: BenchDatabase, many: BenchDatabase, add: (lines: Line[]) => void) {
  const [ofFew, ofMany] = [await callerOn(few), await callerOn(many)];
  const work = {
    "List of 50,000 needs, against 5,000": (it: typeof ofFew) => it.api.needs.list({}),
    "Search in 50,000 needs, against 5,000": (it: typeof ofFew) =>
      it.api.collaboration.search({ text: "sensoren", limit: 20 }),
    "Search for a rare word in 50,000 needs": (it: typeof ofFew) =>
      it.api.collaboration.search({ text: "4711", limit: 20 }),
  };
  for (const [what, call] of Object.entries(work))
    add(
      await compare(
        what,
        LIMIT,
        () => call(ofFew),
        () => call(ofMany),
      ),
    );
  await Promise.all([ofFew.end(), ofMany.end()]);
}

async function callerOn(database: BenchDatabase) {
  const { as, end } = await callsOn(database, 20);
  return { api: await as(database.writers[0]!), end };
}

async function measureScreen(
  few: BenchDatabase,
  many: BenchDatabase,
  session: Session,
  add: (lines: Line[]) => void,
) {
  const [ofFew, ofMany] = [await session(few), await session(many)];
  const [small, large] = [await bundel(few.url, ofFew.secret), await bundel(many.url, ofMany.secret)];
  try {
    add(
      await compare(
        "First screen of 50,000 needs, against 5,000",
        LIMIT,
        () => read(`${small.url}/nl/roadmap`, ofFew.cookie),
        () => read(`${large.url}/nl/roadmap`, ofMany.cookie),
      ),
    );
  } finally {
    await Promise.all([small.stop(), large.stop()]);
  }
}
