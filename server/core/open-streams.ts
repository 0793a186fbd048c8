/** How many streams each who listens to this process has open. */
class OpenStreams {
  private readonly counts = new Map<string, number>();

  /** @returns the way to give it back, once; null when so many are open already */
  take(who: string, most: number): (() => void) | null {
    const open = this.counts.get(who) ?? 0;
    if (open >= most) return null;
    this.counts.set(who, open + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = this.counts.get(who)! - 1;
      if (left > 0) this.counts.set(who, left);
      else this.counts.delete(who);
    };
  }
}

const kept = globalThis as unknown as { bundelOpenStreams?: OpenStreams };

export function openStreams(): OpenStreams {
  kept.bundelOpenStreams ??= new OpenStreams();
  return kept.bundelOpenStreams;
}
