import type { Application } from "./application-page";

/** The signatures that stand under the application as it is now. */
export const validSignatures = ({ signatures }: Application) => signatures.filter(({ isValid }) => isValid);
