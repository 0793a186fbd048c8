"use client";

/** Ends the session. next-auth wants its own token with the request. */
export function SignOut({ label }: { label: string }) {
  async function signOut() {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    await fetch("/api/auth/signout", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, json: "true", callbackUrl: "/" }),
    });
    location.assign("/");
  }
  return (
    <button type="button" className="cursor-pointer hover:underline" onClick={signOut}>
      {label}
    </button>
  );
}
