import type { Metric } from '../api/figures.ts';

/** What a figure can be broken down by, as a reader chooses it: a pair of regions is one choice, though two dimensions. */
export const axes = {
  year: ['year'],
  state: ['state'],
  region: ['region'],
  pair: ['a', 'b'],
  direction: ['from', 'to'],
  field: ['field'],
} as const;
export type Axis = keyof typeof axes;

const axisNames = Object.keys(axes) as Axis[];

/** The axes that the metric's dimensions allow. */
export const axesOf = ({ dimensions }: Pick<Metric, 'dimensions'>): Axis[] =>
  axisNames.filter((axis) => axes[axis].every((dimension) => dimensions.includes(dimension)));

export const toDimensions = (chosen: readonly Axis[]): string[] =>
  axisNames.filter((axis) => chosen.includes(axis)).flatMap((axis) => axes[axis]);

/** The axes that the page's address asks for (`by=a,b`), as far as the metric has them; without `by` the metric's most telling one. */
export const parseBreakdown = (parameters: URLSearchParams, metric: Pick<Metric, 'dimensions'>): Axis[] => {
  const available = axesOf(metric);
  const by = parameters.get('by');
  if (by === null) return available.filter((axis) => axis !== 'year').slice(0, 1);
  const dimensions = by.split(',');
  return available.filter((axis) => axes[axis].every((dimension) => dimensions.includes(dimension)));
};

/** The parameters for another breakdown. None at all is written down too: it asks for the total. */
export const withBreakdown = (parameters: URLSearchParams, chosen: readonly Axis[]): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  next.set('by', toDimensions(chosen).join(','));
  next.delete('events');
  return next;
};
