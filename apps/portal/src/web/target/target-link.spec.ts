import { documentOfTarget, figureOfTarget } from './target-link.ts';

const measured = { metric: 'lead-region-share', question: 'year=2026..2028&within=CN-331082%2CCN-331002' };

test('a target leads to its figure over its years and regions', () => {
  expect(figureOfTarget(measured)).toBe('/figures/lead-region-share?year=2026..2028&within=CN-331082,CN-331002');
});

test('the events behind the value of now are open there, exactly those that were counted', () => {
  const address = figureOfTarget({
    ...measured,
    events: '/v1/figures/lead-region-share/events?state=active&at=CN-331082.kjj.projects%3A7',
  });
  expect(new URL(address, 'http://portal').searchParams.get('events')).toBe('state=active&at=CN-331082.kjj.projects%3A7');
});

test('a target leads to its document in the workbench', () => {
  expect(documentOfTarget({ target: 'CN-331082.kjj.2026-03' })).toBe('/workbench/reporting/targets/CN-331082.kjj.2026-03');
});
