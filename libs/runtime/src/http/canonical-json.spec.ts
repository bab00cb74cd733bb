import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

const json = fc.jsonValue({ maxDepth: 5 }).filter((value) => !/"(\$|__proto__|constructor|prototype)|\\u0000/.test(JSON.stringify(value)));

test('the canonical text says the same as the value', () => {
  fc.assert(fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))));
});

test('the order of fields makes no difference', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), json), { selector: ([name]) => name }), (fields) => {
      expect(canonicalJson(Object.fromEntries(fields))).toBe(canonicalJson(Object.fromEntries([...fields].reverse())));
    }),
  );
});

test('the order of a list makes one', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('a field that is an operator is refused at any depth', () => {
  expect(() => canonicalJson([{ a: [{ $gt: 1 }] }])).toThrow('request-malformed');
  expect(() => canonicalJson(JSON.parse('{"a":{"__proto__":1}}'))).toThrow('request-malformed');
});

test('text that cannot be kept as it is is refused at any depth, as a value and as a name', () => {
  for (const text of ['a\ud800b', '\udc00', 'a\0b']) {
    expect(() => canonicalJson([{ title: text }])).toThrow('request-malformed');
    expect(() => canonicalJson({ [text]: 1 })).toThrow('request-malformed');
  }
  expect(canonicalJson(['🚀', '\ufffd'])).toBe('["🚀","\ufffd"]');
});
