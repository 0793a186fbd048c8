import { useLocale, useTranslations } from "next-intl";

/** What a person wrote, in paragraphs; keeps its language and says so when the page's is another. */
export function WrittenText({ text, language }: { text: string; language: string }) {
  const locale = useLocale();
  const t = useTranslations("layout");
  if (text.trim() === "") return null;
  return (
    <div className="flex max-w-measure flex-col gap-3">
      {language !== locale && <p className="text-sm text-muted">{t("writtenIn", { language })}</p>}
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} lang={language} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
