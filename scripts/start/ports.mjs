import { createServer } from "node:net";

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the code of the refusal, or undefined when the port can be listened on
 */
export function refusalOf(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? "UNKNOWN"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * @param {number} [wanted] taken when it is free
 * @returns {Promise<number>} a port on 127.0.0.1 that nobody listens on
 */
export async function freePort(wanted) {
  if (wanted && (await refusalOf(wanted, "127.0.0.1")) === undefined) return wanted;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
