import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import type { OwnViews } from "@/server/views/queries";
import { type Asked, roadmapHref } from "../roadmap/filters";

/** The reader's own views of the roadmap, and the way to keep this one. */
export async function ViewMenu({ own, asked }: { own: OwnViews; asked: Asked }) {
  const t = await getTranslations("views");
  const here = roadmapHref(asked);
  return (
    <Menu
      align="end"
      label={
        <>
          <Icon name="lines" />
          {t("menu")}
        </>
      }
    >
      <div className="flex max-h-96 w-64 max-w-[80vw] flex-col overflow-y-auto">
        {own.views.map(({ id, name, address }) => (
          <Link
            key={id}
            plain
            href={address}
            className="menu-item"
            aria-current={address === here ? "page" : undefined}
          >
            {name}
          </Link>
        ))}
        {own.views.length === 0 && <p className="px-2 py-1 text-sm text-muted">{t("none")}</p>}
        <Link plain href={`/views?from=${encodeURIComponent(here)}`} className="menu-item">
          {t("saveThis")}
        </Link>
        <Link plain href="/views" className="menu-item">
          {t("manage")}
        </Link>
      </div>
    </Menu>
  );
}
