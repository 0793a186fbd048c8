"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function PrintButton() {
  const t = useTranslations("papers");
  return (
    <Button variant="primary" icon="file" onClick={() => print()}>
      {t("print")}
    </Button>
  );
}
