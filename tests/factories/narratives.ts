import { v7 } from "uuid";
import * as Y from "yjs";
import { listEcosystems } from "@/server/regions/queries";
import { region } from "@/server/regions/region";
import { createCaller } from "@/server/trpc/root";
import { someone } from "./people";

type Who = Awaited<ReturnType<typeof someone>>;
const theme = region().region.missionThemes[0]!.slug;

async function who(...given: Parameters<typeof someone>) {
  const ctx: Who = await someone(...given);
  return { ...ctx, api: createCaller(ctx) };
}

/** A published programme of a curator, in which a buyer agreed to bundle its need. */
export async function sharedProgramme() {
  const [lead, buyer] = [await who("cluster-organisation", "curator"), await who("ministry", "buyer")];
  const { id } = await lead.api.programmes.create({
    title: "Sensoren voor alle bruggen",
    description: "Samen vragen wij meer dan ieder voor zich.",
    language: "nl",
    theme,
    ecosystems: [listEcosystems()[0]!.slug],
    elements: ["demand"],
  });
  const { version } = await lead.api.programmes.publish({ id, version: 1 });
  const need = await buyer.api.needs.create({
    title: "Sensoren voor bruggen",
    language: "nl",
    certainty: "budgeted",
    windowStart: "2027-01-01",
    windowEnd: "2027-03-31",
    valueMinCents: 100,
    valueMaxCents: 300,
    theme,
    visibility: "public",
  });
  await buyer.api.needs.publish({ id: need.id, version: 1 });
  const link = { programmeId: id, needId: need.id };
  const asked = await lead.api.programmes.proposeNeed(link);
  const agreed = await buyer.api.programmes.consent({ ...link, version: asked.version });
  return { lead, buyer, id, version, link: { ...link, version: agreed.version } };
}

/** An open editor: its own copy of the document, and what it wrote and has not sent yet. */
export class Writer {
  readonly doc = new Y.Doc();
  private unsent: Uint8Array[] = [];
  private seq = 0;

  constructor(
    readonly api: ReturnType<typeof createCaller>,
    readonly programmeId: string,
  ) {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.unsent.push(update);
    });
  }

  write(text: string): this {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    this.doc.getXmlFragment("narrative").push([paragraph]);
    return this;
  }

  /** What it would send now; it is sent again until it is known to have arrived. */
  parcel() {
    return {
      programmeId: this.programmeId,
      id: v7(),
      update: Buffer.from(Y.mergeUpdates(this.unsent)).toString("base64"),
    };
  }

  async push(): Promise<void> {
    const sent = this.unsent.length;
    await this.api.narratives.push(this.parcel());
    this.unsent = this.unsent.slice(sent);
  }

  async pull(): Promise<this> {
    const { seq, updates } = await this.api.narratives.pull({
      programmeId: this.programmeId,
      after: this.seq,
    });
    for (const update of updates) Y.applyUpdate(this.doc, Buffer.from(update, "base64"), "server");
    this.seq = seq;
    return this;
  }

  texts(): string[] {
    return this.doc
      .getXmlFragment("narrative")
      .toArray()
      .map((block) => (block as Y.XmlElement).toArray().join(""));
  }
}
