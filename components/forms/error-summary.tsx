export type ErrorEntry = { field: string; text: string };

/** What is wrong, each line a link to its field. A field's control has its name as id. */
export function ErrorSummary({ title, entries }: { title: string; entries: ErrorEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <div role="alert" className="border-s-4 border-negative-line bg-negative-subtle px-4 py-3">
      <p className="font-bold text-negative">{title}</p>
      <ul className="mt-2 list-disc ps-5">
        {entries.map(({ field, text }) => (
          <li key={field}>
            {field === "" ? (
              text
            ) : (
              <a
                className="text-link"
                href={`#${field}`}
                onClick={(event) => goTo(field) && event.preventDefault()}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Puts the focus in the field itself, or in the first control of its group. */
function goTo(field: string): boolean {
  const target =
    document.getElementById(field) ?? document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
  if (!target) return false;
  const control =
    target instanceof HTMLFieldSetElement ? target.querySelector<HTMLElement>("input, select") : target;
  (control ?? target).focus();
  target.scrollIntoView({ block: "center" });
  return true;
}
