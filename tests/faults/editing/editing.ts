import { v7 } from "uuid";
import * as Y from "yjs";
import { pause } from "@/scripts/start/processes.mjs";
import type { Editor } from "./people";

/** What became of a change: the server said yes, it said no, or nobody knows. */
export type Outcome = "acknowledged" | "refused" | "unknown";
export type Attempt = { editor: Editor; kind: "title" | "narrative"; mark: string; outcome: Outcome };
type Answer = { status: number; data?: unknown };

const PATIENCE_MS = 10_000;

/** Changes title and narrative of one programme in turn, as quickly as the answers come, until told to stop. */
export async function edit(url: string, editor: Editor, until: () => boolean): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (let turn = 0; !until(); turn += 1) {
    const kind = turn % 3 === 2 ? "narrative" : "title";
    const mark = `${editor.mark}-${turn}.`;
    const outcome = await (kind === "title" ? rename : write)(url, editor, mark);
    attempts.push({ editor, kind, mark, outcome });
    await pause(outcome === "unknown" ? 500 : 50 + Math.random() * 300);
  }
  return attempts;
}

/** On the version that was just read; whoever was quicker wins, and this one is refused. */
async function rename(url: string, editor: Editor, mark: string): Promise<Outcome> {
  const read = await call(url, editor, "programmes.byId", { id: editor.programmeId }, "GET");
  if (read.status !== 200) return "refused";
  const {
    title: _,
    description,
    language,
    theme,
    programmeTheme,
    ecosystems,
    elements,
    version,
  } = read.data as Record<string, unknown>;
  const fields = { description, language, theme, programmeTheme, ecosystems, elements };
  return outcomeOf(
    await call(url, editor, "programmes.change", {
      id: editor.programmeId,
      version,
      title: `Titel ${mark}`,
      ...fields,
    }),
  );
}

/** One more paragraph, sent again with the same id when the answer was lost: what was done once is not done twice. */
async function write(url: string, editor: Editor, mark: string): Promise<Outcome> {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(mark)]);
  doc.getXmlFragment("narrative").insert(0, [paragraph]);
  const input = {
    programmeId: editor.programmeId,
    id: v7(),
    update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64"),
  };
  const first = outcomeOf(await call(url, editor, "narratives.push", input));
  if (first !== "unknown") return first;
  await pause(1_000);
  return outcomeOf(await call(url, editor, "narratives.push", input));
}

function outcomeOf({ status }: Answer): Outcome {
  if (status === 200) return "acknowledged";
  return status >= 400 && status < 500 ? "refused" : "unknown";
}

async function call(
  url: string,
  { cookie }: Editor,
  procedure: string,
  input: object,
  method: "GET" | "POST" = "POST",
): Promise<Answer> {
  const address = `${url}/api/trpc/${procedure}`;
  try {
    const response = await fetch(
      method === "GET" ? `${address}?input=${encodeURIComponent(JSON.stringify(input))}` : address,
      {
        method,
        headers: { cookie, "content-type": "application/json", origin: url },
        ...(method === "POST" && { body: JSON.stringify(input) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      },
    );
    const body = (await response.json()) as { result?: { data?: unknown } };
    return { status: response.status, data: body.result?.data };
  } catch {
    return { status: 0 };
  }
}
