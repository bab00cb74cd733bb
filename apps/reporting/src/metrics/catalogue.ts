import { allianceMetrics } from './alliance-metrics.ts';
import { applicationMetrics } from './application-metrics.ts';
import { collaborationMetrics } from './collaboration-metrics.ts';
import { courseMetrics } from './course-metrics.ts';
import type { Metric } from './metric.ts';
import { outcomeMetrics } from './outcome-metrics.ts';

/** Every figure that reporting answers. */
export const catalogue: readonly Metric[] = [
  ...collaborationMetrics,
  ...applicationMetrics,
  ...courseMetrics,
  ...outcomeMetrics,
  ...allianceMetrics,
];

/** The metric of something that was checked when it was made. Throws where the catalogue has lost it. */
export function getMetric(id: string): Metric {
  const metric = findMetric(id);
  if (!metric) throw new Error(`'${id}' is no metric of the catalogue any more`);
  return metric;
}

export const findMetric = (id: string): Metric | undefined => catalogue.find((metric) => metric.id === id);
