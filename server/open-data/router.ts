import { publicProcedure, router } from "../trpc/init";
import { visitorContext } from "./queries";
import { readResource, resources } from "./resources";

export const openDataRouter = router({
  /** What is served, and how much of it there is now. */
  resources: publicProcedure.query(() =>
    Promise.all(
      resources.map(async (resource) => ({
        name: resource.name,
        fields: Object.keys(resource.item.shape),
        total: (await readResource(visitorContext(), resource, { limit: 1, offset: 0 })).total,
      })),
    ),
  ),
});
