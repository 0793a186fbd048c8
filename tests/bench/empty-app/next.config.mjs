import { resolve } from "node:path";

/** The floor: the same framework, one dynamic page, nothing on it. Copied below `.test` before it is built. */
export default {
  poweredByHeader: false,
  turbopack: { root: resolve(import.meta.dirname, "../..") },
};
