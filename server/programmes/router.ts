import { personProcedure, publicProcedure, router } from "../trpc/init";
import * as answer from "./commands/answer";
import * as ask from "./commands/ask";
import * as pledge from "./commands/pledge";
import * as prepare from "./commands/prepare";
import { mergeProgramme, splitProgramme } from "./commands/regroup";
import { undoRegrouping } from "./commands/undo-regrouping";
import * as windows from "./commands/windows";
import * as input from "./input";
import { programmesOfNeed } from "./queries/consent";
import { listProgrammes, listProposable, programmesOnCell } from "./queries/lists";
import { getProgramme } from "./queries/programme";
import { listRegroupings } from "./queries/regroupings";

export const programmesRouter = router({
  list: publicProcedure.input(input.listProgrammesInput).query((it) => listProgrammes(it.ctx, it.input)),
  byId: publicProcedure.input(input.programmeIdInput).query((it) => getProgramme(it.ctx, it.input)),
  workingOn: publicProcedure.input(input.onCellInput).query((it) => programmesOnCell(it.ctx, it.input)),
  ofNeed: publicProcedure.input(input.programmeIdInput).query((it) => programmesOfNeed(it.ctx, it.input)),
  proposable: personProcedure.input(input.programmeIdInput).query((it) => listProposable(it.ctx, it.input)),
  create: personProcedure
    .input(input.createProgrammeInput)
    .mutation((it) => prepare.createProgramme(it.ctx, it.input)),
  change: personProcedure
    .input(input.changeProgrammeInput)
    .mutation((it) => prepare.changeProgramme(it.ctx, it.input)),
  publish: personProcedure
    .input(input.programmeStepInput)
    .mutation((it) => prepare.publishProgramme(it.ctx, it.input)),
  close: personProcedure
    .input(input.closeProgrammeInput)
    .mutation((it) => prepare.closeProgramme(it.ctx, it.input)),
  proposeNeed: personProcedure
    .input(input.proposeNeedInput)
    .mutation((it) => ask.proposeNeed(it.ctx, it.input)),
  consent: personProcedure
    .input(input.linkStepInput)
    .mutation((it) => answer.consentToProgramme(it.ctx, it.input)),
  refuse: personProcedure
    .input(input.reasonedLinkStepInput)
    .mutation((it) => answer.refuseProgramme(it.ctx, it.input)),
  withdrawConsent: personProcedure
    .input(input.reasonedLinkStepInput)
    .mutation((it) => answer.withdrawConsent(it.ctx, it.input)),
  remind: personProcedure.input(input.linkStepInput).mutation((it) => answer.remindBuyer(it.ctx, it.input)),
  allowFix: personProcedure.input(input.linkStepInput).mutation((it) => answer.allowFix(it.ctx, it.input)),
  fix: personProcedure.input(input.linkStepInput).mutation((it) => answer.fixNeed(it.ctx, it.input)),
  release: personProcedure
    .input(input.reasonedLinkStepInput)
    .mutation((it) => answer.releaseNeed(it.ctx, it.input)),
  askWindows: personProcedure
    .input(input.askWindowsInput)
    .mutation((it) => windows.askWindows(it.ctx, it.input)),
  acceptWindow: personProcedure
    .input(input.linkStepInput)
    .mutation((it) => windows.acceptWindow(it.ctx, it.input)),
  declineWindow: personProcedure
    .input(input.linkStepInput)
    .mutation((it) => windows.declineWindow(it.ctx, it.input)),
  split: personProcedure.input(input.splitProgrammeInput).mutation((it) => splitProgramme(it.ctx, it.input)),
  merge: personProcedure.input(input.mergeProgrammeInput).mutation((it) => mergeProgramme(it.ctx, it.input)),
  undoRegrouping: personProcedure
    .input(input.undoRegroupingInput)
    .mutation((it) => undoRegrouping(it.ctx, it.input)),
  regroupings: publicProcedure.input(input.programmeIdInput).query((it) => listRegroupings(it.ctx, it.input)),
  linkIntervention: personProcedure
    .input(input.linkInterventionInput)
    .mutation((it) => prepare.linkIntervention(it.ctx, it.input)),
  pledge: personProcedure.input(input.pledgeInput).mutation((it) => pledge.pledge(it.ctx, it.input)),
  changePledge: personProcedure
    .input(input.changePledgeInput)
    .mutation((it) => pledge.changePledge(it.ctx, it.input)),
  withdrawPledge: personProcedure
    .input(input.withdrawPledgeInput)
    .mutation((it) => pledge.withdrawPledge(it.ctx, it.input)),
});
