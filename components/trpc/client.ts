"use client";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/root";

/** The browser's one way to write. Reads are rendered on the server; after a write the page is asked to refresh. */
export const trpc = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });
