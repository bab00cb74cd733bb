import { allianceEvents } from './alliance-events.ts';
import { applicationEvents } from './application-events.ts';
import { callEvents } from './call-events.ts';
import { projectEvents } from './project-events.ts';

/** Every event that the context publishes, by aggregate. */
export const eventsOfProjects = [...allianceEvents, ...applicationEvents, ...callEvents, ...projectEvents] as const;
