import { Dimension, FigureValue, MetricId, ReportRow } from '@xietong/contracts-reporting';
import { query } from '@xietong/kernel';
import { z } from 'zod';
import { allow } from '../queries.ts';

const report = z.string().min(1).max(200);
const dimensions = ReportRow.omit({ value: true, events: true }).shape;

/** One table of a report as it stands in it, also as a file. `figure` counts the tables from 1. */
export const reportTable = query('reportTable', {
  path: '/v1/reports/{report}/tables/{figure}',
  input: z.strictObject({ report, figure: z.coerce.number().int().min(1).max(20) }),
  output: z.strictObject({
    name: z.string(),
    metric: MetricId,
    unit: z.string(),
    watermark: z.string(),
    rows: z.array(z.strictObject(ReportRow.shape)),
  }),
  allow,
  refuses: ['agency-needed', 'report-unknown', 'table-unknown'],
  table: { rows: 'rows', beside: { value: 'unit' }, namedAfter: 'name' },
});

/** Where the figures of a report say something else today than they did at its watermark: both values, the report's first. */
export const reportCorrections = query('reportCorrections', {
  path: '/v1/reports/{report}/corrections',
  input: z.strictObject({ report }),
  output: z.strictObject({
    watermark: z.string().meta({ description: 'What is known now' }),
    items: z.array(
      z.strictObject({
        figure: z.int().min(1).meta({ description: 'The number of the table' }),
        metric: MetricId,
        unit: z.string(),
        by: z.array(Dimension),
        row: z.strictObject(dimensions),
        reported: FigureValue.optional().meta({ description: 'In the report; nothing where the row is new' }),
        now: FigureValue.optional().meta({ description: 'By what is known now; nothing where the row is gone' }),
        events: z.string().optional().meta({ description: 'Link to the events behind the value of now' }),
      }),
    ),
  }),
  allow,
  refuses: ['agency-needed', 'report-unknown'],
});
