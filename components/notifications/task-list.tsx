import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import type { Task } from "@/server/notifications/queries/tasks";
import { Deadline } from "./deadline";

/** Each task with its deadline, why it is here and the one action it asks. */
export async function TaskList({ tasks }: { tasks: Task[] }) {
  const t = await getTranslations("notifications");
  return (
    <ul className="flex flex-col">
      {tasks.map((task) => (
        <li
          key={`${task.task} ${task.subjectId}`}
          className="grid items-start gap-x-6 gap-y-2 border-t border-line py-4 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]"
        >
          <Deadline task={task} />
          <div className="min-w-0">
            <p className="font-bold hyphens-auto" lang={task.language ?? undefined}>
              {task.title}
            </p>
            <p className="text-sm text-muted">{t(`task.${task.task}.why`, { count: task.count })}</p>
          </div>
          <div>
            <LinkButton href={task.href} variant={task.isChance ? "secondary" : "primary"} small>
              {t(`task.${task.task}.do`)}
              <span className="sr-only" lang={task.language ?? undefined}>
                : {task.title}
              </span>
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
