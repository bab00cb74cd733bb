import { denied, refusal } from '@xietong/testing';
import { byOfficer, declined, nominated, published, selected, showcase, withdrawn } from '../example.fixture.ts';

test('a director selects what was nominated, an officer does not', () => {
  showcase(nominated).when('select', {}).then([selected]);
  showcase(nominated).when('select', {}, byOfficer).then(denied);
});

test('what was decided on already is not selected', () => {
  for (const history of [[selected], [declined], [selected, published], [withdrawn]]) {
    showcase(nominated, ...history)
      .when('select', {})
      .then(refusal('not-nominated'));
  }
});
