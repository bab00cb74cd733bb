import { Aim, FigureValue, MetricId, TargetValue } from '@xietong/contracts-reporting';
import { LocalDate } from '@xietong/domain';
import { query } from '@xietong/kernel';
import { z } from 'zod';
import { allow } from '../queries.ts';

/** How the targets of the asker's agency stand today: actual value, pace and what the pace asks for. */
export const targetProgress = query('targetProgress', {
  path: '/v1/target-progress',
  input: z.strictObject({ metric: MetricId.optional().meta({ description: 'The targets of this metric alone' }) }),
  output: z.strictObject({
    day: LocalDate.meta({ description: 'The day at the agency up to which the share of a period is counted' }),
    items: z.array(
      z.strictObject({
        target: z.string(),
        number: z.string(),
        title: z.string(),
        metric: MetricId,
        unit: z.string(),
        aim: Aim,
        ...TargetValue.shape,
        responsible: z.string(),
        actual: FigureValue.optional().meta({ description: 'What its figure comes to now; nothing where that has no value yet' }),
        expected: z.int().meta({ description: 'What the pace asks for by the end of the day' }),
        shareGoneBasisPoints: z.int().min(0).max(10_000).meta({ description: 'The share of the period that is gone' }),
        standing: z.enum(['reached', 'on-pace', 'behind', 'no-value']),
        behindInARow: z.int().meta({ description: 'How many quarters in a row it was behind when they ended' }),
        watermark: z.string(),
        question: z.string().meta({ description: 'The query string by which its figure is asked for' }),
        events: z.string().optional().meta({ description: 'Link to the events behind the actual value' }),
      }),
    ),
  }),
  allow,
  refuses: ['agency-needed'],
  table: { rows: 'items', beside: { expected: 'day' } },
});
