import { until } from '@xietong/testing';
import type { Batch, Bus, Consumption, IncomingMessage, OutgoingMessage, Position } from './bus.ts';

/** A bus with what a test must be able to do to its broker. It serves the agencies NO-03/rcn and NO-03/inn. */
export interface BusUnderTest {
  readonly bus: Bus;
  /** Unlike that of any other test on the same broker: names of topics and groups are made with it. */
  readonly name: string;
  createTopic(topic: string, partitions: number): Promise<void>;
  /** Deletes what lies before the position, as retention does. */
  deleteBefore(position: Position): Promise<void>;
  close(): Promise<void>;
}

export async function untilRunning(consumption: Consumption): Promise<void> {
  await until('the consumer runs', () => consumption.health().state === 'running');
}

export async function untilHalted(consumption: Consumption): Promise<string> {
  await until('the consumer halts', () => consumption.health().state === 'halted');
  const health = consumption.health();
  return health.state === 'halted' ? health.reason : '';
}

/** Messages without their payload: `key` names the aggregate, the value is what it says. */
export function messages(topic: string, key: string, values: readonly string[]): OutgoingMessage[] {
  return values.map((value) => ({ topic, key, value }));
}

export function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

/** Keeps what was handed over, and does with each batch what the test says. */
export class Recorder {
  readonly batches: Batch[] = [];
  /** Runs before a batch is recorded; a rejection is the handler's. */
  before: (batch: Batch) => Promise<void> = () => Promise.resolve();

  readonly handle = async (batch: Batch): Promise<void> => {
    await this.before(batch);
    this.batches.push(batch);
  };

  messages(): (IncomingMessage & { topic: string; partition: number })[] {
    return this.batches.flatMap(({ topic, partition, messages }) => messages.map((message) => ({ ...message, topic, partition })));
  }

  values(key?: string): string[] {
    return this.messages()
      .filter((message) => key === undefined || message.key === key)
      .map(({ value }) => value.toString());
  }

  offsets(): bigint[] {
    return this.messages().map(({ offset }) => offset);
  }

  async untilCount(count: number): Promise<void> {
    await until(`${count} messages are handled`, () => this.messages().length >= count);
  }
}

/** What a test of the contract has at hand: a bus, names of its own for topics and groups, and a handler that records. */
export class Stage {
  readonly under: BusUnderTest;
  readonly projects: string;
  /** The topics of that name, of whichever agency. */
  readonly pattern: RegExp;
  readonly group: string;
  readonly recorder = new Recorder();

  constructor(under: BusUnderTest) {
    this.under = under;
    this.projects = `NO-03.rcn.${under.name}`;
    this.pattern = new RegExp(`^NO-03\\.[a-z]+\\.${under.name}$`);
    this.group = `reporting.${under.name}`;
  }

  readonly consume = (positions?: readonly Position[], by: Recorder = this.recorder): Promise<Consumption> => {
    const own = positions && { positions: () => Promise.resolve(positions) };
    return this.under.bus.consume({ group: this.group, topics: this.pattern, handle: by.handle, ...own });
  };

  readonly publish = (topic: string, key: string, values: readonly string[]): Promise<void> =>
    this.under.bus.publish(messages(topic, key, values));
}
