import { useSearchParams } from 'react-router';
import { parseFigureFilters } from '../url/figure-filters.ts';
import { figureLink } from '../url/figure-link.ts';

/** Leads from the overview to a figure's page with the filters of the moment. */
export const useFigureLink = () => {
  const [parameters] = useSearchParams();
  const filters = parseFigureFilters(parameters);
  return (metric: string, by: readonly string[], events?: string) => figureLink(metric, by, filters, events);
};
