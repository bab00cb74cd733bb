import type { LocalDate } from '@xietong/domain';
import fc from 'fast-check';
import { collaborationMetrics } from '../metrics/collaboration-metrics.ts';
import { filtersOf, type Metric } from '../metrics/metric.ts';
import type { Question } from '../metrics/question.ts';
import type { SpecEvent, SpecParticipant } from './published-events.ts';

// Counties of one prefecture and of others, one that was abolished in 2017, a whole province, two countries, and no region at all.
const regions = ['CN-331082', 'CN-331002', 'CN-330106', 'CN-310115', 'CN-331021', 'CN-33', 'NO-03', 'NO-30', 'NO-50', undefined];
const parties = ['NO-ORGNR:971035854', 'NO-ORGNR:919303808', 'CN-USCI:91331082MA00D034X0', 'DE-FOREIGN:HRB 4711', undefined];

const participants = fc
  .array(fc.record({ party: fc.constantFrom(...parties), region: fc.constantFrom(...regions), amount: fc.nat(10_000_000) }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((list) =>
    fc
      .record({ lead: fc.integer({ min: -1, max: list.length - 1 }), currency: fc.constantFrom('EUR', 'EUR', 'CNY') })
      .map(({ lead, currency }) => list.map((one, place): SpecParticipant => ({ ...one, lead: place === lead, currency }))),
  );

const signedOn = fc
  .record({ year: fc.integer({ min: 2014, max: 2021 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15` as LocalDate);

/** Projects with one to three statements each, oldest first. */
export const histories: fc.Arbitrary<SpecEvent[][]> = fc
  .array(fc.array(fc.record({ signedOn, participants }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((projects) =>
    projects.map((statements, project) => statements.map((stated, place) => ({ ...stated, project: String(project), version: place + 1 }))),
  );

const values: Readonly<Record<string, readonly string[]>> = {
  year: ['2017', '2014..2016', '2016..2021'],
  region: ['NO-03', 'CN-331082', 'CN-33', 'unknown'],
  a: ['CN-331082', 'NO-03', 'NO-50'],
  b: ['NO-03', 'NO-50'],
  from: ['NO-03', 'CN-331002'],
  to: ['NO-30', 'CN-331082'],
  level: ['county', 'prefecture', 'province'],
  currency: ['EUR', 'CNY'],
  state: ['active', 'exited', 'behind-to-10', 'not-behind'],
  field: ['smart-manufacturing', 'ocean', 'unknown'],
  asOf: ['2016-06-30', '2018-01-01', '2020-12-31'],
  within: ['NO-03', 'CN-33,NO-30', 'CN', 'CN-3310,CN-31'],
};

export function questionsOf(metric: Metric): fc.Arbitrary<Question> {
  const filters = filtersOf(metric).map(
    (filter) => [filter, fc.option(fc.constantFrom(...(values[filter] ?? [])), { freq: 2, nil: undefined })] as const,
  );
  return fc.record({
    metric: fc.constant(metric),
    by: fc.shuffledSubarray([...metric.dimensions]),
    filters: fc.record(Object.fromEntries(filters)),
  });
}

/** One question to each metric over collaborations: any breakdown in any order, any filters. */
export const questions: fc.Arbitrary<Question[]> = fc.tuple(...collaborationMetrics.map(questionsOf));
