import { parseRequest } from './request.ts';

test('a backup says where to, and may name one MongoDB and one database', () => {
  expect(parseRequest(['backup', '--to', 'b'])).toEqual({ command: 'backup', folder: 'b' });
  expect(parseRequest(['backup', '--to', 'b', '--mongo', 'mongodb://m', '--database', 'xietong-projects'])).toEqual({
    command: 'backup',
    folder: 'b',
    url: 'mongodb://m',
    database: 'xietong-projects',
  });
});

test('a restore says where from', () => {
  expect(parseRequest(['restore', '--from', 'b'])).toEqual({ command: 'restore', folder: 'b' });
});

test.each([
  [[], 'say what to do: backup or restore'],
  [['copy'], 'say what to do: backup or restore'],
  [['backup'], 'say which folder: npm run backup -- --to <folder>'],
  [['restore'], 'say which folder: npm run restore -- --from <folder>'],
  [['backup', '--to', ''], 'say which folder'],
  [['backup', '--from', 'b'], 'backup takes --to, not --from'],
  [['restore', '--to', 'b'], 'restore takes --from, not --to'],
  [['restore', '--from', 'b', '--database', 'd'], 'without --database'],
  [['backup', '--to', 'b', '--over'], "Unknown option '--over'"],
  [['backup', '--to', 'b', 'more'], 'Unexpected argument'],
])('%j is refused with a sentence that says what to do', (words, sentence) => {
  expect(() => parseRequest(words)).toThrow(sentence);
});
