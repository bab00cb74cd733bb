import { type Actor, type Lookup, refuse, type Refusal, todayAt } from '@xietong/kernel';
import type { Instant, LocalDate } from '@xietong/domain';
import type { z } from 'zod';
import { getMetric } from '../metrics/catalogue.ts';
import { askedBy } from './asked-figure.ts';
import { figureOf } from './decide/assess.ts';
import { expectedOn, shareGone, standingOf } from './pace.ts';
import type { targetProgress } from './progress.ts';
import { currentOf, type TargetState } from './state.ts';

type Progress = z.output<(typeof targetProgress)['output']>;

/** The answer to the query, from the agency's own targets and what the figures' own query says now. */
export const answerProgress =
  (look: Lookup, now: () => Instant) =>
  async ({ metric }: z.output<(typeof targetProgress)['input']>, { agency }: Actor): Promise<Progress | Refusal<'agency-needed'>> => {
    if (agency === undefined) return refuse('agency-needed');
    const day = todayAt(agency, now());
    const found = await look.list('targets', 'agency', [agency]);
    const items: Progress['items'] = [];
    for (const { id, state } of found as readonly { id: string; state: TargetState }[])
      if (metric === undefined || state.metric === metric) items.push(await progressOf(look, id, state, day));
    return { day, items };
  };

async function progressOf(look: Lookup, id: string, target: TargetState, day: LocalDate): Promise<Progress['items'][number]> {
  const { number, title, metric, unit, aim, responsible, behindInARow } = target;
  const { firstYear, lastYear, value } = currentOf(target);
  const { watermark, rows } = await figureOf(look, {}, target);
  const expected = expectedOn(getMetric(metric), { firstYear, lastYear, value }, day);
  const { metric: _, ...asked } = askedBy(metric, target.narrowing, { firstYear, lastYear });
  return {
    ...{ target: id, number, title, metric, unit, aim, firstYear, lastYear, value, responsible },
    ...(rows[0] && { actual: rows[0].value, events: rows[0].events }),
    ...{ expected, shareGoneBasisPoints: shareGone({ firstYear, lastYear }, day), behindInARow, watermark },
    standing: standingOf(aim, value, rows[0]?.value, expected),
    question: new URLSearchParams(asked as Record<string, string>).toString(),
  };
}
