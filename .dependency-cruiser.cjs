/**
 * Who may import whom (docs/architecture.md). `npx tsx scripts/check-imports.ts` checks it.
 * In the graph that it reads, an import of types only stands as a `require` (see scripts/check-imports.ts).
 */
const byValue = { dependencyTypesNot: ["require"] };

const pureCore = "^server/core/(actor|policy|lifecycle|errors|command|dates|issues|quarters)\\.ts$";
const pureRules = "^server/([^/]+/(input|lifecycle|policy)|ocds/columns|programmes/slack)\\.ts$";
/** What components and pages may use by value. db/regions/source only words a place in the source document. */
const browserMay = [
  pureCore,
  pureRules,
  "^db/(enums|regions/source)\\.ts$",
  "^server/i18n/",
  "^server/trpc/caller\\.ts$",
];
const tests = "\\.test\\.tsx?$";
const framework = "(^|/)(next|react|react-dom)/";
const orm = "(^|/)(drizzle-orm|postgres)/";

/** Later may use earlier, never the other way: so features cannot depend on each other in a circle. */
const features = [
  "regions",
  "accounts",
  "organisations",
  "ecosystem",
  "interventions",
  "network",
  "needs",
  "programmes",
  "ocds",
  "imports",
  "narratives",
  "bundling",
  "roadmap",
  "exports",
  "challenges",
  "responses",
  "funding",
  "collaboration",
  "views",
  "notifications",
];
const anyOf = (names) => `^server/(${names.join("|")})/`;

const order = features.slice(0, -1).map((feature, index) => ({
  name: `order-of-features-${feature}`,
  comment: `${feature} comes before this feature (the order stands in .dependency-cruiser.cjs). A process over two features lives in the later one; if the earlier must cause something later, give the later a reactions.ts on the event.`,
  severity: "error",
  from: { path: anyOf([feature]), pathNot: tests },
  to: { path: anyOf(features.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "These files import each other in a circle, if only for a type. Move what both need into the one that depends on less: the shape of what a page shows is exported beside the query that reads it.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...order,
    {
      name: "core-knows-no-feature",
      comment:
        "server/core, auth, mail and i18n carry every feature and know none. Pass what differs as a parameter.",
      severity: "error",
      from: { path: "^server/(core|auth|mail|i18n)/", pathNot: tests },
      to: { path: anyOf([...features, "open-data", "trpc"]) },
    },
    {
      name: "one-direction",
      comment:
        "app → components → server → db. What the lower layer needs of the higher comes in as a parameter.",
      severity: "error",
      from: { path: "^(components|server|db)/", pathNot: tests },
      to: { path: "^(app|tests|scripts)/" },
    },
    {
      name: "server-shows-nothing",
      comment: "The server returns rows, keys and parameters. What people see is made in components.",
      severity: "error",
      from: { path: "^(server|db)/", pathNot: tests },
      to: { path: "^components/" },
    },
    {
      name: "db-is-the-floor",
      comment:
        "db/ stands on nothing but itself and env.ts. Move the rule that needs the server into server/.",
      severity: "error",
      from: { path: "^db/", pathNot: tests },
      to: { path: "^(server|components|app|messages|proxy\\.ts|next\\.config\\.ts)" },
    },
    {
      name: "pure-rules",
      comment:
        "The browser imports input, lifecycle and policy too. They may use zod, db/enums, the pure part of server/core and other pure rules; what reads or writes belongs in queries or commands.",
      severity: "error",
      from: { path: [pureCore, pureRules] },
      to: { pathNot: [pureCore, pureRules, "^db/enums\\.ts$", "(^|/)zod/"] },
    },
    {
      name: "browser-line",
      comment:
        "Components know the router's types and the pure rules, nothing else of the server. Read with the in-process caller (server components), write with components/trpc/client.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^(db|server)/",
        pathNot: browserMay,
        ...byValue,
      },
    },
    {
      name: "pages-use-the-caller",
      comment:
        "A page takes its data from server/trpc/caller: the same procedures as the browser, without HTTP.",
      severity: "error",
      from: { path: "^app/\\[locale\\]/", pathNot: tests },
      to: {
        path: "^(db|server)/",
        // What the sign-in page must know before anyone is signed in.
        pathNot: [...browserMay, "^server/auth/sign-in-page\\.ts$"],
        ...byValue,
      },
    },
    {
      name: "routes-are-thin",
      comment:
        "A route under app/api hands over to server/trpc, server/auth, server/open-data, server/core, or to what takes or answers with a file (server/imports, server/exports, server/views). What is true is decided there.",
      severity: "error",
      from: { path: "^(app|pages)/api/", pathNot: tests },
      to: {
        path: "^(db|server)/",
        pathNot: [
          pureRules,
          "^db/enums\\.ts$",
          "^server/(trpc|auth|open-data|imports|exports|views|core|i18n)/",
        ],
        ...byValue,
      },
    },
    {
      name: "data-access",
      comment:
        "Only queries, commands, reactions, visible (the SQL twin of policy.read) and sealed (the door to the responses) touch the database, so that every read is scoped and every write recorded. Call one of them, or add one.",
      severity: "error",
      from: {
        path: "^(app|components|server)/",
        pathNot: [
          tests,
          "^server/(core|auth)/",
          "^server/trpc/context\\.ts$",
          "^server/[^/]+/(lenses/)?(queries|commands|reactions|visible|sealed)(/|\\.ts$)",
        ],
      },
      to: { path: ["^db/client\\.ts$", "^db/schema/", orm], ...byValue },
    },
    {
      name: "framework",
      comment:
        "The server and the database outlive the web framework. Only trpc/context, trpc/caller, auth and i18n know it; pass in what you need of the request.",
      severity: "error",
      from: {
        path: "^(server|db)/",
        pathNot: [tests, "^server/(auth|i18n)/", "^server/trpc/(context|caller)\\.ts$"],
      },
      to: { path: framework, ...byValue },
    },
    {
      name: "neutral-ui",
      comment:
        "components/ui could ship in another product: no feature, no domain words, no messages. Take texts and data as props.",
      severity: "error",
      from: { path: "^components/ui/", pathNot: tests },
      to: {
        path: "^(app|db|messages|server|components)/",
        pathNot: ["^components/ui/", "^server/i18n/navigation\\.ts$"],
      },
    },
    {
      name: "must-exist",
      comment: "This import leads nowhere: the file does not exist, or the package is not in package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, path: "^(\\.|app|components|db|server)" },
    },
  ],
};
