import { catalogue, findMetric } from './catalogue.ts';
import { filtersOf } from './metric.ts';

test('the catalogue holds exactly the metrics that were agreed', () => {
  expect(catalogue.map(({ id, unit, dimensions }) => `${id} (${unit}) by ${dimensions.join(', ')}`)).toEqual([
    'projects (project) by year, region, level',
    'participations (participation) by year, region, level',
    'organisations (organisation) by year, region, level',
    'cross-region-projects (project) by year, region, level',
    'granted-amount (money) by year, region, level',
    'pair-projects (project) by year, a, b, level',
    'pair-amount (money) by year, a, b, level',
    'lead-to-partner-amount (money) by year, from, to, level',
    'breadth (region) by year, region, level',
  ]);
});

test('every metric is named and defined in both languages', () => {
  for (const { name, definition, formula } of catalogue) {
    expect([name.zh, definition.zh].join()).toMatch(/[\u4e00-\u9fff]/);
    expect([name.en, definition.en, formula].every((text) => /^[A-Za-z]/.test(text))).toBe(true);
  }
});

test('a definition is for its readers: it has no words of the interface', () => {
  for (const { definition } of catalogue) expect([definition.zh, definition.en].join()).not.toMatch(/`|[（(][a-z]+[)）]/);
});

test('every metric can be narrowed to one region, and only an amount to one currency', () => {
  expect(catalogue.every((metric) => filtersOf(metric).includes('region'))).toBe(true);
  expect(catalogue.filter((metric) => filtersOf(metric).includes('currency')).map(({ id }) => id)).toEqual([
    'granted-amount',
    'pair-amount',
    'lead-to-partner-amount',
  ]);
});

test('a metric that is not in the catalogue is not found', () => {
  expect(findMetric('strength')).toBeUndefined();
});
