import fc from 'fast-check';
import { findLostPosition } from './position-check.ts';

const topic = 'NO-03.rcn.projects';
const range = { topic, partition: 2, first: 300n, end: 512n };
const at = (offset: bigint) => findLostPosition([{ topic, partition: 2, offset }], [range]);

describe('positions before a start', () => {
  it('are continued anywhere from the first event held to the end, the end included', () => {
    fc.assert(fc.property(fc.bigInt(300n, 512n), (offset) => at(offset) === undefined));
  });

  it('halt anywhere else', () => {
    fc.assert(fc.property(fc.oneof(fc.bigInt(0n, 299n), fc.bigInt(513n, 2n ** 63n)), (offset) => at(offset) !== undefined));
  });

  it('tell how many events were deleted unread, and what to do', () => {
    expect(at(120n)).toBe(
      'The next offset to read of partition 2 of NO-03.rcn.projects is 120, but the broker holds 300 to 512: 180 events were deleted before they were read. Nothing was skipped and nothing more is read. Restore the topic, or accept the loss: delete what this consumer keeps, its positions included, so that it reads everything again; then restart.',
    );
  });

  it('tell that the topic is another one than what was read before', () => {
    expect(at(513n)).toContain('made anew or restored from an older copy');
  });

  it('halt for a partition that the broker does not show', () => {
    expect(findLostPosition([{ topic, partition: 3, offset: 0n }], [range])).toContain('has no such partition');
  });

  it('name the first that cannot be continued among many', () => {
    const positions = [300n, 5n, 7n].map((offset, partition) => ({ topic, partition, offset }));
    const ranges = [0, 1, 2].map((partition) => ({ topic, partition, first: 100n, end: 400n }));
    expect(findLostPosition(positions, ranges)).toContain('partition 1 of NO-03.rcn.projects is 5');
  });
});
