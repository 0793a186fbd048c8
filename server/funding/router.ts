import { personProcedure, publicProcedure, router } from "../trpc/init";
import * as commands from "./commands";
import * as input from "./input";
import { getApplication, getDecision, getFund, listApplications, listDecisions, listFunds } from "./queries";

export const fundingRouter = router({
  funds: publicProcedure.query((it) => listFunds(it.ctx)),
  fundById: publicProcedure.input(input.fundIdInput).query((it) => getFund(it.ctx, it.input)),
  applications: personProcedure
    .input(input.listApplicationsInput)
    .query((it) => listApplications(it.ctx, it.input)),
  applicationById: personProcedure
    .input(input.applicationIdInput)
    .query((it) => getApplication(it.ctx, it.input)),
  decisions: publicProcedure.input(input.listDecisionsInput).query((it) => listDecisions(it.ctx, it.input)),
  decisionById: publicProcedure.input(input.applicationIdInput).query((it) => getDecision(it.ctx, it.input)),
  openFund: personProcedure.input(input.openFundInput).mutation((it) => commands.openFund(it.ctx, it.input)),
  setMandate: personProcedure
    .input(input.setMandateInput)
    .mutation((it) => commands.setMandate(it.ctx, it.input)),
  create: personProcedure.input(input.applyInput).mutation((it) => commands.apply(it.ctx, it.input)),
  change: personProcedure
    .input(input.changeApplicationInput)
    .mutation((it) => commands.changeApplication(it.ctx, it.input)),
  submit: personProcedure
    .input(input.applicationStepInput)
    .mutation((it) => commands.submitApplication(it.ctx, it.input)),
  withdraw: personProcedure
    .input(input.applicationStepInput)
    .mutation((it) => commands.withdrawApplication(it.ctx, it.input)),
  assess: personProcedure
    .input(input.assessInput)
    .mutation((it) => commands.assessApplication(it.ctx, it.input)),
  sign: personProcedure.input(input.signInput).mutation((it) => commands.signApplication(it.ctx, it.input)),
  publishDecision: personProcedure
    .input(input.applicationIdInput)
    .mutation((it) => commands.publishDecision(it.ctx, it.input)),
});
