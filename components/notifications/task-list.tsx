import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { formatDate } from "@/components/ui/format";
import type { Task } from "@/server/notifications/queries/tasks";

/** Each task with its deadline and the one action it asks. */
export async function TaskList({ tasks }: { tasks: Task[] }) {
  const [t, locale] = await Promise.all([getTranslations("notifications"), getLocale()]);
  return (
    <ul className="flex flex-col">
      {tasks.map((task) => (
        <li
          key={`${task.task} ${task.subjectId}`}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3"
        >
          <div className="min-w-0">
            <p className="font-bold">
              <span lang={task.language ?? undefined}>{task.title}</span>
            </p>
            <p className="text-sm text-muted">
              {t(`task.${task.task}.why`, { count: task.count })}
              {task.deadline && (
                <>
                  {" · "}
                  <time dateTime={task.deadline.toISOString()}>
                    {t("before", {
                      when: formatDate(task.deadline, locale as "nl" | "en", { weekday: true, time: true }),
                    })}
                  </time>
                </>
              )}
            </p>
          </div>
          <LinkButton href={task.href} variant={task.isChance ? "secondary" : "primary"} small>
            {t(`task.${task.task}.do`)}
            <span className="sr-only" lang={task.language ?? undefined}>
              : {task.title}
            </span>
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
