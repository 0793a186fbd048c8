const FRESH_MS = 500;
const STALE_MS = 1_000;
const MOST = 100;

type Entry<T> = { at: number; value: T };

/**
 * What is the same for everyone, kept for at most a second. In the second half of it the kept one is still given while
 * a new one is made, so that under steady demand nobody waits; however many ask, one is made at a time.
 */
export class Kept<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly making = new Map<string, Promise<T | null>>();

  /** @param make gives null for what may not be kept; that is given to those who wait for it, and made anew next time */
  async get(key: string, make: () => Promise<T | null>, now = Date.now()): Promise<T | null> {
    const entry = this.entries.get(key);
    const age = entry ? now - entry.at : Number.POSITIVE_INFINITY;
    if (entry && age < FRESH_MS) return entry.value;
    const renewal = this.renew(key, make, now);
    return entry && age < STALE_MS ? entry.value : renewal;
  }

  private renew(key: string, make: () => Promise<T | null>, now: number): Promise<T | null> {
    const known = this.making.get(key);
    if (known) return known;
    const promise = make()
      .catch(() => null)
      .then((value) => {
        this.making.delete(key);
        this.entries.delete(key);
        if (value !== null) this.entries.set(key, { at: now, value });
        // The oldest goes first: a map keeps the order in which its keys were set.
        for (const oldest of this.entries.keys()) {
          if (this.entries.size <= MOST) break;
          this.entries.delete(oldest);
        }
        return value;
      });
    this.making.set(key, promise);
    return promise;
  }
}
