import { listAnswer, optionsAnswer, refuseMethod } from "@/server/open-data/answer";
import { visitorContext } from "@/server/open-data/visitor";

type Route = { params: Promise<{ resource: string }> };

export const GET = async (request: Request, { params }: Route) =>
  listAnswer(request, visitorContext(), (await params).resource);

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
