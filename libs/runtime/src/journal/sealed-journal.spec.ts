import { join } from 'node:path';
import { service } from '@xietong/kernel';
import { clock, contractStaysReadable, denied, given, officer, refusal } from '@xietong/testing';
import { tallies } from '../commit/testing/tally.ts';
import { asyncApiOf } from '../http/asyncapi.ts';
import { routesOf } from '../http/routes.ts';
import { journalEvents, journalOpened, journalSealed, SealedJournal, withSealedJournal } from './sealed-journal.ts';

contractStaysReadable('tallies', journalEvents, join(import.meta.dirname, '../../golden'), '@xietong/runtime');

const agency = 'NO-03/rcn';
const opened = journalOpened({ agency });
const head = (subject: string) => ({ subject, version: 1, head: 'a'.repeat(64) });
const page = (changes: Partial<ReturnType<typeof journalSealed>['data']> = {}) => ({
  date: '2026-11-27' as const,
  begunAt: '2026-11-28T00:00:01.000Z' as const,
  page: 1,
  isLast: true,
  heads: [head('tally/a')],
  ...changes,
});

describe('the journal of an agency', () => {
  it('is opened and sealed by the clock', () => {
    given(SealedJournal, [])
      .when('open', {}, { actor: { ...clock(), agency } })
      .then([opened]);
    given(SealedJournal, [opened])
      .when('seal', page(), { actor: clock() })
      .then([journalSealed(page())]);
  });

  it('is sealed by no person', () => {
    given(SealedJournal, [opened])
      .when('seal', page(), { actor: officer(agency) })
      .then(denied);
  });

  it.each([
    ['a second page before the first', [opened], { page: 2 }],
    ['a page that stands for nothing', [opened], { isLast: false, heads: [] }],
    ['a page twice', [opened, journalSealed(page({ isLast: false }))], { page: 1 }],
    ['a page of another day', [opened, journalSealed(page({ isLast: false }))], { page: 2, date: '2026-11-28' }],
    ['a day that is sealed', [opened, journalSealed(page())], {}],
    ['a day before one that is sealed', [opened, journalSealed(page())], { date: '2026-11-26' }],
  ] as const)('is not sealed with %s', (_, events, changes) => {
    given(SealedJournal, events)
      .when('seal', page(changes as object), { actor: clock() })
      .then(refusal('seal-out-of-turn'));
  });
});

describe('a service', () => {
  it('that keeps aggregates seals their journals, and tells so in its documents', () => {
    const whole = withSealedJournal(tallies);
    expect(whole.aggregates.map(({ name }) => name)).toEqual(['tally', 'journal']);
    expect(JSON.stringify(asyncApiOf(whole))).toContain('xietong.tallies.journal.sealed.v1');
    expect(routesOf(whole).flatMap(({ method, path }) => (path.includes('journals') ? [`${method} ${path}`] : []))).toEqual([
      'GET /v1/journals',
      'GET /v1/journals/{id}',
      'GET /v1/journals/{id}/history',
    ]);
  });

  it('without aggregates has nothing to seal', () => {
    const reading = service('reading', { problems: {} });
    expect(withSealedJournal(reading)).toBe(reading);
  });
});
