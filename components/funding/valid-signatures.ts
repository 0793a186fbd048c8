import type { Application } from "@/server/funding/queries/applications";

/** The signatures that stand under the application as it is now. */
export const validSignatures = ({ signatures }: Application) => signatures.filter(({ isValid }) => isValid);
