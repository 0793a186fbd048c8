"use client";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import type { Locale } from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";

/** Goes to a programme, as it is now. */
export function useOpenProgramme() {
  const router = useRouter();
  const locale = useLocale() as Locale;
  return ({ id }: { id: string }) => {
    router.push(localPath(`/programmes/${id}`, locale));
    router.refresh();
  };
}
