import { createHash, randomBytes } from "node:crypto";

/** 256 bits of chance, as they stand in an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token: who reads the database cannot make the address of it. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
