import { agencyOf, topicOf } from '../config/agencies.ts';
import { type ParkedLine, type ParkedMessage, parkedIdOf, type ParkedQuestion } from './parking-desk.ts';
import { type KeptMessage, type ParkingLot, withoutText } from './parking-lot.ts';

/** The parking lot in memory, for fast tests. */
export function memoryParking(): ParkingLot {
  const kept = new Map<string, KeptMessage>();
  const of = ({ consumer, topic, key }: Partial<ParkedLine>) =>
    [...kept.values()]
      .filter((message) => message.consumer === consumer && (key === undefined || (message.topic === topic && message.key === key)))
      .sort(byPlace);
  const waitingIn = (line: ParkedLine) => of(line).filter(({ inLine }) => inLine);
  return {
    async park(message) {
      const id = parkedIdOf(message);
      if (!kept.has(id)) kept.set(id, { ...message, id, status: 'parked', inLine: true, decisions: [] });
    },
    isClear: async (place, key) => !kept.has(parkedIdOf(place)) && waitingIn({ ...place, key }).length === 0,
    front: async (line) => waitingIn(line)[0],
    find: async (id) => kept.get(id),
    async change({ id, status }, change, decision) {
      const message = kept.get(id);
      if (!message?.inLine || message.status !== status) return false;
      kept.set(id, { ...message, ...change, decisions: decision ? [...message.decisions, decision] : message.decisions });
      return true;
    },
    list: async (question) =>
      [...kept.values()]
        .filter((message) => fits(message, question))
        .sort(byAge)
        .slice(0, question.limit)
        .map(withoutText),
    count: async (those) => of(those).filter(({ status }) => status === 'parked').length,
    tally: async () =>
      [...Map.groupBy(parkedIn(kept), tallyKeyOf).values()].flatMap(([first, ...others]) =>
        first ? [{ ...tallyOf(first), messages: others.length + 1 }] : [],
      ),
    knows: async (line) => of(line).length > 0,
  };
}

const parkedIn = (kept: ReadonlyMap<string, KeptMessage>): KeptMessage[] => [...kept.values()].filter(({ status }) => status === 'parked');
const tallyOf = ({ consumer, topic, reason }: KeptMessage) => ({ consumer, agency: agencyOf(topic), reason: reason.code });
const tallyKeyOf = (message: KeptMessage): string => Object.values(tallyOf(message)).join(' ');

function fits(message: KeptMessage, { agency, consumer, key, reason, status, after }: ParkedQuestion): boolean {
  return (
    message.topic.startsWith(topicOf(agency, '')) &&
    message.status === status &&
    (consumer === undefined || message.consumer === consumer) &&
    (key === undefined || message.key === key) &&
    (reason === undefined || message.reason.code === reason) &&
    (after === undefined || byAge(after, message) < 0)
  );
}

const byPlace = (one: KeptMessage, other: KeptMessage): number =>
  compare(one.topic, other.topic) || one.partition - other.partition || one.offset - other.offset;
const byAge = (one: Pick<ParkedMessage, 'parkedAt' | 'id'>, other: Pick<ParkedMessage, 'parkedAt' | 'id'>): number =>
  compare(one.parkedAt, other.parkedAt) || compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
