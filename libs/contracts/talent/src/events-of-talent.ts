import { expertEvents } from './expert-events.ts';

/** Every event that the context publishes, by aggregate. */
export const eventsOfTalent = [...expertEvents] as const;
