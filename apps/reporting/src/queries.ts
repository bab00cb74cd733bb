import { Currency, LocalDate, LocalText, RegionCode, RegionLevel, saidIn } from '@xietong/domain';
import { query, role } from '@xietong/kernel';
import { z } from 'zod';
import { dimensions, filters, units } from './metrics/metric.ts';
import { unknownRegion } from './metrics/relations.ts';
import { watermarkShape } from './watermark/watermark.ts';

const allow = role('analyst', 'director', 'officer', 'auditor');
const Place = z.union([RegionCode, z.literal(unknownRegion)]);
const Years = z
  .string()
  .regex(/^\d{4}(\.\.\d{4})?$/)
  .refine(
    (years) => years.length === 4 || years.slice(0, 4) <= years.slice(6),
    saidIn({ zh: '起始年份晚于终止年份', en: 'the first year is later than the last' }),
  )
  .meta({ description: 'Year by the definition of the metric, for example of signing: `2019` or `2014..2021`' });

const Within = z
  .string()
  .max(400)
  .refine(
    (regions) => regions.split(',').every((region) => RegionCode.safeParse(region).success),
    saidIn({ zh: '不是用逗号分隔的地区代码', en: 'not codes of regions, separated by commas' }),
  );

const narrowing = {
  year: Years.optional(),
  state: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .meta({ description: 'One state: `active`, `behind-to-10`' }),
  field: z.string().min(1).max(300).optional().meta({ description: 'The field of a programme, as its agency names it, or `unknown`' }),
  region: Place.optional().meta({ description: 'One region, or `unknown`; of a pair or a flow, one of its two regions' }),
  a: Place.optional().meta({ description: 'One region of a pair; a pair has no direction, so it is found on either side' }),
  b: Place.optional().meta({ description: 'The other region of the pair; alone the same as `a`' }),
  from: Place.optional(),
  to: Place.optional(),
  level: RegionLevel.optional().meta({ description: 'Level at which regions differ; county unless given' }),
  currency: Currency.optional(),
  asOf: LocalDate.optional().meta({ description: 'How things stood at the end of that day; as of now unless given' }),
  within: Within.optional().meta({ description: 'The regions of which the share is asked: `CN-33,NO-03`' }),
  at: z.string().regex(watermarkShape).optional().meta({ description: 'Watermark of an earlier answer: the figure as it was then' }),
};

export const metrics = query('metrics', {
  path: '/v1/metrics',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: LocalText,
        unit: z.enum(units),
        definition: LocalText,
        formula: z.string(),
        dimensions: z.array(z.enum(dimensions)),
        sources: z.array(z.string()).meta({ description: 'The types of the events that it counts' }),
        since: z.string().meta({ description: 'The release that first answered it' }),
        filters: z.array(z.enum(filters)),
      }),
    ),
  }),
  allow,
  refuses: [],
});

/** A whole number, or its digits as text where it exceeds what a JSON number holds exactly. */
const Value = z.union([z.int(), z.string().regex(/^-?\d+$/)]);

export const figures = query('figures', {
  path: '/v1/figures/{metric}',
  input: z.strictObject({
    metric: z.string(),
    by: z
      .string()
      .regex(/^([a-z]+(,[a-z]+)*)?$/)
      .optional()
      .meta({ description: 'Dimensions, separated by commas: `a,b`' }),
    ...narrowing,
  }),
  output: z.strictObject({
    metric: z.string(),
    unit: z.string().meta({
      description: 'What is counted; for amounts the currency and its minor unit, `EUR cent`; a `basis-point` is a hundredth of a percent',
    }),
    watermark: z.string(),
    rows: z.array(
      z.strictObject({
        year: z.int().optional(),
        state: z.string().optional(),
        field: z.string().optional(),
        region: Place.optional(),
        a: RegionCode.optional(),
        b: RegionCode.optional(),
        from: RegionCode.optional(),
        to: RegionCode.optional(),
        level: RegionLevel.optional(),
        value: Value,
        events: z.string().meta({ description: 'Link to the events behind the value' }),
      }),
    ),
  }),
  allow,
  refuses: ['agency-needed', 'metric-unknown', 'dimension-unfit', 'filter-unfit', 'regions-needed', 'currency-needed', 'watermark-unknown'],
  table: { rows: 'rows', beside: { value: 'unit' }, namedAfter: 'metric' },
});

/** Where a page of events begins, as the page before named it: `NO-03.rcn.projects:0:120`. */
const EventCursor = z.string().regex(/^[A-Za-z0-9.-]+:\d{1,9}:\d{1,18}$/);

export const figureEvents = query('figureEvents', {
  path: '/v1/figures/{metric}/events',
  input: z.strictObject({
    metric: z.string(),
    ...narrowing,
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: EventCursor.optional(),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        event: z.record(z.string(), z.unknown()).meta({ description: 'The CloudEvent as it was published' }),
        position: z.strictObject({ topic: z.string(), partition: z.int(), offset: z.int() }),
      }),
    ),
    next: EventCursor.optional(),
  }),
  allow,
  refuses: ['agency-needed', 'metric-unknown', 'filter-unfit', 'regions-needed', 'watermark-unknown'],
});
