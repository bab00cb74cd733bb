import { reportEvents } from './report-events.ts';
import { targetEvents } from './target-events.ts';

/** Every event that the context publishes, by aggregate. */
export const eventsOfReporting = [...targetEvents, ...reportEvents] as const;
