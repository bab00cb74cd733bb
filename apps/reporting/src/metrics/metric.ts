import type { LocalText } from '@xietong/domain';

/** What a metric can be broken down by. `a` and `b` are a pair without direction, `from` and `to` a flow with one. */
export const dimensions = ['year', 'region', 'a', 'b', 'from', 'to', 'level'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a figure can be narrowed to. */
export const filters = [...dimensions, 'currency'] as const;
export type Filter = (typeof filters)[number];

export const isDimension = (word: string): word is Dimension => (dimensions as readonly string[]).includes(word);

/** What is counted: things by the piece, or money in minor units of one currency. */
export const units = ['project', 'participation', 'organisation', 'region', 'money'] as const;
export type Unit = (typeof units)[number];

/** Rows that metrics count, each a common table expression of `relations.ts`. */
export type Relation = 'participation' | 'crossing_participation' | 'pair' | 'project_pair' | 'flow';

/** One row of the catalogue: a figure's meaning in words, and the same in SQL. */
export interface Metric {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly definition: LocalText;
  readonly formula: string;
  readonly dimensions: readonly Dimension[];
  readonly relation: Relation;
  /** The columns that make one counted thing: it counts once in a row of the answer, however many ways lead to it. */
  readonly counted: readonly string[];
  readonly value: 'count(*)' | 'sum(amount)';
  /** The columns of which one must be the region that `region=` asks for. */
  readonly regionColumns: readonly string[];
}

/** Every metric can be narrowed by its dimensions and to one region, an amount also to one currency. */
export function filtersOf(metric: Metric): readonly Filter[] {
  return filters.filter(
    (filter) => filter === 'region' || (filter === 'currency' ? metric.unit === 'money' : metric.dimensions.includes(filter)),
  );
}
