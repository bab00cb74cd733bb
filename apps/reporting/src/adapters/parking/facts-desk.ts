import { readCloudEvent } from '@xietong/kernel';
import { changedIdentity, type Decider, type DeskRefusal, type ParkedMessage, type ParkingDesk, type Replayed } from '@xietong/runtime';
import type { Ledger } from '../../intake/ledger.ts';
import type { ParkedEntry, TakenDecision } from '../../intake/parked.ts';
import type { LineReplayed } from '../../intake/replay-line.ts';
import { parseTopic } from '../../watermark/topic.ts';
import { now } from '../clock.ts';
import type { CurrentFacts, Generation } from '../generations/current-facts.ts';
import { endOfStep, findEntry } from './parked-entries.ts';
import { countLine, findMessage, idOf, listMessages, linesOf, placeOf, type TopicPlace } from './parked-messages.ts';

/** What is asked of a decision before it has its number, its time and its place in the partition. */
type Asked = Pick<TakenDecision, 'act' | 'topic' | 'partition' | 'key' | 'offset'> & { readonly text?: string };

/** The desk of the facts. Decisions are taken between two flushes, one transaction each, and none while a rebuild is under way. */
export function factsDesk(facts: CurrentFacts): ParkingDesk {
  return {
    list: (question) => facts.read((file) => file.read((connection) => listMessages(connection, question))),
    find: (id) => facts.read((file) => findMessage(file, id)),

    mend: (id, text, decider) =>
      aboutOne(facts, id, async (desk, place, entry) => {
        const mended = text.toWellFormed();
        const refusal = entry.mended === mended ? undefined : unfitMend(facts, place, entry, mended);
        if (refusal) return refusal;
        if (entry.mended !== mended) await desk.take({ act: 'mend', ...place, key: entry.key, text: mended }, decider);
        return desk.told(id);
      }),

    discard: (id, decider) =>
      aboutOne(facts, id, async (desk, place, { key }) => {
        await desk.take({ act: 'discard', ...place, key }, decider);
        return desk.told(id);
      }),

    async replay(asked, decider) {
      const lines = await facts.read((file) => file.read((connection) => linesOf(connection, asked)));
      if (lines.length === 0) return { refused: 'absent' };
      let whole: Replayed = { applied: 0, parked: 0 };
      for (const line of lines) {
        const part = await replayed(facts, line, decider);
        if ('refused' in part) return part;
        whole = { ...whole, ...part, applied: whole.applied + part.applied, parked: whole.parked + part.parked };
      }
      return whole;
    },
  };
}

/** The facts while one decision has them to itself. */
class Desk {
  readonly #generation: Generation;
  readonly #ledger: Ledger;

  constructor(generation: Generation, ledger: Ledger) {
    this.#generation = generation;
    this.#ledger = ledger;
  }

  get file(): Generation['file'] {
    return this.#generation.file;
  }

  take(asked: Asked, { by, reason }: Decider): Promise<LineReplayed> {
    const { next } = this.#ledger.partition(asked.topic, asked.partition);
    const decision = { text: null, ...asked, by, reason, no: this.#ledger.lastDecision + 1, position: next, at: now() };
    return this.#generation.intake.take(this.#ledger, decision);
  }

  async told(id: string): Promise<ParkedMessage | DeskRefusal> {
    return (await findMessage(this.file, id)) ?? { refused: 'absent' };
  }
}

async function aboutOne(
  facts: CurrentFacts,
  id: string,
  work: (desk: Desk, place: TopicPlace, entry: ParkedEntry) => Promise<ParkedMessage | DeskRefusal>,
): Promise<ParkedMessage | DeskRefusal> {
  const place = placeOf(id);
  if (!place) return { refused: 'absent' };
  const answer = await facts.decide(async (generation, ledger) => {
    const entry = await findEntry(generation.file, place);
    if (!entry) return { refused: 'absent' } as const;
    if (entry.status !== 'parked') return { refused: entry.status };
    return work(new Desk(generation, ledger), place, entry);
  });
  return answer ?? { refused: 'held' };
}

function unfitMend(facts: CurrentFacts, { topic, offset }: TopicPlace, { key, body }: ParkedEntry, text: string): DeskRefusal | undefined {
  const says = parseTopic(topic);
  const value = Buffer.from(text);
  const read = facts.setting.read(says, { offset, key, value });
  if ('unreadable' in read) return { refused: 'unreadable', reason: { code: read.unreadable, detail: read.detail } };
  const mended = readCloudEvent(says.source, key, value);
  const field = 'event' in mended ? changedIdentity(readCloudEvent(says.source, key, body), mended) : undefined;
  return field && { refused: 'identity-changed', field };
}

// A long line takes several steps, and between two of them other keys go on.
async function replayed(
  facts: CurrentFacts,
  line: Omit<TopicPlace, 'offset'> & { key: string },
  decider: Decider,
): Promise<Replayed | DeskRefusal> {
  let applied = 0;
  for (;;) {
    const step = await facts.decide(async (generation, ledger) => {
      const desk = new Desk(generation, ledger);
      const end = await endOfStep(desk.file, line);
      return end === undefined ? ('empty' as const) : desk.take({ act: 'replay', ...line, offset: end }, decider);
    });
    if (step === undefined) return { refused: 'held' };
    if (step === 'empty') return { applied, parked: 0 };
    applied += step.applied;
    if (step.stoppedBy) return stopped(facts, line, applied, step.stoppedBy);
  }
}

async function stopped(
  facts: CurrentFacts,
  line: Omit<TopicPlace, 'offset'> & { key: string },
  applied: number,
  { offset, reason, detail }: ParkedEntry,
): Promise<Replayed> {
  const id = idOf({ ...line, offset });
  const parked = await facts.read((file) => file.read((connection) => countLine(connection, line)));
  return { applied, parked, stoppedBy: { id, reason: { code: reason, detail } } };
}
