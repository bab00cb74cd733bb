import { findJsonFault, readable } from './json-check.ts';

test('what is JSON has no fault', () => {
  expect(['{}', '[1]', '"a"', ' {"a": 1}\n'].map(findJsonFault)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a fault is told by line and column', () => {
  expect(findJsonFault('{\n  "a": 1,\n  "b" 2\n}')).toEqual({ line: 3, column: 7 });
});

test('a text without an end is no JSON either', () => {
  expect(findJsonFault('{"a": ')).toBeDefined();
});

test('JSON is shown with a field a line, and anything else as it came', () => {
  expect([readable('{"a":1}'), readable('{')]).toEqual(['{\n  "a": 1\n}', '{']);
});
