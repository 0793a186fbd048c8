import { CSRF_COOKIE } from "./cookie";

type Jar = { get: (name: string) => { value: string } | undefined };

/** The token that a form on our own page carries, or null while the browser has no cookie for it. */
export function csrfTokenIn(jar: Jar): string | null {
  return jar.get(CSRF_COOKIE)?.value.split("|")[0] ?? null;
}
