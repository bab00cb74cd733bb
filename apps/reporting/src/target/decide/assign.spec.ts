import { refusal, stateAfter } from '@xietong/testing';
import { assigned, byOfficer, set, target } from '../example.fixture.ts';
import { Target } from '../target.ts';

test('a director or an officer says which office answers for it', () => {
  target(set).when('assign', assigned.data).then([assigned]);
  target(set).when('assign', assigned.data, byOfficer).then([assigned]);
  expect(stateAfter(Target, [set, assigned]).responsible).toBe('规划科');
});

test('to the office that answers for it already it is not assigned again', () => {
  target(set, assigned)
    .when('assign', assigned.data)
    .then(refusal('already-assigned', { field: 'responsible' }));
});
