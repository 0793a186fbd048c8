import { z } from "zod";

/** Older dates are mistakes; the year 0 is a date to zod and none to PostgreSQL. */
const FIRST_DAY = "1900-01-01";
const TOO_LONG_AGO = "forms.tooLongAgo";

/** A day that the database can hold: 1900-01-01 and later. */
export const day = z.iso.date().refine((date) => date >= FIRST_DAY, TOO_LONG_AGO);

/** A moment with its offset, from the same day on. */
export const moment = z.iso.datetime({ offset: true }).refine((at) => at >= FIRST_DAY, TOO_LONG_AGO);
