import type { NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { env } from "@/env";
import { routing } from "@/server/i18n/routing";

const withLanguage = createMiddleware(routing);

/** Chooses the language and sets the content security policy. It decides nothing about who may see what. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request's policy and puts it on the scripts it writes.
  request.headers.set("content-security-policy", policy);
  request.headers.set("x-nonce", nonce);
  const response = withLanguage(request);
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Pages only: not the API, not Next's own files, not files with an ending.
  matcher: ["/((?!api|_next|.*\\..*).*)"],
};

function contentSecurityPolicy(nonce: string): string {
  const development = env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
