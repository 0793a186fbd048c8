import { Trouble } from "../start/trouble.mjs";

const OLDEST = 15;

/**
 * Makes sure that the operator's PostgreSQL can be used.
 * @param {string} url
 * @throws {Trouble} when it cannot be reached, refuses, or is older than 15; the sentence never shows the password
 */
export async function requireDatabase(url) {
  const { default: postgres } = await import("postgres");
  const where = place(url);
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
    requireVersion(row?.major, where);
  } catch (error) {
    throw error instanceof Trouble ? error : refusal(error, where);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * @param {number} major
 * @param {string} where
 * @throws {Trouble} when it is older than Bundel can use
 */
export function requireVersion(major, where) {
  if (major >= OLDEST) return;
  throw new Trouble(`The PostgreSQL at ${where} is version ${major}, and Bundel needs ${OLDEST} or later.`);
}

/** @param {string} url */
function place(url) {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error();
    return `${hostname || "localhost"}:${port || 5432}${pathname}`;
  } catch {
    throw new Trouble(
      "DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database.",
    );
  }
}

/** @param {unknown} error @param {string} where */
function refusal(error, where) {
  const { code = "", message = "" } = /** @type {NodeJS.ErrnoException} */ (error);
  const unreachable = [
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "CONNECT_TIMEOUT",
  ];
  if (unreachable.includes(code)) {
    return new Trouble(
      `The PostgreSQL at ${where} cannot be reached (${code}). Is it running, and is DATABASE_URL right?`,
    );
  }
  return new Trouble(
    `The PostgreSQL at ${where} refuses the connection that DATABASE_URL describes: ${message || code}.`,
  );
}
