import { publicProcedure, router } from "../trpc/init";
import { getFacts, getRegionName, getWords } from "./queries";

export const regionsRouter = router({
  name: publicProcedure.query(() => getRegionName()),
  facts: publicProcedure.query(() => getFacts()),
  words: publicProcedure.query(() => getWords()),
});
