import type { AgencyRef } from '@xietong/kernel';

/** What a topic's name says: `NO-03.rcn.projects` is what the agency `NO-03/rcn` publishes of its projects. */
export interface Topic {
  readonly agency: AgencyRef;
  readonly context: string;
  /** The only `source` that an event on this topic may have. */
  readonly source: string;
}

const region = '[A-Z]{2}(?:-[A-Z0-9]+)?';
const agency = '[a-z0-9-]+';

/** The topics of these contexts, of every agency: an agency that joins later is noticed by its topic's name. */
export function topicsOf(contexts: readonly string[]): RegExp {
  return new RegExp(`^(${region})\\.(${agency})\\.(${contexts.join('|')})$`);
}

/** Reads a topic's name; throws for one that is not `<region>.<agency>.<context>`, which the subscription would not have brought. */
export function parseTopic(name: string): Topic {
  const [matched, where, who, context = ''] = new RegExp(`^(${region})\\.(${agency})\\.([a-z-]+)$`).exec(name) ?? [];
  if (matched === undefined) throw new Error(`'${name}' is not a topic of the form <region>.<agency>.<context>`);
  return { agency: `${where}/${who}`, context, source: `/${where}/${who}/${context}` };
}
