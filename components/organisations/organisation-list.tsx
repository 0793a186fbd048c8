import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/choice-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SelectField } from "@/components/ui/select-field";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import { ORGANISATION_KINDS } from "@/db/enums";
import type { ListOrganisations } from "@/server/organisations/input";
import type { listOrganisations } from "@/server/organisations/queries";

type Props = Awaited<ReturnType<typeof listOrganisations>> & {
  filter: ListOrganisations;
  isSignedIn: boolean;
};

/** Who takes part: public; who works there is not shown here. */
export async function OrganisationList({ rows, total, pageSize, filter, isSignedIn }: Props) {
  const t = await getTranslations("organisations");
  const pages = Math.ceil(total / pageSize);
  const hrefOf = (page: number) => `/organisations?${addressOf({ ...filter, page })}`;
  return (
    <Page>
      <PageHeader
        title={t("title")}
        finding={t("finding", { count: total })}
        actions={isSignedIn && <LinkButton href="/organisations/new">{t("register")}</LinkButton>}
      />
      <form method="get" className="flex flex-wrap items-end gap-4">
        <TextField
          name="q"
          label={t("filter.text")}
          defaultValue={filter.text}
          maxLength={200}
          className="max-w-72"
        />
        <SelectField
          name="kind"
          label={t("filter.kind")}
          empty={t("filter.anyKind")}
          defaultValue={filter.kind ?? ""}
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))}
          className="max-w-72"
        />
        <CheckboxField
          name="unverified"
          value="1"
          label={t("filter.unverified")}
          defaultChecked={filter.onlyUnverified}
          className="max-w-72"
        />
        <Button type="submit">{t("filter.apply")}</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>
      ) : (
        <Table caption={t("title")} captionHidden>
          <thead>
            <tr>
              <HeadCell>{t("column.name")}</HeadCell>
              <HeadCell>{t("column.kind")}</HeadCell>
              <HeadCell>{t("column.state")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <RowHead>
                  <Link href={`/organisations/${row.id}`}>{row.name}</Link>
                </RowHead>
                <Cell>{t(`kind.${row.kind}`)}</Cell>
                <Cell>
                  <span className="flex flex-wrap gap-2">
                    <Badge tone={row.verifiedAt ? "positive" : "neutral"}>
                      {t(row.verifiedAt ? "state.verified" : "state.unverified")}
                    </Badge>
                    {row.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
                  </span>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        label={t("pages")}
        page={filter.page}
        pages={pages}
        hrefOf={hrefOf}
        words={{
          previous: t("previous"),
          next: t("next"),
          position: t("position", { page: filter.page, pages }),
        }}
      />
    </Page>
  );
}

function addressOf({ text, kind, onlyUnverified, page }: ListOrganisations): URLSearchParams {
  return new URLSearchParams({
    ...(text && { q: text }),
    ...(kind && { kind }),
    ...(onlyUnverified && { unverified: "1" }),
    ...(page > 1 && { page: String(page) }),
  });
}
