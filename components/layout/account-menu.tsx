import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { ActingFor } from "./acting-for";
import type { Me } from "./me";
import { SignOut } from "./sign-out";

/** Who is signed in and for whom they act; behind it the choice, the profile and the way out. */
export function AccountMenu({ me }: { me: Me }) {
  const t = useTranslations("layout");
  return (
    <Menu align="end" label={<AccountLabel me={me} />}>
      <div className="flex flex-col">
        {me.organisations.length > 1 && (
          <div className="mb-2 border-b border-line px-2 pb-3">
            <ActingFor
              label={t("actingFor")}
              organisations={me.organisations}
              current={me.actingFor?.id ?? ""}
            />
          </div>
        )}
        <Link plain href="/profile" className="menu-item">
          {t("profile")}
        </Link>
        <Link plain href="/organisations" className="menu-item">
          {t("organisations")}
        </Link>
        <SignOut label={t("signOut")} className="menu-item" />
      </div>
    </Menu>
  );
}

function AccountLabel({ me }: { me: Me }) {
  const t = useTranslations("layout");
  return (
    <span className="flex items-center gap-2 text-start text-sm">
      <Icon name="person" />
      <span className="flex min-w-0 flex-col leading-tight">
        <span className="max-w-64 truncate font-bold xl:max-w-40 2xl:max-w-64">{me.name}</span>
        {me.actingFor && (
          <span className="max-w-64 truncate text-muted xl:max-w-40 2xl:max-w-64">
            <span className="sr-only">{t("actingFor")} </span>
            {me.actingFor.name}
          </span>
        )}
      </span>
    </span>
  );
}
