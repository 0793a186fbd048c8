import { siteAddress } from "../core/site";
import { isStorable } from "../core/storable";
import { extension, extensionSchema } from "../ocds/extension";
import { findRecord, listRecords, listReleases } from "../ocds/queries";
import type { PlanningRelease } from "../ocds/release";
import { region } from "../regions/region";
import { answered, json, pagedAnswer, problem } from "./answer";
import { visitorContext } from "./queries";

/** One page of everything that was published, as a release package. */
export const releasesAnswer = (request: Request): Promise<Response> =>
  answered(request, () =>
    pagedAnswer(request, async (wanted) => {
      const { releases, more } = await listReleases(visitorContext(), wanted);
      return { body: releasePackage(addressOf(request), releases), more };
    }),
  );

/** One page of the needs that are public now, as a record package. */
export const recordsAnswer = (request: Request): Promise<Response> =>
  answered(request, () =>
    pagedAnswer(request, async (wanted) => {
      const { records, more } = await listRecords(visitorContext(), wanted);
      return { body: recordPackage(addressOf(request), records), more };
    }),
  );

/** The record of one need, as a record package of its own. */
export const recordAnswer = (request: Request, ocid: string): Promise<Response> =>
  answered(request, async () => {
    const record = isStorable(ocid) ? await findRecord(visitorContext(), ocid) : null;
    return record
      ? json(request, recordPackage(addressOf(request), [record]))
      : problem(request, 404, "Not found", "Nothing was published under this ocid.");
  });

/** The extension that the packages name. */
export const extensionAnswer = (request: Request, file: string): Response => {
  if (file === "extension.json") return json(request, extension(siteAddress()));
  if (file === "release-schema.json") return json(request, extensionSchema);
  return problem(request, 404, "Not found", "The extension has extension.json and release-schema.json.");
};

type WithReleases = { releases: PlanningRelease[] };

/** Releases as the standard hands them over; its date is that of the newest, so that the same package says the same. */
export const releasePackage = (uri: string, releases: readonly PlanningRelease[]) => ({
  ...wrapping(uri, releases),
  releases,
});

const recordPackage = (uri: string, records: readonly WithReleases[]) => ({
  ...wrapping(
    uri,
    records.flatMap(({ releases }) => releases),
  ),
  records,
});

function wrapping(uri: string, releases: readonly PlanningRelease[]) {
  const dates = releases.map(({ date }) => date).sort();
  const site = siteAddress();
  return {
    uri,
    version: "1.1",
    extensions: [`${site}/api/v1/ocds/extension/extension.json`],
    ...(dates.length > 0 ? { publishedDate: dates.at(-1) } : {}),
    publisher: { name: `Bundel, ${region().region.name.en}`, uri: site },
    license: "https://creativecommons.org/publicdomain/zero/1.0/",
    publicationPolicy: `${site}/open-data`,
  };
}

const addressOf = (request: Request): string => {
  const { pathname, search } = new URL(request.url);
  return `${siteAddress()}${pathname}${search}`;
};
