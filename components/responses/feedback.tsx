import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Facts } from "@/components/ui/facts";

type Props = {
  feedback: Record<string, string> | null;
  criteria: readonly { key: string; name: string }[];
  isOwn: boolean;
};

/** What the client wrote to this respondent, per criterion. */
export async function Feedback({ feedback, criteria, isOwn }: Props) {
  const t = await getTranslations("responses");
  if (!feedback) return null;
  return (
    <Section title={t("feedback.title")} id="feedback">
      {!isOwn && <p className="text-muted">{t("feedback.ofClient")}</p>}
      <Facts
        facts={[
          ...criteria.map(({ key, name }) => ({ key, term: name, value: feedback[key] })),
          { key: "consensus", term: t("feedback.consensus"), value: feedback.consensus },
        ]}
      />
    </Section>
  );
}
