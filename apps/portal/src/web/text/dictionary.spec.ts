import { en } from './en.ts';
import { reviewing } from './reviewing.ts';
import { zh } from './zh.ts';

// The compiler compares the keys; what it cannot see is a text left empty, left untranslated, or a list of words with a gap.
const textsOf = (branch: object, path = ''): [string, string][] =>
  Object.entries(branch).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}/${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, String(value(...Array.from({ length: value.length }, (_, index) => `{${index}}`)))]];
    return textsOf(value as object, here);
  });

const inChinese = new Map(textsOf({ ...zh, reviewing: reviewing.zh }));
const inEnglish = new Map(textsOf({ ...en, reviewing: reviewing.en }));

// The switch itself is written in the language that it leads to.
const isSwitch = (path: string) => path.startsWith('app/switchLanguage');
const hanzi = /\p{Script=Han}/u;

describe('the two dictionaries', () => {
  test('hold the same texts, word lists included', () => {
    expect([...inEnglish.keys()].sort()).toEqual([...inChinese.keys()].sort());
  });

  test('leave no text empty', () => {
    expect([...inChinese, ...inEnglish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('are Chinese in the one and not in the other', () => {
    const foreign = [...inEnglish].filter(([path, text]) => hanzi.test(text) !== isSwitch(path));
    const withoutWords = (text: string) => text.replace(/\{\d\}|[\s–→]/g, '') === '';
    const untranslated = [...inChinese].filter(([path, text]) => !hanzi.test(text) && !isSwitch(path) && !withoutWords(text));
    expect([foreign, untranslated]).toEqual([[], []]);
  });

  test('use every value that a text is given', () => {
    const parametersOf = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
    for (const [path, text] of inChinese) expect([path, parametersOf(inEnglish.get(path) ?? '')]).toEqual([path, parametersOf(text)]);
  });
});
