import { expect, type Page } from "@playwright/test";

/** Calls a procedure as the person of this page does, and requires that it is done. */
export async function call(
  page: Page,
  procedure: string,
  data: object,
): Promise<{ id: string; version: number }> {
  const response = await page.request.post(`/api/trpc/${procedure}`, { data });
  expect(response.status(), await response.text()).toBe(200);
  return (await response.json()).result.data;
}
