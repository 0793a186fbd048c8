import fc from "fast-check";
import { expect, test } from "vitest";
import { html } from "./markup";

test("text is escaped wherever it stands, markup is not escaped again", () => {
  const title = `<script>alert("1 & '2'")</script>`;
  expect(html`<a title="${title}">${html`<b>${"a < b"}</b>`}</a>`.text).toBe(
    '<a title="&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;"><b>a &lt; b</b></a>',
  );
});

test("whatever people write, it opens no tag, leaves no attribute and starts no entity", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const inside = html`${text}`.text;
      expect(inside).not.toMatch(/[<>"']/);
      expect(inside.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
    }),
  );
});

test("nothing is nothing, a list is its parts", () => {
  expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}${false}</ul>`.text).toBe(
    "<ul><li>1</li><li>2</li></ul>",
  );
});
