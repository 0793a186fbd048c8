import { liveHub } from "../core/live";

const FRESH = 1_000;
const MOST = 200;

type Kept = { at: number; value: Promise<unknown> };

/**
 * What was read stays for a second, so that a crowd asks the database once. A change that the live hub hears of ends it
 * at once; when the hub hears nothing, the second does.
 */
class Fresh {
  private kept = new Map<string, Kept>();

  constructor() {
    liveHub().subscribe({ topics: new Set(["need", "programme", "organisation"]), send: () => this.clear() });
  }

  get<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && Date.now() - known.at < FRESH) return known.value as Promise<T>;
    if (this.kept.size >= MOST) this.clear();
    const entry = { at: Date.now(), value: read() };
    this.kept.set(key, entry);
    entry.value.catch(() => this.kept.get(key) === entry && this.kept.delete(key));
    return entry.value;
  }

  clear(): void {
    this.kept = new Map();
  }
}

const held = globalThis as unknown as { bundelFreshRoadmap?: Fresh };

export function freshFor<T>(key: string, read: () => Promise<T>): Promise<T> {
  held.bundelFreshRoadmap ??= new Fresh();
  return held.bundelFreshRoadmap.get(key, read);
}
