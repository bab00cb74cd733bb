import type { CallTerms } from '@xietong/contracts-projects';
import { denied, invalidInput, officer, person, refusal, stateAfter } from '@xietong/testing';
import { agency, byDirector, call, publication, published } from '../example.fixture.ts';
import { Call } from '../call.ts';

const publish = (changes: Partial<CallTerms> = {}) => call().when('publish', { ...publication, ...changes });

test('a call is published under the rules of the day', () => {
  publish().then([published]);
  call().when('publish', publication, byDirector).then([published]);
  expect(stateAfter(Call, [published])).toMatchObject({ status: 'published', agency, rules: '2025', amendments: [] });
});

test('whoever acts for no agency publishes nothing', () => {
  call()
    .when('publish', publication, { actor: person('officer') })
    .then(refusal('no-agency'));
  call()
    .when('publish', publication, { actor: person('applicant', { agency }) })
    .then(denied);
});

test('another agency may use the same number', () => {
  const id = Call.commands.publish.id;
  expect([id?.(publication, officer(agency)), id?.(publication, officer('NO-03/rcn'))]).toEqual([
    'CN-331082.kjj.2026-01',
    'NO-03.rcn.2026-01',
  ]);
});

test('a call closes after it opens, and not before it is published', () => {
  publish({ closesAt: publication.opensAt }).then(refusal('closes-before-it-opens', { field: 'closesAt' }));
  publish({ opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2026-02-01T08:00:00.000Z' }).then(
    refusal('closes-in-the-past', { field: 'closesAt' }),
  );
});

test('those to be approved are publicised for five working days at least', () => {
  publish({ publicityWorkingDays: 4 }).then(
    refusal('publicity-too-short', { field: 'publicityWorkingDays', details: { publicityWorkingDaysMin: 5 } }),
  );
});

test('something can be approved', () => {
  publish({ areas: publication.areas.map((area) => ({ ...area, quota: 0 })) }).then(refusal('no-quota', { field: 'areas' }));
});

test('regions are divisions that exist or existed', () => {
  const eligibility = { ...publication.eligibility, leadRegions: ['NO-03', 'CN-999999'] as const };
  publish({ eligibility: { ...eligibility, leadRegions: [...eligibility.leadRegions] } }).then(
    refusal('region-unknown', { field: 'eligibility.leadRegions.1', details: { region: 'CN-999999' } }),
  );
});

test('areas, documents and axes have codes of their own', () => {
  const [area] = publication.areas;
  const [document] = publication.documents;
  const [axis] = publication.scoring.axes;
  if (!area || !document || !axis) throw new Error('the example has one of each');
  publish({ areas: [area, area] }).then(refusal('code-repeated', { field: 'areas.1.code', details: { code: 'smart-manufacturing' } }));
  publish({ documents: [document, document] }).then(refusal('code-repeated', { field: 'documents.1.code' }));
  publish({ scoring: { ...publication.scoring, axes: [axis, axis] } }).then(refusal('code-repeated', { field: 'scoring.axes.1.code' }));
});

test('the weights of the axes make 100 percent', () => {
  const [first, ...others] = publication.scoring.axes;
  if (!first) throw new Error('the example has axes');
  publish({ scoring: { ...publication.scoring, axes: [{ ...first, weightPercent: 41 }, ...others] } }).then(
    refusal('weights-not-whole', { field: 'scoring.axes', details: { sum: 101 } }),
  );
});

test('a code is a word for addresses', () => {
  const [area] = publication.areas;
  publish({ areas: [{ ...area, code: '智能制造', title: 'x', quota: 1 }] }).then(invalidInput('areas.0.code'));
});
