import { denied, refusal } from '@xietong/testing';
import { applied, appointed, byDirector, byOfficer, exemption, investigated, onTheTable } from '../example.fixture.ts';

test('an officer writes down what was found, once there is a committee', () => {
  exemption(applied, appointed).when('investigate', investigated.data, byOfficer).then([investigated]);
  exemption(applied, appointed).when('investigate', investigated.data, byDirector).then(denied);
});

test('findings are not written before there is a committee, nor written anew', () => {
  for (const [history, status] of [
    [[applied], 'applied'],
    [onTheTable, 'investigated'],
  ] as const) {
    exemption(...history)
      .when('investigate', investigated.data, byOfficer)
      .then(refusal('not-under-investigation', { details: { status } }));
  }
});
