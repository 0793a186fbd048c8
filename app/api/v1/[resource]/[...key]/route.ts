import { itemAnswer, optionsAnswer, refuseMethod } from "@/server/open-data/answer";

type Route = { params: Promise<{ resource: string; key: string[] }> };

export const GET = async (request: Request, { params }: Route) => {
  const { resource, key } = await params;
  return itemAnswer(request, resource, key.join("/"));
};

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
