"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { Facts } from "@/components/ui/facts";
import { formatMoney, type Locale } from "@/components/ui/format";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { setMandateInput } from "@/server/funding/input";

type Fields = { fundId: string; personId: string; limitCents: number | null };
type Approver = { personId: string; name: string; limitCents: number | null };

/** Who may sign for how much, and a form to say so. */
export function MandateForm({ fundId, approvers }: { fundId: string; approvers: Approver[] }) {
  const t = useTranslations("funding");
  const [router, locale] = [useRouter(), useLocale() as Locale];
  if (approvers.length === 0) return <p className="text-muted">{t("mandate.noApprovers")}</p>;
  return (
    <>
      <Facts
        facts={approvers.map(({ personId, name, limitCents }) => ({
          key: personId,
          term: name,
          value:
            limitCents === null
              ? t("mandate.none")
              : t("mandate.upTo", { limit: formatMoney(limitCents, locale, "exact") }),
        }))}
      />
      <AppForm<Fields, { id: string }>
        name={`mandate:${fundId}`}
        schema={setMandateInput}
        initial={{ fundId, personId: "", limitCents: null }}
        labels={{ personId: t("mandate.person"), limitCents: t("mandate.limit") }}
        submitLabel={t("mandate.set")}
        submit={(input) => trpc.funding.setMandate.mutate(setMandateInput.parse(input))}
        done={() => router.refresh()}
      >
        {({ bind }) => (
          <>
            <SelectField
              {...bind.text("personId")}
              empty={t("choose")}
              options={approvers.map(({ personId, name }) => ({ value: personId, text: name }))}
            />
            <MoneyField locale={locale} {...bind.money("limitCents")} help={t("mandate.limitHelp")} />
          </>
        )}
      </AppForm>
    </>
  );
}
