import { expect, type Page } from "@playwright/test";

export type Row = { id: string; version: number };

/** Calls a procedure as the person of this page does, and requires that it is done. */
export async function call<T = Row>(page: Page, procedure: string, input: unknown): Promise<T> {
  const response = await page.request.post(`/api/trpc/${procedure}`, { data: input });
  expect(response.status(), `${procedure}: ${await response.text()}`).toBe(200);
  return (await response.json()).result.data as T;
}
