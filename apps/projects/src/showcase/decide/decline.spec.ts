import { invalidInput, refusal } from '@xietong/testing';
import { declined, nominated, selected, showcase } from '../example.fixture.ts';

test('a director declines what was nominated, with the reason', () => {
  showcase(nominated).when('decline', declined.data).then([declined]);
  showcase(nominated).when('decline', { reason: '' }).then(invalidInput('reason'));
});

test('what was decided on already is not declined', () => {
  for (const history of [[selected], [declined]]) {
    showcase(nominated, ...history)
      .when('decline', declined.data)
      .then(refusal('not-nominated'));
  }
});
