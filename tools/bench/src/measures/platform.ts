import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { dataSetFile, importFile, tokenSource } from '@xietong/seed';
import { type Platform, withOwnPlatform } from '@xietong/start';
import type { Bench, Line } from '../measure.ts';
import { figureOf } from '../statistics.ts';

/** Starting and importing take a minute a round, and their spread is small beside their goals. */
const roundsMax = 3;
const idleSeconds = 20;

/** One start of the whole platform on a machine with warm caches, the import of the grants, and an idle while after it. */
interface Round {
  readonly startSeconds: number;
  readonly projectsPerSecond: number;
  readonly visibleMs: number;
  readonly processes: readonly { readonly name: string; readonly residentMB: number; readonly idleCpuPercent: number }[];
}

/** The first-light figures: start, import, time to visible figures, memory and idle CPU. */
export async function measurePlatform({ rounds, report }: Bench): Promise<Line[]> {
  const measured: Round[] = [];
  for (let round = 1; round <= Math.min(rounds, roundsMax); round += 1) {
    report(`platform: round ${round}`);
    measured.push(await measureRound());
  }
  const of = (value: (round: Round) => number) => figureOf(measured.map(value));
  const names = measured[0]?.processes.map(({ name }) => name) ?? [];
  const usage = (round: Round, name: string) => round.processes.find((each) => each.name === name) as Round['processes'][number];
  return [
    {
      id: 'start',
      what: 'from warm caches to the final block, import included',
      unit: 's',
      figure: of((r) => r.startSeconds),
      goal: { atMost: 45 },
    },
    {
      id: 'import',
      what: 'projects imported at 32 in flight',
      unit: '1/s',
      figure: of((r) => r.projectsPerSecond),
      goal: { atLeast: 300 },
    },
    {
      id: 'visible',
      what: 'from the last reply of the import to its figures',
      unit: 'ms',
      figure: of((r) => r.visibleMs),
      goal: { atMost: 1000 },
    },
    ...names.flatMap((name): Line[] => [
      {
        id: 'memory',
        what: `resident memory of ${name} after the import`,
        unit: 'MB',
        figure: of((r) => usage(r, name).residentMB),
        goal: { atMost: 160 },
      },
      {
        id: 'idle',
        what: `CPU of ${name} when idle`,
        unit: '% of a core',
        figure: of((r) => usage(r, name).idleCpuPercent),
        goal: { atMost: 1 },
      },
    ]),
  ];
}

async function measureRound(): Promise<Round> {
  const seeded = await onPlatform(true, async (_, startSeconds) => startSeconds);
  return onPlatform(false, async (platform) => {
    const begun = performance.now();
    const { outcome } = await importFile(dataSetFile, {
      projectsUrl: platform.services.projects,
      token: tokenSource(() => platform.token('rcn-officer')),
      inFlight: 32,
      signal: new AbortController().signal,
      onPlan: () => undefined,
      onProgress: () => undefined,
    });
    const imported = performance.now();
    const visibleMs = await untilVisible(platform, outcome.created, imported);
    return {
      startSeconds: seeded,
      projectsPerSecond: outcome.created / ((imported - begun) / 1000),
      visibleMs,
      processes: await idleProcesses(platform.pids()),
    };
  });
}

function onPlatform<Result>(seed: boolean, work: (platform: Platform, startSeconds: number) => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  return withOwnPlatform({ seed, report: () => undefined }, (platform) => work(platform, (performance.now() - begun) / 1000));
}

async function untilVisible({ services, token }: Platform, projects: number, since: number): Promise<number> {
  const authorization = `Bearer ${await token('rcn-analyst')}`;
  for (;;) {
    const response = await fetch(`${services.reporting}/v1/figures/projects`, { headers: { authorization } });
    const { rows } = (await response.json()) as { rows: { value: number }[] };
    if (rows[0]?.value === projects) return performance.now() - since;
  }
}

async function idleProcesses(processes: Readonly<Record<string, number>>): Promise<Round['processes']> {
  const usages = () => Object.entries(processes).map(([name, pid]) => ({ name, ...readUsage(pid) }));
  await pause(idleSeconds * 1000);
  const before = new Map(usages().map(({ name, cpuSeconds }) => [name, cpuSeconds]));
  await pause(idleSeconds * 1000);
  return usages().map(({ name, residentMB, cpuSeconds }) => ({
    name,
    residentMB,
    idleCpuPercent: (100 * (cpuSeconds - (before.get(name) ?? 0))) / idleSeconds,
  }));
}

// proc_pid_stat(5): behind the name in parentheses user and system time are the 12th and 13th field, in hundredths of a second.
function readUsage(pid: number): { residentMB: number; cpuSeconds: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  const [, residentKiB] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return { residentMB: (Number(residentKiB) * 1024) / 1e6, cpuSeconds: (user + system) / 100 };
}
