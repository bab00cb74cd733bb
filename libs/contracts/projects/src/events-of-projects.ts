import { allianceEvents } from './alliance-events.ts';
import { applicationEvents } from './application-events.ts';
import { callEvents } from './call-events.ts';
import { exemptionEvents, exemptionVoteEvents } from './exemption-events.ts';
import { panelEvents } from './panel-events.ts';
import { projectEvents } from './project-events.ts';
import { reviewEvents } from './review-events.ts';
import { riskEvents } from './risk-events.ts';
import { showcaseEvents } from './showcase-events.ts';

/** Every event that the context publishes, by aggregate. */
export const eventsOfProjects = [
  ...allianceEvents,
  ...applicationEvents,
  ...callEvents,
  ...panelEvents,
  ...projectEvents,
  ...reviewEvents,
  ...riskEvents,
  ...showcaseEvents,
  ...exemptionEvents,
  ...exemptionVoteEvents,
] as const;
