"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { type GivenPledge, PledgeForm } from "../../programmes/pledge-form";

/** The form, and after it where the pledge stands. */
export function LensPledge({ given }: { given: GivenPledge }) {
  const t = useTranslations("lenses.offer");
  const router = useRouter();
  const [pledgedTo, setPledgedTo] = useState<GivenPledge["programmes"][number] | null>(null);
  if (pledgedTo)
    return (
      <Notice
        kind="success"
        live
        title={t("done")}
        actions={<Link href={`/programmes/${pledgedTo.id}#pledges`}>{t("show")}</Link>}
      >
        {pledgedTo.title}
      </Notice>
    );
  return (
    <PledgeForm
      programmeId={given.programmes[0]!.id}
      given={given}
      done={(programmeId) => {
        setPledgedTo(given.programmes.find(({ id }) => id === programmeId) ?? null);
        router.refresh();
      }}
    />
  );
}
