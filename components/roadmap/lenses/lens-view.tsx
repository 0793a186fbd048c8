import type { CompanyLens as Company } from "@/server/roadmap/lenses/queries/company";
import type { EducatorLens as Educator } from "@/server/roadmap/lenses/queries/educator";
import type { FinancierLens as Financier } from "@/server/roadmap/lenses/queries/financier";
import type { ResearcherLens as Researcher } from "@/server/roadmap/lenses/queries/researcher";
import { CompanyLens } from "./company-lens";
import { EducatorLens } from "./educator-lens";
import { FinancierLens } from "./financier-lens";
import type { LensProps } from "./lens-page";
import { ResearcherLens } from "./researcher-lens";

export type Seen =
  | { lens: "company"; view: Company }
  | { lens: "educator"; view: Educator }
  | { lens: "researcher"; view: Researcher }
  | { lens: "financier"; view: Financier };

/** What was seen, through the lens that saw it. */
export function LensView({ seen, ...props }: LensProps & { seen: Seen }) {
  switch (seen.lens) {
    case "company":
      return <CompanyLens {...props} view={seen.view} />;
    case "educator":
      return <EducatorLens {...props} view={seen.view} />;
    case "researcher":
      return <ResearcherLens {...props} view={seen.view} />;
    case "financier":
      return <FinancierLens {...props} view={seen.view} />;
  }
}
