import { showcasePublished } from '@xietong/contracts-projects';
import { refusal } from '@xietong/testing';
import { byDirector, nominated, published, selected, showcase, withdrawn } from '../example.fixture.ts';

const publish = (year: number, around: object = {}) => showcase(nominated, selected).when('publish', { year }, around);

test('a director publishes what was selected, in the report of this year or of the year before', () => {
  publish(2026).then([published]);
  publish(2027).then([showcasePublished({ year: 2027 })]);
});

test('the report of another year is not being written', () => {
  const wrong = refusal('report-year-wrong', { field: 'year', details: { years: [2026, 2027] } });
  publish(2025).then(wrong);
  publish(2028).then(wrong);
});

test('the year is the one that it is at the registrar', () => {
  publish(2028, { ...byDirector, now: '2027-12-31T23:30:00.000Z' }).then([showcasePublished({ year: 2028 })]);
});

test('only what is selected is published', () => {
  for (const history of [[], [selected, published], [selected, withdrawn]]) {
    showcase(nominated, ...history)
      .when('publish', { year: 2026 })
      .then(refusal('not-selected'));
  }
});
