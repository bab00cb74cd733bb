import { projectsByHand, rowsByHand } from './figures-by-hand.ts';
import type { Grant } from './grants-file.ts';

const grant = (project: string, no: number, county: string | undefined, cents: bigint, more: Partial<Grant> = {}): Grant => ({
  project,
  no,
  year: 2019,
  organisation: `organisation ${no}`,
  leads: false,
  cents,
  ...(county !== undefined && { county }),
  ...more,
});

// A crosses three counties and is led from Oslo; B stays in Oslo; C has one participation that nobody knows the place of.
const grants = [
  grant('A', 1, 'NO-03', 100n, { leads: true }),
  grant('A', 2, 'NO-30', 20n),
  grant('A', 3, 'NO-30', 3n),
  grant('A', 4, 'NO-50', 7n),
  grant('B', 1, 'NO-03', 1000n, { year: 2020, leads: true }),
  grant('C', 1, 'NO-03', 5n, { year: 2020 }),
  grant('C', 2, undefined, 50n, { year: 2020 }),
];
const total = (metric: string) => rowsByHand(grants, { metric, by: [] })[0]?.value;

test('the totals are those that one counts on paper', () => {
  expect(['projects', 'participations', 'organisations', 'cross-region-projects', 'granted-amount'].map(total)).toEqual([3, 7, 4, 1, 1185]);
  expect(['pair-projects', 'pair-amount', 'lead-to-partner-amount', 'breadth'].map(total)).toEqual([1, 130, 30, 3]);
});

test('a pair has the amounts of its two regions, in the projects that hold both', () => {
  expect(rowsByHand(grants, { metric: 'pair-amount', by: ['a', 'b'] })).toEqual([
    { a: 'NO-03', b: 'NO-30', value: 123 },
    { a: 'NO-03', b: 'NO-50', value: 107 },
    { a: 'NO-30', b: 'NO-50', value: 30 },
  ]);
});

test('what has no region is a region of its own, and no partner of any', () => {
  expect(rowsByHand(grants, { metric: 'granted-amount', by: ['region'], year: '2020' })).toEqual([
    { region: 'NO-03', value: 1005 },
    { region: 'unknown', value: 50 },
  ]);
  expect(rowsByHand(grants, { metric: 'breadth', by: [], region: 'unknown' })).toEqual([{ value: 0 }]);
});

test('a cell knows the projects that it counts', () => {
  const question = { metric: 'projects', by: ['region', 'year'] };
  expect(projectsByHand(grants, question, { region: 'NO-03', year: 2020 })).toEqual(['B', 'C']);
});
