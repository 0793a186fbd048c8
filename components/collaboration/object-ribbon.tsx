import { getLocale, getTranslations } from "next-intl/server";
import { Ribbon, type RibbonStep } from "@/components/ui/ribbon";
import type { ChainOf } from "@/server/collaboration/input";
import { caller } from "@/server/trpc/caller";
import { itemsOf, LINKS, type LinkItem, type LinkName, linkOf, placeToFill } from "./chain-links";
import { readChain } from "./read-chain";

/** One line under the title: what this stands on and what came of it, each link with its state. */
export async function ObjectRibbon(at: ChainOf) {
  const [api, t, locale] = await Promise.all([caller(), getTranslations("collaboration"), getLocale()]);
  const [chain, me] = await Promise.all([readChain(at), api.accounts.me()]);
  const items = itemsOf(chain, locale as "nl" | "en");
  const here = linkOf(chain);
  const self = items[here].find(({ id }) => id === at.id)?.href;

  function stepOf(link: LinkName): RibbonStep {
    const there = items[link];
    const shown = link === here ? (there.find((one) => one.id === at.id) ?? there[0]) : there[0];
    if (!shown) {
      const place = me ? placeToFill(link, items) : null;
      // A link to the page one is on leads nowhere.
      const href = place && place !== self ? place : undefined;
      return { label: t(`link.${link}`), text: t(href ? `fill.${link}` : "missing"), href, state: "missing" };
    }
    return {
      label: [t(`link.${link}`), shown.state && t(`state.${shown.state}`)].filter(Boolean).join(" · "),
      text: <Titles shown={shown} more={link === here ? 0 : there.length - 1} />,
      href: shown.href,
      state: link === here ? "current" : shown.isSettled ? "done" : "open",
    };
  }

  // The public line goes from selection to award. Until there is one, who may see the application reads where it stands.
  const isUnderWay = items.award.length === 0 && items.application.length > 0;
  const links = LINKS.filter((link) => link !== "application" || here === "application" || isUnderWay);
  return <Ribbon label={t("ribbon")} steps={links.map(stepOf)} />;
}

async function Titles({ shown, more }: { shown: LinkItem; more: number }) {
  const t = await getTranslations("collaboration");
  return (
    <>
      <span lang={shown.language ?? undefined}>{shown.title}</span>
      {more > 0 && <> {t("more", { count: more })}</>}
    </>
  );
}
