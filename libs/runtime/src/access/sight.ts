import { type Actor, type AnyAggregate, audienceOf, type AudienceToken } from '@xietong/kernel';
import type { AudienceWord } from '../store/store.ts';

const forExcerpt = (token: AudienceToken): AudienceWord => `excerpt:${token}`;

/** The words that a document is stored with: of those who may read all of it, and of those who may read its excerpt. */
export const audienceWordsOf = ({ audience, excerpt }: AnyAggregate, state: object): AudienceWord[] => [
  ...audience(state as never),
  ...(excerpt?.audience(state as never) ?? []).map(forExcerpt),
];

/** The words by which somebody finds excerpts. */
export const excerptWordsOf = (actor: Actor): AudienceWord[] => audienceOf(actor).map(forExcerpt);

/** How much of a document somebody may read. The clock and reactions act for the service itself. */
export function sightOf(actor: Actor, { audience, excerpt }: AnyAggregate, state: object): 'whole' | 'excerpt' | 'nothing' {
  if (actor.kind !== 'person') return 'whole';
  const held = audienceOf(actor);
  const holdsOneOf = (tokens: readonly AudienceToken[]) => tokens.some((token) => held.includes(token));
  if (holdsOneOf(audience(state as never))) return 'whole';
  return holdsOneOf(excerpt?.audience(state as never) ?? []) ? 'excerpt' : 'nothing';
}
