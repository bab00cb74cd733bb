import { figureAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import { readShownCurrency, type ShownCurrency } from '../api/currencies.ts';
import { type Figure, sizeOf } from '../api/figures.ts';
import { type FigureFilters, withoutCurrency } from '../url/figure-filters.ts';

/** The figures between two regions that the overview can draw, and how their rows name the regions. */
export const measures = {
  'pair-projects': { directed: false, by: ['a', 'b'] },
  'pair-amount': { directed: false, by: ['a', 'b'] },
  'lead-to-partner-amount': { directed: true, by: ['from', 'to'] },
} as const;
export type Measure = keyof typeof measures;

export interface Overview extends ShownCurrency {
  readonly watermark: string;
  readonly projects: Figure;
  readonly participations: Figure;
  readonly grantedAmount: Figure;
  readonly crossRegion: Figure;
  readonly byRegion: Figure;
  readonly byYear: Figure;
  readonly crossRegionByYear: Figure;
  readonly between: Readonly<Record<Measure, Figure>>;
}

/** The one value of a figure without dimensions; without any event it is 0. */
export const totalOf = ({ rows: [total] }: Figure): number => (total ? sizeOf(total) : 0);

/** Reads every figure of the overview at one watermark, so that they agree with each other while events come in. */
export const readOverview = async (api: Api, filters: FigureFilters, signal: AbortSignal): Promise<Overview> => {
  const counted = withoutCurrency(filters);
  const projects = await api.read<Figure>(figureAddress('projects', [], counted), signal);
  const { watermark } = projects;
  const figure = (metric: string, ...by: string[]) => api.read<Figure>(figureAddress(metric, by, counted, watermark), signal);
  const shown = await readShownCurrency(api, { metric: 'granted-amount', filters, at: watermark }, signal);
  const inCurrency = { ...filters, currency: shown.currency };
  const amount = (metric: string, ...by: string[]) => api.read<Figure>(figureAddress(metric, by, inCurrency, watermark), signal);

  const [participations, grantedAmount, crossRegion, byRegion, byYear, crossRegionByYear, pairProjects, pairAmount, leadToPartner] =
    await Promise.all([
      figure('participations'),
      amount('granted-amount'),
      figure('cross-region-projects'),
      figure('projects', 'region'),
      figure('projects', 'year'),
      figure('cross-region-projects', 'year'),
      figure('pair-projects', ...measures['pair-projects'].by),
      amount('pair-amount', ...measures['pair-amount'].by),
      amount('lead-to-partner-amount', ...measures['lead-to-partner-amount'].by),
    ]);
  return {
    ...shown,
    watermark,
    projects,
    participations,
    grantedAmount,
    crossRegion,
    byRegion,
    byYear,
    crossRegionByYear,
    between: { 'pair-projects': pairProjects, 'pair-amount': pairAmount, 'lead-to-partner-amount': leadToPartner },
  };
};
