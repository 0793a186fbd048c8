import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { PledgingView } from "@/server/roadmap/lenses/queries/pledging";

/** What stands in no programme cannot be pledged to; who could bundle it. */
export async function LooseNeeds({ count, pledging }: { count: number; pledging: PledgingView }) {
  const t = await getTranslations("lenses.loose");
  if (count === 0) return null;
  const { bundlers, mayBundle } = pledging;
  return (
    <Section title={t("title")} id="loose">
      <p className="max-w-measure">
        {t("text", { count })} {bundlers.length > 0 ? t("who") : t("nobody")}
      </p>
      {bundlers.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {bundlers.map(({ id, name }) => (
            <li key={id}>
              <Link href={`/organisations/${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
      {mayBundle && (
        <div>
          <LinkButton href="/programmes/new" icon="plus">
            {t("make")}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}
