import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False until the browser has taken the page over: what is typed or pressed before would be lost. */
export const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
