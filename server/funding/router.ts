import { personProcedure, publicProcedure, router } from "../trpc/init";
import { apply } from "./commands/apply";
import { changeFund, openFund, setMandate } from "./commands/funds";
import { publishDecision } from "./commands/publish";
import { signApplication } from "./commands/sign";
import {
  assessApplication,
  changeApplication,
  submitApplication,
  withdrawApplication,
} from "./commands/steps";
import * as input from "./input";
import { getApplication, listApplications } from "./queries/applications";
import { getDecision, listDecisions } from "./queries/decisions";
import { getFund, listFunds } from "./queries/funds";
import { listPurposes } from "./queries/purposes";

export const fundingRouter = router({
  funds: publicProcedure.query((it) => listFunds(it.ctx)),
  fundById: publicProcedure.input(input.fundIdInput).query((it) => getFund(it.ctx, it.input)),
  applications: personProcedure
    .input(input.listApplicationsInput)
    .query((it) => listApplications(it.ctx, it.input)),
  applicationById: personProcedure
    .input(input.applicationIdInput)
    .query((it) => getApplication(it.ctx, it.input)),
  purposes: personProcedure.input(input.purposesInput).query((it) => listPurposes(it.ctx, it.input)),
  decisions: publicProcedure.input(input.listDecisionsInput).query((it) => listDecisions(it.ctx, it.input)),
  decisionById: publicProcedure.input(input.applicationIdInput).query((it) => getDecision(it.ctx, it.input)),
  openFund: personProcedure.input(input.openFundInput).mutation((it) => openFund(it.ctx, it.input)),
  changeFund: personProcedure.input(input.changeFundInput).mutation((it) => changeFund(it.ctx, it.input)),
  setMandate: personProcedure.input(input.setMandateInput).mutation((it) => setMandate(it.ctx, it.input)),
  create: personProcedure.input(input.applyInput).mutation((it) => apply(it.ctx, it.input)),
  change: personProcedure
    .input(input.changeApplicationInput)
    .mutation((it) => changeApplication(it.ctx, it.input)),
  submit: personProcedure
    .input(input.applicationStepInput)
    .mutation((it) => submitApplication(it.ctx, it.input)),
  withdraw: personProcedure
    .input(input.applicationStepInput)
    .mutation((it) => withdrawApplication(it.ctx, it.input)),
  assess: personProcedure.input(input.assessInput).mutation((it) => assessApplication(it.ctx, it.input)),
  sign: personProcedure.input(input.signInput).mutation((it) => signApplication(it.ctx, it.input)),
  publishDecision: personProcedure
    .input(input.applicationIdInput)
    .mutation((it) => publishDecision(it.ctx, it.input)),
});
