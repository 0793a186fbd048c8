import { optionsAnswer, refuseMethod } from "@/server/open-data/answer";
import { recordAnswer } from "@/server/open-data/ocds";

type Route = { params: Promise<{ ocid: string }> };

export const GET = async (request: Request, { params }: Route) => recordAnswer(request, (await params).ocid);

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
