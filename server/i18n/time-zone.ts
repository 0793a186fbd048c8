/** The clock that all moments are told by, and that a person's chosen hour means. */
export const TIME_ZONE = "Europe/Amsterdam";
