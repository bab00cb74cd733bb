export { eventsOfReporting } from './events-of-reporting.ts';
export * from './target-events.ts';
export * from './target-terms.ts';
