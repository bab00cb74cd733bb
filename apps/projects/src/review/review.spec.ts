import { applicant, clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { lead } from '../application/example.fixture.ts';
import { accepted, agency, asExpert, invited, scored } from './example.fixture.ts';
import { Review } from './review.ts';

describeWhoMay(Review, {
  state: stateAfter(Review, [invited]),
  people: {
    'its officer': officer(agency),
    'its director': director(agency),
    'officer of another agency': officer('NO-03/inn'),
    'its expert': asExpert,
    'another expert': person('expert', { agency }),
    'its expert as applicant': { ...applicant(lead), id: asExpert.id },
    'its applicant': applicant(lead),
    clock: clock(),
  },
  meant: {
    officer: ['its officer', 'officer of another agency'],
    'officer of agency': ['its officer'],
    'the expert who is invited': ['its expert'],
    'the clock': ['clock'],
  },
});

test('a review is read by its expert and its agency, by no other reviewer and by nobody who applies', () => {
  expect(Review.audience(stateAfter(Review, [invited, accepted, scored]))).toEqual(['agency:CN-331082/kjj', `person:${asExpert.id}`]);
  expect(Review.excerpt?.audience(stateAfter(Review, [invited]))).toEqual([]);
  expect(Review.agency?.(stateAfter(Review, [invited]))).toBe(agency);
});

test('a review is found by what it is about, by whom, how it stands and what it came to', () => {
  const state = stateAfter(Review, [invited, accepted, scored]);
  expect(Object.fromEntries(Object.entries(Review.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    status: 'scored',
    call: 'CN-331082.kjj.2026-01',
    agency,
    expert: asExpert.id,
    area: 'smart-manufacturing',
    total: 79_00,
  });
  expect(Object.values(Review.tags).map((of) => of(state))).toEqual([
    ['application-17'],
    [],
    ['CN-331082.kjj.2026-01.smart-manufacturing'],
  ]);
  expect(Review.tags['awaitedFrom']?.(stateAfter(Review, [invited]))).toEqual([asExpert.id]);
  expect(Review.keys['dueBy']?.(stateAfter(Review, [invited]))).toBe('2026-04-10T16:00:00.000Z');
});

refusalsHaveExamples(Review, import.meta.dirname);

test('an event on a review where it cannot have happened is a fault', () => {
  expect(() => Review.evolve(undefined, accepted)).toThrow("'review.accepted' of a review to which nobody was invited");
  expect(() => Review.evolve(stateAfter(Review, [invited]), scored)).toThrow('the review is invited, not accepted');
});
