import { createHash } from "node:crypto";

/** A row of the log as it is hashed: every part as the text that the database function event_hash joins. */
export type LoggedEvent = {
  seq: number;
  at: string;
  actorId: string;
  organisationId: string;
  verb: string;
  subjectKind: string;
  subjectId: string;
  changes: string;
  previousHash: string;
  hash: string;
};
export type Link = { seq: number; hash: string };
export type Finding = { seq: number; what: string };

const GENESIS = "0".repeat(64);

/** SHA-256 over the row's parts, one a line, in the order of the database function event_hash. */
export function hashOf(event: LoggedEvent): string {
  const { previousHash, seq, at, actorId, organisationId, verb, subjectKind, subjectId, changes } = event;
  const text = [previousHash, seq, at, actorId, organisationId, verb, subjectKind, subjectId, changes].join(
    "\n",
  );
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Follows the chain from its beginning, one event at a time in order of seq, and says where it does not hold: edited,
 * removed, reordered or cut off. Against someone who rewrites rows, hashes and head together, only what was noted
 * elsewhere helps: the checkpoints.
 */
export class Verifier {
  readonly findings: Finding[] = [];
  private last: Link = { seq: 0, hash: GENESIS };
  private readonly seqOfHash = new Map<string, number>();
  private readonly noted = new Map<number, string[]>();

  constructor(private readonly checkpoints: Link[]) {
    for (const { seq, hash } of checkpoints) this.noted.set(seq, [...(this.noted.get(seq) ?? []), hash]);
  }

  take(event: LoggedEvent): void {
    const { seq, hash, previousHash } = event;
    const missing = seq - this.last.seq - 1;
    if (missing > 0)
      this.report(this.last.seq + 1, missing === 1 ? "is removed" : `to ${seq - 1} are removed`);
    const isIntact = hashOf(event) === hash;
    if (!isIntact) this.report(seq, "is edited, or stands in another place than where it was recorded");
    if (missing === 0 && previousHash !== this.last.hash)
      this.report(seq, this.misplaced(previousHash, isIntact));
    if (this.noted.get(seq)?.some((noted) => noted !== hash))
      this.report(seq, "is another event than an earlier verification saw");
    this.seqOfHash.set(hash, seq);
    this.last = { seq, hash };
  }

  /** @returns all findings, in order of seq */
  end(head: Link): Finding[] {
    const { last } = this;
    if (head.seq > last.seq)
      this.report(
        last.seq + 1,
        head.seq === last.seq + 1 ? "is cut off the end" : `to ${head.seq} are cut off the end`,
      );
    if (head.seq < last.seq) this.report(head.seq + 1, "and later stand after the noted end of the log");
    if (head.seq === last.seq && head.hash !== last.hash)
      this.report(last.seq, "is another event than the noted end of the log");
    const furthest = Math.max(0, ...this.checkpoints.map(({ seq }) => seq));
    if (furthest > Math.max(last.seq, head.seq))
      this.report(
        last.seq + 1,
        `to ${furthest} are cut off together with the noted end: an earlier verification saw them`,
      );
    return this.findings.sort((one, other) => one.seq - other.seq);
  }

  private misplaced(previousHash: string, isIntact: boolean): string {
    const before = this.seqOfHash.get(previousHash);
    if (before !== undefined) return `is reordered: it was recorded after seq ${before}`;
    return isIntact
      ? "does not follow the event before it, which is edited, replaced or reordered"
      : "does not follow the event before it";
  }

  private report(seq: number, what: string): void {
    this.findings.push({ seq, what });
  }
}
