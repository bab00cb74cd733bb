import { keptDrafts } from './kept-draft.ts';

/** The storage of a browser; a full one takes nothing more. */
const storage = (isFull = false): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
};

const draft = { version: 3, content: { title: '项目' } };

test('what was typed and not saved is found again, by whoever typed it and the application that it is of, until it is dropped', () => {
  const browser = storage();
  const drafts = keptDrafts(browser, 'wang');
  expect(drafts.keep('a', draft)).toBe(true);
  expect([drafts.find('a'), drafts.find('b'), keptDrafts(browser, 'li').find('a')]).toEqual([draft, undefined, undefined]);
  drafts.drop('a');
  expect(drafts.find('a')).toBeUndefined();
});

test('a browser that keeps nothing more says so', () => {
  expect(keptDrafts(storage(true), 'wang').keep('a', draft)).toBe(false);
});

test.each(['no json', '{"content":{}}', 'null', '7'])('what is no draft is passed over: %s', (text) => {
  const browser = storage();
  browser.setItem('xietong.application.wang.a', text);
  expect(keptDrafts(browser, 'wang').find('a')).toBeUndefined();
});
