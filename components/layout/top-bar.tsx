import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import type { Me } from "./me";
import { Nouns } from "./nouns";
import { Sheet } from "./sheet";
import { WaitingCount } from "./waiting-count";

export type TopBarProps = { me: Me | null; regionName: string };

const NOUNS = [
  { key: "diagnosis", href: "/ecosystem", paths: ["/ecosystem"] },
  { key: "interventions", href: "/interventions", paths: ["/interventions"] },
  { key: "roadmap", href: "/roadmap", paths: ["/roadmap", "/needs", "/programmes"] },
  { key: "challenges", href: "/challenges", paths: ["/challenges", "/responses"] },
  { key: "funding", href: "/funding", paths: ["/funding", "/applications", "/decisions"] },
] as const;

/** Name, five nouns, search, inbox, account, language. Where there is no room all but the name sits behind one button. */
export function TopBar({ me, regionName }: TopBarProps) {
  const t = useTranslations("layout");
  const nouns = NOUNS.map(({ key, href, paths }) => ({ href, text: t(`nouns.${key}`), paths }));
  return (
    <header
      className={classes("no-print bar border-b border-line bg-panel", me ? "xl:bar-wide" : "lg:bar-wide")}
    >
      <div className="mx-auto flex max-w-page items-center gap-x-4 px-4 sm:gap-x-8 sm:px-8">
        <Brand regionName={regionName} />
        <Sheet
          label={
            <>
              {t("menu")}
              {me && <WaitingCount />}
            </>
          }
        >
          <Nouns label={t("main")} nouns={nouns} />
          <div className="tools">
            <SearchLink />
            {me && <InboxLink />}
            {me ? <AccountMenu me={me} /> : <SignInLink />}
            <LanguageSwitch />
          </div>
        </Sheet>
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
