import { itemAnswer, optionsAnswer, refuseMethod } from "@/server/open-data/answer";
import { visitorContext } from "@/server/open-data/visitor";

type Route = { params: Promise<{ resource: string; id: string }> };

export const GET = async (request: Request, { params }: Route) => {
  const { resource, id } = await params;
  return itemAnswer(request, visitorContext(), resource, id);
};

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
