"use client";
import { forgetDrafts } from "@/components/forms/drafts";

/** Ends the session, and forgets what was typed in this browser. next-auth wants its own token with the request. */
export function SignOut({ label, className }: { label: string; className?: string }) {
  async function signOut() {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    await fetch("/api/auth/signout", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, json: "true", callbackUrl: "/" }),
    });
    await forgetDrafts();
    location.assign("/");
  }
  return (
    <button type="button" className={className ?? "cursor-pointer hover:underline"} onClick={signOut}>
      {label}
    </button>
  );
}
