import { addHours, type Instant } from '@xietong/domain';
import { type Attachment, attachmentIdsIn, audienceOf, type NamedAttachment } from '@xietong/kernel';
import type { z } from 'zod';
import type { AttachmentStore, KeptFile } from '../attachments/attachment-store.ts';
import { unnamedHours } from '../attachments/attachment-sweep.ts';
import type { CommandRequest } from './outcome.ts';

/** The files that a command names, found. */
export interface Named {
  readonly places: readonly NamedAttachment[];
  readonly attachment: (id: string) => Attachment;
}

export const nothingNamed: Named = {
  places: [],
  attachment: (id) => {
    throw new Error(`the input names no attachment '${id}'`);
  },
};

/** Finds the files that a command's input names: each must be there, and sent up in a name in which the actor acts too. */
export async function findNamed(
  schema: z.ZodType,
  { input, actor }: CommandRequest,
  attachments: AttachmentStore | undefined,
): Promise<Named | { readonly missing: NamedAttachment }> {
  const places = attachmentIdsIn(schema, input);
  if (places.length === 0) return nothingNamed;
  const found = await given(attachments).find(idsOf(places));
  const held = audienceOf(actor);
  const byId = new Map(found.filter(({ party }) => held.includes(party)).map((file) => [file.id, toAttachment(file)]));
  const missing = places.find(({ id }) => !byId.has(id));
  if (missing) return { missing };
  return {
    places,
    attachment: (id) => byId.get(id) ?? nothingNamed.attachment(id),
  };
}

/** Keeps them from the sweep for the aggregate that is about to name them; answers with one that it took meanwhile. Must come before the write. */
export async function holdNamed(
  { places }: Named,
  subject: string,
  { now, attachments }: { readonly now: Instant; readonly attachments?: AttachmentStore },
): Promise<NamedAttachment | undefined> {
  if (places.length === 0) return undefined;
  const there = await given(attachments).hold(idsOf(places), subject, addHours(now, unnamedHours));
  return places.find(({ id }) => !there.includes(id));
}

const idsOf = (places: readonly NamedAttachment[]): string[] => [...new Set(places.map(({ id }) => id))];

/** What the world is told of a file: not in whose name it came. */
export const toAttachment = ({ party: _, ...attachment }: KeptFile): Attachment => attachment;

function given(attachments: AttachmentStore | undefined): AttachmentStore {
  if (!attachments) throw new Error('a command names attachments, and there is nowhere that they could be');
  return attachments;
}
