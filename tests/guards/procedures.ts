/** Who may call each procedure at all. What this person may then do is decided by the policies in docs/permissions.md. */
export const procedures: Record<string, "anyone" | "signed-in"> = {
  "accounts.actFor": "signed-in",
  "accounts.me": "anyone",
  "openData.resources": "anyone",
};
