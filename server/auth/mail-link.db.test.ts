import { SMTPServer } from "smtp-server";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { persons } from "@/db/schema/accounts";
import { plainText } from "@/server/mail/folder";
import { Browser, serveAuth } from "@/tests/support/auth-site";

// Before anything reads the environment: our own address, and that of a real mail server beside us.
const ports = await vi.hoisted(async () => {
  const { freePort } = await import("@/scripts/start/ports.mjs");
  const [app, mail] = [await freePort(), await freePort()];
  vi.stubEnv("NEXTAUTH_URL", `http://127.0.0.1:${app}`);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test only");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mail}`);
  vi.stubEnv("MAIL_FROM", "Bundel <bundel@example.org>");
  return { app, mail };
});

const site = `http://127.0.0.1:${ports.app}`;
type Received = { from: string; to: string[]; text: string };
const received: Received[] = [];

const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, { envelope }, done) {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    stream.on("end", () => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      received.push({ from, to: envelope.rcptTo.map(({ address }) => address), text: plainText(text) });
      done();
    });
  },
});
let auth: ReturnType<typeof serveAuth>;

beforeAll(async () => {
  auth = serveAuth(ports.app);
  await new Promise<void>((resolve) => mailServer.listen(ports.mail, "127.0.0.1", resolve));
});

afterAll(async () => {
  auth.close();
  await new Promise<void>((resolve) => mailServer.close(resolve));
});

const newAddress = () => `${v7()}@example.org`;
const mailsTo = (address: string) => received.filter(({ to }) => to.includes(address));

function linkIn({ text }: Received): string {
  const link = /^http\S+\/api\/auth\/callback\/email\?\S+/m.exec(text);
  expect(link, text).not.toBeNull();
  return link![0];
}

test("the link that a mail server received signs in, makes one account, and works once", async () => {
  const address = newAddress();
  const browser = new Browser();
  const asked = await browser.ask("email", { email: address });
  expect(asked.url).toBe(`${site}/sign-in?sent=1`);
  const [mail] = mailsTo(address);
  expect(mail).toMatchObject({ from: "bundel@example.org", to: [address] });

  const arrived = await browser.visit(linkIn(mail!));
  expect(arrived.url).toBe(`${site}/nl/inbox`);
  const first = await browser.actor();
  expect(first).toMatchObject({ kind: "person" });

  const thief = new Browser();
  expect((await thief.visit(linkIn(mail!))).url).toContain("error=Verification");
  expect(await thief.actor()).toMatchObject({ kind: "visitor" });

  const again = new Browser();
  await again.ask("email", { email: address.toUpperCase() });
  await again.visit(linkIn(mailsTo(address)[1]!));
  expect(await again.actor()).toMatchObject({ personId: (first as { personId: string }).personId });
});

test("who has an account is written to in the language they chose, who has none in both", async () => {
  const known = newAddress();
  await database().insert(persons).values({ name: "Member", email: known, language: "en" });
  const unknown = newAddress();
  for (const address of [known, unknown]) await new Browser().ask("email", { email: address });
  const dutch = "Met deze link meldt u zich aan";
  expect(mailsTo(known)[0]!.text).not.toContain(dutch);
  expect(mailsTo(known)[0]!.text).toContain("This link signs you in");
  expect(mailsTo(unknown)[0]!.text).toContain(dutch);
});

test("no more than five links in a quarter of an hour go to one address", async () => {
  const address = newAddress();
  for (let time = 0; time < 7; time++) await new Browser().ask("email", { email: address });
  expect(mailsTo(address)).toHaveLength(5);
});

test.each([
  "one@example.org, two@example.org",
  '"one" <one@example.org>',
  "one@example.org\r\nBcc: two@example.org",
  "nobody",
])("nothing is sent to %j", async (address) => {
  const before = received.length;
  const { url } = await new Browser().ask("email", { email: address });
  expect(url).toContain("error=");
  expect(received).toHaveLength(before);
});

test("without the form's own token nothing is sent", async () => {
  const before = received.length;
  await new Browser().ask("email", { email: newAddress(), csrfToken: "wrong" });
  expect(received).toHaveLength(before);
});
