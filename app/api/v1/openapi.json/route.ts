import { documentAnswer, optionsAnswer, refuseMethod } from "@/server/open-data/answer";

export const GET = documentAnswer;

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
