import type { TargetProgress } from '../api/targets.ts';
import { withEvents } from '../url/events-in-address.ts';

/** The page of the figure that a target is measured by, over its years and regions, with the events behind its value of now open. */
export function figureOfTarget({ metric, question, events }: Pick<TargetProgress, 'metric' | 'question' | 'events'>): string {
  const parameters = new URLSearchParams(question);
  const query = (events === undefined ? parameters : withEvents(parameters, events)).toString().replaceAll('%2C', ',');
  return `/figures/${encodeURIComponent(metric)}?${query}`;
}

/** The document of a target in the workbench, where it is revised and assigned. */
export const documentOfTarget = ({ target }: Pick<TargetProgress, 'target'>): string =>
  `/workbench/reporting/targets/${encodeURIComponent(target)}`;
