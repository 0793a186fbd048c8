import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { ChainOf } from "@/server/collaboration/input";
import { itemsOf, LINKS, type LinkItem, type LinkName, linkOf } from "./chain-links";
import { readChain } from "./read-chain";

const SHOWN = 8;

/** Why an object exists, up to the element, and what came of it, down to euros and outcomes. */
export async function WhyAndWhat(at: ChainOf) {
  const [t, locale] = await Promise.all([getTranslations("collaboration"), getLocale()]);
  const chain = await readChain(at);
  const items = itemsOf(chain, locale as "nl" | "en");
  const place = LINKS.indexOf(linkOf(chain));
  const filled = (links: readonly LinkName[]) => links.filter((link) => items[link].length > 0);
  // An outcome of the intervention that it stands on is why it exists, not what came of it.
  const below = LINKS.slice(place + 1).filter(
    (link) => link !== "outcome" || place <= LINKS.indexOf("intervention"),
  );
  const [why, what] = [filled(LINKS.slice(0, place)), filled(below)];
  const awarded = chain.awards.reduce(
    (sum, award) => sum + (award.status === "award" ? (award.amountCents ?? 0) : 0),
    0,
  );
  return (
    <>
      {place > 0 && (
        <Section title={t("why")} id="why">
          {why.length === 0 ? (
            <p className="text-muted">{t("whyNothing")}</p>
          ) : (
            <Links links={why} items={items} />
          )}
        </Section>
      )}
      {below.length > 0 && (
        <Section title={t("what")} id="what">
          {what.length === 0 ? (
            <p className="text-muted">{t("whatNothing")}</p>
          ) : (
            <Links links={what} items={items} />
          )}
          {awarded > 0 && below.includes("award") && (
            <p className="font-bold">
              {t("awarded", {
                amount: formatMoney(awarded, locale as "nl" | "en"),
                count: chain.awards.length,
              })}
            </p>
          )}
        </Section>
      )}
    </>
  );
}

async function Links({ links, items }: { links: LinkName[]; items: Record<LinkName, LinkItem[]> }) {
  const t = await getTranslations("collaboration");
  return (
    <dl className="flex flex-col">
      {links.map((link) => (
        <div key={link} className="border-t border-line py-2.5 first:border-t-0 first:pt-0">
          <dt className="text-sm text-muted">{t(`link.${link}`)}</dt>
          <dd>
            <ul className="flex flex-col gap-1.5">
              {items[link].slice(0, SHOWN).map((one) => (
                <LinkLine key={one.id} item={one} />
              ))}
              {items[link].length > SHOWN && <li>{t("more", { count: items[link].length - SHOWN })}</li>}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

async function LinkLine({ item }: { item: LinkItem }) {
  const [t, locale] = await Promise.all([getTranslations("collaboration"), getLocale()]);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
      <Link href={item.href} lang={item.language ?? undefined}>
        {item.title}
      </Link>
      {item.state && <span className="text-sm text-muted">{t(`state.${item.state}`)}</span>}
      {item.amountCents !== null && (
        <span className="text-sm tabular-nums">{formatMoney(item.amountCents, locale as "nl" | "en")}</span>
      )}
      {item.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
    </li>
  );
}
