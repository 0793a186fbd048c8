import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import type { Programme } from "@/server/programmes/queries/programme";
import { isAgreed } from "./partners";

type Asked = { words: string; needs: Programme["needs"] };

/** Each question that the agreed needs ask, once, with the needs that ask it. */
export function questionsOf(needs: Programme["needs"]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const need of needs.filter(isAgreed))
    for (const words of new Set(need.questions)) {
      const key = words.trim().toLowerCase();
      const one = asked.get(key) ?? { words, needs: [] };
      asked.set(key, { ...one, needs: [...one.needs, need] });
    }
  return [...asked.values()].sort((a, b) => b.needs.length - a.needs.length);
}

/** What buyers in the programme do not know yet, and researchers could find out. */
export async function QuestionsAsked({ needs }: { needs: Programme["needs"] }) {
  const t = await getTranslations("papers");
  const questions = questionsOf(needs);
  if (questions.length === 0) return null;
  return (
    <Section title={t("questions")} id="questions">
      <ul className="flex flex-col gap-2">
        {questions.map(({ words, needs: asking }) => (
          <li key={words} className="border-s-2 border-line ps-3 wrap-anywhere">
            <p lang={asking[0]?.language}>{words}</p>
            <p className="text-sm text-muted">
              {asking.map((need, index) => (
                <span key={need.id}>
                  {index > 0 && ", "}
                  <Link href={`/needs/${need.id}`} lang={need.language}>
                    {need.title}
                  </Link>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
