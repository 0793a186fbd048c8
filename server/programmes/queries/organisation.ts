import { organisations } from "@/db/schema/organisations";

/** What is shown of an organisation beside its programme, need or pledge. */
export const organisation = {
  id: organisations.id,
  name: organisations.name,
  kind: organisations.kind,
  isDemonstration: organisations.isDemonstration,
};
