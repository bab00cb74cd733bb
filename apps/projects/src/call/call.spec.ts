import { applicant, clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { agency, closed, published } from './example.fixture.ts';
import { Call } from './call.ts';

describeWhoMay(Call, {
  state: stateAfter(Call, [published]),
  people: {
    'its officer': officer(agency),
    'its director': director(agency),
    'officer of another agency': officer('NO-03/inn'),
    'director of another agency': director('NO-03/inn'),
    applicant: applicant('NO-ORGNR:919303808'),
    analyst: person('analyst', { agency }),
    expert: person('expert', { agency }),
    clock: clock(),
  },
  meant: {
    'officer or director': ['its officer', 'its director', 'officer of another agency', 'director of another agency'],
    'officer of agency': ['its officer'],
    'director of agency, or the clock': ['its director', 'clock'],
  },
});

test('everyone may read a call, and finds it by its agency, its time and its areas', () => {
  const state = stateAfter(Call, [published]);
  expect(Call.audience(state)).toEqual(['public']);
  expect(Object.fromEntries(Object.entries(Call.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    status: 'published',
    agency,
    number: '2026-01',
    title: published.data.title,
    programme: '揭榜示范 Demonstration',
    opensAt: '2026-03-01T01:00:00.000Z',
    closesAt: '2026-04-01T09:00:00.000Z',
  });
  expect(Call.tags['area']?.(state)).toEqual(['smart-manufacturing', 'biomedicine']);
});

refusalsHaveExamples(Call, import.meta.dirname);

test('an event on a call where it cannot have happened is a fault', () => {
  expect(() => Call.evolve(undefined, closed)).toThrow("'call.closed' of a call that is not there");
  expect(() => Call.evolve(stateAfter(Call, [published, closed]), closed)).toThrow("'call.closed' of a call that is closed");
});
