import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { Restoring } from "@/components/collaboration/restoring";
import { EditApplication } from "@/components/funding/edit-application";
import { redirect } from "@/server/i18n/navigation";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
};

/** The application, or null for who is not signed in. */
async function applicationOf(id: string) {
  const api = await caller();
  return (await api.accounts.me()) ? orNotFound(api.funding.applicationById({ id })) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await applicationOf(id))?.title };
}

export default async function Application({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const application = await applicationOf(id);
  if (!application) return redirect({ href: `/sign-in?to=/${locale}/applications/${id}/edit`, locale });
  return (
    <Restoring kind="application" id={id} as={(await searchParams).as}>
      <EditApplication application={application} />
    </Restoring>
  );
}
