import { catalogue, findMetric } from './catalogue.ts';
import { type Filter, filtersOf } from './metric.ts';

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
    'applications (application) by year, field, region, level',
    'approved-applications (application) by year, field, region, level',
    'refused-applications (application) by year, field, region, level',
    'ineligible-applications (application) by year, field, region, level',
    'approval-rate (basis-point) by year, field, region, level',
    'days-to-decision (working-day) by year, field, region, level',
    'decisions-in-time (basis-point) by year, field, region, level',
    'project-states (project) by year, state, field, region, level',
    'warned-projects (project) by year, field, region, level',
    'assisted-projects (project) by year, field, region, level',
    'exited-projects (project) by year, field, region, level',
    'accepted-projects (project) by year, field, region, level',
    'project-lag (project) by year, state, field, region, level',
    'warnings-in-time (basis-point) by year, field, region, level',
    'lead-region-share (basis-point) by year, field, region, level',
    'follow-up-revenue (money) by year, field, region, level',
    'follow-up-jobs (job) by year, field, region, level',
    'follow-up-co2 (kilogram) by year, field, region, level',
    'alliances (alliance) by year, region, level',
    'alliance-members (member) by year, region, level',
    'cross-region-alliances (alliance) by year, region, level',
    'pair-alliances (alliance) by year, a, b, level',
    'shared-tax (money) by year, region, level',
    'shared-output (money) by year, region, level',
    'pair-shared-tax (money) by year, a, b, level',
    'pair-shared-output (money) by year, a, b, level',
    'alliance-statements (statement) by year, state, field, region, level',
    'stated-amount (money) by year, state, field, region, level',
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
    'follow-up-revenue',
    'shared-tax',
    'shared-output',
    'pair-shared-tax',
    'pair-shared-output',
    'stated-amount',
  ]);
});

test('how things stand can be asked as of a day, and a share of regions needs to be told which', () => {
  const withFilter = (name: Filter) => catalogue.filter((metric) => filtersOf(metric).includes(name)).map(({ id }) => id);
  expect(withFilter('asOf')).toEqual([
    'project-states',
    'project-lag',
    'alliances',
    'alliance-members',
    'cross-region-alliances',
    'pair-alliances',
  ]);
  expect(withFilter('within')).toEqual(['lead-region-share']);
});

test('a metric that is not in the catalogue is not found', () => {
  expect(findMetric('strength')).toBeUndefined();
});
