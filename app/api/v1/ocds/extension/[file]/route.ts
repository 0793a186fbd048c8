import { optionsAnswer, refuseMethod } from "@/server/open-data/answer";
import { extensionAnswer } from "@/server/open-data/ocds";

type Route = { params: Promise<{ file: string }> };

export const GET = async (request: Request, { params }: Route) =>
  extensionAnswer(request, (await params).file);

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
