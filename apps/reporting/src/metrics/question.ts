import type { Currency, RegionLevel } from '@xietong/domain';
import { refuse, type Refusal } from '@xietong/kernel';
import { findMetric } from './catalogue.ts';
import { type Dimension, type Filter, filters, filtersOf, isDimension, isShareWithin, type Metric } from './metric.ts';

/** A figure as a caller asks for it; every value is text from a query string that has the right shape. */
export interface Asked {
  readonly metric: string;
  readonly by?: string;
  readonly year?: string;
  readonly region?: string;
  readonly a?: string;
  readonly b?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly field?: string;
  readonly level?: RegionLevel;
  readonly currency?: Currency;
  readonly asOf?: string;
  readonly within?: string;
}

/** A question that its metric can answer. Filters are kept as they were asked, so that a row's link can repeat them. */
export interface Question {
  readonly metric: Metric;
  readonly by: readonly Dimension[];
  readonly filters: Readonly<Partial<Record<Filter, string>>>;
}

export type QuestionRefusal = Refusal<'metric-unknown' | 'dimension-unfit' | 'filter-unfit' | 'regions-needed'>;

/** Checks what was asked against the metric: which breakdown and which filters it knows. */
export function toQuestion(asked: Asked): Question | QuestionRefusal {
  const metric = findMetric(asked.metric);
  if (!metric) return refuse('metric-unknown', { metric: asked.metric }, 'metric');

  const words = asked.by ? asked.by.split(',') : [];
  const by = words.filter(isDimension).filter((dimension) => metric.dimensions.includes(dimension));
  if (by.length < words.length || new Set(words).size < words.length)
    return refuse('dimension-unfit', { metric: metric.id, asked: words, dimensions: metric.dimensions }, 'by');

  const given = filters.filter((filter) => asked[filter] !== undefined);
  const unfit = given.find((filter) => !filtersOf(metric).includes(filter));
  if (unfit) return refuse('filter-unfit', { metric: metric.id, filter: unfit, filters: filtersOf(metric) }, unfit);

  if (isShareWithin(metric) && asked.within === undefined) return refuse('regions-needed', { metric: metric.id }, 'within');

  return { metric, by, filters: Object.fromEntries(given.map((filter) => [filter, asked[filter]])) };
}
