import NextLink from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { isPage, localPath } from "./local-path";

export type LinkProps = Omit<ComponentProps<"a">, "href"> & {
  /** A path without locale ("/needs/1") gets the reader's; "#part", "?filter" and full addresses stay as they are. */
  href: string;
  /** Look like text: for names in tables, cards and navigation. */
  plain?: boolean;
  prefetch?: boolean;
  /** Replace the place in the reader's history: for filters and views. */
  replace?: boolean;
  scroll?: boolean;
  children: ReactNode;
};

/** A link that keeps the reader's language. */
export function Link({ href, plain, prefetch = false, className, ...rest }: LinkProps) {
  const locale = useLocale();
  const look = classes(plain ? "plain-link" : "text-link", className);
  const { replace, scroll, ...anchor } = rest;
  if (!isPage(href)) return <a href={href} className={look} {...anchor} />;
  return (
    <NextLink
      href={localPath(href, locale)}
      prefetch={prefetch}
      replace={replace}
      scroll={scroll}
      className={look}
      {...anchor}
    />
  );
}
