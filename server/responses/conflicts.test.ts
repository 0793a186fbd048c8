import { expect, test } from "vitest";
import { conflictHints } from "./conflicts";

const home = { organisationId: "a", registrationNumber: "1234.56.78", emailDomain: "vliet.example" };
const other = { organisationId: "b", registrationNumber: null, emailDomain: null };

test("nothing in common is no hint, and nothing known is nothing in common", () => {
  expect(conflictHints([home], "one@mail.example", other)).toEqual([]);
  expect(conflictHints([{ ...other, organisationId: "c" }], "one@mail.example", other)).toEqual([]);
  expect(conflictHints([], "", { ...other, registrationNumber: "" })).toEqual([]);
});

test("the same organisation, registration number and e-mail domain are each a hint", () => {
  expect(conflictHints([home], "x@vliet.example", home)).toEqual([
    "organisation",
    "registration-number",
    "email-domain",
  ]);
  expect(conflictHints([home], "", { ...other, registrationNumber: "12345678" })).toEqual([
    "registration-number",
  ]);
  expect(conflictHints([], "x@VLIET.example", { ...other, emailDomain: "vliet.example" })).toEqual([
    "email-domain",
  ]);
});
