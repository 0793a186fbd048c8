import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Marked } from "@/components/ui/marked";
import { TextField } from "@/components/ui/text-field";
import { subjectPath } from "@/server/collaboration/input";
import type { Hit } from "@/server/collaboration/queries/search";

/** The search form and what it found; a plain form, so that an address holds the question. */
export async function SearchResults({ text, hits, most }: { text: string; hits: Hit[]; most: number }) {
  const t = await getTranslations("collaboration");
  const finding =
    text === ""
      ? undefined
      : t(hits.length === most ? "search.most" : "search.found", { text, count: hits.length });
  return (
    <Page>
      <PageHeader title={t("search.title")} finding={finding} />
      <form method="get" className="flex flex-wrap items-end gap-3">
        <TextField
          name="q"
          type="search"
          label={t("search.label")}
          help={t("search.help")}
          defaultValue={text}
          maxLength={200}
        />
        <Button type="submit" variant="primary" icon="search">
          {t("search.submit")}
        </Button>
      </form>
      {text !== "" && hits.length === 0 && (
        <EmptyState title={t("search.found", { text, count: 0 })}>
          {t("search.noneHelp")} <Link href="/roadmap">Roadmap</Link>
        </EmptyState>
      )}
      <ul className="flex flex-col">
        {hits.map((hit) => (
          <li key={hit.id} className="flex flex-col gap-1 border-t border-line py-3">
            <p className="flex flex-wrap items-baseline gap-x-3 text-lg wrap-anywhere">
              <Link href={subjectPath(hit.kind, hit.id) ?? "/"} lang={hit.language}>
                <Marked text={hit.title} segments={hit.found.title} />
              </Link>
              {hit.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
            </p>
            {hit.found.fragment && (
              <p className="max-w-measure wrap-anywhere" lang={hit.language}>
                <Marked segments={hit.found.fragment} />
              </p>
            )}
            <p className="text-sm text-muted">
              {t(`link.${hit.kind}`)} · {t(`state.${hit.kind}.${hit.status}`)} · {hit.organisation}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
