import { personProcedure, publicProcedure, router } from "../trpc/init";
import { changeMailSettings, unsubscribe } from "./commands/mail-settings";
import { markRead } from "./commands/mark-read";
import { mailSettingsInput, newsInput, readInput, unsubscribeInput } from "./input";
import { getMailSettings } from "./queries/mail-settings";
import { listNews } from "./queries/news";
import { countDuties, listTasks } from "./queries/tasks";

export const notificationsRouter = router({
  waiting: publicProcedure.query(({ ctx }) => countDuties(ctx)),
  tasks: personProcedure.query(({ ctx }) => listTasks(ctx)),
  news: personProcedure.input(newsInput).query(({ ctx, input }) => listNews(ctx, input)),
  mailSettings: personProcedure.query(({ ctx }) => getMailSettings(ctx)),
  changeMailSettings: personProcedure
    .input(mailSettingsInput)
    .mutation(({ ctx, input }) => changeMailSettings(ctx, input)),
  unsubscribe: publicProcedure.input(unsubscribeInput).mutation(({ ctx, input }) => unsubscribe(ctx, input)),
  markRead: personProcedure.input(readInput).mutation(({ ctx, input }) => markRead(ctx, input.seq)),
});
