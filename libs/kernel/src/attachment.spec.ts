import fc from 'fast-check';
import { z } from 'zod';
import {
  Attachment,
  attachmentBytesMax,
  AttachmentId,
  attachmentIdsIn,
  attachmentsIn,
  AttachmentType,
  hasAttachments,
  namesAttachments,
  strayAttachmentsIn,
} from './attachment.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const file = (n: number): Attachment => ({
  id: idOf(n),
  name: `${n}.pdf`,
  mediaType: 'application/pdf',
  bytes: n + 1,
  sha256: 'a'.repeat(64),
  scanned: false,
});

const row = z.strictObject({ document: z.string(), attachment: AttachmentId });
const Input = z.strictObject({
  title: z.string(),
  cover: AttachmentId.optional(),
  content: z
    .strictObject({ rows: z.array(row).default([]), signed: z.strictObject({ by: AttachmentId.nullable() }).optional() })
    .optional(),
  verdict: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('yes') }),
    z.strictObject({ kind: z.literal('no'), grounds: z.array(AttachmentId) }),
  ]),
});

describe('the attachments that an input names', () => {
  test('are found in objects, lists and alternatives, each at its field', () => {
    const input = {
      title: idOf(9),
      cover: idOf(1),
      content: {
        rows: [
          { document: 'a', attachment: idOf(2) },
          { document: 'b', attachment: idOf(2) },
        ],
        signed: { by: idOf(3) },
      },
      verdict: { kind: 'no', grounds: [idOf(4)] },
    };
    expect(attachmentIdsIn(Input, Input.parse(input))).toEqual([
      { id: idOf(1), field: 'cover' },
      { id: idOf(2), field: 'content.rows.0.attachment' },
      { id: idOf(2), field: 'content.rows.1.attachment' },
      { id: idOf(3), field: 'content.signed.by' },
      { id: idOf(4), field: 'verdict.grounds.0' },
    ]);
  });

  test('are none where they are left out', () => {
    const empty = { title: 'x', content: { signed: { by: null } }, verdict: { kind: 'yes' } };
    expect(attachmentIdsIn(Input, Input.parse(empty))).toEqual([]);
    expect([namesAttachments(Input), namesAttachments(z.strictObject({ title: z.string() }))]).toEqual([true, false]);
  });

  test('are all found, however many rows there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 999 }), { maxLength: 20 }), (numbers) => {
        const rows = numbers.map((n) => ({ document: 'a', attachment: idOf(n) }));
        const found = attachmentIdsIn(Input, { title: 'x', content: { rows }, verdict: { kind: 'yes' } });
        expect(found).toEqual(numbers.map((n, i) => ({ id: idOf(n), field: `content.rows.${i}.attachment` })));
      }),
    );
  });
});

describe('the attachments of a state', () => {
  const State = z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('draft'), papers: z.array(z.strictObject({ of: z.string(), paper: Attachment })).optional() }),
    z.strictObject({ status: z.literal('done'), report: Attachment }),
  ]);

  test('are found whichever state it is in, each once', () => {
    const papers = [1, 2, 1].map((n) => ({ of: 'x', paper: file(n) }));
    expect(attachmentsIn(State, { status: 'draft', papers })).toEqual([file(1), file(2)]);
    expect(attachmentsIn(State, { status: 'done', report: file(3) })).toEqual([file(3)]);
    expect(attachmentsIn(State, { status: 'draft' })).toEqual([]);
  });

  test('are no attachments where something else stands in their place', () => {
    expect(attachmentsIn(State, { status: 'done', report: { name: 'x' } })).toEqual([]);
    expect([hasAttachments(State), hasAttachments(Input)]).toEqual([true, false]);
  });
});

test('a mark that would not be found is named, so that no file is named without being looked for', () => {
  expect(strayAttachmentsIn(Input)).toEqual([]);
  const stray = z.strictObject({
    byName: z.record(z.string(), AttachmentId),
    pair: z.tuple([AttachmentId, z.string()]),
    short: AttachmentId.transform((id) => id.slice(0, 8)),
    list: z.array(AttachmentId),
  });
  expect(strayAttachmentsIn(stray)).toEqual(['byName.(additionalProperties)', 'pair.(prefixItems).(0)', 'short']);
});

test('an attachment has no more than 20 MB, and is of a type that its content tells', () => {
  expect(Attachment.safeParse({ ...file(1), bytes: attachmentBytesMax }).success).toBe(true);
  expect(Attachment.safeParse({ ...file(1), bytes: attachmentBytesMax + 1 }).success).toBe(false);
  expect(AttachmentType.options).not.toContain('application/msword');
});
