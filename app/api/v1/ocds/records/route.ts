import { optionsAnswer, refuseMethod } from "@/server/open-data/answer";
import { recordsAnswer } from "@/server/open-data/ocds";

export const GET = recordsAnswer;

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
