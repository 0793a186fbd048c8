import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { TABLE_COLUMNS } from "@/server/roadmap/input";
import { type Asked, roadmapHref, roadmapPath } from "../filters";
import { columnsText, USUAL_COLUMNS } from "./asked";

/** Chooses what the table tells: a plain form, so that the address holds it and a saved view keeps it. */
export async function ColumnForm({ asked }: { asked: Asked }) {
  const [t, locale] = await Promise.all([getTranslations("roadmap.table"), getLocale() as Promise<Locale>]);
  const others = new URLSearchParams(roadmapHref(asked, { columns: USUAL_COLUMNS }).split("?")[1]);
  return (
    <div className="no-print">
      <Disclosure key={asked.columns.join()} summary={t("columns.title")}>
        <form
          method="get"
          action={localPath(roadmapPath(asked), locale)}
          className="flex flex-col items-start gap-4"
        >
          {[...others].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="columns" value="title" />
          <CheckboxGroup
            inline
            name="columns"
            label={t("columns.label")}
            options={TABLE_COLUMNS.filter((column) => column !== "title").map((column) => ({
              value: column,
              text: t(`head.${column}`),
            }))}
            defaultValues={asked.columns}
          />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button type="submit">{t("columns.submit")}</Button>
            {columnsText(asked.columns) && (
              <Link href={roadmapHref(asked, { columns: USUAL_COLUMNS })}>{t("columns.usual")}</Link>
            )}
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
