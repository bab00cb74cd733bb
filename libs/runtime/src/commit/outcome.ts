import type { Actor, AnyAggregate, Refusal } from '@xietong/kernel';
import type { Document } from '../store/store.ts';

/** A command as it reaches the write path: its input already parsed by the row's schema. */
export interface CommandRequest {
  readonly aggregate: AnyAggregate;
  readonly command: string;
  /** The aggregate's id; absent for a create, whose id the write path makes. */
  readonly id?: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** Unique for actor and route; a repeat with the same payload gets the first answer again. */
  readonly idempotencyKey: string;
  /** SHA-256 of the payload, so that a key used for another payload is seen. */
  readonly payloadHash: string;
  /** The version that the caller saw, or `*` for whichever is current. */
  readonly ifMatch: number | '*';
  readonly traceparent?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** How a command ended. Only `done` changed anything. */
export type Outcome =
  | { readonly kind: 'done'; readonly document: Document; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A create whose natural id is taken by a document that another key made. */
  | { readonly kind: 'exists'; readonly id: string }
  /** A file that the input names at this field is not there, or not the actor's to name. */
  | { readonly kind: 'attachment-unknown'; readonly field: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'in-flight' }
  | { readonly kind: 'overloaded' }
  /** A create for an agency that this deployment does not serve: its events would have no topic. */
  | { readonly kind: 'not-served' }
  /** One of its events would be too long for the broker. */
  | { readonly kind: 'too-large' };

/** Runs commands through the write path. Throws only on a fault of an engine. */
export interface CommandRunner {
  run(request: CommandRequest): Promise<Outcome>;
}
