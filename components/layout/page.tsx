import type { ReactNode } from "react";

/** A page's column. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto flex w-full max-w-page flex-col gap-8 px-4 py-8 sm:px-8">{children}</div>;
}

export type PageHeaderProps = {
  title: ReactNode;
  /** What the page shows, in words, computed from what it shows. */
  finding?: ReactNode;
  /** What kind of thing this is. */
  kind?: ReactNode;
  ribbon?: ReactNode;
  state?: ReactNode;
  actions?: ReactNode;
  /** The language the title was written in, when it is a person's text. */
  lang?: string;
};

/** Title, finding, ribbon, state with the next action: the same order on every page. */
export function PageHeader({ title, finding, kind, ribbon, state, actions, lang }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        {kind && <p className="text-sm text-muted">{kind}</p>}
        <h1 lang={lang} className="max-w-[48rem] text-2xl sm:text-3xl">
          {title}
        </h1>
        {finding && <p className="max-w-measure text-lg text-body">{finding}</p>}
      </div>
      {ribbon}
      {(state || actions) && (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          {state && <div className="flex min-h-11 flex-wrap items-center gap-3">{state}</div>}
          {actions}
        </div>
      )}
    </header>
  );
}

/** Substance left; facts, people and history right; one column where there is no room. */
export function TwoColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)]">
      <div className="flex min-w-0 flex-col gap-8">{children}</div>
      <aside className="flex min-w-0 flex-col gap-8">{aside}</aside>
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section({ title, children, id }: { title: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section id={id} className="flex min-w-0 flex-col gap-4">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}
