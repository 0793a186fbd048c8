"use client";
import type { ComponentProps } from "react";
import { TextArea } from "@/components/ui/text-field";
import { MISSION_PARTS, MISSION_QUESTIONS } from "@/server/challenges/input";

type Field = `missionTest.${(typeof MISSION_PARTS)[number]}.${(typeof MISSION_QUESTIONS)[number]}`;
type Texts = (key: string) => string;
type Props = {
  bind: (field: Field) => Omit<ComponentProps<typeof TextArea>, "rows" | "maxLength">;
  t: Texts;
};

/** The mission test as every form asks it: safe, better and just; how, for whom and measured by what. */
export function MissionFields({ bind, t }: Props) {
  return MISSION_PARTS.map((part) => (
    <fieldset key={part} className="flex flex-col gap-4">
      <legend className="mb-3 text-lg font-heading">{t(`mission.${part}`)}</legend>
      {MISSION_QUESTIONS.map((question) => (
        <TextArea
          key={question}
          {...bind(`missionTest.${part}.${question}`)}
          label={t(`mission.${question}`)}
          rows={2}
          maxLength={question === "how" ? 2000 : 1000}
        />
      ))}
    </fieldset>
  ));
}

/** Its fields with what they are called where the part is not beside them. */
export const missionLabels = (t: Texts): [Field, string][] =>
  MISSION_PARTS.flatMap((part) =>
    MISSION_QUESTIONS.map((question): [Field, string] => [
      `missionTest.${part}.${question}`,
      `${t(`mission.${part}`)}, ${t(`mission.${question}`)}`,
    ]),
  );

export const MISSION_FIELDS = missionLabels(() => "").map(([field]) => field);
