import { type CloudEvent, subjectId } from '../api/events.ts';

const textIn = (data: CloudEvent['data'], key: string): string | undefined => {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
};

/** What an event says about its project for a reader. Only the registration repeats the title; the id is always there. */
export const summaryOf = ({ subject, data }: Pick<CloudEvent, 'subject' | 'data'>): { number: string; title?: string } => {
  const title = textIn(data, 'title');
  return { number: textIn(data, 'number') ?? subjectId(subject), ...(title === undefined ? {} : { title }) };
};

/** Who did it, short enough to compare at a glance: the beginning of the pseudonym. */
export const shortActor = (actor: string): string => (actor.length > 12 ? `${actor.slice(0, 10)}…` : actor);
