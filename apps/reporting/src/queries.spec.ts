import { figures } from './queries.ts';
import { reporting } from './reporting.ts';

test('reporting answers three questions, and every refusal of theirs is explained in both languages', () => {
  expect(reporting.queries.map(({ path }) => path)).toEqual(['/v1/metrics', '/v1/figures/{metric}', '/v1/figures/{metric}/events']);
});

test.each([
  { year: '2019' },
  { year: '2014..2021' },
  { region: 'unknown', level: 'prefecture' },
  { by: 'state,field', state: 'behind-to-10', field: '新材料', asOf: '2026-06-30' },
  { within: 'CN-33,NO-03' },
  { by: 'a,b', a: 'NO-03', currency: 'EUR', at: 'NO-03.rcn.projects:120.98' },
])('the parameters %j are understood', (parameters) => {
  expect(figures.input.safeParse({ metric: 'projects', ...parameters }).success).toBe(true);
});

test.each([
  { year: '2021..2014' },
  { year: '20' },
  { region: "NO-03' OR true" },
  { level: 'planet' },
  { currency: 'ABC' },
  { at: 'yesterday' },
  { by: 'a;b' },
  { asOf: '2026-06-31' },
  { within: 'CN-33;NO-03' },
  { within: '' },
  { state: "active' OR true" },
  { agency: 'NO-03/rcn' },
  { year: { $ne: null } },
])('the parameters %j are not', (parameters) => {
  expect(figures.input.safeParse({ metric: 'projects', ...parameters }).success).toBe(false);
});
