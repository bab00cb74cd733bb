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

export const findMetric = (id: string): Metric | undefined => catalogue.find((metric) => metric.id === id);
