const MOST = 10_000;

/**
 * Where in the log each topic last changed, as far as this process has heard. What changed longest ago is forgotten first, so a
 * topic of which nothing is known has not changed since anything that is.
 */
export class LastChanges {
  private readonly seqs = new Map<string, number>();
  /** Of what changed up to here, not all is known. */
  private forgotten = 0;

  constructor(private readonly most = MOST) {}

  /** Up to here nobody told. */
  knowNothingUpTo(seq: number): void {
    this.forgotten = Math.max(this.forgotten, seq);
  }

  /** Called in the order of the log. */
  note(topics: string[], seq: number): void {
    for (const topic of topics) {
      this.seqs.delete(topic);
      this.seqs.set(topic, seq);
    }
    for (const [oldest, its] of this.seqs) {
      if (this.seqs.size <= this.most) break;
      this.seqs.delete(oldest);
      this.forgotten = its;
    }
  }

  /** Whether the topic changed after that place in the log, or may have: of what is not known, one looks. */
  mayHaveChanged(topic: string, since: number): boolean {
    return since < this.forgotten || (this.seqs.get(topic) ?? 0) > since;
  }
}
