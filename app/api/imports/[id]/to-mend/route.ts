import { TRPCError } from "@trpc/server";
import { getTranslations } from "next-intl/server";
import type { Translate } from "@/components/forms/failure";
import { mendingFile } from "@/components/imports/mending-file";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ id: string }> };

/** The rows of an import that are wrong, as a file to mend and bring in again. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const locale = new URL(request.url).searchParams.get("language") === "en" ? "en" : "nl";
  try {
    const wrong = await (await caller()).imports.wrongRows({ id: (await params).id });
    const t = (await getTranslations({ locale })) as unknown as Translate;
    const name = encodeURIComponent(`${t("imports.mend.name")}-${wrong.fileName.replace(/\.\w+$/, "")}.csv`);
    return new Response(mendingFile(wrong, t), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="bundel.csv"; filename*=UTF-8''${name}`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHORIZED" ? 401 : 404 });
  }
}
