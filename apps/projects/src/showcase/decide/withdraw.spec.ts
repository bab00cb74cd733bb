import { refusal, stateAfter } from '@xietong/testing';
import { declined, nominated, published, selected, showcase, withdrawn } from '../example.fixture.ts';
import { Showcase } from '../showcase.ts';

test('a director withdraws a showcase, also one that is published, with the reason', () => {
  for (const history of [[], [selected], [selected, published]]) {
    showcase(nominated, ...history)
      .when('withdraw', withdrawn.data)
      .then([withdrawn]);
  }
  expect(stateAfter(Showcase, [nominated, selected, published, withdrawn])).toMatchObject({
    status: 'withdrawn',
    year: 2026,
    ...withdrawn.data,
  });
});

test('what was declined or withdrawn has ended', () => {
  for (const history of [[declined], [withdrawn]]) {
    showcase(nominated, ...history)
      .when('withdraw', withdrawn.data)
      .then(refusal('showcase-ended'));
  }
});
