import { setTimeout as pause } from 'node:timers/promises';
import { type RegionCode, RegionCode as RegionCodeSchema } from '@xietong/domain';
import { z } from 'zod';

/** Two regions and the projects that have participants in both. */
export interface Pair {
  readonly a: RegionCode;
  readonly b: RegionCode;
  readonly projects: number;
}

const Pairs = z.object({ rows: z.array(z.object({ a: RegionCodeSchema, b: RegionCodeSchema, value: z.int() })) });
const Total = z.object({ rows: z.array(z.object({ value: z.int() })) });

const pairsShown = 6;
const figuresTimeoutMs = 30_000;

/** The pairs of regions with most projects together, most first, once reporting has counted at least so many projects. */
export async function topPairs(reportingUrl: string, bearer: string, projectsAtLeast: number): Promise<readonly Pair[]> {
  await untilCounted(reportingUrl, bearer, projectsAtLeast);
  const { rows } = Pairs.parse(await figure(reportingUrl, bearer, 'pair-projects?by=a,b'));
  return rows
    .map(({ a, b, value }) => ({ a, b, projects: value }))
    .sort((one, other) => other.projects - one.projects || (one.a + one.b < other.a + other.b ? -1 : 1))
    .slice(0, pairsShown);
}

async function untilCounted(reportingUrl: string, bearer: string, projectsAtLeast: number): Promise<void> {
  const giveUpAtMs = Date.now() + figuresTimeoutMs;
  for (;;) {
    const { rows } = Total.parse(await figure(reportingUrl, bearer, 'projects'));
    const counted = rows[0]?.value ?? 0;
    if (counted >= projectsAtLeast) return;
    if (Date.now() > giveUpAtMs)
      throw new Error(`reporting has counted ${counted} of ${projectsAtLeast} projects after ${figuresTimeoutMs / 1000} s`);
    await pause(100);
  }
}

async function figure(reportingUrl: string, bearer: string, question: string): Promise<unknown> {
  const response = await fetch(`${reportingUrl}/v1/figures/${question}`, {
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`reporting answers ${question} with ${response.status}: ${await response.text()}`);
  return response.json();
}
