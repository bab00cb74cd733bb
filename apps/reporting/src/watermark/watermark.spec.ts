import fc from 'fast-check';
import { fromWatermark, toWatermark, watermarkShape } from './watermark.ts';

const partitions = fc.uniqueArray(
  fc.record({
    topic: fc.constantFrom('NO-03.rcn.projects', 'NO-03.inn.projects', 'CN-331082.kjj.market'),
    partition: fc.nat(4),
    offset: fc.bigInt(0n, 10n ** 15n),
  }),
  { selector: ({ topic, partition }) => `${topic}/${partition}` },
);

test('a watermark names the next offset of each partition, topic by topic', () => {
  const text = toWatermark([
    { topic: 'NO-03.rcn.projects', partition: 1, offset: 98n },
    { topic: 'NO-03.rcn.projects', partition: 0, offset: 120n },
    { topic: 'NO-03.inn.projects', partition: 0, offset: 7n },
  ]);
  expect(text).toBe('NO-03.inn.projects:7,NO-03.rcn.projects:120.98');
});

test('the watermark before anything was read is `start`', () => {
  expect(toWatermark([])).toBe('start');
  expect(toWatermark([{ topic: 'NO-03.rcn.projects', partition: 0, offset: 0n }])).toBe('start');
  expect(fromWatermark('start')).toEqual([]);
});

test('whatever was read, its watermark is read back as it was', () => {
  fc.assert(
    fc.property(partitions, (positions) => {
      const text = toWatermark(positions);
      const back = fromWatermark(text);
      expect(text).toMatch(watermarkShape);
      expect(toWatermark(back)).toBe(text);
      const unread = positions.filter(
        ({ topic, partition, offset }) =>
          offset > 0n && !back.some((one) => one.topic === topic && one.partition === partition && one.offset === offset),
      );
      expect(unread).toEqual([]);
    }),
  );
});

test.each(['', 'NO-03.rcn.projects', 'NO-03.rcn.projects:', 'NO-03.rcn.projects:1,', "x:1'; DROP", 'start,NO-03.rcn.projects:1'])(
  'no watermark looks like %j',
  (text) => {
    expect(text).not.toMatch(watermarkShape);
  },
);
