import { talent } from './talent.ts';
import { problems } from './problems.ts';

test('the service is declared without a fault', () => {
  expect(talent.aggregates).not.toEqual([]);
});

test.each(Object.entries(problems))('%s tells in Chinese and in English what is wrong and what to do', (_, { title, remedy }) => {
  for (const text of [title, remedy]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[\x20-\x7e]+$/);
  }
});
