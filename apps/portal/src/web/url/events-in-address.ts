import { eventsQueryOf } from '../api/addresses.ts';

// The page's own address says whose events are open, so that they can be shared and the browser's Back closes them.
const key = 'events';

export const findEvents = (parameters: URLSearchParams): string | undefined => parameters.get(key) ?? undefined;

/** The parameters with the events of a row open, given the row's link to them. */
export const withEvents = (parameters: URLSearchParams, eventsLink: string): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  next.set(key, eventsQueryOf(eventsLink));
  return next;
};

/** What a link to events on the same page leaves with the browser's history entry: the page without them is one step back. */
export const openedHere = { eventsOpenedHere: true } as const;

export const isOpenedHere = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && Reflect.get(state, 'eventsOpenedHere') === true;

export const withoutEvents = (parameters: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  next.delete(key);
  return next;
};
