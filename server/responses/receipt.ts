import { createHash } from "node:crypto";

export type Received = {
  challengeId: string;
  organisationId: string;
  title: string;
  body: string;
  priceCents: number | null;
};

/**
 * What a receipt is the hash of: a JSON array of challenge, organisation, title, text, price in cents and the moment of
 * receipt in UTC to the millisecond. Who holds the text and the moment can make the hash again.
 */
export const received = (response: Received, moment: Date): string =>
  JSON.stringify([
    response.challengeId,
    response.organisationId,
    response.title,
    response.body,
    response.priceCents,
    moment.toISOString(),
  ]);

/** @returns SHA-256 of what was received, in 64 hexadecimal digits */
export const receiptOf = (response: Received, moment: Date): string =>
  createHash("sha256").update(received(response, moment)).digest("hex");
