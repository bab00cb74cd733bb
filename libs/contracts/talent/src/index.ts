export { eventsOfTalent } from './events-of-talent.ts';
export * from './expert-events.ts';
export * from './expert-profile.ts';
