import type { ReactNode } from "react";

export type FormPartProps = {
  title: ReactNode;
  /** "2 answers missing", when the part is not complete yet. */
  missing?: ReactNode;
  help?: ReactNode;
  children: ReactNode;
};

/** A named part of a long form, saying what is still missing in it. */
export function FormPart({ title, missing, help, children }: FormPartProps) {
  return (
    <section className="flex flex-col gap-6 border-t border-edge pt-5">
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h2 className="text-xl">{title}</h2>
          {missing && <span className="text-sm font-bold text-attention">{missing}</span>}
        </div>
        {help && <p className="max-w-measure text-muted">{help}</p>}
      </header>
      {children}
    </section>
  );
}
