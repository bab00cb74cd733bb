import { join } from 'node:path';
import { findStateFile, writeStateFile } from '@xietong/start/state-files';
import { z } from 'zod';
import type { YearPlan } from '../plan/plan-year.ts';

const Mark = z.object({ seed: z.string(), size: z.object({ applications: z.int(), approved: z.int() }) });

const markFile = (stateDir: string): string => join(stateDir, 'year.json');

/** Writes down whose year a platform holds. Throws where it is another one's: the clock does not go back, and numbers are taken. */
export function markYear(stateDir: string, { seed, size }: Pick<YearPlan, 'seed' | 'size'>): void {
  const mark = findStateFile(markFile(stateDir), Mark);
  if (!mark) return writeStateFile(markFile(stateDir), { seed, size });
  if (mark.seed === seed && mark.size.applications === size.applications && mark.size.approved === size.approved) return;
  throw new Error(
    `this platform holds the year of --seed ${mark.seed} --applications ${mark.size.applications} --approved ${mark.size.approved}; ` +
      'another year needs an empty one: npm run demo:year -- --stop --forget',
  );
}
