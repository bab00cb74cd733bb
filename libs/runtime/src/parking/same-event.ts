import type { NoCloudEvent, ReadCloudEvent } from '@xietong/kernel';
import type { EventIdentity } from './parking-desk.ts';

/** The part in which a mended text is another event than the original; none where the original was no event that could be read. */
export function changedIdentity(original: ReadCloudEvent | NoCloudEvent, mended: ReadCloudEvent): EventIdentity | undefined {
  if ('unreadable' in original) return undefined;
  return (['id', 'subject', 'sequence'] as const).find((field) => original.event[field] !== mended.event[field]);
}
