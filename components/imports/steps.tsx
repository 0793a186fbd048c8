import { getTranslations } from "next-intl/server";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import type { ImportState } from "@/db/enums";

const STEPS = ["file", "columns", "check", "run"] as const;

/** How many of the steps are behind in each state. */
const BEHIND: Record<ImportState, number> = {
  uploaded: 1,
  checking: 2,
  checked: 3,
  running: 3,
  done: 4,
  undoing: 4,
  undone: 4,
};

/** Where one is in the four steps. */
export async function Steps({ status }: { status: ImportState | null }) {
  const t = await getTranslations("imports.steps");
  const behind = status ? BEHIND[status] : 0;
  return (
    <nav aria-label={t("title")}>
      <ol className="flex flex-wrap gap-x-6 gap-y-2">
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={index === behind ? "step" : undefined}
            className={classes(
              "flex items-center gap-2",
              index === behind ? "font-bold text-action" : "text-muted",
            )}
          >
            {index < behind ? <Icon name="check" /> : <span aria-hidden="true">{index + 1}</span>}
            {t(step)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
