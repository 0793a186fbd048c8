import { checker, slugsOf } from "./check";
import { buyerKinds, type Demo, demoFiles } from "./demo-schema";
import { ecosystemSlugs } from "./load";
import { type Problem, readFiles, refuse } from "./read";
import type { RegionPack } from "./schema";

/** Reads the invented data that goes with a pack; throws one error that names file and path of every problem. */
export function loadDemo(directory: string, pack: RegionPack): Demo {
  const files = readFiles(directory, demoFiles);
  const demo: Demo = {
    notice: files["organisations.json"].notice,
    organisations: files["organisations.json"].organisations,
    needs: files["needs.json"].needs,
    programmes: files["programmes.json"].programmes,
    interventions: files["interventions.json"].interventions,
    challenges: files["challenges.json"].challenges,
    responses: files["responses.json"].responses,
    pledges: files["pledges.json"].pledges,
    funds: files["funds.json"].funds,
    applications: files["applications.json"].applications,
  };
  refuse(directory, [...brokenReferences(demo, pack), ...brokenRules(demo, pack)]);
  return demo;
}

type Reference = [path: string, slugs: readonly (string | null)[], known: ReadonlySet<string>, noun: string];

function brokenReferences(demo: Demo, pack: RegionPack): Problem[] {
  const problems: Problem[] = [];
  const organisations = slugsOf(demo.organisations);
  const ofKind = (...kinds: string[]) =>
    slugsOf(demo.organisations.filter(({ kind }) => kinds.includes(kind)));
  const buyers = ofKind(...buyerKinds);
  const leads = ofKind("cluster-organisation", "municipality", "province");
  const companies = ofKind("company");
  const pledgers = ofKind("company", "education", "research", "financier");
  const needs = slugsOf(demo.needs);
  const programmes = slugsOf(demo.programmes);
  const published = slugsOf(demo.programmes.filter(({ state }) => state === "published"));
  const interventions = slugsOf(demo.interventions);
  const challenges = slugsOf(demo.challenges);
  const funds = slugsOf(demo.funds);
  const selected = new Set(demo.challenges.flatMap((challenge) => challenge.decision?.selected ?? []));
  const themes = slugsOf(pack.region.missionThemes);
  const programmeThemes = slugsOf(pack.programmeThemes);
  const instruments = slugsOf(pack.instruments);
  const ecosystems = new Set(ecosystemSlugs(pack));

  function check<Item extends { slug: string }>(
    list: string,
    items: Item[],
    references: (item: Item) => Reference[],
  ) {
    const file = checker(`${list}.json`, problems);
    file.unique(
      list,
      items.map((item) => item.slug),
    );
    items.forEach((item, index) => {
      for (const [path, slugs, known, noun] of references(item)) {
        file.known(
          `${list}.${index}.${path}`,
          slugs.filter((slug) => slug !== null),
          known,
          noun,
        );
      }
    });
  }

  check("organisations", demo.organisations, () => []);
  check("needs", demo.needs, (need) => [
    ["buyer", [need.buyer], buyers, "buyer"],
    ["theme", [need.theme], themes, "mission theme"],
    ["programmeTheme", [need.programmeTheme], programmeThemes, "programme theme"],
    ["ecosystems", need.ecosystems, ecosystems, "ecosystem"],
  ]);
  check("programmes", demo.programmes, (programme) => [
    ["lead", [programme.lead], leads, "organisation that may have a curator"],
    ["theme", [programme.theme], themes, "mission theme"],
    ["programmeTheme", [programme.programmeTheme], programmeThemes, "programme theme"],
    ["ecosystems", programme.ecosystems, ecosystems, "ecosystem"],
    ["needs", programme.needs.map(({ need }) => need), needs, "need"],
    ["interventions", programme.interventions, interventions, "intervention"],
  ]);
  check("interventions", demo.interventions, (intervention) => [
    ["instrument", [intervention.instrument], instruments, "instrument"],
    ["ecosystem", [intervention.ecosystem], ecosystems, "ecosystem"],
    ["owner", [intervention.owner], organisations, "organisation"],
    ["partners", intervention.partners, organisations, "organisation"],
  ]);
  check("challenges", demo.challenges, (challenge) => [
    ["client", [challenge.client], buyers, "buyer"],
    ["need", [challenge.need], needs, "need"],
    ["programme", [challenge.programme], programmes, "programme"],
    ["theme", [challenge.theme], themes, "mission theme"],
    ["ecosystem", [challenge.ecosystem], ecosystems, "ecosystem"],
    ["parties", challenge.parties, organisations, "organisation"],
  ]);
  check("responses", demo.responses, (response) => [
    ["challenge", [response.challenge], challenges, "challenge"],
    ["company", [response.company], companies, "company"],
  ]);
  check("pledges", demo.pledges, (pledge) => [
    ["programme", [pledge.programme], published, "published programme"],
    ["organisation", [pledge.organisation], pledgers, "company, educator, researcher or financier"],
  ]);
  check("funds", demo.funds, (fund) => [
    ["holder", [fund.holder], organisations, "organisation"],
    ["programme", [fund.programme], programmes, "programme"],
    ["ecosystems", fund.ecosystems, ecosystems, "ecosystem"],
  ]);
  check("applications", demo.applications, (application) => [
    ["fund", [application.fund], funds, "fund"],
    ["applicant", [application.applicant], organisations, "organisation"],
    ["partners", application.partners, organisations, "organisation"],
    ["challenge", [application.challenge], challenges, "challenge"],
    ["response", [application.response], selected, "selected response"],
    ["intervention", [application.intervention], interventions, "intervention"],
    ["programme", [application.programme], programmes, "programme"],
  ]);
  return problems;
}

function brokenRules(demo: Demo, pack: RegionPack): Problem[] {
  const problems: Problem[] = [];
  const find = <Item extends { slug: string }>(items: Item[], slug: string | null) =>
    items.find((item) => item.slug === slug);

  const need = checker("needs.json", problems);
  demo.needs.forEach((item, index) => {
    const domain = find(demo.organisations, item.buyer)?.emailDomain;
    need.that(item.contact.endsWith(`@${domain}`), `needs.${index}.contact`, "is not a mailbox of the buyer");
  });

  const programme = checker("programmes.json", problems);
  const bundled = demo.programmes.flatMap((item) => item.needs.map((bundle) => bundle.need));
  programme.unique("needs", bundled);
  demo.programmes.forEach((item, index) => {
    for (const bundle of item.needs) {
      const theme = find(demo.needs, bundle.need)?.programmeTheme;
      programme.that(
        theme === item.programmeTheme,
        `programmes.${index}.needs`,
        `"${bundle.need}" belongs to another theme`,
      );
    }
  });

  const intervention = checker("interventions.json", problems);
  demo.interventions.forEach((item, index) => {
    const elements = find(pack.instruments, item.instrument)?.elements ?? [];
    intervention.that(
      elements.includes(item.element),
      `interventions.${index}.instrument`,
      `does not strengthen "${item.element}"`,
    );
    intervention.that(item.startsOn < item.endsOn, `interventions.${index}.endsOn`, "ends before it starts");
  });

  const challenge = checker("challenges.json", problems);
  demo.challenges.forEach((item, index) => {
    const weight = item.criteria.reduce((total, criterion) => total + criterion.weight, 0);
    challenge.that(weight === 100, `challenges.${index}.criteria`, `weigh ${weight} together, not 100`);
    challenge.that(
      item.need !== null || item.programme !== null,
      `challenges.${index}.need`,
      "hangs loose: no need and no programme",
    );
    const buyer = find(demo.needs, item.need)?.buyer;
    challenge.that(
      buyer === undefined || buyer === item.client,
      `challenges.${index}.client`,
      "is not the buyer of the need",
    );
    challenge.that(
      (item.state === "returned") === (item.returnedReason !== undefined),
      `challenges.${index}.returnedReason`,
      "goes with returned",
    );
    challenge.that(
      (item.state === "decided") === (item.decision !== undefined),
      `challenges.${index}.decision`,
      "goes with decided",
    );
    challenge.that(
      ["under-review", "decided"].includes(item.state) ? item.deadlineInDays < 0 : item.deadlineInDays > 0,
      `challenges.${index}.deadlineInDays`,
      `does not fit the state "${item.state}"`,
    );
    const own = demo.responses
      .filter((response) => response.challenge === item.slug)
      .map((response) => response.slug);
    challenge.known(
      `challenges.${index}.decision.selected`,
      item.decision?.selected ?? [],
      new Set(own),
      "response",
    );
  });

  const response = checker("responses.json", problems);
  response.unique(
    "responses",
    demo.responses.map((item) => `${item.challenge} ${item.company}`),
  );
  demo.responses.forEach((item, index) => {
    const answered = find(demo.challenges, item.challenge);
    const published = ["open", "under-review", "decided"].includes(answered?.state ?? "");
    response.that(published, `responses.${index}.challenge`, "is not published");
    response.that(
      !answered?.parties.includes(item.company),
      `responses.${index}.company`,
      "is a party to the challenge",
    );
    response.that(
      item.priceEuro <= (answered?.budgetEuro ?? 0),
      `responses.${index}.priceEuro`,
      "is above the budget",
    );
  });

  const application = checker("applications.json", problems);
  demo.applications.forEach((item, index) => {
    const at = `applications.${index}`;
    const fund = find(demo.funds, item.fund);
    if (!fund) return;
    application.that(
      (item.response === null) !== (item.intervention === null),
      `${at}.response`,
      "needs one purpose: a response or an intervention",
    );
    application.that(
      item.requestedEuro + item.coFundingEuro === item.totalCostEuro,
      `${at}.totalCostEuro`,
      "is not the request plus co-funding",
    );
    application.known(
      `${at}.tranches`,
      item.tranches.map((tranche) => tranche.condition),
      slugsOf(fund.conditions),
      "condition",
    );
    const granted = item.state === "awarded";
    application.that(granted === (item.awardedEuro !== undefined), `${at}.awardedEuro`, "goes with awarded");
    if (item.awardedEuro === undefined) return;
    const paid = item.tranches.reduce((total, tranche) => total + tranche.amountEuro, 0);
    application.that(paid === item.awardedEuro, `${at}.tranches`, `add up to ${paid}, not to the award`);
    application.that(
      1 + item.partners.length >= fund.minimumParties,
      `${at}.partners`,
      "are fewer than the fund asks",
    );
    application.that(
      item.awardedEuro <= fund.maximumAwardEuro,
      `${at}.awardedEuro`,
      "is above the fund's maximum",
    );
    application.that(
      item.awardedEuro <= (item.totalCostEuro * fund.maximumSharePct) / 100,
      `${at}.awardedEuro`,
      "is above the fund's share",
    );
  });
  for (const fund of demo.funds) {
    const awarded = demo.applications
      .filter((item) => item.fund === fund.slug)
      .reduce((total, item) => total + (item.awardedEuro ?? 0), 0);
    application.that(awarded <= fund.budgetEuro, "applications", `award more than "${fund.slug}" holds`);
  }
  return problems;
}
