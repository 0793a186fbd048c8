import http from "node:http";

/** `after` is the id of what was heard before it; `isFirst` says that the connection begins with it. */
export type Heard = { name: string; id: number | null; after: number | null; isFirst: boolean };

const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });

/** One open page, as a browser's EventSource keeps it: when it is cut off it comes back, and says which event it heard last. */
export class Reader {
  isOpen = false;
  private request: http.ClientRequest | null = null;
  private retryMs = 3_000;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly hear: (heard: Heard) => void,
    private lastId: number | null = null,
  ) {}

  /** Resolves with the first event. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers: http.OutgoingHttpHeaders = { accept: "text/event-stream" };
      if (this.cookie) headers.cookie = this.cookie;
      if (this.lastId !== null) headers["last-event-id"] = String(this.lastId);
      this.request = http.get(this.url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${this.url} answered ${response.statusCode}`));
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          const blocks = (text + chunk).split("\n\n");
          text = blocks.pop()!;
          for (const block of blocks) {
            if (!this.take(block)) continue;
            this.isOpen = true;
            resolve();
          }
        });
        response.on("error", () => {});
      });
      this.request.on("error", reject);
    });
  }

  close(): void {
    this.isOpen = false;
    this.request?.on("error", () => {});
    this.request?.destroy();
  }

  /** As when a train enters a tunnel. */
  async cutOff(): Promise<void> {
    this.close();
    await new Promise((resolve) => setTimeout(resolve, this.retryMs));
    await this.open();
  }

  /** @returns whether it was an event */
  private take(block: string): boolean {
    const fields = new Map(
      block.split("\n").map((line) => {
        const [name = "", ...value] = line.split(": ");
        return [name, value.join(": ")];
      }),
    );
    const [retry, id, name] = [fields.get("retry"), fields.get("id"), fields.get("event")];
    if (retry) this.retryMs = Number(retry);
    if (!name) return false;
    this.hear({ name, id: id ? Number(id) : null, after: this.lastId, isFirst: !this.isOpen });
    if (id) this.lastId = Number(id);
    return true;
  }
}

/** Opens them some at a time, as a server is not asked for all pages at once. */
export async function openAll(readers: Reader[], atOnce = 50): Promise<void> {
  const left = [...readers];
  const opener = async () => {
    for (let reader = left.pop(); reader; reader = left.pop()) await reader.open();
  };
  await Promise.all(Array.from({ length: atOnce }, opener));
}
