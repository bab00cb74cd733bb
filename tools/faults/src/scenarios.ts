import type { Scenario } from './scenario.ts';
import { projectsKilled } from './scenarios/01-projects-killed.ts';
import { reportingKilled } from './scenarios/02-reporting-killed.ts';
import { shuffledDelivery } from './scenarios/03-shuffled-delivery.ts';
import { brokerDown } from './scenarios/04-broker-down.ts';
import { answersCut } from './scenarios/05-answers-cut.ts';
import { positionLost } from './scenarios/06-position-lost.ts';
import { poison } from './scenarios/07-poison.ts';
import { membersComeAndGo } from './scenarios/08-members-come-and-go.ts';
import { storeLost } from './scenarios/09-store-lost.ts';
import { wrongClock } from './scenarios/10-wrong-clock.ts';
import { schemaNarrowed } from './scenarios/11-schema-narrowed.ts';
import { identityProviderAway } from './scenarios/22-identity-provider-away.ts';
import { idempotency } from './scenarios/24-idempotency.ts';
import { orderlyStop } from './scenarios/27-orderly-stop.ts';
import { restoreDrill } from './scenarios/28-restore-drill.ts';

/** All scenarios, in the order of the checks that they hold; 28 is the drill of `docs/operating.md`. */
export const scenarios: readonly Scenario[] = [
  projectsKilled,
  reportingKilled,
  shuffledDelivery,
  brokerDown,
  answersCut,
  positionLost,
  poison,
  membersComeAndGo,
  storeLost,
  wrongClock,
  schemaNarrowed,
  identityProviderAway,
  idempotency,
  orderlyStop,
  restoreDrill,
];
