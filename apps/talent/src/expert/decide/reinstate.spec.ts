import { denied, refusal, stateAfter } from '@xietong/testing';
import { byDirector, byOfficer, expert, lapsed, registered, reinstated, suspended, validUntil, verified } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const { reason } = reinstated.data;
const onRoster = [registered, verified];
const reinstate = (history: Parameters<typeof expert>, around: object = {}) =>
  expert(...history).when('reinstate', { reason }, { ...byDirector, ...around });

test('a director lets him judge again: he is where he was', () => {
  reinstate([...onRoster, suspended]).then([reinstated]);
  expect(stateAfter(Expert, [...onRoster, suspended, reinstated])).toEqual(stateAfter(Expert, onRoster));
  reinstate([...onRoster, lapsed, suspended], { now: validUntil }).then([reinstated]);
  expect(stateAfter(Expert, [...onRoster, lapsed, suspended, reinstated])).toEqual(stateAfter(Expert, [...onRoster, lapsed]));
});

test('a term that ended meanwhile has ended, to the millisecond', () => {
  reinstate([...onRoster, suspended], { now: '2028-03-31T15:59:59.999Z' }).then([reinstated]);
  reinstate([...onRoster, suspended], { now: validUntil }).then([reinstated, lapsed]);
  expect(stateAfter(Expert, [...onRoster, suspended, reinstated, lapsed])).toMatchObject({ status: 'lapsed' });
});

test('who is not suspended is not reinstated, and no officer reinstates', () => {
  reinstate(onRoster).then(refusal('not-suspended', { details: { status: 'verified' } }));
  reinstate([...onRoster, suspended], byOfficer).then(denied);
});
