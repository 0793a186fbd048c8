const LONGEST_MS = 10_000;

/**
 * Waits until the server can serve again, asking ever less often. Rejects when it is no longer wanted.
 * @param address what must be served: the server's health, or a page
 */
export async function whenUp(signal: AbortSignal, address = "/api/health"): Promise<void> {
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_MS)) {
    signal.throwIfAborted();
    const isUp = await fetch(address, { cache: "no-store", signal }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, pause));
  }
}
