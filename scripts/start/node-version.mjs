const [major, minor] = process.versions.node.split(".").map(Number);

/** A sentence when this Node is too old for Bundel, else an empty string. Written so that an old Node can read it. */
export const nodeTooOld =
  major < 20 || (major === 20 && minor < 19)
    ? `Bundel needs Node 20.19 or later, and this is Node ${process.versions.node}.`
    : "";
