import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";

type Props = { resources: { name: string; fields: string[]; total: number }[] };

/** Every list that is served, with what stands in it and how much. */
export function ResourceTable({ resources }: Props) {
  const t = useTranslations("openData");
  return (
    <Table caption={t("table.caption")} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("table.list")}</HeadCell>
          <HeadCell>{t("table.about")}</HeadCell>
          <HeadCell numeric>{t("table.total")}</HeadCell>
          <HeadCell>{t("table.fields")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {resources.map(({ name, fields, total }) => (
          <tr key={name}>
            <RowHead>
              <Link href={`/api/v1/${name}`}>{name}</Link>
            </RowHead>
            <Cell>{t(`about.${name}`)}</Cell>
            <Cell numeric>{t("table.count", { total })}</Cell>
            <Cell className="text-sm text-muted" lang="en">
              {fields.join(", ")}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
