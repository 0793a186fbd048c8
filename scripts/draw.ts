import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Lifecycle } from "@/server/core/lifecycle";
import type { Policy } from "@/server/core/policy";
import { region } from "@/server/regions/region";
import { procedures } from "@/tests/guards/procedures";
import { readMessages, type Texts } from "./check-messages";

const root = path.resolve(import.meta.dirname, "..");
const GENERATED = "<!-- Drawn by `npm run draw` from the code; a guard test fails when it differs. -->";

/** The generated pages of docs/, by path, as the code says they should be. */
export async function drawings(): Promise<Map<string, string>> {
  return new Map([
    ["docs/permissions.md", await permissions()],
    ["docs/lifecycles.md", await lifecycles()],
    ["docs/glossary.md", glossary()],
  ]);
}

async function permissions(): Promise<string> {
  const texts = readMessages(root, "en");
  const policies = (await exportsOf("policy", isPolicy)).map(
    (policy) => `## ${policy.subject}

| action | who may | what a refused person reads |
|---|---|---|
${Object.entries(policy.rules)
  .map(([action, { who, denied }]) => `| ${action} | ${who} | ${sentence(texts, denied)} |`)
  .join("\n")}`,
  );
  const open = Object.keys(procedures).filter((name) => procedures[name] === "anyone");
  return page(
    "Permissions",
    "Who may do what. What no line allows is denied; what a person may not see does not exist for them.",
    ...policies,
    `## Procedures that a visitor may call

They answer with what a visitor may see. All others (${Object.keys(procedures).length - open.length}) ask a visitor to sign in.

${open.map((name) => `- \`${name}\``).join("\n")}`,
  );
}

async function lifecycles(): Promise<string> {
  const drawn = (await exportsOf("lifecycle", isLifecycle)).map((lifecycle) => {
    const steps = Object.entries(lifecycle.transitions).flatMap(([from, actions]) =>
      Object.entries(actions).map(([action, to]) => ({ from, action, to })),
    );
    return `## ${lifecycle.subject}

\`\`\`mermaid
stateDiagram-v2
  [*] --> ${mermaid(lifecycle.initial)}
${steps.map(({ from, action, to }) => `  ${mermaid(from)} --> ${mermaid(to!)}: ${action}`).join("\n")}
\`\`\`

| in state | action | leads to |
|---|---|---|
${steps.map(({ from, action, to }) => `| ${from} | ${action} | ${to} |`).join("\n")}`;
  });
  return page(
    "Lifecycles",
    "Which action leads from which state to which. What is not drawn cannot happen.",
    ...drawn,
  );
}

function glossary(): string {
  const terms = [...region().glossary].sort((a, b) => a.slug.localeCompare(b.slug));
  return page(
    "Glossary",
    "The words of the field, as the region pack gives them.",
    `| in code | Nederlands | English | betekenis | meaning |
|---|---|---|---|---|
${terms.map(({ slug, term, meaning }) => `| ${slug} | ${term.nl} | ${term.en} | ${meaning.nl} | ${meaning.en} |`).join("\n")}`,
  );
}

const page = (title: string, ...parts: string[]) => `${[`# ${title}`, GENERATED, ...parts].join("\n\n")}\n`;

const mermaid = (state: string) => state.replaceAll("-", "_");

/** The English sentence of a key such as `needs.onlyBuyer`, which stands in the feature's texts under `errors`. */
function sentence(texts: Texts, key: string): string {
  const [feature, ...rest] = key.split(".");
  const places =
    rest.length > 0
      ? [
          [feature!, "errors", ...rest],
          ["errors", ...key.split(".")],
        ]
      : [["errors", key]];
  for (const place of places) {
    const found = place.reduce<Texts | string | undefined>(
      (texts, part) => (typeof texts === "object" ? texts[part] : undefined),
      texts,
    );
    if (typeof found === "string") return found;
  }
  throw new Error(
    `No English sentence for the refusal "${key}": looked in ${places.map((place) => place.join(".")).join(" and ")}.`,
  );
}

/** What the features' policy.ts or lifecycle.ts files export of this kind, by feature. */
async function exportsOf<T extends { subject: string }>(
  file: "policy" | "lifecycle",
  is: (value: unknown) => value is T,
): Promise<T[]> {
  const features = readdirSync(path.join(root, "server")).sort();
  const found: T[] = [];
  for (const feature of features) {
    const place = path.join(root, "server", feature, `${file}.ts`);
    if (feature === "core" || !existsSync(place)) continue;
    const module = (await import(pathToFileURL(place).href)) as Record<string, unknown>;
    // Sorted, since the order of a module's exports differs between loaders.
    found.push(
      ...Object.values(module)
        .filter(is)
        .sort((a, b) => a.subject.localeCompare(b.subject)),
    );
  }
  return found;
}

const has = (value: unknown, ...keys: string[]) =>
  typeof value === "object" && value !== null && keys.every((key) => key in value);
// biome-ignore lint/suspicious/noExplicitAny: the rows differ per policy; only its words are drawn.
const isPolicy = (value: unknown): value is Policy<any> => has(value, "subject", "rules");
const isLifecycle = (value: unknown): value is Lifecycle => has(value, "subject", "initial", "transitions");

/** Whether each page on disk is as it should be. */
export const onDisk = (file: string) =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), "utf8") : "";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [file, content] of await drawings()) {
    if (content === onDisk(file)) continue;
    writeFileSync(path.join(root, file), content);
    console.log(`drew ${file}`);
  }
}
