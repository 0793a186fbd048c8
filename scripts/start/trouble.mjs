/** Something that a person can mend: told as one sentence, without a stack trace. */
export class Trouble extends Error {}

const FULL = new Set(["ENOSPC", "EDQUOT"]);
const CLOSED = new Set(["EACCES", "EPERM", "EROFS"]);

/**
 * Turns a refusal of the file system into a sentence about the directory; any other error is returned as it is.
 * @param {unknown} error
 * @param {string} directory
 * @returns {unknown}
 */
export function inWords(error, directory) {
  const code = /** @type {NodeJS.ErrnoException} */ (error)?.code ?? "";
  if (FULL.has(code)) return new Trouble(`There is no space left on the disk that holds ${directory}.`);
  if (CLOSED.has(code)) {
    return new Trouble(
      `The directory ${directory} cannot be written by this user. Give it to this user, or name another place with BUNDEL_DATA.`,
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new Trouble(`${directory} is not a directory. Remove it, or name another place with BUNDEL_DATA.`);
  }
  return error;
}

/**
 * Tells what went wrong in a sentence; the stack of what nobody foresaw only with LOG_LEVEL=debug.
 * @param {unknown} error
 * @param {string} what could not be done, when the error does not say
 */
export function tell(error, what) {
  const said = error instanceof Error ? error.message : String(error);
  console.error(error instanceof Trouble ? `\n${said}` : `\n${what}: ${said}`);
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) console.error(error.stack);
}
