import { text } from './text.ts';

const title = text(20);

test.each([' 数字孪生 ', '🚀', '—', 'x'])('a text that can be read is a text: %j', (given) => {
  expect(title.parse(given)).toBe(given.trim());
});

test.each(['', '   ', '\u200b', '\u200b \u00ad', 'longer than twenty signs'])(
  'a text that says nothing, or too much, is none: %j',
  (given) => {
    expect(title.safeParse(given).success).toBe(false);
  },
);
