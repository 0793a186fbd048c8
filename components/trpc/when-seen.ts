/** Waits until someone looks at the page, rather than at another tab. Rejects when it is no longer wanted. */
export async function whenSeen(signal: AbortSignal): Promise<void> {
  while (document.visibilityState !== "visible")
    await new Promise((look) => document.addEventListener("visibilitychange", look, { once: true }));
  signal.throwIfAborted();
}
