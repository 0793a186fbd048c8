import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";

type Props = {
  scores: readonly { criterion: string; score: number | null; reason: string }[];
  comment: string;
  criteria: readonly { key: string; name: string }[];
};

/** One reviewer's points per criterion, each with its reason. */
export async function ReviewScores({ scores, comment, criteria }: Props) {
  const t = await getTranslations("responses");
  return (
    <Facts
      facts={[
        ...criteria.map(({ key, name }) => {
          const given = scores.find(({ criterion }) => criterion === key);
          return {
            key,
            term: name,
            value: given && (
              <>
                <strong>
                  {given.score === null ? t("results.na") : t("review.points", { points: given.score })}
                </strong>{" "}
                {given.reason}
              </>
            ),
          };
        }),
        { key: "comment", term: t("review.comment"), value: comment },
      ]}
    />
  );
}
