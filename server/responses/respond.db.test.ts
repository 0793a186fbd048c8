import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { responses } from "@/db/schema/responses";
import { createCaller } from "@/server/trpc/root";
import {
  api,
  type Cast,
  castOf,
  openedChallenge,
  passDeadline,
  responseDraft,
  submittedResponse,
} from "@/tests/factories/challenges";
import { as, organisation, person, someone } from "@/tests/factories/people";
import { receiptOf } from "./receipt";
import { asRespondent } from "./sealed";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

describe("responding", () => {
  test("gives a receipt: the moment by the database's clock and the hash of what was handed in", async () => {
    const { id } = await openedChallenge(cast);
    const { id: responseId } = await submittedResponse(cast.company, id);
    const seen = await api(cast.company).responses.byId({ id: responseId });
    expect(seen.status).toBe("submitted");
    const expected = {
      challengeId: id,
      organisationId: cast.company.organisation.id,
      title: seen.title,
      body: seen.body,
      priceCents: seen.priceCents,
    };
    expect(seen.receiptHash).toBe(receiptOf(expected, seen.submittedAt!));
    expect(seen.receiptHash).not.toBe(receiptOf({ ...expected, body: "other" }, seen.submittedAt!));
    expect(Math.abs(seen.submittedAt!.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test("can be taken back and handed in again until the deadline, with a new receipt", async () => {
    const { id } = await openedChallenge(cast);
    const first = await submittedResponse(cast.company, id);
    const before = await api(cast.company).responses.byId({ id: first.id });
    const withdrawn = await api(cast.company).responses.withdraw(first);
    const saved = await api(cast.company).responses.save(responseDraft(id, withdrawn.version));
    await api(cast.company).responses.submit(saved);
    const after = await api(cast.company).responses.byId({ id: first.id });
    expect(after.receiptHash).not.toBe(before.receiptHash);
  });

  test("is for entrepreneurs of a verified company that is not the client", async () => {
    const { id } = await openedChallenge(cast);
    for (const who of [
      cast.stranger,
      cast.client,
      cast.curator,
      await someone("company", "manager"),
      await someone("ngo", "entrepreneur"),
    ]) {
      await expect(api(who).responses.save(responseDraft(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await api(who).responses.own({ challengeId: id })).toMatchObject({
        response: null,
        respond: { can: false, why: "responses.onlyRespondent" },
      });
    }
    const waiting = await organisation("company", { verifiedAt: null });
    const unverified = as(await person(waiting, ["entrepreneur"]));
    await expect(createCaller(unverified).responses.save(responseDraft(id))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("is refused from the deadline on, by command and by the database itself", async () => {
    const { id } = await openedChallenge(cast);
    const saved = await api(cast.company).responses.save(responseDraft(id));
    const handedIn = await submittedResponse(cast.rival, id);
    await passDeadline(id);
    const late = { cause: { key: "responses.afterDeadline" } };
    await expect(api(cast.company).responses.submit(saved)).rejects.toMatchObject(late);
    await expect(api(cast.company).responses.save(responseDraft(id, saved.version))).rejects.toMatchObject(
      late,
    );
    await expect(api(cast.rival).responses.withdraw(handedIn)).rejects.toMatchObject(late);
    const again = await someone("company", "entrepreneur");
    await expect(api(again).responses.save(responseDraft(id))).rejects.toMatchObject(late);
    await expect(
      asRespondent(cast.rival, (tx) =>
        tx.update(responses).set({ body: "better" }).where(eq(responses.id, handedIn.id)),
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
    await expect(
      asRespondent(again, (tx) =>
        tx.insert(responses).values({
          challengeId: id,
          organisationId: again.organisation.id,
          title: "Late",
          language: "en",
          createdBy: again.actor.personId,
        }),
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("waits for what is missing", async () => {
    const { id } = await openedChallenge(cast);
    const saved = await api(cast.company).responses.save({
      ...responseDraft(id),
      body: " ",
      priceCents: null,
    });
    const { response } = await api(cast.company).responses.own({ challengeId: id });
    expect(response?.missing.map(({ field }) => field)).toEqual(["body", "priceCents"]);
    await expect(api(cast.company).responses.submit(saved)).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
  });

  test("is one per company: of two first saves at once one is told, none is lost", async () => {
    const { id } = await openedChallenge(cast);
    const both = await Promise.allSettled([
      api(cast.company).responses.save(responseDraft(id)),
      api(cast.company).responses.save(responseDraft(id)),
    ]);
    const refused = both.filter((it) => it.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: "CONFLICT" });
    const { response } = await api(cast.company).responses.own({ challengeId: id });
    await expect(api(cast.company).responses.save(responseDraft(id, 7))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(response?.version).toBe(1);
  });

  test("needs an open challenge that the company can see", async () => {
    const nowhere = "01890000-0000-7000-8000-000000000000";
    await expect(api(cast.company).responses.save(responseDraft(nowhere))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
