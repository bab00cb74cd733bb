import { fetchToken, passwordOf } from '@xietong/start';
import type { YearPlan } from '../plan/plan-year.ts';
import { requestsTo } from '../play/requests.ts';
import type { Stage } from '../play/stage.ts';
import type { DemoPlatform } from './demo-platform.ts';
import { markYear } from './year-mark.ts';
import { provisionYear } from './year-people.ts';

export interface StageOptions {
  readonly signal: AbortSignal;
  readonly onDone?: () => void;
}

/** A year's stage on a platform, with the year's people in its Keycloak. Throws where the platform holds another year. */
export async function stageOn(platform: DemoPlatform, plan: YearPlan, options: StageOptions): Promise<Stage> {
  const { stateDir, services, issuer, keycloak, clock } = platform;
  markYear(stateDir, plan);
  const passwords = { ...platform.passwords, ...(await provisionYear(plan, keycloak, stateDir)) };
  const requests = requestsTo({
    services,
    token: (username) => fetchToken({ issuer, clientId: 'xietong-cli', username, password: passwordOf(username, passwords) }),
    ...options,
  });
  return { plan, clock, requests, known: new Map() };
}
