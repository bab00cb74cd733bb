import { setTimeout as pause } from 'node:timers/promises';
import type { DemoClock } from '../clock/demo-clock.ts';
import type { YearPlan } from '../plan/plan-year.ts';
import { type Asked, type Command, type Document, Refused, type Requests } from './requests.ts';

/** Where the year is played, and what came out so far that later acts need. */
export interface Stage {
  readonly plan: YearPlan;
  readonly clock: DemoClock;
  readonly requests: Requests;
  /** What the services answered under names of the plan: ids of applications, pseudonyms of experts. */
  readonly known: Map<string, string>;
}

export const officer = 'kjj-officer';
export const director = 'kjj-director';
export const analyst = 'kjj-analyst';

const inFlight = 32;
const patienceMs = 60_000;
const lookEveryMs = 20;

/** Does something for each, so many at a time; ends with the first that fails. */
export async function forEach<Item>(items: readonly Item[], work: (item: Item, place: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < items.length; place = next++) await work(items[place] as Item, place);
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, items.length) }, worker));
}

/** What is known under a name of the plan. Throws where the act that finds it out has not been played. */
export function knownOf({ known }: Stage, name: string): string {
  const value = known.get(name);
  if (value === undefined) throw new Error(`nothing is known of ${name} yet`);
  return value;
}

/** The id under which the projects service has the agency's project, call or alliance of this number. */
export const idOfNumber = (number: string): string => `CN-331082.kjj.${number}`;

/** Gives a command in projects; its key is made of the seed and of what it is about. */
export const give = (stage: Stage, as: string, path: string, about: string, body?: object): Promise<Document> =>
  stage.requests.give(commandOf(stage, { service: 'projects', as, path }, about, body));

/** The same for talent. */
export const giveTalent = (stage: Stage, as: string, path: string, about: string, body?: object): Promise<Document> =>
  stage.requests.give(commandOf(stage, { service: 'talent', as, path }, about, body));

const commandOf = ({ plan }: Stage, asked: Asked, about: string, body?: object): Command => ({
  ...asked,
  key: `demo-year/${plan.seed}/${about}`,
  ...(body && { body }),
});

/** Waits until something is so that the services bring about by themselves. Throws with what was waited for. */
export async function untilSo(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`waited ${patienceMs / 1000} s in vain until ${what}`);
    await pause(lookEveryMs);
  }
}

/** Whether a document is there for somebody, and is as it should be. */
export async function isThere(stage: Stage, asked: Asked, isRight: (document: Document) => boolean = () => true): Promise<boolean> {
  try {
    return isRight((await stage.requests.read(asked)) as Document);
  } catch (fault) {
    if (fault instanceof Refused && fault.status === 404) return false;
    throw fault;
  }
}
