import { Currency, RegionCode, RegionLevel, text } from '@xietong/domain';
import { z } from 'zod';

/** The number under which an agency knows a target or a report. It uses a number once for each. */
export const ReportingNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** The id of a metric in the catalogue of reporting: `lead-region-share`. */
export const MetricId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);

const narrowed = {
  region: RegionCode.optional(),
  level: RegionLevel.optional(),
  a: RegionCode.optional(),
  b: RegionCode.optional(),
  from: RegionCode.optional(),
  to: RegionCode.optional(),
  within: z.array(RegionCode).max(30).optional(),
  state: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  field: text(300).optional(),
  currency: Currency.optional(),
};

/** To what a figure is narrowed beside its years: the dimensions of its metric, the currency of an amount, the regions whose share is asked for. */
export const Narrowing = z.object(narrowed);
export type Narrowing = z.output<typeof Narrowing>;

/** The same as people send it: closed, so that a mistyped field is refused and not lost. */
export const NarrowingInput = z.strictObject(narrowed);

/** A year of the calendar. */
export const Year = z.int().min(2000).max(2100);

/** Whether the value is to be reached, or not to be exceeded. */
export const Aim = z.enum(['at-least', 'at-most']);

/** What a figure comes to: whole numbers of its unit, in digits where a JSON number would round it. */
export const FigureValue = z.union([z.int(), z.string().regex(/^-?\d{1,40}$/)]);
export type FigureValue = z.output<typeof FigureValue>;

/** What is to be reached 目标值, in whole units of the figure: pieces, minor units, basis points. `firstYear` and `lastYear` are the period, both included. */
export const TargetValue = z.object({
  firstYear: Year,
  lastYear: Year,
  value: z.int().min(0),
});
export type TargetValue = z.output<typeof TargetValue>;

/** The office that answers for a target 责任单位, never the name of a person. */
export const ResponsibleOffice = text(200);
