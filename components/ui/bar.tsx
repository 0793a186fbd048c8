/** A share as a bar; the words beside it carry the meaning. */
export function Bar({
  share,
  pattern = "solid",
}: {
  share: number;
  pattern?: "solid" | "hatched" | "dotted" | "outline";
}) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <span aria-hidden="true" className="block h-3 w-full bg-well">
      <span className={`block h-full drawn-${pattern}`} style={{ inlineSize: width }} />
    </span>
  );
}
