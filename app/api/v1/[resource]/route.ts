import { listAnswer, optionsAnswer, refuseMethod } from "@/server/open-data/answer";

type Route = { params: Promise<{ resource: string }> };

export const GET = async (request: Request, { params }: Route) =>
  listAnswer(request, (await params).resource);

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
