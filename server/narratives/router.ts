import { personProcedure, publicProcedure, router } from "../trpc/init";
import * as commands from "./commands";
import * as input from "./input";
import { getNarrative, getVersion, listVersions, pull } from "./queries";

export const narrativesRouter = router({
  ofProgramme: publicProcedure.input(input.narrativeOfInput).query((it) => getNarrative(it.ctx, it.input)),
  pull: personProcedure.input(input.pullInput).query((it) => pull(it.ctx, it.input)),
  push: personProcedure.input(input.pushInput).mutation((it) => commands.push(it.ctx, it.input)),
  point: personProcedure.input(input.pointInput).mutation((it) => commands.point(it.ctx, it.input)),
  versions: personProcedure.input(input.narrativeOfInput).query((it) => listVersions(it.ctx, it.input)),
  version: personProcedure.input(input.versionInput).query((it) => getVersion(it.ctx, it.input)),
  restore: personProcedure
    .input(input.versionInput)
    .mutation((it) => commands.restoreVersion(it.ctx, it.input)),
});
