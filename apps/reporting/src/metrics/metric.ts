import type { LocalText } from '@xietong/domain';

/** What a metric can be broken down by. `a` and `b` are a pair without direction, `from` and `to` a flow with one. */
export const dimensions = ['year', 'state', 'field', 'region', 'a', 'b', 'from', 'to', 'level'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a figure can be narrowed to; `asOf` is the day on which it is looked at, `within` the regions whose share is asked for. */
export const filters = [...dimensions, 'currency', 'asOf', 'within'] as const;
export type Filter = (typeof filters)[number];

export const isDimension = (word: string): word is Dimension => (dimensions as readonly string[]).includes(word);

/** What is counted: things by the piece, money in minor units of one currency, kilograms, or hundredths of a percent (basis points). */
export const units = [
  'project',
  'alliance',
  'member',
  'statement',
  'participation',
  'organisation',
  'region',
  'application',
  'warning',
  'job',
  'working-day',
  'kilogram',
  'basis-point',
  'money',
] as const;
export type Unit = (typeof units)[number];

/** Rows of collaborations that metrics count, each a common table expression of `relations.ts`. */
export type Relation = 'participation' | 'crossing_participation' | 'pair' | 'project_pair' | 'flow';

/** How the value of a row is made of the things that it counts. A share is that of those in a state, or in the regions asked for. */
export type Value = 'count' | 'sum' | 'median' | { readonly shareOf: { readonly state: string } | 'within' };

interface Described {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly definition: LocalText;
  readonly formula: string;
  readonly dimensions: readonly Dimension[];
  /** The types of the events that it counts, and the release that first answered it. */
  readonly sources: readonly string[];
  readonly since: string;
  /** The columns that make one counted thing: it counts once in a row of the answer, however many ways lead to it. */
  readonly counted: readonly string[];
  readonly value: Value;
  /** The columns of which one must be the region that `region=` asks for. */
  readonly regionColumns: readonly string[];
}

/**
 * Sides that events tell as measurements, each side a part of its aggregate. In a flow the sides that one event tells make a collaboration, by
 * their own date. In a stock all that an aggregate has on a day make it, but those that a newer measurement of `endedBy` ended, by year of `begunBy`.
 */
export type ToldSides =
  | { readonly kind: 'flow'; readonly measure: string }
  | {
      readonly kind: 'stock';
      readonly measure: string;
      readonly endedBy: string;
      readonly begunBy: string;
      readonly whose: { readonly measure: string; readonly state: string };
    };

/** A figure over collaborations: what events state, or what `sides` make of what they tell. */
export interface CollaborationMetric extends Described {
  readonly relation: Relation;
  readonly sides?: ToldSides;
}

/** A state by the quantity: up to and including `upTo`, the last one beyond all others. */
export interface Band {
  readonly state: string;
  readonly upTo?: number;
}

/** Which measurements a metric counts, and where it looks for what they do not say of their aggregate. */
export interface Measured {
  readonly measure: string;
  /** The measures of the same aggregate that say its region and its field. */
  readonly placedBy: string;
  readonly fieldBy: string;
  /** A flow is what happened in a period. A stock is how things stand on a day, by year of what places them. */
  readonly kind: 'flow' | 'stock';
  /** Only those in this state. */
  readonly state?: string;
  /** The measure that says the state of each, by the same part. */
  readonly stateBy?: string;
  /** Only of aggregates whose newest measurement of this other measure is in this state. */
  readonly whose?: { readonly measure: string; readonly state: string };
  readonly bands?: readonly Band[];
}

/** A figure over the measurements that events tell. */
export interface MeasurementMetric extends Described {
  readonly relation: 'measurement';
  /** Aggregates, or each of their measurements; a sum, a median and a share are of each. */
  readonly counted: readonly ['aggregate'] | readonly ['aggregate', 'part'];
  readonly of: Measured;
}

/** What most figures over measurements have in common: a count, by field and by the region that places what is counted. */
export const placedCount = {
  since: '0.1.0',
  dimensions: ['year', 'field', 'region', 'level'],
  relation: 'measurement',
  counted: ['aggregate', 'part'],
  value: 'count',
  regionColumns: ['region'],
} as const satisfies Partial<MeasurementMetric>;

/** One row of the catalogue: a figure's meaning in words, and the same in SQL. */
export type Metric = CollaborationMetric | MeasurementMetric;

/** Every metric can be narrowed by its dimensions and to one region, an amount also to one currency, a stock to a day. */
export function filtersOf(metric: Metric): readonly Filter[] {
  return filters.filter((filter) => {
    switch (filter) {
      case 'region':
        return true;
      case 'currency':
        return metric.unit === 'money';
      case 'asOf':
        return isStock(metric);
      case 'within':
        return isShareWithin(metric);
      default:
        return metric.dimensions.includes(filter);
    }
  });
}

const isStock = (metric: Metric): boolean => (metric.relation === 'measurement' ? metric.of.kind : metric.sides?.kind) === 'stock';

/** Whether the figure is the share of what lies in regions that the question names. */
export const isShareWithin = ({ value }: Metric): boolean => typeof value === 'object' && value.shareOf === 'within';

/** Whether nothing is 0 of it; a share of nothing and the median of nothing are none. */
export const isAdditive = ({ value }: Metric): boolean => value === 'count' || value === 'sum';

/** Whether only things of which the quantity is known are counted. */
export const needsAmount = ({ value }: Metric): boolean => value === 'sum' || value === 'median';
