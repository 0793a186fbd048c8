/** "/needs" in "nl" → "/nl/needs"; what already names its locale, or is no page of ours, stays. */
export function localPath(href: string, locale: string): string {
  if (!href.startsWith("/") || !isPage(href) || /^\/[a-z]{2}(?=[/?#]|$)/.test(href)) return href;
  return `/${locale}${href.replace(/^\/(?=[?#]|$)/, "")}`;
}

/** Whether an address is one of our pages, and not a part of this page, an interface or another site. */
export function isPage(href: string): boolean {
  return /^\/(?!\/|api(\/|$))|^\?/.test(href);
}
