import { renamedPort } from './kafka-addresses.ts';

function answer(...parts: readonly (string | number)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'string') return Buffer.from(part);
      const bytes = Buffer.alloc(4);
      bytes.writeInt32BE(part);
      return bytes;
    }),
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}

test('every answer that names the broker names the proxy instead, and nothing else changes', () => {
  const rename = renamedPort(9092, 7000);
  const before = answer('ab', '127.0.0.1', 9092, 'cd', '127.0.0.1', 9092, '127.0.0.1', 9093, 9092);
  expect(rename(before)).toEqual(answer('ab', '127.0.0.1', 7000, 'cd', '127.0.0.1', 7000, '127.0.0.1', 9093, 9092));
});

test('answers that come in pieces are given back whole, in their order', () => {
  const rename = renamedPort(9092, 7000);
  const stream = Buffer.concat([answer('127.0.0.1', 9092), answer('x'), answer('127.0.0.1', 9092, 'y')]);
  const out = [...stream].map((byte) => rename(Buffer.from([byte])));
  expect(Buffer.concat(out)).toEqual(Buffer.concat([answer('127.0.0.1', 7000), answer('x'), answer('127.0.0.1', 7000, 'y')]));
});

test('an answer that has not come whole is held back', () => {
  expect(renamedPort(1, 2)(answer('hello').subarray(0, 6))).toHaveLength(0);
});
