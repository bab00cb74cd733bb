import fc from 'fast-check';
import { z } from 'zod';
import { parseCursor, toCursor } from './cursor.ts';

const Place = z.strictObject({ value: z.union([z.string(), z.number(), z.null()]), id: z.string() });
const place = fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.constant(null)), id: fc.string() });

test('a cursor says where it was made', () => {
  fc.assert(fc.property(fc.string(), place, (scope, at) => expect(parseCursor(scope, toCursor(scope, at), Place)).toEqual(at)));
});

test('a cursor is of use in its own scope alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), place, (one, other, at) => {
      fc.pre(one !== other);
      expect(() => parseCursor(other, toCursor(one, at), Place)).toThrow('cursor-invalid');
    }),
  );
});

test('a cursor that was cut or edited is refused', () => {
  fc.assert(
    fc.property(place, fc.nat(), fc.constantFrom('', 'A', '-', '=', '/'), (at, where, letter) => {
      const cursor = toCursor('s', at);
      const i = where % cursor.length;
      const edited = cursor.slice(0, i) + letter + cursor.slice(i + 1);
      fc.pre(edited !== cursor);
      expect(() => parseCursor('s', edited, Place)).toThrow('cursor-invalid');
    }),
  );
});

test('a cursor whose sum is right but whose place is none is refused', () => {
  expect(() => parseCursor('s', toCursor('s', { value: {}, id: 5 }), Place)).toThrow('cursor-invalid');
});
