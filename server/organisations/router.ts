import { personProcedure, publicProcedure, router } from "../trpc/init";
import {
  acceptByToken,
  acceptOwn,
  changeOrganisation,
  createOrganisation,
  invite,
  removeMember,
  revokeInvitation,
  setRoles,
  verifyOrganisation,
} from "./commands";
import {
  byIdInput,
  changeInput,
  createInput,
  invitationInput,
  inviteInput,
  listInput,
  removeInput,
  setRolesInput,
  tokenInput,
  verifyInput,
} from "./input";
import { getOrganisation, listOrganisations, listOwnInvitations } from "./queries";

export const organisationsRouter = router({
  list: publicProcedure.input(listInput).query(({ ctx, input }) => listOrganisations(ctx, input)),
  byId: publicProcedure.input(byIdInput).query(({ ctx, input }) => getOrganisation(ctx, input.id)),
  ownInvitations: personProcedure.query(({ ctx }) => listOwnInvitations(ctx)),
  create: personProcedure.input(createInput).mutation(({ ctx, input }) => createOrganisation(ctx, input)),
  change: personProcedure.input(changeInput).mutation(({ ctx, input }) => changeOrganisation(ctx, input)),
  verify: personProcedure.input(verifyInput).mutation(({ ctx, input }) => verifyOrganisation(ctx, input)),
  invite: personProcedure.input(inviteInput).mutation(({ ctx, input }) => invite(ctx, input)),
  revokeInvitation: personProcedure
    .input(invitationInput)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input.invitationId)),
  acceptByToken: personProcedure
    .input(tokenInput)
    .mutation(({ ctx, input }) => acceptByToken(ctx, input.token)),
  acceptOwn: personProcedure
    .input(invitationInput)
    .mutation(({ ctx, input }) => acceptOwn(ctx, input.invitationId)),
  setRoles: personProcedure.input(setRolesInput).mutation(({ ctx, input }) => setRoles(ctx, input)),
  removeMember: personProcedure.input(removeInput).mutation(({ ctx, input }) => removeMember(ctx, input)),
});
