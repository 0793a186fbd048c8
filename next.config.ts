import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./server/i18n/request.ts",
  // Texts are compiled where they are read (server/i18n/messages.ts): formatting needs no parser.
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // `npm run check` runs the type checker; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // An open page whose reading meets a server that is away waits for it; else it gives way to the browser's own error for good.
  experimental: { useOffline: true },
  serverExternalPackages: ["postgres", "pg-boss", "nodemailer", "pino", "yjs"],
  // The headers that are the same for every answer; the content security policy has a nonce and stands in proxy.ts. What only
  // tells a browser how to treat a page is not sent with each of its scripts.
  headers: async () => [
    { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
    {
      source: "/((?!_next/static/).*)",
      headers: [
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Strict-Transport-Security", value: "max-age=31536000" },
      ],
    },
  ],
};

export default withNextIntl(config);
