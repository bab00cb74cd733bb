import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findSecrets, type Platform, passwordOf, startPlatform, stopPlatform } from '@xietong/start';
import { doorsOf } from '../scenarios/doors.ts';
import { loginOf } from '../scenarios/principals.ts';
import type { Principal } from '../scenarios/scenario.ts';
import { backlogOf } from './backlog.ts';
import type { LoadedPlatform } from './platform.ts';

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const pollMs = 100;
const quietWithinMs = 300_000;

/** `inn` writes and `rcn`, which has the grants, asks: what a load writes changes no figure that it asks for. */
const people = { officer: 'inn-officer', analyst: 'rcn-analyst' } as const;
const agency = 'NO-03.inn';

/** Runs `work` on a whole platform of its own, with the grants in it, which ends with it: also where it fails, and where this process is told to end. */
export async function withOwnPlatform<Result>(
  report: (line: string) => void,
  work: (platform: LoadedPlatform) => Promise<Result>,
): Promise<Result> {
  const stateDir = mkdtempSync(join(tmpdir(), 'xietong-load-'));
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> => (ending ??= stopPlatform(stateDir).then(() => rmSync(stateDir, { recursive: true, force: true })));
  const signals = Object.keys(signalNumbers) as (keyof typeof signalNumbers)[];
  // Not once: npm hands on what the terminal has told this process already, and the second word would cut the ending short.
  const told = (signal: keyof typeof signalNumbers): void => void end().finally(() => process.exit(128 + signalNumbers[signal]));
  for (const signal of signals) process.on(signal, told);
  try {
    return await work(loadedPlatform(await startPlatform({ stateDir, seed: true, report }), stateDir));
  } finally {
    await end();
    for (const signal of signals) process.off(signal, told);
  }
}

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
