import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ActingFor } from "./acting-for";
import { LanguageSwitch } from "./language-switch";
import { SignOut } from "./sign-out";

export type Me = {
  name: string;
  isAdministrator: boolean;
  actingFor: { id: string; name: string } | null;
  organisations: { id: string; name: string }[];
};

export type TopBarProps = { me: Me | null; regionName: string; waiting: number };

const NOUNS = [
  { key: "diagnosis", href: "/ecosystem" },
  { key: "interventions", href: "/interventions" },
  { key: "roadmap", href: "/roadmap" },
  { key: "challenges", href: "/challenges" },
  { key: "funding", href: "/funding" },
] as const;

/** Name, five nouns, search, inbox, acting-for, language. On a phone all but the name sits in a sheet. */
export function TopBar(props: TopBarProps) {
  const t = useTranslations("layout");
  return (
    <header className="no-print border-b border-line bg-panel">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-1 px-4 py-2 sm:px-8">
        <Link plain href="/" className="text-lg font-heading">
          Bundel <span className="font-normal text-muted">{props.regionName}</span>
        </Link>
        <details className="group ms-auto lg:hidden">
          <summary className="flex min-h-11 items-center px-2 font-bold">
            {t("menu")}
            {props.waiting > 0 && <Count waiting={props.waiting} />}
          </summary>
          <div className="absolute inset-x-0 z-20 flex flex-col gap-4 border-b border-line bg-panel px-4 py-4">
            <Nouns stacked />
            <Tools {...props} stacked />
          </div>
        </details>
        <div className="hidden flex-1 items-center gap-8 lg:flex">
          <Nouns />
          <div className="ms-auto">
            <Tools {...props} />
          </div>
        </div>
      </div>
    </header>
  );
}

function Nouns({ stacked }: { stacked?: boolean }) {
  const t = useTranslations("layout");
  return (
    <nav aria-label={t("main")}>
      <ul className={stacked ? "flex flex-col" : "flex gap-6"}>
        {NOUNS.map(({ key, href }) => (
          <li key={key}>
            <Link plain href={href} className="inline-flex min-h-11 items-center font-bold">
              {t(`nouns.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tools({ me, waiting, stacked }: TopBarProps & { stacked?: boolean }) {
  const t = useTranslations("layout");
  return (
    <div className={stacked ? "flex flex-col items-start gap-3" : "flex items-center gap-5 text-sm"}>
      <Link plain href="/search">
        {t("search")}
      </Link>
      {me ? (
        <>
          <Link plain href="/inbox">
            {t("inbox")}
            {waiting > 0 && <Count waiting={waiting} />}
          </Link>
          {me.organisations.length > 1 ? (
            <ActingFor organisations={me.organisations} current={me.actingFor?.id ?? ""} />
          ) : (
            me.actingFor && <span className="max-w-48 truncate text-muted">{me.actingFor.name}</span>
          )}
          <Link plain href="/profile">
            {me.name}
          </Link>
          <SignOut label={t("signOut")} />
        </>
      ) : (
        <Link href="/sign-in">{t("signIn")}</Link>
      )}
      <LanguageSwitch />
    </div>
  );
}

function Count({ waiting }: { waiting: number }) {
  const t = useTranslations("layout");
  return (
    <span className="ms-1.5 rounded-full bg-action-fill px-1.5 text-xs font-bold text-on-action">
      {waiting}
      <span className="sr-only"> {t("waiting")}</span>
    </span>
  );
}
