// Builds without starting, for an image: `npm start` then finds the build done.
import { interruption } from "./start/interruption.mjs";
import { buildIfNeeded } from "./start/needed.mjs";
import { tell } from "./start/trouble.mjs";

try {
  await buildIfNeeded(interruption());
} catch (error) {
  tell(error, "The build could not be made");
  process.exitCode = 1;
}
process.exit();
