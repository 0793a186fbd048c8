import type { Problem } from "./read";

/** Collects problems of one file, so that a check reads as a list of sentences. */
export function checker(file: string, problems: Problem[]) {
  return {
    that(holds: boolean, path: string, message: string) {
      if (!holds) problems.push({ file, path, message });
    },
    known(path: string, slugs: readonly string[], known: ReadonlySet<string>, noun: string) {
      for (const slug of slugs)
        if (!known.has(slug)) problems.push({ file, path, message: `unknown ${noun} "${slug}"` });
    },
    unique(path: string, keys: readonly string[]) {
      const seen = new Set<string>();
      keys.forEach((key, index) => {
        if (seen.has(key))
          problems.push({ file, path: `${path}.${index}`, message: `"${key}" stands here a second time` });
        seen.add(key);
      });
    },
  };
}

/** The slugs of a list, to look references up in. */
export function slugsOf(items: readonly { slug: string }[]): Set<string> {
  return new Set(items.map((item) => item.slug));
}
