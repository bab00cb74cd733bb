export { eventsOfReporting } from './events-of-reporting.ts';
export * from './report-events.ts';
export * from './report-terms.ts';
export * from './target-events.ts';
export * from './target-terms.ts';
