import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { ImportView } from "@/components/imports/import-view";
import { redirect } from "@/server/i18n/navigation";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const KINDS = ["wrong", "changed", "likely", "kept"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const api = await caller();
  return (await api.accounts.me()) ? { title: (await orNotFound(api.imports.byId({ id }))).fileName } : {};
}

export default async function Import({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  if (!(await api.accounts.me()))
    return redirect({ href: `/sign-in?to=/${locale}/needs/import/${id}`, locale });
  const file = await orNotFound(api.imports.byId({ id }));
  const [wrong, changed, likely, kept] = await Promise.all(
    KINDS.map((outcome) => api.imports.rows({ id, outcome })),
  );
  return <ImportView file={file} rows={{ wrong: wrong!, changed: changed!, likely: likely!, kept: kept! }} />;
}
