import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { type Asked, roadmapHref } from "../roadmap/filters";
import { PrintButton } from "./print-button";

const KINDS = ["csv", "xlsx", "ocds"] as const;

/** What the roadmap shows with these filters, as a file or on paper. */
export async function ExportMenu({ asked }: { asked: Asked }) {
  const t = await getTranslations("exports");
  const { search } = new URL(roadmapHref(asked), "http://roadmap");
  return (
    <Menu
      align="end"
      label={
        <>
          <Icon name="file" />
          {t("menu")}
        </>
      }
    >
      <div className="flex flex-col">
        {KINDS.map((kind) => (
          <Link key={kind} plain href={`/api/export/${kind}${search}`} className="menu-item" download>
            {t(kind)}
          </Link>
        ))}
        <PrintButton label={t("print")} />
      </div>
    </Menu>
  );
}
