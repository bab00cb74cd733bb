import { callAmended, type CallTerms } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { amended, byOfficer, call, closed, published, terms, whileOpen } from '../example.fixture.ts';
import { Call } from '../call.ts';

const reason = '清明假期 The holidays';
const amend = (changes: Partial<CallTerms>, when: typeof byOfficer | typeof whileOpen = byOfficer) =>
  call(published).when('amend', { ...terms, ...changes, reason }, when);

test('before it opens all the terms of a call may change, and the reasons stay', () => {
  const changes = { title: '2026 年度申报指南', publicityWorkingDays: 7, areas: terms.areas.slice(1) };
  amend(changes).then([callAmended({ ...terms, ...changes, reason })]);
  expect(stateAfter(Call, [published, amended])).toMatchObject({
    number: '2026-01',
    closesAt: amended.data.closesAt,
    amendments: [{ reason }],
  });
});

test('a term that is left out is no term any more', () => {
  const { programme: _, ...others } = terms;
  call(published)
    .when('amend', { ...others, reason })
    .then([callAmended({ ...others, reason })]);
  expect(stateAfter(Call, [published, callAmended({ ...others, reason })])).not.toHaveProperty('programme');
});

test('once it is open it may close later and have more money', () => {
  const better = { closesAt: '2026-04-15T09:00:00.000Z', budget: { amount: 4_000_000_00, currency: 'CNY' } } as const;
  amend(better, whileOpen).then([callAmended({ ...terms, ...better, reason })]);
});

test.each([
  ['title', { title: 'Another' }],
  ['areas', { areas: terms.areas.slice(1) }],
  ['closesAt', { closesAt: '2026-03-31T09:00:00.000Z' }],
  ['budget', { budget: { amount: 2_999_999_99, currency: 'CNY' } }],
  ['budget', { budget: { amount: 9_000_000_00, currency: 'EUR' } }],
] as const)('once it is open its %s does not change for the worse', (field, changes) => {
  amend(changes as Partial<CallTerms>, whileOpen).then(refusal('call-open', { field }));
});

test('an amendment changes something', () => {
  amend({}).then(refusal('nothing-amended'));
});

test('a call cannot be made to close in the past', () => {
  amend({ closesAt: '2026-03-10T08:00:00.000Z' }, whileOpen).then(refusal('closes-in-the-past', { field: 'closesAt' }));
});

test('a closed call does not change', () => {
  call(published, closed)
    .when('amend', { ...terms, title: 'Another', reason })
    .then(refusal('call-closed'));
});

test('amended terms are held to what published ones are held to', () => {
  const [area, ...areas] = terms.areas;
  const [axis, ...axes] = terms.scoring.axes;
  if (!area || !axis) throw new Error('the example has one of each');
  amend({ opensAt: terms.closesAt }).then(refusal('closes-before-it-opens', { field: 'closesAt' }));
  amend({ publicityWorkingDays: 1 }).then(refusal('publicity-too-short', { field: 'publicityWorkingDays' }));
  amend({ areas: [{ ...area, quota: 0 }] }).then(refusal('no-quota', { field: 'areas' }));
  amend({ areas: [area, ...areas, area] }).then(refusal('code-repeated', { field: 'areas.2.code' }));
  amend({ eligibility: { ...terms.eligibility, leadRegions: ['CN-000000'] } }).then(
    refusal('region-unknown', { field: 'eligibility.leadRegions.0' }),
  );
  amend({ scoring: { ...terms.scoring, axes: [...axes, { ...axis, weightPercent: 39 }] } }).then(
    refusal('weights-not-whole', { field: 'scoring.axes' }),
  );
});
