import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import type { Programme } from "@/server/programmes/queries/programme";

type Organisation = { id: string; name: string };

/** Who takes part beside the lead: the buyers of agreed needs, and who pledged something; each once, by name. */
export function partnersOf({ needs, pledges }: Pick<Programme, "needs" | "pledges">) {
  const distinct = (list: Organisation[]) =>
    [...new Map(list.map(({ id, name }) => [id, { id, name }])).values()].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
  return {
    buyers: distinct(needs.filter(isAgreed).map(({ buyer }) => buyer)),
    pledgers: distinct(pledges.map(({ organisation }) => organisation)),
  };
}

/** Whether a need counts in the programme: its buyer agreed, and it is not withdrawn. */
export const isAgreed = ({ consent, status }: Programme["needs"][number]) =>
  (consent.status === "consented" || consent.status === "fixed") && status !== "withdrawn";

/** The lead's partners in the programme. */
export async function Partners({ programme }: { programme: Programme }) {
  const t = await getTranslations("papers");
  const { buyers, pledgers } = partnersOf(programme);
  if (buyers.length + pledgers.length === 0) return null;
  return (
    <Section title={t("partners")} id="partners">
      <Names title={t("buyers")} organisations={buyers} />
      <Names title={t("pledgers")} organisations={pledgers} />
    </Section>
  );
}

function Names({ title, organisations }: { title: string; organisations: Organisation[] }) {
  if (organisations.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm text-muted">{title}</h3>
      <ul>
        {organisations.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/organisations/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
