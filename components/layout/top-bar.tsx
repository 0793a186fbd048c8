import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { AccountLabel, AccountLinks, AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import type { Me } from "./me";
import { Nouns } from "./nouns";
import { WaitingCount } from "./waiting-count";

export type TopBarProps = { me: Me | null; regionName: string };

const NOUNS = [
  { key: "diagnosis", href: "/ecosystem", paths: ["/ecosystem"] },
  { key: "interventions", href: "/interventions", paths: ["/interventions"] },
  { key: "roadmap", href: "/roadmap", paths: ["/roadmap", "/needs", "/programmes"] },
  { key: "challenges", href: "/challenges", paths: ["/challenges", "/responses"] },
  { key: "funding", href: "/funding", paths: ["/funding", "/applications", "/decisions"] },
] as const;

/** Name, five nouns, search, inbox, account, language. On a phone all but the name sits in a sheet. */
export function TopBar({ me, regionName }: TopBarProps) {
  const t = useTranslations("layout");
  const nouns = NOUNS.map(({ key, href, paths }) => ({ href, text: t(`nouns.${key}`), paths: [...paths] }));
  return (
    <header className="no-print relative border-b border-line bg-panel">
      <div className="mx-auto flex max-w-page items-center gap-x-8 px-4 sm:px-8">
        <Brand regionName={regionName} />
        <div className={classes("hidden flex-1 items-stretch gap-6", me ? "xl:flex" : "lg:flex")}>
          <Nouns label={t("main")} nouns={nouns} />
          <div className="ms-auto flex items-center gap-5">
            <SearchLink />
            {me && <InboxLink />}
            {me ? <AccountMenu me={me} /> : <SignInLink />}
            <LanguageSwitch />
          </div>
        </div>
        <Menu
          sheet
          className={classes("ms-auto", me ? "xl:hidden" : "lg:hidden")}
          label={
            <span className="font-bold">
              {t("menu")}
              {me && <WaitingCount />}
            </span>
          }
        >
          <Nouns label={t("main")} nouns={nouns} stacked />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
            <SearchLink />
            {me && <InboxLink />}
            {!me && <SignInLink />}
            <LanguageSwitch />
          </div>
          {me && (
            <div className="flex flex-col gap-2 border-t border-line pt-3">
              <AccountLabel me={me} />
              <AccountLinks me={me} />
            </div>
          )}
        </Menu>
      </div>
    </header>
  );
}

function SearchLink() {
  const t = useTranslations("layout");
  return (
    <Link plain href="/search" className="tool">
      <Icon name="search" />
      {t("search")}
    </Link>
  );
}

function InboxLink() {
  const t = useTranslations("layout");
  return (
    <Link plain href="/inbox" className="tool">
      <Icon name="inbox" />
      {t("inbox")}
      <WaitingCount />
    </Link>
  );
}

function SignInLink() {
  const t = useTranslations("layout");
  return (
    <Link href="/sign-in" className="tool font-bold">
      {t("signIn")}
    </Link>
  );
}
