"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { ORGANISATION_KINDS, type OrganisationKind } from "@/db/enums";
import { changeInput, createInput } from "@/server/organisations/input";

type Fields = {
  id?: string;
  version?: number;
  name: string;
  kind?: OrganisationKind;
  registrationNumber: string | null;
  emailDomain: string | null;
};

type Props = {
  /** What is there now; left out for a new organisation. */
  organisation?: Required<Omit<Fields, "kind">>;
};

/** Registers an organisation, or changes its details. */
export function OrganisationForm({ organisation }: Props) {
  const t = useTranslations("organisations");
  const [router, locale] = [useRouter(), useLocale()];
  const labels = {
    name: t("field.name"),
    kind: t("field.kind"),
    registrationNumber: t("field.registrationNumber"),
    emailDomain: t("field.emailDomain"),
  };
  const initial = organisation ?? { name: "", registrationNumber: "", emailDomain: "" };
  return (
    <AppForm<Fields, { id: string }>
      name={`organisation:${organisation?.id ?? "new"}`}
      schema={organisation ? changeInput : createInput}
      initial={initial}
      labels={labels}
      submitLabel={t(organisation ? "change" : "register")}
      submit={(input) =>
        organisation
          ? trpc.organisations.change.mutate(changeInput.parse(input))
          : trpc.organisations.create.mutate(createInput.parse(input))
      }
      done={({ id }) => {
        router.push(`/${locale}/organisations/${id}`);
        router.refresh();
      }}
    >
      {({ bind }) => (
        <>
          <TextField {...bind.text("name")} maxLength={200} help={organisation && t("field.nameHelp")} />
          {!organisation && (
            <SelectField
              {...bind.text("kind")}
              empty={t("field.chooseKind")}
              options={ORGANISATION_KINDS.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))}
            />
          )}
          <TextField
            {...bind.text("registrationNumber")}
            maxLength={40}
            mark={t("optional")}
            help={t("field.registrationNumberHelp")}
          />
          <TextField
            {...bind.text("emailDomain")}
            maxLength={200}
            mark={t("optional")}
            help={t("field.emailDomainHelp")}
          />
        </>
      )}
    </AppForm>
  );
}
