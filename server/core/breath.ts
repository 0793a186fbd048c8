const AT_MOST_MS = 12;

/** Lets long work of the processor give way, so that requests are answered in between: `if (breath.isDue()) await breath.take()`. */
export class Breath {
  private since = performance.now();

  isDue(): boolean {
    return performance.now() - this.since > AT_MOST_MS;
  }

  async take(): Promise<void> {
    await new Promise(setImmediate);
    this.since = performance.now();
  }
}
