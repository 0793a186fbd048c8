const AGAIN_AFTER = 3_000;

/** Calls back whenever something of the topics may have changed; the browser connects again after most losses itself. */
export class Nudges {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly topics: string[],
    private readonly onNudge: () => void,
  ) {
    this.reopen();
  }

  reopen(): void {
    this.close();
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(this.topics.join(","))}`);
    this.source = source;
    source.addEventListener("sync", this.onNudge);
    source.addEventListener("nudge", this.onNudge);
    // After an answer that is no stream, such as of a server that starts, the browser gives up.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED && this.source === source)
        this.timer = setTimeout(() => this.reopen(), AGAIN_AFTER);
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }
}
