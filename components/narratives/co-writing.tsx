"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { EditorProps } from "./editor";

const Editor = dynamic(() => import("./editor"), { ssr: false, loading: Loading });

/** The editor, loaded only where someone writes. */
export const CoWriting = (props: EditorProps) => <Editor {...props} />;

function Loading() {
  const t = useTranslations("narratives");
  return (
    <p role="status" className="text-muted">
      {t("loading")}
    </p>
  );
}
