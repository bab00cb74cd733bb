/** Something that is owed, as a service tells it. */
export interface Owed {
  /** The field that says when, with the one that it stands in: `warning.answerBy`. */
  readonly name: string;
  /** The first moment that is too late. */
  readonly at: string;
  readonly about?: string;
}

/** A document of which something is owed, the soonest first. */
export interface OwingDocument {
  readonly collection: string;
  readonly id: string;
  readonly title: string;
  /** The agency that registered it: its days begin and end where that is. */
  readonly agency: string;
  readonly deadlines: readonly [Owed, ...Owed[]];
}
