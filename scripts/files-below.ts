import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** All files below these places of the project, as paths from its root; works without git. */
export function filesBelow(root: string, places: string[]): string[] {
  return places.flatMap((place) => {
    const absolute = path.join(root, place);
    if (!existsSync(absolute)) return [];
    if (statSync(absolute).isFile()) return [place];
    return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) =>
      filesBelow(root, [`${place}/${entry.name}`]),
    );
  });
}
