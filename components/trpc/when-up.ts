const LONGEST_MS = 10_000;

/** Waits until the server can serve again, asking ever less often. Rejects when it is no longer wanted. */
export async function whenUp(signal: AbortSignal): Promise<void> {
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_MS)) {
    signal.throwIfAborted();
    const isUp = await fetch("/api/health", { cache: "no-store", signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, pause));
  }
}
