import { withEvents } from './events-in-address.ts';
import { type FigureFilters, withFigureFilters } from './figure-filters.ts';

/** The address of a figure's page, broken down by dimensions; with `events`, the drawer of that row's events is open. */
export const figureLink = (metric: string, by: readonly string[], filters: FigureFilters, events?: string): string => {
  const parameters = withFigureFilters(new URLSearchParams(by.length === 0 ? {} : { by: by.join(',') }), filters);
  const query = (events === undefined ? parameters : withEvents(parameters, events)).toString().replaceAll('%2C', ',');
  return `/figures/${encodeURIComponent(metric)}${query === '' ? '' : `?${query}`}`;
};
