import { findEngines } from '@xietong/engines';
import { fetchToken, findPlatform, findSecrets, issuerOf, passwordOf } from '@xietong/start';
import { enginesDirOf } from '@xietong/start/state-files';
import { demoClock } from '../clock/demo-clock.ts';
import type { YearPlan } from '../plan/plan-year.ts';
import { requestsTo } from '../play/requests.ts';
import type { Stage } from '../play/stage.ts';
import { provisionYear } from './year-people.ts';
import { markYear } from './year-mark.ts';

export interface StageOptions {
  readonly signal: AbortSignal;
  readonly onDone?: () => void;
}

/** A year's stage on a platform that runs from this state folder under a clock that can be moved, with the year's people in its Keycloak. */
export async function stageOn(stateDir: string, plan: YearPlan, options: StageOptions): Promise<Stage & { readonly portal: string }> {
  const [engines, record, secrets] = [await findEngines({ stateDir: enginesDirOf(stateDir) }), findPlatform(stateDir), findSecrets(stateDir)];
  if (!engines || !record || !secrets) throw new Error(`no whole platform runs from ${stateDir}`);
  markYear(stateDir, plan);
  const passwords = { ...secrets.people, ...(await provisionYear(plan, engines.keycloak, stateDir)) };
  const issuer = issuerOf(engines.keycloak);
  const urlOf = (name: string): string => {
    const service = record.services[name];
    if (!service) throw new Error(`${name} does not run`);
    return service.url;
  };
  const requests = requestsTo({
    services: { projects: urlOf('projects'), talent: urlOf('talent'), reporting: urlOf('reporting') },
    token: (username) => fetchToken({ issuer, clientId: 'xietong-cli', username, password: passwordOf(username, passwords) }),
    ...options,
  });
  return { plan, clock: demoClock(stateDir), requests, known: new Map(), portal: urlOf('portal') };
}
