import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { AttachmentType } from '@xietong/kernel';
import { mediaTypeOf } from './content-type.ts';
import { disguised, sampleFiles } from './sample-files.fixture.ts';

// As a store gives them: bytes, and not an object for each part.
const bytesOf = (parts: Iterable<Buffer> | AsyncIterable<Buffer>) => Readable.from(parts, { objectMode: false });
const typeOf = (content: Buffer) => mediaTypeOf(bytesOf([content]), content.length);

test('there is a sample of every type', () => {
  expect(Object.keys(sampleFiles).sort()).toEqual([...AttachmentType.options].sort());
});

test.each(Object.entries(sampleFiles))('a file of %s is told by its content', async (type, content) => {
  expect(await typeOf(content)).toBe(type);
});

test.each(Object.entries(disguised))('%s is none of them, whatever it is called', async (_, content) => {
  expect(AttachmentType.safeParse(await typeOf(content)).success).toBe(false);
});

test('it is told from whatever parts the content comes in', async () => {
  for (const [type, content] of Object.entries(sampleFiles)) {
    const single = bytesOf([...content].map((byte) => Buffer.from([byte])));
    expect(await mediaTypeOf(single, content.length)).toBe(type);
  }
});

test('no more is read than that takes', async () => {
  let read = 0;
  const long = bytesOf(
    (async function* () {
      yield sampleFiles['application/pdf'];
      for (; read < 1_000; read += 1) yield randomBytes(10_000);
    })(),
  );
  expect(await mediaTypeOf(long, 10_000_000)).toBe('application/pdf');
  expect(read).toBeLessThan(100);
  expect(long.destroyed).toBe(true);
});

test('what cannot be read is a fault, and never no type', async () => {
  const failing = bytesOf(
    (async function* () {
      yield Buffer.from('%P');
      throw new Error('the store is away');
    })(),
  );
  await expect(mediaTypeOf(failing, 100)).rejects.toThrow('the store is away');
});
