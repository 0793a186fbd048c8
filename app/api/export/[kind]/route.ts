import { filterInput, readFilters } from "@/components/roadmap/filters";
import { exportAnswer } from "@/server/exports/answer";
import { requestContext } from "@/server/trpc/context";

type Route = { params: Promise<{ kind: string }> };

/** The needs of the roadmap as a file: the same filters in the address, the same eyes. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const filters = filterInput(readFilters(Object.fromEntries(searchParams)));
  return exportAnswer(await requestContext(), (await params).kind, filters, search);
}
