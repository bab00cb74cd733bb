import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AnyEventDefinition, Measurement } from '@xietong/kernel';
import { contracts } from '../contracts.ts';
import { catalogue } from './catalogue.ts';
import type { CollaborationMetric, MeasurementMetric, ToldSides } from './metric.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/application.drafted.v1.json'));
const events: readonly AnyEventDefinition[] = contracts.flatMap((contract) => [...contract.events]);

const envelope = { aggregateId: 'NO-03.rcn.1', version: 3, agency: 'NO-03/rcn', time: '2026-03-31T22:30:00.000Z' } as const;

/** What the golden sample of an event tells, `late` or not. */
function toldBy({ type, version, tells }: AnyEventDefinition): (readonly Measurement[])[] {
  const { data } = JSON.parse(readFileSync(join(golden, `${type}.v${version}.json`), 'utf8')) as { data: object };
  return [data, { ...data, late: false }].map((sample) => tells?.(sample as never, envelope) ?? []);
}
const told = events.flatMap((event) => toldBy(event).map((tells) => ({ type: event.type, tells })));
const overMeasurements = catalogue.filter((metric): metric is MeasurementMetric => metric.relation === 'measurement');
const overToldSides = catalogue.filter(
  (metric): metric is CollaborationMetric & { readonly sides: ToldSides } => 'sides' in metric && metric.sides !== undefined,
);
const measuresOf = (sides: ToldSides): string[] =>
  sides.kind === 'flow' ? [sides.measure] : [sides.measure, sides.endedBy, sides.begunBy, sides.whose.measure];

test('the sources of a figure over measurements are the events that tell what it counts', () => {
  for (const { id, of, sources } of overMeasurements) {
    const telling = told.filter(({ tells }) =>
      tells.some(
        ({ measure, state }) => measure === of.stateBy || (measure === of.measure && (of.state === undefined || of.state === state)),
      ),
    );
    expect([id, [...sources].sort()]).toEqual([id, [...new Set(telling.map(({ type }) => type))].sort()]);
  }
});

test('the sources of a figure over told sides are the events that tell a side, begin or end one', () => {
  for (const { id, sides, sources } of overToldSides) {
    const telling = told.filter(({ tells }) => tells.some(({ measure }) => measuresOf(sides).includes(measure)));
    expect([id, [...sources].sort()]).toEqual([id, [...new Set(telling.map(({ type }) => type))].sort()]);
  }
});

test('whatever an event tells, a figure counts it or is placed by it', () => {
  const asked = new Set([
    ...overMeasurements.flatMap(({ of }) => [of.measure, of.placedBy, of.fieldBy]),
    ...overToldSides.flatMap(({ sides }) => measuresOf(sides)),
  ]);
  expect(told.flatMap(({ tells }) => tells.map(({ measure }) => measure)).filter((measure) => !asked.has(measure))).toEqual([]);
});

test('no event tells the same measure and part twice', () => {
  for (const { type, tells } of told) {
    const keys = tells.map(({ measure, part }) => `${measure} ${part}`);
    expect([type, keys]).toEqual([type, [...new Set(keys)]]);
  }
});

test('every source of a figure is an event of a contract', () => {
  const types = new Set(events.map(({ type }) => type));
  expect(catalogue.flatMap(({ sources }) => sources).filter((type) => !types.has(type))).toEqual([]);
});
