import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerEnvelope } from "smtp-server";
import { plainText } from "@/server/mail/folder";

export type Received = { to: string[]; head: string; text: string };

/** A real mail server on this machine, that keeps what it takes. */
export class MailServer {
  readonly received: Received[] = [];
  /** What to do with a whole mail before it is acknowledged; what it throws is the server's refusal. */
  beforeTaking: () => Promise<void> = async () => {};

  private server: SMTPServer | undefined;

  async listen(port: number): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, { envelope }, done) => void this.take(stream, envelope).then(() => done(), done),
    });
    // A client that is killed in the middle of a mail is what some tests want.
    server.on("error", () => {});
    this.server = server;
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(resolve) : resolve()));
  }

  to = (address: string) => this.received.filter(({ to }) => to.includes(address));

  private async take(stream: Readable, { rcptTo }: SMTPServerEnvelope): Promise<void> {
    const [head = "", ...body] = (await buffer(stream)).toString("latin1").split("\r\n\r\n");
    await this.beforeTaking();
    this.received.push({
      to: rcptTo.map(({ address }) => address),
      head: head.replace(/\r\n[ \t]+/g, " "),
      text: Buffer.from(plainText(body.join("\r\n\r\n")), "latin1").toString("utf8"),
    });
  }
}
