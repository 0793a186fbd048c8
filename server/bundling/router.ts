import { personProcedure, router } from "../trpc/init";
import { addToProgramme, bundleNeeds, dismissSuggestion, undoDismissal } from "./commands";
import {
  addToProgrammeInput,
  bundleInput,
  dismissInput,
  programmeInput,
  suggestionsInput,
  undoDismissalInput,
} from "./input";
import { listDismissals, listFits, listSuggestions } from "./queries";

export const bundlingRouter = router({
  suggestions: personProcedure.input(suggestionsInput).query((it) => listSuggestions(it.ctx, it.input)),
  fits: personProcedure.input(programmeInput).query((it) => listFits(it.ctx, it.input)),
  dismissals: personProcedure.query((it) => listDismissals(it.ctx)),
  bundle: personProcedure.input(bundleInput).mutation((it) => bundleNeeds(it.ctx, it.input)),
  add: personProcedure.input(addToProgrammeInput).mutation((it) => addToProgramme(it.ctx, it.input)),
  dismiss: personProcedure.input(dismissInput).mutation((it) => dismissSuggestion(it.ctx, it.input)),
  undoDismissal: personProcedure.input(undoDismissalInput).mutation((it) => undoDismissal(it.ctx, it.input)),
});
