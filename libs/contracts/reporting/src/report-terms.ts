import { LocalText, RegionLevel } from '@xietong/domain';
import { z } from 'zod';
import { FigureValue, MetricId, Year } from './target-terms.ts';

/** What a figure can be broken down by. */
export const Dimension = z.enum(['year', 'state', 'field', 'region', 'a', 'b', 'from', 'to', 'level']);

const Place = z.string().max(12);

/** One row as it stood: its dimensions, the value, and the link to its events at the watermark of the report. */
export const ReportRow = z.object({
  year: Year.optional(),
  state: z.string().max(60).optional(),
  field: z.string().max(300).optional(),
  region: Place.optional(),
  a: Place.optional(),
  b: Place.optional(),
  from: Place.optional(),
  to: Place.optional(),
  level: RegionLevel.optional(),
  value: FigureValue,
  events: z.string().max(8000),
});
export type ReportRow = z.output<typeof ReportRow>;

/** How many rows a report has in all its tables together, so that its one event stays small. */
export const reportRowsMax = 1000;

/** A table of a report: a figure as it stood, with what it meant then. `question` is the query string by which it was asked for. */
export const ReportFigure = z.object({
  metric: MetricId,
  name: LocalText,
  definition: LocalText,
  unit: z.string().max(40),
  by: z.array(Dimension),
  question: z.string().max(8000),
  rows: z.array(ReportRow).max(reportRowsMax),
});
export type ReportFigure = z.output<typeof ReportFigure>;
