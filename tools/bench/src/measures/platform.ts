import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataSetFile, importFile, tokenSource } from '@xietong/seed';
import { type Platform, startPlatform } from '@xietong/start';
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
  readonly services: readonly { readonly name: string; readonly residentMB: number; readonly idleCpuPercent: number }[];
}

/** The first-light figures: start, import, time to visible figures, memory and idle CPU. */
export async function measurePlatform({ rounds, report }: Bench): Promise<Line[]> {
  const measured: Round[] = [];
  for (let round = 1; round <= Math.min(rounds, roundsMax); round += 1) {
    report(`platform: round ${round}`);
    measured.push(await measureRound());
  }
  const of = (value: (round: Round) => number) => figureOf(measured.map(value));
  const names = measured[0]?.services.map(({ name }) => name) ?? [];
  const service = (round: Round, name: string) => round.services.find((each) => each.name === name) as Round['services'][number];
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
        figure: of((r) => service(r, name).residentMB),
        goal: { atMost: 160 },
      },
      {
        id: 'idle',
        what: `CPU of ${name} when idle`,
        unit: '% of a core',
        figure: of((r) => service(r, name).idleCpuPercent),
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
      services: await Promise.all(Object.entries(platform.services).map(([name, url]) => idleService(name, url))),
    };
  });
}

async function onPlatform<Result>(seed: boolean, work: (platform: Platform, startSeconds: number) => Promise<Result>): Promise<Result> {
  const stateDir = mkdtempSync(join(tmpdir(), 'xietong-bench-platform-'));
  const begun = performance.now();
  try {
    const platform = await startPlatform({ stateDir, seed, report: () => undefined });
    try {
      return await work(platform, (performance.now() - begun) / 1000);
    } finally {
      await platform.stop();
    }
  } finally {
    rmSync(stateDir, { recursive: true });
  }
}

async function untilVisible({ services, token }: Platform, projects: number, since: number): Promise<number> {
  const authorization = `Bearer ${await token('rcn-analyst')}`;
  for (;;) {
    const response = await fetch(`${services.reporting}/v1/figures/projects`, { headers: { authorization } });
    const { rows } = (await response.json()) as { rows: { value: number }[] };
    if (rows[0]?.value === projects) return performance.now() - since;
  }
}

async function idleService(name: string, url: string): Promise<Round['services'][number]> {
  await pause(idleSeconds * 1000);
  const before = await readMetrics(url);
  await pause(idleSeconds * 1000);
  const after = await readMetrics(url);
  return { name, residentMB: after.residentBytes / 1e6, idleCpuPercent: (100 * (after.cpuSeconds - before.cpuSeconds)) / idleSeconds };
}

async function readMetrics(url: string): Promise<{ residentBytes: number; cpuSeconds: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const valueOf = (metric: string): number => Number(new RegExp(`^${metric}\\{[^}]*\\} (\\S+)`, 'm').exec(text)?.[1]);
  return { residentBytes: valueOf('process_resident_memory_bytes'), cpuSeconds: valueOf('process_cpu_seconds_total') };
}
