import { Dimension, MetricId, NarrowingInput, reportDrafted, reportRowsMax } from '@xietong/contracts-reporting';
import { type Context, isRefusal, refuse, type Refusal, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { type Drawn, type DrawFault, toReportTarget } from '../drawn-figures.ts';

const { number, title, firstYear, lastYear } = reportDrafted.schema.shape;

/** What a report is about: its years, and the tables that it shows of them. */
export const Draft = z.strictObject({
  number,
  title,
  firstYear,
  lastYear,
  figures: z
    .array(z.strictObject({ metric: MetricId, by: z.array(Dimension).max(4).optional(), narrowing: NarrowingInput.optional() }))
    .min(1)
    .max(20),
});
export type Draft = z.output<typeof Draft>;

export const draft = (_: undefined, input: Draft, { actor, now, gathered }: Context<Drawn | Refusal<DrawFault>>) => {
  if (actor.agency === undefined) return refuse('agency-needed');
  if (input.lastYear < input.firstYear)
    return refuse('years-reversed', { firstYear: input.firstYear, lastYear: input.lastYear }, 'lastYear');
  if (isRefusal(gathered)) return gathered as Refusal<DrawFault>;
  const { watermark, figures, targets } = gathered;
  const rows = figures.reduce((sum, figure) => sum + figure.rows.length, 0);
  if (rows > reportRowsMax) return refuse('too-many-rows', { rows, most: reportRowsMax }, 'figures');

  const day = todayAt(actor.agency, now);
  const { number, title, firstYear, lastYear } = input;
  return [
    reportDrafted({
      ...{ agency: actor.agency, number, title, firstYear, lastYear, day, watermark, draftedBy: actor.id },
      ...{ figures: [...figures], targets: targets.map((target) => toReportTarget(target, day)) },
    }),
  ];
};
