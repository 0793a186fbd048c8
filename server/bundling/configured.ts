import { existsSync } from "node:fs";
import { env } from "@/env";
import { lexical } from "./lexical";
import type { Similarity } from "./similarity";

/**
 * The similarity that the operator chose: by words, unless `BUNDEL_SIMILARITY` names another. One that needs a model finds
 * it in the folder `BUNDEL_SIMILARITY_MODEL`; there is none yet, so there is nothing here that opens a folder.
 * @throws {Error} that says which similarity or folder is not there; suggestions then fail, nothing else does
 */
export function configuredSimilarity(
  name: string | undefined = env.BUNDEL_SIMILARITY,
  folder: string | undefined = env.BUNDEL_SIMILARITY_MODEL,
): Similarity {
  if (folder && !existsSync(folder))
    throw new Error(`BUNDEL_SIMILARITY_MODEL names the folder ${folder}, which does not exist.`);
  const chosen = KNOWN.find((similarity) => similarity.name === (name ?? lexical.name));
  if (chosen) return chosen;
  throw new Error(
    `BUNDEL_SIMILARITY is ${name}, which this version does not have. It has: ${KNOWN.map((one) => one.name).join(", ")}.`,
  );
}

const KNOWN: readonly Similarity[] = [lexical];
