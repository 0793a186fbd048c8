import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Facts } from "@/components/ui/facts";
import { formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Challenge } from "@/server/challenges/queries";
import { caller } from "@/server/trpc/caller";
import { namesIn } from "./names";

/** Who, when, how much, and where in the chain. */
export async function ChallengeFacts({ challenge, deadline }: { challenge: Challenge; deadline: string }) {
  const [t, locale] = [await getTranslations("challenges"), (await getLocale()) as "nl" | "en"];
  const [names, me] = await Promise.all([namesIn(locale), (await caller()).accounts.me()]);
  return (
    <Section title={t("facts")}>
      <Facts
        facts={[
          {
            term: t("client"),
            value: <Link href={`/organisations/${challenge.client.id}`}>{challenge.client.name}</Link>,
          },
          {
            term: t("deadline"),
            value: challenge.deadline && <time dateTime={challenge.deadline.toISOString()}>{deadline}</time>,
          },
          {
            term: t("budget"),
            value: challenge.budgetCents === null ? null : formatMoney(challenge.budgetCents, locale),
          },
          {
            term: t("procedureLabel"),
            value: (
              <>
                {t(`procedure.${challenge.procedure}`)}
                <span className="block text-sm text-muted">{t(`procedureHelp.${challenge.procedure}`)}</span>
              </>
            ),
          },
          { term: t("theme"), value: challenge.theme && names.themeName(challenge.theme) },
          {
            term: t("elements"),
            value: challenge.elements.length > 0 && (
              <ul>
                {challenge.elements.map((element) => (
                  <li key={element}>
                    {challenge.ecosystem ? (
                      <Link href={`/ecosystem/${challenge.ecosystem}/${element}`}>
                        {names.elementName(element)}
                      </Link>
                    ) : (
                      names.elementName(element)
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          { term: t("ecosystem"), value: challenge.ecosystem && names.ecosystemName(challenge.ecosystem) },
          {
            term: t("need"),
            value: challenge.need && (
              <Link href={`/needs/${challenge.need.id}`} lang={challenge.need.language}>
                {challenge.need.title}
              </Link>
            ),
          },
          {
            term: t("programme"),
            value: challenge.programme && (
              <Link href={`/programmes/${challenge.programme.id}`} lang={challenge.programme.language}>
                {challenge.programme.title}
              </Link>
            ),
          },
          {
            term: t("parties"),
            value: challenge.parties.length > 0 && (
              <ul>
                {challenge.parties.map((party) => (
                  <li key={party} lang={challenge.language}>
                    {party}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: t("contact"),
            value: me ? challenge.contact : <Link href="/sign-in">{t("contactSignIn")}</Link>,
          },
        ].map((fact) => ({ ...fact, value: fact.value === false ? null : fact.value }))}
      />
    </Section>
  );
}
