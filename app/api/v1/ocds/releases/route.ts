import { optionsAnswer, refuseMethod } from "@/server/open-data/answer";
import { releasesAnswer } from "@/server/open-data/ocds";

export const GET = releasesAnswer;

export {
  optionsAnswer as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
