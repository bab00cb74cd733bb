import type { Actor } from '@xietong/kernel';
import { published, type PublishedMessage } from '../../testing/published-events.ts';
import { answersFrom } from '../figures/answers.ts';
import type { CurrentFacts } from '../generations/current-facts.ts';

// Projects of one agency, each statement with an amount that tells which one counts.

export const agency = 'NO-03/rcn';
export const topic = 'NO-03.rcn.projects';
export const decider = { by: 'an operator', reason: 'looked into it' };
const rcn: Actor = { id: 'somebody', kind: 'person', roles: ['analyst'], agency };

export const keyOf = (project: string): string => `NO-03.rcn.${project}`;
export const lineOf = (project: string) => ({ consumer: 'facts', topic, key: keyOf(project) });
export const idAt = (offset: number): string => `facts~${topic}~0~${offset}`;

export const stated = (project: string, version: number, amount: number): PublishedMessage =>
  published(topic, { project, version, signedOn: '2019-03-01', participants: [{ region: 'NO-03', lead: true, amount }] });
export const unfit = (project: string, version: number): PublishedMessage =>
  published(topic, { project, version, signedOn: '2019-03-01', participants: [] }, { data: { participants: 'many' } });
export const garbled = (project: string): PublishedMessage => ({ key: keyOf(project), value: Buffer.from('{') });
export const textOf = ({ value }: PublishedMessage): string => value.toString();

/** What was granted in all, and the watermark of that answer. */
export async function grantedIn(facts: CurrentFacts, at?: string): Promise<{ watermark: string; granted: number }> {
  const asked = { metric: 'granted-amount', by: '', ...(at !== undefined && { at }) };
  const figure = await answersFrom((work) => facts.read(work)).figures(asked, rcn);
  if ('refused' in figure) throw new Error(`no figure: ${figure.refused}`);
  return { watermark: figure.watermark, granted: Number(figure.rows[0]?.value ?? 0) };
}
