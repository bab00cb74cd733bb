import type { LocalText } from '@xietong/domain';

export type Words = Readonly<Record<string, LocalText>>;

/** What people call an aggregate and all that is of it, by the technical names. What several have in common stands in `shared.ts`. */
export interface AggregateWords {
  /** One of them, and the list of them. */
  readonly name: LocalText;
  readonly names: LocalText;
  readonly commands?: Words;
  /** By the event's name without the aggregate's: `plan-set`. Those of projects stand with the pages that show them too. */
  readonly events?: Words;
  /** By the field's name, or by the field that it stands in and its name: `verdict.by`. */
  readonly fields?: Words;
  /** By the field, then by the value. */
  readonly values?: Readonly<Record<string, Words>>;
}
