import { toQuestion } from './question.ts';

test('a question keeps the breakdown in the order asked for, and its filters', () => {
  expect(toQuestion({ metric: 'pair-projects', by: 'b,a,year', year: '2019', region: 'NO-03' })).toMatchObject({
    metric: { id: 'pair-projects' },
    by: ['b', 'a', 'year'],
    filters: { year: '2019', region: 'NO-03' },
  });
});

test('a metric that does not exist is refused', () => {
  expect(toQuestion({ metric: 'strength' })).toMatchObject({ refused: 'metric-unknown', field: 'metric' });
});

test.each([
  ['a dimension of another metric', 'projects', 'a,b'],
  ['a word that is no dimension', 'projects', 'month'],
  ['a dimension named twice', 'projects', 'year,year'],
])('%s is refused, with the dimensions that there are', (_, metric, by) => {
  expect(toQuestion({ metric, by })).toMatchObject({
    refused: 'dimension-unfit',
    field: 'by',
    details: { dimensions: ['year', 'region', 'level'] },
  });
});

test.each([
  ['the end of a flow, of a pair', { metric: 'pair-projects', to: 'NO-03' }, 'to'],
  ['a currency, of a number of projects', { metric: 'projects', currency: 'EUR' as const }, 'currency'],
  ['a day, of what happened in a period', { metric: 'applications', asOf: '2026-06-30' }, 'asOf'],
])('a filter that the metric does not have is refused: %s', (_, asked, field) => {
  expect(toQuestion(asked)).toMatchObject({ refused: 'filter-unfit', field });
});

test('the share of regions is refused where none is named', () => {
  expect(toQuestion({ metric: 'lead-region-share' })).toMatchObject({ refused: 'regions-needed', field: 'within' });
  expect(toQuestion({ metric: 'lead-region-share', within: 'CN-33' })).toMatchObject({ filters: { within: 'CN-33' } });
});
