import { personProcedure, publicProcedure, router } from "../trpc/init";
import { markRead } from "./commands";
import { newsInput, readInput } from "./input";
import { listNews } from "./queries/news";
import { countDuties, listTasks } from "./queries/tasks";

export const notificationsRouter = router({
  waiting: publicProcedure.query(({ ctx }) => countDuties(ctx)),
  tasks: personProcedure.query(({ ctx }) => listTasks(ctx)),
  news: personProcedure.input(newsInput).query(({ ctx, input }) => listNews(ctx, input)),
  markRead: personProcedure.input(readInput).mutation(({ ctx, input }) => markRead(ctx, input.seq)),
});
