import { Instant } from '@xietong/domain';
import type { AnyAggregate, Excerpt } from '@xietong/kernel';
import { z } from 'zod';
import type { Document } from '../store/store.ts';

const Envelope = z.object({
  id: z.string(),
  version: z.int().min(1).meta({ description: 'Raised by each event; the ETag of the document.' }),
  createdAt: Instant,
  updatedAt: Instant,
});

/** The names that a state may not use, because the representation has them. */
export const envelopeFields = Object.keys(Envelope.shape);

/** What the API returns of a document: its state with id, version and times beside it. */
export function toRepresentation({ id, version, createdAt, updatedAt, state }: Document): object {
  return { id, version, createdAt, updatedAt, ...state };
}

/** What the API returns of a document to whom its excerpt is for. A field that the excerpt's schema does not have is left out. */
export function toExcerpt({ id, version, createdAt, updatedAt, state }: Document, { of, state: shown }: Excerpt<never>): object {
  return { id, version, createdAt, updatedAt, ...(shown.parse(of(state as never)) as object) };
}

/** The schema of that. Fields are merged, not intersected: a closed state would refuse the envelope's. */
export function representationOf({ state }: Pick<AnyAggregate, 'state'>): z.ZodType {
  return withEnvelope(state);
}

function withEnvelope(state: z.ZodType): z.ZodType {
  if (state instanceof z.ZodObject) return z.strictObject({ ...Envelope.shape, ...state.shape });
  if (state instanceof z.ZodUnion) return z.union(state.options.map((option) => withEnvelope(option as z.ZodType)));
  return z.intersection(Envelope, state);
}
