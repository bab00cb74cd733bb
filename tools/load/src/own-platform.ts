import { setTimeout as pause } from 'node:timers/promises';
import { findSecrets, type Platform, passwordOf, withOwnPlatform } from '@xietong/start';
import { doorsOf } from '../scenarios/doors.ts';
import { loginOf } from '../scenarios/principals.ts';
import type { Principal } from '../scenarios/scenario.ts';
import { backlogOf } from './backlog.ts';
import type { LoadedPlatform } from './platform.ts';

const pollMs = 100;
const quietWithinMs = 300_000;

/** `inn` writes and `rcn`, which has the grants, asks: what a load writes changes no figure that it asks for. */
const people = { officer: 'inn-officer', analyst: 'rcn-analyst' } as const;
const agency = 'NO-03.inn';

/** Runs `work` on a whole platform of its own, with the grants in it, which ends with it. */
export const withLoadedPlatform = <Result>(
  report: (line: string) => void,
  work: (platform: LoadedPlatform) => Promise<Result>,
): Promise<Result> => withOwnPlatform({ seed: true, report }, (platform, stateDir) => work(loadedPlatform(platform, stateDir)));

function loadedPlatform({ portal, services, engines: { keycloak } }: Platform, stateDir: string): LoadedPlatform {
  const passwords = findSecrets(stateDir)?.people ?? {};
  return {
    doors: doorsOf(portal, keycloak),
    agency,
    loginOf: (principal: Principal) =>
      principal === 'administrator'
        ? loginOf(principal, keycloak.admin.username, keycloak.admin.password)
        : loginOf(principal, people[principal], passwordOf(people[principal], passwords)),
    untilQuiet: () => untilNothingWaits(Object.values(services)),
  };
}

async function untilNothingWaits(services: readonly string[]): Promise<void> {
  const giveUpAtMs = performance.now() + quietWithinMs;
  for (;;) {
    const backlogs = await Promise.all(services.map(async (url) => backlogOf(await (await fetch(`${url}/metrics`)).text())));
    const waiting = backlogs.reduce((sum, backlog) => sum + backlog, 0);
    if (waiting === 0) return;
    if (performance.now() > giveUpAtMs) throw new Error(`after ${quietWithinMs / 1000} s without load ${waiting} events still wait`);
    await pause(pollMs);
  }
}
