import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { database } from "@/db/client";
import { events } from "@/db/schema/events";
import { narratives, narrativeUpdates } from "@/db/schema/narratives";
import { sharedProgramme, Writer } from "@/tests/factories/narratives";
import { asVisitor, someone } from "@/tests/factories/people";
import { createCaller } from "../trpc/root";
import { push as pushTo } from "./commands";

const visitor = createCaller(asVisitor());
const code = async (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.key ?? error.code,
  );
const textOf = async (programmeId: string) =>
  (await visitor.narratives.ofProgramme({ programmeId })).content.map((block) =>
    block.kind === "list" ? "list" : block.text.map(({ text }) => text).join(""),
  );
const updatesOf = (id: string) => database().$count(narrativeUpdates, eq(narrativeUpdates.programmeId, id));
const rowOf = async (id: string) =>
  (await database().select().from(narratives).where(eq(narratives.programmeId, id)))[0];
const sittings = (id: string) =>
  database().$count(events, and(eq(events.subjectId, id), eq(events.verb, "programme.narrativeChanged")));
const encoded = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");

async function pair() {
  const shared = await sharedProgramme();
  const [lead, buyer] = [new Writer(shared.lead.api, shared.id), new Writer(shared.buyer.api, shared.id)];
  return { ...shared, writers: { lead, buyer } };
}

test("a curator of the lead and a buyer that agreed write; anyone reads what both wrote", async () => {
  const { id, writers } = await pair();
  await writers.lead.write("Van de trekker").push();
  await writers.buyer.write("Van de inkoper").push();
  expect((await textOf(id)).sort()).toEqual(["Van de inkoper", "Van de trekker"]);
  await Promise.all([writers.lead.pull(), writers.buyer.pull()]);
  expect(writers.lead.texts()).toEqual(writers.buyer.texts());
});

test("nobody else writes, listens in or sees earlier versions", async () => {
  const { id, writers, buyer, link } = await pair();
  const other = await someone("ministry", "buyer");
  const parcel = writers.lead.write("Tekst").parcel();
  for (const act of [
    (api: typeof visitor) => api.narratives.push(parcel),
    (api: typeof visitor) => api.narratives.pull({ programmeId: id }),
    (api: typeof visitor) => api.narratives.versions({ programmeId: id }),
    (api: typeof visitor) => api.narratives.point({ programmeId: id, clientId: 1, caret: null }),
  ]) {
    expect(await code(act(visitor))).toBe("signIn");
    expect(await code(act(createCaller(other)))).toBe("narratives.onlyWriters");
  }
  await buyer.api.programmes.withdrawConsent({ ...link, reason: "Wij doen het zelf" });
  expect(await code(buyer.api.narratives.push(parcel))).toBe("narratives.onlyWriters");
});

test("a draft's narrative does not exist for a visitor", async () => {
  const curator = await someone("cluster-organisation", "curator");
  const { id } = await createCaller(curator).programmes.create({ title: "Een concept", language: "nl" });
  await new Writer(createCaller(curator), id).write("Geheim").push();
  expect(await code(visitor.narratives.ofProgramme({ programmeId: id }))).toBe("notFound");
});

test("a closed programme's narrative is read and no longer written", async () => {
  const { id, version, lead, writers } = await pair();
  await writers.lead.write("Zo was het").push();
  await lead.api.programmes.close({ id, version, reason: "Het is klaar" });
  expect(await code(writers.lead.write("Nog iets").push())).toBe("wrongState");
  expect(await textOf(id)).toEqual(["Zo was het"]);
});

test("a push sent twice, at once or later, is one update", async () => {
  const { id, lead, writers } = await pair();
  const parcel = writers.lead.write("Eenmaal").parcel();
  await Promise.all([lead.api.narratives.push(parcel), lead.api.narratives.push(parcel)]);
  await lead.api.narratives.push(parcel);
  await lead.api.narratives.push({ ...parcel, id: v7() });
  expect(await textOf(id)).toEqual(["Eenmaal"]);
  expect(await updatesOf(id)).toBe(1);
});

test("forty pushes at once by two people are all kept, each once", async () => {
  const { id, writers } = await pair();
  const parcels = (writer: Writer, name: string) =>
    Array.from({ length: 20 }, (_, index) => {
      const own = new Writer(writer.api, id);
      return own.write(`${name} ${index}`).push();
    });
  await Promise.all([...parcels(writers.lead, "lead"), ...parcels(writers.buyer, "buyer")]);
  expect(new Set(await textOf(id)).size).toBe(40);
  expect((await textOf(id)).length).toBe(40);
});

test("folding many updates into one loses nothing, also while both go on writing and pulling", async () => {
  const { id, writers } = await pair();
  const many = async (writer: Writer, name: string) => {
    for (let index = 0; index < 75; index++) {
      await writer.write(`${name} ${index}`).push();
      if (index % 10 === 0) await writer.pull();
    }
  };
  await Promise.all([many(writers.lead, "lead"), many(writers.buyer, "buyer")]);
  expect((await rowOf(id))?.foldedSeq).toBeGreaterThanOrEqual(100);
  expect(await updatesOf(id)).toBeLessThan(100);
  await Promise.all([writers.lead.pull(), writers.buyer.pull()]);
  expect(writers.lead.texts()).toEqual(writers.buyer.texts());
  expect(new Set(writers.lead.texts()).size).toBe(150);
  const late = await new Writer(writers.lead.api, id).pull();
  expect(late.texts()).toEqual(writers.lead.texts());
});

test("what was written for an hour without network joins what others wrote meanwhile", async () => {
  const { id, writers } = await pair();
  await writers.lead.write("Begin").push();
  await writers.buyer.pull();
  for (let index = 0; index < 30; index++) writers.buyer.write(`onderweg ${index}`);
  for (let index = 0; index < 120; index++) await writers.lead.write(`kantoor ${index}`).push();
  await writers.buyer.pull();
  await writers.buyer.push();
  await writers.lead.pull();
  expect(writers.buyer.texts()).toEqual(writers.lead.texts());
  expect(new Set(await textOf(id)).size).toBe(151);
});

test("a push after the connection to the database was lost in the middle is whole, or not there", async () => {
  const { id, lead, writers } = await pair();
  await writers.lead.write("Eerst").push();
  const parcel = writers.lead.write("Daarna").parcel();
  const broken = {
    ...lead,
    db: {
      transaction: (work: (tx: unknown) => Promise<unknown>) =>
        database().transaction(async (tx) => {
          await work(tx);
          throw new Error("the connection was lost before the commit");
        }),
    } as never,
  };
  await expect(pushTo(broken, parcel)).rejects.toThrow("before the commit");
  expect(await textOf(id)).toEqual(["Eerst"]);
  await lead.api.narratives.push(parcel);
  expect(await textOf(id)).toEqual(["Eerst", "Daarna"]);
});

test("an update that cannot be read, or that builds on something not sent, is refused and changes nothing", async () => {
  const { id, lead, writers } = await pair();
  await writers.lead.write("Goed").push();
  const send = (update: string) => code(lead.api.narratives.push({ programmeId: id, id: v7(), update }));
  expect(await send(Buffer.from("this is no update").toString("base64"))).toBe("narratives.malformed");
  const early = new Writer(lead.api, id).write("eerste");
  const before = Y.encodeStateVector(early.doc);
  early.write("tweede");
  const gap = Buffer.from(Y.encodeStateAsUpdate(early.doc, before)).toString("base64");
  expect(await send(gap)).toBe("narratives.gap");
  expect(await textOf(id)).toEqual(["Goed"]);
});

test("what no narrative holds is refused: foreign elements, attributes, links, roots, documents, and depth", async () => {
  const { lead, id } = await pair();
  const send = async (fill: (root: Y.XmlFragment, doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    fill(doc.getXmlFragment("narrative"), doc);
    return code(lead.api.narratives.push({ programmeId: id, id: v7(), update: encoded(doc) }));
  };
  const linked = (href: string) => (root: Y.XmlFragment) => {
    const text = new Y.XmlText();
    text.applyDelta([{ insert: "hier", attributes: { link: { href } } }]);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    root.push([paragraph]);
  };
  expect(await send((root) => root.push([new Y.XmlElement("script")]))).toBe("narratives.foreign");
  expect(await send(linked("javascript:alert(1)"))).toBe("narratives.foreign");
  expect(await send((_, doc) => doc.getMap("other").set("a", 1))).toBe("narratives.foreign");
  expect(
    await send((root) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.setAttribute("onclick", "alert(1)");
      root.push([paragraph]);
    }),
  ).toBe("narratives.foreign");
  expect(await send((_, doc) => doc.getXmlFragment("narrative").push([new Y.XmlText("los")]))).toBe("done");
  expect(
    await send((root) => {
      root.doc?.transact(() => {
        let parent: Y.XmlFragment = root;
        for (let depth = 0; depth < 5000; depth++) {
          const list = new Y.XmlElement("bulletList");
          parent.push([list]);
          parent = list;
        }
      });
    }),
  ).toBe("narratives.foreign");
  expect(await send(linked("https://example.org/a"))).toBe("done");
});

test("a narrative that grows too long is refused with its limit, and a huge update does not come in", async () => {
  const { lead, id } = await pair();
  const long = new Writer(lead.api, id).write("x".repeat(60_001));
  const refused = await lead.api.narratives.push(long.parcel()).catch((error) => error.cause);
  expect([refused.key, refused.details.params]).toEqual(["narratives.tooLong", { most: 60_000 }]);
  const huge = Buffer.alloc(1_100_000).toString("base64");
  expect(await code(lead.api.narratives.push({ programmeId: id, id: v7(), update: huge }))).toBe(
    "BAD_REQUEST",
  );
  expect(await textOf(id)).toEqual([]);
});

test("one sitting of a person is one event, without the text", async () => {
  const { id, lead, writers } = await pair();
  await writers.lead.write("Een").push();
  await writers.lead.write("Twee").push();
  await writers.buyer.write("Drie").push();
  expect(await sittings(id)).toBe(2);
  const later = { ...lead, now: new Date(Date.now() + 11 * 60_000) };
  await pushTo(later, writers.lead.write("Vier").parcel());
  expect(await sittings(id)).toBe(3);
  const [event] = await database()
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.verb, "programme.narrativeChanged")));
  expect(event?.changes).toEqual({});
});

test("an earlier version is written again as a new change, and what stood until then is kept too", async () => {
  const { id, lead, writers } = await pair();
  const at = (minutes: number) => ({ ...lead, now: new Date(Date.now() + minutes * 60_000) });
  await pushTo(lead, writers.lead.write("Eerste zin").write("Tweede zin").parcel());
  await writers.buyer.pull();
  writers.buyer.doc.getXmlFragment("narrative").delete(1, 1);
  await writers.lead.pull();
  writers.lead.doc.getXmlFragment("narrative").delete(1, 1);
  await pushTo(at(20), writers.lead.write("Ander einde").parcel());
  expect(await textOf(id)).toEqual(["Eerste zin", "Ander einde"]);
  const [version] = await lead.api.narratives.versions({ programmeId: id });
  await lead.api.narratives.restore({ programmeId: id, versionId: version!.id });
  expect(await textOf(id)).toEqual(["Eerste zin", "Tweede zin"]);
  await writers.lead.pull();
  expect(writers.lead.texts()).toEqual(["Eerste zin", "Tweede zin"]);
  const kept = await lead.api.narratives.versions({ programmeId: id });
  expect(kept.length).toBe(2);
  const [, versions] = [await lead.api.narratives.restore({ programmeId: id, versionId: version!.id }), kept];
  expect((await lead.api.narratives.versions({ programmeId: id })).length).toBe(versions.length);
});

test("each sees where the other's caret stands, under the other's own name, until it leaves", async () => {
  const { id, lead, buyer } = await pair();
  const caret = { anchor: { type: null }, head: { type: null } };
  await buyer.api.narratives.point({ programmeId: id, clientId: 7, caret });
  await lead.api.narratives.point({ programmeId: id, clientId: 7, caret: { anchor: {}, head: {} } });
  const { carets } = await lead.api.narratives.pull({ programmeId: id });
  expect(carets).toEqual([{ clientId: 7, personId: buyer.actor.personId, name: "Test person", caret }]);
  await buyer.api.narratives.point({ programmeId: id, clientId: 7, caret: null });
  expect((await lead.api.narratives.pull({ programmeId: id })).carets).toEqual([]);
});
