import { answersFrom } from './answers.ts';
import { problems } from './problems.ts';
import { projects } from './projects.ts';

test('the service is declared without a fault', () => {
  expect(projects.aggregates).not.toEqual([]);
});

test('every query is answered, and nothing else', () => {
  const look = { find: async () => undefined, list: async () => [] };
  const answers = answersFrom(look, () => '2026-01-01T00:00:00.000Z');
  expect(Object.keys(answers).toSorted()).toEqual(projects.queries.map(({ name }) => name).toSorted());
});

test.each(Object.entries(problems))('%s tells in Chinese and in English what is wrong and what to do', (_, { title, remedy }) => {
  for (const text of [title, remedy]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[\x20-\x7e]+$/);
  }
});
