/** A path on this site, or null: an address elsewhere is no place to be sent to. */
export function pathOfOurs(given: string | null | undefined): string | null {
  return given && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : null;
}
