import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { env } from "@/env";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const prefix = () => `${env.OCDS_PREFIX}-`;

/** The id of the need that an ocid of this site names. */
const idsIn = (references: string[]): string[] =>
  references
    .filter((reference) => reference.startsWith(prefix()))
    .map((reference) => reference.slice(prefix().length))
    .filter((id) => UUID.test(id));

/** A buyer's needs that a file means by these references: its own, or the ocid that an export gives where it has none. */
export const named = (buyerId: string, references: string[]) =>
  and(
    eq(needs.buyerId, buyerId),
    or(
      inArray(needs.reference, references),
      and(isNull(needs.reference), inArray(needs.id, idsIn(references))),
    ),
  );

/** What a file calls the need. */
export const nameOf = ({ id, reference }: { id: string; reference: string | null }): string =>
  reference ?? `${prefix()}${id}`;
