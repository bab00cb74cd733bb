import { spoil } from './spoiled-inputs.ts';

const input = { title: 'A', parts: [{ no: 1 }] };
const spoiled = spoil(input);

test('no spoiled input is the right one', () => {
  expect(spoiled.map(({ text }) => text)).not.toContain(JSON.stringify(input));
});

test('every value at every depth is replaced, and every object gets a strange field', () => {
  const texts = spoiled.map(({ text }) => text);
  for (const text of [
    '{"title":{"$ne":null},"parts":[{"no":1}]}',
    '{"title":"A","parts":{"$gt":""}}',
    '{"title":"A","parts":[null]}',
    '{"title":"A","parts":[{"no":[1]}]}',
    '{"title":"A","parts":[{"no":1,"__proto__":{"admin":true}}]}',
    '{"title":"A","parts":[{"no":1}],"approvedAmount":1}',
    '[{"title":"A","parts":[{"no":1}]}]',
  ]) {
    expect(texts).toContain(text);
  }
});

test('it is known which of them would instruct the database or the language', () => {
  const instructions = spoiled.filter(({ isInstruction }) => isInstruction).map(({ how }) => how);
  expect(instructions).toContain('title is {"$ne":null}');
  expect(instructions).toContain('input.parts.0 has __proto__');
  expect(instructions).not.toContain('input has approvedAmount');
});

test('each says which field is wrong', () => {
  const fieldOf = (wanted: string) => spoiled.find(({ how }) => how === wanted)?.field;
  expect(fieldOf('parts.0.no is null')).toBe('parts.0.no');
  expect(fieldOf('input.parts.0 has role')).toBe('parts.0.role');
  expect(fieldOf('the input is null')).toBe('');
});
